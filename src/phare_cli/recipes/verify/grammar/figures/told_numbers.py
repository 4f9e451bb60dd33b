"""Tell the numbers of a sentence that are figures from gaps and from what something changed by."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.documents.prose.spoken_numbers import BARE, COUNT, PERCENT, SCORE, SpokenNumber
from phare_cli.recipes.verify.grammar.sentence import Sentence

_BY = frozenset(("of", "de", "d'", "by"))


def is_figure(sentence: Sentence, number: SpokenNumber) -> bool:
    """Tell whether a number may be a figure: a percent or a score, and no part of a change ("has grown by half")."""
    is_by = number.in_words and sentence.word(number.start - 1) in ("by", "de", "d'")
    is_share = is_by and sentence.words["change"].before(sentence.tokens, number.start - 1) is not None
    return number.unit in (PERCENT, SCORE) and not is_share


def figures_of(sentence: Sentence, *, is_scored: bool) -> Iterator[SpokenNumber]:
    """Yield the numbers that may be figures of results; bare decimals where scores are spoken of."""
    for number in sentence.numbers:
        if number.unit in (PERCENT, SCORE):
            yield number
        elif (
            is_scored
            and number.said <= 10
            and number.unit == BARE
            and number.decimals == 1
            and not _is_of_gap(sentence, number)
        ):
            yield number._replace(unit=SCORE)


def _is_of_gap(sentence: Sentence, number: SpokenNumber) -> bool:
    """Tell whether a bare number is a gap between scores: "un écart de 0,5", "+0.5"."""
    noun = sentence.words["gap noun"].first(sentence.tokens, max(0, number.start - 4), number.start)
    if any(sentence.words[name].at(sentence.tokens, number.end) is not None for name in ("gap", "times")):
        return True  # "1.8 above", "2.5 times"
    if number.said == 0 or is_change_of_score(sentence, number):
        return True
    return noun is not None or sentence.word(number.core - 1) in ("+", "-", "−")


def is_change_of_score(sentence: Sentence, number: SpokenNumber) -> bool:
    """Tell whether a bare number says by how much a score before it moved: "6.9/10, against 6.1: a rise of 0.8"."""
    of = number.start - 1
    if sentence.word(of) not in _BY or number.decimals != 1:
        return False
    is_scored = any(each.unit == SCORE and each.end <= of for each in sentence.numbers)
    return is_scored and sentence.words["change"].before(sentence.tokens, of) is not None


def counts_of(sentence: Sentence) -> Iterator[SpokenNumber]:
    """Yield the numbers that count something."""
    return (number for number in sentence.numbers if number.unit == COUNT)
