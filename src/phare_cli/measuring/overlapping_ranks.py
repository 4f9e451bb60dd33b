"""Rank intervals of the items of one question, from the respondents who gave two of them."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence

from phare_cli.measuring.beta import binomial_upper_tail
from phare_cli.measuring.bounds import is_low_base, is_over, require_conf
from phare_cli.measuring.normal import quantile, upper_tail
from phare_cli.measuring.ranks import RankInterval

Pair = tuple[int, int]
PairTest = Callable[[int, int, float], float]
"""The p value that the higher of two items is not really higher; 1 where z^2 is under the last, roughly."""


def rank_intervals_of_counts(
    counts: Sequence[int], both: Mapping[Pair, int], conf: float = 0.95
) -> list[RankInterval]:
    """Return the ranks each item may have, all right together with probability *conf*, from counts of respondents.

    *both* is how many gave two items, the lower place first; a pair that is not there is none. Of two items, those
    who gave one and not the other are set against the reverse, by the exact binomial test (McNemar), one-sided, Holm
    over all ordered pairs. No base is too low for it. The interval is that of Mogstad, Romano, Shaikh and Wilhelm
    (2024), Review of Economic Studies 91:476.
    """
    require_conf(conf)

    def p_value(high: int, low: int, least_square: float) -> float:
        shared = both.get((high, low) if high < low else (low, high), 0)
        first, second = counts[high] - shared, counts[low] - shared
        # Half the square is far from any p value that could be small enough.
        if (first - second) ** 2 < 0.5 * least_square * (first + second):
            return 1.0
        return binomial_upper_tail(first, first + second, 0.5)

    return _intervals(counts, p_value, conf)


def rank_intervals_of_shares(
    shares: Sequence[float], both: Mapping[Pair, float], bases: Sequence[float], conf: float = 0.95
) -> list[RankInterval]:
    """Return the ranks each item may have, as :func:`rank_intervals_of_counts`, from weighted shares.

    *both* is the share who gave two items. The gap of two has the variance (p1 + p2 - 2 p12 - (p1 - p2)^2) / n, n the
    smaller of their effective *bases* (infinite where everybody was asked); a low base settles nothing.
    """
    require_conf(conf)
    are_low = [is_low_base(base) for base in bases]

    def p_value(high: int, low: int, least_square: float) -> float:
        if are_low[high] or are_low[low]:
            return 1.0
        base, gap = min(bases[high], bases[low]), shares[high] - shares[low]
        shared = both.get((high, low) if high < low else (low, high), 0.0)
        spread = max(0.0, shares[high] + shares[low] - 2.0 * shared - gap * gap)
        if math.isinf(base) or spread == 0.0:
            return 0.0
        return (
            1.0
            if gap * gap * base < 0.99 * least_square * spread
            else upper_tail(gap * math.sqrt(base / spread))
        )

    return _intervals(shares, p_value, conf)


def _intervals(levels: Sequence[float], p_value: PairTest, conf: float) -> list[RankInterval]:
    items = len(levels)
    pairs = items * (items - 1)
    beaten, beats = [0] * items, [0] * items
    # No more than half of the ordered pairs have their higher item ahead: no p value over 2 alpha / m is ever enough.
    least_square = quantile(min(0.5, 2.0 * (1.0 - conf) / pairs)) ** 2 if pairs else 0.0
    tests = sorted(
        (p_value(high, low, least_square), high, low)
        for high in range(items)
        for low in range(items)
        if levels[high] > levels[low]
    )
    for won, (p, high, low) in enumerate(tests):
        if is_over(p, (1.0 - conf) / (pairs - won)):
            break
        beats[high] += 1
        beaten[low] += 1
    return [RankInterval(1 + beaten[item], items - beats[item]) for item in range(items)]
