"""Whether several waves go one way: the slope of a straight line through them, and the chance of one as steep."""

from __future__ import annotations

import math
from collections.abc import Sequence

from phare_cli.measuring.bounds import require_base, require_share

_NOISE = 1e-12  # of sums of figures, which no figure is written as finely as


def share_trend_score(
    shares: Sequence[float],
    bases: Sequence[float],
    halves: Sequence[float],
    degrees: Sequence[float] = (),
) -> float | None:
    """Return the slope of the shares of waves in its standard errors, were they all one share; positive where it rises.

    Waves are independent samples, in order and evenly spaced. The root of the chi-square for linear trend in
    proportions, Cochran (1954), Biometrics 10:417, and Armitage (1955), Biometrics 11:375: that of R's
    ``prop.trend.test``. *halves* are half the unit that each share was rounded to: even errors, h^2 / 3 of variance
    each. A base is infinite where everybody was asked; None and infinity are those of :func:`trend_score`. Raises
    ``ValueError`` outside the limits of a share or base.
    """
    require_share(*shares)
    known = [math.isinf(base) for base in bases]
    if any(known):
        return trend_score(shares, [0.0] * len(shares), halves) if all(known) else None
    require_base(*bases)
    everyone = math.fsum(bases)
    both = math.fsum(share * base for share, base in zip(shares, bases, strict=True)) / everyone
    spread = both * (1.0 - both)
    if spread <= 0.0:
        return 0.0
    return trend_score(shares, [spread / base for base in bases], halves, degrees)


def trend_score(
    figures: Sequence[float],
    variances: Sequence[float],
    halves: Sequence[float],
    degrees: Sequence[float] = (),
) -> float | None:
    """Return the slope of successive figures of known variances in its standard errors, a normal were there none.

    Weighted least squares, each figure weighing 1 / variance; positive where the line rises. Where every figure is
    known exactly, 0 of variance and of rounding, a line without weights: infinite unless it is level. None where only
    some are of variance 0: a sample that happened not to vary would be taken for exact knowledge. With *degrees* of
    freedom of each variance the slope is Student's, told by the normal score that has as small a tail.
    """
    is_exact = not any(variances) and not any(halves)
    if not is_exact and not all(variance > 0.0 for variance in variances):
        return None
    weights = [1.0] * len(figures) if is_exact else [1.0 / variance for variance in variances]
    centre = math.fsum(weight * place for place, weight in enumerate(weights)) / math.fsum(weights)
    steps = [weight * (place - centre) for place, weight in enumerate(weights)]
    slope = math.fsum(step * figure for step, figure in zip(steps, figures, strict=True))
    if is_exact:
        return math.copysign(math.inf, slope) if abs(slope) > _NOISE * max(map(abs, figures)) else 0.0
    variance = math.fsum(
        step * step * (own + half * half / 3.0)
        for step, own, half in zip(steps, variances, halves, strict=True)
    )
    score = slope / math.sqrt(variance)
    if all(map(math.isinf, degrees)):
        return score
    from phare_cli.measuring.student import normal_score, student_degrees  # few designs tell their degrees

    parts = [step * step * own for step, own in zip(steps, variances, strict=True)]
    return normal_score(score, student_degrees(parts, degrees))
