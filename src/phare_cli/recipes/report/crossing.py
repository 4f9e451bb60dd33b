"""The section of a report that crosses what a group finds fragile with where it judges partnerships useful."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from phare_cli.judging.order import places
from phare_cli.nouns.document import Exhibit, Foot, Paragraph, Part, Section
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Form, Name, sentence
from phare_cli.recipes.cross.cross import crossing_table, crossings, say_of_each
from phare_cli.recipes.cross.prisms import Prism
from phare_cli.recipes.cross.statements import what_to_remember
from phare_cli.recipes.report.page import PageMaterial
from phare_cli.recipes.report.table_sections import slug, without_title_columns

USEFUL = "partnership-impact"
# What is crossed with it, the first that a group has.
FRAGILE = ("fragility-scores", "fragilities", "action-priorities")
ItemsOfPrism = dict[str, set[str]]
FEWEST = 2  # items in common; fewer have no order


def crossing_section(page: PageMaterial) -> list[Section]:
    """Return a section with a crossing for each group and region that hold both prisms; none where nobody does."""
    items = _items(page)
    groups = places("stakeholder", (each.stakeholder for each in page.own))
    parts = [
        part
        for region in page.regions
        for group in groups
        for part in _crossing(page, region, group, items.get((region, group), {}))
    ]
    return [Section("crossing", sentence("Where alliances matter"), tuple(parts))] if parts else []


def _items(page: PageMaterial) -> Mapping[tuple[str, str], ItemsOfPrism]:
    """Return the items of each prism that have a figure for a whole group, by region and group."""
    items: dict[tuple[str, str], ItemsOfPrism] = {}
    for indicator in (*FRAGILE, USEFUL):
        for each in page.by_indicator.get(indicator, ()):
            if each.value is not None and not each.segment:
                prisms = items.setdefault((each.region, each.stakeholder), {})
                prisms.setdefault(indicator, set()).add(each.item)
    return items


def _crossing(page: PageMaterial, region: str, group: str, items: ItemsOfPrism) -> Iterator[Part]:
    useful = items.get(USEFUL, set())
    fragile = next((id for id in FRAGILE if len(items.get(id, set()) & useful) >= FEWEST), None)
    if fragile is None:
        return
    prisms = (Prism(fragile, group), Prism(USEFUL, group))
    try:
        found = crossings(page.survey, prisms, regions=[region], conf=page.request.terms.conf)
    except WrongOption:  # figures without a common reading: nothing to say of them together
        return
    table = crossing_table(found, prisms, regions=[region], conf=page.request.terms.conf)
    if not table.rows:
        return
    lines = say_of_each(found, what_to_remember)
    caption = sentence(
        "{one} and {another} {place}, {group}",
        one=Name("indicator", fragile),
        another=Form("indicator", USEFUL, "plain"),
        place=Form("region", region, "in"),
        group=Form("stakeholder", group, "in"),
    )
    people = ("item", *(name for name in table.people if name != "item"))
    bare = table._replace(command="report", title=caption, people=people, notes=(), sources=())
    yield from map(Paragraph, lines)
    yield Exhibit(slug(f"crossing {group}"), without_title_columns(bare))
    yield Foot(tuple(note for note in table.notes if note not in lines), table.sources)
