"""What printed rounding hides: the range of a test when each figure may lie half a unit away.

Every z here rises with its first share and falls with its second (its derivative keeps one sign over the
whole square 0-1 x 0-1), so the two opposite corners of the rounding give its extremes, and |z| is smallest
at one of them, or 0 when the corners straddle equality.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from phare_cli.measuring.bounds import Interval, is_over, require_share
from phare_cli.measuring.differences import pooled_z
from phare_cli.measuring.items import Response, item_z
from phare_cli.measuring.nested import nested_z
from phare_cli.measuring.normal import is_significant, two_sided_p


def half_unit(decimals: int) -> float:
    """Return half a unit of the last printed digit of a percentage, as a share: 0.005 for no decimals."""
    return 0.005 / math.pow(10.0, decimals)


def separate_z_range(
    first: float, second: float, first_base: float, second_base: float, *, half_unit: float
) -> Interval:
    """Return the least and greatest pooled z of two independent samples whose shares are within *half_unit*.

    Raises ``ValueError`` as :func:`~phare_cli.measuring.differences.pooled_z` does.
    """
    return _corners(lambda p, q: pooled_z(p, q, first_base, second_base), first, second, half_unit)


def nested_z_range(
    region: float, nation: float, region_base: float, nation_base: float, *, half_unit: float
) -> Interval:
    """Return the least and greatest z of a region inside its nation when both shares are within *half_unit*.

    An end is infinite when the nation may be at 0 or 1. Raises ``ValueError`` as
    :func:`~phare_cli.measuring.nested.nested_z` does.
    """
    return _corners(lambda p, q: nested_z(p, q, region_base, nation_base), region, nation, half_unit)


def item_z_range(
    first: float, second: float, base: float, response: Response, *, half_unit: float
) -> Interval:
    """Return the least and greatest z of two items of one question when both shares are within *half_unit*.

    Raises ``ValueError`` as :func:`~phare_cli.measuring.items.item_z` does.
    """
    return _corners(lambda p, q: item_z(p, q, base, response), first, second, half_unit)


def nearest_shares(first: float, second: float, *, half_unit: float) -> tuple[float, float] | None:
    """Return two shares as close as *half_unit* lets each of them lie; None when it lets them be equal.

    There |z| is smallest, whatever the bases.
    """
    if not is_over(abs(first - second), 2.0 * half_unit):
        return None
    toward = math.copysign(half_unit, second - first)
    return first + toward, second - toward


def p_range(z_range: Interval) -> Interval:
    """Return the least and greatest two-sided p value over a range of z.

    Holm's adjusted values rise with the raw ones: adjusting all the greatest p of a table, then all the
    least, bounds every adjusted p under every rounding.
    """
    ends = sorted((two_sided_p(z_range.low), two_sided_p(z_range.high)))
    return Interval(ends[0], 1.0 if z_range.low <= 0.0 <= z_range.high else ends[1])


def is_stable(z_range: Interval, conf: float = 0.95) -> bool:
    """Tell whether one decision (above, below or not established) holds over a whole range of z."""
    low, high = (math.copysign(is_significant(z, conf), z) for z in z_range)
    return low == high


def _corners(z: Callable[[float, float], float], first: float, second: float, half: float) -> Interval:
    require_share(first, second)
    if half < 0.0:
        raise ValueError(f"half a unit is zero or more, not {half!r}")
    return Interval(
        z(max(first - half, 0.0), min(second + half, 1.0)),
        z(min(first + half, 1.0), max(second - half, 0.0)),
    )
