"""Read a project's own codebook, as strictly as results are read, over the one that ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from string import Formatter
from typing import BinaryIO

from phare_cli.files.delimiter import HEAD, Fit, dialect_of
from phare_cli.files.encoding import NotText, TextEncoding, encoding_of, lines
from phare_cli.files.faults.skipped import Skipped
from phare_cli.files.faults.swallowed import LongRows
from phare_cli.files.faults.text_faults import assumed, fallback_of, not_text, tell_fault, undecodable
from phare_cli.files.findings import Findings
from phare_cli.files.fitting import TableShape, fitted
from phare_cli.files.kind import FileKind
from phare_cli.files.records import Fault, Record, records
from phare_cli.files.source import OpenedFile, opened
from phare_cli.language.codebook import PLAIN, Codebook, Entry, shipped_codebook
from phare_cli.language.codebook_columns import ASKED_PLACES, COLUMNS, KINDS, PHRASE_PLACES, TILE, WORDS
from phare_cli.language.folding import clean, fold
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.survey import NATION

Cells = Mapping[str, str]
_REQUIRED = ("kind", "id")
_LACKS = sentence(
    "a codebook has the columns kind and id, and a label in en or fr: add a header that names them. "
    "(phare help codebook)"
)
_KIND = sentence(
    "“{cell}” is no kind of name: write {kinds}. (phare help codebook)",
    kinds=Listing(tuple(KINDS), last="or"),
)
_NO_ID = sentence("the cell is empty, and an entry names something: fill it in.")
_TWICE = sentence("line {first} names the same: keep one of them.")
_AMBIGUOUS = sentence("“{name}” is what line {first} answers to as well: leave it to one of them.")
_WORD = sentence("“{cell}” cannot stand here: write {words}, or leave the cell empty.")
_NUMBER = sentence("“{cell}” is not a number: write one, or leave the cell empty.")
_PARENT = sentence(
    "“{cell}” is no region of this codebook nor of phare's: correct it, or give it a line of its own."
)
_CIRCLE = sentence("“{cell}” lies in this region itself: correct one of the two.")
_PLACES = sentence("a clause may hold {places}, and no other brace: correct it. (phare help codebook)")
_TILE = sentence("“{cell}” is no tile: write a column and a row, such as D3, or leave the cell empty.")
_TAKEN = sentence("the tile {tile} is that of line {first} as well: move one of the two.")
_SAME = sentence("several columns are {column}, and there can be one only: rename the others.")
_COLUMN = sentence(
    "{file}: the column “{name}” is not used: a codebook has none of that name. (phare help codebook)"
)


def read_codebook_file(path: str | Path | BinaryIO, findings: Findings | None = None) -> Codebook:
    """Return the codebook in which the entries of a project's file come first, and the shipped ones after.

    Raises InvalidData with every problem of the file, UnreadableInput for what is no table.
    """
    found = Findings() if findings is None else findings
    before = found.problem_count
    with opened(path) as source:
        entries = list(_Entries(source.name, found).of(_table(source, found)))
    if found.problem_count > before and findings is None:
        found.raise_any()
    return shipped_codebook().under(entries)


def _table(source: OpenedFile, findings: Findings) -> Iterator[tuple[int, Cells]]:
    """Yield the line and the cells of each entry, by the name of their column."""
    match source.kind:
        case FileKind.TEXT:
            header, rows = _text(source, findings)
        case FileKind.XLSX | FileKind.ODS | FileKind.OLD_EXCEL | FileKind.BINARY_EXCEL:
            header, rows = _workbook(source, findings)
        case _:
            raise UnreadableInput(
                sentence("“{file}” is no codebook: save it as CSV, or as a workbook.", file=source.name)
            )
    if header is None:
        findings.problem("missing-column", _LACKS, source.name)
        return
    names = [_ours(name) for name in header]
    for name in {name for name in names if name is not None and names.count(name) > 1}:
        findings.problem("duplicate-column", Message(_SAME.text, {"column": name}), source.name, column=name)
        return
    for theirs, ours in zip(header, names, strict=True):
        if ours is None and theirs:
            findings.notice(Message(_COLUMN.text, {"file": source.name, "name": theirs}))
    shape = TableShape.of(source.name, header)
    for line, cells in fitted(rows, shape, Skipped(source.name), findings):
        yield (
            line,
            {name: clean(str(cell)) for name, cell in zip(names, cells, strict=True) if name is not None},
        )


def _text(source: OpenedFile, findings: Findings) -> tuple[list[str] | None, Iterable[Record]]:
    encoding = encoding_of(source, None)
    try:
        text = _decoded(source, encoding.first_guess)
    except UnicodeError:
        fallback = fallback_of(source, encoding, findings)
        if fallback is None:
            findings.raise_any()
            raise undecodable(source.name, encoding) from None
        try:
            text = _decoded(source, fallback)
        except UnicodeError:
            raise undecodable(source.name, encoding) from None
        findings.notice(assumed(source.name))
    dialect = dialect_of(text[:HEAD], (_find_header,))
    if dialect.fit is None:
        return None, ()

    def fault(kind: Fault, line: int, cell: str) -> None:
        tell_fault(kind, source.name, line, cell, findings)

    above = dialect.fit.line - 1
    long = LongRows(
        text[:HEAD],
        dialect.delimiter,
        source.name,
        findings,
        width=text[above].count(dialect.delimiter) + 1,
        one_cell_tells=True,
    )
    rows = records(text[above:], dialect.delimiter, fault, after=above, long=long)
    next(rows, None)
    return dialect.fit.header, rows


def _decoded(source: OpenedFile, encoding: TextEncoding) -> list[str]:
    stream = source.again()
    stream.seek(encoding.skip)
    try:
        return list(lines(stream, encoding.name, as_it_stands=encoding.is_stated))
    except NotText as error:
        raise not_text(source, error) from None


def _workbook(source: OpenedFile, findings: Findings) -> tuple[list[str] | None, Iterable[Record]]:
    from phare_cli.files.typed_cells import cell_text
    from phare_cli.files.workbooks.open_sheets import open_sheets
    from phare_cli.files.workbooks.sheets import choose_sheet

    body = choose_sheet(open_sheets(source), source.name, None, _find_header, findings)
    if body is None or body.fit is None:
        return None, ()
    header = body.fit.header
    rows = [
        (line, [cell_text(cell) for cell in cells])
        for line, cells in body.rows(len(header), source.name, findings)
    ]
    body.tell(header, range(len(header)), source.name, findings)
    return header, rows


def _find_header(rows: Iterable[Record]) -> Fit[list[str]] | None:
    """Return the first row that names what a codebook must have."""
    for line, cells in rows:
        names = [_ours(clean(cell)) for cell in cells]
        if all(name in names for name in _REQUIRED) and ("en" in names or "fr" in names):
            return Fit([clean(cell) for cell in cells], line, (len(names),), is_whole=True, is_certain=True)
    return None


def _ours(name: str) -> str | None:
    folded = fold(name)
    return next(
        (column.name for column in COLUMNS if folded in map(fold, (column.name, *column.aliases))), None
    )


class _Entries:
    """The entries of one file, each checked beside those before it."""

    def __init__(self, file: str, findings: Findings) -> None:
        self._file, self._findings = file, findings
        self._lines: dict[tuple[str, str], int] = {}
        self._names: dict[tuple[str, str], tuple[int, str]] = {}
        self._parents: dict[str, tuple[int, str]] = {}
        self._tiles: dict[str, int] = {}

    def of(self, table: Iterable[tuple[int, Cells]]) -> list[Entry]:
        """Return the entries in their order; what is wrong with them is told."""
        entries = [
            (float(cells.get("order") or "inf"), entry)
            for line, cells in table
            if (entry := self._entry(line, cells)) is not None
        ]
        ordered = [entry for _, entry in sorted(entries, key=lambda each: each[0])]
        book = shipped_codebook().under(ordered)
        self._check_parents(book)
        return [_with_parent(entry, book) for entry in ordered]

    def _entry(self, line: int, cells: Cells) -> Entry | None:
        before = self._findings.problem_count
        kind, id = self._kind(line, cells), cells["id"]
        if not id:
            self._tell("empty-name", _NO_ID, line, "id", "")
        for column, words in WORDS.items():
            if cells.get(column) and cells[column] not in words:
                self._tell(
                    "unknown-word", _WORD, line, column, cells[column], words=Listing(words, last="or")
                )
        if cells.get("order") and not _is_number(cells["order"]):
            self._tell("not-a-number", _NUMBER, line, "order", cells["order"])
        self._check_tile(line, cells)
        if kind == "phrase":
            self._check_places(line, cells)
        if self._findings.problem_count > before or kind is None:
            return None
        entry = Entry(
            kind,
            id,
            cells.get("slug") or id,
            cells.get("code", ""),
            {language: cells.get(language, "") for language in ("en", "fr")},
            tuple(filter(None, map(clean, cells.get("aliases", "").split("|")))),
            {name: cell for name, cell in cells.items() if cell and name not in (*PLAIN, "order", "remark")},
        )
        self._check_names(line, entry)
        return entry

    def _kind(self, line: int, cells: Cells) -> str | None:
        text = cells["kind"]
        kind = fold(text) if fold(text) in KINDS else shipped_codebook().find("column", text)
        if kind not in KINDS:
            self._tell("unknown-kind", _KIND, line, "kind", text)
            return None
        return kind

    def _check_names(self, line: int, entry: Entry) -> None:
        key = (entry.kind, entry.id)
        if key in self._lines:
            self._tell("duplicate-key", _TWICE, line, "id", entry.id, first=self._lines[key])
            return
        self._lines[key] = line
        if entry.kind not in ("phrase", "universe", "source", "note"):
            for name in entry.names:
                first, owner = self._names.setdefault((entry.kind, fold(name)), (line, entry.id))
                if owner != entry.id:
                    self._tell("ambiguous-name", _AMBIGUOUS, line, None, name, name=name, first=first)
        if entry.kind == "region" and "parent" in entry.forms:
            self._parents[entry.id] = (line, entry.forms["parent"])

    def _check_parents(self, book: Codebook) -> None:
        for region, (line, parent) in self._parents.items():
            id = book.find("region", parent)
            if id is None:
                self._tell("unknown-parent", _PARENT, line, "parent", parent)
            elif region in (id, *book.around(id)):
                self._tell("unknown-parent", _CIRCLE, line, "parent", parent)

    def _check_tile(self, line: int, cells: Cells) -> None:
        tile = cells.get("tile", "").upper()
        if not tile:
            return
        if not TILE.fullmatch(tile):
            self._tell("not-a-tile", _TILE, line, "tile", cells["tile"])
            return
        first = self._tiles.setdefault(tile, line)
        if first != line:
            self._tell("not-a-tile", _TAKEN, line, "tile", cells["tile"], tile=tile, first=first)

    def _check_places(self, line: int, cells: Cells) -> None:
        places = ASKED_PLACES if cells["id"].startswith("asked/") else PHRASE_PLACES
        for language in ("en", "fr"):
            if not _holds_only(cells.get(language, ""), places):
                listed = Listing(tuple(f"{{{place}}}" for place in sorted(places)))
                self._tell("wrong-clause", _PLACES, line, language, cells.get(language, ""), places=listed)

    def _tell(
        self,
        code: str,
        message: Message,
        line: int,
        column: str | None,
        cell: str,
        **values: str | int | Listing,
    ) -> None:
        told = Message(message.text, {**message.values, "cell": cell, **values})
        self._findings.problem(code, told, self._file, line, column, cell)


def _with_parent(entry: Entry, book: Codebook) -> Entry:
    """Return an entry whose parent is the id of a region, and none at all where that is the nation."""
    parent = book.find("region", entry.forms.get("parent", ""))
    forms = {name: form for name, form in entry.forms.items() if name != "parent"}
    known = {} if parent in (None, NATION) else {"parent": str(parent)}
    return entry._replace(forms={**forms, **known})


def _holds_only(pattern: str, places: frozenset[str]) -> bool:
    """Tell whether a clause has no braces but those of *places*: no attribute, no index, no format of its own."""
    try:
        parts = list(Formatter().parse(pattern))
    except ValueError:
        return False
    return all(
        name is None or (name in places and not spec and not turned) for _, name, spec, turned in parts
    )


def _is_number(text: str) -> bool:
    try:
        return abs(float(text)) < float("inf")
    except ValueError:
        return False
