"""Bring a sample to known margins by raking, from the sums of weights in the cells that the margins cross."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

ITERATIONS = 200
TOLERANCE = 1e-10

MarginCell = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Raking:
    """What raking found: a factor for each cell, and how near the margins it came.

    *distance* is the largest gap left between a margin and its target, as a share of the whole.
    """

    factors: Mapping[MarginCell, float]
    iterations: int
    distance: float
    converged: bool


def rake(
    sums: Mapping[MarginCell, float],
    margins: Sequence[Mapping[str, float]],
    *,
    trim: float | None = None,
    iterations: int = ITERATIONS,
    tolerance: float = TOLERANCE,
) -> Raking:
    """Return the factors that bring *sums* to *margins*, one mapping from value to target a place of the cells.

    Targets are shares or counts: each margin is scaled to the sum of all weights, so that the mean factor is 1.
    With *trim*, every factor is within 1 / *trim* and *trim*: what is cut is raked again. Raises
    ``ValueError`` for a value without a target. Deming and Stephan (1940), Annals of Mathematical Statistics
    11:427; equals R's ``survey::rake``.
    """
    total = math.fsum(sums.values())
    targets = [_scaled(margin, total) for margin in margins]
    for cell in sums:
        for place, value in enumerate(cell):
            if value not in targets[place]:
                raise ValueError(f"no target for the value {value!r} of margin {place}")
    factors = dict.fromkeys(sums, 1.0)
    distance, done = math.inf, 0
    while done < iterations and distance > tolerance:
        done += 1
        for place, target in enumerate(targets):
            sum_by_value = _margin(sums, factors, place)
            for cell in factors:
                value = cell[place]
                factors[cell] *= target[value] / sum_by_value[value] if sum_by_value[value] > 0.0 else 0.0
        if trim is not None:
            factors = {cell: min(max(factor, 1.0 / trim), trim) for cell, factor in factors.items()}
        distance = max(_distance(sums, factors, targets), default=0.0) / total if total else 0.0
    return Raking(factors, done, distance, distance <= tolerance)


def _scaled(margin: Mapping[str, float], total: float) -> dict[str, float]:
    whole = math.fsum(margin.values())
    return {value: target * total / whole for value, target in margin.items()}


def _margin(
    sums: Mapping[MarginCell, float], factors: Mapping[MarginCell, float], place: int
) -> dict[str, float]:
    sum_by_value: dict[str, float] = {}
    for cell, weight in sums.items():
        sum_by_value[cell[place]] = sum_by_value.get(cell[place], 0.0) + weight * factors[cell]
    return sum_by_value


def _distance(
    sums: Mapping[MarginCell, float],
    factors: Mapping[MarginCell, float],
    targets: Sequence[Mapping[str, float]],
) -> list[float]:
    gaps: list[float] = []
    for place, target in enumerate(targets):
        sum_by_value = _margin(sums, factors, place)
        gaps += [abs(sum_by_value.get(value, 0.0) - target_sum) for value, target_sum in target.items()]
    return gaps
