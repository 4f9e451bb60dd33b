"""How far several rankings of the same items agree: Kendall's W. It sees orders only, never levels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence


def mean_ranks(values: Sequence[float]) -> list[float]:
    """Return 1 for the highest value; tied values share the mean of the ranks they take (1, 2.5, 2.5, 4)."""
    places: dict[float, list[int]] = {}
    for place, value in enumerate(sorted(values, reverse=True), start=1):
        places.setdefault(value, []).append(place)
    return [sum(places[value]) / len(places[value]) for value in values]


def kendall_w(rankings: Sequence[Sequence[float]]) -> float | None:
    """Return Kendall's coefficient of concordance of *rankings*, corrected for ties: 0 to 1.

    Each ranking holds a value an item, the same items in the same order; only their order counts. 1 is the same
    order everywhere. m rankings made at random give 1/m on average. ``None`` with fewer than two rankings or two
    items, and where every ranking ties all of its items: nothing is ranked then.

    W = 12 S((R - m(n+1)/2)^2) / (m^2 n (n^2-1) - m S(t^3-t)), R being an item's sum of mean ranks and t the size
    of each group of ties. Siegel and Castellan (1988), Nonparametric Statistics for the Behavioral
    Sciences, 2nd ed., section 9.7, equation 9.18b. Raises ``ValueError`` for rankings of several lengths.
    """
    if len({len(ranking) for ranking in rankings}) > 1:
        raise ValueError("rankings must hold the same items")
    judges = len(rankings)
    items = len(rankings[0]) if rankings else 0
    if judges < 2 or items < 2:
        return None
    sums: list[float] = [sum(ranks) for ranks in zip(*map(mean_ranks, rankings), strict=True)]
    ties = sum(size * (size * size - 1) for ranking in rankings for size in Counter(ranking).values())
    possible = judges * (judges * items * (items * items - 1) - ties)
    if possible == 0:
        return None
    mean = judges * (items + 1) / 2
    return 12 * sum((total - mean) * (total - mean) for total in sums) / possible
