"""The variance of a linear estimate, whatever the design: linearised values summed by stratum, or replicates."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

Lonely = Literal["refuse", "centre", "average", "certainty"]
"""What to do of a stratum of one unit: refuse it; take its deviation from the mean of all; take it to vary as the
others do on average; or take it as drawn for certain, which leaves it no variance."""


class DrawnStratum(NamedTuple):
    """The units drawn in one stratum, with the sum and the sum of squares of their linearised values z.

    A unit is what was drawn by itself: a cluster, whose respondents' z are added up before they are squared, or a
    respondent. A unit without anyone of the population has a z of 0, and counts among those *drawn*.
    """

    drawn: int
    total: float
    squares: float
    population: float | None = None  # units there are in the stratum; None draws with replacement

    @property
    def left(self) -> float:
        """The part of the stratum that was not drawn; 1 of an endless one."""
        return max(0.0, 1.0 - self.drawn / self.population) if self.population else 1.0


def sampled_variance(strata: Iterable[DrawnStratum], lonely: Lonely = "centre") -> float:
    """Return the sum over strata of (1 - n/N) n/(n-1) sum (z - mean z)^2, in the square of the unit of the estimate.

    Woodruff (1971), JASA 66:411; R's ``survey:::onestage``. *lonely* is what R's ``options(survey.lonely.psu)`` says:
    ``centre`` its "adjust", ``average`` and ``certainty`` its own. ``refuse`` raises ``ValueError`` where it matters.
    """
    parts: list[float] = []
    alone = 0
    for stratum in strata:
        if stratum.drawn == 1 and stratum.left > 0.0 and lonely == "average":
            alone += 1
        elif stratum.drawn >= 1:
            parts.append(_spread(stratum, lonely))
    variance = math.fsum(parts)
    if alone and not parts:
        return math.nan
    return max(0.0, variance * (len(parts) + alone) / len(parts)) if parts else 0.0


def _spread(stratum: DrawnStratum, lonely: Lonely) -> float:
    if stratum.drawn > 1:
        within = stratum.squares - stratum.total * stratum.total / stratum.drawn
        return max(0.0, stratum.left * stratum.drawn / (stratum.drawn - 1) * within)
    if lonely == "refuse" and stratum.left > 0.0 and stratum.squares > 0.0:
        raise ValueError("a stratum of one unit tells of no variance")
    return stratum.left * stratum.squares if lonely == "centre" else 0.0


def replicated_variance(
    estimate: float,
    replicates: Sequence[float],
    scale: float,
    replicate_scales: Sequence[float] = (),
) -> float:
    """Return *scale* times the sum of *replicate_scales* (1 each when empty) times (replicate - estimate)^2.

    A replicate that is NaN tells nothing and is left out. NaN when all are. Wolter (2007), Introduction to Variance
    Estimation, chap. 3 and 4; R's ``survey::svrVar(mse = TRUE)``.
    """
    scales = replicate_scales or [1.0] * len(replicates)
    parts = [
        part * (each - estimate) ** 2
        for each, part in zip(replicates, scales, strict=True)
        if not math.isnan(each)
    ]
    return scale * math.fsum(parts) if parts else math.nan
