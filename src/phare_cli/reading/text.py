"""Read a file of text with delimiters: encoding, dialect, rows. Two passes at most, one when it is UTF-8."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain, islice

from phare_cli.errors import UnreadableInput
from phare_cli.message import Fill, Message, sentence
from phare_cli.reading import limits
from phare_cli.reading.decoding import NotText, lines, marked_encoding, unmarked_encoding
from phare_cli.reading.dialect import HEAD, dialect_of
from phare_cli.reading.findings import Findings
from phare_cli.reading.records import Fault, records
from phare_cli.reading.rows import Seen
from phare_cli.reading.rules import Rules
from phare_cli.reading.source import Source
from phare_cli.reading.table import read_table, tell_preamble
from phare_cli.survey import Estimate

_SAMPLE = 4096
_FALLBACK = "cp1252"
_ASSUMED = sentence(
    "“{file}” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding."
)
_NEITHER = sentence(
    "“{file}” is neither UTF-8 nor Windows-1252: say its --encoding, or save it as CSV UTF-8."
)
_NOT_AS_SAID = sentence("“{file}” is not {encoding}: leave --encoding out, or correct it.")
_BROKEN_MARK = sentence(
    "“{file}” begins as {encoding} and goes on as something else: save it again as CSV UTF-8."
)
_UNMARKED = sentence("“{file}” looks like UTF-16 without its byte order mark: say --encoding {encoding}.")
_NUL = sentence("“{file}” holds NUL characters (line {line}), which no text does: save the table as CSV.")
_LONG_LINE = sentence(
    "line {line} of “{file}” is longer than {limit} characters, the most that phare reads: is it a table?"
)
_UNCLOSED = sentence(
    "a quote opens here and is not closed: close it, or write it twice if it belongs to the text."
)
_STRAY = sentence("text follows the quote that closes a cell: write a quote twice if it belongs to the text.")
_LARGE = sentence(
    "a cell here is longer than {limit} characters, the most that phare reads: is a quote not closed?"
)


def read_text(source: Source, rules: Rules, findings: Findings, seen: Seen) -> list[Estimate]:
    """Return the estimates of a text. Raises UnreadableInput for bytes that are none."""
    marked = marked_encoding(source.again().read(4))
    stated = marked[0] if marked else rules.encoding
    try:
        return _attempt(source, stated or "utf-8", rules, findings, seen, skip=marked[1] if marked else 0)
    except UnicodeError:
        if stated:
            said = _BROKEN_MARK if marked else _NOT_AS_SAID
            raise UnreadableInput(Message(said.text, {"file": source.name, "encoding": stated})) from None
    try:
        estimates = _attempt(source, _FALLBACK, rules, findings, seen)
    except UnicodeError:
        raise UnreadableInput(Message(_NEITHER.text, {"file": source.name})) from None
    findings.notice(Message(_ASSUMED.text, {"file": source.name}))
    return estimates


def _attempt(
    source: Source, encoding: str, rules: Rules, findings: Findings, seen: Seen, *, skip: int = 0
) -> list[Estimate]:
    """Return the estimates of a text in *encoding*. Raises UnicodeError, having left no trace, when it is not."""
    found = Findings()
    held = len(seen)
    stream = source.again()
    stream.seek(skip)
    try:
        estimates = _read(source.name, lines(stream, encoding), rules, found, seen)
    except UnicodeError:
        while len(seen) > held:
            seen.popitem()
        raise
    except NotText as error:
        values: dict[str, Fill] = {"file": source.name, "line": error.line, "limit": limits.LINE}
        if error.is_long:
            raise UnreadableInput(Message(_LONG_LINE.text, values)) from None
        unmarked = unmarked_encoding(source.again().read(_SAMPLE))
        said = _UNMARKED if unmarked else _NUL
        raise UnreadableInput(Message(said.text, {**values, "encoding": unmarked or ""})) from None
    findings.absorb(found)
    return estimates


def _read(file: str, text: Iterable[str], rules: Rules, findings: Findings, seen: Seen) -> list[Estimate]:
    def fault(kind: Fault, line: int, cell: str) -> None:
        said, code = _FAULTS[kind]
        message = Message(said.text, {"limit": limits.CELL} if kind is Fault.LARGE else {})
        findings.problem(code, message, file, line, None, cell)

    rest = iter(text)
    head = list(islice(rest, HEAD))
    dialect = dialect_of(head, rules.map)
    if dialect.header is None or not dialect.header.is_whole:
        for _ in records(head, dialect.delimiter, fault):
            pass  # only for the faults that may have hidden the header
        return read_table(dialect.header, (), file, rules, findings, seen)
    above = dialect.header.line - 1
    tell_preamble((line.strip(' \t\r\n;,|"') for line in head[dialect.is_stated : above]), file, findings)
    rows = records(chain(head[above:], rest), dialect.delimiter, fault, after=above)
    next(rows, None)
    return read_table(dialect.header, rows, file, rules, findings, seen)


_FAULTS = {
    Fault.UNCLOSED: (_UNCLOSED, "unclosed-quote"),
    Fault.STRAY: (_STRAY, "stray-quote"),
    Fault.LARGE: (_LARGE, "cell-too-long"),
}
