"""Judge orders: a rank among items, groups or regions, and one item before another, by their rank intervals.

Items are ranked as in every table, without what gathers other answers, or none; among all where a claim is of those.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from phare_cli.judging.pairs import holder_by_name
from phare_cli.judging.precision import rank_group, residual
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.verify.figure_verdicts import (
    AMBIGUOUS,
    ONE_ANSWER,
    OVERSTATED,
    PLACES_MISSING,
    RIGHT,
    UNKNOWN_STATUS,
    WRONG,
    Finding,
)
from phare_cli.recipes.verify.gap_verdicts import LARGE, GapJudge
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.wholes import Wholes

_FIRST = 3  # ranks that anybody would call the first
_TWO = 2  # answers of which one may be before the other
_SIDES = frozenset(("region", "stakeholder", "segment"))


class OrderJudge:
    """Judges the orders of one document, with what is concluded of its gaps."""

    def __init__(self, gaps: GapJudge) -> None:
        self._judge = gaps

    @cached_property
    def _whole(self) -> str | None:
        """The region that holds the others: of use to ranks of regions alone."""
        return Wholes(self._judge.evidence.survey).whole

    def judge(self, claim: Claim, preferred: Sequence[str]) -> Finding:
        if claim.among in ("group", "region"):
            finding = self._order_of_groups(claim, preferred)
            is_unsure = claim.is_one_of and finding.status != UNKNOWN_STATUS
            return finding._replace(status=AMBIGUOUS) if is_unsure else finding
        estimate = self._judge.one(claim.scene, preferred)
        if isinstance(estimate, Finding):
            return estimate
        question = [
            each
            for each in self._judge.evidence.survey.estimates
            if each.value is not None
            and (
                each.survey,
                each.wave,
                each.region,
                each.stakeholder,
                each.segment,
                each.indicator,
                each.unit,
            )
            == (
                estimate.survey,
                estimate.wave,
                estimate.region,
                estimate.stakeholder,
                estimate.segment,
                estimate.indicator,
                estimate.unit,
            )
        ]
        if claim.reference is not None:
            return self._ahead(claim, estimate, question, preferred)
        apart = [each for each, is_apart in zip(question, residual(question), strict=True) if is_apart]
        ranks_all = estimate in apart
        if not ranks_all:
            question = [each for each in question if each not in apart]
        if len(question) < _TWO:
            return Finding(UNKNOWN_STATUS, estimate.value, estimate, reason=ONE_ANSWER)
        ranked = rank_group(
            question, conf=self._judge.terms.conf, suppress=False, is_rate=False, ranks_all=ranks_all
        )
        own = next(each for each in ranked if each.estimate == estimate)
        if claim.first:
            finding = Finding(RIGHT, estimate.value, estimate, candidates=tuple(question))
            ranks = own.rank_interval or (own.order or 0, own.order or 0)
            return _within_first(claim, finding, ranks, is_tested=own.rank_interval is not None)
        if claim.is_one_of:
            finding = Finding(RIGHT, estimate.value, estimate, candidates=tuple(question))
            ranks = own.rank_interval or (own.order or 0, own.order or 0)
            status = _among_first(ranks, len(question), is_last=(claim.rank or 1) < 0)
            if status == RIGHT and own.rank_interval is None:
                return finding._replace(status=OVERSTATED, reason=_no_base(estimate))
            return finding._replace(status=status, reason="rank" if status == WRONG else None)
        wanted = claim.rank or 1
        rank = len(question) + 1 + wanted if wanted < 0 else wanted
        order = own.order or 0
        finding = Finding(RIGHT, estimate.value, estimate, candidates=tuple(question))
        if own.rank_interval is None:
            status = OVERSTATED if order == rank or _ties(question, estimate, rank) else WRONG
            return finding._replace(
                status=status, reason=_no_base(estimate) if status == OVERSTATED else "rank"
            )
        low, high = own.rank_interval
        if not low <= rank <= high:
            return finding._replace(status=WRONG, reason="rank")
        if low == high:
            return self._far_ahead(claim, finding, question, estimate)
        if order != rank and not _ties(question, estimate, rank):
            return finding._replace(status=OVERSTATED, reason="rank_interval")
        return finding._replace(status=OVERSTATED, reason="rank_interval")

    def _far_ahead(
        self, claim: Claim, finding: Finding, question: Sequence[Estimate], estimate: Estimate
    ) -> Finding:
        """Return *finding*, overstated where "by far" is said of a lead that is small."""
        if claim.size != "large":
            return finding
        gaps = [abs((each.value or 0.0) - (estimate.value or 0.0)) for each in question if each != estimate]
        large = LARGE if estimate.unit == "percent" else LARGE / 10
        return finding if min(gaps) >= large else finding._replace(status=OVERSTATED, reason="small")

    def _ahead(
        self, claim: Claim, estimate: Estimate, question: Sequence[Estimate], preferred: Sequence[str]
    ) -> Finding:
        """Judge one item before another of its question."""
        wanted = {item for _, item in (claim.reference.topics if claim.reference is not None else ())}
        others = [each for each in question if each.item in wanted and each != estimate]
        if not others:
            return Finding(UNKNOWN_STATUS, estimate.value, estimate)
        other = others[0]
        gap = round((estimate.value or 0.0) - (other.value or 0.0), 10)
        finding = Finding(RIGHT, estimate.value, estimate, other.value, other, gap)
        sign = -1 if claim.direction == "down" else 1
        if gap * sign < 0:
            return finding._replace(status=WRONG)
        apart = [each for each, is_apart in zip(question, residual(question), strict=True) if is_apart]
        ranks_all = estimate in apart or other in apart
        ranked = {
            each.estimate: each
            for each in rank_group(
                question, conf=self._judge.terms.conf, suppress=False, is_rate=False, ranks_all=ranks_all
            )
        }
        first, second = (
            (ranked[estimate], ranked[other])
            if gap * sign > 0 and sign > 0
            else (ranked[other], ranked[estimate])
        )
        if first.rank_interval is None or second.rank_interval is None:
            return finding._replace(status=OVERSTATED, reason=_no_base(estimate))
        if gap and (
            first.rank_interval[1] < second.rank_interval[0] or self._are_apart(estimate, other, question)
        ):
            if claim.size == "large" and abs(gap) < (LARGE if estimate.unit == "percent" else LARGE / 10):
                return finding._replace(status=OVERSTATED, reason="small")
            return finding
        return finding._replace(status=OVERSTATED, reason="rank_interval")

    def _are_apart(self, one: Estimate, other: Estimate, question: Sequence[Estimate]) -> bool:
        """Tell whether two answers are apart, tested as one pair of all those of their question (Bonferroni).

        Their ranks may overlap nevertheless, where a third answer may stand on either side of both.
        """
        pairs = len(question) * (len(question) - 1) / 2
        conf = 1.0 - (1.0 - self._judge.terms.conf) / pairs
        both = rank_group((one, other), conf=conf, suppress=False, is_rate=False, ranks_all=True)
        return sorted(each.rank_interval or (1, _TWO) for each in both) == [(1, 1), (_TWO, _TWO)]

    def _order_of_groups(self, claim: Claim, preferred: Sequence[str]) -> Finding:
        estimate = self._judge.one(claim.scene, preferred)
        if isinstance(estimate, Finding):
            return estimate
        field = "region" if claim.among == "region" else "segment" if estimate.segment else "stakeholder"
        if field == "segment" and not estimate.breakdown:
            return Finding(UNKNOWN_STATUS, estimate.value, estimate)  # which parts it is one of is not said
        same = ("survey", "wave", "indicator", "item", "unit", "breakdown", *(_SIDES - {field}))
        others = [
            each
            for each in self._judge.evidence.survey.estimates
            if each.value is not None
            and each != estimate
            and all(getattr(each, name) == getattr(estimate, name) for name in same)
            and not (field == "region" and self._is_around(each.region, estimate.region))
        ]
        if not others:
            return Finding(UNKNOWN_STATUS, estimate.value, estimate)
        rank = claim.rank or 1
        above = [each for each in others if (each.value or 0.0) > (estimate.value or 0.0)]
        place = len(above) + 1
        wanted = len(others) + 2 + rank if rank < 0 else rank
        finding = Finding(RIGHT, estimate.value, estimate, candidates=tuple(others))
        if place != wanted:
            return finding._replace(status=WRONG, reason="rank")
        if claim.within is not None:
            from phare_cli.recipes.verify.places_held import places_held  # few claims rank all places

            counted = places_held(estimate.region, {each.region for each in others}, claim.within)
            if counted is not None and not counted.are_all:
                return finding._replace(status=UNKNOWN_STATUS, reason=PLACES_MISSING, places=counted)
        judgements = [self._judge.judgement(estimate, each) for each in others]
        if all(judgement is not None and judgement.is_established for judgement in judgements):
            return finding
        reasons = [judgement.reason for judgement in judgements if judgement is not None and judgement.reason]
        return finding._replace(status=OVERSTATED, reason=reasons[0] if reasons else "not_established")

    def _is_around(self, region: str, other: str) -> bool:
        """Tell whether one of two regions lies in the other, so that they are not ranked beside one another."""
        return region in (NATION, self._whole) or holder_by_name(region, other) is not None


def _ties(question: Sequence[Estimate], estimate: Estimate, rank: int) -> bool:
    """Tell whether a figure shares its value with the one at *rank*."""
    values = sorted((each.value or 0.0 for each in question), reverse=True)
    return 1 <= rank <= len(values) and values[rank - 1] == estimate.value


def _among_first(ranks: tuple[int, int], count: int, *, is_last: bool) -> str:
    """Return whether ranks are among the first of *count*, or the last: the half that leads."""
    low, high = (count + 1 - ranks[1], count + 1 - ranks[0]) if is_last else ranks
    half = count // 2
    if high <= half:
        return RIGHT
    return WRONG if low > max(_FIRST, half) else AMBIGUOUS


def _within_first(claim: Claim, finding: Finding, ranks: tuple[int, int], *, is_tested: bool) -> Finding:
    """Return *finding* of one of some first ranks; of a list that may be in their order, its place must be its own."""
    low, high = ranks
    if low > claim.first:
        return finding._replace(status=WRONG, reason="rank")
    if not is_tested and finding.estimate is not None:
        return finding._replace(status=OVERSTATED, reason=_no_base(finding.estimate))
    if high > claim.first:
        return finding._replace(status=OVERSTATED, reason="rank_interval")
    is_elsewhere = not claim.is_one_of and not low <= (claim.rank or low) <= high
    return finding._replace(status=AMBIGUOUS) if is_elsewhere else finding


def _no_base(estimate: Estimate) -> str:
    return "base_missing" if estimate.unit == "percent" else "no_standard_error"
