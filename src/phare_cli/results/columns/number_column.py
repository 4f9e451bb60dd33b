"""Read a column of numbers, all cells of a block together, each to the double that ``float`` gives.

Digits and at most one mark are read as they stand, also within blanks and before a percent sign. Of other cells each
text is read once, as the general reader does.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.numbers import LONGEST, MOST_DECIMALS, DecimalClue, is_missing, number
from phare_cli.results.columns.block_cells import WORD, BlockCells, Places
from phare_cli.results.columns.eight_digits import are_digits, last_letters, mark_in, place_of, whole
from phare_cli.results.columns.long_numbers import read_long
from phare_cli.results.columns.text_column import TextColumn
from phare_cli.results.columns.trimmed_cells import trimmed

_MANY = 1 << 16
_POWERS = np.power(10.0, np.arange(WORD))
_BYTE, _BYTE_MASK, _ZERO = map(np.uint64, (8, 0xFF, ord("0")))


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


class BlockNumbers(NamedTuple):
    """The cells of one block as numbers, NaN where there is none; what they look like, with a percent sign or not."""

    values: NDArray[np.float64]
    decimals: NDArray[np.int8]
    printed: NDArray[np.uint8]
    is_percent: NDArray[np.bool_]

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
        self._marks = [".", ","] if decimal_mark is None else [decimal_mark]
        self._texts, self._numbers = TextColumn(place, read), BlockNumbers.of(0)

    def numbers(self, cells: BlockCells) -> BlockNumbers:
        """Return the numbers of a block."""
        starts, ends = cells.bounds(self.place)
        found, is_read = self._plain(cells, starts, ends)
        odd = np.flatnonzero(~is_read & (ends > starts))
        if odd.size:
            found.put(odd, self._odd(cells, starts[odd], ends[odd]))
        return found

    def _plain(
        self, cells: BlockCells, starts: Places, ends: Places
    ) -> tuple[BlockNumbers, NDArray[np.bool_]]:
        """Return cells of digits and at most one mark as numbers, and which are such."""
        sizes = ends - starts
        long = np.flatnonzero(sizes > WORD)
        if long.size == 0:
            return self._short(cells, starts, ends)
        found, is_read = BlockNumbers.of(sizes.size), np.zeros(sizes.size, dtype=bool)
        if long.size < sizes.size:
            short = np.flatnonzero(sizes <= WORD)
            read, is_read[short] = self._short(cells, starts[short], ends[short])
            found.put(short, read)
        of_long = read_long(cells, starts[long], ends[long], self._marks)
        looks = np.where(of_long.is_comma, Printed.COMMA, Printed.POINT)
        read = BlockNumbers(
            of_long.values,
            np.minimum(of_long.decimals, MOST_DECIMALS).astype(np.int8),
            np.where(of_long.has_mark, looks, Printed.WHOLE).astype(np.uint8),
            np.zeros(long.size, dtype=bool),
        )
        found.put(long, read)
        is_read[long] = of_long.is_read
        return found, is_read

    def _short(
        self, cells: BlockCells, starts: Places, ends: Places
    ) -> tuple[BlockNumbers, NDArray[np.bool_]]:
        """Return cells of up to eight letters as numbers, and which are of digits and at most one mark."""
        sizes = ends - starts
        word = last_letters(cells.words[ends - WORD], sizes)
        marked, is_comma = mark_in(word, (".", ","))
        has_mark = marked != 0
        below = marked - np.uint64(1)
        parted = ((word & below) << _BYTE) | (word & ~((below << _BYTE) | _BYTE_MASK)) | _ZERO
        digits = np.where(has_mark, parted, word)
        decimals = np.where(has_mark, WORD - 1 - place_of(marked), 0).astype(np.int8)
        is_read = are_digits(digits)
        is_read &= (sizes > 0) & ((decimals > 0) & (sizes - 1 > decimals) | ~has_mark)
        values = whole(digits).astype(np.float64)
        looks = np.where(is_comma, Printed.COMMA, Printed.POINT)
        printed = np.where(has_mark, looks, Printed.WHOLE).astype(np.uint8)
        self._judge_marks(printed, is_read, decimals, sizes, cells.bytes[starts])
        values /= _POWERS[decimals]
        is_empty = sizes == 0
        values[is_empty], decimals[is_empty], printed[is_empty] = np.nan, 0, Printed.EMPTY
        return BlockNumbers(values, decimals, printed, np.zeros(sizes.size, dtype=bool)), is_read

    def _judge_marks(
        self,
        printed: NDArray[np.uint8],
        is_read: NDArray[np.bool_],
        decimals: NDArray[np.int8],
        sizes: NDArray[np.intp],
        first: NDArray[np.uint8],
    ) -> None:
        """Tell the marks that may part thousands: with one to three digits before them, no 0 first, and three after."""
        if self._decimal_mark is not None:
            stated = Printed.POINT if self._decimal_mark == "." else Printed.COMMA
            is_read &= (printed == Printed.WHOLE) | (printed == stated)
            return
        doubtful = is_read & (decimals == 3) & (sizes <= 7) & (first != _ZERO)
        if doubtful.any():
            is_comma = doubtful & (printed == Printed.COMMA)
            printed[doubtful] = Printed.MAYBE_POINT
            printed[is_comma], decimals[is_comma] = Printed.MAYBE_COMMA, 0

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
