"""Lay a Chart out as a Sheet: title, sections under one another, each over its scale, notes. Writes no format."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from phare_cli.drawing.axis import Axis, axis_of
from phare_cli.drawing.bars import DIAMOND, DISC, RANK, bar, dumbbell, height_above, height_of
from phare_cli.drawing.flow import TITLES, Flow
from phare_cli.drawing.pieces import pieces_of
from phare_cli.drawing.sheet import Box, DescribedGroup, Dot, Shape, Sheet, Side, Stroke, Tone, Words
from phare_cli.drawing.texts import MarkText, SectionText, blocks_of, description, foot
from phare_cli.drawing.themes.own_colors import shared
from phare_cli.drawing.widths import SMALL, TEXT, Widths, grid_of
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Chart
from phare_cli.nouns.message import Listing, sentence

HEADING = 12.5
RANKS_DRAWN = sentence("heavy line: the ranks that an item may have, its rank interval")
HOLLOW = sentence("hollow: too imprecise to rely on")
# A section taller than this has its scale at both ends.
FAR = 480.0
# As many items without a figure, or more, are named in one text: rows of their own would be empty.
FEW = 2


def lay_out_chart(chart: Chart, typesetter: Typesetter, *, width: float) -> Sheet:
    """Return *chart* in a picture *width* wide and as tall as it needs, with its title, notes and sources."""
    title, subtitle = _titles(chart, typesetter)
    blocks = blocks_of(chart, typesetter)
    flow = Flow(width)
    flow.head(title, subtitle)
    flow.skip(8.0)
    grid = grid_of(blocks, axes_of(blocks), left=flow.left, edge=flow.edge)
    for place, block in enumerate(blocks):
        _put_section(block, grid, typesetter, flow, is_first=place == 0)
    flow.skip(4.0)
    flow.foot(foot(chart, typesetter))
    return flow.sheet(title, description(subtitle, blocks, typesetter))


def lay_out_pieces(chart: Chart, typesetter: Typesetter, *, width: float, tallest: float) -> list[Sheet]:
    """Return *chart* without a frame in pictures of one width and one scale, few taller than *tallest*.

    A group of respondents stays together where it fits; its name stands again above what goes on.
    """
    title, subtitle = _titles(chart, typesetter)
    blocks = blocks_of(chart, typesetter)
    sheets: list[Sheet] = []
    flow = Flow(width)
    grid = grid_of(blocks, axes_of(blocks), left=flow.left, edge=flow.edge)
    for piece in pieces_of(blocks, lambda line: height_of(line, grid), tallest):
        flow = Flow(width)
        for place, block in enumerate(piece):
            _put_section(block, grid, typesetter, flow, is_first=place == 0)
        sheets.append(flow.sheet(title, description(subtitle if not sheets else "", piece, typesetter)))
    return sheets


def _titles(chart: Chart, typesetter: Typesetter) -> tuple[str, str]:
    return legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))


def axes_of(blocks: Sequence[SectionText]) -> dict[str, Axis]:
    """Return the axis of each unit: it holds every figure of that unit, whichever block it stands in."""
    figures: dict[str, list[float]] = {}
    for block in blocks:
        figures_of_unit = figures.setdefault(block.unit, [])
        for line in block.lines:
            mark = line.mark
            ends = (mark.value, mark.low, mark.high, mark.reference)
            figures_of_unit.extend(end for end in ends if end is not None)
    return {unit: axis_of(figures_of_unit, unit) for unit, figures_of_unit in figures.items()}


def _put_section(
    block: SectionText, grid: Widths, typesetter: Typesetter, flow: Flow, *, is_first: bool
) -> None:
    """Put *block* on *flow*: one scale below it, and above it too where it is tall."""
    flow.write(block.title, HEADING, leading=8.0, is_bold=True)
    if block.ends:
        _name_ends(block, flow)
    if any(line.mark.is_weak for line in block.lines):
        name_hollow(block.lines, typesetter, flow)
    if grid.ranks is not None and is_first:
        _name_ranks(typesetter, flow)
    if block.aside:
        flow.put(Words(grid.edge, flow.y + SMALL, block.aside, SMALL, Side.END, Tone.MUTED))
    is_tall = sum(height_of(line, grid) for line in block.lines) > FAR
    is_headed = bool(block.panels[0][0]) and not (is_tall and grid.ranks is not None)
    flow.skip(SMALL + 4 if block.aside and not is_headed else 2.0)
    has_scale = any(line.mark.value is not None for line in block.lines)
    figures = scale_figures(block.unit, grid, typesetter) if has_scale else []
    if grid.ranks is not None and figures:
        figures_of_ranks = [(grid.ranks.place(rank), str(rank)) for rank in (1, grid.ranks.last)]
    else:
        figures_of_ranks = []
    if is_tall:
        flow.skip(SMALL)
        flow.put(*(scale_figure(x, flow.y, figure) for x, figure in (*figures, *figures_of_ranks)))
    for title, lines in block.panels:
        flow.write(title, TEXT, leading=6.0, is_bold=True, room=grid.edge - flow.left - grid.aside_width)
        flow.skip(3.0)
        absent = [line for line in lines if line.mark.value is None and not line.remark]
        drawn = lines if len(absent) < FEW else tuple(line for line in lines if line not in absent)
        if drawn:
            _draw_panel(drawn, grid, [x for x, _ in figures], flow)
        if len(drawn) < len(lines):
            name_absent(absent, typesetter, flow)
        flow.skip(3.0)
    if figures:
        flow.skip(SMALL)
        flow.put(*(scale_figure(x, flow.y, figure) for x, figure in (*figures, *figures_of_ranks)))
    flow.skip(8.0)


def _name_ends(block: SectionText, flow: Flow) -> None:
    """Name both ends of the dumbbells, each beside its dot."""
    tones = shared([line.tone for line in block.lines]), shared([line.beside for line in block.lines])
    shapes = ((Shape.DISC, DISC, tones[0]), (Shape.DIAMOND, DIAMOND, tones[1]))
    x = flow.left
    flow.skip(TEXT + 6)
    for name, (shape, radius, tone) in zip(block.ends, shapes, strict=True):
        before = 2 * radius + 6
        first, *rest = broken_lines(name, flow.edge - flow.left - before, TEXT)
        width = before + width_of(first, TEXT)
        if x > flow.left and x + width > flow.edge:
            x = flow.left
            flow.skip(TEXT + 6)
        flow.put(Dot(x + radius, flow.y - TEXT / 3, radius, shape, tone))
        flow.put(Words(x + before, flow.y, first, TEXT))
        for line in rest:
            flow.skip(TEXT + 2)
            flow.put(Words(x + before, flow.y, line, TEXT))
        x = x + width + 24 if not rest else flow.edge
    flow.skip(8.0)


def name_hollow(lines: Sequence[MarkText], typesetter: Typesetter, flow: Flow) -> None:
    """Say what a hollow bar among *lines* means, beside one."""
    tone = shared([line.tone for line in lines])
    flow.skip(TEXT + 6)
    if lines[0].mark.is_dot or any(line.mark.reference is not None for line in lines):
        flow.put(Dot(flow.left + TEXT, flow.y - TEXT / 3, DISC, Shape.DISC, tone, is_hollow=True))
    else:
        flow.put(Box(flow.left + 1, flow.y - TEXT + 2, 2 * TEXT, TEXT - 2, tone, is_hollow=True))
    left = flow.left + 2 * TEXT + 8
    flow.put(Words(left, flow.y, legible(typesetter.say(HOLLOW)), TEXT))
    flow.skip(8.0)


def _name_ranks(typesetter: Typesetter, flow: Flow) -> None:
    """Say what a heavy line before a rank interval means, beside one."""
    flow.skip(TEXT + 6)
    y = flow.y - TEXT / 3
    flow.put(Stroke(flow.left, y, flow.left + 2 * TEXT, y, Tone.RULE))
    flow.put(Stroke(flow.left + 6, y, flow.left + TEXT + 6, y, Tone.REFERENCE, RANK))
    said = broken_lines(legible(typesetter.say(RANKS_DRAWN)), flow.edge - flow.left - 2 * TEXT - 8, TEXT)
    for place, line in enumerate(said):
        flow.skip(TEXT + 2.5 if place else 0.0)
        flow.put(Words(flow.left + 2 * TEXT + 8, flow.y, line, TEXT))
    flow.skip(8.0)


def name_absent(lines: Sequence[MarkText], typesetter: Typesetter, flow: Flow) -> None:
    """Name the marks that have no figure."""
    said = sentence("– : {items}.", items=Listing(tuple(line.label for line in lines)))
    flow.write(legible(typesetter.say(said)), SMALL, leading=4.0, tone=Tone.MUTED)


def _draw_panel(lines: tuple[MarkText, ...], grid: Widths, ticks: list[float], flow: Flow) -> None:
    """Put a row a line, over the lines of the scale: zero, the first, in a firmer one than the rest.

    The lines of the scale stop where a figure stands: none is struck.
    """
    rows, y = [], flow.y
    for line in lines:
        draw = dumbbell if line.reference else bar
        rows.append(tuple(draw(line, grid, y)))
        y += height_of(line, grid)
    words = sorted(room_of(part) for row in rows for part in row if isinstance(part, Words))
    for top, bottom in _runs(lines, grid, flow.y):
        for x in ticks:
            tone = Tone.MUTED if x == grid.place(0.0, lines[0].unit) else Tone.RULE
            flow.put(*(Stroke(x, high, x, low, tone) for high, low in free_runs(words, x, top, bottom)))
    flow.put(*(DescribedGroup(line.sentence, row) for line, row in zip(lines, rows, strict=True)))
    flow.skip(y - flow.y)


class TextRoom(NamedTuple):
    """What a text takes, with a little air on its sides."""

    high: float
    low: float
    left: float
    right: float


def room_of(part: Words) -> TextRoom:
    width = width_of(part.text, part.size, is_bold=part.is_bold)
    before = {Side.START: 0.0, Side.MIDDLE: width / 2, Side.END: width}[part.side]
    start = part.x - before
    return TextRoom(part.y - part.size, part.y + 0.3 * part.size, start - 2.0, start + width + 2.0)


def free_runs(
    words: Sequence[TextRoom], x: float, top: float, bottom: float
) -> Iterator[tuple[float, float]]:
    """Yield from where to where a line at *x* runs, between *top* and *bottom*, without touching *words*, in order."""
    first = bisect_left(words, (top - 2 * TITLES[0],))  # no text is as high
    for high, low, left, right in islice(words, first, bisect_left(words, (bottom,))):
        if not left < x < right:
            continue
        if top < high:
            yield top, high
        top = max(top, low)
    if top < bottom:
        yield top, bottom


def _runs(lines: tuple[MarkText, ...], grid: Widths, top: float) -> list[tuple[float, float]]:
    """Return from where to where the lines of a scale run: through a panel, but for labels above their bars."""
    runs = []
    for line in lines:
        bottom = top + height_of(line, grid)
        runs.append((top + height_above(line, grid), bottom))
        top = bottom
    return runs if grid.is_stacked else [(runs[0][0], runs[-1][1])]


def scale_figures(unit: str, grid: Widths, typesetter: Typesetter) -> list[tuple[float, str]]:
    """Return the figures of a scale that have room beside one another, and where each stands."""
    axis = grid.axes[unit]
    figures = {tick: legible(typesetter.figure(tick, unit, axis.decimals)) for tick in axis.ticks}
    widest = max(width_of(figure, SMALL) for figure in figures.values())
    return [(grid.place(tick, unit), figures[tick]) for tick in grid.ticks(unit, widest)]


def scale_figure(x: float, y: float, figure: str) -> Words:
    """Return a figure of a scale below its line, or as near as the left edge of the picture lets it."""
    return Words(max(x, width_of(figure, SMALL) / 2), y, figure, SMALL, Side.MIDDLE, Tone.MUTED)
