"""The construction of a way from one group to another: "falls from 44% among the young to 10% among the old"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from phare_cli.documents.prose.spoken_numbers import PERCENT, SCORE, SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import UNKNOWN, Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence

_FROM = frozenset(("de", "d'", "from"))
_TO = frozenset(("a", "to"))
_AMONG = frozenset(("among", "chez", "parmi", "of", "des"))
_TWO = 2  # figures of a way
_TO_FIRST = 3  # words between the verb and the first figure
_TO_END = 9  # words between the two figures
_LINKS = frozenset(
    "( of among in for with by the en chez parmi dans pour de des du d' les la le l' au aux a ceux celles".split()  # noqa: SIM905
)


def spans(sentence: Sentence) -> Iterator[Relation]:
    """Yield verbs of change whose two figures are of two groups or two places: nothing changed, they are compared."""
    if len(sentence.numbers) < _TWO:
        return
    for cue in sentence.words["change"].find(sentence.tokens):
        if cue.sense not in ("up", "down"):
            continue
        figures = [each for each in sentence.numbers if each.start >= cue.end]
        if len(figures) < 2 or figures[0].start - cue.end > _TO_FIRST:
            continue
        first, second = figures[:2]
        if not _runs(sentence, first, second) or sentence.of_kind("wave", first.end, second.start):
            continue
        sides = _sides(sentence, first, second)
        if sides is not None:
            one, other = sides
            yield Relation(cue.start, cue.end, cue.end, "comparison", cue.sense, target=one, subject=other)


def _sides(
    sentence: Sentence, first: SpokenNumber, second: SpokenNumber
) -> tuple[Mention, Mention | None] | None:
    """Return the two names of one kind right behind two figures; somebody unknown where the data name no first."""
    behind = _names_behind(sentence, second)
    for one, other in product(_names_behind(sentence, first), behind):
        if one.kind == other.kind and (one.id, one.segment) != (other.id, other.segment):
            return one, other
    if sentence.word(first.end) in _AMONG:
        return Mention(first.end, first.end + 1, "group", UNKNOWN), None
    return None


def runs_on(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether another figure stands at the end of "from ... to" that *figure* begins."""
    second = next((each for each in sentence.numbers if each.start >= figure.end), None)
    return second is not None and second.start - figure.end <= _TO_END and _runs(sentence, figure, second)


def _runs(sentence: Sentence, first: SpokenNumber, second: SpokenNumber) -> bool:
    """Tell whether two figures stand in "from ... to"."""
    return (
        first.unit == second.unit
        and first.unit in (PERCENT, SCORE)
        and sentence.word(first.start - 1) in _FROM
        and sentence.word(second.start - 1) in _TO
    )


def _names_behind(sentence: Sentence, figure: SpokenNumber) -> list[Mention]:
    """Return the groups and places right behind a figure: "44% among the young in Kent", "44 % (femmes)"."""
    found: list[Mention] = []
    end = figure.end
    for each in sentence.mentions:
        if each.start < figure.end:
            continue
        if each.kind == "wave" or not {sentence.word(at) for at in range(end, each.start)} <= _LINKS:
            break
        found.append(each)
        end = each.end
    return found
