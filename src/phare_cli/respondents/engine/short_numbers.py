"""Read numbers of up to eight letters, a word of 64 bits each (Lemire, "Quickly parsing eight digits", 2022)."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.labels import Codes, Letters, Numbers

SHORT = 8  # letters
_BITS = 8
Words = NDArray[np.uint64]


def _each(byte: int) -> np.uint64:
    """Return the word of eight times one byte."""
    return np.uint64(int.from_bytes(bytes([byte]) * SHORT, "little"))


_ZERO = ord("0")
_ZEROS, _LOW, _HIGH, _PAST_NINE = _each(_ZERO), _each(0x01), _each(0x80), _each(0x80 - 10)
_BYTE, _TWO, _HALF, _TEN, _TO_MARK = map(np.uint64, (8, 16, 32, 10, 7))
_PAIRS = np.uint64(0x000000FF000000FF)
_UPPER_PAIRS, _LOWER_PAIRS = np.uint64(0x000F424000000064), np.uint64(0x0000271000000001)
_DECIMALS = np.uint64(sum((SHORT - 1 - place) << (61 - 8 * place) for place in range(SHORT)))
_TOP = np.uint64(61)
_SHIFTS = np.array([_BITS * (SHORT - size) for size in range(SHORT + 1)], dtype=np.uint64)
_POWERS = np.array([10.0**decimals for decimals in range(SHORT)])


class ReadNumbers(NamedTuple):
    """Cells as numbers: those *plain* are digits, *mantissa*, and at most one mark, which stands in *marks* (or 0)."""

    numbers: Numbers
    mantissa: NDArray[np.int64]
    decimals: NDArray[np.signedinteger]
    marks: Letters
    plain: NDArray[np.bool_]


def short_numbers(block: Letters, starts: Codes, sizes: Codes, decimal_marks: str) -> ReadNumbers:
    """Return cells of one to eight letters as numbers. *block* must run eight bytes past the last of them."""
    words = np.ndarray((block.size - SHORT + 1,), dtype="<u8", buffer=block, strides=(1,))[starts]
    # A digit is its value now, and zeros stand before the first.
    letters = (words ^ _ZEROS) << _SHIFTS[sizes]
    found, marks = _mark_in(letters, decimal_marks)
    decimals = ((found * _DECIMALS) >> _TOP).astype(np.int8)
    before = found - np.uint64(1)
    closed_up = (letters & ~(before | found * np.uint64(255))) | ((letters & before) << _BYTE)
    digits = np.where(marks == 0, letters, closed_up)
    plain = ((digits + _PAST_NINE) | digits) & _HIGH == 0
    plain &= (decimals > 0) | (marks == 0)
    mantissa = _whole(digits).view(np.int64)
    return ReadNumbers(mantissa / _POWERS[decimals], mantissa, decimals, marks, plain)


def _mark_in(letters: Words, decimal_marks: str) -> tuple[Words, Letters]:
    """Return the lowest bit of the first byte that is a decimal mark, 0 where none is, and which mark it is."""
    found, marks = np.zeros(letters.shape, dtype=np.uint64), np.zeros(letters.shape, dtype=np.uint8)
    for mark in decimal_marks:
        differing = letters ^ _each(ord(mark) ^ _ZERO)
        here = (differing - _LOW) & ~differing & _HIGH
        is_new = (here != 0) & (marks == 0)
        if is_new.any():
            lowest = (here & (~here + np.uint64(1))) >> _TO_MARK
            found = np.where(is_new, lowest, found)
            marks[is_new] = ord(mark)
        if marks.all():
            break
    return found, marks


def _whole(digits: Words) -> Words:
    """Return the number that eight digits make, the first of them in the lowest byte."""
    pairs = digits * _TEN + (digits >> _BYTE)
    found: Words = ((pairs & _PAIRS) * _UPPER_PAIRS + ((pairs >> _TWO) & _PAIRS) * _LOWER_PAIRS) >> _HALF
    return found
