"""The cells of a panel as a workbook holds them: numbers as numbers, each with how it is to be shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from phare_cli.language.codebook import codebook
from phare_cli.language.digits import MOST_PLANNED, outward, places_of, planned, published
from phare_cli.language.fixed_words import FLAG_SIGNS
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.rendering.panels import NUMERIC, columns_of_title_and_panel, opened, rows_of_panels, unit_place
from phare_cli.rendering.visible import one_line, visible

GENERAL = ""
_GROUPED = "#,##0"
# A decimal comma wherever the workbook is opened. Excel takes that of its own system.
_NEAREST = (
    "item",
    "segment",
    "stakeholder",
    "region",
    "indicator",
)  # what has a colour, the nearest to a figure first
_LOCALE = {"fr": "[$-40C]"}


class TypedCell(NamedTuple):
    """A number or a text, or nothing; *shown* is how Excel shows a number, *color* that of what a text names.

    *sign* stands behind a number that must not be relied upon.
    """

    value: float | int | str | None
    shown: str = GENERAL
    color: str = ""
    sign: str = ""


class TypedColumn(NamedTuple):
    """A column of a sheet. *is_figure* tells those that a chart draws, *unit* what they count.

    *legend* is what a chart calls its figures where the heading leaves that to the title. *is_step* tells that the
    column names the steps of a whole, one after the other in each group; *is_share* that it holds one of them, a group
    a row. *color* is one of the project's own, of what all figures of the column are about.
    """

    heading: str
    cells: tuple[TypedCell, ...]
    is_numeric: bool = False
    is_figure: bool = False
    unit: str = ""
    legend: str = ""
    is_step: bool = False
    is_share: bool = False
    color: str = ""


def typed_panels(table: Table, typesetter: Typesetter) -> Iterator[tuple[TypedColumn, ...]]:
    """Yield the columns of each panel of *table*, in the order of its panels of text.

    An interval takes two columns, its ends rounded outward as people print them; all other numbers are whole.
    """
    places = {column.name: place for place, column in enumerate(table.columns)}
    unit_at = unit_place(table)
    for rows in rows_of_panels(table):
        units = ["" if unit_at is None else str(row[unit_at] or "") for row in rows]
        in_title, in_panel = columns_of_title_and_panel(table, rows)
        whose = _whose(table, in_title)
        columns: list[TypedColumn] = []
        for place in in_panel:
            column = table.columns[place]
            column_units = [column.unit or unit for unit in units]
            values = [row[place] for row in rows]
            if column.upto:
                ends = [row[places[column.upto]] for row in rows]
                columns += _interval(column, values, ends, column_units[0], typesetter)
            else:
                flags = [row[places[column.flag]] if column.flag else None for row in rows]
                typed = _column(column, values, column_units, flags, typesetter)
                if column.name == "item" and "indicator" in places:
                    typed = typed._replace(is_step=rows[0][places["indicator"]] in table.scales)
                if column.name == "value" and whose is not None:
                    typed = typed._replace(legend=_told(table.columns[whose], rows[0][whose], typesetter))
                if typed.is_figure:
                    typed = typed._replace(color=_color_above(table, in_title, rows[0]))
                columns.append(typed)
        locale = _LOCALE.get(typesetter.language, "")
        yield _names_first([_placed(column, locale) for column in columns])


def _placed(column: TypedColumn, locale: str) -> TypedColumn:
    """Return a column whose numbers are shown as people of *locale* write them."""
    cells = (cell._replace(shown=locale + cell.shown) if cell.shown else cell for cell in column.cells)
    return column._replace(cells=tuple(cells))


def _color_above(table: Table, in_title: Sequence[int], row: Sequence[Cell]) -> str:
    """Return the colour that the project gives to what stands above a panel, the nearest to its figures."""
    named = {table.columns[place].name: row[place] for place in in_title}
    return next(filter(None, (_own_color(kind, named.get(kind)) for kind in _NEAREST)), "")


def _own_color(kind: str, id: Cell) -> str:
    book = codebook()
    if not book.has_own or kind not in _NEAREST or not isinstance(id, str):
        return ""
    return book.form(kind, id, "color") or ""


def _whose(table: Table, in_title: Sequence[int]) -> int | None:
    """Return the column that says whose the figures are which stand beside those of one region.

    None where each row names the two itself.
    """
    is_named = any(column.name == "to" and column.show is Show.NEVER for column in table.columns)
    return next((place for place in in_title if is_named and table.columns[place].name == "region"), None)


def _told(column: Column, value: Cell, typesetter: Typesetter) -> str:
    return one_line(visible(typesetter.cell(column, value, "")))


def _names_first(columns: Sequence[TypedColumn]) -> tuple[TypedColumn, ...]:
    """Return *columns* with what names a row before its first number, a rank for one, as a chart wants it."""
    figure = next((place for place, each in enumerate(columns) if each.is_figure), 0)
    names = [each for each in columns[:figure] if not each.is_numeric]
    return (*names, *(each for each in columns if each not in names))


def _column(
    column: Column,
    values: Sequence[Cell],
    units: Sequence[str],
    flags: Sequence[Cell],
    typesetter: Typesetter,
) -> TypedColumn:
    return TypedColumn(
        heading=visible(typesetter.heading(column, values)),
        cells=tuple(
            _cell(column, value, unit, typesetter)._replace(sign=FLAG_SIGNS.get(str(flag), ""))
            for value, unit, flag in zip(values, units, flags, strict=True)
        ),
        is_numeric=column.kind in NUMERIC,
        is_figure=column.kind is Kind.VALUE and len(set(units)) == 1,  # a base is no figure of a chart
        unit=units[0],
    )


def signed(shown: str, sign: str) -> str:
    """Return how Excel shows a number, *shown*, with the sign of its flag behind it; nothing more where it has none."""
    if not sign:
        return shown
    parts = (
        f'{part[:-1]}\u00a0{sign}"' if part.endswith('"') else f'{part}"\u00a0{sign}"'
        for part in shown.split(";")
    )
    return ";".join(parts)


def _interval(
    column: Column, lows: Sequence[Cell], highs: Sequence[Cell], unit: str, typesetter: Typesetter
) -> Iterator[TypedColumn]:
    label = typesetter.say(column.label)
    pairs = [_ends(column, low, high, unit, typesetter) for low, high in zip(lows, highs, strict=True)]
    for place, heading in enumerate((sentence("{interval}, from"), sentence("{interval}, to"))):
        named = Message(heading.text, {"interval": label})
        yield TypedColumn(
            visible(typesetter.say(named)), tuple(pair[place] for pair in pairs), is_numeric=True
        )


def _ends(
    column: Column, low: Cell, high: Cell, unit: str, typesetter: Typesetter
) -> tuple[TypedCell, TypedCell]:
    if not isinstance(low, int | float) or not isinstance(high, int | float):
        return TypedCell(None), TypedCell(None)
    if column.kind is Kind.RANK:
        return TypedCell(int(low), "0"), TypedCell(int(high), "0")
    asked = column.decimals if typesetter.decimals is None else None
    decimals = typesetter.places(max(low, high, key=abs), unit, asked)
    is_gap = column.kind is Kind.GAP
    first, last = outward(low, high, decimals)
    return (
        TypedCell(float(first), _shown(unit, places_of(first), is_gap=is_gap)),
        TypedCell(float(last), _shown(unit, places_of(last), is_gap=is_gap)),
    )


def _cell(column: Column, value: Cell, unit: str, typesetter: Typesetter) -> TypedCell:
    if value is None:
        return TypedCell(None)
    if isinstance(value, bool | str | Message):
        text = opened(column, one_line_or_more(typesetter.cell(column, value, unit)))
        return TypedCell(text, color=_own_color(column.name, value))
    match column.kind:
        case Kind.VALUE | Kind.GAP:
            asked = column.decimals if typesetter.decimals is None else None
            decimals = typesetter.places(value, unit, asked)
            return TypedCell(value, _shown(unit, decimals, is_gap=column.kind is Kind.GAP))
        case Kind.SPREAD:
            decimals = typesetter.finer(value, unit)
            return TypedCell(value, _shown("points" if unit == "percent" else unit, decimals, is_gap=False))
        case Kind.PLAN:
            if planned(value) > MOST_PLANNED:  # of which no more is said than that it is over
                return TypedCell(typesetter.cell(column, value, unit))
            return TypedCell(int(planned(value)), _GROUPED)
        case Kind.BASE | Kind.RANK:
            return TypedCell(value, _GROUPED)
        case Kind.PROBABILITY:
            least = typesetter.probability(0.0)
            return TypedCell(value, f'[<0.0005]"{least}";0.000')
        case _:
            return TypedCell(value, _decimals(_GROUPED, published(value)))


def one_line_or_more(text: str) -> str:
    """Return *text* as a cell holds it: seen, its own line breaks kept."""
    return visible(text) if "\n" in text else one_line(visible(text))


def _shown(unit: str, decimals: int, *, is_gap: bool) -> str:
    """Return how Excel shows a figure of *unit*; it never takes a percentage for a part of one."""
    digits = _decimals(
        "0" if unit in ("percent", "points") or unit.startswith("score/") else _GROUPED, decimals
    )
    ending = ""
    if unit == "percent" and not is_gap:
        ending = '"\u00a0%"'
    elif unit in ("percent", "points"):
        ending = '"\u00a0pts"'
    elif unit.startswith("score/") and not is_gap:
        ending = f'"/{unit.removeprefix("score/")}"'
    elif unit not in ("count", "number", "base", "rank", "") and not is_gap:
        named = unit.replace('"', "”")
        ending = f'"\u00a0{named}"'
    if is_gap:
        return f'"+"{digits}{ending};"\u2212"{digits}{ending};{digits}{ending}'
    return f'{digits}{ending};"\u2212"{digits}{ending}'


def _decimals(digits: str, count: int) -> str:
    return f"{digits}.{'0' * count}" if count else digits
