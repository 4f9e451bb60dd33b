"""The section of a report that sets its figures beside their references, with what may be concluded."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.verdicts import Judgement
from phare_cli.language.fixed_words import WORDS
from phare_cli.nouns.document import Exhibit, Foot, Section
from phare_cli.nouns.message import Fill, Form, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.compare.compare import gap_table
from phare_cli.recipes.report.headlines import in_order
from phare_cli.recipes.report.opening_rule import is_firm
from phare_cli.recipes.report.page import PageMaterial, first_firm
from phare_cli.recipes.report.table_sections import gaps_beside
from phare_cli.wording import adding_up, comparison_legend, foot
from phare_cli.wording.ranking_legend import with_signs
from phare_cli.wording.sentences import say


def comparison(page: PageMaterial) -> list[Section]:
    """Return the section that sets the page's figures beside their references, with what may be concluded."""
    judgements = page.judgements
    gaps = [judgement for judgement in judgements if judgement.gap is not None]
    if not gaps:
        return []
    to, terms = page.request.to, page.request.terms
    exhibits = gaps_beside(page, gap_table(gaps, regions=page.regions, to=to))
    order = in_order(judgement.pair.estimate.indicator for judgement in gaps)
    exhibits.sort(key=lambda exhibit: order.index(str(next(exhibit.table.records())["indicator"])))
    estimates = [estimate for judgement in gaps for estimate in _both(judgement)]
    read = _read(exhibits, gaps, page)
    reason = page.untestable_alike
    lines = (
        *([] if read is None else [_how_to_read(read, page)]),
        # The facts sheet of the page says what tests suppose, beside how respondents were chosen.
        *(line for line in comparison_legend.tests(gaps, terms) if line != foot.DRAWN),
        *([sentence("Reason, for every gap: {reason}.", reason=Message(WORDS[reason]))] if reason else ()),
        *with_signs(comparison_legend.marks(gaps, terms), estimates),
        *adding_up.note(gaps),
        *_without_reference(judgements),
        sentence(
            "The universe of each figure is in the survey facts sheet, and its base where that is known."
        ),
    )
    title = sentence("Beside {reference}", reference=Form("region", to, "the"))
    return [Section("comparison", title, (*exhibits, Foot(lines, foot.sources(estimates))))]


def _read(exhibits: Sequence[Exhibit], gaps: Sequence[Judgement], page: PageMaterial) -> Judgement | None:
    """Return the gap by which a reader learns to read: of the newest round, one that was tested where there is any.

    Both of its figures may be relied upon; None where there is no such gap.
    """
    told = page.newest_of(exhibits, str(next(exhibits[0].table.records())["indicator"]))
    firm = {each.pair.estimate: each for each in reversed(gaps) if all(map(is_firm, _both(each)))}
    tested = [figure for figure, each in firm.items() if each.verdict != "untestable"]
    opening = first_firm((told, *exhibits), tested) or first_firm((told, *exhibits), list(firm))
    return None if opening is None else firm[opening]


def _how_to_read(read: Judgement, page: PageMaterial) -> Message:
    context = page.context_of(read.pair.estimate)
    said = say(read, page.request.terms, context=context, decimals=page.decimals_of_gaps, opens=False)
    return sentence("How to read it: {said}", said=said)


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
            groups=Listing(tuple(groups.values())),
        )
        for (indicator, item), groups in by_item.items()
    )
    return [sentence("No figure to compare with: {figures}.", figures=Listing(parts, last=";"))]
