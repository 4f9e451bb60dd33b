"""Find where the rows of a text of respondents start: its delimiter, its header, the lines above the first row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from phare_cli.files.delimiter import HEAD, dialect_of, tell_quoted_lines
from phare_cli.files.encoding import NotText, TextEncoding, lines
from phare_cli.files.faults.skipped import tell_preamble
from phare_cli.files.faults.text_faults import fallback_of, not_text, tell_fault, undecodable
from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.records import Fault, records
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.message import sentence
from phare_cli.respondents.header_rows import ColumnNames, header_finder

EMPTY = sentence("the file is empty: it needs a header and one row for each respondent.")
NO_ROWS = sentence("the file has a header and no respondent below it: add one row for each respondent.")
_LONGEST_HEAD = HEAD << 12  # lines
_LONGEST_CELL = 1000  # lines


class TextStart(NamedTuple):
    """Where the rows of a text start: on *line*, after *size* bytes of the text in UTF-8."""

    header: ColumnNames
    delimiter: str
    line: int
    size: int


def start_of(
    source: OpenedFile,
    encoding: TextEncoding,
    options: FileOptions,
    findings: Findings,
    asked_columns: Sequence[str],
) -> TextStart:
    """Return where the rows start. Raises UnreadableInput for what is no text, InvalidData for one without a row.

    A header may be longer than the first lines that are looked at, where its cells hold line breaks.
    """
    find = header_finder(asked_columns, has_header=options.has_header)
    count = HEAD
    while True:
        head = _head(source, encoding, count, findings)
        dialect = dialect_of(head, (find,), options.delimiter)
        fit = dialect.fit
        if fit is None:
            break
        first = _line_below(head, dialect.delimiter, fit.line, fit.header.rows, is_cut=len(head) == count)
        if first is not None or len(head) < count or count > _LONGEST_HEAD:
            break
        count <<= 3
    if (fit is None or not fit.is_whole) and tell_quoted_lines(head, source.name, findings):
        findings.raise_any()
    if fit is None or not fit.is_whole:
        _tell_faults(source, encoding, head, dialect.delimiter, findings)
    if fit is None:
        raise no_respondent(source.name, findings)
    above = head[dialect.is_stated : fit.line - 1]
    tell_preamble((line.strip(' \t\r\n;,|"') for line in above), source.name, findings)
    if fit.header.notice:
        findings.notice(fit.header.notice)
    line = first or len(head) + 1
    size = sum(len(each.encode()) for each in head[: line - 1])
    return TextStart(fit.header, dialect.delimiter, line, size)


def no_respondent(file: str, findings: Findings) -> InvalidData:
    """Return the error of a file without a row, beside what else is wrong in it."""
    findings.problem("empty-file", EMPTY, file)
    return InvalidData(findings.problems, findings.problem_count)


def _head(source: OpenedFile, encoding: TextEncoding, count: int, findings: Findings) -> list[str]:
    """Return the first lines of a text, read as it will be as far as they can tell."""
    try:
        return _lines(source, encoding.first_guess, count)
    except UnicodeError:
        fallback = fallback_of(source, encoding, findings)
    if fallback is None:
        raise InvalidData(findings.problems, findings.problem_count)
    try:
        return _lines(source, fallback, count)
    except UnicodeError:
        raise undecodable(source.name, encoding) from None


def _lines(source: OpenedFile, encoding: TextEncoding, count: int) -> list[str]:
    stream = source.again()
    stream.seek(encoding.skip)
    try:
        return list(islice(lines(stream, encoding.name, as_it_stands=encoding.is_stated), count))
    except NotText as error:
        raise not_text(source, error) from None


def _line_below(head: Sequence[str], delimiter: str, line: int, rows: int, *, is_cut: bool) -> int | None:
    """Return the line below *rows* records from *line* on; None where the lines do not hold it.

    What stands there may be a broken quote, which is told when it is read. Lines that are *cut* off the file must
    hold a record below, too: without one the header itself goes on.
    """
    read, faults = line - 1, 0

    def lines() -> Iterator[str]:
        nonlocal read
        for each in head[line - 1 :]:
            read += 1
            yield each

    def fault(kind: Fault, line: int, text: str) -> None:
        nonlocal faults
        faults += 1

    found = (cells for _, cells in records(lines(), delimiter, fault) if cells)
    if sum(1 for _ in islice(found, rows)) < rows or faults:
        return None
    below = next((each for each in range(read + 1, len(head) + 1) if head[each - 1].strip("\r\n")), None)
    return None if is_cut and next(found, None) is None else below


def _tell_faults(
    source: OpenedFile, encoding: TextEncoding, head: Sequence[str], delimiter: str, findings: Findings
) -> None:
    """Tell of the broken quotes that may have hidden the header; the last of the first lines may end in a cell."""

    def fault(kind: Fault, line: int, text: str) -> None:
        tell_fault(kind, source.name, line, text, findings)

    try:
        beyond: Sequence[str] = _lines(source, encoding.first_guess, len(head) + _LONGEST_CELL)
    except UnicodeError:
        beyond = head
    for line, _ in records(beyond, delimiter, fault):
        if line >= len(head):
            break
