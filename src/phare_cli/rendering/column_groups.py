"""Part a table that is wider than a page into tables of fewer columns, each of which says what its rows are."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.rendering.panels import TextPanel

# What is judged and the verdict: they stand in one part, before what else is known of them.
JUDGED = ("value", "reference", "gap", "verdict")


def column_groups(
    panel: TextPanel, least: Sequence[float], line: float, *, blank: float = 0
) -> list[list[int]]:
    """Return which columns of *panel* stand in each part: the first ones that tell which row it is, and others.

    A verdict stands beside the gap that it judges, and beside both figures where a part has room for them. *least* is
    the width of each column, *blank* what stands beside it, *line* what all those of a part have.
    """
    first = list(range(_leading(panel)))
    groups = [list(first)]
    for tied in _tied(panel, len(first)):
        for places in [tied] if _taken([*first, *tied], least, blank) <= line else [[each] for each in tied]:
            if _taken([*groups[-1], *places], least, blank) > line and len(groups[-1]) > len(first):
                groups.append(list(first))
            groups[-1] += places
    return groups


def _taken(places: Sequence[int], least: Sequence[float], blank: float) -> float:
    return sum(least[place] + blank for place in places)


def _tied(panel: TextPanel, start: int) -> list[list[int]]:
    """Return the columns from *start* on, those in one list that no part may set apart."""
    names = {heading.name: place for place, heading in enumerate(panel.headings) if heading.name}
    others = list(range(start, len(panel.headings)))
    if "verdict" not in names or "gap" not in names:
        return [[place] for place in others]
    judged = [names[name] for name in JUDGED if name in names]
    around = [[place] for place in judged[:-2]]
    return [*around, judged[-2:], *([place] for place in others if place not in judged)]


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
