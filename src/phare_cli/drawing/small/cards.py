"""Lay a CardChart out as a Sheet: cards of one size in rows, the figure of each in large letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import ceil

from phare_cli.drawing.flow import Flow
from phare_cli.drawing.sheet import Box, DescribedGroup, DrawnPart, OwnColor, Sheet, Tone, Words
from phare_cli.drawing.texts import VALUE, decimals_of, foot, in_sentences
from phare_cli.drawing.themes.own_colors import own_color
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.card_chart import CardChart, FigureCard
from phare_cli.nouns.message import sentence

LEAST, WIDEST, GAP, INSET, EDGE = 150.0, 300.0, 12.0, 12.0, 5.0
# A figure has the largest of these letters in which it fits its card.
LARGE = (34.0, 28.0, 22.0, 16.0, TEXT)
_ROWS = {TEXT: TEXT + 2.5, SMALL: SMALL + 2.5}


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line of a card."""

    text: str
    size: float
    tone: Tone = Tone.INK
    is_bold: bool = False
    above: float = 0.0  # more room than lines of its size have

    @property
    def height(self) -> float:
        """How much of the card it takes."""
        return self.above + _ROWS.get(self.size, self.size)


def lay_out_cards(chart: CardChart, typesetter: Typesetter, *, width: float) -> Sheet:
    """Return *chart* in a picture *width* wide, as many cards in a row as have room."""
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    flow = Flow(width)
    flow.head(title, subtitle)
    flow.skip(12.0)
    said = [_told(card, chart, typesetter) for card in chart.cards]
    room = flow.edge - flow.left
    most = max(1, int((room + GAP) // (LEAST + GAP)))
    columns = ceil(len(chart.cards) / ceil(len(chart.cards) / most)) if chart.cards else 1
    wide = min((room + GAP) / columns - GAP, WIDEST)
    for first in range(0, len(chart.cards), columns):
        cards = chart.cards[first : first + columns]
        labels = [_label(card, wide - 2 * INSET, typesetter) for card in cards]
        deepest = max(map(len, labels))
        # Figures of a row of cards stand at one height, whatever the lines of their labels.
        texts = [
            [*label, *_figures(card, chart, wide - 2 * INSET, typesetter, missing=deepest - len(label))]
            for card, label in zip(cards, labels, strict=True)
        ]
        height = max(sum(line.height for line in lines) for lines in texts) + 2 * INSET - 2
        for column, lines in enumerate(texts):
            own = own_color(cards[column].label)
            parts = tuple(_card(lines, flow.left + column * (wide + GAP), flow.y, wide, height, own))
            flow.put(DescribedGroup(said[first + column], parts))
        flow.skip(height + GAP)
    flow.foot(foot(chart, typesetter))
    return flow.sheet(title, in_sentences((subtitle, *said), typesetter))


def _label(card: FigureCard, room: float, typesetter: Typesetter) -> list[CardLine]:
    label = legible(typesetter.title(card.label))
    return [
        CardLine(line, TEXT, is_bold=True) for line in broken_lines(label, room, TEXT, is_bold=True, most=5)
    ]


def _figures(
    card: FigureCard, chart: CardChart, room: float, typesetter: Typesetter, *, missing: int
) -> Iterator[CardLine]:
    """Yield the figure of a card, its interval and what it is set beside, below as many *missing* lines."""
    figure = _figure(card.value, card, typesetter)
    size = next((size for size in LARGE if width_of(figure, size, is_bold=True) <= room), LARGE[-1])
    is_firm = card.value is not None and not card.is_weak
    tone = Tone.INK if is_firm else Tone.MUTED
    above = LARGE[0] - size + 6.0 + missing * _ROWS[TEXT]
    yield CardLine(figure, size, tone, is_bold=is_firm, above=above)
    for text in (_interval(card, typesetter), typesetter.word(card.remark) if card.remark else ""):
        yield from _small(text, room, tone=Tone.MUTED)
    if card.reference is None:
        yield from _small(typesetter.word(card.verdict) if card.verdict else "", room, tone=Tone.MUTED)
        return
    beside = typesetter.say(
        sentence("{label}: {figure}", label=chart.beside, figure=_figure(card.reference, card, typesetter))
    )
    yield from _small(beside, room, above=6.0)
    tone = Tone.INK if card.is_established else Tone.MUTED
    gap = ", ".join(_judged(card, typesetter))
    fits = width_of(legible(gap), SMALL, is_bold=card.is_established) <= room
    for text in (gap,) if fits else _judged(card, typesetter):
        yield from _small(text, room, tone=tone, is_bold=card.is_established)


def _small(
    text: str, room: float, *, tone: Tone = Tone.INK, is_bold: bool = False, above: float = 0.0
) -> Iterator[CardLine]:
    lines = broken_lines(legible(text), room, SMALL, is_bold=is_bold) if text else ()
    for place, line in enumerate(lines):
        yield CardLine(line, SMALL, tone, is_bold, 0.0 if place else above)


def _card(
    lines: list[CardLine], left: float, top: float, wide: float, height: float, own: OwnColor | None
) -> Iterator[DrawnPart]:
    """Yield a card, with an edge in a colour of its *own*."""
    yield Box(left + 0.75, top + 0.75, wide - 1.5, height - 1.5, Tone.RULE, is_hollow=True)
    if own is not None:
        yield Box(left, top, EDGE, height, own)
    y = top + INSET - 2
    for line in lines:
        y += line.height
        yield Words(
            left + INSET, y - line.size / 5, line.text, line.size, tone=line.tone, is_bold=line.is_bold
        )


def _figure(value: float | None, card: FigureCard, typesetter: Typesetter) -> str:
    decimals = decimals_of(card, typesetter)
    return legible(typesetter.figure(value, card.unit, decimals))


def _interval(card: FigureCard, typesetter: Typesetter) -> str:
    if card.low is None or card.high is None:
        return ""
    interval = typesetter.interval(VALUE, card.low, card.high, card.unit)
    return typesetter.say(sentence("interval: {interval}", interval=interval))


def _judged(card: FigureCard, typesetter: Typesetter) -> tuple[str, ...]:
    """Return how far a card is from what it is set beside, and what that bears."""
    decimals = decimals_of(card, typesetter)
    gap = "" if card.gap is None else typesetter.gap(card.gap, card.unit, decimals)
    return tuple(filter(None, (gap, typesetter.word(card.verdict) if card.verdict else "")))


def _told(card: FigureCard, chart: CardChart, typesetter: Typesetter) -> str:
    """Return a card as one sentence."""
    figure = _figure(card.value, card, typesetter)
    said = typesetter.title(sentence("{label}: {figure}", label=card.label, figure=figure))
    interval, remark = _interval(card, typesetter), typesetter.word(card.remark) if card.remark else ""
    if card.reference is None:
        beside = ""
    else:
        other = _figure(card.reference, card, typesetter)
        beside = typesetter.say(sentence("{label}: {figure}", label=chart.beside, figure=other))
    return legible(", ".join(filter(None, (said, interval, remark, beside, *_judged(card, typesetter)))))
