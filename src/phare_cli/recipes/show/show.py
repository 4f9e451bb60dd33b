"""Who is worried about what: items ranked within each group, or a rate with its groups side by side."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import groupby

from phare_cli.judging.order import by_context, by_item
from phare_cli.judging.precision import RankedEstimate, rank_group
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Source, Table
from phare_cli.recipes.subject_columns import CONTEXT, GROUP, INDICATOR, ITEM, UNIT
from phare_cli.wording import foot, ranking_legend

COLUMNS = (
    *CONTEXT,
    *GROUP,
    INDICATOR,
    ITEM,
    Column("value", sentence("Value"), Kind.VALUE, bar=True),
    UNIT,
    Column("base", sentence("Base"), Kind.BASE, Show.IF_ANY),
    Column("rank", sentence("Rank"), Kind.RANK, Show.IF_ANY),
    Column("rank_low", sentence("Rank interval"), Kind.RANK, Show.IF_ANY, upto="rank_high"),
    Column("rank_high", sentence("Highest rank number"), Kind.RANK, Show.NEVER),
    Column("low", sentence("Interval"), Kind.VALUE, Show.IF_ANY, upto="high"),
    Column("high", sentence("Upper end"), Kind.VALUE, Show.NEVER),
    Column("flag", sentence("Flag"), Kind.WORD, Show.IF_ANY),
)
PEOPLE = (
    "indicator", "item", "region", "survey", "wave", "stakeholder", "segment", "rank", "item", "value", "low", "base",
    "rank_low", "flag",
)  # fmt: skip
# Each group's result, by the row that it stands in.
ItemsByGroup = dict[tuple[str, ...], dict[str, RankedEstimate]]


def show(
    survey: Survey,
    *,
    indicators: Sequence[str] = (),
    regions: Sequence[str] = (),
    top: int | None = None,
    wide: bool = False,
    suppress: bool = False,
    conf: float = 0.95,
    precision: Sequence[str] = (),
) -> Table:
    """Return the ranking of items within each group; an indicator that is a rate has null ranks.

    Ranks are competition ranks (1, 2, 2, 4) of unrounded figures; items without a figure come last and have
    none. *top* keeps the first ranks of each group with every tie. *wide* crosses items and groups. *indicators*
    and *regions* (ids) say in which order panels stand. *suppress* hides the figures that the NCHS standard
    would not publish: they come last, in the order of their names, and the others are ranked as if they stood
    alone. *conf* is the confidence level of intervals. *precision* adds columns that say how
    precise each figure is, by the words of PrecisionWord. Raises WrongOption when *top* is below 1, and for both *wide*
    and *precision*.
    """
    if wide and precision:
        raise WrongOption(sentence("--precision adds columns to rows of figures: leave it out, or --wide."))
    results = rank_groups(survey, indicators=indicators, regions=regions, suppress=suppress, conf=conf)
    kept = first_ranks(results, top)
    estimates = [result.estimate for result in kept]
    shown_of_all = _top(top, len(kept), len(results))
    if wide:
        return _wide_table(kept, title_of(survey), shown_of_all, foot.sources(estimates))
    table = ranking_table(kept, title_of(survey))._replace(
        notes=(*foot.about(estimates), *ranking_legend.of_rows(kept, conf), *shown_of_all),
        sources=foot.sources(estimates),
    )
    if not precision:
        return table
    from phare_cli.recipes.show.precision_columns import with_precision  # few ask

    return with_precision(table, kept, precision, conf)


def rank_groups(
    survey: Survey,
    *,
    indicators: Sequence[str] = (),
    regions: Sequence[str] = (),
    suppress: bool = False,
    conf: float = 0.95,
) -> list[RankedEstimate]:
    """Return every estimate with the rank that it has in its group, in the order in which *show* tells them."""
    key = by_context(survey, indicators=indicators, regions=regions)
    results: list[RankedEstimate] = []
    for _, group in groupby(sorted(survey.estimates, key=key), key=key):
        estimates = list(group)
        # The steps of a scale stand in its order: like the figures of a rate they have no ranks.
        is_rate = estimates[0].indicator in survey.rates or all(each.is_step for each in estimates)
        results += sorted(rank_group(estimates, conf=conf, suppress=suppress, is_rate=is_rate), key=_by_rank)
    return results


def first_ranks(results: Sequence[RankedEstimate], top: int | None) -> list[RankedEstimate]:
    """Return the results of the first *top* ranks of each group, all for None; WrongOption when it is below 1."""
    if top is not None and top < 1:
        raise WrongOption(sentence("--top keeps at least 1 rank: give it 1 or more."))
    return [result for result in results if _is_kept(result, top)]


def ranking_table(results: Sequence[RankedEstimate], title: Message) -> Table:
    """Return the rows of *show*, without the lines under them."""
    return Table(
        command="show",
        title=title,
        columns=COLUMNS,
        rows=tuple(_row(result) for result in results),
        people=PEOPLE,
    )


def _by_rank(result: RankedEstimate) -> tuple[object, ...]:
    if result.estimate.is_step:
        return (False, 0, by_item(result.estimate))
    return (result.order is None, result.order or 0, by_item(result.estimate))


def _is_kept(result: RankedEstimate, top: int | None) -> bool:
    """Tell whether *top* keeps a result: a rate has no ranks, and nothing without a figure is among the first."""
    if top is None or result.is_rate:
        return True
    return result.rank is not None and result.rank <= top


def _row(result: RankedEstimate) -> tuple[Cell, ...]:
    estimate = result.estimate
    low, high = result.interval or (None, None)
    best, worst = result.rank_interval or (None, None)
    return (
        estimate.survey, estimate.wave, estimate.region, estimate.stakeholder, estimate.segment,
        estimate.indicator, estimate.item, result.value, estimate.unit, estimate.base,
        result.rank, best, worst, low, high, result.flag,
    )  # fmt: skip


def title_of(survey: Survey) -> Message:
    """Return what a table or a picture of *survey* is called: its indicators, where they make a title."""
    indicators = survey.names("indicator")
    if not 0 < len(indicators) <= 3:  # a longer list is no title
        return sentence("Results by stakeholder group")
    names = Listing(tuple(Name("indicator", indicator) for indicator in indicators))
    return sentence("{indicators} by stakeholder group", indicators=names)


def _top(top: int | None, kept: int, total: int) -> list[Message]:
    if top is None or kept == total:
        return []
    first = counted("the first rank of each group", "the first {count} ranks of each group", top)
    return [
        sentence("Shown: {first}, ties kept; {kept} of {total} results.", first=first, kept=kept, total=total)
    ]


def _wide_table(
    results: Sequence[RankedEstimate], title: Message, notes: Sequence[Message], sources: tuple[Source, ...]
) -> Table:
    """Return *results* with groups side by side, items by the best rank that any group gives them.

    A group's column is named by its id, ``associations/employers`` for a segment. *notes* close its own.
    """
    groups = {_group_id(result.estimate): foot.group(result.estimate) for result in results}
    crossing: ItemsByGroup = {}
    for result in results:
        crossing.setdefault(_row_key(result.estimate), {})[_group_id(result.estimate)] = result
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


def _row_key(estimate: Estimate) -> tuple[str, ...]:
    return (estimate.survey, estimate.wave, estimate.region, estimate.indicator, estimate.unit, estimate.item)


def _group_id(estimate: Estimate) -> str:
    return f"{estimate.stakeholder}/{estimate.segment}" if estimate.segment else estimate.stakeholder


def _by_best(results: Sequence[RankedEstimate]) -> tuple[object, ...]:
    if results[0].estimate.is_step:
        return (False, 0, by_item(results[0].estimate))
    ranks = [result.order for result in results if result.order is not None]
    return (not ranks, min(ranks, default=0), by_item(results[0].estimate))


def _values(result_by_group: dict[str, RankedEstimate], groups: Iterable[str]) -> tuple[Cell, ...]:
    return tuple(result_by_group[group].value if group in result_by_group else None for group in groups)
