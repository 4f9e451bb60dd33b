"""Lend a figure the wave of the one that it is set beside: "45 % in Corse, against 37 % in France"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from phare_cli.recipes.verify.figure_verdicts import Finding
from phare_cli.recipes.verify.grammar.claims import Claim

NEIGHBOURS = 6  # claims before a figure, among which one may stand that it is set beside
_END = r"(?:[.?!]|…)\W*\s"  # is searched for between two figures of one passage


def of_one_wave(claim: Claim, before: Sequence[tuple[Claim, Finding]]) -> Claim:
    """Return a figure with the wave of the one that it is set beside, of those *before* it, the nearest first.

    A wave that was told of one figure alone ("contre 38 % en 2024") is that of no other sentence's. In its own, the
    next figure may be of it, or of the wave that the sentence speaks of: "contre 38 % en 2024 et 34 % en France".
    """
    if claim.kind != "figure" or claim.scene.wave or claim.scene.document_wave or not before:
        return claim
    nearest, finding = before[0]
    if not _are_beside(claim, nearest):
        return claim
    if not nearest.is_of_its_own_time:
        return _dated(claim, finding)
    spoken_of = next((each for each in before if not each[0].is_of_its_own_time), None)
    is_of_sentence = spoken_of is not None and _are_beside(claim, spoken_of[0], is_anywhere=True)
    of_sentence = _dated(claim, spoken_of[1]) if spoken_of is not None and is_of_sentence else claim
    if re.search(_END, claim.passage.text[nearest.end : claim.start]):
        return of_sentence
    return of_sentence._replace(also=(*of_sentence.also, _dated(claim, finding).scene))


def _are_beside(claim: Claim, other: Claim, *, is_anywhere: bool = False) -> bool:
    """Tell whether a figure is of the same answer and people as another of its passage, elsewhere."""
    one, beside = claim.scene, other.scene
    same = (one.topics, one.group, one.segment) == (beside.topics, beside.group, beside.segment)
    return claim.passage is other.passage and same and (is_anywhere or one.region != beside.region)


def _dated(claim: Claim, finding: Finding) -> Claim:
    wave = finding.estimate.wave if finding.estimate is not None else None
    return claim._replace(scene=claim.scene._replace(document_wave=wave), is_of_lent_wave=wave is not None)
