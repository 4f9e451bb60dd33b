"""Who is worried about what: items ranked within each group, or a rate with its groups side by side."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import groupby

from phare_cli.judging.order import by_context, by_item
from phare_cli.judging.precision import RankedEstimate, rank_group
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
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
    bases: bool = False,
    letters: bool = False,
    family: str = "indicator",
    items: Collection[str] = (),
) -> Table:
    """Return the ranking of items within each group; an indicator that is a rate has null ranks.

    Ranks are competition ranks (1, 2, 2, 4) of unrounded figures; items without a figure come last and have none.
    *top* keeps the first ranks of each group with every tie. *wide* crosses items and groups. *indicators* and
    *regions* (ids) say in which order panels stand. *suppress* hides the figures that the NCHS standard would not
    publish: they come last, in the order of their names, and the others are ranked as if they stood alone. *conf*
    is the confidence level of intervals. *precision* adds columns that say how precise each figure is, by the
    words of PrecisionWord, beside each column of figures where these are several. Beside *wide*, *bases* adds the
    bases and effective bases as rows, and *letters* says beside each figure which columns it is established to be
    above, by the tests of *family* (a word of Family). *items* (ids) shows those alone, with the ranks and the tests
    that they have among all.

    Raises WrongOption when *top* is below 1, and for what goes with *wide* alone.
    """
    if not wide and (bases or letters):
        option = "--bases" if bases else "--letters"
        raise WrongOption(
            sentence("{option} goes with --wide: add it, or leave {option} out.", option=option)
        )
    results = rank_groups(survey, indicators=indicators, regions=regions, suppress=suppress, conf=conf)
    kept = [each for each in first_ranks(results, top) if not items or each.estimate.item in items]
    estimates = [result.estimate for result in kept]
    shown_of_all = [
        *told_top(top, len(kept), len(results)),
        *foot.chosen_items(items, survey.names("item"), has_ranks=any(each.rank for each in kept)),
    ]
    if wide:
        from phare_cli.recipes.show.items_by_groups import wide_table

        table = wide_table(kept, title_of(survey), shown_of_all, foot.sources(estimates))
        if bases or letters:
            from phare_cli.judging.terms import Family, Terms
            from phare_cli.recipes.show.banner import with_banner  # what agencies deliver

            terms = Terms(conf=conf, family=Family(family)) if letters else None
            table = with_banner(
                table, kept, survey, regions=regions, indicators=indicators, bases=bases, terms=terms
            )
        if precision:
            from phare_cli.recipes.show.precision_columns import with_precision_beside  # few ask

            table = with_precision_beside(table, kept, precision, conf)
        return table
    table = told_ranking(kept, title_of(survey), shown_of_all, conf)
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
    items: Collection[str] = (),
) -> list[RankedEstimate]:
    """Return every estimate with the rank that it has in its group, in the order in which *show* tells them.

    *items* (ids) keeps those alone, with the ranks that they have among all.
    """
    key = by_context(survey, indicators=indicators, regions=regions)
    results: list[RankedEstimate] = []
    for _, group in groupby(sorted(survey.estimates, key=key), key=key):
        estimates = list(group)
        # The steps of a scale stand in its order: like the figures of a rate they have no ranks.
        is_rate = estimates[0].indicator in survey.rates or all(each.is_step for each in estimates)
        results += sorted(rank_group(estimates, conf=conf, suppress=suppress, is_rate=is_rate), key=_by_rank)
    return [each for each in results if each.estimate.item in items] if items else results


def first_ranks(results: Sequence[RankedEstimate], top: int | None) -> list[RankedEstimate]:
    """Return the results of the first *top* ranks of each group, all for None; WrongOption when it is below 1."""
    if top is not None and top < 1:
        raise WrongOption(sentence("--top keeps at least 1 rank: give it 1 or more."))
    return [result for result in results if _is_kept(result, top)]


def told_ranking(
    results: Sequence[RankedEstimate], title: Message, shown_of_all: Sequence[Message], conf: float
) -> Table:
    """Return the rows of *show* with the lines under them, the last of which are *shown_of_all*."""
    estimates = [result.estimate for result in results]
    return ranking_table(results, title)._replace(
        notes=(*foot.about(estimates), *ranking_legend.of_rows(results, conf), *shown_of_all),
        sources=foot.sources(estimates),
    )


def ranking_table(results: Sequence[RankedEstimate], title: Message) -> Table:
    """Return the rows of *show*, without the lines under them."""
    return Table(
        command="show",
        title=title,
        columns=COLUMNS,
        rows=tuple(_row(result) for result in results),
        people=PEOPLE,
        scales=_scales(results),
    )


def _scales(results: Sequence[RankedEstimate]) -> tuple[str, ...]:
    if not any(result.estimate.is_step for result in results):
        return ()
    from phare_cli.judging.whole_scales import whole_scales  # of use to ordered scales

    return whole_scales(results)


def _by_rank(result: RankedEstimate) -> tuple[object, ...]:
    if result.estimate.is_step:
        return (False, False, 0, by_item(result.estimate))
    return (result.order is None, result.value is None, result.order or 0, by_item(result.estimate))


def _is_kept(result: RankedEstimate, top: int | None) -> bool:
    """Tell whether *top* keeps a result: a rate has no ranks, and nothing without a figure is among the first."""
    if top is None or result.is_rate:
        return True
    return result.is_alone or (result.rank is not None and result.rank <= top)


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


def told_top(top: int | None, kept: int, total: int) -> list[Message]:
    """Return how many of all results *top* leaves; nothing where it leaves them all."""
    if top is None or kept == total:
        return []
    first = counted("the first rank of each group", "the first {count} ranks of each group", top)
    return [
        sentence("Shown: {first}, ties kept; {kept} of {total} results.", first=first, kept=kept, total=total)
    ]
