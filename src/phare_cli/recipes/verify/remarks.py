"""Make the remarks of a document: each claim in its sentence, what the data say of it, and how to mend it."""

from __future__ import annotations

from phare_cli.documents.prose.passage import SourcePlace
from phare_cli.documents.prose.spoken_numbers import SCORE
from phare_cli.nouns.message import Message
from phare_cli.nouns.remark import Remark
from phare_cli.recipes.verify.figure_verdicts import (
    AMBIGUOUS,
    BLOCK_REASONS,
    OVERSTATED,
    SEVERAL_PLACES,
    UNKNOWN_STATUS,
    WRONG,
    Finding,
    figure_of_other_wave,
)
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.wording import claim_sentences


def remark_on(claim: Claim, place: SourcePlace, last: SourcePlace, finding: Finding, passage: int) -> Remark:
    """Return what is said of one claim, whose words stand from *place* to *last*."""
    return Remark(
        passage,
        claim.start,
        claim.end,
        place.line,
        place.column,
        last.line,
        last.column + 1,
        claim.kind,
        finding.status,
        " ".join(claim.text.split()),
        says(claim, finding),
        correction(claim, finding),
    )


def says(claim: Claim, finding: Finding) -> Message:
    """Return what the data say of a claim."""
    if finding.reason in BLOCK_REASONS:
        return claim_sentences.held_by_block(finding.reason, finding.estimate, finding.gap)
    if finding.places is not None and finding.estimate is not None:
        return claim_sentences.held_of_places(finding.estimate, *finding.places)
    if finding.status == UNKNOWN_STATUS:
        if UNKNOWN in (claim.scene.group, claim.scene.region):
            return claim_sentences.of_strangers(is_place=claim.scene.group != UNKNOWN)
        is_open = not claim.scene.topics or claim.scene.is_foreign or claim.is_shaky
        return (
            claim_sentences.not_told()
            if is_open and claim.kind == "figure"
            else claim_sentences.not_held_of(claim.kind)
        )
    if finding.reason == SEVERAL_PLACES and claim.places is not None:
        if finding.status == WRONG and finding.estimate is not None:
            return claim_sentences.held_in_a_place(finding.estimate)
        return claim_sentences.of_several_places(finding.candidates)
    if (other := figure_of_other_wave(claim, finding)) is not None:
        return claim_sentences.of_other_wave(other, finding.candidates[0])
    if finding.status == AMBIGUOUS:
        may_be = claim_sentences.may_be_bases if claim.kind == "base" else claim_sentences.may_be
        return may_be(finding.candidates)
    estimate = finding.estimate
    if estimate is None:
        return (
            claim_sentences.not_held()
            if finding.value is None
            else claim_sentences.may_be(finding.candidates)
        )
    if claim.kind == "base":
        return claim_sentences.held_base(estimate, finding.value)
    if finding.reason == "rank":
        return claim_sentences.held_place(estimate, finding.candidates, claim.rank or 1)
    if claim.kind == "order" and finding.reference_estimate is None:
        return claim_sentences.held_rank(
            estimate, reason=finding.reason, others=finding.candidates, wanted=claim.rank or 1
        )
    if finding.reference_estimate is not None:
        return claim_sentences.held_gap(
            estimate, finding.reference_estimate, finding.gap, reason=finding.reason
        )
    if finding.status == OVERSTATED and claim.number is not None and claim.number.is_majority:
        return claim_sentences.held_majority(estimate, is_known=finding.reason == "not_established")
    return claim_sentences.held_figure(estimate, finding.value)


def correction(claim: Claim, finding: Finding) -> Message | None:
    """Return what may be pasted in place of the words, where it is beyond doubt."""
    estimate = finding.estimate
    if estimate is None or finding.value is None or (claim.number is None and finding.status != OVERSTATED):
        return None
    if finding.status == WRONG and claim.kind == "figure" and claim.number is not None:
        unit = "score/10" if claim.number.unit == SCORE else "percent"
        decimals = claim.number.decimals if not claim.number.in_words else int(unit != "percent")
        return claim_sentences.corrected_figure(finding.value, unit, decimals)
    if finding.status == OVERSTATED and finding.reference_estimate is not None:
        return claim_sentences.corrected_gap(estimate, finding.reference_estimate, finding.reason)
    return None
