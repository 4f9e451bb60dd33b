"""The three to five sentences that open a report, chosen by a rule that anyone can check.

The rule: engagement, then the fragilities, then innovation, each in its latest round and for whole groups; where the
data lack one of them, the next indicator takes its place; then the two largest gaps of the latest rounds that are
established, told as chosen for that, or one sentence that says why none is. A figure whose base is low, or that is too
imprecise to publish, opens no report. An item is called first only where its group ranks several and each that was
asked about has a figure, and with what sampling leaves of that order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import groupby

from phare_cli.judging.order import places
from phare_cli.judging.precision import RankedEstimate, flag_of
from phare_cli.judging.verdicts import Judgement, distinct_gaps
from phare_cli.judging.waves import WaveOrder
from phare_cli.language.codebook import codebook
from phare_cli.language.digits import outward, places_of
from phare_cli.language.typeset import DECIMALS
from phare_cli.nouns.message import Figure, Fill, Form, Gap, Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.report.page import PageMaterial
from phare_cli.wording import foot
from phare_cli.wording.clauses import figures_clause, place_of
from phare_cli.wording.reasons import why
from phare_cli.wording.sentences import say

FIRST = ("engagement", "fragilities", "innovation")
INDICATORS = 3  # sentences about indicators
GAPS = 2  # sentences about gaps
SIDE_BY_SIDE = 3  # more regions than this make no sentence
WEAK = ("low_base", "suppress")
Round = tuple[str, str]  # a survey and one wave of it


def in_order(indicators: Iterable[str]) -> list[str]:
    """Return *indicators* (ids) as a report tells them: those of the rule, then in the codebook's order."""
    ids = list(places("indicator", indicators))
    return [*(id for id in FIRST if id in ids), *(id for id in ids if id not in FIRST)]


def headlines(page: PageMaterial) -> list[Message]:
    """Return the sentences that open a report, by the rule of this module."""
    firm = _firm_rounds(page.own)
    lines: list[Message] = []
    for indicator in filter(firm.__contains__, in_order(page.by_indicator)):
        regions = firm[indicator][_newest(page, indicator, firm[indicator])]
        if len(lines) < INDICATORS and len(regions) <= SIDE_BY_SIDE:
            lines.append(_about(page, indicator))
    return [*lines, *_gaps(page)]


def finding(page: PageMaterial, indicator: str) -> Message | None:
    """Return the sentence that states what an indicator says; none where no figure of it may open a report."""
    rounds = _firm_rounds(page.by_indicator.get(indicator, ())).get(indicator)
    if not rounds or len(rounds[_newest(page, indicator, rounds)]) > SIDE_BY_SIDE:
        return None
    return _about(page, indicator)


def _firm_rounds(estimates: Iterable[Estimate]) -> dict[str, dict[Round, set[str]]]:
    """Return, for each indicator and round of *estimates*, the regions with a figure that may open a report."""
    firm: dict[str, dict[Round, set[str]]] = {}
    for each in estimates:
        regions = firm.get(each.indicator, {}).get(_round_of(each), ())
        if each.region not in regions and _may_open(each) and flag_of(each) not in WEAK:
            firm.setdefault(each.indicator, {}).setdefault(_round_of(each), set()).add(each.region)
    return firm


def _may_open(estimate: Estimate) -> bool:
    return not estimate.segment and estimate.value is not None


def _round_of(estimate: Estimate) -> Round:
    return (estimate.survey, estimate.wave)


def _newest(page: PageMaterial, indicator: str, rounds: Iterable[Round]) -> Round:
    """Return the newest of *rounds* among those of an indicator; names without an order stand as in the file."""
    return max(rounds, key=WaveOrder.across(map(_round_of, page.by_indicator[indicator])).newest)


def _about(page: PageMaterial, indicator: str) -> Message:
    """Return what the latest round of one indicator says in each region, one after the other."""
    firm = [
        result for result in page.ranks(indicator) if _may_open(result.estimate) and result.flag not in WEAK
    ]
    newest = _newest(page, indicator, (_round_of(result.estimate) for result in firm))
    results = [result for result in firm if _round_of(result.estimate) == newest]
    context = page.context_of(results[0].estimate)
    by_region = [
        [result for result in results if result.estimate.region == region] for region in page.regions
    ]
    clauses: tuple[Fill, ...] = tuple(
        _in_region(group, capital=not place, context=context, is_whole=_is_whole(page, group))
        for place, group in enumerate(filter(None, by_region))
    )
    return sentence("{clauses}.", clauses=Listing(clauses, last=";"))


def _is_whole(page: PageMaterial, results: Sequence[RankedEstimate]) -> bool:
    """Tell whether every item that these groups were asked about has a figure: else none is known to be first.

    A group was asked about the items that it has in the same round anywhere.
    """
    headline = results[0].estimate
    asked, published = set(), set()
    for group in {result.estimate.stakeholder for result in results}:
        items = page.survey.items_asked.get((headline.indicator, *_round_of(headline), group), frozenset())
        asked |= {(group, item) for item in items}
    groups = {group for group, _ in asked}
    for each in page.by_indicator[headline.indicator]:
        if each.region != headline.region or each.stakeholder not in groups or each.segment:
            continue
        if _round_of(each) == _round_of(headline) and each.value is not None:
            published.add((each.stakeholder, each.item))
    return asked == published


def _in_region(
    results: Sequence[RankedEstimate], *, capital: bool, context: Message | None, is_whole: bool
) -> Message:
    groups = [list(group) for _, group in groupby(results, key=lambda result: result.estimate.stakeholder)]
    # Where the first item of a group is too weak to be told, none is told of it.
    ranked = [group for group in groups if len(group) > 1 and any(each.order == 1 for each in group)]
    if not results[0].is_rate and ranked:
        return _ranking(ranked, capital=capital, context=context, is_whole=is_whole)
    # Groups that were not asked the same do not share a sentence: the item that most of them hold is told.
    items = Counter(result.estimate.item for result in results)
    item = max(items, key=lambda id: items[id])
    return figures_clause(
        [result.estimate for result in results if result.estimate.item == item],
        capital=capital,
        context=context,
    )


def _ranking(
    groups: Sequence[Sequence[RankedEstimate]], *, capital: bool, context: Message | None, is_whole: bool
) -> Message:
    """Return the first item of each group, and what sampling leaves of that order.

    Unless *is_whole*, an item that was asked about has no figure: the highest is told, and not called the first.
    """
    tops = [[result for result in group if result.order == 1] for group in groups]
    estimate = tops[0][0].estimate
    shared: dict[tuple[str, ...], list[Estimate]] = {}
    for top in tops:
        shared.setdefault(tuple(result.estimate.item for result in top), []).append(top[0].estimate)
    parts: tuple[Fill, ...] = tuple(
        sentence(
            "{items} {groups}",
            items=Listing(tuple(Form("item", item, "the") for item in items)),
            groups=Listing(tuple(_in_group(each) for each in estimates)),
        )
        for items, estimates in shared.items()
    )
    where = place_of(estimate, capital=capital)
    values: dict[str, Fill] = {
        "place": where if context is None else sentence("{place} ({context})", place=where, context=context),
        # Items that share a rank are joined by "and" themselves.
        "items": Listing(parts, last=";" if any(len(items) > 1 for items in shared) else "and"),
        "caution": _caution(groups),
    }
    if is_whole and codebook().form("indicator", estimate.indicator, "first_en"):
        first = Form("indicator", estimate.indicator, "first")
        return sentence("{place}, {first} is {items}{caution}", first=first, **values)
    return sentence(
        "{place}, within each group, the highest figure under “{indicator}” is reached by {items}{caution}",
        indicator=Name("indicator", estimate.indicator),
        **values,
    )


def _in_group(estimate: Estimate) -> Message:
    return sentence(
        "{in_group} ({value})",
        in_group=Form("stakeholder", estimate.stakeholder, "in"),
        value=Figure(estimate.value, estimate.unit),
    )


def _caution(groups: Sequence[Sequence[RankedEstimate]]) -> Message:
    """Return what sampling leaves of the first ranks; nothing where each is established, or known exactly."""
    drawn = [group for group in groups if not all(result.estimate.is_census for result in group)]
    intervals = [result.rank_interval for group in drawn for result in group if result.order == 1]
    if all(interval == (1, 1) for interval in intervals):
        return Message("")
    if not any(intervals):
        return sentence(", in the order of the published figures, which cannot be tested")
    return sentence(", in the order of the published figures, which sampling alone may give in part")


def _gaps(page: PageMaterial) -> list[Message]:
    """Return the largest established gaps of the newest rounds, or why there is none to tell."""
    to, terms = page.request.to, page.request.terms
    newest = {
        id: _newest(page, id, map(_round_of, of_indicator)) for id, of_indicator in page.by_indicator.items()
    }
    judgements = [
        each
        for each in page.judgements
        if _round_of(each.pair.estimate) == newest[each.pair.estimate.indicator]
    ]
    gaps = distinct_gaps(judgements)
    established = [judgement for judgement in gaps if judgement.is_established]
    if established:
        largest = sorted(established, key=lambda judgement: -abs(judgement.gap or 0.0))[:GAPS]
        lines = [say(each, terms, context=page.context_of(each.pair.estimate)) for each in largest]
        if any(judgement.is_exact for judgement in largest):
            return lines  # such a gap is what it is, however it was chosen
        return [*lines, *_chosen(largest, len(established), len(gaps))]
    if not judgements:
        return []
    reference: Fill = Form("region", to, "the")
    estimates = [judgement.pair.estimate for judgement in judgements]
    rounds = {_round_of(each): page.context_of(each) for each in estimates}
    named = tuple(each for each in rounds.values() if each is not None)
    if named:
        reference = sentence("{place} ({context})", place=reference, context=Listing(named, last=";"))
    if not gaps:
        return [sentence("No comparable figure was published {place}.", place=Form("region", to, "in"))]
    untestable = [judgement for judgement in gaps if judgement.verdict == "untestable"]
    is_rounded = any(judgement.is_rounded for judgement in gaps)
    values: dict[str, Fill] = {
        "reference": reference,
        "level": foot.level(terms.conf),
        "chance": sentence("sampling or rounding") if is_rounded else sentence("sampling"),
    }
    if all(judgement.is_exact for judgement in gaps):
        return [
            counted(
                "The only figure set beside {reference} is equal to it; both are known exactly.",
                "The {count} figures set beside {reference} are equal to theirs; all are known exactly.",
                len(gaps),
                reference=reference,
            )
        ]
    if not untestable:
        return [
            counted(
                "The only gap with {reference} is not established at {level} confidence: {chance} alone may give it.",
                "None of the {count} gaps with {reference} is established at {level} confidence: {chance} alone may "
                "give them.",
                len(gaps),
                **values,
            )
        ]
    if len(untestable) == len(gaps):
        return [
            counted(
                "Nothing may be concluded of the only gap with {reference}, which cannot be tested: {why}.",
                "Nothing may be concluded of the {count} gaps with {reference}, none of which can be tested: {why}.",
                len(gaps),
                why=_usual_reason(untestable),
                **values,
            )
        ]
    return [
        counted(
            "No gap with {reference} is established at {level} confidence: of {total}, {count} cannot be tested, and "
            "{chance} alone may give the others.",
            "No gap with {reference} is established at {level} confidence: of {total}, {count} cannot be tested, and "
            "{chance} alone may give the others.",
            len(untestable),
            total=len(gaps),
            **values,
        )
    ]


def _chosen(gaps: Sequence[Judgement], established: int, total: int) -> list[Message]:
    """Return that the gaps told were chosen for their size, and how small their intervals let them be."""
    if total == 1:
        return []
    if established == 1:
        return [
            sentence(
                "Of {total} gaps it is the only one established: it is probably smaller in truth; its interval leaves "
                "{left} at least.",
                total=total,
                left=_least(gaps[0]),
            )
        ]
    return [
        sentence(
            "These gaps were chosen as the largest of {established} established among {total}: they are probably "
            "smaller in truth; their intervals leave {left} at least.",
            established=established,
            total=total,
            left=Listing(tuple(map(_least, gaps))),
        )
    ]


def _least(judgement: Judgement) -> Gap:
    """Return the end of an interval that lies nearest to no gap at all, as it is printed with its gap."""
    low, high = judgement.low or 0.0, judgement.high or 0.0
    unit = judgement.pair.estimate.unit
    ends = outward(low, high, DECIMALS.get(unit, 1))
    nearest = min(ends, key=abs)
    return Gap(float(nearest), unit, decimals=places_of(nearest))


def _usual_reason(judgements: Sequence[Judgement]) -> Message:
    """Return why most of *judgements* were not tested."""
    reasons = Counter(judgement.reason for judgement in judgements)
    usual = max(reasons, key=lambda reason: reasons[reason])
    if usual == "base_missing":
        return sentence("bases were not published")
    return why(next(judgement for judgement in judgements if judgement.reason == usual))
