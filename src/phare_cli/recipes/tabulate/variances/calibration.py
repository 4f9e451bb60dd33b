"""What calibrated weights leave of a variance: estimates vary by what the margins do not tell of their values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from phare_cli.recipes.tabulate.variances.linear import Linearised
from phare_cli.respondents.design.weighing import RakingFactors
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.tally import Tally

Groups = tuple[int, ...]
"""The samples, each a group of a wave, that a population stands in."""


@dataclass(frozen=True, slots=True)
class Regression:
    """The regression of values on margins, cells by cells; every cell has one value of each margin of its sample.

    *first* is the value that each cell has of the margin with the most of them, *others* those of its other margins,
    cells by margins; the last number stands for none. *drawn* is what each cell weighs, *totals* what each first value
    does. The crossing of first values with themselves is a diagonal: they are taken out, and *inverse* is that of the
    crossing of the others once they are. So many values of one margin cost no more than their number.
    """

    first: Codes
    others: NDArray[np.intp]
    drawn: Numbers
    totals: Numbers
    inverse: Numbers

    @classmethod
    def on(cls, values: Sequence[Sequence[int]], margins: Sequence[int], drawn: Numbers) -> Regression:
        """Return the regression on *values* of margins, those of each cell; *margins* is the margin of each value."""
        sizes = np.bincount(np.array(margins, dtype=np.intp))
        ordered = [
            sorted(of_cell, key=lambda value: (-sizes[margins[value]], margins[value])) for of_cell in values
        ]
        firsts, kinds = _renumbered([of_cell[:1] for of_cell in ordered], 1)
        others, size = _renumbered(
            [of_cell[1:] for of_cell in ordered], max(map(len, ordered), default=1) - 1
        )
        first = firsts[:, 0]
        totals = _summed(first, drawn, kinds + 1)
        totals[kinds] = 0.0
        crossed = np.zeros((totals.size, size + 1))
        within = np.zeros((size + 1, size + 1))
        for one in others.T:
            np.add.at(crossed, (first, one), drawn)
            for other in others.T:
                np.add.at(within, (one, other), drawn)
        crossed, within = crossed[:, :size], within[:size, :size]
        left = within - crossed.T @ (crossed * _over(np.ones(totals.size), totals)[:, None])
        inverse: Numbers = np.linalg.pinv(left, hermitian=True).astype(np.float64) if size else left
        return cls(first, others, drawn, totals, inverse)

    def told(self, sums: Numbers) -> Numbers:
        """Return what the margins tell of each cell, of *sums* of weighted values over cells."""
        of_first = _summed(self.first, sums, self.totals.size)
        rest = self._of_others(sums - self.drawn * _over(of_first, self.totals)[self.first])
        slopes = np.append(self.inverse @ rest, 0.0)[self.others].sum(axis=1)
        less = _summed(self.first, self.drawn * slopes, self.totals.size)
        told: Numbers = _over(of_first - less, self.totals)[self.first] + slopes
        return told

    def _of_others(self, sums: Numbers) -> Numbers:
        size = self.inverse.shape[0]
        of_others = np.zeros(size + 1)
        for each in self.others.T:
            of_others += _summed(each, sums, size + 1)
        return of_others[:size]


def _renumbered(values: Sequence[Sequence[int]], width: int) -> tuple[NDArray[np.intp], int]:
    """Return values numbered from 0 in lines of one *width*, and how many they are, which stands for none there."""
    numbers = {value: number for number, value in enumerate(dict.fromkeys(chain.from_iterable(values)))}
    lines = np.full((len(values), width), len(numbers), dtype=np.intp)
    for line, of_cell in zip(lines, values, strict=True):
        line[: len(of_cell)] = [numbers[value] for value in of_cell]
    return lines, len(numbers)


def _summed(places: Codes, values: Numbers, size: int) -> Numbers:
    sums: Numbers = np.bincount(places, values, minlength=size).astype(np.float64)
    return sums


def _over(sums: Numbers, totals: Numbers) -> Numbers:
    return np.divide(sums, totals, out=np.zeros(totals.size), where=totals > 0.0)


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights that were brought to margins, group by group: what the margins tell of each cell.

    *factors* is what the weights of each cell were multiplied by. *weights* and *squares* are sums over each place, a
    portion or cell, of which *cells* tells the cell.
    """

    regression: Regression
    factors: Numbers
    samples: NDArray[np.intp]  # of each cell
    cells: NDArray[np.intp]
    weights: Numbers
    squares: Numbers
    _places: dict[Groups, Codes]

    @classmethod
    def of(cls, tally: Tally, raking: RakingFactors, strata: int) -> Calibration:
        """Return the calibration of a tally, in whose cells the margins stand after so many *strata*."""
        samples: dict[tuple[str, str], int] = {}
        margins: dict[tuple[int, tuple[int, ...]], int] = {}
        columns: dict[tuple[int, tuple[str, ...]], int] = {}
        met: list[list[int]] = []
        of_cell: list[int] = []
        factors = np.zeros(len(tally.cells))
        for number, cell in enumerate(tally.cells):
            sample = samples.setdefault((cell.wave, cell.stakeholder), len(samples))
            of_cell.append(sample)
            values = cell.stratum[strata:]
            factors[number] = raking.factor(cell.wave, cell.stakeholder, values)
            met.append([])
            for places in raking.used.get((cell.wave, cell.stakeholder), ()):
                margin = margins.setdefault((sample, places), len(margins))
                value = margin, tuple(values[each] for each in places)
                met[-1].append(columns.setdefault(value, len(columns)))
        if tally.portions is None:
            cells = np.arange(len(met))
            weights, squares = tally.sample.parts(cells)
        else:
            cells, weights, squares = tally.portions.cells, tally.portions.weights, tally.portions.squares
        drawn = _summed(cells, weights, len(met))
        # Those who were weighted to nothing count for nothing: they are no respondents.
        drawn = np.divide(drawn, factors, out=np.zeros(len(met)), where=factors > 0.0)
        regression = Regression.on(met, [margin for margin, _ in columns], drawn)
        return cls(regression, factors, np.array(of_cell), cells, weights, squares, {})

    def samples_of(self, cells: Codes) -> Groups:
        """Return the samples that some cells are of."""
        return tuple(np.unique(self.samples[cells]).tolist())

    def residuals(self, places: Codes, samples: Groups, estimate: Linearised) -> tuple[Codes, Linearised]:
        """Return all places of some samples, and an estimate of values less what the margins tell of them.

        z is w (u - x'B), with w the calibrated weight, x the values of the margins and B the regression of u on them
        by the weights before: Deville and Särndal (1992), JASA 87:376; R's ``calibrate``, raking or post-stratified.
        (R's ``rake`` takes B by equal weights, which comes to the same where the weights before are equal.)
        """
        if samples not in self._places:
            self._places[samples] = np.flatnonzero(np.isin(self.samples[self.cells], samples))
        whole = self._places[samples]
        at = np.searchsorted(whole, places)
        factors = self.factors[self.cells[places]]
        plain = np.divide(estimate.z, factors, out=np.zeros(places.size), where=factors > 0.0)
        by_cell = _summed(self.cells[places], plain, self.factors.size)
        told = self.regression.told(by_cell)[self.cells[whole]]
        z, zz, wz = np.zeros(whole.size), np.zeros(whole.size), np.zeros(whole.size)
        z[at], zz[at], wz[at] = estimate.z, estimate.zz, estimate.wz
        present = np.zeros(whole.size, dtype=bool)
        present[at] = estimate.present
        weights, squares = self.weights[whole], self.squares[whole]
        return whole, Linearised(
            estimate.estimate,
            z - told * weights,
            np.maximum(zz - 2.0 * told * wz + told * told * squares, 0.0),
            wz - told * squares,
            present,
        )
