"""Call wrong what stays in doubt for its words alone, where a figure beside it is right of the same answer."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from phare_cli.documents.prose.passage import Role
from phare_cli.recipes.verify.figure_verdicts import RIGHT, UNKNOWN_STATUS, WRONG, Finding
from phare_cli.recipes.verify.grammar.claims import Claim

_CELLS = 2  # of tables that are right, where another is in doubt
_ENDS = (". ", "? ", "! ", "; ")


def with_confirmed(
    claims: Sequence[Claim], findings: Sequence[Finding], judge: Callable[[Claim], Finding]
) -> list[Finding]:
    """Return findings, wrong where only the name of an answer was in doubt, and what stands beside has settled it.

    So it has of the second of "it went from 3% to 18%", and of one cell of a table that others of its row bear out.
    """
    right: dict[object, list[Claim]] = {}
    for claim, finding in zip(claims, findings, strict=True):
        if finding.status == RIGHT and finding.estimate is not None and claim.is_exact:
            right.setdefault(_beside(claim), []).append(claim)
    settled = list(findings)
    for at, (claim, finding) in enumerate(zip(claims, findings, strict=True)):
        if _is_in_doubt(claim, finding) and _is_confirmed(claim, right.get(_beside(claim), ())):
            anew = judge(_without_misgiving(claim))
            settled[at] = anew if anew.status == WRONG else finding
    return settled


def _beside(claim: Claim) -> object:
    """Return what tells the figures of one answer that stand together: in one passage, or in the cells of tables."""
    is_cell = claim.passage.role is Role.CELL
    return claim.kind, claim.scene.topics, claim.is_complement, None if is_cell else id(claim.passage)


def _is_in_doubt(claim: Claim, finding: Finding) -> bool:
    is_named = len(claim.scene.topics) == 1 and not (claim.scene.is_foreign or claim.is_part)
    return claim.kind == "figure" and finding.status == UNKNOWN_STATUS and is_named and claim.is_shaky


def _without_misgiving(claim: Claim) -> Claim:
    misgivings = claim.misgivings()._replace(is_shaky=False)
    return claim._replace(is_guessed=False, misgivings=lambda: misgivings)


def _is_confirmed(claim: Claim, right: Sequence[Claim]) -> bool:
    if claim.passage.role is Role.CELL:
        row = claim.passage.labels[:1]
        return len(right) >= _CELLS and any(other.passage.labels[:1] == row for other in right)
    return any(not _is_parted(claim, other) for other in right)


def _is_parted(claim: Claim, other: Claim) -> bool:
    between = claim.passage.text[min(claim.end, other.end) : max(claim.start, other.start)]
    return any(end in between for end in _ENDS)
