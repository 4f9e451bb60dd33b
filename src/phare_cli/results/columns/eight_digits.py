"""Read eight letters at once as digits, a word of 64 bits each (Lemire, "Quickly parsing eight digits", 2022)."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.results.columns.block_cells import WORD, Words

Flags = NDArray[np.bool_]


def _each(byte: int) -> np.uint64:
    """Return the word of eight times one byte."""
    return np.uint64(int.from_bytes(bytes([byte]) * WORD, "little"))


_LAST = np.array([(1 << 64) - (1 << 8 * (WORD - size)) for size in range(WORD + 1)], dtype=np.uint64)
_FILL = _each(ord("0")) & ~_LAST
_LOW, _HIGH = _each(0x01), _each(0x80)
_UPPER, _SIX, _THREES = _each(0xF0), _each(0x06), _each(0x33)
_FOUR, _BYTE, _TWO, _HALF, _TEN = map(np.uint64, (4, 8, 16, 32, 10))
_PAIRS = np.uint64(0x000000FF000000FF)
_UPPER_PAIRS, _LOWER_PAIRS = np.uint64(0x000F424000000064), np.uint64(0x0000271000000001)
_PLACE_OF_MARK = np.uint64(sum(place << (61 - 8 * place) for place in range(WORD)))
_TO_MARK, _TOP = np.uint64(7), np.uint64(61)


def last_letters(words: Words, sizes: NDArray[np.intp]) -> Words:
    """Return the last *sizes* letters of words, zeros before them."""
    kept: Words = (words & _LAST[sizes]) | _FILL[sizes]
    return kept


def mark_in(letters: Words, marks: Sequence[str]) -> tuple[Words, Flags]:
    """Return the lowest bit of the first byte that is a decimal mark, 0 where none is; and where it is a comma.

    Of two *marks*, the point first, the second is looked for where the first is not.
    """
    found = _first_place(letters, marks[0])
    if len(marks) == 1 or found.all():
        return found, np.full(letters.shape, marks[0] == ",")
    other = _first_place(letters, marks[1])
    is_comma = (found == 0) & (other != 0)
    return np.where(is_comma, other, found), is_comma


def place_of(mark: Words) -> NDArray[np.intp]:
    """Return which letter the bit of a mark belongs to."""
    place: NDArray[np.intp] = ((mark * _PLACE_OF_MARK) >> _TOP).view(np.intp)
    return place


def _first_place(letters: Words, mark: str) -> Words:
    differing = letters ^ _each(ord(mark))
    found = (differing - _LOW) & ~differing & _HIGH
    lowest: Words = (found & (~found + np.uint64(1))) >> _TO_MARK
    return lowest


def are_digits(letters: Words) -> Flags:
    """Tell the words of eight digits."""
    told: Flags = ((letters & _UPPER) | (((letters + _SIX) & _UPPER) >> _FOUR)) == _THREES
    return told


def whole(digits: Words) -> Words:
    """Return the number that eight digits make, the first of them in the lowest byte."""
    values = digits - _each(ord("0"))
    pairs = values * _TEN + (values >> _BYTE)
    found: Words = ((pairs & _PAIRS) * _UPPER_PAIRS + ((pairs >> _TWO) & _PAIRS) * _LOWER_PAIRS) >> _HALF
    return found
