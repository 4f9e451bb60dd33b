"""The section of a report that crosses what a group finds fragile with where it judges partnerships useful."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from phare_cli.judging.order import places
from phare_cli.nouns.document import Exhibit, Foot, Paragraph, Part, Section
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Form, Name, sentence
from phare_cli.recipes.cross.cross import cross, crossings, said
from phare_cli.recipes.cross.prisms import Prism
from phare_cli.recipes.cross.statements import headlines
from phare_cli.recipes.report.request import PageMaterial
from phare_cli.recipes.report.table_sections import slug, untitled

USEFUL = "partnership-impact"
# What is crossed with it, the first that a group has.
FRAGILE = ("fragility-scores", "fragilities", "action-priorities")
FEWEST = 2  # items in common; fewer have no order


def crossed(page: PageMaterial) -> list[Section]:
    """Return a section with a crossing for each group and region that hold both prisms; none where nobody does."""
    parts = [
        part for region in page.regions for group in _groups(page) for part in _crossing(page, region, group)
    ]
    return [Section("crossing", sentence("Where alliances matter"), tuple(parts))] if parts else []


def _groups(page: PageMaterial) -> list[str]:
    return list(places("stakeholder", (each.stakeholder for each in page.own)))


def _crossing(page: PageMaterial, region: str, group: str) -> Iterator[Part]:
    items = {
        indicator: {
            each.item
            for each in page.own
            if (each.region, each.stakeholder, each.indicator) == (region, group, indicator)
            and each.value is not None
            and not each.segment
        }
        for indicator in (*FRAGILE, USEFUL)
    }
    fragile = next((id for id in FRAGILE if len(items[id] & items[USEFUL]) >= FEWEST), None)
    if fragile is None:
        return
    prisms = (Prism(fragile, group), Prism(USEFUL, group))
    try:
        table = cross(page.survey, prisms, regions=[region], conf=page.wanted.conf)
        found = crossings(page.survey, prisms, regions=[region], conf=page.wanted.conf)
    except WrongOption:  # figures without a common reading: nothing to say of them together
        return
    if not table.rows:
        return
    lines = said(found, headlines)
    caption = sentence(
        "{one} and {another} {place}, {group}",
        one=Name("indicator", fragile),
        another=Form("indicator", USEFUL, "plain"),
        place=Form("region", region, "in"),
        group=Form("stakeholder", group, "in"),
    )
    people = ("item", *(name for name in table.people if name != "item"))
    shown = untitled(replace(table, people=people, notes=(), sources=()))
    yield from map(Paragraph, lines)
    yield Exhibit(slug(f"crossing {group}"), replace(shown, command="report", title=caption))
    yield Foot(tuple(note for note in table.notes if note not in lines), table.sources)
