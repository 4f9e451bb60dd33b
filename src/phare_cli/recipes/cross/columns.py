"""The columns of a crossing and the cells of its rows: a block of them for each prism."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.judging.precision import flag_of
from phare_cli.nouns.message import Message, Name, sentence
from phare_cli.nouns.survey import NATION
from phare_cli.nouns.table import Cell, Column, Kind, Show
from phare_cli.recipes.cross.placing import CrossedItem, Crossing, Facet, readings_by_prism
from phare_cli.recipes.cross.prisms import Prism, labels
from phare_cli.recipes.cross.side_by_side import Reading
from phare_cli.recipes.cross.side_decimals import side_decimals
from phare_cli.recipes.subject_columns import CONTEXT, GROUP, INDICATOR

PEOPLE = ("indicator", "region", "stakeholder", "segment", "survey", "wave", "order", "item")
COMMON = (
    *CONTEXT,
    *(column._replace(show=Show.TITLE, once=False) for column in GROUP),
    INDICATOR,
    Column("item", sentence("Item"), Kind.NAME),
    Column("order", sentence("Order"), Kind.RANK),
    Column("rank_sum", sentence("Sum of ranks"), Kind.RANK, Show.NEVER),
    Column("place", sentence("Where it falls"), Kind.WORD),
)


def crossing_columns(
    prisms: Sequence[Prism], found: Sequence[Crossing], *, rank_interval: Show = Show.IF_ANY
) -> tuple[Column, ...]:
    """Return the columns of *found*, those of each prism numbered from 1; *rank_interval* is when people see it."""
    name_of = labels(prisms)
    by_prism, decimals = readings_by_prism(found), side_decimals(found)
    blocks = [
        _block(
            prism,
            str(number),
            name_of(prism),
            by_prism.get(prism.id, ()),
            rank_interval,
            decimals[prism.id].figures if prism.id in decimals else None,
        )
        for number, prism in enumerate(prisms, start=1)
    ]
    return (*COMMON, *(column for block in blocks for column in block))


def reading_order(prisms: Sequence[Prism], last: Sequence[str] = ("place",)) -> tuple[str, ...]:
    """Return in which order people read the columns: the prisms, then *last*."""
    blocks = (
        f"{name}_{number}"
        for number in range(1, len(prisms) + 1)
        for name in ("value", "unit", "reference", "index", "rank", "rank_low")
    )
    return (*PEOPLE, *blocks, *last)


def crossing_row(prisms: Sequence[Prism], crossing: Crossing, item: CrossedItem) -> tuple[Cell, ...]:
    """Return the cells of one item; a prism that is not in *crossing* has empty ones."""
    cells: list[Cell] = [
        _same(reading.round[0] for reading in crossing.readings),
        _same(reading.round[1] for reading in crossing.readings),
        crossing.region,
        _same(prism.stakeholder for prism in prisms),
        _same(prism.segment for prism in prisms),
        _same(prism.indicator for prism in prisms),
        item.item,
        item.order,
        item.rank_sum,
        item.place,
    ]
    shown = {
        reading.prism.id: _cells(reading, cut, facet)
        for reading, cut, facet in zip(crossing.readings, crossing.cuts, item.facets, strict=True)
    }
    for prism in prisms:
        cells += shown.get(prism.id, (prism.id, *(None,) * 15))
    return tuple(cells)


def _block(
    prism: Prism,
    number: str,
    name: Message | Name,
    read: Sequence[Reading],
    rank_interval: Show,
    beside_cut: int | None,
) -> tuple[Column, ...]:
    """Return the columns of one prism; figures of several units stand beside their unit.

    *beside_cut* are the decimals of what is high or low: the figure, or the index of a statistic.
    """
    unit = _unit(read)
    decimals = _decimals(read) if prism.is_statistic else beside_cut
    heading = name if isinstance(name, Message) else Message("{name}", {"name": name})
    france = Name("region", NATION)
    block = (
        Column("prism", sentence("Prism"), show=Show.NEVER),
        Column("survey", sentence("Survey"), show=Show.NEVER),
        Column("wave", sentence("Wave"), show=Show.NEVER),
        Column("value", heading, Kind.VALUE, unit=unit or "", decimals=decimals, flag=f"flag_{number}"),
        Column("unit", sentence("Unit"), show=Show.NEVER if unit else Show.IF_ANY),
        Column("base", sentence("Base"), Kind.BASE, Show.NEVER),
        Column("low", sentence("Interval"), Kind.VALUE, Show.NEVER, unit=unit or ""),
        Column("high", sentence("Upper end"), Kind.VALUE, Show.NEVER, unit=unit or ""),
        Column("rank", sentence("Rank"), Kind.RANK),
        Column("rank_low", sentence("Rank interval"), Kind.RANK, rank_interval, upto=f"rank_high_{number}"),
        Column("rank_high", sentence("Highest rank number"), Kind.RANK, Show.NEVER),
        Column(
            "reference",
            Message("{region}", {"region": france}),
            Kind.VALUE,
            Show.IF_ANY,
            unit=unit or "",
            decimals=decimals,
        ),
        Column(
            "index",
            sentence("{region} = 100", region=france),
            Kind.VALUE,
            Show.IF_ANY,
            unit="count",
            decimals=beside_cut if prism.is_statistic else None,
        ),
        Column("cut", sentence("Cut"), Kind.NUMBER, Show.NEVER),
        Column("side", sentence("Side"), Kind.WORD, Show.NEVER),
        Column("flag", sentence("Flag"), Kind.WORD, Show.NEVER),
    )
    return tuple(column._replace(name=f"{column.name}_{number}") for column in block)


def _unit(read: Sequence[Reading]) -> str | None:
    """Return the unit of every figure of a prism; None where a statistic has several."""
    units = {reading.unit for reading in read}
    return units.pop() if len(units) == 1 else None


def _decimals(read: Sequence[Reading]) -> int | None:
    """Return the decimals of a statistic, which is printed as it was published beside the nation's."""
    published = [figure.estimate.decimals for reading in read for figure in reading.figures.values()]
    return max(published, default=None)


def _cells(reading: Reading, cut: float | None, facet: Facet | None) -> tuple[Cell, ...]:
    if facet is None:
        return (reading.prism.id, *reading.round, *(None,) * 10, cut, None, None)
    estimate, reference = facet.figure.estimate, facet.figure.reference
    low, high = facet.interval or (None, None)
    best, worst = facet.rank_interval or (None, None)
    return (
        reading.prism.id, *reading.round, estimate.value, estimate.unit, estimate.base, low, high,
        facet.rank, best, worst,
        reference.value if reference else None, facet.figure.level if reference else None,
        cut, facet.side, flag_of(estimate),
    )  # fmt: skip


def _same(texts: Iterable[str]) -> str | None:
    distinct_texts = set(texts)
    return distinct_texts.pop() if len(distinct_texts) == 1 else None
