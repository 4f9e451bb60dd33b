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


_LOW, _HIGH, _TO_HIGH = _each(0x01), _each(0x80), _each(0x80 - 10)
_ZEROS, _BYTES = _each(ord("0")), np.uint64(WORD)
_ONE, _BYTE, _TWO, _HALF, _TEN, _BYTE_MASK = map(np.uint64, (1, 8, 16, 32, 10, 0xFF))
_PAIRS = np.uint64(0x000000FF000000FF)
_UPPER_PAIRS, _LOWER_PAIRS = np.uint64(0x000F424000000064), np.uint64(0x0000271000000001)
_PLACE_OF_MARK = np.uint64(sum(place << (61 - 8 * place) for place in range(WORD)))
_TO_MARK, _TOP = np.uint64(7), np.uint64(61)


def meant(words: Words) -> Words:
    """Return words in which a byte is what its letter means as a digit; one that is no digit means more than 9."""
    return words ^ _ZEROS


def first_letters(letters: Words, sizes: NDArray[np.intp]) -> Words:
    """Return what the first *sizes* letters of words mean, zeros before them."""
    return letters << _bits_beyond(sizes)


def last_letters(letters: Words, sizes: NDArray[np.intp]) -> Words:
    """Return what the last *sizes* letters of words mean, zeros before them."""
    beyond = _bits_beyond(sizes)
    return (letters >> beyond) << beyond


def _bits_beyond(sizes: NDArray[np.intp]) -> Words:
    return (_BYTES - sizes.view(np.uint64)) * _BYTE


def mark_in(letters: Words, marks: Sequence[str]) -> tuple[Words, Flags]:
    """Return the lowest bit of the first letter that is a decimal mark, 0 where none is; and where it is a comma.

    Of two *marks*, the point first, the second is looked for where the first is not.
    """
    found = _first_place(letters, marks[0])
    if len(marks) == 1 or found.all():
        return found, np.full(letters.shape, marks[0] == ",")
    other = _first_place(letters, marks[1])
    is_comma = (found == 0) & (other != 0)
    return np.where(is_comma, other, found), is_comma


def without_mark(letters: Words, mark: Words) -> Words:
    """Return words without the letter of a mark: those before it moved up to it, a zero before them."""
    below = mark - _ONE
    return ((letters & below) << _BYTE) | (letters & ~((below << _BYTE) | _BYTE_MASK))


def place_of(mark: Words) -> NDArray[np.intp]:
    """Return which letter the bit of a mark belongs to."""
    place: NDArray[np.intp] = ((mark * _PLACE_OF_MARK) >> _TOP).view(np.intp)
    return place


def _first_place(letters: Words, mark: str) -> Words:
    differing = letters ^ (_each(ord(mark)) ^ _ZEROS)
    found = (differing - _LOW) & ~differing & _HIGH
    lowest: Words = (found & np.negative(found)) >> _TO_MARK
    return lowest


def beyond_digits(letters: Words) -> Words:
    """Return words that are 0 where all eight letters are digits."""
    return ((letters + _TO_HIGH) | letters) & _HIGH


def whole(digits: Words) -> Words:
    """Return the number that eight digits make, the first of them in the lowest byte."""
    pairs = digits * _TEN + (digits >> _BYTE)
    found: Words = ((pairs & _PAIRS) * _UPPER_PAIRS + ((pairs >> _TWO) & _PAIRS) * _LOWER_PAIRS) >> _HALF
    return found
