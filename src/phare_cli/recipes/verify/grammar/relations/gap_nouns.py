"""Find gaps that a noun tells, and the sides that stand beside it: "un écart de 10 points avec la France"."""

from __future__ import annotations

from phare_cli.documents.prose.lexicon import Cue
from phare_cli.documents.prose.spoken_numbers import POINTS, SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.relations.set_beside import References
from phare_cli.recipes.verify.grammar.sentence import Sentence

_TO_NUMBER = 9  # words from "gap" to its number
_TO_NOUN = 2  # words between "gap" and "significant"
_TO_WEIGHT = 12  # words from a gap to what is said of it
_TO_DENIAL = 3  # words from "pas" to "significatif"
_NOT = frozenset("pas non peu guere sans not no hardly barely without nor ni".split())  # noqa: SIM905
_OF_IT = frozenset(
    [
        "est",
        "sont",
        "is",
        "are",
        "was",
        ",",
        "(",
        "statistiquement",
        "statistically",
        "et",
        "and",
        "reste",
        "demeure",
        "remains",
    ]
)
_WITH_ONE = frozenset("avec vis par face with over compared from sur".split())  # noqa: SIM905  # not "between"


def gap_noun_of(sentence: Sentence, references: References, number: SpokenNumber) -> Cue | None:
    """Return the noun before a number that the number is the size of: no other number of points stands between."""
    noun = references.nearest_before("gap noun", number.start, _TO_NUMBER)
    is_taken = noun is not None and any(
        noun.end <= each.start < number.start and each.unit == POINTS for each in sentence.numbers
    )
    return None if is_taken else noun


def gap_of_noun(sentence: Sentence, references: References, noun: Cue, number: SpokenNumber) -> Relation:
    """Return "l'écart avec la France est de 10 points", "une avance de 8 points sur les maires"."""
    first, between = references.two_sides(noun.end, number.start)
    end = _end_of_two_sides(sentence, number.end)
    if between is None and end == number.end:
        end, between = _one_side(sentence, references, number.end)
    return Relation(noun.start, end, number.end, "gap", "", number=number, target=between, subject=first)


def gap_noun_behind(sentence: Sentence, references: References, number: SpokenNumber) -> Relation | None:
    """Return "an 11-point gap with nurses", "21 points d'écart", whose two sides may be named behind."""
    linked = number.end + (sentence.word(number.end) in ("d'", "de"))
    noun = sentence.words["gap noun"].at(sentence.tokens, linked)
    if noun is None or number.unit != POINTS:
        return None
    link = sentence.words["with"].at(sentence.tokens, noun.end)
    end, target = references.reference(link.end) if link is not None else (noun.end, None)
    return Relation(number.start, max(end, noun.end), noun.end, "gap", "", number=number, target=target)


def is_called_significant(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether a gap says what weight it has: "un écart net de 2 points", "0.8 points more, a significant gap"."""
    tokens, words = sentence.tokens, sentence.words
    last = min(relation.end + _TO_WEIGHT, len(tokens))
    behind = [each.start for each in sentence.numbers if each.start >= relation.end]
    stops = [at for at in range(relation.end, last) if tokens[at].text == ";"]
    limit = min([last, *behind, *stops])
    for cue in words["significant"].find(tokens, max(0, relation.start - 1), limit):
        before = {sentence.word(at) for at in range(max(0, cue.start - _TO_DENIAL), cue.start)}
        if before & _NOT:
            continue
        near = range(max(0, cue.start - _TO_NOUN), min(cue.end + _TO_NOUN, len(tokens)))
        is_of_noun = any(words["gap noun"].at(tokens, at) is not None for at in near)
        is_told = sentence.word(cue.start - 1) in _OF_IT and (
            cue.end >= len(tokens) or tokens[cue.end].kind == "mark"
        )
        if is_of_noun or is_told:
            return True
    return False


def _one_side(sentence: Sentence, references: References, place: int) -> tuple[int, Mention | None]:
    """Return what a gap is counted from that stands right behind its number: "avec la moyenne nationale"."""
    link = sentence.words["with"].at(sentence.tokens, place)
    if link is None or sentence.word(place) not in _WITH_ONE:
        return place, None
    end, target = references.reference(link.end)
    is_side = isinstance(target, Mention) and target.kind in ("place", "group", "both")
    return (end, target) if isinstance(target, Mention) and is_side else (place, None)


def _end_of_two_sides(sentence: Sentence, place: int) -> int:
    """Return where "between the two professions" ends that begins at *place*, *place* where it does not."""
    link = sentence.words["with"].at(sentence.tokens, place)
    if link is None or link.end >= len(sentence.tokens):
        return place
    sides = sentence.words["two sides"].at(sentence.tokens, link.end)
    return place if sides is None else min(sides.end + 1, len(sentence.tokens))
