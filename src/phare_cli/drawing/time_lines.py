"""Lay a TimeChart out as a Sheet: lines through waves, with their bands, names beside them, small frames for many."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from phare_cli.drawing.axis import Axis
from phare_cli.drawing.flow import Flow
from phare_cli.drawing.labelling import OccupiedCells, Rectangle
from phare_cli.drawing.layout import HEADING
from phare_cli.drawing.quadrant import spread
from phare_cli.drawing.sheet import DescribedGroup, DrawnPart, Paint, Shape, Sheet, Stroke, Tone, Words
from phare_cli.drawing.spreading import spread_apart
from phare_cli.drawing.texts import foot
from phare_cli.drawing.themes.own_colors import Around, free_tones, tones_of
from phare_cli.drawing.time_frame import (
    POINT,
    TimeFrame,
    bands,
    drawn_line,
    figures_beside,
    grid,
    take,
    wave_names,
)
from phare_cli.drawing.time_texts import LineText, TimeText, time_description, time_text
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message
from phare_cli.nouns.time_chart import TimeChart, TimePanel

STYLES = (
    (Tone.LINE_1, Shape.DISC),
    (Tone.LINE_2, Shape.SQUARE),
    (Tone.LINE_3, Shape.TRIANGLE),
    (Tone.LINE_4, Shape.LOZENGE),
    (Tone.LINE_5, Shape.TURNED),
)
LineStyle = tuple[Paint, Shape]
_NOTHING = Message("")
GUTTER = 20.0  # between the last wave and the names of lines
TALL, SMALL_TALL = 210.0, 84.0
_LEADING, _SMALL_LEADING = TEXT + 2.5, SMALL + 2.0
# A scale is no shorter than this, for a wobble not to look like a leap.
_LEAST_SPAN = {"percent": 20.0, "score/10": 2.0}


@dataclass(frozen=True, slots=True)
class NameBlock:
    """The name of a line beside its end, in lines: its last figure and name, then what changed."""

    names: tuple[str, ...]
    asides: tuple[str, ...]

    @property
    def height(self) -> float:
        return len(self.names) * _LEADING + len(self.asides) * _SMALL_LEADING + 2.0


def lay_out_time_chart(
    chart: TimeChart, typesetter: Typesetter, *, width: float, axes: Mapping[str, Axis] | None = None
) -> Sheet:
    """Return *chart* in a picture *width* wide: up to five lines together, more of them in a frame each.

    A piece of a chart has the *axes* of the whole, by unit, and neither title nor foot.
    """
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    texts = [time_text(section, typesetter) for section in chart.sections]
    flow = Flow(width)
    is_whole = axes is None
    if is_whole:
        flow.head(title, subtitle)
        flow.skip(6.0)
    axes = axes_of(chart) if axes is None else axes
    styles = iter(_styles(chart))
    for text in texts:
        flow.write(text.title, HEADING, leading=8.0, is_bold=True)
        for (name, lines), panel in zip(text.panels, text.section.panels, strict=True):
            flow.write(name, TEXT, leading=7.0, is_bold=True)
            flow.skip(9.0)
            axis = axes[text.section.unit]
            of_lines = [next(styles) for _ in lines]
            if are_together(panel):
                tones = free_tones([tone for tone, _ in of_lines], [tone for tone, _ in STYLES])
                of_lines = [(tone, shape) for tone, (_, shape) in zip(tones, of_lines, strict=True)]
                _together(text, lines, of_lines, axis, typesetter, flow)
            else:
                _apart(text, lines, of_lines, axis, typesetter, flow)
    if is_whole:
        flow.skip(6.0)
        flow.foot(foot(chart, typesetter))
    return flow.sheet(title, time_description(subtitle, texts, typesetter))


def are_together(panel: TimePanel) -> bool:
    """Tell whether the lines of a panel stand in one frame."""
    return len(panel.lines) <= len(STYLES) and not panel.is_apart


def _styles(chart: TimeChart) -> list[LineStyle]:
    """Return the style of each line of *chart*; only a line by itself has the colour of what stands above it."""
    around: list[Around] = []
    usual: list[LineStyle] = []
    for section in chart.sections:
        for panel in section.panels:
            is_alone = not are_together(panel) or len(panel.lines) == 1
            above = (panel.title, section.title, chart.subtitle) if is_alone else (None, None, None)
            around += [(line.label, *above) for line in panel.lines]
            usual += STYLES[: len(panel.lines)] if are_together(panel) else [STYLES[0]] * len(panel.lines)
    is_one = all(each[1] is not None for each in around)
    tones = tones_of(around, [tone for tone, _ in usual], chart.title if is_one else _NOTHING)
    return [(tone, shape) for tone, (_, shape) in zip(tones, usual, strict=True)]


def axes_of(chart: TimeChart) -> dict[str, Axis]:
    """Return the scale of each unit, that of every line of it."""
    figures: dict[str, list[float]] = {}
    for section in chart.sections:
        ends = figures.setdefault(section.unit, [])
        for point in (point for panel in section.panels for line in panel.lines for point in line.points):
            ends += [end for end in (point.value, point.low, point.high) if end is not None]
    return {unit: time_axis(ends, unit) for unit, ends in figures.items()}


def time_axis(figures: Sequence[float], unit: str) -> Axis:
    """Return the scale of lines over time: as long as it must be for a wobble not to look like a leap.

    >>> time_axis([41.0, 43.0], "percent").ticks
    (30.0, 35.0, 40.0, 45.0, 50.0, 55.0)
    """
    least, most = min(figures), max(figures)
    lacking = max(_LEAST_SPAN.get(unit, 0.0) - (most - least), 0.0) / 2
    floor = 0.0 if least >= 0 else least
    ceiling = {"percent": 100.0, "score/10": 10.0}.get(unit, most + lacking)
    low = max(least - lacking, floor)
    return spread([low, max(min(most + lacking, ceiling), most, low + 1e-6)], unit)


def _together(
    text: TimeText,
    lines: Sequence[LineText],
    styles: Sequence[LineStyle],
    axis: Axis,
    typesetter: Typesetter,
    flow: Flow,
) -> None:
    """Put lines in one frame, each named beside its end."""
    ticks = [legible(typesetter.figure(tick, text.section.unit, axis.decimals)) for tick in axis.ticks]
    left = flow.left + max(width_of(tick, SMALL) for tick in ticks) + 12.0
    names = min(
        max(
            max(
                width_of(f"{line.figures[-1]} {line.label}", TEXT, is_bold=True),
                width_of(_change(line), SMALL, is_bold=True),
            )
            for line in lines
        )
        + 4,
        0.36 * (flow.edge - flow.left),
    )
    blocks = [_name_block(line, names) for line in lines]
    height = max(TALL, sum(block.height + 3 for block in blocks))
    area = Rectangle(left, flow.y, flow.edge - names - GUTTER, flow.y + height)
    frame = TimeFrame(area, axis, text.section.moments)
    taken = OccupiedCells()
    ends = [frame.place(line.line.points[-1]) for line in lines]
    middles = spread_apart([y for _, y in ends], [block.height for block in blocks], area.top, area.bottom)
    left_of_names = flow.edge - names
    named: list[tuple[DrawnPart, ...]] = []
    for (x, y), middle, block, line, (tone, _) in zip(ends, middles, blocks, lines, styles, strict=True):
        leader: tuple[DrawnPart, ...] = ()
        if x < area.right - 1 or abs(middle - y) > 4:
            leader = (Stroke(x + POINT + 2, y, left_of_names - 4, middle, Tone.MUTED, 0.7),)
        named.append((*leader, *_named(block, left_of_names, middle, line, tone)))
    drawn = [drawn_line(line, frame, style) for line, style in zip(lines, styles, strict=True)]
    for part in (part for group in drawn for parts in group for part in parts[1]):
        take(part, taken)
    for line, (tone, _) in zip(lines, styles, strict=True):
        for part in bands(line, frame, tone):
            take(part, taken)
    for part in (part for parts in named for part in parts if isinstance(part, Stroke)):
        take(part, taken)
    figures = [
        list(figures_beside(line, frame, taken, tone)) for line, (tone, _) in zip(lines, styles, strict=True)
    ]
    flow.put(*grid(frame, ticks, [word for words in figures for word in words]))
    names_of_waves = list(wave_names(frame, text.waves, flow.left, flow.edge))
    flow.put(*names_of_waves)
    for line, style in zip(lines, styles, strict=True):
        flow.put(*bands(line, frame, style[0]))
    for line, groups, words, name in zip(lines, drawn, figures, named, strict=True):
        for described, parts in groups:
            flow.put(DescribedGroup(described, tuple(parts)))
        flow.put(*words)
        flow.put(DescribedGroup(line.named_change, name))
    flow.y = max(word.y for word in names_of_waves) + 10.0


def _apart(
    text: TimeText,
    lines: Sequence[LineText],
    styles: Sequence[LineStyle],
    axis: Axis,
    typesetter: Typesetter,
    flow: Flow,
) -> None:
    """Put each line in a small frame of its own, all of them over one scale."""
    section = text.section
    ticks = [legible(typesetter.figure(tick, section.unit, axis.decimals)) for tick in axis.ticks]
    few = _few(ticks)
    before = max(width_of(tick, SMALL) for tick in ticks) + 10.0
    room = flow.edge - flow.left
    columns = max(1, min(3, int(room // 200)))
    pitch = (room + 18.0) / columns
    for first in range(0, len(lines), columns):
        row = lines[first : first + columns]
        blocks = [
            NameBlock(
                broken_lines(line.label, pitch - 18.0, TEXT, is_bold=True, most=6),
                _asides(line, pitch - 18.0),
            )
            for line in row
        ]
        head = max(block.height for block in blocks) + 12.0
        lowest = flow.y
        for column, (line, block) in enumerate(zip(row, blocks, strict=True)):
            style = styles[first + column]
            left = flow.left + column * pitch
            last = width_of(line.figures[-1], TEXT, is_bold=True)
            area = Rectangle(
                left + before, flow.y + head, left + pitch - 18.0 - last - 10.0, flow.y + head + SMALL_TALL
            )
            frame = TimeFrame(area, axis, section.moments)
            taken = OccupiedCells()
            groups = drawn_line(line, frame, style)
            for part in (*(part for _, parts in groups for part in parts), *bands(line, frame, style[0])):
                take(part, taken)
            figures = list(figures_beside(line, frame, taken, style[0]))
            flow.put(*grid(frame, few, figures))
            names_of_waves = list(wave_names(frame, text.waves, left, left + pitch - 18.0))
            flow.put(*names_of_waves)
            lowest = max(lowest, *(word.y for word in names_of_waves))
            flow.put(*bands(line, frame, style[0]))
            for described, parts in groups:
                flow.put(DescribedGroup(described, tuple(parts)))
            flow.put(*figures)
            x, y = frame.place(line.line.points[-1])
            flow.put(Words(x + POINT + 4, y + TEXT / 3, line.figures[-1], TEXT, is_bold=True))
            name = tuple(_lines_of(block, left, flow.y, Tone.INK, line))
            flow.put(DescribedGroup(line.named_change, name))
        flow.y = lowest + 16.0


def _few(ticks: Sequence[str]) -> list[str]:
    """Return the figures of a low scale: the first, the last and one between, where that stands in the middle."""
    kept = {0, len(ticks) - 1, *([(len(ticks) - 1) // 2] if len(ticks) % 2 else [])}
    return [tick if place in kept else "" for place, tick in enumerate(ticks)]


def _change(line: LineText) -> str:
    return ", ".join(filter(None, (line.change, line.remark)))


def _asides(line: LineText, room: float) -> tuple[str, ...]:
    """Return what changed in a line if it has room, else what that bears below it."""
    change = _change(line)
    if not change or width_of(change, SMALL, is_bold=True) <= room:
        return (change,) if change else ()
    return tuple(
        part for text in (line.change, line.remark) for part in broken_lines(text, room, SMALL, is_bold=True)
    )


def _name_block(line: LineText, room: float) -> NameBlock:
    return NameBlock(
        broken_lines(f"{line.figures[-1]} {line.label}", room, TEXT, is_bold=True, most=4),
        _asides(line, room),
    )


def _named(block: NameBlock, x: float, middle: float, line: LineText, tone: Paint) -> Iterator[Words]:
    yield from _lines_of(block, x, middle - block.height / 2, tone, line)


def _lines_of(block: NameBlock, x: float, top: float, tone: Paint, line: LineText) -> Iterator[Words]:
    """Yield the name of a line from *top* on, and its change below: firmer where that is established."""
    is_firm = line.line.whole is not None and line.line.whole.is_established
    y = top - 2.0
    for name in block.names:
        y += _LEADING
        yield Words(x, y, name, TEXT, tone=tone, is_bold=True)
    for aside in block.asides:
        y += _SMALL_LEADING
        yield Words(x, y, aside, SMALL, tone=Tone.INK if is_firm else Tone.MUTED, is_bold=is_firm)
