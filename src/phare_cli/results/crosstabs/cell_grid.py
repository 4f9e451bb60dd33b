"""Open a file as grids of cells, one a sheet: a published table has no header to look for, so all of it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from phare_cli.files import limits
from phare_cli.files.delimiter import HEAD, Fit, dialect_of, stated_delimiter
from phare_cli.files.encoding import NotText, TextEncoding, encoding_of, lines
from phare_cli.files.faults.swallowed import LongRows
from phare_cli.files.file_options import WORKBOOKS, FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.fitting import FileCell
from phare_cli.files.kind import called
from phare_cli.files.records import Fault, Record, records
from phare_cli.files.source import OpenedFile, opened
from phare_cli.files.typed_cells import LARGE, cell_text, tell_spoiled, within_limits
from phare_cli.files.workbooks.sheets import CellRange, SheetTable, address
from phare_cli.language.folding import clean, fold
from phare_cli.nouns.errors import UnreadableInput, WrongOption
from phare_cli.nouns.message import Listing, counted, sentence

_MOST_CELLS = 1_000_000  # of one file: a published table has some thousands


@dataclass(frozen=True)
class CellGrid:
    """The cells of one sheet, by line and column from 1; a text is one sheet, whose name is empty."""

    name: str
    rows: Sequence[Sequence[FileCell]]
    merged: Sequence[CellRange] = ()
    errors: Sequence[tuple[CellRange, str]] = ()  # of formulas
    uncomputed: Sequence[CellRange] = ()

    @property
    def height(self) -> int:
        """How many lines there are."""
        return len(self.rows)

    @cached_property
    def width(self) -> int:
        """How many columns the widest line has."""
        return max(map(len, self.rows), default=0)

    def cell(self, line: int, column: int) -> FileCell:
        """Return what stands in a cell, nothing beyond the last one."""
        row = self.rows[line - 1] if 0 < line <= len(self.rows) else ()
        return row[column - 1] if 0 < column <= len(row) else ""

    def text(self, line: int, column: int) -> str:
        """Return the text of a cell, clean."""
        return clean(cell_text(self.cell(line, column)))

    def merged_from(self, line: int, column: int) -> tuple[int, int]:
        """Return the cell whose text stands for this one: the first of those that it is merged with, or itself."""
        return self._anchors.get((line, column), (line, column))

    @cached_property
    def _anchors(self) -> dict[tuple[int, int], tuple[int, int]]:
        anchors = {}
        for area in self.merged:
            for line in range(area.top, min(area.bottom, self.height) + 1):
                for column in range(area.left, min(area.right, self.width) + 1):
                    anchors[line, column] = (area.top, area.left)
        return anchors


@dataclass(slots=True)
class _Rows:
    """The rows of a sheet as they come, within what a published table may hold."""

    file: str
    rows: list[list[FileCell]] = field(default_factory=list)
    count: int = 0

    def add(self, line: int, cells: Iterable[FileCell]) -> None:
        while len(self.rows) < line - 1:
            self.rows.append([])
        self.rows.append(list(cells))
        self.count += len(self.rows[-1]) + 1
        if self.count > _MOST_CELLS:
            raise UnreadableInput(
                sentence(
                    "“{file}” holds more than {count} cells, and a published table some thousands: is it one row a "
                    "respondent? (phare help tabulate)",
                    file=self.file,
                    count=_MOST_CELLS,
                )
            )


def open_grids(file: str, options: FileOptions, findings: Findings) -> list[CellGrid]:
    """Return the sheets of *file* that can be seen; ``--sheet`` chooses one, hidden or not.

    Raises UnreadableInput for what is no table, WrongOption for a sheet that is not there.
    """
    with opened(file, with_pages=True) as source:
        options.require_fit([(source.name, source.kind)])
        if source.kind == "html":
            return _of_page(source, options, findings)
        if source.kind in WORKBOOKS:
            return _sheets(source, options, findings)
        if source.kind != "text":
            raise UnreadableInput(
                sentence(
                    "“{file}” is {kind}, which holds one row a figure or a respondent: tidy reads workbooks, CSV and "
                    "web pages.",
                    file=source.name,
                    kind=called(source.kind),
                )
            )
        return [CellGrid("", _text_rows(source, options, findings))]


def _of_page(source: OpenedFile, options: FileOptions, findings: Findings) -> list[CellGrid]:
    from phare_cli.results.crosstabs.web_tables import too_large, web_tables

    tables = web_tables(source, options, findings)
    try:
        laid_out = [table.laid_out() for table in tables]
    except OverflowError:
        raise too_large(source.name) from None
    return [
        CellGrid("" if len(tables) == 1 else f"table {number}", rows, merged)
        for number, (rows, merged) in enumerate(laid_out, 1)
    ]


def _sheets(source: OpenedFile, options: FileOptions, findings: Findings) -> list[CellGrid]:
    from phare_cli.files.workbooks.open_sheets import open_sheets

    sheets = open_sheets(source)
    shown = [sheet for sheet in sheets if not sheet.is_hidden]
    if options.sheet is not None:
        shown = [sheet for sheet in sheets if fold(sheet.name) == fold(options.sheet)]
        if not shown:
            raise WrongOption(
                sentence(
                    "“{file}” has no sheet called “{name}”: it has {sheets}.",
                    file=source.name,
                    name=options.sheet,
                    sheets=Listing(tuple(sentence("“{name}”", name=sheet.name) for sheet in sheets)),
                )
            )
    elif hidden := [sheet.name for sheet in sheets if sheet.is_hidden]:
        quoted = tuple(sentence("“{name}”", name=name) for name in hidden)
        findings.notice(
            counted(
                "{file}: a hidden sheet was not read: {sheets}. --sheet reads it.",
                "{file}: hidden sheets were not read: {sheets}. --sheet reads one.",
                len(hidden),
                file=source.name,
                sheets=Listing(quoted),
            )
        )
    return [_grid(sheet, source.name, findings) for sheet in shown]


def _grid(sheet: SheetTable, file: str, findings: Findings) -> CellGrid:
    kept = _Rows(file)
    for line, cells in within_limits(sheet.rows, file, findings):
        texts = [cell_text(cell) for cell in cells]
        places = [address(line, column) for column in range(1, len(texts) + 1)]
        tell_spoiled(texts, [line] * len(texts), places, file, findings)
        kept.add(line, cells)
    while kept.rows and not kept.rows[-1]:
        kept.rows.pop()
    return CellGrid(sheet.name, kept.rows, sheet.merged, sheet.errors, sheet.uncomputed)


def _text_rows(source: OpenedFile, options: FileOptions, findings: Findings) -> list[list[FileCell]]:
    from phare_cli.files.faults.text_faults import assumed, fallback_of, not_text, undecodable

    encoding = encoding_of(source, options.encoding)
    try:
        try:
            return _parted(source, encoding.first_guess, options, findings)
        except UnicodeError:
            fallback = fallback_of(source, encoding, findings)
        if fallback is None:
            return []
        rows = _parted(source, fallback, options, findings)
    except UnicodeError:
        raise undecodable(source.name, encoding) from None
    except NotText as error:
        raise not_text(source, error) from None
    findings.notice(assumed(source.name))
    return rows


def _parted(
    source: OpenedFile, encoding: TextEncoding, options: FileOptions, findings: Findings
) -> list[list[FileCell]]:
    """Return the cells of a text, each row on the line where it begins. Raises UnicodeError and NotText."""
    stream = source.again()
    stream.seek(encoding.skip)
    found = list(lines(stream, encoding.name, as_it_stands=encoding.is_stated))
    after = int(bool(found) and stated_delimiter(found[0]) is not None)
    dialect = dialect_of(found[: HEAD * 2], (_widest,), options.delimiter)
    kept = _Rows(source.name)

    def fault(kind: Fault, line: int, cell: str) -> None:
        from phare_cli.files.faults.text_faults import tell_fault  # of use where quotes are broken

        tell_fault(kind, source.name, line, cell, findings)

    long = LongRows(found[: HEAD * 2], dialect.delimiter, source.name, findings, one_cell_tells=True)
    for line, cells in records(found[after:], dialect.delimiter, fault, after=after, long=long):
        if any(len(cell) > limits.CELL for cell in cells):
            findings.problem("cell-too-long", LARGE, source.name, line)
        else:
            kept.add(line, cells)
    return kept.rows


def _widest(rows: Iterable[Record]) -> Fit[int] | None:
    """Return how well a delimiter parts a text: in how many rows of several cells, all of one width where it does."""
    widths = [len(cells) for _, cells in _filled(rows) if len(cells) > 1]
    if not widths:
        return None
    usual = max(set(widths), key=lambda width: (widths.count(width), width))
    return Fit(usual, 1, (widths.count(usual), usual), is_whole=True)


def _filled(rows: Iterable[Record]) -> Iterator[Record]:
    return ((line, cells) for line, cells in rows if any(cell.strip() for cell in cells))
