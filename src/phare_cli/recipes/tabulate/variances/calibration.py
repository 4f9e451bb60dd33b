"""What calibrated weights leave of a variance: estimates vary by what the margins do not tell of their values."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phare_cli.recipes.tabulate.variances.linear import Linearised
from phare_cli.respondents.design.weighing import RakingFactors
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.tally import Tally

Groups = tuple[int, ...]
"""The samples, each a group of a wave, that a population stands in."""


@dataclass(frozen=True, slots=True)
class Calibration:
    """Weights that were brought to margins, group by group: what values of the margins each cell has.

    *margins* is cells by values of margins, 0 or 1, and *inverse* the inverse of their weighted crossing; *factors* is
    what the weights of each cell were multiplied by. *weights* and *squares* are sums over each place, a portion or
    cell, of which *cells* tells the cell.
    """

    margins: Numbers
    inverse: Numbers
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
        columns: dict[tuple[int, tuple[int, ...], tuple[str, ...]], int] = {}
        met: list[list[int]] = []
        of_cell: list[int] = []
        factors = np.zeros(len(tally.cells))
        for number, cell in enumerate(tally.cells):
            sample = samples.setdefault((cell.wave, cell.stakeholder), len(samples))
            of_cell.append(sample)
            values = cell.stratum[strata:]
            factors[number] = raking.factor(cell.wave, cell.stakeholder, values)
            met.append(
                [
                    columns.setdefault((sample, places, tuple(values[each] for each in places)), len(columns))
                    for places in raking.used.get((cell.wave, cell.stakeholder), ())
                ]
            )
        margins = np.zeros((len(met), len(columns)))
        for number, places in enumerate(met):
            margins[number, places] = 1.0
        if tally.portions is None:
            cells = np.arange(len(met))
            weights, squares = tally.sample.parts(cells)
        else:
            cells, weights, squares = tally.portions.cells, tally.portions.weights, tally.portions.squares
        drawn = np.bincount(cells, weights, minlength=len(met))
        # Those who were weighted to nothing count for nothing: they are no respondents.
        drawn = np.divide(drawn, factors, out=np.zeros(len(met)), where=factors > 0.0)
        inverse: Numbers = np.linalg.pinv(margins.T @ (margins * drawn[:, None]), hermitian=True).astype(
            np.float64
        )
        return cls(margins, inverse, factors, np.array(of_cell), cells, weights, squares, {})

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
        by_cell = np.bincount(self.cells[places], plain, minlength=self.margins.shape[0])
        told = (self.margins @ (self.inverse @ (self.margins.T @ by_cell)))[self.cells[whole]]
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
