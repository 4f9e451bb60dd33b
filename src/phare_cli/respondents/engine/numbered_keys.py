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
        if self._has_table_for(keys) and self._table is not None:
            places = self._places(keys)
            found = self._table[places]
            if int(found.min()) < 0:
                fresh = np.unique(keys[found < 0])
                self._table[self._places(fresh)] = self._meet(fresh)
                found = self._table[places]
            return found.astype(np.intp)
        return self._numbers_in_order(keys)

    def _meet(self, fresh: Keys) -> Codes:
        self._met.append(fresh)
        self.size += fresh.size
        return np.arange(self.size - fresh.size, self.size, dtype=np.intp)

    def _has_table_for(self, keys: Keys) -> bool:
        """Make a table that is wide and long enough, twice what is needed; False where it would be too large."""
        if self._sorted.size:
            return False
        width = int(np.bitwise_or.reduce(keys & self._low)).bit_length()
        length = int(keys.max() >> self._bits) + 1
        if (
            self._table is not None
            and width <= self._width
            and length << int(self._width) <= self._table.size
        ):
            return True
        width = max(width, int(self._width))
        if length << width > _LARGEST_TABLE:
            known, self._table = self.keys, None
            order = np.argsort(known)
            self._sorted, self._numbers = known[order], order
            return False
        self._width = np.int64(width)
        self._table = np.full(min(2 * length << width, _LARGEST_TABLE), -1, dtype=np.int32)
        self._table[self._places(self.keys)] = np.arange(self.size)
        return True

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
