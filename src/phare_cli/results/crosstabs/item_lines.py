"""Tell what each row (or column) of answers is: an answer, a net, the base, a total, and where a question begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from phare_cli.nouns.message import Message, sentence
from phare_cli.results.crosstabs.axes import AxisLine
from phare_cli.results.crosstabs.line_words import (
    base_role,
    is_all_items,
    is_base,
    is_net,
    is_no_figure,
)
from phare_cli.results.crosstabs.table_layout import LineRole, TableLine

_SKIPPED = sentence("no share of anybody: left out; item and unit take it in")
_NET = sentence("several answers together: a question of its own")
_NOT_ALL = sentence("called a total, and not all of the answers: left out")
_NAMELESS = sentence("without a name: left out")
_NOT_WHOLE = sentence("not whole numbers of people: taken for a weighted base")
_ONE_BASE = sentence("taken for the base of the question above alone; “base of all” is one of every question")


class ItemLines(NamedTuple):
    """What each line of answers is that is more than an answer, by place, with what is to be said of it.

    *sections* are the places of the plain answers of each question, by where it begins; 0 where no words open one.
    """

    lines: dict[int, TableLine]
    remarks: dict[int, Message]
    sections: Mapping[int, Sequence[int]]


def item_lines(
    lines: Sequence[AxisLine],
    *,
    all_is: Callable[[int, Sequence[int]], bool],
    is_whole: Callable[[int], bool],
    scored: bool = False,
) -> ItemLines:
    """Return what the *lines* of one axis are, were they those of answers.

    *all_is* tells whether a line holds all of some answers together, *is_whole* whether its figures are whole numbers.
    Means are answers where the table is *scored*.
    """
    told, remarks = dict[int, TableLine](), dict[int, Message]()
    sections: dict[int, list[int]] = {}
    at = 0
    for line in lines:
        if line.opened is not None:
            at = line.opened
            told[at] = TableLine(LineRole.HEADING if at != line.place else LineRole.ITEM, opens=line.outer)
        role, remark = _role(line, scored=scored)
        if role is LineRole.BASE and not is_whole(line.place):
            role, remark = LineRole.WEIGHTED_BASE, _NOT_WHOLE
        elif role is LineRole.BASE and at and len(line.levels) == 1:  # it stands where the questions do
            role = LineRole.BASE_OF_ALL
        if remark is not None:
            remarks[line.place] = remark
        if role is LineRole.ITEM and not is_net(line.label):
            sections.setdefault(at, []).append(line.place)
        elif role is LineRole.ITEM:
            _keep(told, line.place, TableLine(role, net=True))
            remarks[line.place] = _NET
        else:
            _keep(told, line.place, TableLine(role))
    _judge_totals(lines, told, remarks, sections, all_is)
    _share_base(told, remarks)
    return ItemLines(told, remarks, sections)


def _keep(told: dict[int, TableLine], place: int, line: TableLine) -> None:
    opens = told[place].opens if place in told else None
    told[place] = line._replace(opens=opens)


def _role(line: AxisLine, *, scored: bool) -> tuple[LineRole, Message | None]:
    if not line.label:
        return LineRole.SKIP, _NAMELESS
    if is_base(line.label):
        return base_role(line.label), None
    if is_no_figure(line.label, scored=scored):
        return LineRole.SKIP, _SKIPPED
    return (LineRole.TOTAL if is_all_items(line.label) else LineRole.ITEM), None


def _share_base(told: dict[int, TableLine], remarks: dict[int, Message]) -> None:
    """Let a base above all questions be that of each; one elsewhere is that of its own."""
    opening = [place for place, line in told.items() if line.opens]
    bases = [place for place, line in told.items() if line.role is LineRole.BASE]
    if len(bases) == 1 and opening:
        [place] = bases
        if place < min(opening):
            told[place] = told[place]._replace(role=LineRole.BASE_OF_ALL)
        elif len(opening) > 1:
            remarks[place] = _ONE_BASE


def _judge_totals(
    lines: Sequence[AxisLine],
    told: dict[int, TableLine],
    remarks: dict[int, Message],
    sections: Mapping[int, Sequence[int]],
    all_is: Callable[[int, Sequence[int]], bool],
) -> None:
    """Leave out what is called a total and is none."""
    at = 0
    for line in lines:
        at = line.opened if line.opened is not None else at
        is_total = line.place in told and told[line.place].role is LineRole.TOTAL
        if is_total and not all_is(line.place, sections.get(at, ())):
            told[line.place] = told[line.place]._replace(role=LineRole.SKIP)
            remarks[line.place] = _NOT_ALL
