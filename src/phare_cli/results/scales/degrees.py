"""Know which items of a question are degrees of its scale, and in which order its file has them. Changes nothing."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from phare_cli.nouns.survey import Estimate, question_of


class Degrees(NamedTuple):
    """The *items* of one scale with their places; the first row, if any, that has them in another order than those."""

    items: dict[str, float]
    other: Estimate | None = None


def degrees_of(rows: Sequence[Estimate]) -> Degrees:
    """Return the degrees among the rows of one question, as its column of places has them or else as they follow.

    One that is marked in some rows is a degree in all of them: people mark the first of merged cells.
    """
    marked = [each for each in rows if each.scale == "ordered" and not each.measure]
    units = Counter(each.unit for each in marked)
    unit = "percent" if "percent" in units else max(units, key=lambda each: units[each], default="")
    steps = {each.item for each in marked if each.unit == unit}
    told = {
        each.item: each.order for each in reversed(marked) if each.item in steps and each.order is not None
    }
    if len(told) == len(steps):
        return Degrees(told)
    if told:
        last, more = (
            max(told.values()),
            [each for each in _as_they_follow(rows, steps).items if each not in told],
        )
        return Degrees(told | {item: last + place for place, item in enumerate(more, 1)})
    return _as_they_follow(rows, steps)


def _as_they_follow(rows: Sequence[Estimate], steps: set[str]) -> Degrees:
    """Return *steps* in the order of the group that has most of them, what it lacks behind what they follow."""
    groups: dict[tuple[str, ...], dict[str, Estimate]] = {}
    for each in rows:
        if each.item in steps:
            groups.setdefault(question_of(each), {})[each.item] = each
    found: list[str] = []
    for group in sorted(groups.values(), key=len, reverse=True):
        before = -1
        for item in group:
            if item not in found:
                found.insert(before + 1, item)
            before = found.index(item)
    places = {item: float(place) for place, item in enumerate(found, 1)}
    others = (_turned(group.values(), places) for group in groups.values())
    return Degrees(places, next((each for each in others if each is not None), None))


def _turned(group: Iterable[Estimate], places: dict[str, float]) -> Estimate | None:
    """Return the first row of a group that stands behind one that it should stand before."""
    return next((each for last, each in pairwise(group) if places[each.item] < places[last.item]), None)
