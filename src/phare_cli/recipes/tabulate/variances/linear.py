"""Estimates as sums over respondents: what they are made of, linearised, portion by portion."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from phare_cli.respondents.engine.counts import Sums
from phare_cli.respondents.engine.labels import Codes, Numbers


@dataclass(frozen=True, slots=True)
class Moments:
    """Sums over portions of w y, w^2 y and w^2 y^2, where w is a weight and y a number of each respondent.

    Of 0 and 1 the last two are one; of 1 for everybody (:meth:`of`) they are sums of w and of w^2.
    """

    wy: Numbers
    wwy: Numbers
    wwyy: Numbers
    replicates: Numbers | None = (
        None  # of the whole population, a sum of w y by each replicate; None without any
    )

    @classmethod
    def of(cls, sums: Sums, places: Codes) -> Moments:
        """Return the moments of those who were counted, y being 1 for each of them, over some portions."""
        weights, squares = sums.parts(places)
        replicates = None if sums.replicates is None else sums.replicates[places].sum(axis=0)
        return cls(weights, squares, squares, replicates)


@dataclass(frozen=True, slots=True)
class Linearised:
    """An estimate, and the sums over portions of its linearised values z = w u, of z^2 and of w z.

    The variance of the estimate is that of the sum of z. *present* marks the portions in which somebody is of those
    whom it speaks of. *replicates* are the estimates by each replicate, NaN where one has nobody to estimate by.
    """

    estimate: float
    z: Numbers
    zz: Numbers
    wz: Numbers
    present: np.ndarray[tuple[int], np.dtype[np.bool_]]
    replicates: Numbers | None = None


def mean(y: Moments, base: Moments) -> Linearised:
    """Return the mean of y over those who are the *base*, a share where y is 0 or 1: u = (y - mean) / sum of w.

    Woodruff (1971), JASA 66:411. Raises ``ValueError`` where nobody is.
    """
    whole = float(base.wy.sum())
    if whole <= 0.0:
        raise ValueError("nobody belongs to the domain")
    value = float(y.wy.sum()) / whole
    return Linearised(
        value,
        (y.wy - value * base.wy) / whole,
        np.maximum(y.wwyy - 2.0 * value * y.wwy + value * value * base.wwyy, 0.0) / whole**2,
        (y.wwy - value * base.wwy) / whole,
        base.wy > 0.0,
        _ratios(y.replicates, base.replicates),
    )


def _ratios(above: Numbers | None, below: Numbers | None) -> Numbers | None:
    if above is None or below is None:
        return None
    found = np.full(above.size, np.nan)
    np.divide(above, below, out=found, where=below != 0.0)
    return found
