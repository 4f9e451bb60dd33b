"""Lay a StackedChart out as a Sheet: one bar a group, its steps from light to dark, nets at the edge."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from phare_cli.drawing.flow import Flow
from phare_cli.drawing.layout import HEADING, HOLLOW
from phare_cli.drawing.pieces import bars_between
from phare_cli.drawing.sheet import Box, DescribedGroup, DrawnPart, Paint, Sheet, Side, Stroke, Tone, Words
from phare_cli.drawing.swatches import Swatch, hollow, shaded
from phare_cli.drawing.texts import VALUE, decimals_of, foot, in_sentences
from phare_cli.drawing.themes.own_colors import in_hue, of_indicator, own_color
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Listing, sentence
from phare_cli.nouns.stacked_chart import ScaleShare, StackedBar, StackedChart

THICK, GAP, SEAM = 22.0, 8.0, 1.0
_RIM = 4.5  # of a hollow step
_LEADING, _SMALL_LEADING = TEXT + 2.5, SMALL + 2.5
_NARROW = 480.0
_LABELS, _NETS = 0.3, 0.24  # of the width, at most
_TICKS = (0.0, 50.0, 100.0)
# How far a scale around a middle is told to reach, and how far apart its figures stand at least.
_REACHES = (100.0, 75.0, 50.0, 25.0, 10.0, 5.0)
_APART = 40.0
_1, _2, _3, _MIDDLE, _4, _5, _6 = (
    Tone.CLASS_1, Tone.CLASS_2, Tone.CLASS_3, Tone.CLASS_MIDDLE, Tone.CLASS_4, Tone.CLASS_5, Tone.CLASS_6,
)  # fmt: skip
SHADES_OF = {
    1: (_3,),
    2: (_2, _4),
    3: (_1, _3, _5),
    4: (_1, _3, _4, _6),
    5: (_1, _2, _MIDDLE, _4, _6),
    6: (_1, _2, _3, _4, _5, _6),
    7: (_1, _2, _3, _MIDDLE, _4, _5, _6),
}


@dataclass(frozen=True, slots=True)
class StackRoom:
    """Where bars stand: labels before them or above, from *left* to *right* for *whole* percents, nets to *edge*.

    *before* percents stand left of the middle of a scale that bars diverge around, none elsewhere.
    """

    label: float
    is_narrow: bool
    left: float
    right: float
    whole: float
    nets: float
    edge: float
    before: float = 0.0

    def along(self, percent: float) -> float:
        """Return how long a share is drawn."""
        return percent / self.whole * (self.right - self.left)


def lay_out_stacks(chart: StackedChart, typesetter: Typesetter, *, width: float) -> Sheet:
    """Return *chart* in a picture *width* wide, all of its bars over one scale."""
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    flow = Flow(width)
    flow.head(title, subtitle)
    said = _put_sections(chart, chart, typesetter, flow)
    flow.foot(foot(chart, typesetter))
    return flow.sheet(title, in_sentences([subtitle, *said], typesetter))


def lay_out_stack_pieces(
    chart: StackedChart, typesetter: Typesetter, *, width: float, tallest: float
) -> list[Sheet]:
    """Return *chart* without a frame in pictures of one width and one scale, few taller than *tallest*.

    Each has the legend, and as many bars as fit.
    """
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    count = sum(len(panel.bars) for section in chart.sections for panel in section.panels)

    def drawn(first: int, end: int) -> tuple[Flow, list[str]]:
        flow = Flow(width)
        part = replace(chart, sections=bars_between(chart.sections, first, end))
        return flow, _put_sections(part, chart, typesetter, flow)

    sheets: list[Sheet] = []
    first = 0
    while first < count:
        ends = range(first + 1, count + 1)
        kept = bisect_right(ends, tallest, key=partial(_height, drawn, first))
        end = first + max(kept, 1)
        flow, said = drawn(first, end)
        sheets.append(flow.sheet(title, in_sentences([*([] if sheets else [subtitle]), *said], typesetter)))
        first = end
    return sheets


def _height(drawn: Callable[[int, int], tuple[Flow, list[str]]], first: int, end: int) -> float:
    return drawn(first, end)[0].y


def _put_sections(chart: StackedChart, whole: StackedChart, typesetter: Typesetter, flow: Flow) -> list[str]:
    """Put the legend and the sections of *chart* over the scale of *whole*, and return all that they show in words."""
    bars = [bar for section in whole.sections for panel in section.panels for bar in panel.bars]
    shades = tones_of_steps(whole)
    _legend(chart, shades, typesetter, flow, has_weak=any(step.is_weak for bar in bars for step in bar.steps))
    room = _room(bars, typesetter, flow, middle=(len(chart.steps) - 1) / 2 if chart.is_diverging else None)
    said: list[str] = []
    for section in chart.sections:
        heading = legible(typesetter.title(section.title))
        flow.write(heading, HEADING, leading=8.0, is_bold=True)
        said.append(heading)
        for panel in section.panels:
            name = legible(typesetter.title(panel.title))
            flow.write(name, TEXT, leading=6.0, is_bold=True)
            flow.skip(4.0)
            said.append(name)
            for bar in panel.bars:
                start = room.left
                if chart.is_diverging:
                    start += room.along(room.before - before_middle(bar, (len(chart.steps) - 1) / 2))
                _put_bar(bar, shades, room, start, typesetter, flow)
                said.append(_bar_sentence(bar, typesetter))
        _put_scale(room, typesetter, flow)
    return said


def tones_of_steps(chart: StackedChart) -> list[Paint]:
    """Return the tone of each step: of its own, else a shade of its indicator's, else that of the theme."""
    own = [own_color(step) for step in chart.steps]
    hue = None if any(own) else of_indicator(chart.title)
    return [
        color or in_hue(shade, hue) for color, shade in zip(own, SHADES_OF[len(chart.steps)], strict=True)
    ]


def _legend(
    chart: StackedChart, shades: Sequence[Paint], typesetter: Typesetter, flow: Flow, *, has_weak: bool
) -> None:
    """Name the steps beside their shades, in their order, and what is hollow where something is."""
    entries: list[tuple[Swatch, str]] = [
        (shaded(shade), legible(typesetter.title(step)))
        for shade, step in zip(shades, chart.steps, strict=True)
    ]
    if has_weak:
        entries.append((hollow, legible(typesetter.say(HOLLOW))))
    flow.skip(SMALL + 10)
    x = flow.left
    for swatch, text in entries:
        first, *rest = broken_lines(text, flow.edge - flow.left - 21, SMALL)
        long = 21 + width_of(first, SMALL)
        if x > flow.left and (rest or x + long > flow.edge):
            x = flow.left
            flow.skip(SMALL + 7)
        flow.put(*swatch(x, flow.y - SMALL), Words(x + 21, flow.y, first, SMALL))
        for line in rest:
            flow.skip(_SMALL_LEADING)
            flow.put(Words(x + 21, flow.y, line, SMALL))
        x = flow.edge if rest else x + long + 14
    flow.skip(10.0)


def before_middle(bar: StackedBar, middle: float) -> float:
    """Return how many percents of a bar stand before the middle of its scale: half of a step that is the middle.

    *middle* is the place of that step, or lies half between those of the two in the middle.
    """
    shares = [(step.place, step.value or 0.0) for step in bar.steps]
    return sum(value * min(max(middle - place + 0.5, 0.0), 1.0) for place, value in shares)


def _room(
    bars: Sequence[StackedBar], typesetter: Typesetter, flow: Flow, *, middle: float | None
) -> StackRoom:
    """Share the width among labels, bars and nets; bars stand around the *middle* of their scale where there is one."""
    width = flow.edge - flow.left
    is_narrow = width < _NARROW
    widest = max((width_of(legible(typesetter.title(bar.label)), TEXT) for bar in bars), default=0.0)
    label = width if is_narrow else min(widest + 1, _LABELS * width)
    texts = [_net_text(net, typesetter) for bar in bars for net in bar.nets]
    nets = min(max((width_of(text, SMALL) + 1 for text in texts), default=0.0), _NETS * width)
    left = flow.left if is_narrow else flow.left + label + GAP
    right = flow.edge - (nets + GAP if nets else 0.0)
    lengths = [sum(step.value or 0.0 for step in bar.steps) for bar in bars]
    if middle is None:
        return StackRoom(label, is_narrow, left, right, max([100.0, *lengths]), nets, flow.edge)
    befores = [before_middle(bar, middle) for bar in bars]
    before = max([5.0, *befores])
    after = max([5.0, *(length - part for length, part in zip(lengths, befores, strict=True))])
    return StackRoom(label, is_narrow, left, right, before + after, nets, flow.edge, before)


def _put_bar(
    bar: StackedBar,
    shades: Sequence[Paint],
    room: StackRoom,
    start: float,
    typesetter: Typesetter,
    flow: Flow,
) -> None:
    """Put the label of a group, its steps, then its nets at the edge."""
    labels = broken_lines(legible(typesetter.title(bar.label)), room.label, TEXT, most=4)
    nets = [broken_lines(_net_text(net, typesetter), room.nets, SMALL) for net in bar.nets]
    above = len(labels) * _LEADING + 2 if room.is_narrow else 0.0
    beside = 0.0 if room.is_narrow else len(labels) * _LEADING
    height = max(THICK, beside, sum(map(len, nets)) * _SMALL_LEADING)
    middle = flow.y + above + height / 2
    first = flow.y + TEXT if room.is_narrow else middle - (len(labels) - 1) * _LEADING / 2 + TEXT / 3
    x, side = (flow.left, Side.START) if room.is_narrow else (room.left - GAP, Side.END)
    flow.put(*(Words(x, first + row * _LEADING, line, TEXT, side) for row, line in enumerate(labels)))
    at = start
    for step in bar.steps:
        long = room.along(step.value or 0.0)
        parts = tuple(_segment(step, shades[step.place], at, long, middle, typesetter))
        flow.put(DescribedGroup(_step_sentence(bar, step, typesetter), parts))
        at += long
    y = middle - (sum(map(len, nets)) - 1) * _SMALL_LEADING / 2 + SMALL / 3
    for net, lines in zip(bar.nets, nets, strict=True):
        words = []
        for line in lines:
            words.append(Words(room.edge, y, line, SMALL, Side.END))
            y += _SMALL_LEADING
        flow.put(DescribedGroup(_step_sentence(bar, net, typesetter), tuple(words)))
    flow.skip(above + height + 8)


def _segment(
    step: ScaleShare, shade: Paint, left: float, long: float, middle: float, typesetter: Typesetter
) -> Iterator[DrawnPart]:
    """Yield a step with its figure where it fits; paper parts it from the next. Nothing is drawn of 0%."""
    if long <= 0:
        return
    top = middle - THICK / 2
    if step.is_weak:
        # Its shade is left as a rim: which step it is can still be told.
        yield Box(left, top, long, THICK, shade)
        if long > 2 * _RIM:
            yield Box(left + _RIM, top + _RIM, long - 2 * _RIM, THICK - 2 * _RIM, Tone.PAPER)
        inset = min(0.75, long / 2)
        yield Box(left + inset, top + 0.75, long - 2 * inset, THICK - 1.5, Tone.MUTED, is_hollow=True)
    else:
        yield Box(left, top, long, THICK, shade)
        yield Stroke(left + long, top, left + long, top + THICK, Tone.PAPER, SEAM)
    figure = _figure(step, typesetter)
    if width_of(figure, TEXT) + 6 <= long:
        on = None if step.is_weak else shade
        yield Words(left + long / 2, middle + TEXT / 3, figure, TEXT, Side.MIDDLE, on=on)


def _put_scale(room: StackRoom, typesetter: Typesetter, flow: Flow) -> None:
    """Put a scale below the bars: its start, half and whole; or its middle, and as far as bars reach either way."""
    if room.before:
        zero = room.left + room.along(room.before)
        marks = [(zero, 0.0, Side.MIDDLE)]
        for reach, way in ((room.before, -1), (room.whole - room.before, 1)):
            far = next((tick for tick in _REACHES if tick <= reach), 0.0)
            x = zero + way * room.along(far)
            if abs(x - zero) > _APART:
                marks.append((x, far, Side.MIDDLE))
        flow.put(Stroke(room.left, flow.y, room.left + room.along(room.whole), flow.y, Tone.MUTED))
    else:
        marks = [(room.left + room.along(tick), tick, side) for tick, side in zip(_TICKS, Side, strict=True)]
        flow.put(Stroke(room.left, flow.y, room.left + room.along(100.0), flow.y, Tone.MUTED))
    for x, tick, side in marks:
        flow.put(Stroke(x, flow.y, x, flow.y + 4, Tone.MUTED))
        text = legible(typesetter.figure(tick, "percent", 0))
        if side is Side.MIDDLE:
            half = width_of(text, SMALL) / 2
            x = min(max(x, flow.left + half), flow.edge - half)
        flow.put(Words(x, flow.y + SMALL + 6, text, SMALL, side, Tone.MUTED))
    flow.skip(SMALL + 14)


def _figure(share: ScaleShare, typesetter: Typesetter) -> str:
    return legible(typesetter.figure(share.value, share.unit, decimals_of(share, typesetter)))


def _net_text(net: ScaleShare, typesetter: Typesetter) -> str:
    said = sentence("{label}: {figure}", label=net.label, figure=_figure(net, typesetter))
    return legible(typesetter.say(said))


def _share_sentence(share: ScaleShare, typesetter: Typesetter) -> str:
    """Return one figure with its interval and its flag."""
    text = _net_text(share, typesetter)
    if share.low is not None and share.high is not None:
        interval = typesetter.interval(VALUE, share.low, share.high, share.unit)
        figure = _figure(share, typesetter)
        said = sentence("{label}: {figure} ({interval})", label=share.label, figure=figure, interval=interval)
        text = legible(typesetter.say(said))
    return ", ".join(filter(None, (text, typesetter.word(share.remark) if share.remark else "")))


def _step_sentence(bar: StackedBar, share: ScaleShare, typesetter: Typesetter) -> str:
    told = _share_sentence(share, typesetter)
    return legible(typesetter.title(sentence("{title}: {marks}", title=bar.label, marks=told)))


def _bar_sentence(bar: StackedBar, typesetter: Typesetter) -> str:
    told = Listing(tuple(_share_sentence(each, typesetter) for each in (*bar.steps, *bar.nets)), last=";")
    return legible(typesetter.title(sentence("{title}: {marks}", title=bar.label, marks=told)))
