"""Find in a large plain text the rows that may be wanted, having checked the structure of every row.

Whatever is not plain (a quote in a cell, a row of another width, figures that may be read in two ways) is left to the
general reader, from the beginning. Both come to the same; this one does not part the other rows into cells.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from typing import BinaryIO

from phare_cli.files.encoding import NotPlain, spoiled
from phare_cli.files.numbers import number
from phare_cli.files.records import Record
from phare_cli.results import names
from phare_cli.results.fast.name_pattern import pattern
from phare_cli.results.fast.plain import Structure, blocks
from phare_cli.results.fast.second_half import second_half
from phare_cli.results.fast.unquoted import Quotes
from phare_cli.results.headers.header import Header
from phare_cli.results.row_filter import RowFilter
from phare_cli.results.rules import Rules

Behind = tuple[list[Record], int, set[bytes]]
_MOST = 1 << 15  # rows
ENCODINGS = ("utf-8", "cp1252")  # each writes ASCII as ASCII, and nothing else with its bytes


def plain_rows(
    stream: BinaryIO, header: Header, delimiter: str, encoding: str, rules: Rules, row_filter: RowFilter
) -> Iterator[Record]:
    """Yield the line and the cells of each row of *stream*, which stands below the header, that may be wanted.

    Raises NotPlain, also having yielded rows; UnicodeError where the bytes are not of *encoding*.
    """
    search = _Search(header, delimiter, encoding, rules, row_filter)
    yield from search.rows(islice(blocks(stream), 1), header.line + 1)
    with second_half(stream, search.behind) as half:
        yield from search.rows(blocks(stream, half.start), search.line)
        found = next(half.found, None)
    yield from search.rows(blocks(stream), search.line) if found is None else search.beside(*found)


class _Search:
    """What finds the rows that may be wanted of a file, block by block."""

    def __init__(
        self, header: Header, delimiter: str, encoding: str, rules: Rules, row_filter: RowFilter
    ) -> None:
        asked = {
            header.places[column]: row_filter.spellings(column)
            for column in row_filter.names
            if column in header.places
        }
        if not asked:
            raise NotPlain
        self._may_be_wanted = pattern(asked, delimiter)
        self._structure = Structure(header, delimiter, rules)
        self._parted = partial(csv.reader, delimiter=delimiter, strict=True, skipinitialspace=True)
        self._quotes = Quotes(delimiter)
        self._header, self._encoding, self._rules = header, encoding, rules
        self.line = 0  # of the next row

    def rows(self, blocks: Iterable[bytes], line: int) -> Iterator[Record]:
        """Yield the rows of *blocks*, the first of which opens on a *line*."""
        self.line, encoding = line, self._encoding
        for written in blocks:
            if (not written.isascii() or b"&" in written) and spoiled(written.decode(encoding), encoding)[1]:
                raise NotPlain  # the general reader tells where, or reads it as it stands where the reader says so
            block = self._quotes.off(written)
            if b"%" in block and self._rules.scale is None:
                raise NotPlain  # beside a figure with its sign, one below 1 without leaves a doubt
            rows = self._structure.rows(block)
            found = dict(_found(block, self._may_be_wanted, self.line, encoding))
            if self.line == self._header.line + 1 and self._rules.scale is None:
                each = block.decode(encoding).split("\n")[1:-1]
                place = _shows_percents(self._parted(each), self._header, self._rules)
                found = dict(sorted({**found, self.line + place: each[place]}.items()))
            self.line += rows
            yield from zip(found, map(self._quotes.restored, self._parted(found.values())), strict=True)

    def behind(self, stream: BinaryIO) -> Iterator[Behind]:
        """Yield at once the rows in what is left of *stream*, from line 0 on, how many all are, the marks in them."""
        found = list(islice(self.rows(blocks(stream), 0), _MOST + 1))
        if len(found) > _MOST:
            raise NotPlain  # they take more to hand over than to find
        yield found, self.line, self._structure.marks

    def beside(self, found: Sequence[Record], rows: int, marks: set[bytes]) -> Iterator[Record]:
        """Yield the rows that were found behind the last one."""
        self._structure.add(marks)
        for line, cells in found:
            yield self.line + line, cells
        self.line += rows


def _found(
    block: bytes, may_be_wanted: re.Pattern[bytes], line: int, encoding: str
) -> Iterator[tuple[int, str]]:
    """Yield the line and the text of each row that may be wanted, of a block whose first row is on *line*."""
    counted, line = 0, line - 1
    for found in may_be_wanted.finditer(block):
        begin = found.start() + 1
        line += block.count(b"\n", counted, begin)
        counted = begin
        yield line, block[begin : block.find(b"\n", begin)].decode(encoding)


def _shows_percents(rows: Iterable[Sequence[str]], header: Header, rules: Rules) -> int:
    """Return the place of the first row whose figure is a percentage above 1, or has its sign.

    It says for the rows to come that percentages are not written 0-1. Raises NotPlain when there is none.
    """
    value, unit = header.places.get("value"), header.places.get("unit")
    if value is None:
        raise NotPlain
    constant = names.unit(header.constants.get("unit", ""))
    for place, cells in enumerate(rows):
        if (constant if unit is None else names.unit(cells[unit])) == "percent":
            read = number(cells[value], rules.decimal_mark)
            if read is not None and 0 <= read.value <= 100 and (read.percent or read.value > 1):
                return place
    raise NotPlain
