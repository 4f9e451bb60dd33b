"""Call nothing wrong beside a figure of which nothing is sure: what lends both their topic may be mistaken."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.tokens import words_of
from phare_cli.nouns.remark import FAULTS
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.verify.figure_verdicts import (
    AMBIGUOUS,
    RIGHT,
    UNKNOWN_STATUS,
    WRONG,
    Finding,
    figure_of_other_wave,
)
from phare_cli.recipes.verify.grammar.claims import Claim

_BESIDE = frozenset(("contre", "against", "versus", "vs", "et", "and", "to", "face", "a"))
_NEAR = 160  # characters between a figure and what is said of it


def with_hesitations(claims: Sequence[Claim], findings: Sequence[Finding]) -> list[Finding]:
    """Return findings, ambiguous where a relation is of a figure that is not sure."""
    unsure = [
        claim
        for claim, finding in zip(claims, findings, strict=True)
        if claim.kind == "figure" and finding.status in (AMBIGUOUS, UNKNOWN_STATUS)
    ]
    right = [
        (claim, finding.estimate)
        for claim, finding in zip(claims, findings, strict=True)
        if claim.kind == "figure" and finding.status == RIGHT and _is_exact(claim)
    ]
    of_waves = [
        (claim, finding)
        for claim, finding in zip(claims, findings, strict=True)
        if finding.status == AMBIGUOUS and len(finding.candidates) > 1
    ]
    return [
        finding._replace(status=AMBIGUOUS)
        if (
            (finding.status == WRONG or (finding.status in FAULTS and claim.is_lent))
            and any(_is_of(claim, each) for each in unsure)
        )
        or (finding.status == WRONG and any(_is_denied(claim, finding, *each) for each in right))
        or any(_is_of_other_wave(claim, finding, *each) for each in of_waves)
        else finding
        for claim, finding in zip(claims, findings, strict=True)
    ]


def _is_of_other_wave(relation: Claim, finding: Finding, figure: Claim, other: Finding) -> bool:
    """Tell whether a relation was judged of a wave that the figure printed beside it is not of.

    "53 % citent l'emploi, un niveau supérieur à la moyenne nationale (42 %)" is of 53 and 42, whatever wave holds them.
    """
    first, last = sorted((figure, relation), key=lambda each: each.start)
    return (
        relation.kind in ("comparison", "order", "gap")
        and figure.passage is relation.passage
        and last.start - first.end <= _NEAR
        and figure_of_other_wave(figure, other) is not None
        and other.candidates[0] in (finding.estimate, finding.reference_estimate)
    )


def _is_denied(claim: Claim, finding: Finding, other: Claim, estimate: Estimate | None) -> bool:
    """Tell whether another figure of a sentence is right of what this one is wrong of: it is of something else.

    So it is of "53% against 35%", and of "(22 % et 23 %)", where one of two sides alone is named.
    """
    return (
        claim.kind == "figure"
        and _is_exact(claim)
        and estimate is not None
        and finding.estimate == estimate
        and claim.passage is other.passage
        and _are_side_by_side(claim.passage.text[min(claim.end, other.end) : max(claim.start, other.start)])
    )


def _are_side_by_side(between: str) -> bool:
    words = words_of(between)
    return bool(words) and set(words) <= _BESIDE


def _is_exact(claim: Claim) -> bool:
    number = claim.number
    return number is not None and not (number.hedge or number.in_words or claim.is_complement)


def _is_parted(text: str) -> bool:
    return any(end in text for end in (". ", "? ", "! "))


def _is_of(relation: Claim, figure: Claim) -> bool:
    """Tell whether a relation is of a figure right before it: of the same topic, people and place."""
    one, other = relation.scene, figure.scene
    between = relation.passage.text[figure.end : relation.start]
    return (
        relation.kind not in ("figure", "base")
        and relation.passage is figure.passage
        and 0 <= relation.start - figure.end <= _NEAR
        and not _is_parted(between)
        and (one.topics, one.region, one.group) == (other.topics, other.region, other.group)
    )
