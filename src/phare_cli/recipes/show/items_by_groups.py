"""Cross items and groups: a row an item, a column a group."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.judging.order import by_item
from phare_cli.judging.precision import RankedEstimate
from phare_cli.nouns.message import Message
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Cell, Column, Kind, Show, Source, Table
from phare_cli.recipes.subject_columns import CONTEXT, INDICATOR, ITEM, UNIT
from phare_cli.wording import foot, ranking_legend

# Each group's result, by the row that it stands in.
ItemsByGroup = dict[tuple[str, ...], dict[str, RankedEstimate]]


def wide_table(
    results: Sequence[RankedEstimate], title: Message, notes: Sequence[Message], sources: tuple[Source, ...]
) -> Table:
    """Return *results* with groups side by side, items by the best rank that any group gives them.

    A group's column is named by its id, ``associations/employers`` for a segment. *notes* close its own.
    """
    groups = {group_id(result.estimate): foot.group(result.estimate) for result in results}
    crossing: ItemsByGroup = {}
    for result in results:
        crossing.setdefault(row_key(result.estimate), {})[group_id(result.estimate)] = result
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
        rows=tuple((*context, *_values(result_by_group, groups)) for context, result_by_group in rows),
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
    panels: dict[tuple[str, ...], list[dict[str, RankedEstimate]]] = {}
    for context, result_by_group in crossing.items():
        panels.setdefault(context[:5], []).append(result_by_group)
    return any(
        _is_gap(row.get(group))
        for rows in panels.values()
        for group in {group for row in rows for group, result in row.items() if result.value is not None}
        for row in rows
    )


def _is_gap(result: RankedEstimate | None) -> bool:
    return result is None or (result.value is None and not result.is_hidden)


def row_key(estimate: Estimate) -> tuple[str, ...]:
    """Return what a row of the crossing is about."""
    return (estimate.survey, estimate.wave, estimate.region, estimate.indicator, estimate.unit, estimate.item)


def group_id(estimate: Estimate) -> str:
    """Return the name of a group's column: ``associations/employers`` for a segment."""
    return f"{estimate.stakeholder}/{estimate.segment}" if estimate.segment else estimate.stakeholder


def _by_best(results: Sequence[RankedEstimate]) -> tuple[object, ...]:
    if results[0].estimate.is_step:
        return (False, False, 0, by_item(results[0].estimate))
    ranks = [result.order for result in results if result.order is not None]
    is_absent = all(result.value is None for result in results)
    return (not ranks, is_absent, min(ranks, default=0), by_item(results[0].estimate))


def _values(result_by_group: dict[str, RankedEstimate], groups: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(result_by_group[group].value if group in result_by_group else None for group in groups)
