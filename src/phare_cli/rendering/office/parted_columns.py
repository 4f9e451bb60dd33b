"""Part a table that is too wide for any page in tables below one another, so that no word of a heading is broken."""

from collections.abc import Sequence
from itertools import pairwise
from math import ceil

from phare_cli.rendering.office.column_shares import SIZES, PageRoom, least_widths
from phare_cli.rendering.panels import TextPanel

_LETTERS = 8.0  # points of the letters of the parts


def parted(panel: TextPanel, room: PageRoom) -> list[TextPanel]:
    """Return *panel*, or its figures in tables as wide as one another, each with the texts that name its rows."""
    if sum(least_widths(panel, SIZES[-1] * room.spread)) <= room.width:
        return [panel]
    numeric = [heading.numeric for heading in panel.headings]
    names = numeric.index(True) if True in numeric else len(numeric)
    widths = least_widths(panel, _LETTERS * room.spread)
    left, figures = room.width - sum(widths[:names]), widths[names:]
    if not names or not all(numeric[names:]) or max(figures, default=left + 1) > left:
        return [panel]
    count = max(ceil(sum(figures) / left), 1)
    while any(sum(figures[part.start : part.stop]) > left for part in _ranges(len(figures), count)):
        count += 1
    return [
        _of_columns(panel, [*range(names), *(names + at for at in part)])
        for part in _ranges(len(figures), count)
    ]


def _ranges(length: int, count: int) -> list[range]:
    """Return *count* ranges that part *length* as evenly as may be."""
    ends = [length * part // count for part in range(count + 1)]
    return [range(first, end) for first, end in pairwise(ends) if end > first]


def _of_columns(panel: TextPanel, places: Sequence[int]) -> TextPanel:
    return panel._replace(
        headings=tuple(panel.headings[at] for at in places),
        rows=tuple(tuple(row[at] for at in places) for row in panel.rows),
    )
