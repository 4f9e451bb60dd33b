"""Lay a HeatChart out as a Sheet: equal cells under the names of their columns, in the shade of their class."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from phare_cli.drawing.flow import Flow
from phare_cli.drawing.layout import HEADING, HOLLOW
from phare_cli.drawing.shaded.tiles import class_swatches
from phare_cli.drawing.sheet import Box, DescribedGroup, DrawnPart, Sheet, Side, Tone, Words
from phare_cli.drawing.swatches import hollow, put_swatches
from phare_cli.drawing.texts import VALUE, decimals_of, foot, in_sentences
from phare_cli.drawing.themes.classes import Classes, classes_by
from phare_cli.drawing.themes.own_colors import shaded_sheet
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.heat_chart import HeatCell, HeatChart, HeatRow, HeatSection
from phare_cli.nouns.message import Figure, Listing, Message, sentence

TALL, GAP = 24.0, 2.0
_LEADING, _SMALL_LEADING = TEXT + 2.5, SMALL + 2.5
_LABELS, _NARROW = 0.36, 480.0  # of the width, at most; narrower pictures have labels above their cells
_LEAST, _MOST = 64.0, 120.0  # what a column takes


class HeatScale(NamedTuple):
    """What the shades of a table mean: the *classes* of each unit, and whether some cells are hollow."""

    classes: Mapping[str, Classes]
    has_weak: bool


def heat_scale(chart: HeatChart, typesetter: Typesetter) -> HeatScale:
    """Return the classes of all figures of a chart."""
    cells = [
        (section, cell, cell.value)
        for section in chart.sections
        for row in section.rows
        for cell in row.cells
        if cell.value is not None
    ]
    figures = (Figure(value, section.unit, decimals_of(section, typesetter)) for section, _, value in cells)
    classes = classes_by(chart.classes, figures, typesetter, steps=5)
    return HeatScale(classes, any(cell.is_weak for _, cell, _ in cells))


def cell_tone(value: float, section: HeatSection, classes: Classes, typesetter: Typesetter) -> Tone:
    """Return the shade of a figure of a table."""
    return classes.tone(typesetter.as_printed(value, section.unit, decimals_of(section, typesetter)))


def lay_out_heat(
    chart: HeatChart, typesetter: Typesetter, *, width: float, scale: HeatScale | None = None
) -> Sheet:
    """Return *chart* in a picture *width* wide; columns that have no room beside the others stand below them.

    A piece of a chart has the *scale* of the whole, and neither title nor foot.
    """
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    flow = Flow(width)
    if scale is None:
        flow.head(title, subtitle)
    classes, has_weak = heat_scale(chart, typesetter) if scale is None else scale
    said: list[str] = [subtitle]
    is_alike = len(classes) == 1  # one legend says what all shades mean
    if is_alike:
        for unit, shades in classes.items():
            _legend(shades, unit, typesetter, flow, has_weak=has_weak)
    for section in chart.sections:
        heading = legible(typesetter.title(section.title))
        flow.write(heading, HEADING, leading=8.0, is_bold=True)
        said.append(heading)
        if section.unit in classes and not is_alike:
            _legend(classes[section.unit], section.unit, typesetter, flow, has_weak=has_weak)
        _put_cells(section, classes.get(section.unit), typesetter, flow)
        said += [_row_sentence(row, section, typesetter) for row in section.rows]
    if scale is None:
        flow.skip(6.0)
        flow.foot(foot(chart, typesetter))
    sheet = flow.sheet(title, in_sentences(said, typesetter))
    return shaded_sheet(sheet, chart.subtitle, chart.title)


def _legend(classes: Classes, unit: str, typesetter: Typesetter, flow: Flow, *, has_weak: bool) -> None:
    """Put a swatch a class, then what a hollow cell means where there is one."""
    entries = class_swatches(classes, unit, typesetter)
    if has_weak:
        entries.append((hollow, typesetter.say(HOLLOW)))
    flow.skip(SMALL + 10)
    put_swatches(flow, entries)
    flow.skip(8.0)


def _put_cells(section: HeatSection, classes: Classes | None, typesetter: Typesetter, flow: Flow) -> None:
    """Put rows of cells under their heads, as many columns at a time as have room."""
    room = flow.edge - flow.left
    is_narrow = room < _NARROW
    labels = [legible(typesetter.title(row.label)) for row in section.rows]
    heads = [legible(typesetter.title(column)) for column in section.columns]
    widest = max((width_of(label, TEXT) for label in labels), default=0.0)
    beside = 0.0 if is_narrow else min(widest + 9, _LABELS * room)
    texts = [_figure(cell, section, typesetter) for row in section.rows for cell in row.cells]
    wanted = max((width_of(text, TEXT) + 10 for text in texts), default=0.0)
    words = [word for head in heads for word in head.replace("-", "- ").split(" ")]
    wanted = min(max(wanted, _LEAST, *(width_of(word, SMALL, is_bold=True) + 8 for word in words)), _MOST)
    at_once = max(1, int((room - beside) // wanted))
    wanted = max(wanted, min(_MOST, (room - beside) / min(at_once, max(len(heads), 1))))
    for first in range(0, len(heads), at_once):
        part = range(first, min(first + at_once, len(heads)))
        lines = [broken_lines(heads[place], wanted - 6, SMALL, is_bold=True, most=4) for place in part]
        flow.skip(max(map(len, lines)) * _SMALL_LEADING + 4)
        for place, head in zip(part, lines, strict=True):
            x = flow.left + beside + (place - first) * wanted + (wanted - GAP) / 2
            y = flow.y - (len(head) - 1) * _SMALL_LEADING - 4
            flow.put(
                *(
                    Words(x, y + row * _SMALL_LEADING, text, SMALL, Side.MIDDLE, is_bold=True)
                    for row, text in enumerate(head)
                )
            )
        for row, label in zip(section.rows, labels, strict=True):
            _put_row(row, label, part, (beside, wanted), section, classes, typesetter, flow)
        flow.skip(10.0)


def _put_row(
    row: HeatRow,
    label: str,
    part: range,
    widths: tuple[float, float],
    section: HeatSection,
    classes: Classes | None,
    typesetter: Typesetter,
    flow: Flow,
) -> None:
    """Put the label of an item and the cells of some columns."""
    beside, wide = widths
    lines = broken_lines(label, (beside or flow.edge - flow.left) - 8, TEXT, most=4)
    above = 0.0 if beside else len(lines) * _LEADING + 4
    height = max(TALL, len(lines) * _LEADING + 4 if beside else 0.0)
    top = flow.y + above
    first = top + height / 2 - (len(lines) - 1) * _LEADING / 2 + TEXT / 3 if beside else flow.y + TEXT + 2
    x, side = (flow.left + beside - 8, Side.END) if beside else (flow.left, Side.START)
    flow.put(*(Words(x, first + place * _LEADING, line, TEXT, side) for place, line in enumerate(lines)))
    for place in part:
        left = flow.left + beside + (place - part.start) * wide
        parts = tuple(_cell(row.cells[place], section, classes, (left, top, wide - GAP, height), typesetter))
        told = _cell_sentence(row.cells[place], section.columns[place], row, section, typesetter)
        flow.put(DescribedGroup(told, parts))
    flow.skip(above + height + GAP)


def _cell(
    cell: HeatCell,
    section: HeatSection,
    classes: Classes | None,
    place: tuple[float, float, float, float],
    typesetter: Typesetter,
) -> Iterator[DrawnPart]:
    """Yield a cell: shaded, hollow where it must not be relied upon, an outline alone where it has no figure."""
    left, top, width, height = place
    tone = None
    if cell.value is None or classes is None:
        yield Box(left + 0.75, top + 0.75, width - 1.5, height - 1.5, Tone.RULE, is_hollow=True)
    elif cell.is_weak:
        yield Box(left + 0.75, top + 0.75, width - 1.5, height - 1.5, Tone.MUTED, is_hollow=True)
    else:
        tone = cell_tone(cell.value, section, classes, typesetter)
        yield Box(left, top, width, height, tone)
    figure = _figure(cell, section, typesetter)
    size = TEXT if width_of(figure, TEXT) <= width - 4 else SMALL
    ink = Tone.MUTED if cell.value is None else Tone.INK
    yield Words(left + width / 2, top + height / 2 + size / 3, figure, size, Side.MIDDLE, ink, on=tone)


def _figure(cell: HeatCell, section: HeatSection, typesetter: Typesetter) -> str:
    return legible(typesetter.figure(cell.value, section.unit, decimals_of(section, typesetter)))


def _told(cell: HeatCell, name: Message, section: HeatSection, typesetter: Typesetter) -> str:
    """Return a figure after *name*, with its interval and its flag."""
    figure = _figure(cell, section, typesetter)
    if cell.low is None or cell.high is None:
        said = sentence("{label}: {figure}", label=name, figure=figure)
    else:
        interval = typesetter.interval(VALUE, cell.low, cell.high, section.unit)
        said = sentence("{label}: {figure} ({interval})", label=name, figure=figure, interval=interval)
    word = typesetter.word(cell.remark) if cell.remark else ""
    return legible(", ".join(filter(None, (typesetter.say(said), word))))


def _cell_sentence(
    cell: HeatCell, column: Message, row: HeatRow, section: HeatSection, typesetter: Typesetter
) -> str:
    told = _told(cell, row.label, section, typesetter)
    return legible(typesetter.title(sentence("{title}: {marks}", title=column, marks=told)))


def _row_sentence(row: HeatRow, section: HeatSection, typesetter: Typesetter) -> str:
    pairs: Sequence[tuple[HeatCell, Message]] = tuple(zip(row.cells, section.columns, strict=True))
    told = Listing(tuple(_told(cell, column, section, typesetter) for cell, column in pairs), last=";")
    return legible(typesetter.title(sentence("{title}: {marks}", title=row.label, marks=told)))
