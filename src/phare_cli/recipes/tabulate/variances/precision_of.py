"""What a design makes of an estimate: its effective base, its standard error, its degrees of freedom."""

from __future__ import annotations

import math
from typing import NamedTuple

from phare_cli.measuring.bounds import is_low_base
from phare_cli.recipes.tabulate.variances.spread import Spread
from phare_cli.respondents.engine.counts import Sum

# A variance smaller than so much of what it is a variance of is the noise of floating point.
_NOISE = 1e-12


class Precision(NamedTuple):
    """How firm an estimate is; *standard_error* in the unit of the estimate, None where nothing tells it."""

    effective_base: float
    standard_error: float | None
    degrees: float | None


def base_of_mean(base: Sum, spread_among: float, variance: float, strata: int) -> float:
    """Return the effective base of a mean of respondents drawn in *strata*: what numbers vary by over V.

    That is respondents over the design effect of R's ``svymean(deff = "replace")``. *spread_among* is the weighted
    variance of the numbers that were given, *variance* V were every stratum endless; Kish's where nothing varies, or
    where no mean is asked (*spread_among* 0). Student's interval has one degree less than this base, and a small
    population adds none. Never above respondents less strata, and one.
    """
    most = max(float(base.count - strata + 1), 1.0)
    if spread_among <= 0.0 or variance <= _NOISE * spread_among:
        return min(base.effective_base, most)
    # The variance of those whom they were drawn from.
    among_all = spread_among * base.count / max(base.count - 1, 1)
    return min(among_all / variance, most)


def with_degrees_of_strata(precision: Precision, degrees: float) -> Precision:
    """Return a precision with the *degrees* of freedom that strata leave, where they are few and fewer than its base's.

    A stratum of a handful of respondents who stand for many tells little of its variance, and the sum of all strata is
    known no better. Satterthwaite (1946), Biometrics Bulletin 2:110; Cochran (1977), Sampling Techniques, 5.4. Of 30
    or more the normal's critical value is within a twentieth of theirs.
    """
    if precision.standard_error and is_low_base(degrees) and degrees < precision.effective_base - 1.0:
        return precision._replace(degrees=degrees)
    return precision


def precision_of(value: float, spread: Spread, spread_among: float, base: Sum) -> Precision:
    """Return the precision of a mean or share by the *spread* of its design, *spread_among* respondents their variance.

    The effective base is *spread_among* / variance. Before the finite population correction it is never above those
    asked. Where nothing varies it is Kish's; where no degree of freedom is left each cluster speaks with one voice,
    the least that its respondents can say (all of a cluster being alike).
    """
    kish = base.effective_base
    if spread.degrees < 1.0:
        return Precision(min(float(spread.units), kish), None, max(spread.degrees, 0.0))
    if spread_among <= _NOISE * max(1.0, value**2):
        return Precision(kish, None, spread.degrees)
    floor = _NOISE * spread_among
    effective = min(spread_among / max(spread.endless, floor), float(base.count))
    if spread.variance > floor:
        effective *= spread.endless / spread.variance
    error = math.sqrt(spread.variance) if spread.variance > floor else None
    return Precision(effective, error, spread.degrees)
