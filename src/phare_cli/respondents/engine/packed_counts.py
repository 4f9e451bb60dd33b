"""Add up crossings of cells with codes that stand for several items each, and take them apart as seldom as may be."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.counts import CodeSums, Count, Table

_MOST_BLOCKS = 64  # whose sums, exact in a double each, are exact in 64 bits together
_MOST_KEYS = 1 << 18  # that wait, of all crossings
Whole = NDArray[np.int64]


class _Waiting(NamedTuple):
    """What some blocks come to, cells by codes; None or nothing of what is not asked for."""

    blocks: int
    counts: Whole
    weight: Mapping[int, Whole] | None
    square: Mapping[int, Whole]


class PackedCounts:
    """The crossings that wait, by the items that stand in their codes, the first in the lowest bit."""

    def __init__(self) -> None:
        self._waiting: dict[tuple[int, ...], _Waiting] = {}

    def add(self, items: Sequence[int], crossing: CodeSums, counts: Sequence[Count]) -> None:
        """Add a crossing to what waits, or to the *counts* of its items where it would not be exact, or too large."""
        key = tuple(items)
        others = sum(each.counts.size for other, each in self._waiting.items() if other != key)
        if crossing.replicates is not None or others + crossing.counts.size > _MOST_KEYS:
            _take_apart(key, crossing, counts, 1)
            return
        waiting = self._waiting.get(key)
        if waiting is not None and not _is_alike(waiting, crossing):
            self._settle(key, counts)
            waiting = None
        self._waiting[key] = _with(waiting or _none_of(crossing), crossing)
        if self._waiting[key].blocks == _MOST_BLOCKS:
            self._settle(key, counts)

    def settle(self, counts: Sequence[Count]) -> None:
        """Add all that waits to *counts*, one an item."""
        for key in tuple(self._waiting):
            self._settle(key, counts)

    def _settle(self, key: tuple[int, ...], counts: Sequence[Count]) -> None:
        blocks, respondents, weight, square = self._waiting.pop(key)
        _take_apart(key, CodeSums(respondents, weight, square), counts, blocks)


def _is_alike(waiting: _Waiting, crossing: CodeSums) -> bool:
    """Tell whether a crossing is of as many cells, and weighted where what waits is."""
    same_size = waiting.counts.shape == crossing.counts.shape
    return same_size and (waiting.weight is None) == (crossing.weight is None)


def _none_of(crossing: CodeSums) -> _Waiting:
    counts = np.zeros(crossing.counts.shape, dtype=np.int64)
    return _Waiting(0, counts, None if crossing.weight is None else {}, {})


def _with(waiting: _Waiting, crossing: CodeSums) -> _Waiting:
    waiting.counts[...] += crossing.counts
    weight = None if waiting.weight is None else _joined(waiting.weight, crossing.weight or {})
    return _Waiting(waiting.blocks + 1, waiting.counts, weight, _joined(waiting.square, crossing.square))


def _joined(sums: Mapping[int, Whole], more: Mapping[int, Table]) -> Mapping[int, Whole]:
    for bit, each in more.items():
        if bit in sums:
            sums[bit][...] += each.astype(np.int64)
    return {**{bit: each.astype(np.int64) for bit, each in more.items() if bit not in sums}, **sums}


def _take_apart(items: Sequence[int], crossing: CodeSums, counts: Sequence[Count], blocks: int) -> None:
    codes = np.arange(1 << len(items))[:, None] >> np.arange(len(items)) & 1
    # Sums of one block are doubles and exact; those of several are whole numbers.
    sums = crossing.times(codes.astype(np.float64) if blocks == 1 else codes)
    for place, item in enumerate(items):
        counts[item].add_column(sums, place, blocks)
