"""The gap between two shares: of two independent samples, or of the same people asked twice."""

from __future__ import annotations

import math

from phare_cli.measuring.bounds import require_base, require_sample, require_share
from phare_cli.measuring.gaps.gap_law import GapLaw, degrees_together
from phare_cli.measuring.rounding import EXACT, Rounding, largest_spread


def separate_gap(
    first: float,
    second: float,
    first_base: float,
    second_base: float,
    rounding: Rounding = EXACT,
    *,
    degrees: tuple[float, float] = (math.inf, math.inf),
) -> GapLaw:
    """Return what is known of the gap first - second between two independent samples.

    Shares are 0-1; bases may be fractional, and infinite for a share that is known exactly; two such leave nothing to
    chance. Were the gap *at*, the shares would be those nearest to the printed ones, in the measure of their bases,
    that lie so far apart: none at all makes the pooled z, statsmodels' ``proportions_ztest`` and, squared, R's
    ``prop.test(correct = FALSE)``.
    Rounding is taken to hide the shares that vary most. With *degrees* of freedom of the two designs the test is
    Student's, on those of both variances together. Swapping the samples flips the sign and nothing else. Raises
    ``ValueError`` outside those limits.
    """
    require_share(first, second)
    require_sample(first_base, second_base)
    # The part of each sample in both, 0 and 1 where the other is known exactly.
    first_part = 1.0 if math.isinf(first_base) else first_base / (first_base + second_base)
    second_part = 1.0 if math.isinf(second_base) else second_base / (first_base + second_base)
    both = first_part * first + second_part * second

    def spread(at: float, half: float) -> float:
        # Neither share leaves 0-1: one that is stopped there pushes the other, the gap between them being *at*.
        ours = max(at, 0.0, min(both + second_part * at, 1.0, 1.0 + at))
        return largest_spread(ours, half) / first_base + largest_spread(ours - at, half) / second_base

    both_degrees = degrees_together((1.0 / first_base, 1.0 / second_base), degrees)
    return GapLaw(round(first - second, 12), spread, rounding, bound=1.0, degrees_of_freedom=both_degrees)


def same_people_gap(
    first: float, second: float, base: float, rounding: Rounding = EXACT, *, degrees: float = math.inf
) -> GapLaw:
    """Return what is known of the gap first - second when the same people were asked twice, and answers not linked.

    The variance is the largest that their overlap allows, as for two items of a multiple response
    (:func:`phare_cli.measuring.items.item_variance`): (p1 + p2 - 2 max(0, p1 + p2 - 1) - at^2) / n; so many
    as *at* of them changed, whatever was printed. Raises ``ValueError`` outside the limits of a share or base.
    """
    require_share(first, second)
    require_base(base)
    apart = min(first + second, 2.0 - first - second)

    def spread(at: float, half: float) -> float:
        changed = min(max(apart + 2.0 * half, abs(at)), 1.0)
        return max(changed - at * at, 0.0) / base

    return GapLaw(round(first - second, 12), spread, rounding, bound=1.0, degrees_of_freedom=degrees)
