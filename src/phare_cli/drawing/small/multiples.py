"""Lay SmallMultiples out as a Sheet: panels in rows, one scale for all, labels once before each row of panels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from phare_cli.drawing.axis import Axis
from phare_cli.drawing.bars import THICK, bar_alone, lines_around
from phare_cli.drawing.flow import Flow
from phare_cli.drawing.layout import (
    FAR,
    FEW,
    HEADING,
    axes_of,
    free_runs,
    name_absent,
    name_hollow,
    room_of,
    scale_figure,
    scale_figures,
)
from phare_cli.drawing.sheet import DescribedGroup, Sheet, Stroke, Tone, Words
from phare_cli.drawing.texts import MarkText, SectionText, blocks_of, description, foot
from phare_cli.drawing.widths import GAP, SMALL, TEXT, Widths
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import sentence
from phare_cli.nouns.small_multiples import SmallMultiples

BETWEEN = 20.0  # panels
# Labels take no more of the width than this; a bar has at least _BAR to be drawn in.
_LABELS, _BAR = 0.3, 64.0
_LEADING = TEXT + 2.5


@dataclass(frozen=True, slots=True)
class PanelGrid:
    """How panels stand: *columns* in a row, each *wide* from its left edge, figures kept clear at both ends."""

    labels: float
    columns: int
    wide: float
    before: float
    after: float

    def panel(self, column: int, left: float, axes: Mapping[str, Axis]) -> Widths:
        """Return where the bars of the panel in that *column* stand."""
        start = left + self.labels + GAP + column * (self.wide + BETWEEN)
        end = start + self.wide
        return Widths(left, self.labels, False, start + self.before, end - self.after, end, 0.0, axes)


def lay_out_multiples(chart: SmallMultiples, typesetter: Typesetter, *, width: float) -> Sheet:
    """Return *chart* in a picture *width* wide, as many panels in a row as have room."""
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    blocks = blocks_of(chart, typesetter)
    flow = Flow(width)
    flow.head(title, subtitle)
    flow.skip(8.0)
    axes = axes_of(blocks)
    for block in blocks:
        _put_section(block, axes, _grid(blocks, block, flow.edge - flow.left), typesetter, flow)
    flow.skip(4.0)
    flow.foot(foot(chart, typesetter))
    return flow.sheet(title, description(subtitle, blocks, typesetter))


def _grid(blocks: Sequence[SectionText], block: SectionText, room: float) -> PanelGrid:
    """Return how the panels of *block* stand: their labels and figures take what those of any block need."""
    lines = [line for each in blocks for line in each.lines]
    labels = min(max(width_of(line.label, TEXT) for line in lines) + 1, _LABELS * room)
    figure = max(width_of(line.figure, TEXT, is_bold=True) for line in lines) + GAP
    is_below = any(end is not None and end < 0 for line in lines for end in (line.mark.value, line.mark.low))
    before = figure if is_below else 2.0
    left = room - labels - GAP
    most = max(1, int((left + BETWEEN) // (before + _BAR + figure + BETWEEN)))
    count = len(block.panels)
    columns = ceil(count / ceil(count / most))  # rows of panels are as long as one another
    return PanelGrid(labels, columns, (left + BETWEEN) / columns - BETWEEN, before, figure)


def _put_section(
    block: SectionText, axes: Mapping[str, Axis], grid: PanelGrid, typesetter: Typesetter, flow: Flow
) -> None:
    flow.write(block.title, HEADING, leading=8.0, is_bold=True)
    if any(line.mark.is_weak for line in block.lines):
        name_hollow(block.lines, typesetter, flow)
    rows = tuple(zip(*(lines for _, lines in block.panels), strict=True))
    absent = [
        place
        for place, row in enumerate(rows)
        if all(line.mark.value is None and not line.remark for line in row)
    ]
    left_out = absent if len(absent) >= FEW else []
    drawn = [place for place in range(len(rows)) if place not in left_out]
    if drawn:
        for first in range(0, len(block.panels), grid.columns):
            panels = [
                (title, [lines[place] for place in drawn])
                for title, lines in block.panels[first : first + grid.columns]
            ]
            _put_panels(panels, axes, grid, typesetter, flow)
    if left_out:
        name_absent([rows[place][0] for place in left_out], typesetter, flow)
    flow.skip(6.0)


def _put_panels(
    panels: Sequence[tuple[str, Sequence[MarkText]]],
    axes: Mapping[str, Axis],
    grid: PanelGrid,
    typesetter: Typesetter,
    flow: Flow,
) -> None:
    """Put one row of panels: their titles, their labels once, their bars, the scale below each."""
    places = [grid.panel(column, flow.left, axes) for column in range(len(panels))]
    titles = [
        broken_lines(title, place.edge - place.left, TEXT, is_bold=True, most=4)
        for (title, _), place in zip(panels, places, strict=True)
    ]
    flow.skip(max(map(len, titles)) * _LEADING + 4.0)
    for name, place in zip(titles, places, strict=True):
        top = flow.y - (len(name) - 1) * _LEADING
        flow.put(
            *(
                Words(place.left, top + row * _LEADING, line, TEXT, is_bold=True)
                for row, line in enumerate(name)
            )
        )
    flow.skip(5.0)
    marks = panels[0][1]
    labels = [broken_lines(line.label, grid.labels, TEXT, most=4) for line in marks]
    heights = [max(THICK + 9.0, len(label) * _LEADING + 7.0) for label in labels]
    figures = [scale_figures(marks[0].unit, place, typesetter) for place in places]
    if sum(heights) > FAR:
        flow.skip(SMALL)
        flow.put(*(scale_figure(x, flow.y, text) for scale in figures for x, text in scale))
        flow.skip(4.0)
    top = flow.y
    for label, height in zip(labels, heights, strict=True):
        flow.put(*lines_around(label, flow.left + grid.labels, flow.y + height / 2))
        flow.skip(height)
    for (title, lines), place, scale in zip(panels, places, figures, strict=True):
        _put_bars(title, lines, place, [x for x, _ in scale], (top, heights), typesetter, flow)
    flow.skip(SMALL)
    flow.put(*(scale_figure(x, flow.y, text) for scale in figures for x, text in scale))
    flow.skip(12.0)


def _put_bars(
    title: str,
    lines: Sequence[MarkText],
    place: Widths,
    ticks: Sequence[float],
    rows: tuple[float, Sequence[float]],
    typesetter: Typesetter,
    flow: Flow,
) -> None:
    """Put the bars of a panel over the lines of its scale, which strike no figure."""
    top, heights = rows
    y, drawn = top, []
    for line, height in zip(lines, heights, strict=True):
        drawn.append(tuple(bar_alone(line, place, y + height / 2)))
        y += height
    words = sorted(room_of(part) for parts in drawn for part in parts if isinstance(part, Words))
    for x in ticks:
        tone = Tone.MUTED if x == place.place(0.0, lines[0].unit) else Tone.RULE
        flow.put(*(Stroke(x, high, x, low, tone) for high, low in free_runs(words, x, top, y)))
    for line, parts in zip(lines, drawn, strict=True):
        said = sentence("{title}: {marks}", title=title, marks=line.sentence) if title else line.sentence
        text = said if isinstance(said, str) else legible(typesetter.title(said))
        flow.put(DescribedGroup(text, parts))
