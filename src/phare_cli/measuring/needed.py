"""How many respondents a region would need for its gap to be established, other things equal.

The shares and the reference base stay as they are; only the regional base grows. Bases count effective
respondents: multiply by the design effect to get people to interview.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from phare_cli.measuring.differences import pooled_z
from phare_cli.measuring.limits import LOW_BASE, require_base, require_conf, require_share
from phare_cli.measuring.nested import is_incoherent, nested_z
from phare_cli.measuring.normal import is_significant

LARGEST_BASE = 10**9
"""Above this no base is given: no region has so many people to ask."""

Decides = Callable[[int], bool]


def separate_base_needed(
    region: float,
    reference: float,
    reference_base: float | None,
    conf: float = 0.95,
    *,
    at_least: int = int(LOW_BASE),
) -> int | None:
    """Return the smallest regional base at which the pooled z of two separate samples is significant.

    With *reference_base* unknown (``None``) the reference is taken as exactly known, as if its base were
    infinite: the answer is then a lower bound. ``None`` when the gap is 0, or when the reference base is
    too small for any regional base to do. Never under *at_least*, because a low base has no verdict. Raises
    ``ValueError`` outside the limits of a share, a base or a confidence level.
    """
    require_share(region, reference)
    require_conf(conf)
    if region == reference:
        return None
    if reference_base is None:
        return _smallest(lambda base: is_significant(_known_z(region, reference, base), conf), at_least)
    known_base = reference_base
    require_base(known_base)
    return _smallest(
        lambda base: is_significant(pooled_z(region, reference, base, known_base), conf), at_least
    )


def nested_base_needed(
    region: float,
    nation: float,
    nation_base: float | None,
    conf: float = 0.95,
    *,
    at_least: int = int(LOW_BASE),
) -> int | None:
    """Return the smallest regional base at which the z of a region inside its nation is significant.

    With *nation_base* unknown (``None``) the nation is taken as infinite: the answer is then an upper
    bound, for a region that is more of its nation needs fewer respondents. ``None`` when the gap is 0, or
    when the region would have to be so much of the nation that the rest could not make up the national
    share. Never under *at_least*, because a low base has no verdict. Raises ``ValueError`` outside the
    limits of a share, a base or a confidence level.
    """
    require_share(region, nation)
    if nation_base is None:
        return separate_base_needed(region, nation, None, conf, at_least=at_least)
    whole = nation_base
    require_base(whole)
    require_conf(conf)
    if region == nation:
        return None
    needed = _smallest(
        lambda base: base >= whole or is_significant(nested_z(region, nation, base, whole), conf), at_least
    )
    if needed is None or is_incoherent(region, nation, needed, whole):
        return None
    return needed


def _known_z(region: float, reference: float, base: float) -> float:
    """Return the z of a region against a reference known exactly, infinite where that leaves no variance."""
    variance = reference * (1.0 - reference) / base
    return (region - reference) / math.sqrt(variance) if variance > 0.0 else math.inf


def _smallest(decides: Decides, at_least: int) -> int | None:
    """Return the smallest base that decides, given that every larger one does too: doubling, then halving."""
    low, high = max(at_least, 1) - 1, max(at_least, 1)
    while not decides(high):
        if high >= LARGEST_BASE:
            return None
        low, high = high, min(2 * high, LARGEST_BASE)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if decides(middle) else (middle, high)
    return high
