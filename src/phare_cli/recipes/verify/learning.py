"""Learn from a page what else it calls the groups of the data: "citadins", where those are "habitants des villes".

A word that names nobody known, and whose figures are those of one group, is taken as a name of that group.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from phare_cli.documents.prose.passage import ProsePassage
from phare_cli.documents.prose.spoken_numbers import SCORE
from phare_cli.documents.prose.tokens import tokens_of
from phare_cli.nouns.survey import Survey
from phare_cli.recipes.verify.evidence import Evidence
from phare_cli.recipes.verify.figure_verdicts import holds
from phare_cli.recipes.verify.grammar.claims import Claim
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN
from phare_cli.recipes.verify.grammar.stems import singular

Group = tuple[str, str]  # a group and a part of it

_LED_BY = frozenset("des de d' of the les l' la nos our all ces ses in among chez parmi these those".split())  # noqa: SIM905
_AHEAD = 60  # characters behind a figure that say of whom it is
_SHORTEST = 4
_FEWEST = 2  # figures that are those of one group: one alone may be so by chance


def learned_names(claims: Sequence[Claim], survey: Survey, evidence: Evidence) -> Mapping[str, Group]:
    """Return the words of a page that name nobody known, each with the group whose figures it gives."""
    groups = dict.fromkeys((each.stakeholder, each.segment) for each in survey.estimates)
    learned = {}
    for word, of_word in _by_stranger(claims).items():
        held: Counter[Group] = Counter()
        for claim in of_word:
            for group in _whose(claim, groups, evidence):
                held[group] += _weight(claim)
        best = held.most_common(2)
        if not best:
            continue
        group, weight = best[0]
        is_alone = len(best) == 1 or weight > best[1][1]
        if is_alone and weight >= _FEWEST and 2 * weight > sum(map(_weight, of_word)):
            learned[word] = group
    return learned


def _by_stranger(claims: Sequence[Claim]) -> Mapping[str, Sequence[Claim]]:
    """Return the words for people whom nobody knows, each with the figures that are said of them."""
    said: dict[str, list[Claim]] = {}
    last: tuple[ProsePassage, str] | None = None
    for claim in claims:
        if not _may_tell(claim):
            continue
        own = _stranger(claim)
        if own is not None:
            last = (claim.passage, own)
        if last is not None and last[0] is claim.passage:
            said.setdefault(last[1], []).append(claim)
    return said


def _may_tell(claim: Claim) -> bool:
    number = claim.number
    if claim.kind != "figure" or claim.scene.group != UNKNOWN or not claim.scene.topics or number is None:
        return False
    return not (number.hedge or number.in_words or claim.is_complement or claim.is_range)


def _weight(claim: Claim) -> int:
    """Return how much a figure tells: with a decimal it is seldom another's by chance."""
    return 2 if claim.number is not None and claim.number.decimals else 1


def _stranger(claim: Claim) -> str | None:
    """Return the word for people behind a figure of nobody known: "71 % des citadins"."""
    behind = tokens_of(claim.passage.text[claim.end : claim.end + _AHEAD])
    words = [token for token in behind if token.word not in _LED_BY][:1]
    if not words or words[0] is behind[0] or words[0].kind != "word" or len(words[0].word) < _SHORTEST:
        return None
    return singular(words[0].word)


def _whose(claim: Claim, groups: Mapping[Group, None], evidence: Evidence) -> Iterator[Group]:
    """Yield the groups whose figure a claim gives, of its topic, place and time."""
    number = claim.number
    if number is None:
        return
    for group, segment in groups:
        scene = claim.scene._replace(group=group, segment=segment, is_foreign=False)
        found = evidence.figures(scene, "score" if number.unit == SCORE else "percent")
        if any(each.value is not None and holds(number, each.value) for each in found):
            yield group, segment
