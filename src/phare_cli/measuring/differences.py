"""The gap between the shares of two independent samples: its test and its interval."""

from __future__ import annotations

import math

from phare_cli.measuring.bounds import Interval, require_base, require_share
from phare_cli.measuring.proportions import wilson


def pooled_z(first: float, second: float, first_base: float, second_base: float) -> float:
    """Return the z of the gap first - second between two independent samples, their shares pooled.

    Shares are 0-1, bases may be fractional. Equal shares give exactly 0, even at 0 and 1; swapping the
    samples flips the sign and nothing else. Raises ``ValueError`` outside those limits. Equals statsmodels
    ``proportions_ztest([x1, x2], [n1, n2])`` and, squared, R's ``prop.test(correct = FALSE)``.
    """
    require_share(first, second)
    require_base(first_base, second_base)
    both = first_base + second_base
    yes = (first_base * first + second_base * second) / both
    # Not 1 - yes, which is lost when both shares are nearly 1.
    no = (first_base * (1.0 - first) + second_base * (1.0 - second)) / both
    variance = yes * no * (1.0 / first_base + 1.0 / second_base)
    return (first - second) / math.sqrt(variance) if variance > 0.0 else 0.0


def newcombe(
    first: float, second: float, first_base: float, second_base: float, conf: float = 0.95
) -> Interval:
    """Return the interval of the gap first - second between two independent samples, within -1 and 1.

    Both Wilson intervals, combined as the sides of a right triangle. Swapping the samples flips the signs
    and swaps the ends. Raises ``ValueError`` outside the limits of a share, a base or a confidence level.
    Newcombe (1998), Statistics in Medicine 17:873, method 10; equals statsmodels
    ``confint_proportions_2indep(method="newcomb", compare="diff")``.
    """
    first_low, first_high = wilson(first, first_base, conf)
    second_low, second_high = wilson(second, second_base, conf)
    gap = first - second
    low = gap - math.hypot(first - first_low, second_high - second)
    high = gap + math.hypot(first_high - first, second - second_low)
    return Interval(max(low, -1.0), min(high, 1.0))
