"""A region beside the nation that contains it: the test, the interval, and what is left for the rest."""

from __future__ import annotations

import math

from phare_cli.measuring.bounds import TOLERANCE, Interval, require_base, require_share
from phare_cli.measuring.differences import newcombe


def nested_z(region: float, nation: float, region_base: float, nation_base: float) -> float:
    """Return the z of the gap region - nation when the region's respondents are among the nation's.

    (pr - pN) / sqrt(pN (1 - pN) (1/n - 1/N)), which is the pooled z of the region against the rest of the
    nation. Equal shares give exactly 0; a nation at 0 or 1 with a region that is not gives an infinity, and
    is incoherent. Raises ``ValueError`` outside the limits of a share or base, and unless the region's base
    is the smaller: ask :func:`is_incoherent` first.
    """
    require_share(region, nation)
    _require_part(region_base, nation_base)
    if region == nation:
        return 0.0
    variance = nation * (1.0 - nation) * (1.0 / region_base - 1.0 / nation_base)
    if variance <= 0.0:
        return math.copysign(math.inf, region - nation)
    return (region - nation) / math.sqrt(variance)


def nested_interval(
    region: float, nation: float, region_base: float, nation_base: float, conf: float = 0.95
) -> Interval:
    """Return the interval of the gap region - nation when the region's respondents are among the nation's.

    The gap is (1 - n/N) times the gap between the region and the rest of the nation, two independent samples:
    Newcombe's interval of the latter, scaled. The rest is brought back within 0-1 where rounding took it out.
    Raises ``ValueError`` as :func:`nested_z` does.
    """
    require_share(region, nation)
    _require_part(region_base, nation_base)
    rest_base = nation_base - region_base
    rest = min(max(implied_rest(region, nation, region_base, nation_base), 0.0), 1.0)
    low, high = newcombe(region, rest, region_base, rest_base, conf)
    scale = rest_base / nation_base
    return Interval(scale * low, scale * high)


def implied_rest(region: float, nation: float, region_base: float, nation_base: float) -> float:
    """Return (N pN - n pr) / (N - n), the share the rest of the nation must have; outside 0-1 if it cannot.

    Raises ``ValueError`` unless the region's base is the smaller of the two. Bases stand for parts of the
    nation, so in a weighted survey they should be the weighted ones.
    """
    _require_part(region_base, nation_base)
    return (nation_base * nation - region_base * region) / (nation_base - region_base)


def implied_rest_range(
    region: float, nation: float, region_base: float, nation_base: float, half_unit: float = 0.0
) -> Interval:
    """Return the range of the rest of the nation, each figure known to within *half_unit* (as a share).

    The figures themselves stay within 0-1; the answer need not. Raises ``ValueError`` as
    :func:`implied_rest` does.
    """
    low_region, high_region = max(region - half_unit, 0.0), min(region + half_unit, 1.0)
    low_nation, high_nation = max(nation - half_unit, 0.0), min(nation + half_unit, 1.0)
    return Interval(
        implied_rest(high_region, low_nation, region_base, nation_base),
        implied_rest(low_region, high_nation, region_base, nation_base),
    )


def is_incoherent(
    region: float, nation: float, region_base: float, nation_base: float, half_unit: float = 0.0
) -> bool:
    """Tell whether a region's figure cannot be part of the nation's, whatever the rounding hid.

    *half_unit* is half a unit of the last printed digit, as a share (0.005 for a whole percent). A region
    whose base is not smaller than the nation's leaves no rest: it is incoherent too.
    """
    require_share(region, nation)
    require_base(region_base, nation_base)
    if region_base >= nation_base:
        return True
    low, high = implied_rest_range(region, nation, region_base, nation_base, half_unit)
    return high < -TOLERANCE or low > 1.0 + TOLERANCE


def _require_part(region_base: float, nation_base: float) -> None:
    require_base(region_base, nation_base)
    if region_base >= nation_base:
        raise ValueError(f"a region's base is smaller than its nation's: {region_base!r} and {nation_base!r}")
