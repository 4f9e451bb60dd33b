"""Whether a share is precise enough to be printed, by the NCHS presentation standards for proportions.

Parker et al. (2017), National Center for Health Statistics Data Presentation Standards for Proportions,
Vital and Health Statistics 2(175), revised 2021. The standards always use 95 % intervals. Their footnote on
the complement (a share may be shown while 1 - share would not) is left out: the complement is not what is
printed.
"""

from __future__ import annotations

import math
from functools import lru_cache
from typing import Literal

from phare_cli.measuring.bounds import Interval, is_low_base, is_over, is_under, require_base, require_share
from phare_cli.measuring.proportions import degrees_of_freedom_base, korn_graubard, wilson

Flag = Literal["suppress", "review"]

WIDEST = 0.30
"""Width of the interval from which a share is suppressed."""

NARROW = 0.05
"""Width up to which the relative width does not matter."""

RELATIVELY_WIDEST = 1.30
"""Width as a part of the share above which a share is suppressed."""

FEWEST_DEGREES_OF_FREEDOM = 8.0
"""Degrees of freedom under which a person must look."""

_CONF = 0.95
# Far enough that Chernoff's bound usually holds there, near enough to be of use.
_BRACKET_CONF = 0.9973


@lru_cache(maxsize=4096)
def nchs_flag(
    share: float,
    effective_base: float,
    *,
    base: float | None = None,
    degrees_of_freedom: float | None = None,
) -> Flag | None:
    """Return ``"suppress"``, ``"review"`` or ``None`` for a share of an effective base.

    Suppress when the effective base (or the unweighted *base*, if given) is under 30, when the
    Korn-Graubard interval is 30 points wide or more, or when it is over 5 points wide and over 130 % of the
    share. Review when the share is 0 or 1, where the relative width means nothing, or when
    *degrees_of_freedom* are given and under 8. At 0 or 1 the standards take the unweighted base for the
    interval: give it as *effective_base*.
    """
    require_share(share)
    require_base(effective_base)
    smallest = effective_base if base is None else min(effective_base, base)
    if is_low_base(smallest):
        return "suppress"
    adjusted = degrees_of_freedom_base(
        effective_base, _CONF, base=base, degrees_of_freedom=degrees_of_freedom
    )
    if not _surely_narrow(share, adjusted) and is_too_wide(share, korn_graubard(share, adjusted, _CONF)):
        return "suppress"
    few = degrees_of_freedom is not None and is_under(degrees_of_freedom, FEWEST_DEGREES_OF_FREEDOM)
    return "review" if few or share in (0.0, 1.0) else None


def is_too_wide(share: float, interval: Interval) -> bool:
    """Tell whether an interval is too wide, in points or against its share, for the share to be shown."""
    width = interval.high - interval.low
    if not is_under(width, WIDEST):
        return True
    return share > 0.0 and is_over(width, NARROW) and is_over(width, RELATIVELY_WIDEST * share)


def _surely_narrow(share: float, base: float) -> bool:
    """Tell whether the interval cannot be too wide, without working it out; False when in doubt.

    A wide bracket is proposed, and Chernoff's bound proves that the interval lies inside it: a beta(a, b) is
    under l, or over it on the far side of its mean, with probability at most exp(-(a+b) KL(a/(a+b), l)).
    """
    bracket = wilson(share, base, _BRACKET_CONF)
    if is_too_wide(share, bracket):
        return False
    count, rest = share * base, (1.0 - share) * base
    return _end_is_beyond(bracket.low, count, rest) and _end_is_beyond(1.0 - bracket.high, rest, count)


def _end_is_beyond(limit: float, count: float, rest: float) -> bool:
    """Tell whether the lower end of *count* against *rest* is proved to be at *limit* or above."""
    if limit <= 0.0:
        return True
    a, b = count, rest + 1.0
    mean = a / (a + b)
    if limit >= mean:
        return False
    divergence = a * math.log(mean / limit) + b * math.log((1.0 - mean) / (1.0 - limit))
    return divergence >= -math.log((1.0 - _CONF) / 2.0)
