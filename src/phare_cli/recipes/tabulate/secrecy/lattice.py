"""Lay the respondents of one sample on a lattice, regions by groups by segments, with the sums of every line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from phare_cli.nouns.survey import NATION
from phare_cli.recipes.tabulate.populations import ALL_GROUPS, Domain
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.engine.counts import Sums

Numbers = NDArray[np.float64]
Mask = NDArray[np.bool_]
Place = tuple[int, int, int]
"""A line of the lattice: its region, its group, its segment; one past the last level is the whole of them."""
LineKey = tuple[str, str, str, str]
"""The wave, region, group and segment of a line, as results write them."""


@dataclass(frozen=True, slots=True)
class Lattice:
    """One sample: lines that only add up to one another. What is said of one sample tells nothing of another.

    *levels* are the names along each axis; "" is the respondents whom the file gives no region, no group but that
    of all, or no segment: they have no line, and the others leave them by subtraction. *published* marks the lines
    that results hold.
    """

    wave: str
    levels: tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]
    published: Mask
    cells: NDArray[np.intp]
    places: tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]  # of each of the cells

    @property
    def shape(self) -> Place:
        """How many lines stand along each axis, the whole included."""
        regions, groups, segments = self.levels
        return len(regions) + 1, len(groups) + 1, len(segments) + 1

    def lines(self, columns: Sequence[Sums]) -> Numbers:
        """Return how many respondents of each line were counted in each of some columns."""
        counts = np.zeros((*self.shape, len(columns)))
        for column, sums in enumerate(columns):
            np.add.at(counts[..., column], self.places, sums.counts[self.cells])
        for axis in range(3):
            whole: list[slice | int] = [slice(None)] * 3
            whole[axis] = -1
            counts[tuple(whole)] = counts.sum(axis=axis)
        return counts

    def named_lines(self) -> Iterator[tuple[LineKey, Place]]:
        """Yield the names and the place of every line that results hold."""
        regions, groups, segments = self.levels
        names = ((*regions, NATION), (*groups, ALL_GROUPS), (*segments, ""))
        for first, second, third in np.argwhere(self.published):
            place = (int(first), int(second), int(third))
            region, group, segment = (each[at] for each, at in zip(names, place, strict=True))
            yield (self.wave, region, group, segment), place


def lattices(cells: Sequence[RespondentCell], populations: Iterable[Domain]) -> list[Lattice]:
    """Return the samples of a file, *populations* being those that results speak of.

    A wave is a sample; so is each group unless groups are pooled, and each region unless a nation is published.
    """
    domains = tuple(populations)
    nation = any(domain.is_nation for domain in domains)
    pooled = any(domain.stakeholder == ALL_GROUPS for domain in domains)
    samples: dict[tuple[str, str, str], list[int]] = {}
    for number, cell in enumerate(cells):
        if cell.stakeholder and (nation or cell.region):
            key = (cell.wave, "" if pooled else cell.stakeholder, "" if nation else cell.region)
            samples.setdefault(key, []).append(number)
    return [
        _lattice(wave, numbers, cells, nation=nation, pooled=pooled)
        for (wave, _, _), numbers in samples.items()
    ]


def _lattice(
    wave: str, numbers: Sequence[int], cells: Sequence[RespondentCell], *, nation: bool, pooled: bool
) -> Lattice:
    names = [
        (cells[number].region, _level(cells[number].stakeholder), cells[number].segment) for number in numbers
    ]
    regions, groups, segments = (
        tuple(sorted({each[axis] for each in names}, key=lambda name: (not name, name))) for axis in range(3)
    )
    levels = (regions, groups, segments)
    wholes = (nation, pooled, True)
    published_levels = [
        np.array([bool(name) for name in each] + [whole]) for each, whole in zip(levels, wholes, strict=True)
    ]
    places = [
        np.array([each.index(name[axis]) for name in names], dtype=np.intp)
        for axis, each in enumerate(levels)
    ]
    return Lattice(
        wave,
        levels,
        np.einsum("r,g,s->rgs", *published_levels).astype(bool),
        np.array(numbers, dtype=np.intp),
        (places[0], places[1], places[2]),
    )


def _level(stakeholder: str) -> str:
    """Return the name of a group as a level: that of all is the whole of them, and no level beside the others."""
    return "" if stakeholder == ALL_GROUPS else stakeholder
