"""Say which lines of a lattice change together when respondents move between two levels of one of its axes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import product
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from phare_cli.recipes.tabulate.secrecy.lattice import Mask, Numbers, Place

T = TypeVar("T", bound=np.generic)
Pairs = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Frame:
    """One way to move respondents between the levels of an *axis*, the two other axes being held.

    Along each of the others stands a level, whose line and whose whole change, or a level less another, whose
    two lines change and whose whole does not. *touched* are the lines that change, *plus* and *minus* the levels
    that gain and that lose; all along the two other axes. *whole* is the row of the axis that its others add up to.
    Arrays are given with the axis first.
    """

    axis: int
    whole: int
    touched: Pairs
    plus: Pairs
    minus: Pairs

    def cost(self, prices: Numbers) -> Numbers:
        """Return what hiding every line that changes costs, along the axis."""
        first, second = self.touched[0]
        total: Numbers = prices[:, first, second].copy()
        for first, second in self.touched[1:]:
            total += prices[:, first, second]
        return total

    def all(self, mask: Mask) -> Mask:
        """Tell where every line that changes is marked, along the axis."""
        on_all_lines: Mask = np.all([mask[:, first, second] for first, second in self.touched], axis=0)
        return on_all_lines

    def least(self, counts: Numbers, pairs: Pairs) -> Numbers:
        """Return the least count among the levels that gain, or lose, along the axis; infinite where there are none."""
        if not pairs:
            return np.full(counts[:-1, 0, 0].shape, np.inf)
        (first, second), *others = pairs
        least: Numbers = counts[:-1, first, second]
        for first, second in others:
            least = np.minimum(least, counts[:-1, first, second])
        return least

    def places(self, rows: tuple[int, ...]) -> list[Place]:
        """Return the lines that change in some rows of the axis."""
        found: list[Place] = []
        for row, (first, second) in product(rows, self.touched):
            place = [first, second]
            place.insert(self.axis, row)
            found.append((place[0], place[1], place[2]))
        return found


@lru_cache(maxsize=4096)
def frames(shape: Place, place: Place) -> tuple[Frame, ...]:
    """Return every frame that changes a line."""
    return tuple(_frames(shape, place))


def _frames(shape: Place, place: Place) -> Iterator[Frame]:
    for axis in range(3):
        first, second = [_levels(shape[other] - 1, place[other]) for other in range(3) if other != axis]
        for (gains, loses, one), (gains_too, loses_too, two) in product(first, second):
            minus: list[tuple[int, int]] = []
            plus = [(gains, gains_too)]
            if loses is not None:
                minus.append((loses, gains_too))
            if loses_too is not None:
                minus.append((gains, loses_too))
            if loses is not None and loses_too is not None:
                plus.append((loses, loses_too))
            yield Frame(axis, shape[axis] - 1, tuple(product(one, two)), tuple(plus), tuple(minus))


def along_each_axis(lines: NDArray[T]) -> tuple[NDArray[T], NDArray[T], NDArray[T]]:
    """Return an array of lines with each of its axes first."""
    return lines, np.moveaxis(lines, 1, 0), np.moveaxis(lines, 2, 0)


def _levels(whole: int, own_level: int) -> list[tuple[int, int | None, tuple[int, int]]]:
    """Return what may stand along an axis: the level that gains, the one that loses, the two lines that change."""
    if own_level == whole:
        return [(level, None, (level, whole)) for level in range(whole)]
    others = [(own_level, level, (own_level, level)) for level in range(whole) if level != own_level]
    return [(own_level, None, (own_level, whole)), *others]


def starting_rows(shape: Place, place: Place, frame: Frame) -> tuple[range, bool]:
    """Return the rows that an exchange may start from, and whether it must go through the whole of the axis."""
    whole = shape[frame.axis] - 1
    own_level = place[frame.axis]
    return (range(whole), True) if own_level == whole else (range(own_level, own_level + 1), False)
