"""Read a file of text with delimiters: encoding, dialect, rows. Two passes at most, one when it is UTF-8."""

from collections.abc import Callable, Collection, Iterator, Sequence
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, BinaryIO

from phare_cli.files.delimiter import HEAD, Dialect, dialect_of, tell_quoted_lines
from phare_cli.files.encoding import NotPlain, NotText, TextEncoding, encoding_of, lines
from phare_cli.files.faults.skipped import tell_preamble
from phare_cli.files.findings import Findings
from phare_cli.files.records import Fault, Record, records
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.survey import Estimate
from phare_cli.results.headers.find_header import header_finders
from phare_cli.results.headers.header import Header
from phare_cli.results.rows import EstimatesByKey
from phare_cli.results.rules import Rules
from phare_cli.results.table_reader import read_table

if TYPE_CHECKING:
    from phare_cli.files.faults.swallowed import LongRows
    from phare_cli.results.columns.cell_blocks import CellBlocks
    from phare_cli.results.columns.columned_rows import ColumnedRows

LARGE = 1 << 19  # bytes: fewer are read row by row before numpy is there


def read_text(
    source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> Sequence[Estimate]:
    """Return the estimates of a text. Raises UnreadableInput for bytes that are none."""
    encoding = encoding_of(source, rules.encoding)
    try:
        return _attempt(source, encoding.first_guess, rules, findings, seen)
    except UnicodeError:
        return _otherwise(source, encoding, rules, findings, seen)


def _otherwise(
    source: OpenedFile, encoding: TextEncoding, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> Sequence[Estimate]:
    """Return the estimates of a text that is not in *encoding*."""
    from phare_cli.files.faults.text_faults import (  # of use for such texts only
        assumed,
        fallback_of,
        undecodable,
    )

    fallback = fallback_of(source, encoding, findings)
    if fallback is None:
        return []
    try:
        estimates = _attempt(source, fallback, rules, findings, seen)
    except UnicodeError:
        raise undecodable(source.name, encoding) from None
    findings.notice(assumed(source.name))
    return estimates


def _attempt(
    source: OpenedFile, encoding: TextEncoding, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> Sequence[Estimate]:
    """Return the estimates of a text in *encoding*. Raises UnicodeError, having left no trace, when it is not."""
    found = findings.apart()
    count_before = len(seen)
    try:
        try:
            estimates = _read(TextSource(source, encoding), rules, found, seen)
        except NotPlain:
            _forget(seen, count_before)
            found = findings.apart()
            estimates = _read(TextSource(source, encoding, is_plain=False), rules, found, seen)
    except UnicodeError:
        _forget(seen, count_before)
        raise
    except NotText as error:
        from phare_cli.files.faults.text_faults import not_text  # of use for such bytes only

        raise not_text(source, error) from None
    findings.absorb(found)
    return estimates


def tell_above(above: Sequence[str], file: str, findings: Findings) -> None:
    """Say that the lines above the header were skipped, unless they are empty."""
    tell_preamble((line.strip(' \t\r\n;,|"') for line in above), file, findings)


class TextSource:
    """Bytes and what they are written in; *is_plain* until that is found to be wrong."""

    __slots__ = ("encoding", "is_plain", "source")

    def __init__(self, source: OpenedFile, encoding: TextEncoding, *, is_plain: bool = True) -> None:
        self.source, self.encoding, self.is_plain = source, encoding, is_plain

    def lines(self) -> Iterator[str]:
        stream = self.source.again()
        stream.seek(self.encoding.skip)
        return lines(stream, self.encoding.name, as_it_stands=self.encoding.is_stated)

    def plain_rows(
        self, head: Sequence[str], header: Header, delimiter: str, rules: Rules
    ) -> Iterator[Record] | None:
        """Return the rows that *rules* want, found fast; None when all rows have to be parted. May raise NotPlain."""
        from phare_cli.results.fast.scan import ENCODINGS, plain_rows  # of use for large files only

        above, name = "".join(head[: header.line]), self.encoding.name
        if not self.is_plain or rules.row_filter is None or name not in ENCODINGS:
            return None
        return plain_rows(self._below(above), header, delimiter, name, rules, rules.row_filter)

    def is_for_columns(self, rules: Rules) -> bool:
        """Whether the text is one to be read into columns: large, plain as far as is known, and wanted as a whole."""
        if not self.is_plain or rules.row_filter is not None or self.encoding.name not in ("utf-8", "cp1252"):
            return False
        return len(self.source.again().read(LARGE)) == LARGE

    def head(self, rules: Rules) -> tuple[list[str], Dialect[Header], Iterator[str]]:
        """Return the first lines, what they tell of the others, and these."""
        rest = self.lines()
        head = list(islice(rest, HEAD))
        return head, dialect_of(head, header_finders(rules.map, rules.usual_map)), rest

    def columned_rows(
        self, head: Sequence[str], header: Header, delimiter: str, rules: Rules, also: Collection[int]
    ) -> "ColumnedRows":
        """Return the rows of a large file, to be read into columns, *also* those to be read one by one too.

        May raise NotPlain.
        """
        from phare_cli.results.fast.plain import require_numpy  # of use for large files only

        require_numpy()
        from phare_cli.results.columns.columned_rows import ColumnedRows

        stream = self._below("".join(head[: header.line]))
        return ColumnedRows(stream, header, delimiter, self.encoding.name, rules, also)

    def cell_blocks(self, head: Sequence[str], header: Header, delimiter: str) -> "CellBlocks":
        """Return the rows of a large file in blocks."""
        from phare_cli.results.columns.cell_blocks import CellBlocks

        stream = self._below("".join(head[: header.line]))
        return CellBlocks(stream, delimiter, self.encoding.name, len(header.names))

    def _below(self, above: str) -> BinaryIO:
        """Return the bytes that stand below the first lines."""
        stream = self.source.again()
        stream.seek(self.encoding.skip + len(above.encode(self.encoding.name)))
        return stream


def _forget(seen: EstimatesByKey, count: int) -> None:
    """Leave in *seen* its first *count* estimates."""
    while len(seen) > count:
        seen.popitem()


def _read(text: TextSource, rules: Rules, findings: Findings, seen: EstimatesByKey) -> Sequence[Estimate]:
    file = text.source.name

    def fault(kind: Fault, line: int, cell: str) -> None:
        from phare_cli.files.faults.text_faults import tell_fault  # of use where quotes are broken

        tell_fault(kind, file, line, cell, findings)

    is_for_columns = not seen and text.is_for_columns(rules)
    head, dialect, rest = text.head(rules)
    header = dialect.fit.header if dialect.fit is not None else None
    if header is None or not header.is_whole:
        if tell_quoted_lines(head, file, findings):
            return []
        for line, _ in records(chain(head, rest), dialect.delimiter, fault):
            if line >= HEAD:  # only for the faults that may have hidden the header
                break
        return read_table(header, (), file, rules, findings, seen)
    above = header.line - 1
    tell_above(head[dialect.is_stated : above], file, findings)
    found = text.plain_rows(head, header, dialect.delimiter, rules) if rules.row_filter else None
    if found is not None:
        estimates = read_table(header, found, file, rules, findings, seen)
        if any(problem.code == "mixed-decimal" for problem in findings.problems):
            raise NotPlain  # rows that nobody asked for may settle the doubt
        return estimates

    if is_for_columns:
        rows_of = partial(text.columned_rows, head, header, dialect.delimiter, rules)
        return _in_columns(rows_of, header, file, rules, findings, seen)

    looks: list[LongRows] = []
    width = len(header.names)

    def long(line: int, lines: Sequence[str]) -> None:
        from phare_cli.files.faults.swallowed import LongRows  # of use where a row takes several lines

        if not looks:
            looks.append(LongRows(head, dialect.delimiter, file, findings, width=width))
        looks[0](line, lines)

    rows = records(chain(head[above:], rest), dialect.delimiter, fault, after=above, long=long)
    next(rows, None)
    return read_table(header, rows, file, rules, findings, seen)


def _in_columns(
    rows_of: "Callable[[Collection[int]], ColumnedRows]",
    header: Header,
    file: str,
    rules: Rules,
    findings: Findings,
    seen: EstimatesByKey,
) -> Sequence[Estimate]:
    """Return the estimates of a large file: once more with rows that repeat one another among its witnesses."""
    repeated: Collection[int] = ()
    while True:
        found = findings.apart()
        columned = rows_of(repeated)
        kept = read_table(header, columned, file, rules, found, seen)
        if not kept:
            raise NotPlain  # whether a figure is left is for all rows to say
        rows = columned.all_rows(file)
        repeated = columned.repeated(rows)
        if not repeated:
            findings.absorb(found)
            return columned.kept(rows, kept)
        seen.clear()
