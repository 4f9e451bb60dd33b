"""Judge claims of every kind, each of the scenes that its words and its context allow."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.terms import STANDARD, Terms
from phare_cli.nouns.remark import FAULTS
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
    judge_base,
    judge_figure,
)
from phare_cli.recipes.verify.gap_verdicts import GapJudge
from phare_cli.recipes.verify.grammar.claims import Claim, Scene, moved
from phare_cli.recipes.verify.grammar.doubts.named_around import scenes_around
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.recipes.verify.order_verdicts import OrderJudge


class ClaimJudge:
    """Judges the claims of one document."""

    def __init__(self, evidence: Evidence, terms: Terms = STANDARD) -> None:
        self._evidence = evidence
        self._gaps = GapJudge(evidence, terms)
        self._orders = OrderJudge(self._gaps)

    def judge(self, claim: Claim, preferred: Sequence[str]) -> Finding:
        """Return what the data say of a claim; *preferred* are the indicators that the text spoke of."""
        if claim.places is not None:
            from phare_cli.recipes.verify.place_verdicts import judge_places  # few claims are of several

            return judge_places(claim, claim.places, self._evidence, lambda each: self.judge(each, preferred))
        finding = self._of_scenes(claim, preferred)
        if claim.is_cautious and finding.status == OVERSTATED:
            return finding._replace(status=RIGHT)  # the sentence says so itself
        if claim.is_unsure and claim.kind != "figure" and finding.status in FAULTS:
            return finding._replace(status=AMBIGUOUS)
        if claim.is_loose and claim.names_nobody and finding.status == WRONG and finding.estimate is not None:
            return Finding(AMBIGUOUS, candidates=(finding.estimate,))
        if finding.status == WRONG and (doubt := self._doubt(claim, preferred)) is not None:
            return Finding(AMBIGUOUS, candidates=tuple(filter(None, (finding.estimate, doubt.estimate))))
        if finding.status == WRONG and finding.estimate is not None and claim.is_shaky:
            return Finding(UNKNOWN_STATUS)
        if finding.status == WRONG and claim.kind == "figure" and (meant := self._meant(claim, finding)):
            return Finding(AMBIGUOUS, candidates=meant)
        return finding

    def _doubt(self, claim: Claim, preferred: Sequence[str]) -> Finding | None:
        """Return what the data say of another scene that a figure may be of, where they bear it."""
        misgivings = claim.misgivings()
        for scene in (*misgivings.doubts, *scenes_around(claim.scene, misgivings.around)):
            finding = self._of_kind(_in_scene(claim, scene), preferred)
            if finding.status == RIGHT:
                return finding
        return None

    def _meant(self, claim: Claim, finding: Finding) -> tuple[Estimate, ...]:
        """Return a figure with others that a claim may mean and holds for; nothing where it holds for none.

        These are the row and cell percents beside it, those of other waves where the text tells of none, and of the
        same people any, where nothing, or a part of a name at most, said what is spoken of.
        """
        number, estimate = claim.number, finding.estimate
        if number is None or estimate is None:
            return ()
        near = [*self._evidence.crossed_with(estimate)]
        if claim.is_of_lent_wave or (
            not claim.is_dated and claim.scene.wave is None and claim.scene.document_wave is None
        ):
            near += self._evidence.other_waves(estimate)  # nothing says of when it is
        misgivings = claim.misgivings()
        if (claim.is_lent or misgivings.is_named_in_part) and not claim.is_complement:
            near += self._evidence.beside(estimate)
        may_be_denied = claim.is_lent or (claim.is_complement and misgivings.stranger)
        if may_be_denied and finding.value is not None and holds(number, 100.0 - finding.value):
            near.append(estimate._replace(value=100.0 - finding.value))  # "ce qui n'était pas le cas (46 %)"
        held = [each for each in near if each.value is not None and holds(number, each.value)]
        return (estimate, *held) if held else ()

    def _of_scenes(self, claim: Claim, preferred: Sequence[str]) -> Finding:
        """Return the finding of the scenes that the context allows as much as one another, else of what stands in."""
        scenes = (claim.scene, *claim.also)
        findings = [self._of_kind(_in_scene(claim, scene), preferred) for scene in scenes]
        known = [each for each in findings if each.status != UNKNOWN_STATUS]
        right = next((each for each in known if each.status == RIGHT), None)
        if right is not None:
            return right
        may_be = False
        for scene in claim.maybe:
            finding = self._of_kind(_in_scene(claim, scene), preferred)
            if finding.status == RIGHT:
                return finding
            may_be |= finding.status == OVERSTATED
        if may_be and claim.kind != "figure" and known and {each.status for each in known} == {WRONG}:
            return Finding(AMBIGUOUS)  # it says too much of what else it may be of, and nothing false
        if known:
            return known[0] if len({each.status for each in known}) == 1 else Finding(AMBIGUOUS)
        for scene in claim.fallbacks:
            finding = self._of_kind(_in_scene(claim, scene), preferred)
            is_guessed = claim.scene.group == UNKNOWN or scene.region != claim.scene.region
            # "In 2021, 2% had one" of those before is wrong of nobody else, whoever the data hold
            is_guessed = is_guessed or (
                claim.kind == "figure" and scene.group is None is not claim.scene.group
            )
            if claim.is_loose and finding.status == AMBIGUOUS:
                return (
                    finding  # "Le mécénat en un chiffre : 30 %", below a heading of people who were not asked
                )
            if finding.status == RIGHT or (
                finding.status not in (UNKNOWN_STATUS, AMBIGUOUS) and not is_guessed
            ):
                return finding
        return findings[0]

    def _of_kind(self, claim: Claim, preferred: Sequence[str]) -> Finding:
        match claim.kind:
            case "figure":
                return judge_figure(claim, self._evidence, preferred)
            case "order":
                return self._orders.judge(claim, preferred)
            case "base":
                return judge_base(claim, self._evidence)
            case _:
                beside = (claim.reference, *claim.or_beside)
                findings = [self._gaps.judge(claim._replace(reference=each), preferred) for each in beside]
                return next((each for each in findings if each.status == RIGHT), findings[0])


def _in_scene(claim: Claim, scene: Scene) -> Claim:
    """Return a claim said of another scene, what it is compared with moved along."""
    if scene is claim.scene:
        return claim
    beside = claim.reference
    if beside is not None:
        beside = moved(scene, claim.scene, beside)._replace(
            topics=scene.topics if beside.topics == claim.scene.topics else beside.topics
        )
    others = tuple(
        each._replace(group=scene.group, segment=scene.segment) if each.group == claim.scene.group else each
        for each in claim.others
    )
    return claim._replace(scene=scene, reference=beside, others=others)
