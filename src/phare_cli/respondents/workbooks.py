"""Read respondents from a sheet of an Excel or OpenDocument workbook."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import chain, islice
from typing import TYPE_CHECKING

from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Listing, sentence
from phare_cli.respondents.header_rows import ColumnNames, numbered, read_header
from phare_cli.respondents.textual import CHUNK, ColumnChunk, TextSource, reading, text_of

if TYPE_CHECKING:
    from phare_cli.respondents.found import Findings
    from phare_cli.respondents.open_file import FileOptions

Row = Sequence[object]


def open_xlsx(path: str, options: FileOptions, findings: Findings) -> TextSource:
    """Return the respondents of an Excel workbook, read row by row."""
    with reading(path, "excel"):
        from openpyxl import load_workbook

        workbook = load_workbook(path, read_only=True, data_only=True)
        try:
            sheet = workbook[_sheet(path, options.sheet, workbook.sheetnames)]
            rows = sheet.iter_rows(values_only=True)
            return _source(path, rows, sheet.max_row, options, findings, workbook.close)
        except BaseException:
            workbook.close()
            raise


def open_ods(path: str, options: FileOptions, findings: Findings) -> TextSource:
    """Return the respondents of an OpenDocument workbook, which is read whole."""
    with reading(path, "excel"):
        import pandas as pd

        with pd.ExcelFile(path, engine="odf") as book:
            name = _sheet(path, options.sheet, [str(each) for each in book.sheet_names])
            frame = pd.read_excel(book, sheet_name=name, header=None, dtype=object, keep_default_na=False)
        rows = frame.itertuples(index=False, name=None)
        return _source(path, rows, len(frame), options, findings, None)


def _sheet(path: str, asked: str, names: Sequence[str]) -> str:
    if not asked:
        return names[0]
    if asked not in names:
        raise UnreadableInput(
            sentence(
                "“{file}” has no sheet called “{name}”: it has {sheets}.",
                file=path,
                name=asked,
                sheets=Listing(tuple(names)),
            )
        )
    return asked


def _source(
    path: str,
    rows: Iterable[Row],
    size: int | None,
    options: FileOptions,
    findings: Findings,
    closing: Callable[[], object] | None,
) -> TextSource:
    left = iter(rows)
    first = list(islice(left, 3))
    if not first:
        raise UnreadableInput(sentence("“{file}” is empty: it needs a row for each respondent.", file=path))
    texts = [[text_of(value) for value in row] for row in first]
    header = read_header(texts) if options.has_header else numbered(len(texts[0]))
    if header.notice:
        findings.notice(header.notice)
    width = len(header.names)
    return TextSource(
        path,
        ColumnNames(header.names, header.wordings, header.rows),
        _chunks(chain(first[header.rows :], left), width, path),
        rows=size,
        first_line=header.rows + 1,
        closing=closing,
    )


def _chunks(rows: Iterator[Row], width: int, path: str) -> Iterator[ColumnChunk]:
    with reading(path, "excel"):
        while taken := list(islice(rows, CHUNK)):
            padded = [[*row[:width], *[None] * (width - len(row))] for row in taken]
            blanks = [[None if value == "" else value for value in row] for row in padded]
            yield list(zip(*blanks, strict=True))
