"""Tell words that only look like a relation: "a figure to keep in mind", "under the Care Act", "up 14%" of calls."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT, SpokenNumber
from phare_cli.recipes.verify.grammar.relations.openings_of_lists import may_have
from phare_cli.recipes.verify.grammar.relations.relation import Relation
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_FOR_SOME = frozenset("for of pour de des d' chez among".split())  # noqa: SIM905
_ARE = frozenset("is are was were be been being now and still has have had".split())  # noqa: SIM905
_BY = frozenset(("to", "by", "a", "de", "d'", "of"))
_THE = frozenset("la une cette sa leur the".split())  # noqa: SIM905
_SCORED = frozenset("note score taux rate pourcentage".split())  # noqa: SIM905
_QUOTED = frozenset("line sentence quote phrase citation".split())  # noqa: SIM905
_SCALES = frozenset(("scale", "scales", "echelle", "echelles"))
_OFTEN = frozenset(("often", "frequently", "souvent"))
_MOVES = ("change", "change noun", "gap")
_MINE = frozenset(("m'", "me", "nous", "us"))
_CURRENCY = frozenset("$£€")
_BRIEF = frozenset(("up", "down"))
_BEFORE_BRIEF = frozenset((",", "(", "–", "—", "is", "are", "was", "were"))
_UNDER = frozenset("under sous conforme".split())  # noqa: SIM905
_OF_CLAUSE = frozenset(",;:.()")
_TO_AUTHORITY = 6  # words from "under" to the law or to whoever something is done under
_TO_OBJECT = 4  # words from "nous" to "le plus"
_TO_FIGURE = 2  # words from a rank to whose it is
_TO_NUMBER = 2  # words from a change to what it leads to
_TOLD = 0.5  # how much of a name the words of a clause hold that is of an answer


def is_unasserted(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether the words of a relation say nothing of figures."""
    if _is_idiom(sentence, relation) or _is_noun(sentence, relation):
        return True
    if relation.kind == "comparison":
        return _is_of_authority(sentence, relation)
    if relation.kind == "order" and relation.target is None:
        tests = (_is_of_the_number, _is_asked_for, _is_of_some)
        return any(test(sentence, relation) for test in tests)
    if relation.kind not in ("change", "gap"):
        return False
    tests_of_move = (_is_attribute, _leads_to_amount, _is_of_thing, _is_of_scale)
    return any(test(sentence, relation) for test in tests_of_move)


def moves_a_thing(sentence: Sentence, number: SpokenNumber) -> bool:
    """Tell whether a percentage is what something else than answers moved by: "61,000 calls last year, up 14%".

    The clause names nobody, no answer and no share, and tells no other figure.
    """
    if number.unit != PERCENT or number.in_words or not may_have(sentence, *_MOVES):
        return False
    tokens, words = sentence.tokens, sentence.words
    by = number.start - (sentence.word(number.start - 1) in _BY)
    moved = words["change"].before(tokens, by) or words["change noun"].before(tokens, by)
    is_phrasal = moved is not None and sentence.word(moved.start) in _BRIEF  # "make up 53%"
    if is_phrasal and moved is not None and sentence.word(moved.start - 1) not in _BEFORE_BRIEF:
        return False
    if moved is None and words["gap"].at(tokens, number.end) is None:
        return False
    start, end = sentence.clause(number.start)
    is_told = any(each.score >= _TOLD for each in sentence.topics_in(start, end)) or any(
        start <= each.start < number.start and each.unit == PERCENT for each in sentence.numbers
    )
    return not (is_told or sentence.of_kind("group", start, end)) and not any(
        sentence.has(name, start, end)
        for name in ("pronoun", "takes up", "rate noun", "of figures", "people")
    )


def _is_idiom(sentence: Sentence, relation: Relation) -> bool:
    return any(cue.start <= relation.start < cue.end for cue in sentence.words["idiom"].find(sentence.tokens))


def _is_noun(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether a word is a noun that sets nothing apart: "la distance est évoquée par 54 %"."""
    return sentence.word(relation.start) == "distance" and sentence.word(relation.start - 1) in _THE


def _is_of_authority(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether something is done under a law or somebody's direction: "under the Care Act", "sous l'égide de"."""
    if not any(sentence.word(at) in _UNDER for at in range(relation.start, relation.cue)):
        return False
    end = min(relation.cue + _TO_AUTHORITY, len(sentence.tokens))
    authority = sentence.words["authority"].first(sentence.tokens, relation.cue, end)
    if authority is None or any(
        sentence.tokens[at].text in _OF_CLAUSE for at in range(relation.cue, authority.start)
    ):
        return False
    return not any(
        sentence.has(name, relation.cue, authority.start - 1) for name in ("figure noun", "of figures")
    )


def _is_of_the_number(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether what is told most is a figure itself: "le chiffre le plus commenté", "qui m'a le plus surpris"."""
    words = sentence.words
    before = sentence.word(relation.start - 1)
    is_degree = any(
        words["degree"].at(sentence.tokens, at) is not None and sentence.word(at) not in _OFTEN
        for at in range(relation.start, relation.end)
    )
    is_noun = before in _QUOTED or (words["figure noun"].holds(before) and before not in _SCORED)
    if is_noun and not is_degree:
        return True
    near = range(max(0, relation.start - _TO_OBJECT), relation.start)
    return words["superlative"].at(sentence.tokens, relation.start) is not None and any(
        sentence.word(at) in _MINE for at in near
    )


def _is_asked_for(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether a rank is what people were asked to tell: "Asked to name the main fragilities, 37% ..."."""
    start, _ = sentence.clause(relation.start)
    cue = sentence.words["asking for"].first(sentence.tokens, start, relation.start)
    return cue is not None and all(sentence.tokens[at].text != "," for at in range(cue.end, relation.start))


def _is_of_some(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether some people say themselves what is first: "the main source for 10% of adults"."""
    if sentence.words["ordinal"].first(sentence.tokens, relation.start, relation.end) is None:
        return False
    start, _ = sentence.clause(relation.start)
    percents = [each for each in sentence.numbers if each.unit == PERCENT]
    behind = any(
        0 < each.start - relation.end + 1 <= _TO_FIGURE and sentence.word(each.start - 1) in _FOR_SOME
        for each in percents
    )
    return behind or any(each.start == start + 1 and sentence.word(start) == "pour" for each in percents)


def _is_attribute(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether a participle only tells what kind a noun is: "hit by rising costs"; a growing share has grown."""
    word, noun = sentence.word(relation.start), relation.start + 1
    is_alone = relation.end == noun and word.endswith("ing") and relation.number is None
    if not is_alone or noun >= len(sentence.tokens) or sentence.tokens[noun].kind != "word":
        return False
    is_of_figures = any(sentence.words[name].holds(sentence.word(noun)) for name in ("rate noun", "adverb"))
    return not (is_small(sentence.word(noun)) or is_of_figures or sentence.word(relation.start - 1) in _ARE)


def _leads_to_amount(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether a change leads to money or to a count of things: "fell to 41 million tonnes", "rose to $17.75"."""
    tokens = sentence.tokens
    if sentence.word(relation.end) not in _BY:
        return False
    first = relation.end + 1
    for at in range(first, min(first + _TO_NUMBER, len(tokens))):
        if tokens[at].text in _CURRENCY:
            return True
        if tokens[at].kind == "number":
            behind = at + 1 < len(tokens) and any(
                sentence.words[name].at(tokens, at + 1) for name in ("counted", "money", "large number")
            )
            return behind and not any(
                each.start <= at < each.end and each.unit == PERCENT for each in sentence.numbers
            )
    return False


def _is_of_thing(sentence: Sentence, relation: Relation) -> bool:
    near = relation.number or next(
        (each for each in sentence.numbers if 0 <= each.start - relation.end <= 1), None
    )
    return near is not None and moves_a_thing(sentence, near)


def _is_of_scale(sentence: Sentence, relation: Relation) -> bool:
    """Tell whether points are those of a scale that people answered on: "a five-point scale"."""
    number = relation.number
    if number is None:
        return False
    return sentence.word(number.end) in _SCALES or sentence.word(number.start - 2) in _SCALES
