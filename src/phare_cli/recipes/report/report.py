"""The key-figures page of a region, or of several side by side, as a Document that any renderer can write."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from phare_cli.judging.precision import flag_of
from phare_cli.judging.waves import WaveOrder
from phare_cli.language.codebook import codebook
from phare_cli.nouns.chart import Chart
from phare_cli.nouns.document import Document, Exhibit, Foot, Paragraph, Part, Picture, Points, Section
from phare_cli.nouns.message import Fill, Form, Listing, Message, Name, counted, sentence
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.recipes.compare.compare import gap_table
from phare_cli.recipes.plot import bars_of, dumbbells_of
from phare_cli.recipes.plot_stacks import nets_of, plot_stacks
from phare_cli.recipes.report.changes import changes
from phare_cli.recipes.report.columns_of_places import precision_lines
from phare_cli.recipes.report.comparison import comparison
from phare_cli.recipes.report.crossing import crossing_section
from phare_cli.recipes.report.even_decimals import with_even_decimals
from phare_cli.recipes.report.facts import FRAME, facts_sheet
from phare_cli.recipes.report.headlines import finding, headlines, in_order
from phare_cli.recipes.report.page import PageMaterial, PageRequest, Round, first_firm, round_of
from phare_cli.recipes.report.samples_told import samples_taken, whole_itself
from phare_cli.recipes.report.small_bases import BELOW, IN_FACTS, small_bases
from phare_cli.recipes.report.table_sections import figures, side_by_side, slug, with_unique_labels
from phare_cli.recipes.show.show import ranking_table, title_of
from phare_cli.wording import foot
from phare_cli.wording.clauses import figures_clause
from phare_cli.wording.ranking_legend import of_flags
from phare_cli.wording.without_figures import absent_items

FEWEST = 2  # figures that a picture adds something to


def report(
    survey: Survey,
    *,
    regions: Sequence[str],
    request: PageRequest = PageRequest(),  # noqa: B008 - a PageRequest is frozen
    pictures: bool = False,
) -> Document:
    """Return the key-figures page of *regions* (ids), beside the reference where *survey* holds it.

    It opens with the sentences of *headlines*, has a section an indicator, a comparison with verdicts (p values
    adjusted over the whole page), what changed since the wave before, and the facts sheet. *pictures* are for the
    formats that show them. A short one is a sheet of paper (:mod:`short_page`). Raises WrongOption when *top* is below
    1, and what refuse_pictures() does.
    """
    if request.pictures:
        from phare_cli.recipes.report.asked_pictures import refuse_pictures  # few ask

        refuse_pictures(request)
    page = PageMaterial(survey, tuple(dict.fromkeys(regions)), request)
    document = Document(
        command="report",
        title=_title(page),
        subtitle=_rounds(page.own),
        sections=with_unique_labels(
            section for section in _sections(page, pictures=pictures) if section.parts
        ),
        name=slug("-".join(codebook().slug("region", region) for region in page.regions)),
        upright=request.short,
    )
    return with_even_decimals(document, page.decimals)


def _sections(page: PageMaterial, *, pictures: bool) -> Iterator[Section]:
    opening = _key_points(page)
    yield opening
    if page.request.short:
        from phare_cli.recipes.report.short_page import short_section  # few ask

        yield from short_section(page, _in_order_asked(page), opening)
        return
    for indicator in _in_order_asked(page):
        yield _indicator(page, indicator, pictures=pictures)
    yield from comparison(page)
    yield from changes(page)
    yield from crossing_section(page)
    yield _facts(page)


def _title(page: PageMaterial) -> Message:
    if page.request.title:
        return Message("{title}", {"title": page.request.title})
    return sentence("Key figures {regions}", regions=_of_regions(page.regions))


def _in_order_asked(page: PageMaterial) -> list[str]:
    """Return the indicators of a page: in the order that was asked, or else as a report tells them.

    A net stands in the section of its scale, where the page has that.
    """
    asked = [id for id in page.request.indicators if id in page.by_indicator]
    ids = list(dict.fromkeys(asked)) or in_order(page.by_indicator)
    beside = {net for id in ids for net in nets_of(page.survey, id)}
    return [id for id in ids if id not in beside]


def _key_points(page: PageMaterial) -> Section:
    title = sentence("Key points")
    if not page.own:
        return Section("key-points", title, (Paragraph(sentence("Nothing found.")),))
    masked = sum(map(foot.is_hidden, page.own))
    if masked and all(each.value is None for each in page.own):
        nothing = counted(
            "There is no figure to tell: {count} is masked, of too few respondents or given away by the others.",
            "There is no figure to tell: {count} are masked, of too few respondents or given away by the others.",
            masked,
        )
        return Section("key-points", title, (Paragraph(nothing),))
    margins = BELOW if page.request.short else IN_FACTS if len(page.regions) > 1 else None
    told: Sequence[Estimate] = page.own
    if page.request.short:
        from phare_cli.recipes.report.short_page import of_shown_groups  # few ask

        told = of_shown_groups(page)
    lines, below = headlines(page), (*page.unknown, *small_bases(told, margins=margins))
    parts: tuple[Part, ...] = (Points(tuple(lines)),) if lines else ()
    return Section("key-points", title, (*parts, Foot(below)) if parts and below else parts)


def _indicator(page: PageMaterial, indicator: str, *, pictures: bool) -> Section:
    """Return the section of one indicator and its nets: their figures, their picture, how to read them."""
    told = (indicator, *(net for net in nets_of(page.survey, indicator) if net in page.by_indicator))
    estimates = [each for id in told for each in page.by_indicator[id]]
    valued = [each for each in estimates if each.value is not None]
    with_figures = [id for id in told if page.figures(id).estimates]
    parts: list[Part] = []
    tables = [table for id in with_figures for table in _tables(page, id)]
    parts += tables
    if pictures and indicator in with_figures:
        parts += _picture(page, indicator)
    parts += _named_only(estimates)
    if valued:
        lines = (line for line in page.about(valued) if line not in page.unknown)
        is_one = len(page.regions) == 1
        precision = of_flags(set(map(flag_of, valued))) if is_one else precision_lines(valued)
        below = Foot((*_how_to_read(page, tables, valued), *precision, *lines), foot.sources(estimates))
        parts.append(below)
        if pictures and page.request.pictures:
            from phare_cli.recipes.report.asked_pictures import asked_pictures  # few ask

            parts += [picture for id in with_figures for picture in asked_pictures(page, id, below)]
    name = Message("{name}", {"name": Name("indicator", indicator)})
    return Section(slug(indicator), name, tuple(parts), finding(page, indicator))


def _how_to_read(page: PageMaterial, tables: Sequence[Exhibit], valued: Sequence[Estimate]) -> list[Message]:
    """Return how a figure of the newest round is read, of another where none may be relied upon; nothing without."""
    by_region = sorted(valued, key=lambda each: page.regions.index(each.region))
    newest = page.newest_of(tables, by_region[0].indicator)
    first = first_firm((newest, *tables), by_region)
    if first is None:
        return []
    clause = figures_clause([first], capital=False, context=page.context_of(first), is_read=True)
    return [sentence("How to read it: {said}.", said=clause)]


def _tables(page: PageMaterial, indicator: str) -> list[Exhibit]:
    return side_by_side(page, indicator) if len(page.regions) > 1 else figures(page, indicator)


def _picture(page: PageMaterial, indicator: str) -> list[Picture]:
    """Return the picture of the newest figures of an indicator: beside its reference where a figure has one, else bars.

    Earlier rounds stand in their tables: all of them in one picture would take pages. An ordered scale is stacked, its
    steps in their order, in the region and in its reference. Without a reference or an interval it would say what the
    table says, which may have bars of its own. The page around it says its notes and sources.
    """
    newest = page.last_figures(indicator)
    chart = _chart(page, indicator, newest) if len(newest) >= FEWEST else None
    if chart is None:
        return []
    rounds = {round_of(each) for each in newest}
    context = page.context_of_round(*rounds.pop()) if len(rounds) == 1 else None
    if context is not None:
        chart = replace(chart, title=sentence("{caption} ({round})", caption=chart.title, round=context))
    return [Picture(slug(indicator), chart)]


def _chart(page: PageMaterial, indicator: str, newest: Collection[Estimate]) -> Chart | StackedChart | None:
    is_rate = indicator in page.survey.rates
    to = page.request.to
    stacks = _stacks(page, indicator, {round_of(each) for each in newest})
    if stacks is not None:
        return stacks
    gaps = [each for each in page.judgements if each.pair.estimate in newest]
    if len(page.regions) == 1 and any(each.gap is not None for each in gaps):
        table = gap_table(gaps, regions=page.regions, to=to)
        is_scale = any(each.is_step for each in newest)
        chart = dumbbells_of(
            table, indicator, regions=page.regions, to=to, is_rate=is_rate, is_scale=is_scale
        )
        return _bare(chart) if page.untestable_alike else chart
    ranks = [each for each in page.ranks(indicator) if each.estimate in newest]
    table = ranking_table(ranks, title_of(page.figures(indicator)))
    if len(page.regions) == 1 and all(record["low"] is None for record in table.records()):
        return None
    return bars_of(table, is_rate=is_rate)


def _stacks(page: PageMaterial, indicator: str, newest: Collection[Round]) -> StackedChart | None:
    """Return the bars of a scale that is whole in every group; None where there is none."""
    if page.request.top is not None or not page.ranks(indicator)[0].estimate.is_step:
        return None
    to = page.request.to
    regions = (*page.regions, *((to,) if len(page.regions) == 1 and to not in page.regions else ()))
    about_it = page.survey.named({"indicator": (indicator, *nets_of(page.survey, indicator))})
    within = about_it.of_regions(regions).where(lambda each: round_of(each) in newest)
    drawn = {each.region for each in within.named({"indicator": (indicator,)}).estimates}
    stacks = plot_stacks(
        within, indicator=indicator, regions=regions, conf=page.request.terms.conf, beside=len(drawn) > 1
    )
    if isinstance(stacks, Message):
        return None
    names: tuple[Fill, ...] = tuple(Name("region", region) for region in page.regions)
    about = Name("indicator", indicator)
    if len(drawn) > len(names):
        title = sentence(
            "{indicator}: {regions} beside {reference}",
            indicator=about,
            regions=Listing(names),
            reference=Name("region", to),
        )
    else:
        title = sentence("{indicator} {regions}", indicator=about, regions=_of_regions(page.regions))
    return replace(stacks, title=title)


def _bare(chart: Chart) -> Chart:
    """Return *chart* without the reason that no gap of the page is tested, which the page says once.

    A figure without a reference has no gap, and keeps saying so.
    """
    return replace(
        chart,
        sections=tuple(
            replace(
                section,
                panels=tuple(
                    replace(
                        panel,
                        marks=tuple(
                            mark if mark.gap is None else replace(mark, remark="untestable")
                            for mark in panel.marks
                        ),
                    )
                    for panel in section.panels
                ),
            )
            for section in chart.sections
        ),
    )


def _named_only(estimates: Sequence[Estimate]) -> list[Part]:
    """Return a sentence on the items that the sources name without a figure, and one on the groups with masked ones."""
    absent = [each for each in estimates if each.value is None]
    masked = [each for each in absent if foot.is_hidden(each)]
    named = [each for each in absent if not foot.is_hidden(each)]
    parts: list[Part] = []
    if masked:
        told = sentence(
            "Masked figures, of too few respondents or given away by the others: {groups}.",
            groups=foot.groups(masked),
        )
        parts.append(Paragraph(told))
    if named:
        told = counted(
            "Also named, without a published figure: {items}.",
            "Also named, without a published figure: {items}.",
            len({each.item for each in named}),
            items=absent_items(named, estimates, lambda item: Form("item", item, "the")),
        )
        parts.append(Paragraph(told))
    return parts


def _facts(page: PageMaterial) -> Section:
    """Return the facts sheet, on the page's figures and those they are set beside."""
    if not page.own:
        return Section("facts", Message(""), ())
    figures = [each for each in page.own if each.value is not None]
    references = [each.pair.reference for each in page.judgements if each.pair.reference is not None]
    terms = page.request.terms
    told = [*figures, *dict.fromkeys(references)]
    samples = samples_taken([each.pair for each in page.judgements], terms.sample)
    samples = samples or whole_itself(page.regions, page.survey)
    sheet = facts_sheet(told, conf=terms.conf, given=page.request.facts, samples=samples)
    return Section(
        "facts",
        sentence("Survey facts sheet"),
        (Exhibit("facts", sheet), Foot(FRAME)),
    )


def _of_regions(regions: Sequence[str]) -> Listing:
    return Listing(tuple(Form("region", region, "of") for region in regions))


def _rounds(estimates: Sequence[Estimate]) -> Message:
    """Return the surveys of a page with their waves in a line: PHARE, 2013 and 2016."""
    order = WaveOrder.of(estimates)
    waves: dict[str, list[Fill]] = {}
    for survey, wave in sorted({(each.survey, each.wave) for each in estimates}, key=order.key):
        waves.setdefault(survey, []).extend([wave] if wave else [])
    parts = (
        sentence("{survey}, {wave}", survey=survey, wave=Listing(tuple(of_survey)))
        if survey and of_survey
        else Listing((survey, *of_survey) if survey else tuple(of_survey))
        for survey, of_survey in waves.items()
        if survey or of_survey
    )
    return Message("{rounds}", {"rounds": Listing(tuple(parts), last=";")})
