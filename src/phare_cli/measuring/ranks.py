"""Ranks and how far they can be trusted: which item surely beats which, all pairs considered together."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from phare_cli.measuring.beta import binomial_upper_tail
from phare_cli.measuring.bounds import is_low_base, is_over, require_base, require_conf, require_share
from phare_cli.measuring.items import Response, item_tail

_WHOLE = 1e-6

PairTest = Callable[[int, int], float]
"""The p value that the higher of two levels is not really higher; it falls as the levels move apart."""


class RankInterval(NamedTuple):
    """The best and the worst rank an item may have; 1 is the highest share."""

    best: int
    worst: int


def whole_counts(shares: Sequence[float], base: float, half: float = 0.0) -> list[int] | None:
    """Return the counts behind the shares; ``None`` where they are not known, or the base is not a whole number.

    Shares that were rounded, to within *half*, tell their counts where no other count prints alike: bases under 100
    for whole percents. Others must be whole counts of the base.
    """
    counts = [share * base for share in shares]
    if half * base >= 0.5 - _WHOLE:
        return None
    blur = max(half * base, _WHOLE)
    if abs(base - round(base)) > _WHOLE or any(abs(count - round(count)) > blur for count in counts):
        return None
    return [round(count) for count in counts]


def rank_intervals(
    shares: Sequence[float | None],
    base: float,
    response: Response,
    conf: float = 0.95,
    *,
    half: float = 0.0,
) -> list[RankInterval | None]:
    """Return the ranks each item of one question may have, all right together with probability *conf*.

    An item's rank lies in [1 + items that beat it, k - items it beats], k items having a share; ``None``
    has none. "Beats" is a one-sided test for each of the k(k-1) ordered pairs, adjusted by Holm: exact
    binomial on the pair in a single response with whole counts, else the normal test with the largest
    variance the overlap of the two items allows, which settles nothing on a low base. Shares are printed to within
    *half*, which the tests allow for. Where items have several bases, ask :func:`mixed_rank_intervals`. Raises
    ``ValueError`` outside the limits of a share, a base or a
    confidence level. The interval is that of Mogstad, Romano, Shaikh and Wilhelm (2024), Review of Economic
    Studies 91:476.
    """
    ranked = [share for share in shares if share is not None]
    require_share(*ranked)
    require_base(base)
    require_conf(conf)
    levels = sorted(set(ranked), reverse=True)
    above = _items_above(levels, ranked)
    test = _pair_test(levels, base, response, half)
    beaten_from = _beaten_from(test, above, 1.0 - conf) if test else [len(levels)] * len(levels)
    interval_of = _intervals(levels, above, beaten_from)
    return [None if share is None else interval_of[share] for share in shares]


def _items_above(levels: Sequence[float], ranked: Sequence[float]) -> list[int]:
    """Return how many items lie strictly above each level, then, as a last entry, how many there are."""
    sizes = dict.fromkeys(levels, 0)
    for share in ranked:
        sizes[share] += 1
    above = [0]
    for level in levels:
        above.append(above[-1] + sizes[level])
    return above


def _pair_test(levels: Sequence[float], base: float, response: Response, half: float) -> PairTest | None:
    counts = whole_counts(levels, base, half) if response == "single" else None
    if counts is not None:
        exact = counts
        return lambda high, low: binomial_upper_tail(exact[high], exact[high] + exact[low], 0.5)
    if is_low_base(base):
        return None
    return lambda high, low: item_tail(levels[high], levels[low], base, response, half)


def _beaten_from(test: PairTest, above: Sequence[int], alpha: float) -> list[int]:
    """Return, for each level, the first lower level that Holm's procedure lets it beat.

    At most half of the m ordered pairs can have their higher item ahead, so every threshold of the
    procedure, alpha / (m - rejected), lies between alpha / m and 2 alpha / m. Pairs under the first are
    rejected and pairs over the second kept, whatever the others do; only the few between are put in order.
    As p falls when two levels move apart, each limit is a frontier that is walked once.
    """
    items = above[-1]
    pairs = items * (items - 1)
    if pairs == 0:
        return [1] * (len(above) - 1)
    perhaps = _frontier(test, [0] * (len(above) - 1), 2.0 * alpha / pairs)
    surely = _frontier(test, perhaps, alpha / pairs)
    between = [(test(i, j), i, j) for i in range(len(perhaps)) for j in range(perhaps[i], surely[i])]
    sizes = [below - at for at, below in pairwise(above)]
    rejected = sum(size * (items - above[first]) for size, first in zip(sizes, surely, strict=True))
    for p, i, j in sorted(between):
        if is_over(p, alpha / (pairs - rejected)):
            break
        rejected += sizes[i] * sizes[j]
        surely[i] = min(surely[i], j)
    return surely


def _frontier(test: PairTest, starts: Sequence[int], threshold: float) -> list[int]:
    """Return, for each level, the first lower level, from its start on, whose p is at most *threshold*."""
    frontier: list[int] = []
    reached = 0
    for level, start in enumerate(starts):
        reached = max(reached, start, level + 1)
        while reached < len(starts) and is_over(test(level, reached), threshold):
            reached += 1
        frontier.append(reached)
    return frontier


def _intervals(
    levels: Sequence[float], above: Sequence[int], beaten_from: Sequence[int]
) -> dict[float, RankInterval]:
    """Return the interval of each level: all the levels whose frontier it has passed beat it."""
    interval_of: dict[float, RankInterval] = {}
    beaters = 0
    for place, level in enumerate(levels):
        while beaters < place and beaten_from[beaters] <= place:
            beaters += 1
        interval_of[level] = RankInterval(1 + above[beaters], above[beaten_from[place]])
    return interval_of
