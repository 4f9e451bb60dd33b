"""What a design tells of how far an estimate may err."""

from __future__ import annotations

from typing import NamedTuple


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


def without_noise(variance: float) -> float:
    """Return a variance to eleven digits: those after them hang on the order of rows, and estimates must not."""
    return float(f"{variance:.10e}")
