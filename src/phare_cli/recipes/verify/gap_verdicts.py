"""Judge gaps, comparisons and changes with the tests of every other command."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from phare_cli.documents.prose.passage import Role
from phare_cli.documents.prose.spoken_numbers import PERCENT, SpokenNumber
from phare_cli.judging.pairs import By, Pair
from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.verify.evidence import Evidence
from phare_cli.recipes.verify.figure_verdicts import (
    AMBIGUOUS,
    OVERSTATED,
    RIGHT,
    UNKNOWN_STATUS,
    WRONG,
    Finding,
    holds,
    rounds_to,
    sums_of,
)
from phare_cli.recipes.verify.grammar.claims import Claim, Scene
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.recipes.verify.grammar.relations.relation import APART

if TYPE_CHECKING:
    from phare_cli.judging.verdicts import Judgement

LARGE = 8.0  # points from which a gap may be called large
ALIKE = 1.5  # points within which figures may be called alike
FACTOR = 0.05  # that a multiple may be off


class GapJudge:
    """Judges the relations of one document; what was concluded of an indicator is kept."""

    def __init__(self, evidence: Evidence, terms: Terms = STANDARD) -> None:
        self.evidence, self.terms = evidence, terms
        self._published = frozenset(evidence.survey.estimates)
        self._concluded: dict[tuple[object, ...], list[Judgement]] = {}

    def judge(self, claim: Claim, preferred: Sequence[str]) -> Finding:
        """Return what the data say of a relation."""
        estimate = self.one(claim.scene, preferred)
        if isinstance(estimate, Finding):
            return estimate
        beside = claim.reference
        if beside is not None and claim.kind != "change" and beside.wave is None:
            beside = beside._replace(wave=estimate.wave)
        is_of_answers = claim.kind == "gap" and beside is not None and len(beside.topics) == 1
        reference = (
            None if beside is None else self.one(beside, preferred, estimate, is_of_answers=is_of_answers)
        )
        if claim.reference is None:
            return Finding(UNKNOWN_STATUS, estimate.value, estimate)
        if (
            estimate is not None
            and isinstance(reference, Estimate)
            and claim.kind == "change"
            and reference == estimate
        ):
            return Finding(UNKNOWN_STATUS, estimate.value, estimate)
        if not isinstance(reference, Estimate):
            finding = reference if reference is not None else Finding(UNKNOWN_STATUS)
            return finding._replace(value=estimate.value, estimate=estimate)
        if reference.key == estimate.key:
            return Finding(UNKNOWN_STATUS, estimate.value, estimate)
        return self._judged(claim, estimate, reference)

    def one(
        self,
        scene: Scene,
        preferred: Sequence[str],
        like: Estimate | Finding | None = None,
        *,
        is_of_answers: bool = False,
    ) -> Estimate | Finding:
        """Return the only figure that a scene means, else why there is none.

        It is of the answer of *like*, or where *is_of_answers* of another: "nine points ahead of theft".
        """
        if UNKNOWN in (scene.region, scene.group) or scene.is_foreign:
            return Finding(UNKNOWN_STATUS)
        found = [each for each in self.evidence.figures(scene, None, preferred) if each.value is not None]
        if isinstance(like, Estimate):
            alike = [
                each
                for each in found
                if (each.indicator, each.unit) == (like.indicator, like.unit)
                and (each.item == like.item or scene.is_sum or is_of_answers)
            ]
            found = alike
            if not scene.group or scene.group == like.stakeholder:
                found = [each for each in found if each.stakeholder == like.stakeholder] or found
        if not found:
            return Finding(UNKNOWN_STATUS)
        if len(found) > 1 and scene.is_sum:
            total = sums_of(found, self.evidence)
            return total[0].estimate._replace(value=total[0].value) if len(total) == 1 else Finding(AMBIGUOUS)
        if len(found) > 1:
            indicators = {each.indicator for each in found}
            if (
                len(indicators) == 1
                and len({(each.region, each.stakeholder, each.wave) for each in found}) == 1
            ):
                return found[0]
            return Finding(AMBIGUOUS, candidates=tuple(found))
        return found[0]

    def _judged(self, claim: Claim, estimate: Estimate, reference: Estimate) -> Finding:
        value, other = estimate.value or 0.0, reference.value or 0.0
        if claim.is_complement and estimate.unit == "percent":
            value, other = 100.0 - value, 100.0 - other
        gap = round(value - other, 10)
        judgement = self.judgement(estimate, reference)
        finding = Finding(RIGHT, value, estimate, other, reference, gap)
        if claim.kind == "gap":
            if not _is_gap(claim, value, other):
                return finding._replace(status=WRONG)
            if claim.size == "large":  # its number says how large, not that it is established
                return self._tested(claim._replace(size=""), finding, judgement)
            return (
                finding if _tells_its_test(claim) else finding._replace(reason=_reserve(finding, judgement))
            )
        if claim.number is not None:
            is_points = claim.number.unit != PERCENT or rounds_to(abs(gap), claim.number.said, 0)
            if not _is_gap(claim, value, other):
                return finding._replace(status=WRONG) if is_points else Finding(UNKNOWN_STATUS)
            return self._tested(claim, finding, judgement)
        if claim.factor is not None and claim.direction:
            if not _is_factor(claim, value, other):
                return finding._replace(status=WRONG)
            return self._tested(claim._replace(size=""), finding, judgement)
        if claim.direction == APART and (judgement is None or not judgement.is_established):
            return self._tested(claim, finding, judgement)  # whichever way it is, the data do not bear it
        if claim.direction in ("", APART):
            return finding._replace(status=AMBIGUOUS)  # its words do not say which way
        if claim.direction == "equal":
            return self._alike(finding, judgement)
        sign = 1 if claim.direction == "up" else -1
        if gap * sign < 0 or (gap == 0 and not estimate.half_unit):
            return finding._replace(status=WRONG)
        if gap == 0:
            return finding._replace(status=WRONG)
        return self._tested(claim, finding, judgement)

    def _tested(self, claim: Claim, finding: Finding, judgement: Judgement | None) -> Finding:
        """Return *finding* as the test of its gap leaves it."""
        if judgement is None or not judgement.is_established:
            reason = judgement.reason if judgement is not None else _why_no_pair(finding)
            if reason is None:
                reason = "not_established"
            return finding._replace(status=OVERSTATED, reason=reason)
        unit = finding.estimate.unit if finding.estimate is not None else "percent"
        large = LARGE if unit == "percent" else LARGE / 10
        if claim.size == "large" and abs(finding.gap or 0.0) < large:
            return finding._replace(status=OVERSTATED, reason="small")
        return finding

    def _alike(self, finding: Finding, judgement: Judgement | None) -> Finding:
        unit = finding.estimate.unit if finding.estimate is not None else "percent"
        within = ALIKE if unit == "percent" else ALIKE / 10
        is_established = judgement is not None and judgement.is_established
        if abs(finding.gap or 0.0) <= within + 1e-9:
            return finding._replace(status=OVERSTATED, reason="established") if is_established else finding
        if is_established:
            return finding._replace(status=WRONG, reason="established")
        return finding._replace(status=OVERSTATED, reason="not_alike")

    def judgement(self, estimate: Estimate, reference: Estimate) -> Judgement | None:
        """Return what may be concluded of two figures, as compare concludes it."""
        differ = [
            field
            for field in ("region", "stakeholder", "segment", "wave")
            if getattr(estimate, field) != getattr(reference, field)
        ]
        if len(differ) != 1 or estimate.survey != reference.survey:
            return None
        # What tests two figures takes long to load, and few pages compare some that may be tested.
        from phare_cli.judging.conclusions import conclude
        from phare_cli.judging.verdicts import judge

        by = By(differ[0])
        if estimate not in self._published:  # a sum of answers
            pair = Pair(estimate, reference, getattr(reference, differ[0]), by)
            return judge([pair], self.terms, in_full=False)[0]
        key: tuple[object, ...] = (
            by,
            estimate.survey,
            estimate.indicator,
            estimate.wave,
            reference.wave,
            estimate.region,
            reference.region,
        )
        if key not in self._concluded:
            waves = (estimate.wave, reference.wave)
            within = self.evidence.survey.where(
                lambda each: (
                    each.survey == estimate.survey
                    and each.indicator == estimate.indicator
                    and each.wave in waves
                )
            )
            regions = (estimate.region,)
            to = reference.region if by is By.REGION else estimate.region
            self._concluded[key] = conclude(
                within, regions=regions, to=to, by=by, terms=self.terms, in_full=False
            )
        for judgement in self._concluded[key]:
            if {judgement.pair.estimate, judgement.pair.reference} == {estimate, reference}:
                return judgement
        return None


def _tells_its_test(claim: Claim) -> bool:
    """Tell whether a gap is told with what its test says, as in a row of a table or a sentence of caution."""
    return claim.is_cautious or claim.passage.role is Role.CELL


def _reserve(finding: Finding, judgement: Judgement | None) -> str | None:
    """Return why a gap that is right in points bears no more; None where its test establishes it, or there is none."""
    if judgement is None:
        return _why_no_pair(finding)
    return None if judgement.is_established else judgement.reason or "not_established"


def _why_no_pair(finding: Finding) -> str | None:
    """Return why two figures are never tested beside one another."""
    one, other = finding.estimate, finding.reference_estimate
    if one is None or other is None:
        return None
    if one.survey != other.survey:
        return _why_apart(one, other)
    fields = ("region", "stakeholder", "segment", "wave")
    apart = [field for field in fields if getattr(one, field) != getattr(other, field)]
    if apart == ["segment"]:
        return "may_overlap"
    return "two_ways" if len(apart) > 1 else None


def _why_apart(one: Estimate, other: Estimate) -> str:
    """Return why figures of two surveys bear no test: what sets them apart by what was published of them."""
    if one.universe and other.universe and one.universe != other.universe:
        return "different_universe"
    return (
        "different_question"
        if one.question and other.question and one.question != other.question
        else "two_surveys"
    )


def _says(number: SpokenNumber, gap: float, direction: str) -> bool:
    """Tell whether a number of points is a gap, its side included where it is said."""
    if (direction == "up" and gap < 0) or (direction == "down" and gap > 0):
        return False
    size = abs(gap)
    if number.hedge:
        return holds(number, size)
    return rounds_to(size, number.said, number.decimals)


_BEHIND_TIMES = r"(?<=times )|(?<=fois )|(?<=twice )"


def _is_factor(claim: Claim, value: float, other: float) -> bool:
    if not value or not other or claim.factor is None:
        return False
    ratio = other / value if claim.direction == "down" and claim.factor > 1 else value / other
    if claim.factor_to is not None:
        return claim.factor - 1e-9 <= ratio <= claim.factor_to + 1e-9
    words = re.split(_BEHIND_TIMES, claim.text.casefold())[0]  # "four times more than" is no hedge
    if claim.hedge in ("at least", "at most", "less"):
        return ratio < claim.factor if claim.hedge != "at least" else ratio >= claim.factor - 1e-9
    if claim.hedge in ("more", "barely more") or any(
        word in words
        for word in ("plus du", "plus de deux", "a plus que", "ont plus que", "more than", "over twice")
    ):
        return ratio > claim.factor
    if claim.hedge == "nearly" or any(
        word in words for word in ("près de", "presque", "almost", "nearly", "just under", "quasi")
    ):
        return 0.88 * claim.factor <= ratio <= 1.02 * claim.factor
    if claim.decimals and claim.hedge in ("", "exactly"):
        return rounds_to(ratio, claim.factor, claim.decimals)
    return abs(ratio / claim.factor - 1.0) <= FACTOR


def _is_gap(claim: Claim, value: float, other: float) -> bool:
    number = claim.number
    if number is None:
        return False
    if number.unit == PERCENT:
        relative = 100.0 * (value / other - 1.0) if other else 0.0
        return _says(number, relative, claim.direction)
    return _says(number, value - other, claim.direction)
