"""Call nothing wrong beside a figure of which nothing is sure: what lends both their topic may be mistaken."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence

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
_APART = frozenset("();:%")  # between a figure and a number that is not counted from it
_NEAR = 160  # characters between a figure and what is said of it


def with_hesitations(claims: Sequence[Claim], findings: Sequence[Finding]) -> list[Finding]:
    """Return findings, ambiguous where a relation is of a figure that is not sure."""
    pairs = list(zip(claims, findings, strict=True))
    unsure = _Near(
        pair for pair in pairs if pair[0].kind == "figure" and pair[1].status in (AMBIGUOUS, UNKNOWN_STATUS)
    )
    right = _Near(
        pair
        for pair in pairs
        if pair[0].kind == "figure" and pair[1].status == RIGHT and _says_itself(pair[0])
    )
    of_waves = _Near(pair for pair in pairs if pair[1].status == AMBIGUOUS and len(pair[1].candidates) > 1)
    return [
        finding._replace(status=AMBIGUOUS)
        if (finding.status == WRONG and any(_is_led_to(claim, each) for each, _ in unsure.to(claim)))
        or (
            (finding.status == WRONG or (finding.status in FAULTS and claim.is_lent))
            and any(_is_of(claim, each) for each, _ in unsure.to(claim))
        )
        or (
            finding.status == RIGHT
            and any(each.is_loose and _follows(claim, each) for each, _ in unsure.to(claim))
        )
        or (
            finding.status == WRONG
            and any(_is_denied(claim, finding, each, other.estimate) for each, other in right.to(claim))
        )
        or (finding.status == WRONG and _is_told_otherwise(claim, finding, right.to(claim)))
        or (finding.status == WRONG and claim.kind == "figure" and claim.is_complement and claim.is_lent)
        or any(_is_of_other_wave(claim, finding, *each) for each in of_waves.to(claim))
        else finding
        for claim, finding in pairs
    ]


class _Near:
    """Claims with what was found of them, by where they stand: the few of a long paragraph that are near one of it."""

    def __init__(self, pairs: Iterable[tuple[Claim, Finding]]) -> None:
        self._pairs: dict[int, list[tuple[Claim, Finding]]] = {}
        self._longest = 0
        for pair in pairs:
            self._pairs.setdefault(id(pair[0].passage), []).append(pair)
            self._longest = max(self._longest, pair[0].end - pair[0].start)
        for of_passage in self._pairs.values():
            of_passage.sort(key=_start)

    def to(self, claim: Claim) -> Sequence[tuple[Claim, Finding]]:
        """Return those of the claim's passage that begin or end near it."""
        pairs = self._pairs.get(id(claim.passage), ())
        first = bisect_left(pairs, claim.start - _NEAR - self._longest, key=_start)
        return pairs[first : bisect_right(pairs, claim.end + _NEAR, key=_start)]


def _start(pair: tuple[Claim, Finding]) -> int:
    return pair[0].start


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


def _is_told_otherwise(relation: Claim, finding: Finding, figures: Sequence[tuple[Claim, Finding]]) -> bool:
    """Tell whether a number of points right behind a figure was counted from one that its text does not tell.

    "33 % donnent de leur temps, 11 points de plus que la moyenne" is counted from 33, whatever was found for it.
    """
    if relation.kind not in ("gap", "change") or relation.number is None or finding.value is None:
        return False
    text = relation.passage.text
    return not {other.value for _, other in figures} & {finding.value, finding.reference} and any(
        0 < relation.start - figure.end <= _NEAR
        and not _is_parted(between := text[figure.end : relation.start])
        and not _APART & set(between)
        for figure, _ in figures
    )


def _is_denied(claim: Claim, finding: Finding, other: Claim, estimate: Estimate | None) -> bool:
    """Tell whether another figure of a sentence is right of what this one is wrong of: it is of something else.

    So it is of "53% against 35%", of "(22 % et 23 %)" and of "92% (87%)", where one of two sides alone is named.
    """
    return (
        claim.kind == "figure"
        and _says_itself(claim)
        and estimate is not None
        and finding.estimate == estimate
        and claim.passage is other.passage
        and _are_side_by_side(claim.passage.text[min(claim.end, other.end) : max(claim.start, other.start)])
    )


def _are_side_by_side(between: str) -> bool:
    words = words_of(between)
    return set(words) <= _BESIDE if words else between.strip() == "("


def _says_itself(claim: Claim) -> bool:
    return claim.is_exact and not claim.is_complement


def _is_parted(text: str) -> bool:
    return any(end in text for end in (". ", "? ", "! "))


def _is_of(relation: Claim, figure: Claim) -> bool:
    """Tell whether a relation is of a figure right before it: of the same topic, people and place.

    A gap that names no topic is of what the figure is said of, where that is not known.
    """
    one, other = relation.scene, figure.scene
    is_same = one.topics == other.topics or (relation.is_lent and relation.kind == "gap" and not other.topics)
    return _follows(relation, figure) and is_same and (one.region, one.group) == (other.region, other.group)


def _is_led_to(relation: Claim, figure: Claim) -> bool:
    """Tell whether the words of neither a comparison nor the figure right behind it name a topic: "..., at 41%"."""
    return (
        relation.kind == "comparison"
        and relation.is_lent
        and figure.is_lent
        and relation.passage is figure.passage
        and relation.scene.topics == figure.scene.topics
        and 0 <= figure.start - relation.end <= _NEAR
        and not _is_parted(relation.passage.text[relation.end : figure.start])
    )


def _follows(relation: Claim, figure: Claim) -> bool:
    return (
        relation.kind not in ("figure", "base")
        and relation.passage is figure.passage
        and 0 <= relation.start - figure.end <= _NEAR
        and not _is_parted(relation.passage.text[figure.end : relation.start])
    )
