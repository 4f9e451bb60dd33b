"""The tables of a report: each indicator on its own, several regions side by side, the comparison with its verdicts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from phare_cli.judging.order import by_context, by_item
from phare_cli.judging.precision import flag_of
from phare_cli.language.folding import fold
from phare_cli.nouns.document import Exhibit, Part, Picture, Section
from phare_cli.nouns.message import Fill, Form, Message, Name, PlaceWord, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.nouns.table import Cell, Column, Kind, Show, Table
from phare_cli.recipes.report.page import PageMaterial
from phare_cli.recipes.show.show import first_ranks, ranking_table
from phare_cli.wording.clauses import asked_of

RowRecord = Mapping[str, Cell]
NOTHING = Message("")
# What a report tells above a table and not in it.
NAMES = ("stakeholder", "segment", "item", "region")
# Columns that would widen a page and that a program can ask of compare.
TOO_WIDE = frozenset({"base", "reference_base", "p_adjusted"})


def figures(page: PageMaterial, indicator: str) -> list[Exhibit]:
    """Return what *show* answers for one indicator (an id) of one region, an exhibit a round and unit."""
    table = ranking_table(first_ranks(page.ranks(indicator), page.request.top), NOTHING)
    is_rate = indicator in page.survey.rates
    is_scale = all(result.estimate.is_step for result in page.ranks(indicator))
    place = Form("region", page.regions[0], "in")

    def caption(record: RowRecord, items: int) -> Message:
        values: dict[str, Fill] = {"indicator": Name("indicator", indicator), "place": place}
        if items == 1 and not names_item(indicator, str(record["item"])):
            values["item"] = Form("item", str(record["item"]), "plain")
            return sentence("{indicator} {place}: {item}, by group", **values)
        if is_rate or is_scale:
            return sentence("{indicator} {place}, by group", **values)
        return sentence("{indicator} {place}, ranked within each group", **values)

    return _exhibits(page, table, ("survey", "wave", "unit"), indicator, caption)


def side_by_side(page: PageMaterial, indicator: str) -> list[Exhibit]:
    """Return one indicator (an id) of several regions, a column each, an exhibit a round and unit."""
    within = page.figures(indicator)
    present = frozenset(within.names("region"))
    regions = [region for region in page.regions if region in present]
    key = by_context(within, regions=page.regions)
    rows: dict[tuple[str, ...], dict[str, Estimate]] = {}
    for estimate in sorted(within.estimates, key=lambda each: (key(each)[:3], key(each)[4:], by_item(each))):
        each = estimate
        alike = (each.survey, each.wave, each.unit, each.stakeholder, each.segment, each.item)
        rows.setdefault(alike, {})[each.region] = each
    table = Table(
        command="report",
        title=NOTHING,
        columns=(
            Column("survey", sentence("Survey"), show=Show.TITLE),
            Column("wave", sentence("Wave"), show=Show.TITLE),
            Column("unit", sentence("Unit"), show=Show.TITLE),
            Column("stakeholder", sentence("Group"), Kind.NAME, once=True),
            Column("segment", sentence("Segment"), Kind.NAME, Show.IF_ANY, once=True),
            Column("item", sentence("Item"), Kind.NAME, Show.IF_VARIED),
            *(
                Column(
                    f"value_{place}",
                    Message("{region}", {"region": Name("region", region)}),
                    Kind.VALUE,
                    flag=f"flag_{place}",
                )
                for place, region in enumerate(regions, 1)
            ),
            *_hidden("base", sentence("Base"), Kind.BASE, len(regions)),
            *_hidden("flag", sentence("Flag"), Kind.WORD, len(regions)),
        ),
        rows=tuple(
            (
                *alike,
                *(None if each is None else each.value for each in found),
                *(None if each is None else each.base for each in found),
                *(None if each is None else flag_of(each) for each in found),
            )
            for alike, by_region in rows.items()
            for found in [[by_region.get(region) for region in regions]]
        ),
    )

    place = PlaceWord(tuple(regions), "one")

    def caption(record: RowRecord, items: int) -> Message:
        name = Name("indicator", indicator)
        if items == 1 and not names_item(indicator, str(record["item"])):
            item = Form("item", str(record["item"]), "plain")
            return sentence(
                "{indicator}, {place} by {place}: {item}, by group", indicator=name, item=item, place=place
            )
        return sentence("{indicator}, {place} by {place}, by group", indicator=name, place=place)

    return _exhibits(page, table, ("survey", "wave", "unit"), indicator, caption)


def _hidden(name: str, label: Message, kind: Kind, count: int) -> Iterator[Column]:
    """Yield *count* numbered columns that stand in a table for programs alone."""
    for place in range(1, count + 1):
        yield Column(f"{name}_{place}", label, kind, Show.NEVER)


def gaps_beside(page: PageMaterial, table: Table) -> list[Exhibit]:
    """Return the rows of a comparison, *table*, an exhibit an indicator, round and unit."""
    value = Message("{region}", {"region": Name("region", page.regions[0])})

    def narrowed(column: Column) -> Column:
        if column.name in TOO_WIDE or (column.name == "reason" and page.untestable_alike):
            return column._replace(show=Show.NEVER)
        return column._replace(label=value) if column.name == "value" and len(page.regions) == 1 else column

    def caption(record: RowRecord, items: int) -> Message:
        values: dict[str, Fill] = {
            "indicator": Name("indicator", str(record["indicator"])),
            "reference": Name("region", page.request.to),
        }
        if items == 1 and not names_item(str(record["indicator"]), str(record["item"])):
            item = Form("item", str(record["item"]), "plain")
            return sentence("{indicator} beside {reference}: {item}", item=item, **values)
        return sentence("{indicator} beside {reference}", **values)

    narrow = table._replace(columns=tuple(map(narrowed, table.columns)))
    return _exhibits(page, narrow, ("indicator", "survey", "wave", "unit"), "gap", caption)


def names_item(indicator: str, item: str) -> bool:
    """Tell whether an indicator is called by its only item, as a net is: ``partenariats (D'accord)``."""
    return asked_of(indicator, item) is not None or fold(indicator).endswith(fold(f"({item})"))


def _exhibits(
    page: PageMaterial,
    table: Table,
    apart: Sequence[str],
    label: str,
    caption: Callable[[RowRecord, int], Message],
) -> list[Exhibit]:
    """Return *table* cut where one of the columns *apart* changes; each part is told by its caption alone."""
    cuts: dict[tuple[Cell, ...], list[tuple[Cell, ...]]] = {}
    places = [table.position(name) for name in apart]
    for row in table.rows:
        cuts.setdefault(tuple(row[place] for place in places), []).append(row)
    found = []
    for rows in cuts.values():
        part = without_title_columns(
            table._replace(rows=tuple(rows), notes=(), sources=(), people=_people(table))
        )
        record = next(part.records())
        items = len({row[table.position("item")] for row in rows})
        if items == 1:
            part = _unranked(part)
        title = caption(record, items)
        context = page.context_of_round(str(record["survey"] or ""), str(record["wave"] or ""))
        if context is not None:
            title = sentence("{caption} ({round})", caption=title, round=context)
        name = f"{label}-{record['indicator']}" if label == "gap" else label
        found.append(Exhibit(slug(name), part._replace(command="report", title=title)))
    return found


def _people(table: Table) -> tuple[str, ...]:
    """Return the order of people, names first: a row is read by them."""
    order = tuple(name for name in table.people if name not in ("indicator", "survey", "wave"))
    return tuple(dict.fromkeys((*NAMES, *order))) if order else ()


def without_title_columns(table: Table) -> Table:
    """Return *table* with no column left to be told in a panel's title."""

    def seen(place: int, column: Column) -> Column:
        varied = len({row[place] for row in table.rows}) > 1
        if column.show is Show.TITLE:
            return column._replace(show=Show.NEVER)
        if column.show is Show.IF_VARIED:
            return column._replace(show=Show.ALWAYS if varied else Show.NEVER)
        return column

    return table._replace(columns=tuple(seen(place, column) for place, column in enumerate(table.columns)))


def _unranked(table: Table) -> Table:
    """Return *table* without its ranks: a single item has nothing to be ranked among."""
    return table._replace(
        columns=tuple(
            column._replace(show=Show.NEVER) if column.name in ("rank", "rank_low") else column
            for column in table.columns
        ),
    )


def slug(text: str) -> str:
    """Return *text* as the id of an element: plain letters, digits and hyphens."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in fold(text))
    return "-".join(filter(None, plain.split("-"))) or "other"


def with_unique_labels(sections: Iterable[Section]) -> tuple[Section, ...]:
    """Return *sections* with a number after each name and label that was taken already."""
    taken: dict[str, int] = {}

    def once(kind: str, name: str) -> str:
        count = taken[kind + name] = taken.get(kind + name, 0) + 1
        return f"{name}-{count}" if count > 1 else name

    def part_once(part: Part) -> Part:
        match part:
            case Exhibit(label):
                return replace(part, label=once("exhibit ", label))
            case Picture(label):
                return replace(part, label=once("picture ", label))
            case _:
                return part

    return tuple(
        Section(
            once("section ", section.name),
            section.title,
            tuple(map(part_once, section.parts)),
            section.finding,
        )
        for section in sections
    )
