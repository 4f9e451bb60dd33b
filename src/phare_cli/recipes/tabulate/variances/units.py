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

    def strata(self, places: Codes, z: Numbers) -> Iterator[DrawnStratum]:
        """Yield each stratum that some portions stand in, with the sums of *z* over its units."""
        met, local = np.unique(self.of_portion[places], return_inverse=True)
        sums = np.bincount(local, z, minlength=met.size)
        numbers, of_unit = np.unique(self.stratum[met], return_inverse=True)
        totals, squares = np.bincount(of_unit, sums), np.bincount(of_unit, sums * sums)
        for number, total, square in zip(numbers.tolist(), totals.tolist(), squares.tolist(), strict=True):
            yield DrawnStratum(int(self.drawn[number]), total, square, self.populations[number])

    def inside(self, places: Codes, estimate: Linearised) -> float:
        """Return the variance that what was drawn inside units adds: n/N of it, were each unit a stratum.

        Nothing where units were drawn with replacement, or asked whole, or do not tell how many members they have
        (Särndal, Swensson and Wretman, 1992, Model Assisted Survey Sampling, 4.3; R's ``survey:::multistage``).
        """
        met, local = np.unique(self.of_portion[places], return_inverse=True)
        parts = np.array([0.0 if size is None else 1.0 / size for size in self.populations])
        part = (parts * self.drawn)[self.stratum[met]]
        drawn, members = self.inner_drawn[met], self.members[met]
        left = np.where(np.isinf(members), 0.0, np.maximum(1.0 - drawn / members, 0.0))
        if not (part * left).any():
            return 0.0
        totals = np.bincount(local, estimate.z, minlength=met.size)
        if self.inner is None:
            squares = np.bincount(local, estimate.zz, minlength=met.size)
        else:
            inner, of_inner = np.unique(self.inner[places], return_inverse=True)
            sums = np.bincount(of_inner, estimate.z, minlength=inner.size)
            unit_of_inner = np.zeros(inner.size, dtype=np.intp)
            unit_of_inner[of_inner] = local
            squares = np.bincount(unit_of_inner, sums * sums, minlength=met.size)
        several = drawn > 1.0
        within = np.where(several, squares - totals * totals / drawn, squares)
        times = np.where(several, drawn / np.maximum(drawn - 1.0, 1.0), 1.0)
        return float((part * left * times * np.maximum(within, 0.0)).sum())

    def met(self, places: Codes) -> tuple[int, int]:
        """Return how many units some portions stand in, and how many strata."""
        met = np.unique(self.of_portion[places])
        return int(met.size), int(np.unique(self.stratum[met]).size)
