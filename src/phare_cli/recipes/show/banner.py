"""A crossing as agencies deliver it: bases as rows, and letters of the columns that a figure is above."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from phare_cli.judging.conclusions import conclude
from phare_cli.judging.pairs import By
from phare_cli.judging.precision import RankedEstimate
from phare_cli.judging.terms import Family, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.contract import CROSSED, ROW_PERCENT
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.show.items_by_groups import group_id, row_key
from phare_cli.recipes.show.row_bases import RowBases
from phare_cli.wording import comparison_legend, foot

_CONTEXT = ("survey", "wave", "region", "indicator", "unit")
_BASE, _LOWEST = sentence("Base"), sentence("Effective base, the lowest of the items")
_LETTERS = sentence(
    "Letters: under A > stand the columns that a figure of column A is established to be above, at {level} confidence; "
    "no letter does not say that two are equal."
)
_BY_ITEM = sentence("Base: not shown where it differs from item to item ({groups}).")
_ADJUSTED: Mapping[Family, Message] = {
    Family.INDICATOR: sentence(
        "Letters follow the tests of compare, adjusted by Holm's method over each indicator."
    ),
    Family.TABLE: sentence("Letters follow the tests of compare, adjusted by Holm's method over the table."),
    Family.NONE: sentence(
        "Letters follow the tests of compare, each by itself: of so many, some give a letter by chance."
    ),
}


def with_banner(
    table: Table,
    results: Sequence[RankedEstimate],
    survey: Survey,
    *,
    regions: Sequence[str],
    indicators: Sequence[str],
    bases: bool,
    terms: Terms | None,
) -> Table:
    """Return a crossing, *table* of *results*, with its *bases* as rows, and with letters where *terms* judge them.

    A letter stands where *compare* finds the figure above that of another column: another group, another part of the
    group, or the whole of it. Figures that are hidden have none.
    """
    shown = [result.estimate for result in results if result.value is not None]
    if terms is not None:
        judgements = [
            each
            for by in (By.STAKEHOLDER, By.SEGMENT)
            for each in conclude(
                survey, regions=regions, by=by, indicators=indicators, terms=terms, in_full=False
            )
            if each.pair.estimate.measure not in CROSSED
        ]
        table = _with_letters(table, shown, judgements, terms)
    return _with_bases(table, shown) if bases else table


def _with_letters(
    table: Table, shown: Sequence[Estimate], judgements: Sequence[Judgement], terms: Terms
) -> Table:
    figures = [column for column in table.columns if column.kind is Kind.VALUE]
    letters = {column.name: _letter(place) for place, column in enumerate(figures)}
    there = {(row_key(each), group_id(each)) for each in shown}
    above: dict[tuple[tuple[str, ...], str], list[str]] = {}
    for judgement in judgements:
        pair = judgement.pair
        if not judgement.is_established or pair.reference is None:
            continue
        sides = (pair.estimate, pair.reference)
        high, low = sides if judgement.verdict == "above" else sides[::-1]
        place = (row_key(high), group_id(high))
        if place in there and (row_key(low), group_id(low)) in there:
            above.setdefault(place, []).append(letters[group_id(low)])
    columns = list[Column]()
    for column in table.columns:
        letter = letters.get(column.name, "")
        if not letter:
            columns.append(column)
            continue
        label = sentence("{group} ({letter})", group=column.label, letter=letter)
        beside = Message("{letter} >", {"letter": letter})
        columns += [column._replace(label=label), Column(f"letters_{column.name}", beside, show=Show.IF_ANY)]
    return table._replace(
        columns=tuple(columns),
        rows=tuple(tuple(_lettered(table, row, letters, above)) for row in table.rows),
        notes=(
            Message(_LETTERS.text, {"level": foot.level(terms.conf)}),
            _ADJUSTED[terms.family],
            *comparison_legend.tests(judgements, terms),
            *table.notes,
        ),
    )


def _letter(place: int) -> str:
    """Return the letter of a column: A to Z, then AA."""
    return (_letter(place // 26 - 1) if place >= 26 else "") + chr(ord("A") + place % 26)


def _lettered(
    table: Table,
    row: Sequence[Cell],
    letters: Mapping[str, str],
    above: Mapping[tuple[tuple[str, ...], str], Sequence[str]],
) -> Iterator[Cell]:
    """Yield the cells of a row, after each figure its letters: sorted as the columns stand."""
    key = _row_key(table, row)
    order = list(letters.values())
    for column, cell in zip(table.columns, row, strict=True):
        yield cell
        if column.name in letters:
            found = above.get((key, column.name), ())
            yield "" if cell is None else " ".join(sorted(set(found), key=order.index))


def _with_bases(table: Table, shown: Sequence[Estimate]) -> Table:
    """Return *table* with rows of bases at the end of each panel; ``measure`` tells programs which rows these are."""
    asked: dict[tuple[tuple[str, ...], str], set[float]] = {}
    effective: dict[tuple[tuple[str, ...], str], list[float]] = {}
    for each in shown:
        place = (row_key(each)[:-1], group_id(each))
        if each.base is not None and each.measure != ROW_PERCENT:
            asked.setdefault(place, set()).add(each.base)
        if each.effective_base is not None:
            effective.setdefault(place, []).append(each.effective_base)
    several = {name for (_, name), bases in asked.items() if len(bases) > 1}
    one = {place: min(bases) for place, bases in asked.items() if len(bases) == 1}
    lowest = {place: min(bases) for place, bases in effective.items()}
    columns = tuple(
        column._replace(show=Show.NEVER) if column.name == "unit" else column for column in table.columns
    )
    rows = list[tuple[Cell, ...]]()
    for context, panel in groupby(table.rows, key=lambda row: _context(table, row)):
        rows += [(*row, "value") for row in panel]
        for name, label, bases in (("base", _BASE, one), ("effective_base", _LOWEST, lowest)):
            row = tuple(_base_row(table, context, label, bases))
            if any(isinstance(cell, float) for cell in row):
                rows.append((*row, name))
    labels = [column.label for column in table.columns if column.name in several]
    notes = [_differing(labels)] if labels else []
    by_rows = RowBases.of(shown)
    rows = [(*row[:-1], *by_rows.of_row(_row_key(table, row)), row[-1]) for row in rows]
    return table._replace(
        columns=(*columns, *by_rows.columns, Column("measure", sentence("Measure"), show=Show.NEVER)),
        rows=tuple(rows),
        notes=(*table.notes, *notes, *by_rows.notes),
    )


def _row_key(table: Table, row: Sequence[Cell]) -> tuple[str, ...]:
    return (*_context(table, row), str(row[table.position("item")]))


def _context(table: Table, row: Sequence[Cell]) -> tuple[str, ...]:
    return tuple(str(row[table.position(name)]) for name in _CONTEXT)


def _base_row(
    table: Table,
    context: tuple[str, ...],
    label: Message,
    bases: Mapping[tuple[tuple[str, ...], str], float],
) -> Iterator[Cell]:
    told = dict(zip(_CONTEXT, context, strict=True))
    for column in table.columns:
        if column.kind is Kind.VALUE:
            yield bases.get((context, column.name))
        elif column.name == "item":
            yield label
        else:
            yield "base" if column.name == "unit" else told.get(column.name, "")


def _differing(labels: Sequence[Message]) -> Message:
    return Message(_BY_ITEM.text, {"groups": Listing(tuple(labels))})
