"""Lay a Table out for people: panels of text, their titles, the lines below. Every format for people starts here."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby

from phare_cli.message import Message, sentence
from phare_cli.table import Cell, Column, Kind, Show, Table
from phare_cli.typeset import Typesetter

NUMERIC = frozenset({Kind.VALUE, Kind.GAP, Kind.BASE, Kind.RANK, Kind.NUMBER})


@dataclass(frozen=True, slots=True)
class Heading:
    """A column of a panel: its text, on which side it is aligned, whether repeats may be blanked on a terminal."""

    text: str
    numeric: bool = False
    once: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """One table for people. *bars* are shares 0-1 of the longest bar, one a row, None where there is no figure."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: tuple[float | None, ...] | None = None


@dataclass(frozen=True, slots=True)
class Page:
    """A whole answer for people: *title* is empty when a single panel's title says it all."""

    title: str
    panels: tuple[Panel, ...]
    foot: tuple[str, ...]


def lay_out(table: Table, typesetter: Typesetter) -> Page:
    """Return *table* as text, in panels of one survey, wave, region, indicator and unit."""
    titles = [place for place, column in enumerate(table.columns) if column.show is Show.TITLE]
    panels = tuple(
        _panel(table, list(rows), titles, typesetter)
        for _, rows in groupby(table.rows, key=lambda row: [row[place] for place in titles])
    )
    alone = len(panels) == 1 and panels[0].title
    return Page("" if alone else typesetter.say(table.title), panels, _foot(table, typesetter))


def _panel(table: Table, rows: list[tuple[Cell, ...]], titles: list[int], typesetter: Typesetter) -> Panel:
    unit_at = next((place for place, column in enumerate(table.columns) if column.name == "unit"), None)

    def cell(row: tuple[Cell, ...], place: int) -> str:
        unit = "" if unit_at is None else str(row[unit_at] or "")
        return typesetter.cell(table.columns[place], row[place], unit)

    shown: list[int] = []
    told: list[int] = list(titles)
    for place, column in enumerate(table.columns):
        values = {row[place] for row in rows}
        if column.show is Show.ALWAYS or (column.show is Show.IF_ANY and values - {None, ""}):
            shown.append(place)
        elif column.show is Show.IF_VARIED:
            (shown if len(values) > 1 else told).append(place)
    title = [cell(rows[0], place) for place in told if table.columns[place].name != "unit"]
    return Panel(
        title=" · ".join(filter(None, dict.fromkeys(title))),
        headings=tuple(_heading(table.columns[place], typesetter) for place in shown),
        rows=tuple(tuple(cell(row, place) for place in shown) for row in rows),
        bars=_bars(table, rows),
    )


def _heading(column: Column, typesetter: Typesetter) -> Heading:
    return Heading(typesetter.say(column.label), column.kind in NUMERIC, column.once)


def _bars(table: Table, rows: list[tuple[Cell, ...]]) -> tuple[float | None, ...] | None:
    """Return each figure as a share of a full bar: of 100 for percents, of 10 for scores, else of the largest."""
    place = next((place for place, column in enumerate(table.columns) if column.bar), None)
    if place is None:
        return None
    figures = [value if isinstance(value := row[place], int | float) else None for row in rows]
    known = [figure for figure in figures if figure is not None]
    if not known or min(known) < 0:
        return None
    unit = str(dict(zip((c.name for c in table.columns), rows[0], strict=True)).get("unit"))
    full = {"percent": 100.0, "score/10": 10.0}.get(unit) or max(known) or 1.0
    return tuple(None if figure is None else min(figure / full, 1.0) for figure in figures)


def _foot(table: Table, typesetter: Typesetter) -> tuple[str, ...]:
    lines = [typesetter.say(note) for note in table.notes]
    if table.sources:
        each = (f"{source.source} ({source.url})" if source.url else source.source for source in table.sources)
        counted = Message("Source: {sources}", {"sources": "; ".join(each), "count": len(table.sources)}, "Sources: {sources}")
        lines.append(typesetter.say(counted))
    return tuple(lines)


EMPTY = sentence("Nothing found.")
