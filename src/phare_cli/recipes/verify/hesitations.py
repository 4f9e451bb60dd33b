"""Call nothing wrong beside a figure of which nothing is sure: what lends both their topic may be mistaken."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.nouns.remark import FAULTS
from phare_cli.recipes.verify.figure_verdicts import AMBIGUOUS, UNKNOWN_STATUS, WRONG, Finding
from phare_cli.recipes.verify.grammar.claims import Claim

_NEAR = 160  # characters between a figure and what is said of it


def with_hesitations(claims: Sequence[Claim], findings: Sequence[Finding]) -> list[Finding]:
    """Return findings, ambiguous where a relation is of a figure that is not sure."""
    unsure = [
        claim
        for claim, finding in zip(claims, findings, strict=True)
        if claim.kind == "figure" and finding.status in (AMBIGUOUS, UNKNOWN_STATUS)
    ]
    return [
        finding._replace(status=AMBIGUOUS)
        if (finding.status == WRONG or (finding.status in FAULTS and claim.is_lent))
        and any(_is_of(claim, each) for each in unsure)
        else finding
        for claim, finding in zip(claims, findings, strict=True)
    ]


def _is_of(relation: Claim, figure: Claim) -> bool:
    """Tell whether a relation is of a figure right before it: of the same topic, people and place."""
    one, other = relation.scene, figure.scene
    between = relation.passage.text[figure.end : relation.start]
    return (
        relation.kind not in ("figure", "base")
        and relation.passage is figure.passage
        and 0 <= relation.start - figure.end <= _NEAR
        and not any(end in between for end in (". ", "? ", "! "))
        and (one.topics, one.region, one.group) == (other.topics, other.region, other.group)
    )
