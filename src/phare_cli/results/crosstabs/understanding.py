"""Understand a published table: on which side its answers stand, what its lines are, how its figures are written.

Everything here is a guess, and is said: what a person does not correct, they have read.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from phare_cli.files.numbers import DECIMAL_MARKS
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Message, sentence
from phare_cli.results.crosstabs.around_table import said_around
from phare_cli.results.crosstabs.axes import Axes, axes_of
from phare_cli.results.crosstabs.find_blocks import TableBlock
from phare_cli.results.crosstabs.line_words import is_base, is_mean, line_name
from phare_cli.results.crosstabs.printed_cell import decimal_mark
from phare_cli.results.crosstabs.table_layout import (
    COLUMNS,
    COUNT,
    FRACTION,
    PERCENT,
    ROWS,
    LineRole,
    TableLayout,
    TableLine,
)
from phare_cli.results.crosstabs.table_side import HALF, MOST, TableSide, adds_up, score_of, side_of, sums_of

_EITHER = 0.5  # of the groups, on both sides
_SCORE = re.compile(r"(?:/|\bsur\b|\bout of\b)\s*(?P<top>10|20|100|5|7)\b")

ON_ROWS = sentence("taken for answers in rows; nothing tells but the usage: correct items if it is otherwise")
ITEMS_IN_COLUMNS = sentence("answers in columns: there the figures of a group add up")
DECIMAL = sentence("“{text}” leaves open which mark is decimal: --decimal comma or point tells")
BY_SIGN = sentence("percent signs, or cells that have the format of percents")
BY_SUM = sentence("the answers of a group add up to 100")
BY_WORDS = sentence("the words around the table say percents")
FRACTIONS = sentence("the answers of a group add up to 1")
COUNTS = sentence("whole numbers that add up to the base, or are above 100")
TOTAL_BESIDE = sentence("its base: the total of the counts beside, if they are of respondents as they are")
UNKNOWN = sentence("nothing tells: percent, fraction (0.45), count or score/10")


class Understood(NamedTuple):
    """What a table was taken for: its layout, and what is to be said of it, of its rows and of its columns."""

    layout: TableLayout
    values_remark: Message
    items_remark: Message | None
    rows: Mapping[int, Message]
    columns: Mapping[int, Message]
    axes: Axes
    ignored: Sequence[str]  # lines around the table that nothing was made of
    whole: str
    is_titled: bool  # whether words of the table name its question

    @property
    def left_out(self) -> Sequence[Message]:
        """The lines of figures that are no answer of anybody, nor their base."""
        sides = ((self.layout.rows, True), (self.layout.columns, False))
        return [
            line_name(place, is_row=is_row)
            for lines, is_row in sides
            for place, line in sorted(lines.items())
            if line.role is LineRole.SKIP
        ]


def understand(block: TableBlock, title: str, decimal: str = "", *, scored: bool = False) -> Understood:
    """Return what a table was taken for; *title* is what to call its question where nothing above it does.

    Means are left out beside shares, and are the answers where the table is *scored*, or holds nothing else.
    """
    cells = [block.grid.cell(line, column) for line in _lines(block) for column in _places(block)]
    mark, doubtful = decimal_mark(cells)
    mark = DECIMAL_MARKS.get(decimal, mark)
    axes = axes_of(block, mark)
    scored = scored or _holds_means(axes)
    sides = {name: side_of(axes, name, scored=scored) for name in (ROWS, COLUMNS)}
    sums = {name: sums_of(side) for name, side in sides.items()}
    # Counts with totals on both sides add up either way: that tells nothing of where the answers stand.
    both = min(sums.values()) > _EITHER
    scores = {name: score_of(side, 0.0 if both else sums[name]) for name, side in sides.items()}
    items = COLUMNS if scores[COLUMNS] > scores[ROWS] else ROWS
    side = sides[items]
    texts = [*block.titles, *block.notes]
    values, why = _values(side, axes, items, texts)
    said, title_texts, ignored = said_around(block)
    opens = any(line.opens for line in side.items.lines.values())
    groups = _with_bases(side)
    layout = TableLayout(
        sheet=block.grid.name,
        area=block.area,
        header=block.header,
        labels=block.labels,
        items=items,
        values=values,
        indicator=""
        if opens and 0 not in side.items.sections
        else (title_texts[-1] if title_texts else title),
        response="" if opens else _response(side, side.items.sections.get(0, ()), values, texts),
        decimal=decimal if doubtful else "",
        rows=_with_responses(side, values, texts) if items == ROWS else groups,
        columns=groups if items == ROWS else _with_responses(side, values, texts),
        said=said,
    )
    remark = None
    if items == COLUMNS:
        remark = ITEMS_IN_COLUMNS
    elif scores[ROWS] == scores[COLUMNS]:
        remark = ON_ROWS
    if doubtful and not decimal:
        why = Message(DECIMAL.text, {"text": doubtful})
        layout = _undecided(layout)
    return Understood(
        layout,
        why,
        remark,
        side.items.remarks if items == ROWS else side.groups.remarks,
        side.groups.remarks if items == ROWS else side.items.remarks,
        axes,
        [*title_texts[:-1], *ignored],
        side.groups.whole,
        bool(title_texts),
    )


def _holds_means(axes: Axes) -> bool:
    """Tell whether all that an axis holds beside bases is means."""
    labels = [
        [line.label for line in lines if not is_base(line.label)] for lines in (axes.rows, axes.columns)
    ]
    return any(bool(of_axis) and all(map(is_mean, of_axis)) for of_axis in labels)


def _with_bases(side: TableSide) -> dict[int, TableLine]:
    """Return the lines of groups, each with the total of the counts that stand beside its percentages as its base."""
    lines = dict(side.groups.lines)
    totals = [place for place, line in side.items.lines.items() if line.role is LineRole.TOTAL]
    counts = {line.levels: line.place for line in side.group_axis if line.measure == COUNT}
    for line in side.group_axis:
        beside = counts.get(line.levels)
        if line.measure != PERCENT or beside is None or len(totals) != 1:
            continue
        total = side.figure(totals[0], beside)
        if lines[line.place].base is None and total is not None and total >= 1 and total.is_integer():
            lines[line.place] = lines[line.place]._replace(base=total)
            side.groups.remarks[line.place] = TOTAL_BESIDE
    return lines


def _undecided(layout: TableLayout) -> TableLayout:
    from dataclasses import replace

    return replace(layout, values="")


def _lines(block: TableBlock) -> range:
    return range(block.area.top + block.header, block.area.bottom + 1)


def _places(block: TableBlock) -> range:
    return range(block.area.left + block.labels, block.area.right + 1)


def _values(side: TableSide, axes: Axes, items: str, texts: Sequence[str]) -> tuple[str, Message]:
    """Return how the figures of the answers are written, and what tells it; "" where nothing does."""
    plain = [place for places in side.items.sections.values() for place in places]
    pairs = [(place, group) for place in plain for group in side.group_places]
    read = [axes.cells.get(pair if items == ROWS else pair[::-1]) for pair in pairs]
    numbers = [cell.number for cell in read if cell is not None and cell.number is not None]
    words = fold(" ".join(texts))
    measures = {line.measure for line in side.group_axis} | {line.measure for line in side.item_axis}
    if not numbers:
        return "", UNKNOWN
    largest, smallest = max(each.value for each in numbers), min(each.value for each in numbers)
    is_whole_numbers = all(each.value.is_integer() for each in numbers)
    if any(each.percent for each in numbers):
        return PERCENT, BY_SIGN
    is_said = (
        "%" in " ".join(texts) or re.search(r"\b(?:pourcentages?|percent(?:ages?)?)\b", words) is not None
    )
    if "percent" in measures and largest <= 100:
        return (PERCENT, BY_WORDS) if largest > 1 else ("", UNKNOWN)
    if is_said and 1 < largest <= 100 and "count" not in measures:
        return (PERCENT, BY_SUM) if side.part_near(100.0) >= MOST else (PERCENT, BY_WORDS)
    if largest > 100 and smallest >= 0:
        return (COUNT, COUNTS) if is_whole_numbers or adds_up(side) >= MOST else ("", UNKNOWN)
    if is_whole_numbers and adds_up(side, to_base=True) >= MOST and side.part_near(100.0) < MOST:
        return COUNT, COUNTS
    if side.part_near(100.0) >= MOST:
        return PERCENT, BY_SUM
    if smallest >= 0 and largest <= 1:
        return (FRACTION, FRACTIONS) if side.part_near(1.0) >= MOST else ("", UNKNOWN)
    found = _SCORE.search(" ".join(texts).casefold())
    if found and largest <= float(found["top"]):
        return f"score/{found['top']}", BY_WORDS
    return "", UNKNOWN


def _with_responses(side: TableSide, values: str, texts: Sequence[str]) -> dict[int, TableLine]:
    """Return the lines of answers, each that opens a question with how many answers one respondent may give."""
    lines = dict(side.items.lines)
    for place, line in lines.items():
        if line.opens is not None:
            response = _response(side, side.items.sections.get(place, ()), values, [line.opens])
            lines[place] = line._replace(response=response)
    return lines


def _response(side: TableSide, places: Sequence[int], values: str, texts: Sequence[str]) -> str:
    """Return ``single`` where the answers of every group add up to all, ``multiple`` where they go beyond, else ""."""
    whole = {PERCENT: 100.0, FRACTION: 1.0}.get(values)
    sums = []
    for group in side.group_places:
        figures = [value for place in places if (value := side.figure(place, group)) is not None]
        scale = 100 / whole if whole else None
        if scale is None and values == COUNT:
            total = _whole_of(side, group)
            scale = 100 / total if total else None
        if len(figures) > 1 and scale is not None:
            sums.append((sum(figures) * scale, len(figures)))
    if not sums:
        return ""
    if all(abs(total - 100) <= max(1.0, HALF * count) for total, count in sums):
        return "single"
    beyond = [total - 100 > max(1.0, HALF * count) for total, count in sums]
    return "multiple" if all(beyond) or (any(beyond) and _may_be_several(texts)) else ""


def _may_be_several(texts: Sequence[str]) -> bool:
    words = fold(" ".join(texts))
    return any(
        each in words for each in ("plusieurs reponses", "all that apply", "reponses multiples", "multi")
    )


def _whole_of(side: TableSide, group: int) -> float | None:
    roles = (LineRole.WEIGHTED_BASE, LineRole.BASE, LineRole.BASE_OF_ALL)
    for role in roles:
        for place, line in side.items.lines.items():
            if line.role is role and (value := side.figure(place, group)):
                return value
    return None
