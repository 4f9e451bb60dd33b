"""Find the cells of a block of plain rows, and tell equal ones by a number each. Knows no columns of results."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain

Bytes = NDArray[np.uint8]
Words = NDArray[np.uint64]
Places = NDArray[np.intp]
WORD = 8
LONG = 24  # letters of a number of any precision
_BEFORE, _AFTER = (
    bytes(WORD),
    bytes(LONG),
)  # what ends with the first cell, or begins with the last one, reads so far
_RETURN, _NEWLINE = ord("\r"), ord("\n")
_BLANK = np.int8(ord(" "))
# Bytes that blanks and what is invisible open with, in UTF-8 or Windows-1252; few letters do.
_OPENS_NOTHING = np.isin(
    np.arange(256), [*range(ord(" ") + 1), 0xA0, 0xAD, 0xC2, 0xCD, 0xD8, 0xE1, 0xE2, 0xE3, 0xEF]
)
_STEP, _OTHER_STEP = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_FOLD = np.uint64(29)
_FIRST = np.array([(1 << (8 * size)) - 1 for size in range(WORD + 1)], dtype=np.uint64)


class BlockCells:
    """Where the cells of a block stand: *block* opens with the end of the line before, each row has *width* cells.

    Raises NotPlain for a row that has more or fewer.
    """

    def __init__(self, block: bytes, delimiter: str, width: int) -> None:
        self.delimiter, self._width = delimiter, width
        self.bytes: Bytes = np.frombuffer(b"".join((_BEFORE, block, _AFTER)), dtype=np.uint8)
        self.words: Words = np.ndarray((self.bytes.size - WORD + 1,), "<u8", self.bytes, strides=(1,))
        is_newline = self.bytes == _NEWLINE
        is_end = self.bytes == ord(delimiter)
        is_end |= is_newline
        ends = np.flatnonzero(is_end)
        self.rows, left = divmod(ends.size - 1, width)
        if left or np.count_nonzero(is_newline) != self.rows + 1 or not is_newline[ends[::width]].all():
            raise NotPlain
        self._ends = ends
        self._has_returns = b"\r" in block

    def bounds(self, place: int) -> tuple[Places, Places]:
        """Return where the cells of a column start and end."""
        starts = self._ends[place : -1 : self._width] + 1
        ends = np.ascontiguousarray(self._ends[place + 1 :: self._width])
        if self._has_returns and place == self._width - 1:
            ends = ends - ((ends > starts) & (self.bytes[ends - 1] == _RETURN))
        return starts, ends

    def first_letters(self, place: int) -> Bytes:
        """Return the first byte of each cell of a column, what ends it where it is empty."""
        return self.bytes[self._ends[place : -1 : self._width] + 1]

    def may_lack_names(self, place: int) -> bool:
        """Whether a cell of a column may be empty, or hold nothing that shows: it opens with a blank, or as few do."""
        first = self.first_letters(place)
        # As signed bytes, those beyond ASCII lie below the blank too.
        opening = first[first.view(np.int8) <= _BLANK]
        return bool((first == ord(self.delimiter)).any() or _OPENS_NOTHING[opening].any())

    def text(self, start: int, end: int) -> bytes:
        """Return what stands between two places."""
        return self.bytes[start:end].tobytes()

    def line(self, row: int) -> bytes:
        """Return a row as it stands."""
        start, end = self._ends[row * self._width], self._ends[(row + 1) * self._width]
        return self.text(int(start) + 1, int(end)).rstrip(b"\r")

    def keys_of(self, starts: Places, ends: Places) -> Words:
        """Return a number for each cell between two places, the same for equal ones.

        Up to eight bytes the cell is its own. Two of a hundred thousand longer ones share one with a probability under
        1e-9.
        """
        sizes = ends - starts
        first: Words = self.words[starts] & _FIRST[np.minimum(sizes, WORD)]
        longest = int(sizes.max(initial=0))
        if longest <= WORD:
            return first
        keys = (first ^ sizes.astype(np.uint64)) * _STEP
        keys ^= keys >> _FOLD
        keys ^= self.words[ends - WORD]
        keys *= _OTHER_STEP
        for offset in range(WORD, longest - WORD, WORD):
            longer = np.flatnonzero(sizes > offset + WORD)
            mixed = keys[longer]
            keys[longer] = ((mixed ^ (mixed >> _FOLD)) ^ self.words[starts[longer] + offset]) * _STEP
        keys ^= keys >> _FOLD
        return np.where(sizes > WORD, keys, first)
