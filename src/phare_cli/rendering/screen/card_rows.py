"""Cards as rows: a figure each with its interval, what it is set beside, its gap and what that bears."""

from __future__ import annotations

from phare_cli.drawing.texts import VALUE, decimals_of
from phare_cli.nouns.card_chart import CardChart, FigureCard
from phare_cli.rendering.screen.screen_page import BOLD, DIM, Ink, ScreenPage, ScreenRow, shown


def put_cards(chart: CardChart, page: ScreenPage) -> None:
    """Put a row a card, under what its figures are."""
    rows = [_row(card, page) for card in chart.cards]
    has_beside = any(card.reference is not None for card in chart.cards)
    room = page.room_of(rows, ("", page.say(chart.beside) if has_beside else ""), drawn=1)
    page.heads(("", page.say(chart.beside) if has_beside else ""), room)
    page.rows(rows, room)


def _row(card: FigureCard, page: ScreenPage) -> ScreenRow:
    typesetter = page.typesetter
    decimals = decimals_of(card, typesetter)
    figure = shown(typesetter.figure(card.value, card.unit, decimals))
    reference = "" if card.reference is None else typesetter.figure(card.reference, card.unit, decimals)
    gap = "" if card.gap is None else typesetter.gap(card.gap, card.unit, decimals)
    interval = (
        ""
        if card.low is None or card.high is None
        else typesetter.interval(VALUE, card.low, card.high, card.unit)
    )
    words = [typesetter.word(word) for word in (card.verdict, card.remark) if word]
    return ScreenRow(
        page.say(card.label),
        lambda width: (Ink(" " * width),),
        (
            Ink(f"[{figure}]" if card.is_weak else figure, BOLD),
            Ink(shown(reference), DIM),
            Ink(shown(gap), BOLD if card.is_established else ""),
        ),
        shown(", ".join(filter(None, (interval, *words)))),
    )
