"""Read numbers of more than eight letters, all of a block together: doubles with all their digits, mostly."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.results.columns.block_cells import LONG, WORD, BlockCells, Places
from phare_cli.results.columns.eight_digits import (
    beyond_digits,
    first_letters,
    last_letters,
    mark_in,
    meant,
    place_of,
    whole,
)
from phare_cli.results.columns.exact_quotients import MOST_DIGITS, quotients

Flags = NDArray[np.bool_]
_TENS = np.power(np.uint64(10), np.arange(MOST_DIGITS + 1, dtype=np.uint64))


class LongNumbers(NamedTuple):
    """Numbers as they are printed; of those that were not read (*is_read*) nothing else is true."""

    values: NDArray[np.float64]
    decimals: NDArray[np.intp]
    is_comma: Flags
    has_mark: Flags
    is_read: Flags


def read_long(cells: BlockCells, starts: Places, ends: Places, marks: Sequence[str]) -> LongNumbers:
    """Return cells of more than eight letters as ``float`` reads them, where digits stand around one of *marks*.

    Read are those of up to seven digits before the mark, or of none and up to sixteen digits, and of MOST_DIGITS.
    """
    sizes = ends - starts
    head = meant(cells.words[starts])
    mark, is_comma = mark_in(head, marks)
    has_mark = mark != 0
    before = np.where(has_mark, place_of(mark), WORD)
    after = sizes - before - has_mark
    head = first_letters(head, before)
    beyond, first = beyond_digits(head), whole(head)
    tail = np.zeros(head.size, dtype=np.uint64)
    for offset in range(0, LONG, WORD):
        # Most doubles have up to sixteen digits behind their mark: the others are read once more.
        rows = np.flatnonzero(after > offset) if offset > WORD else slice(None)
        letters, left = meant(cells.words[ends[rows] - (WORD + offset)]), after[rows] - offset
        if left.min(initial=WORD) < WORD:
            letters = last_letters(letters, np.maximum(np.minimum(left, WORD), 0))
        beyond[rows] |= beyond_digits(letters)
        tail[rows] += whole(letters) * _TENS[offset]
    is_read = (beyond == 0) & (before > 0) & (sizes <= LONG) & (after <= MOST_DIGITS)
    is_read &= (has_mark | (after <= WORD)) & ((sizes - has_mark <= MOST_DIGITS) | (first == 0))
    after = np.minimum(after, MOST_DIGITS)
    digits, decimals = first * _TENS[after] + tail, after * has_mark
    values, is_doubtful = quotients(digits, decimals)
    for row in np.flatnonzero(is_doubtful & is_read & (digits > 0)).tolist():
        values[row] = float(f"{digits[row]}e-{decimals[row]}")
    return LongNumbers(values, decimals, is_comma, has_mark, is_read)
