"""Keep the numbers that respondents gave, by cell: distinct ones once, with how many gave them at which weight."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.counts import Weights, grown
from phare_cli.respondents.engine.labels import Codes, Numbers

_MOST_PENDING = 1 << 18


@dataclass(frozen=True, slots=True)
class UpTo:
    """The sums of each replicate weight over who gave a number up to each of *cuts*; cells by cuts, by replicates."""

    cuts: Numbers
    sums: Numbers

    def over(self, cells: Codes, cut: float) -> Numbers:
        """Return the sums over *cells* of who gave *cut* or less, which is one of the cuts of each."""
        kept = cells[cells < self.sums.shape[0]]
        place = np.argmin(np.abs(self.cuts[kept] - cut), axis=1)
        found: Numbers = self.sums[kept, place].sum(axis=0)
        return found


@dataclass(frozen=True, slots=True)
class NumberRows:
    """The answers in an order of their own, alike ones in one row: *count* respondents of one *place* gave *y*.

    *places* number cells, or portions of cells, as sums do (see :meth:`Sums.parts`), *cells* the cells themselves. *x*
    is what y is divided by, 1 where nothing is; *weight* that of each respondent. *replicates* are the sums of y and of
    x by each replicate weight, cells by replicates; None without any.
    """

    places: NDArray[np.intp]
    cells: NDArray[np.intp]
    y: Numbers
    x: Numbers
    weight: Numbers
    count: NDArray[np.int64]
    replicates: tuple[Numbers, Numbers] | None = None
    up_to: UpTo | None = None

    def times(self, factors: Sequence[float]) -> NumberRows:
        """Return the rows where each respondent of a cell weighs as many times more."""
        return replace(self, weight=self.weight * np.asarray(factors, dtype=np.float64)[self.cells])


class NumberTable:
    """The answers met so far; what it holds grows with the distinct ones, never with the order or size of blocks."""

    def __init__(self, cuts: Sequence[Sequence[float]] = ()) -> None:
        """*cuts* are the numbers up to which replicate weights are summed, rising, by cell."""
        self._cuts = np.full((len(cuts), max(map(len, cuts), default=0)), np.inf)
        for line, of_cell in zip(self._cuts, cuts, strict=True):
            line[: len(of_cell)] = of_cell
        self._up_to: Numbers | None = None  # by cell, and by the cut that a number lies at or under
        self._kept: list[tuple[NDArray[np.float64], NDArray[np.int64]]] = []
        self._pending = 0
        self._settled = 0
        self._replicates: list[Numbers | None] = [None, None]  # sums of y and of x

    def add(self, places: Codes, y: Numbers, x: Numbers | None, weights: Weights | None) -> None:
        """Add one respondent to each of *places*: cells, or portions as they were met."""
        ones = np.ones(y.size)
        weight = ones if weights is None else _floats(weights, y.size)
        keys = np.stack([places.astype(np.float64), y + 0.0, ones if x is None else x + 0.0, weight])
        self._kept.append(_merged(keys, np.ones(y.size, dtype=np.int64)))
        self._pending += self._kept[-1][1].size
        if weights is not None and weights.replicates is not None and y.size:
            size = int(places.max()) + 1
            for place, numbers in enumerate((y, ones if x is None else x)):
                table = grown(self._replicates[place], size, weights.replicates.shape[0])
                for number, line in enumerate(weights.replicates):
                    table[:size, number] += np.bincount(places, line * numbers, minlength=size)
                self._replicates[place] = table
            if self._cuts.size:
                self._add_up_to(places, y, weights.replicates)
        if self._pending > max(_MOST_PENDING, self._settled):
            self._settle()

    def _add_up_to(self, places: Codes, y: Numbers, replicates: Numbers) -> None:
        steps = self._cuts.shape[1] + 1
        size = int(places.max() + 1) * steps
        step = np.zeros(y.size, dtype=np.intp)
        for cuts in self._cuts.T:
            step += y > cuts[places]
        table = grown(self._up_to, size, replicates.shape[0])
        for number, line in enumerate(replicates):
            table[:size, number] += np.bincount(places * steps + step, line, minlength=size)
        self._up_to = table

    def _sums_up_to(self) -> UpTo | None:
        if self._up_to is None:
            return None
        steps = self._cuts.shape[1] + 1
        cells = self._up_to.shape[0] // steps
        sums = self._up_to[: cells * steps].reshape(cells, steps, -1)
        return UpTo(self._cuts, np.cumsum(sums, axis=1)[:, :-1])

    def rows(self, order: Codes | None, cells: Codes | None) -> NumberRows:
        """Return all of them, by cells, or by portions in *order* of when they were met, of the *cells* they lie in."""
        self._settle()
        keys, count = self._kept[0] if self._kept else (np.empty((4, 0)), np.empty(0, dtype=np.int64))
        met = keys[0].astype(np.intp)
        if order is None or cells is None:
            y, x = self._replicates
            replicates = None if y is None or x is None else (y, x)
            return NumberRows(met, met, keys[1], keys[2], keys[3], count, replicates, self._sums_up_to())
        place_of = np.empty(order.size, dtype=np.intp)
        place_of[order] = np.arange(order.size)
        places = place_of[met]
        sorted_ = np.argsort(places, kind="stable")
        y, x, weight = keys[1:, sorted_]
        return NumberRows(places[sorted_], cells[places[sorted_]], y, x, weight, count[sorted_])

    def _settle(self) -> None:
        if len(self._kept) > 1:
            keys = np.concatenate([each for each, _ in self._kept], axis=1)
            counts = np.concatenate([each for _, each in self._kept])
            self._kept = [_merged(keys, counts)]
        self._settled = self._kept[0][1].size if self._kept else 0
        self._pending = 0


def _merged(
    keys: NDArray[np.float64], counts: NDArray[np.int64]
) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """Return keys in order, each once, with the sums of their counts."""
    order = np.lexsort(keys[::-1])
    keys, counts = keys[:, order], counts[order]
    if not counts.size:
        return keys, counts
    first = np.flatnonzero(np.concatenate([[True], (keys[:, 1:] != keys[:, :-1]).any(axis=0)]))
    return keys[:, first], np.add.reduceat(counts, first)


def _floats(weights: Weights, size: int) -> Numbers:
    """Return the weights that were cut into digits: their sum is exact."""
    whole = np.zeros(size)
    for bit in sorted(weights.weight):
        whole += np.ldexp(weights.weight[bit], bit)
    return whole
