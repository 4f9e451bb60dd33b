"""Rank intervals of items that were not all asked of as many respondents."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.measuring.bounds import is_low_base, is_over, require_base, require_conf, require_share
from phare_cli.measuring.items import Response, item_tail
from phare_cli.measuring.normal import quantile
from phare_cli.measuring.ranks import RankInterval


def mixed_rank_intervals(
    shares: Sequence[float],
    bases: Sequence[float],
    response: Response,
    conf: float = 0.95,
    *,
    half: float = 0.0,
) -> list[RankInterval]:
    """Return the ranks each item may have, all right together with probability *conf*, each item on its own base.

    As :func:`~phare_cli.measuring.ranks.rank_intervals`, but each pair is tested on the smaller of its two bases,
    which makes the variance of its gap the largest it can be, and always by the normal test: a pair with a low
    base settles nothing. Raises ``ValueError`` outside the limits of a share, a base or a confidence level.
    """
    require_share(*shares)
    require_base(*bases)
    require_conf(conf)
    items = len(shares)
    beaten, beats = [0] * items, [0] * items
    for high, low in _won(shares, bases, response, 1.0 - conf, half):
        beats[high] += 1
        beaten[low] += 1
    return [RankInterval(1 + beaten[item], items - beats[item]) for item in range(items)]


def _won(
    shares: Sequence[float], bases: Sequence[float], response: Response, alpha: float, half: float
) -> list[tuple[int, int]]:
    """Return the pairs whose first item surely has the higher share, by Holm over all ordered pairs.

    No more than half of the m ordered pairs can have their higher item ahead, so no p value over 2 alpha / m
    is ever small enough: few are worked out. What rounding hides makes a p value larger, never smaller.
    """
    items = len(shares)
    pairs = items * (items - 1)
    if pairs == 0:
        return []
    # A little less than the z of that p value, for what floating point blurs.
    least_square = (1.0 - 1e-6) * quantile(2.0 * alpha / pairs) ** 2
    is_multiple = response == "multiple"
    firm = [item for item in range(items) if not is_low_base(bases[item])]
    firm.sort(key=lambda item: shares[item], reverse=True)
    candidates: list[tuple[float, int, int]] = []
    for place, high in enumerate(firm):
        first, first_base = shares[high], bases[high]
        for low in firm[place + 1 :]:
            gap, total = first - shares[low], first + shares[low]
            if is_multiple and total > 1.0:
                total = 2.0 - total  # less twice the least overlap, total - 1
            base = min(first_base, bases[low])
            variance = total - gap * gap
            if gap > 0.0 and gap * gap * base >= least_square * variance:
                candidates.append((item_tail(first, shares[low], base, response, half), high, low))
    won: list[tuple[int, int]] = []
    for p, high, low in sorted(candidates):
        if is_over(p, alpha / (pairs - len(won))):
            break
        won.append((high, low))
    return won
