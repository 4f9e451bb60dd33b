"""Read respondents from files whose cells have types: workbooks, Parquet, SPSS, Stata, JSON. Every value is a text."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from phare_cli.files import limits
from phare_cli.files.distinct import DistinctColumn
from phare_cli.files.encoding import spoiled
from phare_cli.files.faults.skipped import Skipped
from phare_cli.files.findings import Findings
from phare_cli.files.fitting import Row, TableShape, fitted
from phare_cli.files.typed_cells import LARGE, cell_text, tell_spoiled, text_of, texts_of, within_limits
from phare_cli.language.folding import clean
from phare_cli.respondents.engine.batches import Batch, ColumnFacts, OptionSet, TextBatch
from phare_cli.respondents.engine.exact import MOST_ROWS
from phare_cli.respondents.engine.value_labels import ValueLabels
from phare_cli.respondents.header_rows import ColumnNames, header_finder
from phare_cli.respondents.text_start import no_respondent

if TYPE_CHECKING:
    from phare_cli.files.columnar import ColumnFile
    from phare_cli.files.file_options import FileOptions
    from phare_cli.files.source import OpenedFile

_ROWS_AT_ONCE = 1 << 15


class RowBatches:
    """The rows of a sheet, or of JSON; *ended* is told the columns that were asked for once all are read."""

    def __init__(
        self,
        name: str,
        header: ColumnNames,
        rows: Iterable[Row],
        findings: Findings,
        ended: Callable[[Sequence[int]], None] = lambda columns: None,
    ) -> None:
        self.name = name
        self.header = header
        self.facts = ColumnFacts(is_typed=True)
        self._rows = rows
        self._findings = findings
        self._ended = ended

    @property
    def part(self) -> float | None:
        return None

    def blocks(self, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows; those that are empty throughout are left out, and said."""
        skipped = Skipped(self.name)
        rows = fitted(
            self._rows,
            TableShape.of(self.name, self.header.names, self.header.header_cells),
            skipped,
            self._findings,
        )
        while some := list(islice(rows, _ROWS_AT_ONCE)):
            texts = {place: [cell_text(cells[place]) for _, cells in some] for place in columns}
            lines = [line for line, _ in some]
            _require_whole(texts, lines, self.header, self.name, self._findings)
            yield TextBatch(texts, lines)
        skipped.tell(self._findings)
        self._ended(columns)

    def close(self) -> None:
        """Let go of the rows."""
        self._rows = ()


class ColumnBatches:
    """The rows of a file of columns: each of them is a respondent."""

    def __init__(self, name: str, file: ColumnFile, findings: Findings) -> None:
        names, wordings = tuple(map(clean, file.names)), tuple(map(clean, file.wordings))
        self.name = name
        self.header = ColumnNames(names, wordings, 0)
        self.facts = ColumnFacts(
            True,
            {
                place: ValueLabels({text_of(code): label for code, label in labels.items()})
                for place, labels in file.labels.items()
            },
            {
                name: OptionSet(
                    declared_set.places,
                    None if declared_set.counted is None else _counted(declared_set.counted),
                )
                for name, declared_set in file.sets.items()
            },
            file.lists,
        )
        self._file = file
        self._findings = findings
        self._read = 0

    @property
    def part(self) -> float | None:
        return self._read / self._file.size if self._file.size else None

    def blocks(self, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows."""
        for part in self._file.parts(columns):
            size = len(part[0]) if part else 0
            for first in range(0, size, MOST_ROWS):
                texts = {
                    place: _texts(column[first : first + MOST_ROWS], is_list=place in self.facts.lists)
                    for place, column in zip(columns, part, strict=True)
                }
                lines = range(self._read + first + 1, self._read + min(size, first + MOST_ROWS) + 1)
                self._require_short(texts, lines)
                _require_whole(texts, lines, self.header, self.name, self._findings)
                yield TextBatch(texts, lines)
            self._read += size

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _require_short(self, texts: Mapping[int, Sequence[str]], lines: Sequence[int]) -> None:
        for column in texts.values():
            if max(map(len, _distinct(column)), default=0) > limits.CELL:
                row = next(place for place, text in enumerate(column) if len(text) > limits.CELL)
                self._findings.problem("cell-too-long", LARGE, self.name, lines[row])


def _require_whole(
    texts: Mapping[int, Sequence[str]],
    lines: Sequence[int],
    header: ColumnNames,
    file: str,
    findings: Findings,
) -> None:
    for place, column in texts.items():
        if isinstance(column, DistinctColumn) and spoiled("\0".join(column.values), "utf-8")[0] < 0:
            continue
        tell_spoiled(column, lines, [header.called(place)] * len(column), file, findings)


def _texts(values: Sequence[object], *, is_list: bool) -> Sequence[str]:
    """Return the texts of some cells; the answers in a list stand on lines of their own."""
    if not is_list:
        return texts_of(values)
    return [
        "\n".join(clean(text_of(each)) for each in value if each is not None)
        if isinstance(value, list)
        else ""
        for value in values
    ]


def _distinct(column: Sequence[str]) -> Sequence[str]:
    return column.values if isinstance(column, DistinctColumn) else column


def _counted(value: object) -> str:
    """Return a counted value as the columns hold it: SPSS writes it as a text, ``1`` for 1.0."""
    text = clean(text_of(value))
    return text_of(float(text)) if text.replace(".", "", 1).isdecimal() else text


def sheet_batches(
    source: OpenedFile, options: FileOptions, findings: Findings, asked_columns: Sequence[str]
) -> RowBatches:
    """Return the respondents in the sheet that ``--sheet`` names, else in the first with *asked_columns*."""
    from phare_cli.files.workbooks.open_sheets import open_sheets
    from phare_cli.files.workbooks.sheets import choose_sheet

    find = header_finder(asked_columns, has_header=options.has_header, is_sheet=True)
    body = choose_sheet(open_sheets(source), source.name, options.sheet, find, findings)
    if body is None or body.fit is None:
        raise no_respondent(source.name, findings)
    header = body.fit.header
    if header.notice:
        findings.notice(header.notice)
    below = body.rows(len(header.names), source.name, findings)
    rows = islice(below, header.rows - 1, None) if header.rows else below

    def ended(columns: Sequence[int]) -> None:
        body.tell(header.names, columns, source.name, findings, rows=header.rows)

    return RowBatches(source.name, header, rows, findings, ended)


def json_batches(source: OpenedFile, findings: Findings) -> RowBatches:
    """Return the respondents in JSON: one an object."""
    from phare_cli.files.json_rows import json_table

    table = json_table(source, findings)
    findings.raise_any()
    if table is None or not table[0]:
        raise no_respondent(source.name, findings)
    titles, rows = table
    names = tuple(map(clean, titles))
    header = ColumnNames(names, ("",) * len(names), 0)
    return RowBatches(source.name, header, within_limits(rows, source.name, findings), findings)


def column_batches(source: OpenedFile, options: FileOptions, findings: Findings) -> ColumnBatches:
    """Return the respondents in a file of columns."""
    from phare_cli.files.columnar import open_columns

    return ColumnBatches(source.name, open_columns(source, options.encoding), findings)
