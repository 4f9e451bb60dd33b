"""What is in the data: the names that other commands take, and how many figures each has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from phare_cli.judging.order import natural, places
from phare_cli.judging.waves import WaveOrder
from phare_cli.language.codebook import codebook
from phare_cli.nouns.large.counted import RATE
from phare_cli.nouns.message import Message, PlaceWord, sentence
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table

if TYPE_CHECKING:
    from phare_cli.nouns.large.name_counts import Held


class Topic(StrEnum):
    """What may be listed."""

    REGIONS = "regions"
    STAKEHOLDERS = "stakeholders"
    INDICATORS = "indicators"
    ITEMS = "items"
    WAVES = "waves"
    SOURCES = "sources"
    FORMATS = "formats"


# What each topic counts, for who reads nothing else of a large file.
FIELDS: Mapping[Topic, tuple[str, ...]] = {
    Topic.REGIONS: ("region",),
    Topic.STAKEHOLDERS: ("stakeholder", "segment"),
    Topic.INDICATORS: RATE,
    Topic.ITEMS: ("item",),
    Topic.WAVES: ("survey", "wave"),
    Topic.SOURCES: ("source", "url"),
}
FIGURES = Column("figures", sentence("Figures"), Kind.BASE)
ListedRows = tuple[tuple[Cell, ...], ...]


def list_names(survey: Held, topic: Topic) -> Table:
    """Return one row a name that the data hold, with the number of estimates that bear it."""
    columns, rows, title = RECIPES[topic](survey)
    notes = () if rows else (sentence("Nothing found."),)
    return Table(command="list", title=title, columns=columns, rows=rows, notes=notes)


def list_formats(endings: Mapping[str, Sequence[str]]) -> Table:
    """Return the formats of every answer, with the *endings* of files that say them."""
    formats = tuple((format, " ".join(of_format)) for format, of_format in endings.items())
    columns = (Column("name", sentence("Name")), Column("endings", sentence("File endings")))
    return Table(command="list", title=sentence("Formats"), columns=columns, rows=formats)


def _counts(survey: Held, field: str) -> dict[str, int]:
    return {name: count for (name,), count in survey.counts(field).items()}


def _regions(survey: Held) -> tuple[tuple[Column, ...], ListedRows, Message]:
    columns = (
        Column("name", sentence("Name")),
        Column("region", sentence("Region"), Kind.NAME),
        Column("code", sentence("INSEE code"), show=Show.IF_ANY),
        FIGURES,
    )
    codes = {entry.id: entry.code for entry in codebook().entries("region")}
    counts = _counts(survey, "region")
    at = places("region", counts) | {NATION: -1}
    rows = tuple(
        (codebook().slug("region", id), id, codes.get(id, ""), counts[id])
        for id in sorted(counts, key=at.__getitem__)
    )
    return columns, rows, sentence("{places}", places=PlaceWord(tuple(counts), "many", capital=True))


def _stakeholders(survey: Held) -> tuple[tuple[Column, ...], ListedRows, Message]:
    columns = (
        Column("name", sentence("Name")),
        Column("stakeholder", sentence("Group"), Kind.NAME),
        Column("segment", sentence("Segment"), Kind.NAME, Show.IF_ANY),
        FIGURES,
    )
    at = places("stakeholder", survey.names("stakeholder"))
    counts = survey.counts("stakeholder", "segment")
    ordered = sorted(counts, key=lambda group: (at[group[0]], group[1] != "", natural(group[1])))
    rows = tuple(
        (codebook().slug("stakeholder", id), id, segment, counts[id, segment]) for id, segment in ordered
    )
    return columns, rows, sentence("Stakeholder groups")


def _indicators(survey: Held) -> tuple[tuple[Column, ...], ListedRows, Message]:
    columns = (
        Column("name", sentence("Name")),
        Column("indicator", sentence("Indicator"), Kind.NAME),
        Column("kind", sentence("Kind"), Kind.WORD),
        FIGURES,
    )
    counts = _counts(survey, "indicator")
    # A large file is counted by its names where it has no column of scales.
    marked = survey.counts("indicator", "scale") if isinstance(survey, Survey) else {}
    scales = {indicator for indicator, scale in marked if scale}

    def kind_of(id: str) -> str:
        if id in scales:
            return "scale"
        return "rate" if id in survey.rates else "ranking"

    rows = tuple(
        (codebook().slug("indicator", id), id, kind_of(id), counts[id]) for id in places("indicator", counts)
    )
    return columns, rows, sentence("Indicators")


def _items(survey: Held) -> tuple[tuple[Column, ...], ListedRows, Message]:
    columns = (
        Column("name", sentence("Name")),
        Column("item", sentence("Item"), Kind.NAME),
        FIGURES,
    )
    counts = _counts(survey, "item")
    rows = tuple((codebook().slug("item", id), id, counts[id]) for id in places("item", counts))
    return columns, rows, sentence("Items")


def _waves(survey: Held) -> tuple[tuple[Column, ...], ListedRows, Message]:
    columns = (Column("survey", sentence("Survey")), Column("wave", sentence("Wave")), FIGURES)
    counts = survey.counts("survey", "wave")
    waves = WaveOrder(counts)
    ordered = sorted(counts, key=lambda round: (natural(round[0]), waves.place(*round)))
    return columns, tuple((*wave, counts[wave]) for wave in ordered), sentence("Waves")


def _sources(survey: Held) -> tuple[tuple[Column, ...], ListedRows, Message]:
    columns = (
        Column("source", sentence("Source"), Kind.NAME),
        Column("url", sentence("Address"), show=Show.IF_ANY),
        FIGURES,
    )
    counts = survey.counts("source", "url")
    return (
        columns,
        tuple((*source, count) for source, count in counts.items() if source[0]),
        sentence("Sources"),
    )


RECIPES: dict[Topic, Callable[[Held], tuple[tuple[Column, ...], ListedRows, Message]]] = {
    Topic.REGIONS: _regions,
    Topic.STAKEHOLDERS: _stakeholders,
    Topic.INDICATORS: _indicators,
    Topic.ITEMS: _items,
    Topic.WAVES: _waves,
    Topic.SOURCES: _sources,
}
