"""Find a few keys of 64 bits among themselves by one multiplication each, every key in a slot of its own."""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

_MOST_KEYS = 64
_LEAST_BITS = 6
_TRIES = 16
_BITS = 64
_STEP = 0x9E3779B97F4A7C15


class KeySlots(NamedTuple):
    """A table of keys and of their codes; the upper bits of a key times *factor* say in which slot it may be."""

    factor: np.uint64
    shift: np.uint64
    keys: NDArray[np.uint64]
    table: NDArray[np.intp]

    def codes(self, keys: NDArray[np.uint64]) -> NDArray[np.intp]:
        """Return the code of each key, -1 for one that is not in the table."""
        slots = _slots(keys, self.factor, self.shift)
        known = self.keys[slots] == keys
        codes = self.table[slots]
        return codes if known.all() else np.where(known, codes, -1)


def key_slots(keys: NDArray[np.uint64], codes: NDArray[np.intp]) -> KeySlots | None:
    """Return the table of *keys*, None where they are many, or no factor that was tried tells them apart."""
    if not 0 < keys.size <= _MOST_KEYS:
        return None
    # So many slots that two keys seldom meet in one; where they do, another factor parts them.
    bits = max(_LEAST_BITS, 2 * int(keys.size).bit_length())
    shift = np.uint64(_BITS - bits)
    for power in range(1, _TRIES):
        factor = np.uint64(pow(_STEP, power, 1 << _BITS))
        slots = _slots(keys, factor, shift)
        if len(set(slots.tolist())) == keys.size:
            table = np.full(1 << bits, codes[0])
            held = np.full(1 << bits, keys[0])
            table[slots], held[slots] = codes, keys
            return KeySlots(factor, shift, held, table)
    return None


def _slots(keys: NDArray[np.uint64], factor: np.uint64, shift: np.uint64) -> NDArray[np.intp]:
    return ((keys * factor) >> shift).astype(np.intp)
