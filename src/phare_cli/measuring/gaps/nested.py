"""A region beside the nation that contains it: what is known of their gap, and what is left for the rest."""

from __future__ import annotations

import math

from phare_cli.measuring.bounds import TOLERANCE, Interval, require_sample, require_share
from phare_cli.measuring.gaps.gap_law import GapLaw, degrees_together
from phare_cli.measuring.rounding import EXACT, Rounding, largest_spread


def nested_gap(
    region: float,
    nation: float,
    region_base: float,
    nation_base: float,
    part: float,
    rounding: Rounding = EXACT,
    *,
    degrees: tuple[float, float] = (math.inf, math.inf),
) -> GapLaw:
    """Return what is known of the gap region - nation when the region's respondents are among the nation's.

    *part* is the region's part (0-1) of the weighted total of the nation; bases are effective ones, infinite for a
    share that is known exactly. The variance is
    Vr (1 - 2 part) + VN, for the covariance of the two is part Vr; were there no gap, V is pN (1 - pN) / n in both.
    Unweighted, part is n / N, and the test is the pooled z of the region against the rest. Elsewhere the nation stays
    as printed: were the gap *at*, the region would be at pN + at and the rest at pN - at part / (1 - part); the nation
    is moved by what keeps both within 0-1. A rest
    that weights leave without any variance is taken to have none. *degrees* of freedom are those of the two designs,
    together Satterthwaite's. Raises ``ValueError`` outside the limits of a
    share or base.
    """
    require_share(region, nation)
    require_sample(region_base, nation_base)
    require_part(part)
    own = (1.0 - part) ** 2 / region_base
    rest = max(1.0 / nation_base - part * part / region_base, 0.0)
    turned = part / (1.0 - part)

    def spread(at: float, half: float) -> float:
        whole = max(-at, turned * at, min(nation, 1.0 - at, 1.0 + turned * at))
        return own * largest_spread(whole + at, half) + rest * largest_spread(whole - turned * at, half)

    both_degrees = degrees_together((own, rest), degrees)
    return GapLaw(round(region - nation, 12), spread, rounding, bound=1.0, degrees_of_freedom=both_degrees)


def rest_base(region_base: float, nation_base: float, part: float) -> float | None:
    """Return the effective base of the rest of the nation; None where the two bases and the part leave none.

    Kish's bases add up so: 1/N = part^2 / n + (1 - part)^2 / rest. Unweighted it is N - n.
    """
    left = 1.0 / nation_base - part * part / region_base
    return (1.0 - part) ** 2 / left if left > TOLERANCE / nation_base else None


def implied_rest(region: float, nation: float, part: float) -> float:
    """Return (pN - part pr) / (1 - part), the share the rest of the nation must have; outside 0-1 if it cannot.

    Raises ``ValueError`` unless *part* is within 0-1, ends excluded.
    """
    require_part(part)
    return (nation - part * region) / (1.0 - part)


def implied_rest_range(region: float, nation: float, part: float, rounding: Rounding = EXACT) -> Interval:
    """Return the range of the rest of the nation, the figures known to within *rounding*, the region's first.

    The figures themselves stay within 0-1; the answer need not. Raises ``ValueError`` as :func:`implied_rest` does.
    """
    low_region, high_region = max(region - rounding.first, 0.0), min(region + rounding.first, 1.0)
    low_nation, high_nation = max(nation - rounding.second, 0.0), min(nation + rounding.second, 1.0)
    return Interval(
        implied_rest(high_region, low_nation, part),
        implied_rest(low_region, high_nation, part),
    )


def is_incoherent(region: float, nation: float, part: float, rounding: Rounding = EXACT) -> bool:
    """Tell whether a region's figure cannot be part of the nation's, whatever the rounding hid.

    A region that is all of the nation, or more, leaves no rest: it is incoherent too. Raises ``ValueError`` outside
    the limits of a share.
    """
    require_share(region, nation)
    if not 0.0 < part < 1.0:
        return True
    low, high = implied_rest_range(region, nation, part, rounding)
    return high < -TOLERANCE or low > 1.0 + TOLERANCE


def require_part(part: float) -> None:
    """Raise ``ValueError`` unless a region is a part of its nation: more than none of it, less than all."""
    if not 0.0 < part < 1.0:
        raise ValueError(f"a region's part of its nation lies between 0 and 1, not {part!r}")
