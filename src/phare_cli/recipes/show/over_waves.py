"""The waves of a survey side by side: a row a figure, a column a wave, and what the last says beside the first."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from phare_cli.judging.pairs import wave_series
from phare_cli.judging.precision import flag_of
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.trends import ends_of, judged_ends, trends
from phare_cli.judging.verdicts import Judgement
from phare_cli.judging.waves import WaveOrder
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.compare.compare import no_trend, unordered_waves
from phare_cli.recipes.show.show import title_of
from phare_cli.recipes.subject_columns import CONTEXT, GROUP, INDICATOR, ITEM, UNIT
from phare_cli.wording import adding_up, comparison_legend, foot
from phare_cli.wording.ranking_legend import with_signs
from phare_cli.wording.trend_lines import trend_lines

_PLACES = tuple(column for column in CONTEXT if column.name != "wave")
_CHANGE = sentence(
    "Change: the last wave less the first of each row, with the verdict of these two waves compared alone."
)


def show_over_waves(
    survey: Survey,
    *,
    indicators: Sequence[str] = (),
    regions: Sequence[str] = (),
    suppress: bool = False,
    terms: Terms = STANDARD,
    items: Collection[str] = (),
) -> Table:
    """Return the figures of each wave side by side, and the change from the first to the last with its verdict.

    Columns are named by the waves, in the order of time. Three waves or more have one statement together, in a note.
    *indicators* and *regions* are ids, in the order of panels; *suppress* leaves out figures that the NCHS standard
    would not publish, and what is said of them. *items* (ids) shows those alone, with the tests that they have among
    all.
    """
    hidden = frozenset(each for each in survey.estimates if suppress and _is_too_imprecise(each))
    within = survey.where(lambda each: each not in hidden) if hidden else survey
    series = [
        waves
        for waves in wave_series(within, regions=regions, indicators=indicators)
        if not items or waves[0].item in items
    ]
    several = [waves for waves in series if len(waves) > 1]
    ends = judged_ends(within, several, regions, indicators, terms) if several else {}
    changes = [ends[ends_of(waves)] if len(waves) > 1 else None for waves in series]
    judgements = [change for change in changes if change is not None]
    estimates = [each for waves in series for each in waves]
    shown_waves = _waves(estimates)
    decimals = adding_up.decimals_of(judgements)
    return Table(
        command="show",
        title=sentence("{title}, wave by wave", title=title_of(within)),
        columns=(
            *_PLACES,
            INDICATOR,
            UNIT,
            *GROUP,
            ITEM,
            *(
                Column(
                    f"value_{wave}",
                    Message("{wave}", {"wave": wave}),
                    Kind.VALUE,
                    Show.IF_ANY,
                    decimals=decimals,
                    spark=len(shown_waves) > 1,
                    flag=f"flag_{wave}",
                )
                for wave in shown_waves
            ),
            Column("change", sentence("Change"), Kind.GAP, Show.IF_ANY, decimals=decimals),
            Column("verdict", sentence("Verdict"), Kind.WORD, Show.IF_ANY, names="wave"),
            Column("reason", sentence("Reason"), Kind.WORD, Show.IF_ANY),
            *(Column(f"flag_{wave}", sentence("Flag"), Kind.WORD, Show.NEVER) for wave in shown_waves),
        ),
        rows=tuple(_row(waves, shown_waves, change) for waves, change in zip(series, changes, strict=True)),
        notes=(
            *([_CHANGE] if several else [no_trend(survey)]),
            *trend_lines(
                [
                    trend
                    for trend in trends(within, regions=regions, indicators=indicators, terms=terms)
                    if not items or trend.waves[0].item in items
                ],
                terms,
            ),
            *comparison_legend.tests(judgements, terms),
            *with_signs(comparison_legend.verdict_marks(judgements), estimates),
            *(unordered_waves(within) if several else ()),
            *(foot.about(estimates, has_gaps=_has_gaps(series)) if estimates else ()),
            *(
                [counted("{count} figure is hidden.", "{count} figures are hidden.", len(hidden))]
                if hidden
                else ()
            ),
            *foot.chosen_items(items, survey.names("item"), has_ranks=False),
        ),
        sources=foot.sources(estimates),
        people=("indicator", "region", "survey"),
    )


def _is_too_imprecise(estimate: Estimate) -> bool:
    return estimate.value is not None and flag_of(estimate) in ("low_base", "suppress")


def _waves(estimates: Sequence[Estimate]) -> list[str]:
    """Return the waves of all surveys, in the order of time as far as their names tell it."""
    rounds = dict.fromkeys((each.survey, each.wave) for each in estimates)
    order = WaveOrder.across(rounds)
    return list(dict.fromkeys(wave for _, wave in sorted(rounds, key=order.newest)))


def _has_gaps(series: Sequence[Sequence[Estimate]]) -> bool:
    """Tell whether a figure lacks a wave that its panel shows."""
    by_panel: dict[tuple[str, ...], list[set[str]]] = {}
    for waves in series:
        first = waves[0]
        panel = (first.survey, first.region, first.indicator, first.unit)
        by_panel.setdefault(panel, []).append({each.wave for each in waves})
    return any(len(set.union(*panel)) > min(map(len, panel)) for panel in by_panel.values())


def _row(waves: Sequence[Estimate], shown_waves: Sequence[str], change: Judgement | None) -> tuple[Cell, ...]:
    first, values = waves[0], {each.wave: each.value for each in waves}
    flags = {each.wave: flag_of(each) for each in waves}
    return (
        first.survey, first.region, first.indicator, first.unit, first.stakeholder, first.segment, first.item,
        *(values.get(wave) for wave in shown_waves),
        *((None, None, None) if change is None else (change.gap, change.verdict, change.reason)),
        *(flags.get(wave) for wave in shown_waves),
    )  # fmt: skip
