"""The three to five sentences that open a report, chosen by a rule that anyone can check.

The rule: engagement, then the fragilities, then innovation, each in its latest round and for whole groups; where the
data lack one of them, the next indicator takes its place; then the two largest gaps of the latest rounds that are
established, told as chosen for that, or one sentence that says why none is. A figure whose base is low, or that is too
imprecise to publish, opens no report, and gaps obey the same rule (:mod:`opening_rule`). An item is called first only
where its group ranks several and each that was asked about has a figure, and with what sampling leaves of that order.
Nothing is told of a group some of whose items are masked: which of them is the highest, nobody may know. Of a scale
the first net is told, else the step that most people gave; what gathers other answers, or none, is never the first.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import groupby

from phare_cli.judging.order import places
from phare_cli.judging.precision import WEAK, RankedEstimate, flag_of, rank_group
from phare_cli.language.codebook import codebook
from phare_cli.language.known_by_words.residual_answers import is_residual
from phare_cli.nouns.message import Figure, Fill, Form, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Estimate, QuestionKey, question_of
from phare_cli.recipes.plot_stacks import nets_of
from phare_cli.recipes.report.gap_headlines import gap_headlines
from phare_cli.recipes.report.page import PageMaterial, Round, round_of
from phare_cli.wording.clauses import figures_clause, is_said_as_answer, place_of, placed
from phare_cli.wording.foot import is_hidden

FIRST = ("engagement", "fragilities", "innovation")
INDICATORS = 3  # sentences about indicators
SIDE_BY_SIDE = 3  # more regions than this make no sentence


def in_order(indicators: Iterable[str]) -> list[str]:
    """Return *indicators* (ids) as a report tells them: those of the rule, then in the codebook's order."""
    ids = list(places("indicator", indicators))
    return [*(id for id in FIRST if id in ids), *(id for id in ids if id not in FIRST)]


def headlines(page: PageMaterial) -> list[Message]:
    """Return the sentences that open a report, by the rule of this module."""
    firm = _firm_rounds(page.own)
    lines: list[Message] = []
    nets = {net for indicator in page.by_indicator for net in nets_of(page.survey, indicator)}
    for indicator in in_order(page.by_indicator):
        told = _told(page, indicator)
        if told not in firm or indicator in nets:
            continue
        regions = firm[told][page.newest(told, firm[told])]
        if len(lines) < INDICATORS and len(regions) <= SIDE_BY_SIDE:
            lines.append(_about(page, told))
    gaps = gap_headlines(page)
    if page.request.short:
        from phare_cli.recipes.report.short_page import short_opening  # few ask

        return short_opening(lines, gaps)
    return [*lines, *gaps]


def finding(page: PageMaterial, indicator: str, items: Collection[str] = ()) -> Message | None:
    """Return the sentence that states what an indicator says; none where no figure of it may open a report.

    *items* (ids) are those that it may tell of, all where there is none.
    """
    told = indicator if items else _told(page, indicator)
    estimates = page.by_indicator.get(told, ())
    rounds = _firm_rounds(
        each for each in estimates if not items or each.item in items or each.value is None
    ).get(told)
    if not rounds or len(rounds[page.newest(told, rounds)]) > SIDE_BY_SIDE:
        return None
    return _about(page, told, items)


def _told(page: PageMaterial, indicator: str) -> str:
    """Return what is told of an indicator: of a scale its first net that may open a report, no degree beside one."""
    if not any(each.is_step for each in page.by_indicator.get(indicator, ())):
        return indicator
    nets = [net for net in nets_of(page.survey, indicator) if net in page.by_indicator]
    firm = _firm_rounds(each for net in nets for each in page.by_indicator[net])
    return next((net for net in nets if net in firm), nets[0] if nets else indicator)


def _firm_rounds(estimates: Iterable[Estimate]) -> dict[str, dict[Round, set[str]]]:
    """Return, for each indicator and round of *estimates*, the regions with a figure that may open a report."""
    firm: dict[str, dict[Round, set[str]]] = {}
    told = list(estimates)
    masked = _masked(told)
    for each in told:
        regions = firm.get(each.indicator, {}).get(round_of(each), ())
        if each.region not in regions and _may_open(each, masked) and flag_of(each) not in WEAK:
            firm.setdefault(each.indicator, {}).setdefault(round_of(each), set()).add(each.region)
    return firm


def _may_open(estimate: Estimate, masked: Collection[QuestionKey]) -> bool:
    return not estimate.segment and estimate.value is not None and question_of(estimate) not in masked


def _masked(estimates: Iterable[Estimate]) -> set[QuestionKey]:
    """Return the questions of which tabulate masked an item; what gathers other answers, or none, is none."""
    return {question_of(each) for each in estimates if is_hidden(each) and not is_residual(each.item)}


def _about(page: PageMaterial, indicator: str, items: Collection[str] = ()) -> Message:
    """Return what the latest round of one indicator says in each region, one after the other; of *items* alone."""
    told = [each for each in _ranks(page, indicator) if not items or each.estimate.item in items]
    masked = _masked(page.by_indicator[indicator])
    firm = [result for result in told if _may_open(result.estimate, masked) and result.flag not in WEAK]
    newest = page.newest(indicator, (round_of(result.estimate) for result in firm))
    results = [result for result in firm if round_of(result.estimate) == newest]
    context = page.context_of(results[0].estimate)
    by_region = [
        [result for result in results if result.estimate.region == region] for region in page.regions
    ]
    clauses: tuple[Fill, ...] = tuple(
        _in_region(group, capital=not place, context=context, is_whole=_is_whole(page, group))
        for place, group in enumerate(filter(None, by_region))
    )
    return sentence("{clauses}.", clauses=Listing(clauses, last=";"))


def _ranks(page: PageMaterial, indicator: str) -> Iterable[RankedEstimate]:
    """Return the figures of an indicator with their ranks; steps of a scale too, by how many gave each.

    A page shows them in their order, where none is first; a sentence tells which answer most people gave.
    """
    ranks = page.ranks(indicator)
    for _, group in groupby(ranks, key=lambda each: each.estimate.key[:-2]):
        results = list(group)
        if results[0].estimate.is_step:
            steps = [each.estimate for each in results]
            yield from rank_group(steps, conf=page.request.terms.conf, suppress=False, is_rate=False)
        else:
            yield from results


def _is_whole(page: PageMaterial, results: Sequence[RankedEstimate]) -> bool:
    """Tell whether every item that these groups were asked about has a figure: else none is known to be first.

    What gathers other answers, or none, has no rank to be known. A group was asked about the items that it has in the
    same round anywhere.
    """
    headline = results[0].estimate
    asked, published = set(), set()
    for group in {result.estimate.stakeholder for result in results}:
        items = page.survey.items_asked.get((headline.indicator, *round_of(headline), group), frozenset())
        asked |= {(group, item) for item in items if not is_residual(item)}
    groups = {group for group, _ in asked}
    for each in page.by_indicator[headline.indicator]:
        if each.region != headline.region or each.stakeholder not in groups or each.segment:
            continue
        if is_residual(each.item):
            continue
        if round_of(each) == round_of(headline) and each.value is not None:
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
    results = [result for result in results if result.order is not None] or results
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
    more = _given_more(groups)
    shared: dict[tuple[str, ...], list[Estimate]] = {}
    for top in tops:
        shared.setdefault(tuple(result.estimate.item for result in top), []).append(top[0].estimate)
    has_first = is_whole and (_has_first(estimate) or _is_answer(estimate))
    parts: tuple[Fill, ...] = tuple(
        sentence(
            "{items} {groups}",
            items=Listing(tuple(Form("item", item, "the" if has_first else "of") for item in items)),
            groups=Listing(tuple(_in_group(each) for each in estimates)),
        )
        for items, estimates in shared.items()
    )
    values: dict[str, Fill] = {
        # Items that share a rank are joined by "and" themselves.
        "items": Listing(parts, last=";" if any(len(items) > 1 for items in shared) else "and"),
        "caution": _caution(groups),
    }
    if more:
        values["caution"] = sentence(", {items} left out{caution}", items=more, caution=values["caution"])
    where = place_of(estimate, capital=capital)
    return placed(estimate.region, where, context, _first_of(estimate, values, is_whole=is_whole))


def _given_more(groups: Sequence[Sequence[RankedEstimate]]) -> Listing | None:
    """Return what more people answered than the first item of a group, though it is no item; None where nothing is."""
    items = dict.fromkeys(
        each.estimate.item
        for group in groups
        for each in group
        if each.order is None
        and (each.value or 0.0) >= max(other.value or 0.0 for other in group if other.order)
    )
    quoted = tuple(sentence("“{name}”", name=Name("item", item)) for item in items)
    return Listing(quoted) if quoted else None


def _first_of(estimate: Estimate, values: Mapping[str, Fill], *, is_whole: bool) -> Message:
    """Return which items are the first of their groups, by what the first of such an indicator is called."""
    if is_whole and _has_first(estimate):
        first = Form("indicator", estimate.indicator, "first")
        if _is_many(estimate.item):
            parts = {"caution": values["caution"], "several": values["items"]}
            return sentence("{first} is {several}{caution}", first=first, **parts)
        return sentence("{first} is {items}{caution}", first=first, **values)
    values = {**values, "indicator": Name("indicator", estimate.indicator)}
    items = values["items"]
    if is_whole and _is_answer(estimate) and isinstance(items, Listing) and items.last == ";":
        return sentence("the most frequent answers to “{indicator}” are {items}{caution}", **values)
    if is_whole and _is_answer(estimate):
        return sentence("the most frequent answer to “{indicator}” is {items}{caution}", **values)
    return sentence("the highest figure under “{indicator}” is that {items}{caution}", **values)


def _is_many(item: str) -> bool:
    """Tell whether French speaks of an item as of several things: ce sont les déplacements."""
    return (codebook().form("item", item, "the_fr") or "").startswith("les ")


def _has_first(estimate: Estimate) -> bool:
    """Tell whether the first item has a name of its own; a step of a scale is an answer to another question."""
    return codebook().has_first(estimate.indicator) and not estimate.is_step


def _is_answer(estimate: Estimate) -> bool:
    return bool(estimate.response) or estimate.is_step or is_said_as_answer(estimate)


def _in_group(estimate: Estimate) -> Message:
    return sentence(
        "{in_group} ({value})",
        in_group=Form("stakeholder", estimate.stakeholder, "in"),
        value=Figure(estimate.value, estimate.unit),
    )


def _caution(groups: Sequence[Sequence[RankedEstimate]]) -> Message:
    """Return what sampling leaves of the first ranks, and where; nothing where each is established or exact."""
    drawn = [group for group in groups if not all(result.estimate.is_census for result in group)]
    intervals = [result.rank_interval for group in drawn for result in group if result.order == 1]
    if all(interval == (1, 1) for interval in intervals):
        return Message("")
    if not any(intervals):
        return sentence(", in the order of the published figures, which cannot be tested")
    loose = [
        group for group in drawn if any(each.rank_interval != (1, 1) for each in group if each.order == 1)
    ]
    if len(loose) == len(groups):
        return sentence(", in the order of the published figures, which sampling alone may give in part")
    return sentence(
        ", in the order of the published figures, which sampling alone may give in part {groups}",
        groups=Listing(tuple(Form("stakeholder", group[0].estimate.stakeholder, "in") for group in loose)),
    )
