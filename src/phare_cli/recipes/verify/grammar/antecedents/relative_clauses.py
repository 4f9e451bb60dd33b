"""Find what a relative clause or a pronoun takes up: "the average, which is 58%", "nurses, who put it at 80%"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_WHICH = frozenset("which who whom whose qui laquelle lequel lesquels lesquelles dont".split())  # noqa: SIM905
_LEADING = frozenset("for among of with in by chez pour parmi par dans , to".split())  # noqa: SIM905
_OBJECTS = frozenset(("it", "them"))
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


def whose_are_counted(sentence: Sentence, figure: SpokenNumber) -> Mention | None:
    """Return the group that "of whom" behind a figure takes up: "than employees, a quarter of whom did so"."""
    if [sentence.word(figure.end), sentence.word(figure.end + 1)] != ["of", "whom"]:
        return None
    return next(reversed(sentence.of_kind("group", 0, figure.start)), None)


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
