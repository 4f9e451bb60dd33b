"""Lay a Chart out as a Sheet: title, sections under one another, notes. Measures texts, draws nothing."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.drawing.axis import Axis, axis_of
from phare_cli.drawing.flow import Flow
from phare_cli.drawing.letters import legible
from phare_cli.drawing.sections import draw_section
from phare_cli.drawing.sheet import Sheet, Tone
from phare_cli.drawing.texts import SectionText, block_of, description, foot
from phare_cli.drawing.widths import SMALL, TEXT, grid_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Chart

TITLE = 16.0


def lay_out(chart: Chart, typesetter: Typesetter, *, width: float, is_framed: bool = True) -> Sheet:
    """Return *chart* in a picture *width* wide and as tall as it needs.

    A picture that is not framed has no title, notes and sources: a page around it says them.
    """
    title, subtitle = (legible(typesetter.say(said)) for said in (chart.title, chart.subtitle))
    blocks = [block_of(section, typesetter) for section in chart.sections]
    flow = Flow(width)
    if is_framed:
        flow.write(title, TITLE, leading=4.0, is_bold=True)
        flow.write(subtitle, TEXT, leading=6.0, tone=Tone.MUTED)
        flow.skip(8.0)
    grid = grid_of(blocks, axes_of(blocks), left=flow.left, edge=flow.edge)
    for block in blocks:
        draw_section(block, grid, typesetter, flow)
    if is_framed:
        flow.skip(4.0)
        for line in foot(chart, typesetter):
            flow.write(line, SMALL, leading=4.0, tone=Tone.MUTED)
            flow.skip(2.0)
    return flow.sheet(title, description(subtitle, blocks, typesetter))


def axes_of(blocks: Sequence[SectionText]) -> dict[str, Axis]:
    """Return the axis of each unit: it holds every figure of that unit, whichever block it stands in."""
    figures: dict[str, list[float]] = {}
    for block in blocks:
        held = figures.setdefault(block.unit, [])
        for line in block.lines:
            mark = line.mark
            ends = (mark.value, mark.low, mark.high, mark.reference)
            held.extend(end for end in ends if end is not None)
    return {unit: axis_of(held, unit) for unit, held in figures.items()}
