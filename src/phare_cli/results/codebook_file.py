"""Read a project's own codebook, as strictly as results are read, over the one that ships."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from phare_cli.files.delimiter import HEAD, Fit, dialect_of
from phare_cli.files.encoding import NotText, TextEncoding, encoding_of, lines
from phare_cli.files.faults.skipped import Skipped
from phare_cli.files.faults.swallowed import LongRows
from phare_cli.files.faults.text_faults import assumed, fallback_of, not_text, tell_fault, undecodable
from phare_cli.files.findings import Findings
from phare_cli.files.fitting import TableShape, fitted
from phare_cli.files.records import Fault, Record, records
from phare_cli.files.source import OpenedFile, opened
from phare_cli.language.codebook import Codebook, shipped_codebook
from phare_cli.language.codebook_columns import COLUMNS
from phare_cli.language.folding import clean, fold
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence
from phare_cli.results.codebook_entries import Cells, CodebookEntries

_REQUIRED = ("kind", "id")
_LACKS = sentence(
    "a codebook has the columns kind and id, and a label in en or fr, what is equivalent or a color: add a header "
    "that names them. (phare help codebook)"
)
_SAME = sentence("several columns are {column}, and there can be one only: rename the others.")
_COLUMN = sentence(
    "{file}: the column “{name}” is not used: a codebook has none of that name. (phare help codebook)"
)


def read_codebook_file(
    path: str | Path | BinaryIO, findings: Findings | None = None, encoding: str | None = None
) -> Codebook:
    """Return the codebook in which the entries of a project's file come first, and the shipped ones after.

    What is no UTF-8 is read in the *encoding* that a project states of its files, where it states one.
    Raises InvalidData with every problem of the file, UnreadableInput for what is no table.
    """
    found = Findings() if findings is None else findings
    before = found.problem_count
    with opened(path) as source:
        entries, name = CodebookEntries(source.name, found).of(_table(source, found, encoding)), source.name
    if found.problem_count > before and findings is None:
        found.raise_any()
    return shipped_codebook().under(entries, name)


def _table(source: OpenedFile, findings: Findings, encoding: str | None) -> Iterator[tuple[int, Cells]]:
    """Yield the line and the cells of each entry, by the name of their column."""
    match source.kind:
        case "text":
            header, rows = _text(source, findings, encoding)
        case "xlsx" | "ods" | "xls" | "xlsb":
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


def _text(
    source: OpenedFile, findings: Findings, stated: str | None
) -> tuple[list[str] | None, Iterable[Record]]:
    encoding = encoding_of(source, None)
    try:
        text = _decoded(source, encoding.first_guess)
    except UnicodeError:
        # phare drafts codebooks in UTF-8 whatever the data are written in: that is looked for first.
        fallback = (
            encoding_of(source, stated).first_guess if stated else fallback_of(source, encoding, findings)
        )
        if fallback is None:
            findings.raise_any()
            raise undecodable(source.name, encoding) from None
        try:
            text = _decoded(source, fallback)
        except UnicodeError:
            raise undecodable(source.name, encoding) from None
        if not stated:
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
        if all(name in names for name in _REQUIRED) and not {"en", "fr", "equivalent", "color"}.isdisjoint(
            names
        ):
            return Fit([clean(cell) for cell in cells], line, (len(names),), is_whole=True, is_certain=True)
    return None


def _ours(name: str) -> str | None:
    folded = fold(name)
    return next(
        (column.name for column in COLUMNS if folded in map(fold, (column.name, *column.aliases))), None
    )
