"""Rank intervals of items that were not all asked of as many respondents."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.measuring.bounds import is_low_base, is_over, require_base, require_conf, require_share
from phare_cli.measuring.items import Response, item_tail
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
    pairs, won = items * (items - 1), 0
    if pairs == 0:
        return [RankInterval(1, items)] * items
    firm = sorted(
        (item for item in range(items) if not is_low_base(bases[item])), key=lambda item: -bases[item]
    )
    levels = sorted({shares[item] for item in firm})
    at = {level: place for place, level in enumerate(levels)}
    frontiers = _Frontiers(levels, response, half)
    sides = [(at[shares[item]], bases[item]) for item in firm]
    while True:
        # Holm rejects whatever is under the threshold that its rejections so far leave, until that adds none.
        limits = frontiers.moved(sides, (1.0 - conf) / (pairs - won))
        wins = _wins([place for place, _ in sides], limits, len(levels))
        if sum(wins.beats) == won:
            break
        won = sum(wins.beats)
    intervals = [RankInterval(1, items)] * items
    for item, beats, beaten in zip(firm, wins.beats, wins.beaten, strict=True):
        intervals[item] = RankInterval(1 + beaten, items - beats)
    return intervals


Side = tuple[int, float]
"""The place of a level, from the lowest, and a base."""


class _Frontiers:
    """How far an item must be from the others for a p value under a threshold, on its own base.

    As p falls when two levels move apart, that is a level above, from which all beat it, and one below, under which it
    beats all. Thresholds only grow from one question to the next, and frontiers only come nearer.
    """

    def __init__(self, levels: Sequence[float], response: Response, half: float) -> None:
        self._levels, self._response, self._half = levels, response, half
        self._limits: dict[Side, tuple[int, int]] = {}

    def moved(self, sides: Sequence[Side], threshold: float) -> list[tuple[int, int]]:
        """Return, for each side, how many levels it beats, and from which one on it is beaten."""
        levels = self._levels

        def is_open(high: int, low: int, base: float) -> bool:
            return is_over(item_tail(levels[high], levels[low], base, self._response, self._half), threshold)

        limits = self._limits
        for side in dict.fromkeys(sides):
            place, base = side
            low, high = limits.get(side, (0, len(levels)))
            if low < place and not is_open(place, low, base):
                low = bisect_left(range(place), True, low + 1, key=lambda other: is_open(place, other, base))
            if high > place + 1 and not is_open(high - 1, place, base):
                high = bisect_left(
                    range(high - 1), True, place + 1, key=lambda other: not is_open(other, place, base)
                )
            limits[side] = low, high
        return [limits[side] for side in sides]


class _Wins(NamedTuple):
    """How many others each item beats, and how many beat it."""

    beats: list[int]
    beaten: list[int]


def _wins(places: Sequence[int], limits: Sequence[tuple[int, int]], levels: int) -> _Wins:
    """Return what items win and lose, the largest base first: each is tested on its own base with those before it."""
    beats, beaten = [0] * len(places), [0] * len(places)
    seen, lower, higher = _Sums(levels), _Sums(levels), _Sums(levels)
    for item, (place, (low, high)) in enumerate(zip(places, limits, strict=True)):
        beats[item] = seen.under(low)
        beaten[item] = item - seen.under(high)
        # Those before it that it beats, or that beat it, learn so at the end, without what came before them.
        lower.add(levels - low, 1)
        higher.add(high, 1)
        seen.add(place, 1)
        beaten[item] -= lower.under(levels - place)
        beats[item] -= higher.under(place + 1)
    for item, place in enumerate(places):
        beaten[item] += lower.under(levels - place)
        beats[item] += higher.under(place + 1)
    return _Wins(beats, beaten)


class _Sums:
    """How much was added at the places under one, in the logarithm of their number: Fenwick (1994), SPE 24:327."""

    def __init__(self, places: int) -> None:
        self._tree = [0] * (places + 2)

    def add(self, place: int, amount: int) -> None:
        """Add *amount* at *place*, from 0 to the number of places."""
        place += 1
        while place < len(self._tree):
            self._tree[place] += amount
            place += place & -place

    def under(self, place: int) -> int:
        """Return the sum of all that was added at places before *place*."""
        total = 0
        while place > 0:
            total += self._tree[place]
            place -= place & -place
        return total
