"""How many respondents a gap would need to be established, other things equal and rounding included.

The shares stay as they are printed; only bases grow. A base is enough when the test is significant wherever
within *half_unit* the two shares may lie. Bases are people to ask: a design effect of 2 makes two of them
one effective respondent. Each answer is for one test alone, whatever others stand beside it.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from phare_cli.measuring.bounds import LOW_BASE, is_over, is_under, require_base, require_conf, require_share
from phare_cli.measuring.differences import pooled_z
from phare_cli.measuring.nested import is_incoherent, nested_z
from phare_cli.measuring.normal import two_sided_p
from phare_cli.measuring.rounding import nearest_shares

LARGEST_BASE = 10**9
"""Above this no base is given: no region has so many people to ask."""

Z = Callable[[float, float, float], float]
"""The z of two shares, given the effective base that grows."""


def separate_base_needed(
    region: float,
    reference: float,
    reference_base: float | None,
    conf: float = 0.95,
    *,
    half_unit: float = 0.0,
    design_effect: float = 1.0,
    at_least: float = LOW_BASE,
) -> int | None:
    """Return the smallest regional base at which the gap of two separate samples is established.

    With *reference_base* unknown (``None``) the reference is taken as exactly known, as if its base were
    infinite: its own share gives the variance, and the answer is a lower bound. ``None`` when the rounding
    covers the gap, or when the reference base is too small for any regional base to do. Never under
    *at_least* effective respondents, because a low base has no verdict. Raises ``ValueError`` outside the
    limits of a share, a base or a confidence level.
    """
    if reference_base is None:
        return _smallest(region, reference, _known_z, conf, half_unit, design_effect, at_least)
    known = reference_base
    require_base(known)
    if is_under(known, at_least):
        return None
    return _smallest(
        region,
        reference,
        lambda p, q, base: pooled_z(p, q, base, known),
        conf,
        half_unit,
        design_effect,
        at_least,
    )


def nested_base_needed(
    region: float,
    nation: float,
    nation_base: float | None,
    conf: float = 0.95,
    *,
    half_unit: float = 0.0,
    design_effect: float = 1.0,
    must_fit: bool = True,
    at_least: float = LOW_BASE,
) -> int | None:
    """Return the smallest regional base at which the gap of a region inside its nation is established.

    With *nation_base* unknown (``None``) the nation is taken as infinite: the answer is then an upper
    bound, for a region that is more of its nation needs fewer respondents. ``None`` when the rounding covers
    the gap, or when the region would have to be all of the nation, or, unless *must_fit* is false, so much of
    it that the rest could not make up the national share. Never under *at_least* effective respondents,
    because a low base has no verdict. Raises ``ValueError`` outside the limits of a share, a base or a
    confidence level.
    """
    if nation_base is None:
        return _smallest(region, nation, _known_z, conf, half_unit, design_effect, at_least)
    whole = nation_base
    require_base(whole)

    def z(p: float, q: float, base: float) -> float:
        # Where the region is all of the nation the search may stop: that base is refused below.
        return nested_z(p, q, base, whole) if base < whole else math.inf

    needed = _smallest(region, nation, z, conf, half_unit, design_effect, at_least)
    if needed is None or needed / design_effect >= whole:
        return None
    if must_fit and is_incoherent(region, nation, needed / design_effect, whole, half_unit):
        return None
    return needed


def common_base_needed(
    first: float,
    second: float,
    conf: float = 0.95,
    *,
    half_unit: float = 0.0,
    design_effects: tuple[float, float] = (1.0, 1.0),
    at_least: float = LOW_BASE,
) -> int | None:
    """Return the smallest base that, in each of two separate samples, establishes their gap.

    Swapping the samples changes nothing. ``None`` when the rounding covers the gap. Each sample has *at_least*
    effective respondents, because a low base has no verdict. Raises ``ValueError`` as
    :func:`separate_base_needed` does.
    """
    largest = max(design_effects)
    ours, theirs = (largest / effect for effect in design_effects)
    return _smallest(
        first,
        second,
        lambda p, q, base: pooled_z(p, q, base * ours, base * theirs),
        conf,
        half_unit,
        largest,
        at_least,
    )


def _known_z(region: float, reference: float, base: float) -> float:
    """Return the z of a region against a reference known exactly, infinite where that leaves no variance."""
    variance = reference * (1.0 - reference) / base
    return (region - reference) / math.sqrt(variance) if variance > 0.0 else math.inf


def _smallest(
    first: float, second: float, z: Z, conf: float, half_unit: float, design_effect: float, at_least: float
) -> int | None:
    """Return the smallest base that is enough, given that every larger one is too: doubling, then halving."""
    require_share(first, second)
    require_conf(conf)
    nearest = nearest_shares(first, second, half_unit=half_unit)
    if nearest is None:
        return None

    def is_enough(base: int) -> bool:
        effective = base / design_effect
        return not is_under(effective, at_least) and not is_over(
            two_sided_p(z(*nearest, effective)), 1.0 - conf
        )

    low, high = 0, 1
    while not is_enough(high):
        if high >= LARGEST_BASE:
            return None
        low, high = high, min(2 * high, LARGEST_BASE)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high
