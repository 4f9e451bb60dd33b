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
_STEP, _OTHER_STEP = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)
_FOLD = np.uint64(29)
_FIRST = np.array([(1 << (8 * size)) - 1 for size in range(WORD + 1)], dtype=np.uint64)


class BlockCells:
    """Where the cells of a block stand: *block* opens with the end of the line before, each row has *width* cells.

    Raises NotPlain for a row that has more or fewer.
    """

    def __init__(self, block: bytes, delimiter: str, width: int) -> None:
        self.bytes: Bytes = np.frombuffer(b"".join((_BEFORE, block, _AFTER)), dtype=np.uint8)
        self.words: Words = np.ndarray((self.bytes.size - WORD + 1,), "<u8", self.bytes, strides=(1,))
        body = self.bytes[WORD:-LONG]
        ends = np.flatnonzero((body == ord(delimiter)) | (body == _NEWLINE))[1:] + WORD
        self.rows, left = divmod(ends.size, width)
        if left or np.count_nonzero(body == _NEWLINE) != self.rows + 1:
            raise NotPlain
        self._ends = np.ascontiguousarray(ends.reshape(self.rows, width).T)
        self._line_starts = np.concatenate([[WORD], self._ends[-1, :-1]]) + 1
        if not (self.bytes[self._ends[-1]] == _NEWLINE).all():
            raise NotPlain
        self._has_returns = b"\r" in block

    def bounds(self, place: int) -> tuple[Places, Places]:
        """Return where the cells of a column start and end."""
        starts = self._ends[place - 1] + 1 if place else self._line_starts
        ends = self._ends[place]
        if self._has_returns and place == len(self._ends) - 1:
            ends = ends - ((ends > starts) & (self.bytes[ends - 1] == _RETURN))
        return starts, ends

    def letters(self, starts: Places, sizes: Places) -> Bytes:
        """Return the letters of cells of up to LONG bytes, a row each, 0 beyond their end."""
        windows = np.ndarray((self.bytes.size - LONG + 1,), f"V{LONG}", self.bytes, strides=(1,))
        letters: Bytes = windows[starts].view(np.uint8).reshape(-1, LONG)
        letters[np.arange(LONG) >= sizes[:, None]] = 0
        return letters

    def text(self, start: int, end: int) -> bytes:
        """Return what stands between two places."""
        return self.bytes[start:end].tobytes()

    def line(self, row: int) -> bytes:
        """Return a row as it stands."""
        return self.text(int(self._line_starts[row]), int(self._ends[-1, row])).rstrip(b"\r")

    def keys(self, place: int) -> Words:
        """Return a number for each cell of a column, the same for equal ones.

        Up to eight bytes the cell is its own. Two of a hundred thousand longer ones share one with a probability under
        1e-9.
        """
        starts, ends = self.bounds(place)
        sizes = ends - starts
        first: Words = self.words[starts] & _FIRST[np.minimum(sizes, WORD)]
        longest = int(sizes.max(initial=0))
        if longest <= WORD:
            return first
        long = np.flatnonzero(sizes > WORD)
        starts, ends, sizes = starts[long], ends[long], sizes[long]
        keys = (first[long] ^ sizes.astype(np.uint64)) * _STEP
        keys = ((keys ^ (keys >> _FOLD)) ^ self.words[ends - WORD]) * _OTHER_STEP
        for offset in range(WORD, longest - WORD, WORD):
            longer = np.flatnonzero(sizes > offset + WORD)
            mixed = keys[longer]
            keys[longer] = ((mixed ^ (mixed >> _FOLD)) ^ self.words[starts[longer] + offset]) * _STEP
        first[long] = keys ^ (keys >> _FOLD)
        return first
