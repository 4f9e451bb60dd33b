"""The sentence that a picture is titled with: what it shows first, by the rules by which a report opens.

None where no figure of the picture may open a report, or nothing could be tested: it keeps the name that it has.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import NamedTuple

from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.judging.verdicts import Judgement, distinct_gaps
from phare_cli.language.map_tiles import tiles_for
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import NATION, Survey
from phare_cli.recipes.cross.placing import Crossing
from phare_cli.recipes.cross.statements import headline
from phare_cli.recipes.plot_stacks import nets_of
from phare_cli.recipes.report.gap_headlines import chosen, gap_headlines, newest_judgements
from phare_cli.recipes.report.headlines import finding
from phare_cli.recipes.report.page import PageMaterial, PageRequest
from phare_cli.wording.sentences import say_briefly

MOST_TOLD = 2  # regions that a title tells of; of more, it tells of the nation alone


class PictureFinding(NamedTuple):
    """What a picture shows first, and what is to be known of how that was chosen."""

    said: Message
    cautions: tuple[Message, ...] = ()


def figure_finding(
    survey: Survey,
    *,
    indicator: str,
    regions: Sequence[str] = (),
    conf: float = 0.95,
    is_stacked: bool = False,
    items: Collection[str] = (),
) -> PictureFinding | None:
    """Return what the figures of *indicator* (an id) say in their latest round; of a scale, what its first net says.

    Of many regions the nation is told, where it is drawn; of some *items* (ids), what comes first where it is among
    them, or what the only one says.
    """
    ids = nets_of(survey, indicator)[:1] if is_stacked else [indicator]
    if not ids:
        return None
    only = survey.named({"indicator": tuple(ids)})
    drawn = tuple(regions or only.names("region"))
    told = drawn if len(drawn) <= MOST_TOLD else tuple({NATION}.intersection(drawn))
    if not told:
        return None
    page = _page(only, told, NATION, Terms(conf=conf))
    if len(items) > 1 and not _first_items(page, ids[0]) <= frozenset(items):
        return None
    said = finding(page, ids[0], items)
    return None if said is None else PictureFinding(said)


def _first_items(page: PageMaterial, indicator: str) -> set[str]:
    """Return the items that come first in a whole group of *page*; none of a rate, or a scale."""
    if indicator not in page.by_indicator:
        return set()
    firsts = (each.estimate for each in page.ranks(indicator) if each.order == 1)
    return {estimate.item for estimate in firsts if not estimate.segment}


def gap_finding(
    survey: Survey,
    *,
    indicators: Sequence[str],
    regions: Sequence[str] = (),
    to: str = NATION,
    terms: Terms = STANDARD,
) -> PictureFinding | None:
    """Return the largest established gap of *indicators* (ids) with *to*, in their latest round, or that none is."""
    page = _page(survey.named({"indicator": indicators}), regions, to, terms)
    gaps = distinct_gaps(newest_judgements(page))
    if any(each.is_established for each in gaps):
        return _largest(gaps, page)
    if all(each.verdict == "untestable" for each in gaps):
        return None
    return PictureFinding(gap_headlines(page)[0])


def map_finding(
    survey: Survey, *, indicator: str, regions: Sequence[str] = (), to: str = NATION, terms: Terms = STANDARD
) -> PictureFinding | None:
    """Return the largest established gap among the regions that have a tile, None where none is."""
    page = _page(survey.named({"indicator": (indicator,)}), regions, to, terms)
    places = tiles_for([each for each in regions or survey.names("region") if each != to])
    gaps = [each for each in distinct_gaps(newest_judgements(page)) if each.pair.estimate.region in places]
    return _largest(gaps, page)


def card_finding(
    survey: Survey,
    *,
    indicators: Sequence[str],
    regions: Sequence[str] = (),
    to: str = NATION,
    top: int | None = None,
    terms: Terms = STANDARD,
    items: Collection[str] = (),
) -> PictureFinding | None:
    """Return what gap_finding() does where all figures are drawn, else, or where it is None, figure_finding().

    Of several *indicators* (ids) only a gap is told. *items* (ids) are those that are drawn, all where there is none.
    """
    drawn = survey.named({"item": items}) if items else survey
    gap = None if top else gap_finding(drawn, indicators=indicators, regions=regions, to=to, terms=terms)
    if gap is not None or len(indicators) > 1:
        return gap
    return figure_finding(survey, indicator=indicators[0], regions=regions, conf=terms.conf, items=items)


def change_finding(
    survey: Survey, *, indicator: str, regions: Sequence[str] = (), terms: Terms = STANDARD
) -> PictureFinding | None:
    """Return the largest established step of *indicator* (an id) between the last two waves, None where none is."""
    page = _page(survey.named({"indicator": (indicator,)}), regions, NATION, terms)

    def context(judgement: Judgement) -> Message:
        return sentence("wave {wave}", wave=judgement.pair.estimate.wave)

    return _largest(distinct_gaps(page.changes), page, context)


def quadrant_finding(found: Sequence[Crossing]) -> PictureFinding | None:
    """Return what comes first in a crossing, None where there are several or their first items are not firm."""
    drawn = [crossing for crossing in found if crossing.common]
    said = headline(drawn[0]) if len(drawn) == 1 and len(found) == 1 else None
    return None if said is None else PictureFinding(said)


def _page(survey: Survey, regions: Sequence[str], to: str, terms: Terms) -> PageMaterial:
    """Return what a report of *regions* is made from, of all but *to* where none is asked for."""
    asked = tuple(regions) or tuple(id for id in survey.names("region") if id != to) or (to,)
    return PageMaterial(survey, asked, PageRequest(to=to, terms=terms))


def _largest(
    gaps: Sequence[Judgement], page: PageMaterial, context: Callable[[Judgement], Message] | None = None
) -> PictureFinding | None:
    """Return the largest of *gaps* that is established and may open a page, and that it was chosen for that."""
    opening = page.opening.gaps(gaps)
    if not opening.told:
        return None
    first = opening.told[0]
    where = context(first) if context else page.context_of(first.pair.estimate)
    said = say_briefly(first, page.request.terms, context=where)
    if first.is_exact:
        return PictureFinding(said)
    return PictureFinding(said, tuple(chosen([first], opening)))
