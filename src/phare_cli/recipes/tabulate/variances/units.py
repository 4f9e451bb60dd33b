"""The clusters that were drawn, and what was drawn inside them: sums of linearised values, unit by unit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phare_cli.measuring.design_variance import DrawnStratum
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.recipes.tabulate.variances.linear import Linearised
from phare_cli.respondents.design.cluster_populations import ClusterPopulations
from phare_cli.respondents.design.portions import PortionTable
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.tally import Tally


@dataclass(frozen=True, slots=True)
class Units:
    """The clusters that were drawn first, each in one stratum: two of one name in two strata are two.

    *cells* and *of_portion* are the cell and the unit of each portion; *stratum* and *names* are those of each unit,
    a place among the names of clusters. *drawn* is how many units each stratum has, *populations* how many there are.
    *inner* is what was drawn inside of each portion by its number, None where respondents were; *inner_drawn* is how
    many of them each unit has, and *members* how many there are, infinite where that is not told.
    """

    cells: NDArray[np.intp]
    of_portion: NDArray[np.intp]
    stratum: NDArray[np.intp]
    names: NDArray[np.intp]
    drawn: NDArray[np.intp]
    populations: tuple[float | None, ...]
    inner: NDArray[np.intp] | None
    inner_drawn: Numbers
    members: Numbers

    @classmethod
    def of(
        cls, tally: Tally, portions: PortionTable, design: Design, populations: ClusterPopulations | None
    ) -> Units:
        """Return the clusters of a tally."""
        strata = design.of_cell[portions.cells]
        known = len(portions.names[0])
        keys, of_portion = np.unique(strata * known + portions.clusters[0], return_inverse=True)
        stratum, names = keys // known, keys % known
        inner = None
        if len(portions.clusters) > 1:
            inside = of_portion * len(portions.names[1]) + portions.clusters[1]
            inner_keys, inner = np.unique(inside, return_inverse=True)
            inner_drawn = np.bincount(inner_keys // len(portions.names[1]), minlength=keys.size)
        else:
            inner_drawn = np.bincount(of_portion, portions.people, minlength=keys.size)
        members = np.full(keys.size, np.inf)
        sizes: list[float | None] = [None] * len(design.keys)
        if populations is not None:
            for number, (_, group, name) in enumerate(design.keys):
                sizes[number] = populations.clusters_of(group, name)
            for unit, (number, name) in enumerate(zip(stratum.tolist(), names.tolist(), strict=True)):
                _, group, of_stratum = design.keys[number]
                members[unit] = populations.members_of(group, of_stratum, portions.names[0][name])
        return cls(
            portions.cells,
            of_portion,
            stratum,
            names,
            np.bincount(stratum, minlength=len(design.keys)),
            tuple(sizes),
            inner,
            inner_drawn.astype(np.float64),
            members,
        )

    def of_places(self, places: Codes) -> DomainUnits:
        """Return the units that some portions stand in."""
        met, local = np.unique(self.of_portion[places], return_inverse=True)
        strata, of_unit = np.unique(self.stratum[met], return_inverse=True)
        sizes = [self.populations[number] for number in strata.tolist()]
        part = np.array([0.0 if size is None else 1.0 / size for size in sizes]) * self.drawn[strata]
        drawn, members = self.inner_drawn[met], self.members[met]
        left = np.where(np.isinf(members), 0.0, np.maximum(1.0 - drawn / members, 0.0))
        inner = None
        if self.inner is not None:
            found, of_inner = np.unique(self.inner[places], return_inverse=True)
            unit_of_inner = np.zeros(found.size, dtype=np.intp)
            unit_of_inner[of_inner] = local
            inner = of_inner, unit_of_inner
        return DomainUnits(
            local,
            of_unit,
            self.drawn[strata].tolist(),
            sizes,
            drawn,
            np.multiply(part[of_unit], left, dtype=np.float64),
            inner,
        )


@dataclass(frozen=True, slots=True)
class DomainUnits:
    """The units that a population stands in: the unit of each of its portions, the stratum of each unit.

    *drawn* and *sizes* are the units drawn in each stratum and those there are; *inner_drawn* is what was drawn inside
    each unit, *counts* how far the variance of that counts, n/N (1 - m/M), and *inner* the numbers of clusters inside:
    of each portion, and the unit of each.
    """

    local: Codes
    of_unit: Codes
    drawn: list[int]
    sizes: list[float | None]
    inner_drawn: Numbers
    counts: Numbers
    inner: tuple[Codes, Codes] | None

    def strata(self, z: Numbers) -> Iterator[DrawnStratum]:
        """Yield each stratum, with the sums of *z* over its units."""
        sums = np.bincount(self.local, z, minlength=self.of_unit.size)
        size = len(self.drawn)
        totals = np.bincount(self.of_unit, sums, minlength=size).tolist()
        squares = np.bincount(self.of_unit, sums * sums, minlength=size).tolist()
        for drawn, total, square, people in zip(self.drawn, totals, squares, self.sizes, strict=True):
            yield DrawnStratum(drawn, total, square, people)

    def inside(self, estimate: Linearised) -> float:
        """Return the variance that what was drawn inside units adds: n/N of it, were each unit a stratum.

        Nothing where units were drawn with replacement, or asked whole, or do not tell how many members they have
        (Särndal, Swensson and Wretman, 1992, Model Assisted Survey Sampling, 4.3; R's ``survey:::multistage``).
        """
        if not self.counts.any():
            return 0.0
        size, drawn = self.of_unit.size, self.inner_drawn
        totals = np.bincount(self.local, estimate.z, minlength=size)
        if self.inner is None:
            squares = np.bincount(self.local, estimate.zz, minlength=size)
        else:
            of_portion, of_inner = self.inner
            sums = np.bincount(of_portion, estimate.z, minlength=of_inner.size)
            squares = np.bincount(of_inner, sums * sums, minlength=size)
        several = drawn > 1.0
        within = np.where(several, squares - totals * totals / drawn, squares)
        times = np.where(several, drawn / np.maximum(drawn - 1.0, 1.0), 1.0)
        return float((self.counts * times * np.maximum(within, 0.0)).sum())

    def present(self, is_present: NDArray[np.bool_]) -> tuple[int, int]:
        """Return how many units some of the portions stand in, and how many strata."""
        units = np.bincount(self.local[is_present], minlength=self.of_unit.size) > 0
        strata = np.bincount(self.of_unit[units], minlength=len(self.drawn)) > 0
        return int(units.sum()), int(strata.sum())
