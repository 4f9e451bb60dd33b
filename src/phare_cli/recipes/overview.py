"""What a survey holds, at a glance: a row a wave, how many of each thing, and what reading it noticed."""

from __future__ import annotations

from phare_cli.judging.order import natural
from phare_cli.judging.waves import WaveOrder
from phare_cli.nouns.message import PlaceWord, counted, sentence
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.nouns.table import Column, Kind, Show, Table

_COLUMNS = (
    Column("survey", sentence("Survey"), show=Show.IF_ANY),
    Column("wave", sentence("Wave"), show=Show.IF_ANY),
    Column("regions", sentence("{places}", places=PlaceWord((), "many", capital=True)), Kind.BASE),
    Column("groups", sentence("Stakeholder groups"), Kind.BASE),
    Column("indicators", sentence("Indicators"), Kind.BASE),
    Column("items", sentence("Items"), Kind.BASE),
    Column("figures", sentence("Figures"), Kind.BASE),
)


def overview(survey: Survey) -> Table:
    """Return one row a wave of *survey*, with the number of its regions, groups, indicators, items and figures."""
    rounds: dict[tuple[str, str], list[Estimate]] = {}
    for estimate in survey.estimates:
        rounds.setdefault((estimate.survey, estimate.wave), []).append(estimate)
    waves = WaveOrder(rounds)
    places = PlaceWord(survey.names("region"), "many", capital=True)
    columns = tuple(
        column._replace(label=sentence("{places}", places=places)) if column.name == "regions" else column
        for column in _COLUMNS
    )
    return Table(
        command="list",
        title=counted("{count} result of surveys", "{count} results of surveys", len(survey.estimates)),
        columns=columns,
        rows=tuple(
            (*round, *_counts(rounds[round]))
            for round in sorted(rounds, key=lambda each: (natural(each[0]), waves.place(*each)))
        ),
        notes=survey.notices,
    )


def _counts(estimates: list[Estimate]) -> tuple[int, ...]:
    named = ("region", "stakeholder", "indicator", "item")
    return (*(len({getattr(each, name) for each in estimates} - {""}) for name in named), len(estimates))
