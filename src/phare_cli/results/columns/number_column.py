"""Read a column of numbers, digits and at most one mark, all cells of a block together, to the double ``float`` gives.

Eight letters are one word of 64 bits, whose digits three multiplications add up (Lemire, "Quickly parsing eight
digits", 2022). Any other cell is read by itself, as the general reader does.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain
from phare_cli.files.numbers import MOST_DECIMALS, Number, number
from phare_cli.results.columns.block_cells import LONG, WORD, BlockCells, Bytes, Places, Words


def _each(byte: int) -> np.uint64:
    """Return the word of eight times one byte."""
    return np.uint64(int.from_bytes(bytes([byte]) * WORD, "little"))


_KEEP = np.array([(1 << 64) - (1 << 8 * (WORD - size)) for size in range(WORD + 1)], dtype=np.uint64)
_FILL = _each(ord("0")) & ~_KEEP
_LOW, _HIGH = _each(0x01), _each(0x80)
_UPPER, _SIX, _THREES = _each(0xF0), _each(0x06), _each(0x33)
_PLACE_OF_BIT = np.uint64(sum(place << (61 - 8 * place) for place in range(WORD)))
_POWERS = np.power(10.0, np.arange(WORD))
_FOUR, _SEVEN, _BYTE, _TWO, _HALF = map(np.uint64, (4, 7, 8, 16, 32))
_TOP, _BYTE_MASK, _TEN, _ZERO = map(np.uint64, (61, 0xFF, 10, ord("0")))
_PAIRS = np.uint64(0x000000FF000000FF)
_UPPER_PAIRS, _LOWER_PAIRS = np.uint64(0x000F424000000064), np.uint64(0x0000271000000001)


_MOST_WHOLE = 15  # digits before the mark: no number that is too large has so few


class Printed(IntEnum):
    """What a cell looks like."""

    EMPTY = 0
    WHOLE = 1
    POINT = 2
    MAYBE_POINT = 3  # 1.234 may have three decimals, or a mark between thousands
    COMMA = 4
    OTHER = 5


class BlockNumbers(NamedTuple):
    """The cells of one block as numbers, NaN where there is none; what they look like; those read by themselves."""

    values: NDArray[np.float64]
    decimals: NDArray[np.int8]
    printed: NDArray[np.uint8]
    others: dict[int, tuple[str, Number | None]]  # by row


class NumberColumn:
    """The column at *place* of a file with a *decimal_mark*, if one is stated; *read* decodes a cell."""

    def __init__(self, place: int, read: Callable[[bytes], str], decimal_mark: str | None) -> None:
        self.place, self._read, self._decimal_mark = place, read, decimal_mark

    def numbers(self, cells: BlockCells) -> BlockNumbers:
        """Return the numbers of a block. Raises NotPlain for one such as 1,234, which other figures have to settle."""
        starts, ends = cells.bounds(self.place)
        sizes = ends - starts
        short = np.minimum(sizes, WORD)
        word = (cells.words[ends - WORD] & _KEEP[short]) | _FILL[short]
        point, comma = _first_place(word, "."), _first_place(word, ",")
        is_comma = (point == 0) & (comma != 0)
        marked = np.where(is_comma, comma, point) >> _SEVEN  # a bit at the byte of the mark
        has_mark = marked != 0
        below = marked - np.uint64(1)
        parted = ((word & below) << _BYTE) | (word & ~((below << _BYTE) | _BYTE_MASK)) | _ZERO
        digits = np.where(has_mark, parted, word)
        decimals = np.where(has_mark, 7 - ((marked * _PLACE_OF_BIT) >> _TOP).astype(np.int8), 0).astype(
            np.int8
        )
        plain = ((digits & _UPPER) | (((digits + _SIX) & _UPPER) >> _FOUR)) == _THREES
        plain &= (sizes > 0) & (sizes <= WORD) & ((decimals > 0) & (sizes - 1 > decimals) | ~has_mark)
        values = _whole(digits).astype(np.float64) / _POWERS[decimals]
        printed = np.where(has_mark, np.where(is_comma, Printed.COMMA, Printed.POINT), Printed.WHOLE).astype(
            np.uint8
        )
        self._judge_marks(printed, plain, decimals, sizes, cells.bytes[starts])
        long = np.flatnonzero((sizes > WORD) & (sizes <= LONG))
        if long.size:
            self._read_long(cells.letters(starts[long], sizes[long]), long, values, decimals, printed, plain)
        is_empty = sizes == 0
        values[is_empty] = np.nan
        printed[is_empty] = Printed.EMPTY
        others: dict[int, tuple[str, Number | None]] = {}
        for row in np.flatnonzero(~(plain | is_empty)).tolist():
            text = self._read(cells.text(int(starts[row]), int(ends[row])))
            read = number(text, self._decimal_mark)
            if read is not None and read.mark == "maybe comma":
                raise NotPlain
            others[row] = text, read
            printed[row] = Printed.OTHER
            values[row], decimals[row] = (np.nan, 0) if read is None else (read.value, read.decimals)
        decimals[is_empty] = 0
        return BlockNumbers(values, decimals, printed, others)

    def _read_long(
        self,
        letters: Bytes,
        rows: Places,
        values: NDArray[np.float64],
        decimals: NDArray[np.int8],
        printed: NDArray[np.uint8],
        plain: NDArray[np.bool_],
    ) -> None:
        """Read cells of more than eight letters, as ``float`` does: digits, and a mark between some of them."""
        marks = (ord("."), ord(",")) if self._decimal_mark is None else (ord(self._decimal_mark),)
        is_mark = np.isin(letters, marks)
        is_letter = letters != 0
        sizes = is_letter.sum(axis=1)
        is_right = ((letters - np.uint8(_ZERO) < 10) | is_mark | ~is_letter).all(axis=1)
        has_mark = is_mark.sum(axis=1)
        place = np.where(has_mark == 1, is_mark.argmax(axis=1), sizes)
        after = np.maximum(sizes - place - 1, 0)
        is_right &= (has_mark <= 1) & (place > 0) & (place <= _MOST_WHOLE) & ((after > 0) | (has_mark == 0))
        found = np.flatnonzero(is_right)
        marked = letters[found, place[found]]
        right = letters[found]
        right[is_mark[found]] = ord(".")
        rows = rows[found]
        values[rows] = right.view(f"S{LONG}").reshape(-1).astype(np.float64)
        decimals[rows] = np.minimum(after[found], MOST_DECIMALS)
        looks = np.where(marked == ord(","), Printed.COMMA, Printed.POINT)
        printed[rows] = np.where(has_mark[found] == 1, looks, Printed.WHOLE)
        plain[rows] = True

    def _judge_marks(
        self,
        printed: NDArray[np.uint8],
        plain: NDArray[np.bool_],
        decimals: NDArray[np.int8],
        sizes: NDArray[np.intp],
        first: NDArray[np.uint8],
    ) -> None:
        """Tell the marks that may part thousands: with one to three digits before them, no 0 first, and three after."""
        if self._decimal_mark is not None:
            stated = Printed.POINT if self._decimal_mark == "." else Printed.COMMA
            plain &= (printed == Printed.WHOLE) | (printed == stated)
            return
        doubtful = plain & (decimals == 3) & (sizes <= 7) & (first != _ZERO)
        if doubtful.any():
            if (doubtful & (printed == Printed.COMMA)).any():
                raise NotPlain
            printed[doubtful] = Printed.MAYBE_POINT


def _first_place(word: Words, mark: str) -> Words:
    """Return the highest bit of the first byte that is *mark*, 0 where none is."""
    differing = word ^ _each(ord(mark))
    found = (differing - _LOW) & ~differing & _HIGH
    lowest: Words = found & (~found + np.uint64(1))
    return lowest


def _whole(digits: Words) -> Words:
    """Return the number that eight digits make, the first of them in the lowest byte."""
    values = digits - _each(ord("0"))
    pairs = values * _TEN + (values >> _BYTE)
    whole: Words = ((pairs & _PAIRS) * _UPPER_PAIRS + ((pairs >> _TWO) & _PAIRS) * _LOWER_PAIRS) >> _HALF
    return whole
