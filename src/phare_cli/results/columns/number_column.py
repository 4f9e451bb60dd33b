"""Read a column of numbers, all cells of a block together, each to the double that ``float`` gives.

Digits and at most one mark are read as they stand, also within blanks and before a percent sign. Of other cells each
text is read once, as the general reader does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.numbers import LONGEST, MOST_DECIMALS, DecimalClue, is_missing, number
from phare_cli.results.columns.block_cells import WORD, BlockCells, Places, Words
from phare_cli.results.columns.eight_digits import (
    beyond_digits,
    last_letters,
    mark_in,
    meant,
    place_of,
    whole,
    without_mark,
)
from phare_cli.results.columns.long_numbers import read_long
from phare_cli.results.columns.text_column import TextColumn
from phare_cli.results.columns.trimmed_cells import trimmed

Flags = NDArray[np.bool_]
_MANY = 1 << 16
_POWERS = np.power(10.0, np.arange(WORD))
_ZERO = ord("0")


class Printed(IntEnum):
    """What a cell looks like."""

    EMPTY = 0
    WHOLE = 1
    POINT = 2
    MAYBE_POINT = 3  # 1.234 may have three decimals, or a mark between thousands
    COMMA = 4
    MAYBE_COMMA = 5  # 1,234, read as such a mark
    OTHER = 6  # no number


_OF_CLUE: dict[DecimalClue, Printed] = {
    "none": Printed.WHOLE,
    "comma": Printed.COMMA,
    "point": Printed.POINT,
    "maybe point": Printed.MAYBE_POINT,
    "maybe comma": Printed.MAYBE_COMMA,
}


def _printed(has_mark: Flags, is_comma: Flags) -> NDArray[np.uint8]:
    """Return what numbers look like that have a mark, which may be a comma."""
    looks = has_mark * np.uint8(Printed.POINT - Printed.WHOLE)
    looks += is_comma * np.uint8(Printed.COMMA - Printed.POINT)
    looks += np.uint8(Printed.WHOLE)
    return looks


class BlockNumbers(NamedTuple):
    """The cells of one block as numbers, NaN where there is none; what they look like, with a percent sign or not."""

    values: NDArray[np.float64]
    decimals: NDArray[np.int8]
    printed: NDArray[np.uint8]
    is_percent: Flags

    @classmethod
    def of(cls, rows: int) -> BlockNumbers:
        """Return what no cell was read of so far."""
        empty = np.zeros(rows, dtype=np.uint8)
        return cls(np.full(rows, np.nan), empty.view(np.int8).copy(), empty, np.zeros(rows, dtype=bool))

    def at(self, places: NDArray[np.integer]) -> BlockNumbers:
        """Return what was read of the cells at some places."""
        return BlockNumbers(
            self.values[places], self.decimals[places], self.printed[places], self.is_percent[places]
        )

    def put(self, rows: Places | slice, read: BlockNumbers) -> None:
        """Set what was read of some rows."""
        self.values[rows], self.decimals[rows] = read.values, read.decimals
        self.printed[rows], self.is_percent[rows] = read.printed, read.is_percent


class NumberColumn:
    """The column at *place* of a file with a *decimal_mark*, if one is stated; *read* decodes a cell."""

    def __init__(
        self, place: int, read: Callable[[bytes], str], encoding: str, decimal_mark: str | None
    ) -> None:
        self.place, self._read, self._encoding, self._decimal_mark = place, read, encoding, decimal_mark
        self._marks = (".", ",") if decimal_mark is None else (decimal_mark,)
        self._texts, self._numbers = TextColumn(place, read), BlockNumbers.of(0)

    def numbers(self, cells: BlockCells) -> BlockNumbers:
        """Return the numbers of a block."""
        starts, ends = cells.bounds(self.place)
        found, is_read = self._plain(cells, starts, ends)
        odd = np.flatnonzero(~is_read & (ends > starts))
        if odd.size:
            found.put(odd, self._odd(cells, starts[odd], ends[odd]))
        return found

    def _plain(self, cells: BlockCells, starts: Places, ends: Places) -> tuple[BlockNumbers, Flags]:
        """Return cells of digits and at most one mark as numbers, and which are such."""
        is_long = ends - starts > WORD
        if is_long.all():
            return self._long(cells, starts, ends)
        if not is_long.any():
            return self._short(cells, starts, ends)
        found, is_read = BlockNumbers.of(starts.size), np.zeros(starts.size, dtype=bool)
        for read_all, are_such in ((self._short, ~is_long), (self._long, is_long)):
            rows = np.flatnonzero(are_such)
            read, is_read[rows] = read_all(cells, starts[rows], ends[rows])
            found.put(rows, read)
        return found, is_read

    def _long(self, cells: BlockCells, starts: Places, ends: Places) -> tuple[BlockNumbers, Flags]:
        """Return cells of more than eight letters as numbers, and which are of digits and at most one mark."""
        read = read_long(cells, starts, ends, self._marks_in(cells))
        decimals = np.minimum(read.decimals, MOST_DECIMALS).astype(np.int8)
        printed = _printed(read.has_mark, read.is_comma)
        return BlockNumbers(read.values, decimals, printed, np.zeros(starts.size, dtype=bool)), read.is_read

    def _short(self, cells: BlockCells, starts: Places, ends: Places) -> tuple[BlockNumbers, Flags]:
        """Return cells of up to eight letters as numbers, and which are of digits and at most one mark."""
        sizes = ends - starts
        letters = last_letters(meant(cells.words[ends - WORD]), sizes)
        found = BlockNumbers.of(sizes.size)
        is_read = beyond_digits(letters) == 0
        if is_read.all():
            found.values[:], found.printed[:] = whole(letters), Printed.WHOLE
        else:
            is_read = self._marked(cells, starts, sizes, letters, found)
        is_empty = sizes == 0
        if is_empty.any():
            is_read[is_empty] = False
            found.values[is_empty], found.decimals[is_empty], found.printed[is_empty] = (
                np.nan,
                0,
                Printed.EMPTY,
            )
        return found, is_read

    def _marked(
        self, cells: BlockCells, starts: Places, sizes: Places, letters: Words, found: BlockNumbers
    ) -> Flags:
        """Put numbers of at most one mark into *found*, and return which are such."""
        mark, is_comma = mark_in(letters, self._marks_in(cells))
        has_mark = mark != 0
        digits = np.where(has_mark, without_mark(letters, mark), letters)
        decimals = (WORD - 1 - place_of(mark)) * has_mark
        is_read: Flags = (beyond_digits(digits) == 0) & ((decimals > 0) & (sizes - 1 > decimals) | ~has_mark)
        found.values[:] = whole(digits)
        found.decimals[:], found.printed[:] = decimals, _printed(has_mark, is_comma)
        if self._decimal_mark is None:
            self._judge_marks(found, is_read & (sizes <= 7), cells.bytes[starts])
        found.values[:] /= _POWERS[found.decimals]
        return is_read

    def _judge_marks(self, found: BlockNumbers, is_short: Flags, first: NDArray[np.uint8]) -> None:
        """Tell the marks that may part thousands: with one to three digits before them, no 0 first, and three after."""
        doubtful = is_short & (found.decimals == 3) & (first != _ZERO)
        if doubtful.any():
            is_comma = doubtful & (found.printed == Printed.COMMA)
            found.printed[doubtful] = Printed.MAYBE_POINT
            found.printed[is_comma], found.decimals[is_comma] = Printed.MAYBE_COMMA, 0

    def _marks_in(self, cells: BlockCells) -> Sequence[str]:
        """Return the marks that a figure may have: one that parts cells stands in none."""
        return [mark for mark in self._marks if mark != cells.delimiter] or self._marks

    def _odd(self, cells: BlockCells, starts: Places, ends: Places) -> BlockNumbers:
        """Return the numbers of cells that hold more than digits and a mark."""
        inner = trimmed(cells.bytes, self._encoding, starts, ends)
        found, is_read = self._plain(cells, inner.starts, inner.ends)
        found.is_percent[:] = inner.is_percent
        # A cell so long is no number, be it of blanks.
        is_read &= (inner.ends > inner.starts) & (ends - starts <= LONGEST)
        left = np.flatnonzero(~is_read)
        if left.size:
            found.put(left, self._by_text(cells, starts[left], ends[left]))
        return found

    def _by_text(self, cells: BlockCells, starts: Places, ends: Places) -> BlockNumbers:
        """Return the numbers of cells of which each distinct text is read once, as long as these are not many."""
        if len(self._texts.texts) > _MANY:
            self._texts, self._numbers = TextColumn(self.place, self._read), BlockNumbers.of(0)
        codes, _ = self._texts.codes_of(cells, starts, ends)
        before, texts = self._numbers.values.size, self._texts.texts
        if len(texts) > before:
            numbers = BlockNumbers.of(len(texts))
            numbers.put(slice(before), self._numbers)
            for place in range(before, len(texts)):
                self._read_text(texts[place], place, numbers)
            self._numbers = numbers
        return self._numbers.at(codes)

    def _read_text(self, text: str, place: int, numbers: BlockNumbers) -> None:
        read = number(text, self._decimal_mark)
        if read is None:
            numbers.printed[place] = Printed.EMPTY if is_missing(text) else Printed.OTHER
            return
        numbers.values[place], numbers.decimals[place] = read.value, read.decimals
        numbers.printed[place], numbers.is_percent[place] = _OF_CLUE[read.mark], read.percent
