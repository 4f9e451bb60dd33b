"""Make the remarks of a document: each claim in its sentence, what the data say of it, and how to mend it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise
from typing import TypeVar

from phare_cli.documents.prose.passage import SourcePlace
from phare_cli.documents.prose.spoken_numbers import SCORE
from phare_cli.language.digits import is_as_printed, rounded
from phare_cli.language.typeset import usual_decimals
from phare_cli.nouns.message import Figure, Fill, Gap, Listing, Message, Phrase
from phare_cli.nouns.remark import Remark
from phare_cli.recipes.verify.figure_verdicts import (
    AMBIGUOUS,
    BLOCK_REASONS,
    OF_FINISHED,
    ONE_ANSWER,
    OVERSTATED,
    RIGHT,
    SEVERAL_PLACES,
    UNKNOWN_STATUS,
    WRONG,
    Finding,
    figure_of_other_wave,
    holds,
)
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.wording import claim_sentences

_MOST = 2  # decimals that a figure is told with


def remark_on(
    claim: Claim, place: SourcePlace, last: SourcePlace, finding: Finding, passage: int, wave: str
) -> Remark:
    """Return what is said of one claim, whose words stand from *place* to *last*; *wave* is that of its figure."""
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
        _as_printed(says(claim, finding), claim, finding),
        _as_printed(correction(claim, finding), claim, finding),
        wave=wave,
        has_reserve=claim.kind == "gap" and finding.status == RIGHT and finding.reason in claim_sentences.WHY,
    )


_Said = TypeVar("_Said", Message, Message | None)


def _as_printed(message: _Said, claim: Claim, finding: Finding) -> _Said:
    """Return *message* with the decimals of tables of the same data, or those that tell it from what is claimed."""
    estimate = finding.estimate or next(iter(finding.candidates), None)
    if message is None or estimate is None:
        return message
    usual = usual_decimals(estimate.unit) or 0
    places = _places(claim, finding, usual)
    return _with_decimals(message, estimate.unit, places) if places > usual else message


def _places(claim: Claim, finding: Finding, usual: int) -> int:
    """Return the least decimals that what is claimed has, and with which figures that differ are printed apart."""
    number = claim.number
    places = max(usual, number.decimals if number is not None else 0)
    said = claim.said if claim.kind == "figure" else None
    apart = {each for each in (finding.value, finding.reference) if each is not None}
    apart |= {said} if said is not None and finding.status == WRONG else set()
    while places < _MOST and not _are_told_apart(apart, places):
        places += 1
    return places


def _are_told_apart(figures: Collection[float], decimals: int) -> bool:
    """Tell whether figures that differ are printed so; most have no more decimals than are printed."""
    one_apart = all(other - one > 10**-decimals for one, other in pairwise(sorted(figures)))
    if one_apart or all(is_as_printed(each, decimals) for each in figures):
        return True
    return len({rounded(each, decimals) for each in figures}) == len(figures)


def says(claim: Claim, finding: Finding) -> Message:
    """Return what the data say of a claim."""
    if finding.reason in BLOCK_REASONS:
        return claim_sentences.held_by_block(finding.reason, finding.estimate, finding.gap)
    if finding.places is not None and finding.estimate is not None:
        return claim_sentences.held_of_places(finding.estimate, *finding.places)
    if finding.reason == ONE_ANSWER and finding.estimate is not None:
        return claim_sentences.held_alone(finding.estimate)
    if finding.reason == OF_FINISHED and finding.candidates:
        return claim_sentences.of_finished(finding.candidates[0])
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
    if are_digits_right(claim, finding):
        return claim_sentences.held_in_digits(estimate)
    return claim_sentences.held_figure(estimate, finding.value)


def are_digits_right(claim: Claim, finding: Finding) -> bool:
    """Tell whether a figure that is wrong in words is right in the digits behind them."""
    is_wrong = finding.status == WRONG and claim.kind == "figure" and not claim.is_range
    digits = claim.and_number if is_wrong else None
    return digits is not None and finding.value is not None and holds(digits, finding.value)


def correction(claim: Claim, finding: Finding) -> Message | None:
    """Return what may be pasted in place of the words, where it is beyond doubt."""
    estimate = finding.estimate
    if estimate is None or finding.value is None or (claim.number is None and finding.status != OVERSTATED):
        return None
    if are_digits_right(claim, finding):
        return None  # "près d'une sur deux (44,7 %)": its words alone are to be mended, and in more ways than one
    if finding.status == WRONG and claim.kind == "figure" and claim.number is not None:
        unit = "score/10" if claim.number.unit == SCORE else "percent"
        digits = claim.and_number or claim.number
        decimals = digits.decimals if not digits.in_words else int(unit != "percent")
        return claim_sentences.corrected_figure(finding.value, unit, decimals)
    if finding.status == OVERSTATED and finding.reference_estimate is not None:
        return claim_sentences.corrected_gap(estimate, finding.reference_estimate, finding.reason)
    return None


def _with_decimals(message: Message, unit: str, decimals: int) -> Message:
    """Return *message* with *decimals* for its figures and gaps in *unit* that have none of their own."""
    values = {name: _printed(each, unit, decimals) for name, each in message.values.items()}
    return message._replace(values=values)


def _printed(fill: Fill, unit: str, decimals: int) -> Fill:
    match fill:
        case Figure(decimals=None) | Gap(decimals=None) if fill.unit == unit:
            return fill._replace(decimals=decimals)
        case Message():
            return _with_decimals(fill, unit, decimals)
        case Phrase(id, values):
            return Phrase(id, {name: _printed(each, unit, decimals) for name, each in values.items()})
        case Listing(parts, last):
            return Listing(tuple(_printed(part, unit, decimals) for part in parts), last)
    return fill
