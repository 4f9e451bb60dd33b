"""See a table with its answers in rows, and with its answers in columns: which of both its figures bear out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from phare_cli.results.crosstabs.axes import Axes, AxisLine
from phare_cli.results.crosstabs.group_lines import GroupLines, group_lines
from phare_cli.results.crosstabs.item_lines import ItemLines, item_lines
from phare_cli.results.crosstabs.line_words import is_part, is_whole
from phare_cli.results.crosstabs.table_layout import ROWS, LineRole

HALF = 0.5  # what a printed whole number may hide
MOST = 0.8  # of the groups: what a table is taken for


class TableSide(NamedTuple):
    """A table as it is when its answers stand on one side."""

    items: ItemLines
    groups: GroupLines
    item_axis: Sequence[AxisLine]
    group_axis: Sequence[AxisLine]
    figure: Callable[[int, int], float | None]

    @property
    def group_places(self) -> list[int]:
        """The lines of groups."""
        return [place for place, line in self.groups.lines.items() if line.role is LineRole.GROUP]

    def sums(self) -> list[tuple[float, int]]:
        """Return the sum of each question in each group, with how many answers it has."""
        found = []
        for places in self.items.sections.values():
            for group in self.group_places:
                figures = [value for place in places if (value := self.figure(place, group)) is not None]
                if len(figures) > 1:
                    found.append((sum(figures), len(figures)))
        return found

    def part_near(self, whole: float) -> float:
        """Return in what part of the groups answers add up to *whole* and its rounding."""
        sums = self.sums()
        near = [abs(total - whole) <= max(1.0, HALF * count) * whole / 100 for total, count in sums]
        return sum(near) / len(near) if near else 0.0


def side_of(axes: Axes, items: str, *, scored: bool = False) -> TableSide:
    """Return a table as it is if its answers stand in *items*; its means are answers if it is *scored*."""
    answers, groups = (axes.rows, axes.columns) if items == ROWS else (axes.columns, axes.rows)

    def figure(item: int, group: int) -> float | None:
        return axes.number(item, group) if items == ROWS else axes.number(group, item)

    told = group_lines(groups, scored=scored)
    places = [place for place, line in told.lines.items() if line.role is LineRole.GROUP]

    def all_is(place: int, parts: Sequence[int]) -> bool:
        near = 0
        for group in places:
            value = figure(place, group)
            figures = [each for part in parts if (each := figure(part, group)) is not None]
            if value is not None and any(
                abs(value - whole) <= max(1.0, HALF * len(figures)) * max(whole, 1.0) / 100
                for whole in (1.0, 100.0, sum(figures))
            ):
                near += 1
        return near >= MOST * len(places)

    def is_whole_numbers(place: int) -> bool:
        return all(float(value or 0).is_integer() for group in places for value in (figure(place, group),))

    items_told = item_lines(answers, all_is=all_is, is_whole=is_whole_numbers, scored=scored)
    return TableSide(items_told, told, answers, groups, figure)


def sums_of(side: TableSide) -> float:
    """Return in what part of the groups the answers add up: to all, or to a total or base beside them."""
    return max(side.part_near(100.0), side.part_near(1.0), adds_up(side))


def score_of(side: TableSide, sums: float) -> float:
    """Return how much speaks for a side: *sums*, bases, a whole group, names of regions, groups, parts and rounds.

    A base beside one answer alone may be that of each line, whatever these are. The whole group among answers that do
    not add up to it says that they are groups.
    """
    lines = side.groups.lines.values()
    named = any(line.region or line.stakeholder or line.wave for line in lines) or any(
        is_part(line.label) for line in side.group_axis
    )
    answers = sum(map(len, side.items.sections.values()))
    bases = any(line.role is LineRole.BASE for line in side.items.lines.values()) and (answers > 1 or named)
    roles = [side.items.lines.get(line.place) for line in side.item_axis if is_whole(line.label)]
    whole = any(is_whole(line.label) for line in side.group_axis) and not any(
        line.role is LineRole.TOTAL for line in side.items.lines.values()
    )
    return (
        3 * sums
        + 2 * bases
        + 2 * named
        + whole
        + any(line.base is not None for line in side.group_axis)
        - 2 * any(line is not None and line.role is LineRole.SKIP for line in roles)
    )


def adds_up(side: TableSide, *, to_base: bool = False) -> float:
    """Return in what part of the groups the answers add up to the total or base of their line.

    With *to_base*, to a base where there is one: percents of several answers add up to a total that is none.
    """
    of = (LineRole.BASE, LineRole.WEIGHTED_BASE, LineRole.BASE_OF_ALL)
    bases = [place for place, line in side.items.lines.items() if line.role in of]
    totals = [place for place, line in side.items.lines.items() if line.role is LineRole.TOTAL]
    wholes = bases if to_base and bases else [*bases, *totals]
    near, count = 0, 0
    for places in side.items.sections.values():
        for group in side.group_places:
            figures = [value for place in places if (value := side.figure(place, group)) is not None]
            found = [value for place in wholes if (value := side.figure(place, group)) is not None]
            if len(figures) > 1 and found:
                count += 1
                near += any(abs(sum(figures) - value) <= HALF * len(figures) for value in found)
    return near / count if count else 0.0
