"""How many respondents a new sample would need to establish a gap, were it the true one, rounding included.

The shares stay as they are printed; only bases grow. Bases are people to ask: a design effect of 2 makes two of them
one effective respondent. Each answer is for one test alone, whatever others stand beside it. It is planned on the gap
of one sample, which may well be larger or smaller than the true one.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from phare_cli.measuring.bounds import LOW_BASE, POWER, is_under, require_conf
from phare_cli.measuring.gaps.gap_law import GapLaw
from phare_cli.measuring.gaps.root import falling_root
from phare_cli.measuring.normal import critical_value
from phare_cli.measuring.rounding import NEGLIGIBLE, tail_of_printed
from phare_cli.measuring.student import student_critical_value

LARGEST_BASE = 10**9
"""Above this no base is given: no region has so many people to ask."""

_MARGIN = 1.02

Planned = Callable[[float], GapLaw]
"""What would be known of the gap, given the effective base that grows."""


def base_needed(
    planned: Planned,
    conf: float = 0.95,
    power: float = POWER,
    *,
    design_effect: float = 1.0,
    at_least: float = LOW_BASE,
) -> int | None:
    """Return the smallest base at which a new sample establishes the gap with probability *power*, were it true.

    Found by doubling, then halving. ``None`` without a gap, when the rounding covers it, or when no base would do
    because of what the other sample leaves to chance. Never under *at_least* effective respondents, because a low
    base has no verdict. Raises ``ValueError`` outside the limits of a share, a base, a confidence level or a power.
    """
    require_conf(conf)
    require_conf(power)

    def is_enough(base: int) -> bool:
        effective = base / design_effect
        return not is_under(effective, at_least) and chance_to_establish(planned(effective), conf) >= power

    law = planned(float(LARGEST_BASE))
    if law.gap == 0.0 or law.is_within_rounding:
        return None
    low, high = 0, 1
    while not is_enough(high):
        if high >= LARGEST_BASE:
            return None
        low, high = high, min(2 * high, LARGEST_BASE)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if is_enough(middle) else (middle, high)
    return high


def chance_to_establish(law: GapLaw, conf: float = 0.95) -> float:
    """Return the power of the test of *law* against its own gap: how often a new sample would establish it."""
    error = math.sqrt(law.variance(law.gap))
    beyond = least_established(law, conf) - abs(law.gap)
    return tail_of_printed(beyond, error, law.rounding, law.degrees_of_freedom)


def least_established(law: GapLaw, conf: float = 0.95) -> float:
    """Return the smallest gap that the test of *law* would establish, no gap being true."""
    error = math.sqrt(law.variance(0.0))
    degrees = law.degrees_of_freedom
    critical = critical_value(conf) if math.isinf(degrees) else student_critical_value(conf, degrees)
    if law.rounding.coarser <= NEGLIGIBLE * error:
        return critical * error
    one_tail = (1.0 - conf) / 2.0

    def excess(gap: float) -> float:
        return tail_of_printed(gap, error, law.rounding, degrees) - one_tail

    unit = 2.0 * min(law.rounding)
    # So fine a unit is not told from none, and counting up to the gap in such units would never end.
    if unit <= NEGLIGIBLE * error:
        return falling_root(excess, law.rounding.reach, law.rounding.reach + critical * error)
    # Two printed figures of one unit lie a whole number of units apart; which number a new sample asks must not hang
    # on the standard error that it happens to have.
    first = math.ceil(law.rounding.reach / unit)
    units = max(first, math.ceil(_MARGIN * critical * error / unit))
    while units > first and excess((units - 1) * unit / _MARGIN) <= 0.0:
        units -= 1
    while excess(units * unit / _MARGIN) > 0.0:
        units += 1
    return units * unit
