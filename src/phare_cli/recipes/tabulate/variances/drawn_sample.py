"""The variance of every estimate of a sample: the one place that knows what was drawn, in which strata and stages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.measuring.design_variance import DrawnStratum, Lonely, sampled_variance
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.recipes.tabulate.variances.linear import Linearised
from phare_cli.respondents.design.portions import PortionTable
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.tally import Tally


class Spread(NamedTuple):
    """The variance of an estimate, in the square of its unit, and the degrees of freedom that it is known with.

    *endless* is what it would be were every stratum endless. The degrees are the *units* drawn (clusters, or
    respondents) that somebody of the population stands in, less the strata of these: R's
    ``degf(subset(design, domain))``. Under 1, the variance tells nothing.
    """

    variance: float
    endless: float
    units: int
    degrees: float


@dataclass(frozen=True, slots=True)
class DrawnSample:
    """Who was drawn, unit by unit. *units* is None where each respondent was drawn by themselves."""

    design: Design
    lonely: Lonely
    people: NDArray[np.int64]  # respondents of each cell
    units: Units | None
    _portions: dict[tuple[str, str, str, str], Codes]

    @classmethod
    def of(cls, tally: Tally, design: Design, lonely: Lonely) -> DrawnSample:
        """Return the sample that a tally counted."""
        units = None if tally.portions is None else Units.of(tally.portions, design)
        return cls(design, lonely, tally.respondents.counts, units, {})

    def places(self, domain: Domain) -> Codes:
        """Return where the sums of a population stand, by portion: what :meth:`Sums.parts` takes."""
        if self.units is None:
            return domain.cells
        if domain.key not in self._portions:
            inside = np.isin(self.units.cells, domain.cells)
            self._portions[domain.key] = np.flatnonzero(inside)
        return self._portions[domain.key]

    def spread(self, domain: Domain, estimate: Linearised) -> Spread:
        """Return the variance of an estimate of a population: the one way to it, whatever is estimated."""
        if self.units is None:
            return self._of_respondents(domain, estimate)
        places = self.places(domain)
        strata = list(self.units.strata(places, estimate.z))
        units, of_strata = self.units.met(places[estimate.present])
        return self._spread(strata, units, of_strata)

    def _of_respondents(self, domain: Domain, estimate: Linearised) -> Spread:
        of_cell = self.design.of_cell[domain.cells]
        numbers, local = np.unique(of_cell, return_inverse=True)
        totals, squares = np.bincount(local, estimate.z), np.bincount(local, estimate.zz)
        strata = [
            DrawnStratum(
                self.design.samples[number], totals[place], squares[place], self.design.populations[number]
            )
            for place, number in enumerate(numbers)
        ]
        met = domain.cells[estimate.present]
        return self._spread(
            strata, int(self.people[met].sum()), int(np.unique(of_cell[estimate.present]).size)
        )

    def _spread(self, strata: Sequence[DrawnStratum], units: int, of_strata: int) -> Spread:
        endless = [stratum._replace(population=None) for stratum in strata]
        return Spread(
            sampled_variance(strata, self.lonely),
            sampled_variance(endless, self.lonely),
            units,
            float(units - of_strata),
        )


@dataclass(frozen=True, slots=True)
class Units:
    """The clusters that were drawn: the *cell* and the unit of each portion, the stratum of each unit."""

    cells: NDArray[np.intp]
    of_portion: NDArray[np.intp]
    stratum: NDArray[np.intp]
    drawn: NDArray[np.intp]  # units of each stratum
    populations: tuple[float | None, ...]  # units there are in each stratum

    @classmethod
    def of(cls, portions: PortionTable, design: Design) -> Units:
        """Return the clusters of some portions; those of two strata are two, whatever they are called."""
        strata = design.of_cell[portions.cells]
        keys, of_portion = np.unique(
            strata * len(portions.names[0]) + portions.clusters[0], return_inverse=True
        )
        stratum = keys // len(portions.names[0])
        drawn = np.bincount(stratum, minlength=len(design.keys))
        return cls(portions.cells, of_portion, stratum, drawn, (None,) * len(design.keys))

    def strata(self, places: Codes, z: Numbers) -> Iterator[DrawnStratum]:
        """Yield each stratum that some portions stand in, with the sums of *z* over its units."""
        met, local = np.unique(self.of_portion[places], return_inverse=True)
        sums = np.bincount(local, z, minlength=met.size)
        numbers, of_unit = np.unique(self.stratum[met], return_inverse=True)
        totals, squares = np.bincount(of_unit, sums), np.bincount(of_unit, sums * sums)
        for number, total, square in zip(numbers.tolist(), totals.tolist(), squares.tolist(), strict=True):
            yield DrawnStratum(int(self.drawn[number]), total, square, self.populations[number])

    def met(self, places: Codes) -> tuple[int, int]:
        """Return how many units some portions stand in, and how many strata."""
        met = np.unique(self.of_portion[places])
        return int(met.size), int(np.unique(self.stratum[met]).size)
