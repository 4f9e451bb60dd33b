"""Stacked bars: the steps of a scale side by side, each figure in its step where it fits, nets at the edge."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from phare_cli.drawing.stacks import SHADES_OF, before_middle
from phare_cli.drawing.texts import decimals_of
from phare_cli.nouns.message import Figure, Listing, Message, sentence
from phare_cli.nouns.stacked_chart import ScaleShare, StackedBar, StackedChart
from phare_cli.rendering.screen.fills import filled, letters_of, swatches
from phare_cli.rendering.screen.mark_rows import WEAK
from phare_cli.rendering.screen.screen_page import Ink, ScreenPage, ScreenRow, shown


def put_stacks(chart: StackedChart, page: ScreenPage) -> None:
    """Put a bar a group, all of them over one scale."""
    bars = [bar for section in chart.sections for panel in section.panels for bar in panel.bars]
    shades = SHADES_OF[len(chart.steps)]
    signs = swatches(shades, is_colored=page.look.color, is_unicode=page.look.unicode)
    entries = [(sign, page.say(step)) for sign, step in zip(signs, chart.steps, strict=True)]
    if any(step.is_weak for bar in bars for step in bar.steps):
        entries.append((Ink("[]"), page.say(WEAK)))
    page.skip()
    page.legend(entries)
    middle = (len(chart.steps) - 1) / 2 if chart.is_diverging else None
    before = max((before_middle(bar, middle) for bar in bars), default=0.0) if middle is not None else 0.0
    whole = max(
        (_length(bar) + (0.0 if middle is None else before - before_middle(bar, middle)) for bar in bars),
        default=100.0,
    )
    whole = max(whole, 100.0) if middle is None else whole
    room = page.room_of([_row(bar, chart, before, whole, page) for bar in bars])
    page.skip()
    for section in chart.sections:
        page.heading(section.title)
        for panel in section.panels:
            page.heading(panel.title)
            page.rows([_row(bar, chart, before, whole, page) for bar in panel.bars], room)


def _length(bar: StackedBar) -> float:
    return sum(step.value or 0.0 for step in bar.steps)


def _row(bar: StackedBar, chart: StackedChart, before: float, whole: float, page: ScreenPage) -> ScreenRow:
    start = before - before_middle(bar, (len(chart.steps) - 1) / 2) if chart.is_diverging else 0.0
    nets = Listing(tuple(_net(net, page) for net in bar.nets), last=";")
    return ScreenRow(
        page.say(bar.label),
        lambda width: _drawn(bar, chart, start, whole, width, page),
        (),
        page.say(Message("{all}", {"all": nets})) if bar.nets else "",
    )


def _net(net: ScaleShare, page: ScreenPage) -> Message:
    figure = Figure(net.value, net.unit, decimals_of(net, page.typesetter))
    return sentence("{label}: {figure}", label=net.label, figure=figure)


def _drawn(
    bar: StackedBar, chart: StackedChart, start: float, whole: float, width: int, page: ScreenPage
) -> Sequence[Ink]:
    """Return a bar of *width* columns that stand for *whole* percents."""
    shades = SHADES_OF[len(chart.steps)]
    letters = letters_of(len(shades), is_unicode=page.look.unicode)
    at, done = start, round(start / whole * width)
    parts = [Ink(" " * done)]
    for step in bar.steps:
        at += step.value or 0.0
        stop = min(round(at / whole * width), width)
        wide = stop - done
        done = stop
        figure = shown(page.typesetter.figure(step.value, step.unit, decimals_of(step, page.typesetter)))
        if step.is_weak:
            parts.append(_hollow(figure, wide))
        else:
            text = figure if cell_len(figure) + 2 <= wide else ""
            parts.append(
                filled(text, wide, shades[step.place], letters[step.place], is_colored=page.look.color)
            )
    return [*parts, Ink(" " * (width - done))]


def _hollow(figure: str, width: int) -> Ink:
    """Return a step that must not be relied upon: in brackets, unfilled."""
    if width < 2:
        return Ink("[" * width)
    inner = figure if len(figure) + 2 <= width else ""
    return Ink(f"[{inner.center(width - 2)}]")
