"""What a report opens with of its gaps: those established that are surely large, or one sentence that says why none is.

The rule: of each place the gap whose interval stays farthest from none, then the next of any, so that of two gaps the
one that is known better is told first, and no place is passed over for a second gap of another.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from types import MappingProxyType

from phare_cli.judging.pairs import By
from phare_cli.judging.verdicts import Judgement, distinct_gaps
from phare_cli.language.digits import outward, places_of
from phare_cli.language.typeset import usual_decimals
from phare_cli.nouns.message import Figure, Fill, Form, Gap, Listing, Message, counted, sentence
from phare_cli.recipes.report.opening_rule import OpeningGaps
from phare_cli.recipes.report.page import PageMaterial, round_of
from phare_cli.wording import foot
from phare_cli.wording.reasons import why
from phare_cli.wording.sentences import say

NO_DECIMALS: Mapping[str, int] = MappingProxyType({})
GAPS = 2  # sentences about gaps


def newest_judgements(page: PageMaterial) -> list[Judgement]:
    """Return what may be concluded of the figures of a page beside their references, each in its newest round."""
    newest = {
        id: page.newest(id, map(round_of, of_indicator)) for id, of_indicator in page.by_indicator.items()
    }
    return [
        each
        for each in page.judgements
        if round_of(each.pair.estimate) == newest[each.pair.estimate.indicator]
    ]


def gap_headlines(page: PageMaterial) -> list[Message]:
    """Return the established gaps of the newest rounds that are surely large, or why there is none to tell."""
    to, terms = page.request.to, page.request.terms
    judgements = newest_judgements(page)
    gaps = distinct_gaps(judgements)
    opening = page.opening.gaps(gaps)
    rounds = _rounds(page, judgements)
    largest = _surely_large(opening.told)[:GAPS]
    if largest:
        lines = [
            say(each, terms, context=page.context_of(each.pair.estimate), decimals=page.decimals_of_gaps)
            for each in largest
        ]
        if any(judgement.is_exact for judgement in largest):
            return lines  # such a gap is what it is, however it was chosen
        return [*lines, *chosen(largest, opening, page.decimals, rounds=rounds)]
    if not judgements:
        return []
    reference: Fill = Form("region", to, "the")
    if rounds:
        reference = sentence("{place} ({context})", place=reference, context=Listing(rounds, last=";"))
    if opening.untold:
        return [_untold(page, opening.untold, reference)]
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


def _surely_large(told: Sequence[Judgement]) -> list[Judgement]:
    """Return gaps in the order of what their intervals leave of them, the first of each place before all others."""
    by_size = sorted(told, key=lambda each: -_at_least(each))
    firsts: dict[str, Judgement] = {}
    for each in by_size:
        firsts.setdefault(each.pair.estimate.region, each)
    return [*firsts.values(), *(each for each in by_size if each is not firsts[each.pair.estimate.region])]


def _at_least(judgement: Judgement) -> float:
    """Return how large a gap is at the end of its interval that lies nearest to none."""
    if judgement.low is None or judgement.high is None:
        return abs(judgement.gap or 0.0)
    return min(abs(judgement.low), abs(judgement.high))


def _untold(page: PageMaterial, count: int, reference: Fill) -> Message:
    """Return that gaps are established which may not open a page, and where they are if the page tells them."""
    if page.request.short:
        return counted(
            "{count} gap with {reference} is established, of a single degree of a scale or of a figure that is too "
            "imprecise to open this page.",
            "{count} gaps with {reference} are established, of single degrees of a scale or of figures that are too "
            "imprecise to open this page.",
            count,
            reference=reference,
        )
    return counted(
        "{count} gap with {reference} is established, of a single degree of a scale or of a figure that is "
        "too imprecise: the comparison holds it, and none opens this page.",
        "{count} gaps with {reference} are established, of single degrees of a scale or of figures that are "
        "too imprecise: the comparison holds them, and none opens this page.",
        count,
        reference=reference,
    )


def _rounds(page: PageMaterial, judgements: Sequence[Judgement]) -> tuple[Message, ...]:
    """Return the survey and the wave of each round of *judgements*, where the page holds more than one."""
    estimates = [judgement.pair.estimate for judgement in judgements]
    rounds = {round_of(each): page.context_of(each) for each in estimates}
    return tuple(each for each in rounds.values() if each is not None)


def chosen(
    told: Sequence[Judgement],
    opening: OpeningGaps,
    decimals: Mapping[str, int] = NO_DECIMALS,
    *,
    rounds: Sequence[Message] = (),
) -> list[Message]:
    """Return that those *told* were chosen for their size among gaps, and how small their intervals let them be.

    *decimals* are those of a unit whose intervals are printed with others than its own, *rounds* the names of the
    rounds that the gaps are of, where there are others beside.
    """
    tested = [judgement for judgement in opening.among if judgement.verdict != "untestable"]
    established = sum(judgement.is_established for judgement in tested)
    if len(tested) == 1:
        return []
    among = _among(tested, len(opening.among) - len(tested), rounds, is_part=bool(opening.untold))
    left = Listing(tuple(_least(each, decimals) for each in told))
    if established == 1:
        return [
            sentence(
                "Of {gaps} it is the only one established: it is probably smaller in truth; its interval reaches "
                "down to {left}.",
                gaps=among,
                left=left,
            )
        ]
    if len(told) == 1:
        return [
            sentence(
                "This gap was chosen as the largest of {established} established, of {gaps}: it is probably "
                "smaller in truth; its interval reaches down to {left}.",
                established=established,
                gaps=among,
                left=left,
            )
        ]
    values: dict[str, Fill] = {"established": established, "gaps": among, "left": left}
    if not any(each in opening.told[len(told) :] for each in told):
        return [
            sentence(
                "These gaps were chosen as the largest of {established} established, of {gaps}: they are probably "
                "smaller in truth; their intervals reach down to {left}.",
                **values,
            )
        ]
    if len({each.pair.estimate.region for each in opening.told}) > 1:
        return [
            sentence(
                "These gaps were chosen of {established} established, of {gaps}, each as the one of its place that its "
                "interval leaves largest: they are probably smaller in truth; their intervals reach down to {left}.",
                **values,
            )
        ]
    return [
        sentence(
            "These gaps were chosen of {established} established, of {gaps}, as those that their intervals leave "
            "largest: they are probably smaller in truth; their intervals reach down to {left}.",
            **values,
        )
    ]


def _among(
    tested: Sequence[Judgement], untested: int, rounds: Sequence[Message], *, is_part: bool
) -> Message:
    """Return how many gaps were tested, of which round, and how many more could not be: not found wanting.

    *is_part* tells that gaps which may open no page are left out of them.
    """
    pairs = [judgement.pair for judgement in tested]
    gaps = sentence("{tested} gaps tested", tested=len(tested))
    if all(pair.by is By.WAVE for pair in pairs):
        gaps = sentence("{tested} changes tested", tested=len(tested))
        waves = dict.fromkeys((pair.estimate.wave, pair.to) for pair in pairs)
        rounds = [
            sentence("{wave} beside {before}", wave=wave, before=to) for wave, to in waves if len(waves) == 1
        ]
    remarks: list[Fill] = list(rounds)
    if is_part:
        remarks.append(sentence("single degrees of a scale and imprecise figures left out"))
    if untested:
        remarks.append(counted("{count} more could not be", "{count} more could not be", untested))
    if not remarks:
        return gaps
    return sentence("{gaps} ({remarks})", gaps=gaps, remarks=Listing(tuple(remarks), last=";"))


def _least(judgement: Judgement, decimals: Mapping[str, int]) -> Gap:
    """Return the end of an interval that lies nearest to no gap at all, as it is printed with its gap."""
    low, high = judgement.low or 0.0, judgement.high or 0.0
    unit = judgement.pair.estimate.unit
    usual = usual_decimals(unit)
    ends = outward(low, high, decimals.get(unit, 1 if usual is None else usual))
    nearest = min(ends, key=abs)
    return Gap(float(nearest), unit, decimals=places_of(nearest))


def _usual_reason(judgements: Sequence[Judgement]) -> Message:
    """Return why most of *judgements* were not tested."""
    reasons = Counter(judgement.reason for judgement in judgements)
    usual = max(reasons, key=lambda reason: reasons[reason])
    if usual == "base_missing":
        return sentence("bases were not published")
    bases = sorted(_least_base(judgement) for judgement in judgements if judgement.reason == "low_base")
    if usual == "low_base" and bases[0] != bases[-1] and all(base.is_integer() for base in bases):
        return sentence(
            "bases of {least} to {most}, under 30, allow no test",
            least=Figure(bases[0], "base"),
            most=Figure(bases[-1], "base"),
        )
    return why(next(judgement for judgement in judgements if judgement.reason == usual))


def _least_base(judgement: Judgement) -> float:
    two = (judgement.pair.estimate, judgement.pair.reference)
    return min(each.precision_base or math.inf for each in two if each is not None)
