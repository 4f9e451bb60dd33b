"""Number pairs of whole numbers in the order in which they are met: by a table of all that there may be, or sorted."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.labels import Codes

Keys = NDArray[np.int64]
_LARGEST_TABLE = 1 << 21  # numbers, of four bytes each


class NumberedKeys:
    """The keys met so far: in a key, what stands above its lowest *bits* is one number, those bits are another."""

    def __init__(self, bits: int) -> None:
        """Start without any."""
        self._bits = np.int64(bits)
        self._low = np.int64((1 << bits) - 1)
        self._met: list[Keys] = []
        self.size = 0  # keys met
        self._table: NDArray[np.int32] | None = None
        self._width = np.int64(0)  # bits of the lower number in the table
        self._sorted, self._numbers = np.empty(0, dtype=np.int64), np.empty(0, dtype=np.intp)

    @property
    def keys(self) -> Keys:
        """The keys, in the order of their numbers."""
        return np.concatenate(self._met) if self._met else np.empty(0, dtype=np.int64)

    def numbers(self, keys: Keys) -> Codes:
        """Return the number of each key; those that are new get theirs in ascending order."""
        if not keys.size:
            return np.empty(0, dtype=np.intp)
        table = self._table_for(keys)
        if table is None:
            return self._numbers_in_order(keys)
        places = self._places(keys)
        found = table[places]
        if int(found.min()) < 0:
            fresh = np.unique(keys[found < 0])
            table[self._places(fresh)] = self._meet(fresh)
            found = table[places]
        return found.astype(np.intp)

    def _meet(self, fresh: Keys) -> Codes:
        self._met.append(fresh)
        self.size += fresh.size
        return np.arange(self.size - fresh.size, self.size, dtype=np.intp)

    def _table_for(self, keys: Keys) -> NDArray[np.int32] | None:
        """Return a table that is wide and long enough, made twice as long as needed; None where it is too large."""
        if self._sorted.size:
            return None
        width = max(int(np.bitwise_or.reduce(keys & self._low)).bit_length(), int(self._width))
        length = int(keys.max() >> self._bits) + 1
        known = self._table
        if known is not None and width == self._width and length << width <= known.size:
            return known
        if length << width > _LARGEST_TABLE:
            met, self._table = self.keys, None
            self._numbers = np.argsort(met)
            self._sorted = met[self._numbers]
            return None
        self._width = np.int64(width)
        self._table = table = np.full(min(2 * length << width, _LARGEST_TABLE), -1, dtype=np.int32)
        table[self._places(self.keys)] = np.arange(self.size)
        return table

    def _places(self, keys: Keys) -> Keys:
        return ((keys >> self._bits) << self._width) | (keys & self._low)

    def _numbers_in_order(self, keys: Keys) -> Codes:
        present, local = np.unique(keys, return_inverse=True)
        places = np.searchsorted(self._sorted, present)
        known = np.zeros(present.size, dtype=bool)
        inside = places < self._sorted.size
        known[inside] = self._sorted[places[inside]] == present[inside]
        fresh = present[~known]
        if fresh.size:
            self._numbers = np.insert(self._numbers, places[~known], self._meet(fresh))
            self._sorted = np.insert(self._sorted, places[~known], fresh)
            places = np.searchsorted(self._sorted, present)
        return self._numbers[places][local]
