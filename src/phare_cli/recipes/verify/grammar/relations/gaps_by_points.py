"""The gaps with their points: "dépasse la moyenne nationale de 9 points", "inférieure de 8 points à celle du pays"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.spoken_numbers import PERCENT, POINTS
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_BY = frozenset(("de", "d'", "by"))
_TO = ("a", "au", "aux", "than", "to")
_TO_NUMBER = 10  # words from the verb to its number


def overtakes(sentence: Sentence) -> Iterator[Relation]:
    """Yield verbs that set one name above or below another by a number of points."""
    references = References(sentence)
    for number in sentence.numbers:
        by = number.start - 1
        if number.unit not in (POINTS, PERCENT) or sentence.word(by) not in _BY:
            continue
        for cue in sentence.words["beside"].find(sentence.tokens, max(0, by - _TO_NUMBER), by):
            end, target = references.reference(cue.end)
            if end == by and isinstance(target, Mention) and cue.sense != "equal":
                yield Relation(cue.start, number.end, cue.end, "gap", cue.sense, number=number, target=target)


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
