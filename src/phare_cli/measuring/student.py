"""Student's t: what a survey with few degrees of freedom must use in place of the normal."""

from __future__ import annotations

import math
from collections.abc import Sequence
from functools import lru_cache

from phare_cli.measuring.beta import incomplete_beta, inverse_incomplete_beta
from phare_cli.measuring.bounds import require_conf
from phare_cli.measuring.normal import critical_value, quantile


@lru_cache(maxsize=256)
def student_critical_value(conf: float, degrees_of_freedom: float) -> float:
    """Return the t beyond which lies 1 - *conf* of Student's distribution, both sides together.

    *degrees_of_freedom* may be fractional or infinite (the normal). Raises ``ValueError`` when they are not
    positive. t^2 / (t^2 + df) follows a beta(1/2, df/2) (DLMF 8.17; R's ``qt``).
    """
    require_conf(conf)
    if not degrees_of_freedom > 0.0:
        raise ValueError(f"degrees of freedom are positive, not {degrees_of_freedom!r}")
    if math.isinf(degrees_of_freedom):
        return critical_value(conf)
    part = inverse_incomplete_beta(0.5, degrees_of_freedom / 2.0, conf)
    return math.sqrt(degrees_of_freedom * part / (1.0 - part))


def student_upper_tail(t: float, degrees_of_freedom: float) -> float:
    """Return the probability that Student's t exceeds *t*; R's ``pt(t, df, lower.tail = FALSE)``."""
    tail = 0.5 * incomplete_beta(
        degrees_of_freedom / 2.0, 0.5, degrees_of_freedom / (degrees_of_freedom + t * t)
    )
    return tail if t >= 0.0 else 1.0 - tail


def student_degrees(variances: Sequence[float], degrees_of_freedom: Sequence[float]) -> float:
    """Return the degrees of freedom of a sum of variances, each known with its own; infinite where all are.

    Satterthwaite (1946), Biometrics Bulletin 2:110; Welch (1947), Biometrika 34:28. Never under 1.5, where Student's t
    has a mean.
    """
    spread = math.fsum(
        variance * variance / max(known, 1.0)
        for variance, known in zip(variances, degrees_of_freedom, strict=True)
    )
    return max(math.fsum(variances) ** 2 / spread, 1.5) if spread > 0.0 else math.inf


def normal_score(t: float, degrees_of_freedom: float) -> float:
    """Return the normal score beyond which lies as much as beyond *t* of Student's distribution."""
    tail = student_upper_tail(abs(t), degrees_of_freedom)
    if math.isinf(degrees_of_freedom) or tail <= 0.0:
        return t
    return math.copysign(-quantile(tail), t) if tail < 0.5 else 0.0


def normal_base(base: float, degrees_of_freedom: float, conf: float = 0.95) -> float:
    """Return a base times (z / t)^2: what the normal is as wide on as Student's t is on *base*."""
    ratio = critical_value(conf) / student_critical_value(conf, max(degrees_of_freedom, 1.0))
    return base * ratio * ratio


def student_density(t: float, degrees_of_freedom: float) -> float:
    """Return the height of Student's curve at *t*; R's ``dt(t, df)``."""
    half = degrees_of_freedom / 2.0
    height = math.exp(math.lgamma(half + 0.5) - math.lgamma(half)) / math.sqrt(degrees_of_freedom * math.pi)
    return height * math.exp(-(half + 0.5) * math.log1p(t * t / degrees_of_freedom))
