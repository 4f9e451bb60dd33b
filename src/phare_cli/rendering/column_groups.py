"""Part a table that is wider than a page into tables of fewer columns, each of which says what its rows are."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.rendering.panels import TextPanel


def column_groups(
    panel: TextPanel, least: Sequence[float], line: float, *, blank: float = 0
) -> list[list[int]]:
    """Return which columns of *panel* stand in each part: the first ones that tell which row it is, and others.

    *least* is the width of each column, *blank* what stands beside it, *line* what all those of a part have.
    """
    first = list(range(_leading(panel)))
    groups = [list(first)]
    for place in range(len(first), len(least)):
        taken = sum(least[other] for other in groups[-1]) + least[place] + blank * (len(groups[-1]) + 1)
        if taken > line and len(groups[-1]) > len(first):
            groups.append(list(first))
        groups[-1].append(place)
    return groups


def _leading(panel: TextPanel) -> int:
    """Return how many columns tell which row it is: up to the last text among the first three."""
    texts = [place for place, heading in enumerate(panel.headings[:3]) if not heading.numeric]
    return texts[-1] + 1 if texts else 1


def picked(panel: TextPanel, places: Sequence[int]) -> TextPanel:
    """Return *panel* with the columns in *places* alone."""
    return TextPanel(
        panel.title,
        tuple(panel.headings[place] for place in places),
        tuple(tuple(row[place] for place in places) for row in panel.rows),
    )
