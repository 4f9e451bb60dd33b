"""Lay a Table out for people: panels of text, their titles, the lines below. Every format for people starts here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from phare_cli.message import Message, sentence
from phare_cli.rendering.look import Look
from phare_cli.rendering.visible import visible
from phare_cli.table import Cell, Column, Kind, Show, Table
from phare_cli.typeset import Typesetter

NUMERIC = frozenset({Kind.VALUE, Kind.GAP, Kind.BASE, Kind.RANK, Kind.NUMBER})
EMPTY = sentence("Nothing found.")
# What a whole bar stands for; another unit has its largest figure.
FULL = {"percent": 100.0, "score/10": 10.0}


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a panel: its text, on which side it is aligned, whether repeats may be blanked on a terminal."""

    text: str
    numeric: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """Figures as shares 0-1 of a whole bar, one a row, None where there is none; they stand after column *place*."""

    place: int
    shares: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """One table for people. No text of it holds a control or an unseen character; a cell may hold ``\\n``."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: Bars | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A whole answer for people: *title* is empty when a single panel's title says it all."""

    title: str
    panels: tuple[Panel, ...]
    foot: tuple[str, ...]


def page_of(table: Table, look: Look) -> Page:
    """Return *table* as text in the language and with the decimals that *look* asks for."""
    return lay_out(table, Typesetter(look.language, look.decimals))


def lay_out(table: Table, typesetter: Typesetter) -> Page:
    """Return *table* as text, in panels of one survey, wave, region, indicator and unit."""
    titles = [place for place, column in enumerate(table.columns) if column.show is Show.TITLE]
    panels = tuple(
        _panel(table, list(rows), titles, typesetter)
        for _, rows in groupby(table.rows, key=lambda row: [row[place] for place in titles])
    )
    alone = len(panels) == 1 and panels[0].title
    return Page("" if alone else visible(typesetter.say(table.title)), panels, _foot(table, typesetter))


def _panel(table: Table, rows: list[tuple[Cell, ...]], titles: list[int], typesetter: Typesetter) -> Panel:
    unit_at = _unit_place(table)

    def cell(row: tuple[Cell, ...], place: int) -> str:
        unit = "" if unit_at is None else str(row[unit_at] or "")
        return visible(typesetter.cell(table.columns[place], row[place], unit))

    shown: list[int] = []
    told: list[int] = list(titles)
    for place, column in enumerate(table.columns):
        values = {row[place] for row in rows}
        if column.show is Show.ALWAYS or (column.show is Show.IF_ANY and values - {None, ""}):
            shown.append(place)
        elif column.show is Show.IF_VARIED:
            (shown if len(values) > 1 else told).append(place)
    title = [cell(rows[0], place) for place in told if place != unit_at and rows[0][place] is not None]
    return Panel(
        title=" · ".join(filter(None, dict.fromkeys(title))),
        headings=tuple(_heading(table.columns[place], typesetter) for place in shown),
        rows=tuple(tuple(cell(row, place) for place in shown) for row in rows),
        bars=_bars(table, rows, shown),
    )


def _unit_place(table: Table) -> int | None:
    return next((place for place, column in enumerate(table.columns) if column.name == "unit"), None)


def _heading(column: Column, typesetter: Typesetter) -> Heading:
    return Heading(visible(typesetter.say(column.label)), column.kind in NUMERIC, column.once)


def _bars(table: Table, rows: list[tuple[Cell, ...]], shown: list[int]) -> Bars | None:
    """Return each figure as a share of a full bar: of 100 for percents, of 10 for scores, else of the largest."""
    place = next((place for place in shown if table.columns[place].bar), None)
    if place is None:
        return None
    figures = [value if isinstance(value := row[place], int | float) else None for row in rows]
    known = [figure for figure in figures if figure is not None]
    if not known or min(known) < 0:
        return None
    unit_at = _unit_place(table)
    unit = table.columns[place].unit or ("" if unit_at is None else str(rows[0][unit_at]))
    full = FULL.get(unit) or max(known) or 1.0
    shares = tuple(None if figure is None else min(figure / full, 1.0) for figure in figures)
    return Bars(shown.index(place), shares)


def _foot(table: Table, typesetter: Typesetter) -> tuple[str, ...]:
    notes = table.notes if table.rows or EMPTY in table.notes else (EMPTY, *table.notes)
    lines = [typesetter.say(note) for note in notes]
    if table.sources:
        each = (f"{source.source} ({source.url})" if source.url else source.source for source in table.sources)
        values = {"sources": "; ".join(each), "count": len(table.sources)}
        lines.append(typesetter.say(Message("Source: {sources}", values, "Sources: {sources}")))
    return tuple(filter(None, map(visible, lines)))
