"""The key-figures page of a region, or of several side by side, as a Document that any renderer can write."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.waves import WaveOrder
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.document import Document, Exhibit, Foot, Paragraph, Part, Points, Section
from phare_cli.nouns.message import Fill, Form, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.recipes.report.comparison import comparison
from phare_cli.recipes.report.crossing import crossed
from phare_cli.recipes.report.facts import FRAME, facts_sheet
from phare_cli.recipes.report.headlines import headlines, in_order
from phare_cli.recipes.report.pictures import drawn, picture_of
from phare_cli.recipes.report.request import PageMaterial, PageRequest, first_row
from phare_cli.recipes.report.table_sections import figures, labelled, side_by_side, slug
from phare_cli.rendering import Look
from phare_cli.wording import foot
from phare_cli.wording.clauses import stated


def report_text(
    survey: Survey,
    format: str,
    look: Look = Look(),  # noqa: B008 - a Look is frozen
    *,
    regions: Sequence[str],
    wanted: PageRequest = PageRequest(),  # noqa: B008 - a Wanted is frozen
) -> str:
    """Return the report of *regions* (ids) in ``table``, ``markdown``, ``html`` or ``json``; see *report*."""
    from phare_cli.rendering.pages.formats import render_document

    document = report(survey, regions=regions, wanted=wanted)
    return render_document(
        document,
        format,
        look,
        front_matter=wanted.front_matter,
        captions=wanted.captions,
        pictures=drawn(document, Typesetter(look.language, look.decimals)) if format == "html" else {},
    )


def report(
    survey: Survey,
    *,
    regions: Sequence[str],
    wanted: PageRequest = PageRequest(),  # noqa: B008 - a Wanted is frozen
) -> Document:
    """Return the key-figures page of *regions* (ids), beside the reference where *survey* holds it.

    It opens with the sentences of *headlines*, has a section an indicator, a comparison with verdicts (p values
    adjusted over the whole page), and the facts sheet. Raises WrongOption when *top* is below 1.
    """
    page = PageMaterial(survey, tuple(dict.fromkeys(regions)), wanted)
    sections = (
        _key_points(page),
        *(_indicator(page, indicator) for indicator in in_order(each.indicator for each in page.own)),
        *comparison(page),
        *crossed(page),
        _facts(page),
    )
    return Document(
        command="report",
        title=sentence("Key figures {regions}", regions=_of_regions(page.regions)),
        subtitle=_rounds(page.own),
        sections=labelled(section for section in sections if section.parts),
    )


def _key_points(page: PageMaterial) -> Section:
    title = sentence("Key points")
    if not page.own:
        return Section("key-points", title, (Paragraph(sentence("Nothing found.")),))
    said = headlines(
        page.survey,
        regions=page.regions,
        to=page.wanted.to,
        judgements=page.judgements(),
        conf=page.wanted.conf,
    )
    return Section("key-points", title, (Points(tuple(said)),) if said else ())


def _indicator(page: PageMaterial, indicator: str) -> Section:
    """Return the section of one indicator: its figures, their picture, how to read them."""
    held = [each for each in page.own if each.indicator == indicator]
    valued = [each for each in held if each.value is not None]
    parts: list[Part] = []
    tables = _tables(page, indicator) if valued else []
    if valued:
        parts += tables
        parts += picture_of(
            page.survey, indicator, regions=page.regions, to=page.wanted.to, conf=page.wanted.conf
        )
    parts += _named_only(held)
    if valued:
        read = sentence("How to read it: {said}.", said=stated([first_row(tables[0], valued)]))
        parts.append(Foot((read, *foot.about(valued)), foot.sources(held)))
    return Section(slug(indicator), Message("{name}", {"name": Name("indicator", indicator)}), tuple(parts))


def _tables(page: PageMaterial, indicator: str) -> list[Exhibit]:
    if len(page.regions) > 1:
        return side_by_side(page.survey, indicator, regions=page.regions, is_one_round=page.is_one_round)
    return figures(
        page.survey,
        indicator,
        region=page.regions[0],
        top=page.wanted.top,
        conf=page.wanted.conf,
        is_one_round=page.is_one_round,
    )


def _named_only(held: Sequence[Estimate]) -> list[Part]:
    """Return a sentence on the items that the sources name without a figure."""
    items = tuple(dict.fromkeys(each.item for each in held if each.value is None))
    if not items:
        return []
    names: tuple[Fill, ...] = tuple(Form("item", item, "the") for item in items)
    return [Paragraph(sentence("Also named, without a published figure: {items}.", items=Listing(names)))]


def _facts(page: PageMaterial) -> Section:
    """Return the facts sheet, on the page's figures and those they are set beside."""
    references = [
        judgement.pair.reference for judgement in page.judgements() if judgement.pair.reference is not None
    ]
    if not page.own:
        return Section("facts", Message(""), ())
    figures = [each for each in page.own if each.value is not None]
    sheet = facts_sheet(
        [*figures, *dict.fromkeys(references)], conf=page.wanted.conf, given=page.wanted.given
    )
    return Section(
        "facts",
        sentence("Survey facts sheet"),
        (Exhibit("facts", sheet), Foot(FRAME)),
    )


def _of_regions(regions: Sequence[str]) -> Listing:
    return Listing(tuple(Form("region", region, "of") for region in regions))


def _rounds(estimates: Sequence[Estimate]) -> Message:
    """Return the surveys and waves of a page in a line: PHARE, 2015-2016."""
    waves = WaveOrder.of(estimates)
    rounds = sorted({(each.survey, each.wave) for each in estimates}, key=waves.key)
    parts: tuple[Fill, ...] = tuple(", ".join(filter(None, each)) for each in rounds if any(each))
    return Message("{rounds}", {"rounds": Listing(parts, last=";")})
