"""Read a file of text with delimiters: encoding, dialect, rows. Two passes at most, one when it is UTF-8."""

from collections.abc import Iterator, Sequence
from itertools import chain, islice
from typing import NamedTuple

from phare_cli.files import limits
from phare_cli.files.encoding import NotPlain, NotText, lines, marked_encoding, unmarked_encoding
from phare_cli.files.findings import Findings
from phare_cli.files.records import Fault, Record, records
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Fill, Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results.dialect import HEAD, dialect_of
from phare_cli.results.header import Header
from phare_cli.results.rows import EstimatesByKey
from phare_cli.results.rules import Rules
from phare_cli.results.table_reader import read_table, tell_preamble

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


def read_text(source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey) -> list[Estimate]:
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
    source: OpenedFile,
    encoding: str,
    rules: Rules,
    findings: Findings,
    seen: EstimatesByKey,
    *,
    skip: int = 0,
) -> list[Estimate]:
    """Return the estimates of a text in *encoding*. Raises UnicodeError, having left no trace, when it is not."""
    found = Findings()
    held = len(seen)
    try:
        try:
            estimates = _read(_Text(source, encoding, skip), rules, found, seen)
        except NotPlain:
            _forget(seen, held)
            found = Findings()
            estimates = _read(_Text(source, encoding, skip, is_plain=False), rules, found, seen)
    except UnicodeError:
        _forget(seen, held)
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


class _Text(NamedTuple):
    """Bytes, what they are written in, where their text begins; *is_plain* until that is found to be wrong."""

    source: OpenedFile
    encoding: str
    skip: int
    is_plain: bool = True

    def lines(self) -> Iterator[str]:
        stream = self.source.again()
        stream.seek(self.skip)
        return lines(stream, self.encoding)

    def plain_rows(
        self, head: Sequence[str], header: Header, delimiter: str, rules: Rules
    ) -> Iterator[Record] | None:
        """Return the rows that *rules* want, found fast; None when all rows have to be parted. May raise NotPlain."""
        from phare_cli.results.fast.scan import ENCODINGS, plain_rows  # of use for large files only

        above = "".join(head[: header.line])
        if not self.is_plain or rules.wanted is None or self.encoding not in ENCODINGS or '"' in above:
            return None
        stream = self.source.again()
        stream.seek(self.skip + len(above.encode(self.encoding)))
        return plain_rows(stream, header, delimiter, self.encoding, rules, rules.wanted)


def _forget(seen: EstimatesByKey, held: int) -> None:
    """Leave in *seen* what it held."""
    while len(seen) > held:
        seen.popitem()


def _read(text: _Text, rules: Rules, findings: Findings, seen: EstimatesByKey) -> list[Estimate]:
    file = text.source.name

    def fault(kind: Fault, line: int, cell: str) -> None:
        said, code = _FAULTS[kind]
        message = Message(said.text, {"limit": limits.CELL} if kind is Fault.LARGE else {})
        findings.problem(code, message, file, line, None, cell)

    rest = text.lines()
    head = list(islice(rest, HEAD))
    dialect = dialect_of(head, rules.map)
    if dialect.header is None or not dialect.header.is_whole:
        for _ in records(head, dialect.delimiter, fault):
            pass  # only for the faults that may have hidden the header
        return read_table(dialect.header, (), file, rules, findings, seen)
    above = dialect.header.line - 1
    tell_preamble((line.strip(' \t\r\n;,|"') for line in head[dialect.is_stated : above]), file, findings)
    rows = text.plain_rows(head, dialect.header, dialect.delimiter, rules) if rules.wanted else None
    if rows is None:
        rows = records(chain(head[above:], rest), dialect.delimiter, fault, after=above)
        next(rows, None)
    return read_table(dialect.header, rows, file, rules, findings, seen)


_FAULTS = {
    Fault.UNCLOSED: (_UNCLOSED, "unclosed-quote"),
    Fault.STRAY: (_STRAY, "stray-quote"),
    Fault.LARGE: (_LARGE, "cell-too-long"),
}
