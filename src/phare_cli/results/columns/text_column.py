"""A column of texts, read block by block: each distinct text is read once, and each cell is the place of its text."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.encoding import NotPlain
from phare_cli.results.columns.block_cells import BlockCells, Places, Words

_MOST = 1 << 17  # texts that vary as freely are sooner read row by row
_STEP = np.uint64(0xD6E8FEB86659FD93)
_BITS, _MOST_BITS = 16, 20
_APART = 6  # bits: slots of the table for each text, so that few share one


class TextColumn:
    """The cells of the column at *place*; *read* decodes one. ``texts[code]`` is what a code stands for.

    Most cells are found in a table by a few bits of their key: what is not there is looked for text by text.
    """

    def __init__(self, place: int, read: Callable[[bytes], str]) -> None:
        self.place = place
        self._read = read
        self.texts: list[str] = []
        self._codes: dict[int, int] = {}  # by key
        self._keys: Words = np.zeros(1, dtype=np.uint64)
        self._bits = _BITS
        self._table = np.zeros(1 << _BITS, dtype=np.int32)

    def codes(self, cells: BlockCells) -> tuple[NDArray[np.int32], Places]:
        """Return the code of each cell, and the rows in which a text is met for the first time, in their order."""
        return self.codes_of(cells, *cells.bounds(self.place))

    def codes_of(self, cells: BlockCells, starts: Places, ends: Places) -> tuple[NDArray[np.int32], Places]:
        """Return the same of the cells between two places."""
        keys = cells.keys_of(starts, ends)
        codes = self._table[self._slots(keys)]
        missed = np.flatnonzero(self._keys[codes] != keys) if self.texts else np.arange(keys.size)
        if not missed.size:
            return codes, missed
        found, first, inverse = np.unique(keys[missed], return_index=True, return_inverse=True)
        new = [place for place in np.argsort(first).tolist() if int(found[place]) not in self._codes]
        rows = missed[first[new]]
        for place, row in zip(new, rows.tolist(), strict=True):
            self._codes[int(found[place])] = len(self.texts)
            self.texts.append(self._read(cells.text(int(starts[row]), int(ends[row]))))
        if len(self.texts) > _MOST:
            raise NotPlain
        if new:
            self._keys = np.fromiter(self._codes, dtype=np.uint64, count=len(self._codes))
            self._bits = max(self._bits, min(_MOST_BITS, self._keys.size.bit_length() + _APART))
            if self._table.size < 1 << self._bits:
                self._table = np.zeros(1 << self._bits, dtype=np.int32)
            self._table[self._slots(self._keys)] = np.arange(self._keys.size, dtype=np.int32)
        known = np.array([self._codes[key] for key in found.tolist()], dtype=np.int32)
        codes[missed] = known[inverse]
        return codes, rows

    def _slots(self, keys: Words) -> Places:
        return ((keys * _STEP) >> np.uint64(64 - self._bits)).view(np.intp)
