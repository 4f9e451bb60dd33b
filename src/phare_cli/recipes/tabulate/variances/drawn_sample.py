"""The variance of every estimate of a sample: the one place that knows what was drawn, in which strata and stages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phare_cli.measuring.design_variance import DrawnStratum, Lonely, sampled_variance
from phare_cli.measuring.student import student_degrees
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.recipes.tabulate.variances.calibration import Calibration
from phare_cli.recipes.tabulate.variances.linear import Linearised
from phare_cli.recipes.tabulate.variances.replicates import Replicates
from phare_cli.recipes.tabulate.variances.spread import Spread, without_noise
from phare_cli.recipes.tabulate.variances.units import DomainUnits, Units
from phare_cli.respondents.design.cluster_populations import ClusterPopulations
from phare_cli.respondents.design.weighing import RakingFactors
from phare_cli.respondents.engine.labels import Codes
from phare_cli.respondents.spec import Spec
from phare_cli.respondents.tally import Tally


@dataclass(frozen=True, slots=True)
class DrawnSample:
    """Who was drawn, unit by unit. *units* is None where each respondent was drawn by themselves."""

    design: Design
    lonely: Lonely
    people: NDArray[np.int64]  # respondents of each cell
    units: Units | None
    replicates: Replicates | None
    calibration: Calibration | None
    _portions: dict[tuple[str, str, str, str], Codes]
    _units_of: dict[object, DomainUnits]

    @classmethod
    def of(
        cls,
        tally: Tally,
        spec: Spec,
        design: Design,
        lonely: Lonely,
        populations: ClusterPopulations | None = None,
        raking: RakingFactors | None = None,
    ) -> DrawnSample:
        """Return the sample that a tally counted; *populations* are those of its clusters.

        With *raking*, the cells of the tally are those of its margins too, after the strata.
        """
        # What is refused was found by the checks: one unit that is left is a whole stratum, or a group of one.
        lonely = "centre" if lonely == "refuse" else lonely
        units = None if tally.portions is None else Units.of(tally, tally.portions, design, populations)
        replicates = None
        if tally.replicate_ways is not None and spec.replicates is not None:
            replicates = Replicates(spec.replicates, tally.replicate_ways, {})
        calibration = None if raking is None else Calibration.of(tally, raking, len(spec.strata))
        return cls(design, lonely, tally.respondents.counts, units, replicates, calibration, {}, {})

    @property
    def tells_degrees(self) -> bool:
        """Whether degrees of freedom come from the design, its clusters or replicates, and not from respondents."""
        return self.units is not None or self.replicates is not None

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
        if self.replicates is not None:
            return self.replicates.spread(domain, estimate)
        places = self.places(domain)
        key: object = domain.key
        if self.calibration is not None:
            samples = self.calibration.samples_of(domain.cells)
            places, estimate = self.calibration.residuals(places, samples, estimate)
            key = samples
        if self.units is None:
            return self._of_respondents(places, estimate)
        if key not in self._units_of:
            self._units_of[key] = self.units.of_places(places)
        of_domain = self._units_of[key]
        units, of_strata = of_domain.present(estimate.present)
        return self._spread(list(of_domain.strata(estimate.z)), units, of_strata, of_domain.inside(estimate))

    def _of_respondents(self, cells: Codes, estimate: Linearised) -> Spread:
        of_cell = self.design.of_cell[cells]
        numbers, local = np.unique(of_cell, return_inverse=True)
        totals, squares = np.bincount(local, estimate.z), np.bincount(local, estimate.zz)
        strata = [
            DrawnStratum(
                self.design.samples[number], totals[place], squares[place], self.design.populations[number]
            )
            for place, number in enumerate(numbers)
        ]
        people = np.bincount(
            local[estimate.present], self.people[cells[estimate.present]], minlength=len(strata)
        )
        spread = self._spread(strata, int(people.sum()), int(np.count_nonzero(people)))
        if not self.design.stratified:
            return spread
        parts = [sampled_variance([stratum]) for stratum in strata]
        return spread._replace(of_strata=student_degrees(parts, (people - 1.0).tolist()))

    def _spread(
        self, strata: Sequence[DrawnStratum], units: int, of_strata: int, inside: float = 0.0
    ) -> Spread:
        endless = [stratum._replace(population=None) for stratum in strata]
        return Spread(
            without_noise(sampled_variance(strata, self.lonely) + inside),
            without_noise(sampled_variance(endless, self.lonely)),
            units,
            float(units - of_strata),
        )
