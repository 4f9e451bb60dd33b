"""Cross items and groups: one row an item, one column a group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.judging.order import by_item
from phare_cli.judging.precision import Ranked
from phare_cli.nouns.message import Message
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Cell, Column, Kind, Show, Source, Table
from phare_cli.recipes.show.show import CONTEXT, INDICATOR, ITEM, UNIT
from phare_cli.wording import foot, ranking_legend

# Each group's result, by the row that it stands in.
ItemsByGroup = dict[tuple[str, ...], dict[str, Ranked]]


def crossed(
    results: Sequence[Ranked], title: Message, notes: Sequence[Message], sources: tuple[Source, ...]
) -> Table:
    """Return *results* with groups side by side, items by the best rank that any group gives them.

    A group's column is named by its id, ``associations/employers`` for a segment. *notes* close its own.
    """
    groups = {_group(result.estimate): foot.group(result.estimate) for result in results}
    crossing: ItemsByGroup = {}
    for result in results:
        crossing.setdefault(_context(result.estimate), {})[_group(result.estimate)] = result
    contexts = {context[:5]: place for place, context in reversed(list(enumerate(crossing)))}
    rows = sorted(
        crossing.items(), key=lambda entry: (contexts[entry[0][:5]], _by_best(list(entry[1].values())))
    )
    figures = tuple(
        Column(group, Message("{group}", {"group": name}), Kind.VALUE, Show.IF_ANY)
        for group, name in groups.items()
    )
    return Table(
        command="show",
        title=title,
        columns=(*CONTEXT, INDICATOR, UNIT, ITEM, *figures),
        rows=tuple((*context, *_values(held, groups)) for context, held in rows),
        notes=(
            *foot.about([result.estimate for result in results], has_gaps=_has_gaps(crossing)),
            *ranking_legend.of_crossing(results),
            *notes,
        ),
        sources=sources,
        people=("indicator", "region", "survey", "wave"),
    )


def _has_gaps(crossing: ItemsByGroup) -> bool:
    """Tell whether a cell is without a figure, and not for being hidden, in a panel that shows its column."""
    panels: dict[tuple[str, ...], list[dict[str, Ranked]]] = {}
    for context, held in crossing.items():
        panels.setdefault(context[:5], []).append(held)
    return any(
        _is_gap(row.get(group))
        for rows in panels.values()
        for group in {group for row in rows for group, result in row.items() if result.value is not None}
        for row in rows
    )


def _is_gap(result: Ranked | None) -> bool:
    return result is None or (result.value is None and not result.is_hidden)


def _context(estimate: Estimate) -> tuple[str, ...]:
    return (estimate.survey, estimate.wave, estimate.region, estimate.indicator, estimate.unit, estimate.item)


def _group(estimate: Estimate) -> str:
    return f"{estimate.stakeholder}/{estimate.segment}" if estimate.segment else estimate.stakeholder


def _by_best(results: Sequence[Ranked]) -> tuple[object, ...]:
    ranks = [result.order for result in results if result.order is not None]
    return (not ranks, min(ranks, default=0), by_item(results[0].estimate))


def _values(held: dict[str, Ranked], groups: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(held[group].value if group in held else None for group in groups)
