"""Weighted quantiles, with the rule of school: between two values where a part of the sample ends exactly there."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from phare_cli.measuring.bounds import TOLERANCE


class Quantiles:
    """The quantiles of numbers that stand for *weights*; *values* in rising order, each once."""

    def __init__(self, values: Sequence[float], weights: Sequence[float]) -> None:
        """Raise ``ValueError`` without a value, and for weights that add up to nothing."""
        self._values = values
        cumulated = list(accumulate(weights))
        if not cumulated or cumulated[-1] <= 0.0:
            raise ValueError("nobody gave a number")
        self._parts = [each / cumulated[-1] for each in cumulated]

    def at(self, part: float) -> float:
        """Return the value under which a *part* (0-1) of the whole lies; half-way to the next where one ends there.

        R's ``svyquantile(qrule = "school")``; of as many weights alike, the median that schools teach.
        """
        place = bisect_right(self._parts, part + TOLERANCE)
        if place and place < len(self._values) and self._parts[place - 1] >= part - TOLERANCE:
            return (self._values[place - 1] + self._values[place]) / 2.0
        return self._values[min(place, len(self._values) - 1)]

    def part_up_to(self, value: float) -> float:
        """Return the part of the whole that lies at a value or under it."""
        place = bisect_right(self._values, value)
        return self._parts[place - 1] if place else 0.0
