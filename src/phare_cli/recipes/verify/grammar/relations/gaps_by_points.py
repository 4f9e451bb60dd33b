"""The gaps with their points: "dépasse la moyenne nationale de 9 points", "inférieure de 8 points à celle du pays"."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import PERCENT, POINTS, SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_BY = frozenset(("de", "d'", "by"))
_TO = ("a", "au", "aux", "que", "qu'", "than", "to")
_TO_NUMBER = 10  # words from the verb to its number
_NUMEROUS = frozenset(("nombreux", "nombreuses"))
_THE = ("les", "des", "aux", "the")
_TO_MORE = 6  # words from "35 % de salariés" to "de plus"


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
        side = side or _degree_before(sentence, start)
        if number.unit not in (POINTS, PERCENT) or side is None or sentence.word(number.end) not in _TO:
            continue
        end, target = references.reference(number.end)
        if isinstance(target, Mention):
            kind = "change" if target.kind == "wave" else "gap"
            yield Relation(side.start, end, number.end, kind, side.sense, number=number, target=target)


def _degree_before(sentence: Sentence, place: int) -> Cue | None:
    """Return "plus élevée", "moins nombreux" right before *place*, and which way it goes."""
    is_of_degree = (
        sentence.words["degree"].before(sentence.tokens, place) is not None
        or sentence.word(place - 1) in _NUMEROUS
    )
    for start in (place - 2, place - 1):
        way = sentence.words["comparative"].at(sentence.tokens, start) if start >= 0 else None
        if way is not None and way.sense in ("up", "down") and is_of_degree:
            return way
    return None


def relative_gap(sentence: Sentence, number: SpokenNumber) -> Cue | None:
    """Return which way a number is a gap: "35 % plus nombreux", "35 % de salariés de plus qu'en France".

    "Les 10 % plus aisés" are people, and "35 % de salariés de plus de 50 ans" a level.
    """
    tokens, words = sentence.tokens, sentence.words
    if number.unit not in (PERCENT, POINTS) or number.in_words:
        return None
    led = sentence.word(number.core - 1) in _THE
    for name in ("comparative", "bare comparative"):
        way = words[name].at(tokens, number.end)
        if way is not None and way.sense in ("up", "down") and not led:
            return way
    if number.unit != PERCENT or sentence.word(number.end) not in ("de", "d'"):
        return None
    for gap in words["gap"].find(tokens, number.end + 1, min(number.end + _TO_MORE, len(tokens))):
        is_closed = gap.end >= len(tokens) or tokens[gap.end].kind == "mark"
        if sentence.word(gap.start) in ("de", "en") and (is_closed or words["than"].at(tokens, gap.end)):
            return gap
    return None
