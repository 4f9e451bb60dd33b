"""Tell digits that say once more what words said: "half of the visitors, 53%, fish"."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import SpokenNumber
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_AGAIN = frozenset((",", "soit", "or", "exactly", "exactement"))
_TO_DIGITS = 6  # words between a number in words and the digits that say it again
_AS_SAID, _BEYOND = 3.0, 10.0  # points between the two; beyond what is more or less
_MORE, _LESS = frozenset(("more", "barely more", "at least")), frozenset(("less", "nearly", "at most"))


def says_again(sentence: Sentence, one: SpokenNumber, other: SpokenNumber) -> bool:
    """Tell whether digits between commas say once more what words said: "half of the visitors, 53%, fish"."""
    if not one.in_words or other.in_words or one.unit != other.unit or other.start - one.end > _TO_DIGITS:
        return False
    apart = other.said - one.said
    if one.is_majority or one.hedge in _MORE:
        is_near = 0 <= apart <= (100 if one.is_majority else _BEYOND)
    elif one.hedge in _LESS:
        is_near = -_BEYOND <= apart <= 0
    else:
        is_near = abs(apart) <= _AS_SAID
    named = {at for each in sentence.mentions for at in range(each.start, each.end)}
    between = [at for at in range(one.end, other.start) if at not in named]
    is_plain = all(is_small(sentence.word(at)) or sentence.word(at) in _AGAIN for at in between)
    behind = sentence.tokens[other.end].text if other.end < len(sentence.tokens) else "."
    return is_near and is_plain and sentence.word(other.start - 1) in _AGAIN and behind in ",.;:)–—"
