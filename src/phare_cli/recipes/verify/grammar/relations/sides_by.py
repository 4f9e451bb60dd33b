"""The constructions of a gap whose number stands inside: "inférieure de 8 points à la moyenne nationale"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.spoken_numbers import POINTS
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_BY = ("de", "d'", "by")
_TO = ("a", "au", "aux", "than", "to")


def sides_by(sentence: Sentence) -> Iterator[Relation]:
    """Yield a comparative, points, and whom or what they are counted from."""
    references = References(sentence)
    for number in sentence.numbers:
        start = number.start - (sentence.word(number.start - 1) in _BY)
        side = sentence.words["bare comparative"].before(sentence.tokens, start)
        if number.unit != POINTS or side is None or sentence.word(number.end) not in _TO:
            continue
        end, target = references.reference(number.end)
        if isinstance(target, Mention):
            kind = "change" if target.kind == "wave" else "gap"
            yield Relation(side.start, end, number.end, kind, side.sense, number=number, target=target)
