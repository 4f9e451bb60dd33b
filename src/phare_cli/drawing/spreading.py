"""Keep what stands in a column apart: each as near as may be to where it belongs, none over another."""

from __future__ import annotations

from collections.abc import Sequence


def spread_apart(
    middles: Sequence[float], heights: Sequence[float], top: float, bottom: float, *, gap: float = 3.0
) -> list[float]:
    """Return the middles at which things of *heights* stand apart, in the order of *middles*, from *top* on.

    They end at *bottom* where there is room for all of them.

    >>> spread_apart([50, 50], [10, 10], 0, 100, gap=2)
    [50.0, 62.0]
    """
    order = sorted(range(len(middles)), key=lambda place: middles[place])
    placed: list[float] = []
    least = top
    for place in order:
        middle = max(float(middles[place]), least + heights[place] / 2)
        placed.append(middle)
        least = middle + heights[place] / 2 + gap
    most = bottom
    for turn in reversed(range(len(order))):
        half = heights[order[turn]] / 2
        placed[turn] = max(min(placed[turn], most - half), top + half)
        most = placed[turn] - half - gap
    apart = list(middles)
    for place, middle in zip(order, placed, strict=True):
        apart[place] = middle
    return apart
