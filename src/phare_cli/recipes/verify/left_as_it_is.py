"""Say why a claim that is no right one is corrected by nobody but a person, and why a right one stays text.

What edits.py may edit is what nothing here keeps.
"""

from __future__ import annotations

from phare_cli.documents.prose.passage import Role
from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE
from phare_cli.language.digits import rounded
from phare_cli.nouns.message import Figure, Message, sentence
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.figure_verdicts import RIGHT, WRONG
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.verify import Judged

IN_A_BLOCK = sentence("it stands in a block, which phare update refreshes")
NOT_APART = sentence("it stands in a block, or its letters do not stand together")
NO_BLOCK = sentence("no block gives it there")
_COMPARED = sentence("it is a comparison, a rank or a base, and only a person can mend those")
_NONE = sentence("the data hold no one figure to put there")
_SAID = sentence("only plain figures in digits are corrected")
_KEPT_WORDS = sentence("only plain figures in digits become blocks")
_SEVERAL = sentence("its words may be of several figures of the data")
_FOREIGN = sentence("its words name something that the data do not know")
_LENT = sentence("what it is of is said by the text before, and not by its sentence")


def why_doubtful(judged: Judged) -> Message | None:
    """Return why a claim is not one figure of the data in digits; None where no other could be meant."""
    claim, finding = judged.claim, judged.finding
    number, estimate = claim.number, finding.estimate
    if claim.kind != "figure":
        return _COMPARED
    if number is None or number.in_words or number.hedge or number.is_majority or claim.is_range:
        return _SAID
    if number.unit not in (PERCENT, SCORE) or claim.and_number is not None:
        return _SAID
    if estimate is None or finding.status not in (RIGHT, WRONG):
        return _NONE
    is_itself = finding.value == estimate.value and len({each.key for each in finding.candidates}) <= 1
    if claim.others or claim.is_loose or claim.places is not None or not is_itself:
        return _SEVERAL
    return _foreign(claim) if claim.scene.is_foreign else None


def _foreign(claim: Claim) -> Message:
    """Return that a word of a claim is of no name, and which, where it is known."""
    stranger = claim.misgivings().stranger
    return sentence("“{word}” is no name of the data", word=stranger) if stranger else _FOREIGN


def why_unbound(judged: Judged) -> Message | None:
    """Return why a right figure becomes no block; None where nothing keeps it.

    One whose words say something that no name holds may be right of another figure than the one that it meets.
    """
    reason = why_doubtful(judged)
    if reason is not None:
        return _KEPT_WORDS if reason is _SAID else reason
    claim = judged.claim
    is_strange = claim.misgivings().stranger or (claim.passage.role is Role.CELL and claim.is_shaky)
    return _foreign(claim) if is_strange else None


def why_uncorrected(judged: Judged, survey: Survey) -> Message | None:
    """Return why a wrong figure is not corrected; None where nothing keeps it.

    One that is another of the same people in *survey*, or whose sentence does not say what it is of, may be right: the
    words may be about something else.
    """
    reason = why_doubtful(judged)
    if reason is not None:
        return reason
    if judged.claim.misgivings().stranger:
        return _foreign(judged.claim)
    return _LENT if judged.claim.is_lent else _another(judged, survey)


def _another(judged: Judged, survey: Survey) -> Message | None:
    """Return that the same people hold the figure said for another item or wave, or others of its sentence for it."""
    number, estimate, said = judged.claim.number, judged.finding.estimate, judged.claim.said
    if number is None or estimate is None or said is None:
        return None
    held = [
        each
        for each in survey.estimates
        if each.value is not None
        and each.unit == estimate.unit
        and rounded(each.value, number.decimals) == rounded(said, number.decimals)
    ]
    figure = Figure(said, estimate.unit, number.decimals)
    people = (estimate.region, estimate.stakeholder, estimate.segment)
    if any((each.region, each.stakeholder, each.segment) == people for each in held):
        return sentence("{figure} is another figure of the same people, which may be meant", figure=figure)
    topic, named = (estimate.indicator, estimate.item), judged.claim.named
    if any(
        (each.indicator, each.item) == topic
        and each.region in {*named, estimate.region}
        and each.stakeholder in {*named, estimate.stakeholder}
        for each in held
    ):
        return sentence(
            "{figure} is the figure of others for the same answer, who may be meant", figure=figure
        )
    return None
