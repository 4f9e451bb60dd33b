"""Whether several waves go one way: the slope of a straight line through them, and the chance of one as steep."""

from __future__ import annotations

import math
from collections.abc import Sequence

from phare_cli.measuring.bounds import require_base, require_share
from phare_cli.measuring.normal import two_sided_p


def share_trend_p(shares: Sequence[float], bases: Sequence[float], halves: Sequence[float]) -> float:
    """Return the chance of a linear trend as steep among the shares of waves that do not differ, both ways together.

    Waves are independent samples, in order and evenly spaced. The chi-square for linear trend in proportions,
    Cochran (1954), Biometrics 10:417, and Armitage (1955), Biometrics 11:375; equals R's ``prop.trend.test``. *halves*
    are half the unit that each share was rounded to: even errors, h^2 / 3 of variance each. Raises ``ValueError``
    outside the limits of a share or base.
    """
    require_share(*shares)
    require_base(*bases)
    everyone = math.fsum(bases)
    both = math.fsum(share * base for share, base in zip(shares, bases, strict=True)) / everyone
    spread = both * (1.0 - both)
    if spread <= 0.0:
        return 1.0
    return trend_p(shares, [spread / base for base in bases], halves)


def trend_p(figures: Sequence[float], variances: Sequence[float], halves: Sequence[float]) -> float:
    """Return the chance of a linear trend as steep among figures of known variances, weighed by them.

    A weighted least squares slope over its standard error, as a normal. Nothing varying gives 1 where nothing changes,
    else 0.
    """
    if not all(variance > 0.0 for variance in variances):
        return 1.0 if len(set(figures)) == 1 else 0.0
    weights = [1.0 / variance for variance in variances]
    centre = math.fsum(weight * place for place, weight in enumerate(weights)) / math.fsum(weights)
    steps = [weight * (place - centre) for place, weight in enumerate(weights)]
    slope = math.fsum(step * figure for step, figure in zip(steps, figures, strict=True))
    variance = math.fsum(
        step * step * (own + half * half / 3.0)
        for step, own, half in zip(steps, variances, halves, strict=True)
    )
    return two_sided_p(slope / math.sqrt(variance))


def slope_sign(figures: Sequence[float], weights: Sequence[float]) -> float:
    """Return a number that is positive where a line through the figures of successive waves rises."""
    centre = math.fsum(weight * place for place, weight in enumerate(weights)) / math.fsum(weights)
    return math.fsum(
        weight * (place - centre) * figure
        for place, (figure, weight) in enumerate(zip(figures, weights, strict=True))
    )
