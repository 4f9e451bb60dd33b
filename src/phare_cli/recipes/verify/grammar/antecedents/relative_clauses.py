"""Find what a relative clause or a pronoun takes up: "the average, which is 58%", "nurses, who put it at 80%"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_WHICH = frozenset("which who whom whose qui laquelle lequel lesquels lesquelles dont".split())  # noqa: SIM905
_LEADING = frozenset("for among of with in by chez pour parmi par dans , to".split())  # noqa: SIM905
_WHO = frozenset(("who", "qui"))
_THAT = frozenset("that they que qu' qu'ils ils elles and et".split())  # noqa: SIM905
_TO_DENIAL = 3  # words between "who" and its denial: "who really do not", "qui ne le font pas"
_PAST_VERB = 2  # words from a denial past the verb that it denies
_OBJECTS = frozenset(("it", "them"))
_OBJECT = frozenset(("que", "qu'"))
_PARTING = frozenset(", ; : ( and et nor ni but mais or ou than que".split())  # noqa: SIM905
_TO_COUNTED = 5  # words from a figure to whom it counts
_TO_WHICH = 8  # words between a relative pronoun and its figure
_TO_GIVING = 2  # words between what gives a figure and what it is given to


def relative_clause(sentence: Sentence, figure: SpokenNumber) -> int | None:
    """Return where a relative clause opens that only carries a figure: "which stands at", "chez qui il atteint"."""
    for at in range(figure.start - 1, max(-1, figure.start - _TO_WHICH), -1):
        word = sentence.word(at)
        if word in _WHICH:
            while sentence.word(at - 1) in _LEADING:
                at -= 1
            return at
        is_carried = (
            is_small(word)
            or sentence.words["carrier"].holds(word)
            or sentence.words["verb"].holds(word)
            or sentence.words["light verb"].holds(word)
            or sentence.words["hedge"].holds(word)
        )
        if sentence.tokens[at].kind != "word" or not is_carried:
            return None
    return None


def object_before(sentence: Sentence, figure: SpokenNumber) -> tuple[int, int] | None:
    """Return where what people do stands before a figure of them: "pro bono work, which 5% of firms do".

    From the comma or the conjunction before it to the pronoun.
    """
    pronoun = figure.start - 1
    is_taken_up = sentence.word(pronoun) == "which" or (
        sentence.word(pronoun) in _OBJECT and sentence.word(pronoun - 1) == ","
    )
    if not is_taken_up or not sentence.of_kind("group", figure.end, figure.end + _TO_COUNTED):
        return None
    end = pronoun - (sentence.word(pronoun - 1) == ",")
    opens = (at + 1 for at in range(end - 1, -1, -1) if sentence.word(at) in _PARTING)
    return next(opens, 0), end


def chooses_people(sentence: Sentence, denial: int, answer: int) -> bool:
    """Tell whether a denial is of who was asked, not of what they answer: "adults who do not swim cite the price"."""
    opening = range(max(0, denial - _TO_DENIAL), denial)
    is_of_people = any(sentence.word(at) in _WHO for at in opening)
    told = range(denial + _PAST_VERB, answer)
    if not is_of_people or any(sentence.word(at) in _THAT for at in told):
        return False
    return any(
        sentence.words[name].holds(sentence.word(at)) for at in told for name in ("verb", "light verb")
    )


def whose_are_counted(sentence: Sentence, figure: SpokenNumber) -> Mention | None:
    """Return the group that "of whom" behind a figure takes up: "than employees, a quarter of whom did so"."""
    behind = [sentence.word(figure.end), sentence.word(figure.end + 1)]
    group = next(reversed(sentence.of_kind("group", 0, figure.start)), None)
    if behind == ["of", "whom"]:
        return group
    # "Of which" may take up an answer as well; right behind a body it is of that: "charities, a third of which ..."
    is_beside = group is not None and group.end == figure.start - 1 and sentence.word(group.end) == ","
    return group if behind == ["of", "which"] and is_beside else None


def is_given_to_it(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether a figure is given to what was spoken of before: "who put it at 80%", "give it 81%"."""
    at = figure.start - 1 - (sentence.word(figure.start - 1) == "at")
    if sentence.word(at) not in _OBJECTS:
        return False
    return any(
        sentence.words[name].holds(sentence.word(before))
        for before in range(max(0, at - _TO_GIVING), at)
        for name in ("scale word", "light verb")
    )


def is_same_case(sentence: Sentence, figure: SpokenNumber) -> bool:
    """Tell whether a figure is of what was told before: "c'est le cas d'un tiers des retraités"."""
    return sentence.words["same case"].before(sentence.tokens, figure.start) is not None
