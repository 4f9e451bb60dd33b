"""The key-figures page of a region, or of several side by side. Holds no text of its own: that is the renderers'."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from phare_cli.document import Document, Exhibit, Foot, Paragraph, Part, Points, Section
from phare_cli.message import Fill, Form, Listing, Message, Name, sentence
from phare_cli.recipes import foot, legend
from phare_cli.recipes.compare import compare, pairs
from phare_cli.recipes.facts import FRAME, facts_sheet
from phare_cli.recipes.headlines import headlines, in_order, stated
from phare_cli.recipes.order import natural
from phare_cli.recipes.pairs import Sample
from phare_cli.recipes.report_pictures import picture_of
from phare_cli.recipes.report_tables import compared, figures, labelled, side_by_side, slug
from phare_cli.recipes.sentences import say
from phare_cli.recipes.verdicts import Judgement, judge
from phare_cli.rendering import Look
from phare_cli.survey import NATION, Estimate, Survey

KEY = ("survey", "wave", "region", "stakeholder", "segment", "indicator", "item", "unit")


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a reader asks of a page. *to* is the region to compare with (an id), *top* the ranks to keep in each group.

    *given* are facts of the survey that the data do not hold, by name. *front_matter* and *captions* are for
    Markdown: a YAML header, and captions with labels as Quarto reads them.
    """

    to: str = NATION
    conf: float = 0.95
    sample: Sample | None = None
    top: int | None = None
    given: Mapping[str, str] = field(default_factory=dict)
    front_matter: bool = False
    captions: bool = False


def report_text(
    survey: Survey,
    format: str,
    look: Look = Look(),  # noqa: B008 - a Look is frozen
    *,
    regions: Sequence[str],
    wanted: Wanted = Wanted(),
) -> str:
    """Return the report of *regions* (ids) in ``table``, ``markdown``, ``html`` or ``json``; see *report*."""
    from phare_cli.rendering.report_formats import render_document

    document = report(survey, regions=regions, wanted=wanted)
    return render_document(document, format, look, front_matter=wanted.front_matter, captions=wanted.captions)


def report(
    survey: Survey,
    *,
    regions: Sequence[str],
    wanted: Wanted = Wanted(),
) -> Document:
    """Return the key-figures page of *regions* (ids), beside the reference where *survey* holds it.

    It opens with the sentences of *headlines*, has a section an indicator, a comparison with verdicts (p values
    adjusted over the whole page), and the facts sheet. Raises WrongOption when *top* is below 1.
    """
    page = _Page(survey, tuple(dict.fromkeys(regions)), wanted)
    sections = (
        _key_points(page),
        *(_indicator(page, indicator) for indicator in in_order(each.indicator for each in page.own)),
        *_comparison(page),
        *_crossings(page),
        _facts(page),
    )
    return Document(
        command="report",
        title=sentence("Key figures {regions}", regions=_of_regions(page.regions)),
        subtitle=_rounds(page.own),
        sections=labelled(section for section in sections if section.parts),
    )


@dataclass(frozen=True, slots=True)
class _Page:
    """What every section of a report is made from."""

    survey: Survey
    regions: tuple[str, ...]
    wanted: Wanted

    @property
    def own(self) -> list[Estimate]:
        """The estimates of the page's regions."""
        return [each for each in self.survey.estimates if each.region in self.regions]

    @property
    def is_one_round(self) -> bool:
        return len({(each.survey, each.wave) for each in self.own}) == 1

    @property
    def is_compared(self) -> bool:
        to = self.wanted.to
        return set(self.regions) != {to} and to in self.survey.names("region")

    def judgements(self) -> list[Judgement]:
        """Return what may be concluded of every figure of the page beside its reference."""
        if not self.is_compared:
            return []
        return judge(
            pairs(self.survey, regions=self.regions, to=self.wanted.to),
            conf=self.wanted.conf,
            sample=self.wanted.sample,
        )


def _key_points(page: _Page) -> Section:
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


def _indicator(page: _Page, indicator: str) -> Section:
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
        read = sentence("How to read it: {said}.", said=stated([_first_row(tables[0], valued)]))
        parts.append(Foot((read, *foot.about(valued)), foot.sources(held)))
    return Section(slug(indicator), Message("{name}", {"name": Name("indicator", indicator)}), tuple(parts))


def _tables(page: _Page, indicator: str) -> list[Exhibit]:
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


def _first_row(exhibit: Exhibit, estimates: Sequence[Estimate]) -> Estimate:
    """Return the one of *estimates* that the first row of a table shows; of its first region where it shows several."""
    row = next(exhibit.table.records())
    names = [name for name in KEY if name in row]
    return next(each for each in estimates if all(getattr(each, name) == row[name] for name in names))


def _named_only(held: Sequence[Estimate]) -> list[Part]:
    """Return a sentence on the items that the sources name without a figure."""
    items = tuple(dict.fromkeys(each.item for each in held if each.value is None))
    if not items:
        return []
    names: tuple[Fill, ...] = tuple(Form("item", item, "the") for item in items)
    return [Paragraph(sentence("Also named, without a published figure: {items}.", items=Listing(names)))]


def _comparison(page: _Page) -> list[Section]:
    """Return the section that sets the page's figures beside their references, with what may be concluded."""
    judgements = page.judgements()
    gaps = [judgement for judgement in judgements if judgement.gap is not None]
    if not gaps:
        return []
    exhibits = compared(
        compare(
            page.survey,
            regions=page.regions,
            to=page.wanted.to,
            conf=page.wanted.conf,
            sample=page.wanted.sample,
        ),
        regions=page.regions,
        to=page.wanted.to,
        is_one_round=page.is_one_round,
    )
    order = in_order(judgement.pair.estimate.indicator for judgement in gaps)
    exhibits.sort(key=lambda exhibit: order.index(str(next(exhibit.table.records())["indicator"])))
    shown = [estimate for judgement in gaps for estimate in _both(judgement)]
    tests = sum(judgement.p_value is not None for judgement in judgements)
    opening = _first_row(exhibits[0], [judgement.pair.estimate for judgement in gaps])
    read = next(judgement for judgement in gaps if judgement.pair.estimate is opening)
    lines = (
        sentence("How to read it: {said}", said=say(read, conf=page.wanted.conf, tests=tests)),
        *legend.tests(gaps, page.wanted.conf),
        *legend.marks(gaps, page.wanted.conf),
        *_without_reference(judgements),
        sentence("The universe of each figure is in the survey facts sheet."),
    )
    title = sentence("Beside {reference}", reference=Form("region", page.wanted.to, "the"))
    return [Section("comparison", title, (*exhibits, Foot(lines, foot.sources(shown))))]


def _both(judgement: Judgement) -> tuple[Estimate, ...]:
    pair = judgement.pair
    return (pair.estimate,) if pair.reference is None else (pair.estimate, pair.reference)


def _without_reference(judgements: Sequence[Judgement]) -> list[Message]:
    """Return the figures that have nothing to be compared with."""
    alone = [judgement.pair.estimate for judgement in judgements if judgement.gap is None]
    if not alone:
        return []
    by_item: dict[tuple[str, str], dict[str, Fill]] = {}
    for each in alone:
        by_item.setdefault((each.indicator, each.item), {})[f"{each.stakeholder}/{each.segment}"] = (
            foot.group(each)
        )
    parts = tuple(
        sentence(
            "{indicator}, {item} ({groups})",
            indicator=Name("indicator", indicator),
            item=Form("item", item, "plain"),
            groups=Listing(tuple(held.values())),
        )
        for (indicator, item), held in by_item.items()
    )
    return [sentence("No figure to compare with: {figures}.", figures=Listing(parts, last=";"))]


def _crossings(page: _Page) -> list[Section]:
    return []


def _facts(page: _Page) -> Section:
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
    rounds = sorted(
        {(each.survey, each.wave) for each in estimates}, key=lambda each: (each[0], natural(each[1]))
    )
    parts: tuple[Fill, ...] = tuple(", ".join(filter(None, each)) for each in rounds if any(each))
    return Message("{rounds}", {"rounds": Listing(parts, last=";")})
