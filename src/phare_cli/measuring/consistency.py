"""Figures that cannot be: a percentage no count gives, items of one answer that sum above all respondents.

Whether a region's figure fits inside its nation's is :func:`phare_cli.measuring.gaps.nested.is_incoherent`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

from phare_cli.measuring.bounds import TOLERANCE, Interval, require_base, require_share
from phare_cli.measuring.rounding import half_unit

_AS_PRINTED = 1e-6


def is_printed_with(share: float, decimals: int) -> bool:
    """Tell whether a share (0-1) has, as a percentage, no more decimals than that: others were worked out."""
    exact = share * 100.0 * math.pow(10.0, decimals)
    return abs(exact - round(exact)) <= _AS_PRINTED


def is_possible_share(share: float, base: int, decimals: int = 0) -> bool:
    """Tell whether a whole count of *base* prints as this percentage with *decimals* decimals (GRIM).

    A half may have been rounded up or to even: both are accepted. Only for unweighted figures: weights make
    any percentage possible. Raises ``ValueError`` when the share is not printed with so few decimals, or
    outside the limits of a share or base. Brown and Heathers (2017), Social Psychological and Personality
    Science 8:363.
    """
    require_share(share)
    require_base(base)
    units = _printed_units(share, decimals)
    # Whole numbers only: the count k prints as `units` when 2 k whole is about base * (2 units +- 1).
    whole: int = 100 * 10**decimals
    lowest = -(-base * (2 * units - 1) // (2 * whole))
    highest = base * (2 * units + 1) // (2 * whole)
    if highest * 2 * whole == base * (2 * units + 1) and units % 2:
        highest -= 1  # a half above an odd digit goes up under both conventions
    return max(lowest, 0) <= min(highest, base)


def nearest_possible_shares(share: float, base: int) -> Interval:
    """Return the shares that the whole counts on either side give, the same twice when a count gives it.

    Raises ``ValueError`` outside the limits of a share or base.
    """
    require_share(share)
    require_base(base)
    count = share * base
    nearest = round(count)
    if abs(count - nearest) <= TOLERANCE * base:
        return Interval(nearest / base, nearest / base)
    return Interval(math.floor(count) / base, math.ceil(count) / base)


def sums_above_whole(shares: Sequence[float], decimals: int = 0) -> bool:
    """Tell whether the items of a single response sum above 1 by more than their rounding explains.

    Each share may have been rounded up by half a unit of its last printed digit. Raises ``ValueError``
    outside 0-1.
    """
    require_share(*shares)
    excess = math.fsum(shares) - 1.0
    return excess > len(shares) * half_unit(decimals) + TOLERANCE


def _printed_units(share: float, decimals: int) -> int:
    if not is_printed_with(share, decimals):
        raise ValueError(f"{share!r} is not a percentage printed with {decimals} decimals")
    return round(share * 100.0 * math.pow(10.0, decimals))
