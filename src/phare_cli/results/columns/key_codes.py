"""Tell equal numbers of 64 bits by a small code each, block by block, in order of appearance."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from phare_cli.results.columns.block_cells import Places, Words

_STEP = np.uint64(0xD6E8FEB86659FD93)
_BITS, _MOST_BITS = 16, 20
_APART = 6  # bits: slots of the table for each key, so that few share one


class KeyCodes:
    """The keys met so far: ``keys[code]`` is what a code stands for.

    Most are found in a table by a few of their bits: what is not there is looked for key by key.
    """

    def __init__(self) -> None:
        self.keys: Words = np.zeros(0, dtype=np.uint64)
        self._codes: dict[int, int] = {}  # by key
        self._bits = _BITS
        self._table = np.zeros(1 << _BITS, dtype=np.int32)

    def codes(self, keys: Words) -> tuple[NDArray[np.int32], Places]:
        """Return the code of each key, and the places in which one is met for the first time, in their order."""
        codes = self._table[self._slots(keys)]
        missed = np.flatnonzero(self.keys[codes] != keys) if self.keys.size else np.arange(keys.size)
        if not missed.size:
            return codes, missed
        found, first, inverse = np.unique(keys[missed], return_index=True, return_inverse=True)
        new = [place for place in np.argsort(first).tolist() if int(found[place]) not in self._codes]
        for key in found[new].tolist():
            self._codes[key] = len(self._codes)
        if new:
            self.keys = np.concatenate([self.keys, found[new]])
            self._bits = max(self._bits, min(_MOST_BITS, self.keys.size.bit_length() + _APART))
            if self._table.size < 1 << self._bits:
                self._table = np.zeros(1 << self._bits, dtype=np.int32)
            self._table[self._slots(self.keys)] = np.arange(self.keys.size, dtype=np.int32)
        known = np.array([self._codes[key] for key in found.tolist()], dtype=np.int32)
        codes[missed] = known[inverse]
        return codes, missed[first[new]]

    def _slots(self, keys: Words) -> Places:
        return ((keys * _STEP) >> np.uint64(64 - self._bits)).view(np.intp)
