"""What a sampling design costs: variances by Taylor linearisation, strata and finite populations included.

Every respondent is drawn by themselves (no clusters). Only sums are needed, so no respondent is kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.student import student_critical_value


@dataclass(frozen=True, slots=True)
class Stratum:
    """Sums over the respondents of one stratum who belong to a domain, *sample* apart.

    *w* is a weight and *y* what is averaged (0 or 1 for a share). A stratum without anyone of the domain still
    counts: give it with sums of zero.
    """

    sample: int  # respondents of the whole stratum, of the domain or not
    w: float
    wy: float
    ww: float
    wwy: float
    wwyy: float
    population: float | None = None  # of the stratum; None draws with replacement


def domain_mean(strata: Sequence[Stratum]) -> float:
    """Return the weighted mean of y over the domain. Raises ``ValueError`` when nobody belongs to it."""
    total = math.fsum(stratum.w for stratum in strata)
    if total <= 0.0:
        raise ValueError("nobody belongs to the domain")
    return math.fsum(stratum.wy for stratum in strata) / total


def mean_variance(strata: Sequence[Stratum]) -> float:
    """Return the variance of the domain's mean.

    Sum over strata of (1 - n/N) n/(n-1) sum (z - mean z)^2, z = w (y - mean) / sum of w inside the domain and 0
    outside it. Where a stratum holds one respondent, z stands for its deviation. Woodruff (1971), JASA 66:411;
    equals the square of R's ``SE(svymean(~y, subset(design, domain)))``, with
    ``options(survey.lonely.psu="adjust")`` for the last.
    """
    mean = domain_mean(strata)
    weight = math.fsum(stratum.w for stratum in strata)
    return math.fsum(
        _spread(
            stratum,
            (stratum.wy - mean * stratum.w) / weight,
            _product(stratum, mean, mean) / weight**2,
        )
        for stratum in strata
    )


def gap_variance(part: Sequence[Stratum], whole: Sequence[Stratum]) -> float:
    """Return the variance of the mean over a domain less the mean over a larger domain that holds it.

    The strata of both stand in the same order. Equals the square of R's
    ``SE(svycontrast(svyby(...), c(region = 1, nation = -1)))`` for replicated covariances by linearisation.
    """
    here, there = domain_mean(part), domain_mean(whole)
    w_here, w_there = math.fsum(each.w for each in part), math.fsum(each.w for each in whole)
    terms = []
    for inside, all_ in zip(part, whole, strict=True):
        total = (inside.wy - here * inside.w) / w_here - (all_.wy - there * all_.w) / w_there
        squares = (
            _product(inside, here, here) / w_here**2
            - 2.0 * _product(inside, here, there) / (w_here * w_there)
            + _product(all_, there, there) / w_there**2
        )
        terms.append(_spread(all_, total, squares))
    return math.fsum(terms)


def design_base(strata: Sequence[Stratum]) -> float | None:
    """Return p(1-p) / variance, the effective base of a share; None at 0 or 1 and where nothing varies."""
    share, variance = domain_mean(strata), mean_variance(strata)
    if variance <= 0.0 or not 0.0 < share < 1.0:
        return None
    return share * (1.0 - share) / variance


def mean_interval(
    strata: Sequence[Stratum], respondents: int, strata_of_domain: int, conf: float = 0.95
) -> Interval | None:
    """Return Student's interval of the domain's mean; None without degrees of freedom.

    They are *respondents* of the domain less the strata they stand in: R's ``confint(svymean(...), df=degf(...))``.
    """
    degrees = respondents - strata_of_domain
    if degrees < 1:
        return None
    half = student_critical_value(conf, degrees) * math.sqrt(mean_variance(strata))
    mean = domain_mean(strata)
    return Interval(mean - half, mean + half)


def _product(stratum: Stratum, first: float, second: float) -> float:
    """Return the sum of w^2 (y - first)(y - second)."""
    return stratum.wwyy - (first + second) * stratum.wwy + first * second * stratum.ww


def _spread(stratum: Stratum, total: float, squares: float) -> float:
    """Return a stratum's part of a variance, from the sum and the sum of squares of its z."""
    size = stratum.sample
    if size < 1:
        return 0.0
    sampled = size / stratum.population if stratum.population else 0.0
    if size == 1:
        return (1.0 - sampled) * squares
    return max(0.0, (1.0 - sampled) * size / (size - 1) * (squares - total * total / size))
