"""What a design tells of how far an estimate may err."""

from __future__ import annotations

import math
from typing import NamedTuple


class Spread(NamedTuple):
    """The variance of an estimate, in the square of its unit, and the degrees of freedom that it is known with.

    *endless* is what it would be were every stratum endless. The degrees are the *units* drawn (clusters, or
    respondents) that somebody of the population stands in, less the strata of these: R's
    ``degf(subset(design, domain))``. Under 1, the variance tells nothing. *of_strata* are those of respondents in
    strata that vary or weigh unequally, Satterthwaite's: fewer where a handful stand for many.
    """

    variance: float
    endless: float
    units: int
    degrees: float
    of_strata: float = math.inf


def without_noise(variance: float) -> float:
    """Return a variance to eleven digits: those after them hang on the order of rows, and estimates must not."""
    return float(f"{variance:.10e}")
