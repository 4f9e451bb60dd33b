"""The changes that share the verb of the one before: "has fallen by 7 points on trains, and in parks by 5 points"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from phare_cli.documents.prose.spoken_numbers import POINTS
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_BY = frozenset(("by", "de", "d'"))
_AND = frozenset(("and", "et"))
_OF_THEIR_OWN = ("change", "change noun", "gap", "gap noun", "verb", "comparative", "beside")
_TO_VERB = 4  # words from a verb of change to its number


def changes_shared(sentence: Sentence) -> Iterator[Relation]:
    """Yield numbers of points behind "and ... by", whose verb is that of the number of points before."""
    references = References(sentence)
    points = [each for each in sentence.numbers if each.unit == POINTS]
    for one, other in pairwise(points):
        verb = references.nearest_before("change", one.start, _TO_VERB)
        words = [sentence.word(at) for at in range(one.end, other.start)]
        if verb is None or verb.sense not in ("up", "down") or words[-1:] == [] or words[-1] not in _BY:
            continue
        owned = any(
            sentence.words[name].first(sentence.tokens, one.end, other.start) for name in _OF_THEIR_OWN
        )
        follows = sentence.words["gap"].at(sentence.tokens, other.end)
        if _AND.isdisjoint(words) or owned or follows is not None:
            continue
        end, since = references.since(other.end)
        yield Relation(
            other.start, max(end, other.end), other.end, "change", verb.sense, number=other, target=since
        )
