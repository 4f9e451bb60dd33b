"""Lay a Table out for people: panels of text, titles, lines below. Every format for people starts here."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from phare_cli.language.catalogue import capitalised
from phare_cli.language.fixed_words import FLAG_SIGNS
from phare_cli.language.typeset import Typesetter, has_no_decimals, places_published
from phare_cli.nouns.message import Listing, counted, sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.visible import one_line, visible

NUMERIC = frozenset(
    {Kind.VALUE, Kind.GAP, Kind.SPREAD, Kind.BASE, Kind.PLAN, Kind.RANK, Kind.NUMBER, Kind.PROBABILITY}
)
EMPTY = sentence("Nothing found.")
# What a whole bar stands for; another unit has its largest figure.
FULL = {"percent": 100.0, "score/10": 10.0}


class Heading(NamedTuple):
    """A column of a panel: its text, its side, whether repeats may be blanked on a terminal, its machine name."""

    text: str
    numeric: bool = False
    once: bool = False
    name: str = ""


class Bars(NamedTuple):
    """Figures of column *place* as shares 0-1 of a whole bar, one a row, None where there is none."""

    place: int
    shares: tuple[float | None, ...]


class Sparks(NamedTuple):
    """What stands after column *place* as a small line: shares 0-1 of the whole, one list a row, None for no figure."""

    place: int
    shares: tuple[tuple[float | None, ...], ...]


class TextPanel(NamedTuple):
    """One table for people. No text of it holds a control or an unseen character; a cell may hold ``\\n``."""

    title: str
    headings: tuple[Heading, ...]
    rows: tuple[tuple[str, ...], ...]
    bars: Bars | None = None
    sparks: Sparks | None = None


class PanelPage(NamedTuple):
    """A whole answer for people: *title* is empty when a single panel's title says it all.

    *items* are told one after the other in a list, when that and no panel is what people read.
    """

    title: str
    panels: tuple[TextPanel, ...]
    foot: tuple[str, ...]
    items: tuple[str, ...] = ()


def page_of(table: Table, look: Look) -> PanelPage:
    """Return *table* as text in the language and with the decimals that *look* asks for."""
    return text_panels(table, Typesetter(look.language, look.decimals))


def text_panels(table: Table, typesetter: Typesetter) -> PanelPage:
    """Return *table* as text, in panels of one survey, wave, region, indicator and unit, or as a list."""
    if table.list_column:
        place = table.position(table.list_column)
        items = [one_line(visible(typesetter.cell(table.columns[place], row[place]))) for row in table.rows]
        return PanelPage(visible(typesetter.title(table.title)), (), _foot(table, typesetter), tuple(items))
    panels = tuple(_panel(table, rows, typesetter) for rows in rows_of_panels(table))
    alone = len(panels) == 1 and panels[0].title
    return PanelPage(
        "" if alone else visible(typesetter.title(table.title)), panels, _foot(table, typesetter)
    )


def rows_of_panels(table: Table) -> Iterator[list[tuple[Cell, ...]]]:
    """Yield the rows of each panel of *table*."""
    titles = [place for place, column in enumerate(table.columns) if column.show is Show.TITLE]
    for _, rows in groupby(table.rows, key=lambda row: [row[place] for place in titles]):
        yield list(rows)


def _panel(table: Table, rows: list[tuple[Cell, ...]], typesetter: Typesetter) -> TextPanel:
    table = _with_even_decimals(table, rows)
    unit_at = unit_place(table)
    places = {column.name: place for place, column in enumerate(table.columns)}

    def cell(row: tuple[Cell, ...], place: int) -> str:
        column, value = table.columns[place], row[place]
        unit = "" if unit_at is None else str(row[unit_at] or "")
        end = row[places[column.upto]] if column.upto else None
        if isinstance(value, int | float) and isinstance(end, int | float):
            return visible(typesetter.interval(column, value, end, unit))
        sign = FLAG_SIGNS.get(str(row[places[column.flag]])) if column.flag else None
        shown = visible(typesetter.cell(column, value, unit))
        return f"{shown}\u00a0{sign}" if sign else shown

    in_title, in_panel = columns_of_title_and_panel(table, rows)
    title = [cell(rows[0], place) for place in in_title if place != unit_at and rows[0][place] is not None]
    return TextPanel(
        title=_panel_title(list(dict.fromkeys(map(one_line, title)))),
        headings=tuple(
            _heading(table.columns[place], [row[place] for row in rows], typesetter) for place in in_panel
        ),
        rows=tuple(
            tuple(opened(table.columns[place], cell(row, place)) for place in in_panel) for row in rows
        ),
        bars=_bars(table, rows, in_panel),
        sparks=_sparks(table, rows, in_panel),
    )


def _with_even_decimals(table: Table, rows: list[tuple[Cell, ...]]) -> Table:
    """Return *table* with one number of decimals for the figures of a panel whose unit has none of its own."""
    unit_at = unit_place(table)
    units = {str(row[unit_at] or "") for row in rows} if unit_at is not None else set()
    if len(units) != 1 or not has_no_decimals(units.pop()):
        return table
    figures = [
        row[place]
        for place, column in enumerate(table.columns)
        if column.kind is Kind.VALUE and not column.upto and column.decimals is None
        for row in rows
    ]
    decimals = max((places_published(each) for each in figures if isinstance(each, int | float)), default=0)
    columns = (
        column._replace(decimals=decimals)
        if column.kind in (Kind.VALUE, Kind.GAP) and column.decimals is None and not column.unit
        else column
        for column in table.columns
    )
    return table._replace(columns=tuple(columns))


def opened(column: Column, text: str) -> str:
    """Return the text of a cell; what a question or an item is called begins with a capital, as phare's own do."""
    return capitalised(text) if column.kind is Kind.NAME and column.name in ("indicator", "item") else text


def _panel_title(parts: Sequence[str]) -> str:
    """Return what a panel is about; a net is called by its item already."""
    told = [each for each in parts if each and not any(other.endswith(f" ({each})") for other in parts)]
    return capitalised(" · ".join(told))


def columns_of_title_and_panel(table: Table, rows: list[tuple[Cell, ...]]) -> tuple[list[int], list[int]]:
    """Return which columns the panel's title tells and which stand in it, each in the order of people.

    A name that stands twice in that order is told where it stands first and shown where it stands last.
    """
    in_title: list[int] = []
    in_panel: list[int] = []
    for place, column in enumerate(table.columns):
        varied = any(row[place] != rows[0][place] for row in rows)
        filled = any(row[place] not in (None, "") for row in rows)
        match column.show:
            case Show.TITLE:
                in_title.append(place)
            case Show.IF_VARIED:
                (in_panel if varied else in_title).append(place)
            case Show.ALWAYS:
                in_panel.append(place)
            case Show.IF_ANY if filled:
                in_panel.append(place)
            case _:
                pass
    first = {name: place for place, name in reversed(list(enumerate(table.people)))}
    last = {name: place for place, name in enumerate(table.people)}
    rest = len(table.people)
    in_title.sort(key=lambda place: first.get(table.columns[place].name, rest))
    in_panel.sort(key=lambda place: last.get(table.columns[place].name, rest))
    return in_title, in_panel


def unit_place(table: Table) -> int | None:
    return next((place for place, column in enumerate(table.columns) if column.name == "unit"), None)


def _heading(column: Column, cells: Sequence[Cell], typesetter: Typesetter) -> Heading:
    return Heading(
        visible(typesetter.heading(column, cells)), column.kind in NUMERIC, column.once, column.name
    )


def _bars(table: Table, rows: list[tuple[Cell, ...]], shown: list[int]) -> Bars | None:
    """Return each figure as a share of a whole bar: of 100 for percents, 10 for scores, else the largest."""
    place = next((place for place in shown if table.columns[place].bar), None)
    if place is None:
        return None
    found = _shares(table, rows, [place])
    return None if found is None else Bars(shown.index(place), tuple(shares[0] for shares in found))


def _sparks(table: Table, rows: list[tuple[Cell, ...]], shown: list[int]) -> Sparks | None:
    """Return the figures of the columns that are drawn as one small line; two at least are one."""
    places = [place for place in shown if table.columns[place].spark]
    found = _shares(table, rows, places) if len(places) > 1 else None
    return None if found is None else Sparks(shown.index(places[-1]), found)


def _shares(
    table: Table, rows: list[tuple[Cell, ...]], places: list[int]
) -> tuple[tuple[float | None, ...], ...] | None:
    """Return the figures of some columns, row by row, as shares of the whole; None where one is negative or none is."""
    figures = [
        [value if isinstance(value := row[place], int | float) else None for place in places] for row in rows
    ]
    known = [figure for row in figures for figure in row if figure is not None]
    if not known or min(known) < 0:
        return None
    unit_at = unit_place(table)
    unit = table.columns[places[0]].unit or ("" if unit_at is None else str(rows[0][unit_at]))
    full = FULL.get(unit) or max(known) or 1.0
    return tuple(
        tuple(None if figure is None else min(figure / full, 1.0) for figure in row) for row in figures
    )


def _foot(table: Table, typesetter: Typesetter) -> tuple[str, ...]:
    notes = table.notes if table.rows or table.notes else (EMPTY,)
    lines = [typesetter.say(note) for note in notes]
    if table.sources:
        named = [(typesetter.name("source", source.source), source.url) for source in table.sources]
        each = [f"{name} ({url})" if url else name for name, url in named]
        listed = Listing(tuple(each), last=";")
        lines.append(
            typesetter.say(counted("Source: {sources}", "Sources: {sources}", len(each), sources=listed))
        )
    return tuple(filter(None, map(visible, lines)))
