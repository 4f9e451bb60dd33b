"""Student's t: what a survey with few degrees of freedom must use in place of the normal."""

from __future__ import annotations

import math
from functools import lru_cache

from phare_cli.measuring.beta import incomplete_beta, inverse_incomplete_beta
from phare_cli.measuring.bounds import require_conf
from phare_cli.measuring.normal import critical_value


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


def student_density(t: float, degrees_of_freedom: float) -> float:
    """Return the height of Student's curve at *t*; R's ``dt(t, df)``."""
    half = degrees_of_freedom / 2.0
    height = math.exp(math.lgamma(half + 0.5) - math.lgamma(half)) / math.sqrt(degrees_of_freedom * math.pi)
    return height * math.exp(-(half + 0.5) * math.log1p(t * t / degrees_of_freedom))
