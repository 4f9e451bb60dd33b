"""What a sampling design costs: variances by Taylor linearisation, strata and finite populations included.

Every respondent is drawn by themselves (no clusters). Only sums are needed, so no respondent is kept.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from phare_cli.measuring.bounds import is_low_base
from phare_cli.measuring.design_variance import DrawnStratum, Lonely, sampled_variance
from phare_cli.measuring.student import student_critical_value, student_degrees

# A variance smaller than so much of what it is a variance of is the noise of floating point.
_NOISE = 1e-12
# Of so many respondents on, those who gave an answer in a stratum tell well enough how much it varies there.
_FEW = 5.0


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


def mean_variance(strata: Sequence[Stratum], lonely: Lonely = "centre") -> float:
    """Return the variance of the domain's mean.

    Sum over strata of (1 - n/N) n/(n-1) sum (z - mean z)^2, z = w (y - mean) / sum of w inside the domain and 0
    outside it. *lonely* says what a stratum of one respondent gives. Woodruff (1971), JASA 66:411; equals the square of
    R's ``SE(svymean(~y, subset(design, domain)))``.
    """
    return sampled_variance(_drawn(strata), lonely)


def mean_degrees(strata: Sequence[Stratum]) -> float:
    """Return the degrees of freedom of that variance, of strata that vary or weigh unequally; infinite without any.

    Each stratum has Kish's base of the domain, less one. Satterthwaite (1946), Biometrics Bulletin 2:110; Cochran
    (1977), Sampling Techniques, 5.4.
    """
    known = [stratum.w * stratum.w / stratum.ww - 1.0 if stratum.ww > 0.0 else 0.0 for stratum in strata]
    return student_degrees([sampled_variance([each]) for each in _drawn(strata)], known)


def _drawn(strata: Sequence[Stratum]) -> list[DrawnStratum]:
    """Return the sums of z over strata."""
    mean = domain_mean(strata)
    weight = math.fsum(stratum.w for stratum in strata)
    return [
        DrawnStratum(
            stratum.sample,
            (stratum.wy - mean * stratum.w) / weight,
            _product(stratum, mean, mean) / weight**2,
            stratum.population,
        )
        for stratum in strata
    ]


def is_census(strata: Sequence[Stratum]) -> bool:
    """Tell whether every stratum that the domain stands in was asked whole: nothing is left to err."""
    strata_met = [stratum for stratum in strata if stratum.w > 0.0]
    return bool(strata_met) and all(
        stratum.population is not None and stratum.sample >= stratum.population for stratum in strata_met
    )


def design_base(strata: Sequence[Stratum], *, asked: int, kish: float, lonely: Lonely = "centre") -> float:
    """Return p(1-p) / variance, the effective base of a share; *kish* where everybody was asked (see is_census).

    Before the finite population correction it is never above *asked*, the respondents of the domain: where nothing
    seems to vary, or little, chance was kind. What strata gain over *kish*, Kish's effective base, must stand a doubt:
    a stratum where fewer than five chose, or did not, varies as if two more had and two more had not (Agresti and
    Coull, 1998, American Statistician 52:119). A heavy stratum where nobody happened to choose a rare item would seem
    to vary by nothing, and intervals would cover as little as 50 %.
    """
    if is_census(strata):
        return kish
    share = domain_mean(strata)
    drawn = [replace(stratum, population=None) for stratum in strata]
    variance, spread = mean_variance(drawn, lonely), share * (1.0 - share)
    if spread <= 0.0:
        return kish * _correction(strata)
    base = spread / variance if variance > _NOISE * spread else math.inf
    if base > kish:
        base = max(kish, spread / max(variance + _doubt(strata), _NOISE * spread))
    corrected = mean_variance(strata, lonely)
    gain = variance / corrected if corrected > _NOISE * spread else _correction(strata)
    return min(base, float(asked)) * gain


def base_of_degrees(base: float, respondents: int, strata_of_domain: int, conf: float = 0.95) -> float:
    """Return an effective base as few degrees of freedom leave it: under 30, times (t(n - 1) / t(df))^2.

    They are *respondents* of the domain less the strata they stand in, one at least. Korn and Graubard (1998), Survey
    Methodology 24:193; what R's ``svyciprop(method = "beta")`` takes for n, of any degrees: of 30 or more the normal's
    critical value is within a twentieth of theirs.
    """
    degrees = max(respondents - strata_of_domain, 1)
    if not is_low_base(degrees):
        return base
    alone = student_critical_value(conf, max(respondents - 1, 1))
    return base * (alone / student_critical_value(conf, degrees)) ** 2


def with_doubt(base: float, strata: Sequence[Stratum]) -> float:
    """Return an effective base as strata where an answer, or its absence, is rare leave it: see :func:`design_base`."""
    share = domain_mean(strata)
    spread = share * (1.0 - share)
    return spread / (spread / base + _doubt(strata)) if spread > 0.0 else base


def _doubt(strata: Sequence[Stratum]) -> float:
    """Return how much more a share may vary than it seems to, by strata where an answer, or its absence, is rare."""
    whole = math.fsum(stratum.w for stratum in strata)
    more: list[float] = []
    for stratum in strata:
        if stratum.w > 0.0:
            base, share = stratum.w * stratum.w / stratum.ww, stratum.wy / stratum.w
            if base * min(share, 1.0 - share) < _FEW:
                doubted = (base * share + 2.0) / (base + 4.0)
                spread = doubted * (1.0 - doubted) - share * (1.0 - share)
                more.append((stratum.w / whole) ** 2 * spread / base)
    return math.fsum(more)


def _correction(strata: Sequence[Stratum]) -> float:
    """Return what finite populations multiply an effective base by, whatever was answered."""
    squares = math.fsum(stratum.ww for stratum in strata)
    left = math.fsum(stratum.ww * _left(stratum) for stratum in strata)
    return squares / left if left > 0.0 else 1.0


def _left(stratum: Stratum) -> float:
    """Return the part of a stratum that was not asked; 1 of an endless one."""
    return max(0.0, 1.0 - stratum.sample / stratum.population) if stratum.population else 1.0


def _product(stratum: Stratum, first: float, second: float) -> float:
    """Return the sum of w^2 (y - first)(y - second)."""
    return stratum.wwyy - (first + second) * stratum.wwy + first * second * stratum.ww
