"""Tell which two numbers make one claim: words with their digits in brackets, the two ends of a range."""

from __future__ import annotations

from phare_cli.documents.prose.spoken_numbers import PERCENT
from phare_cli.recipes.verify.grammar.binding.surroundings import Bound
from phare_cli.recipes.verify.grammar.figures.said_again import says_again
from phare_cli.recipes.verify.grammar.names.mention import Mention
from phare_cli.recipes.verify.grammar.sentence import Sentence
from phare_cli.recipes.verify.grammar.stems import is_small

_QUALITIES = 2  # words that tell more of whoever is named


def _is_open_range(sentence: Sentence, one: Bound, other: Bound, between: list[str]) -> bool:
    """Tell whether two percents are the ends of a range: "between 35% and 57%", "35% to 57%, depending on age"."""
    lead = sentence.word(one.number.start - 1)
    if one.number.in_words or one.number.unit != PERCENT or other.number.unit != PERCENT:
        return False
    if lead in ("entre", "between"):
        return between in (["et"], ["and"])
    is_free = lead not in ("de", "d'", "from") and not sentence.has("change", 0, one.number.start)
    return is_free and between in (["a"], ["to"], ["-"], ["–"]) and sentence.has("depending")


def _told_of(sentence: Sentence, name: Mention, start: int) -> range:
    """Return the places of what tells more of whoever is named, before the name: "half of the largest companies"."""
    first = name.start
    while first > max(start, name.start - _QUALITIES) and not is_small(sentence.word(first - 1)):
        first -= 1
    has_verb = any(sentence.has(each, first, name.start) for each in ("verb", "light verb"))
    return range(name.start, name.start) if has_verb else range(first, name.start)


def are_one(sentence: Sentence, one: Bound, other: Bound | None) -> str:
    """Tell whether two numbers are one claim: words with their digits in brackets, or the ends of a range.

    Words whose digits stand between commas are a claim of their own, as loose as the digits allow: "again".
    """
    if other is None or one.number.unit != other.number.unit:
        return ""
    between = [token.word for token in sentence.tokens[one.number.end : other.number.start]]
    if one.number.in_words and not other.number.in_words and between and between[-1] == "(":
        inside = sentence.tokens[one.number.end : other.number.start - 1]
        named = [
            each
            for each in sentence.mentions
            if one.number.end <= each.start < other.number.start and each.kind != "wave"
        ]
        held = {at for each in named for at in range(each.start, each.end)}
        held |= {at for each in named for at in _told_of(sentence, each, one.number.end)}
        rest = [token for at, token in enumerate(inside, one.number.end) if at not in held]
        if all(token.word in ("des", "de", "d'", "of", "the", "les", "l'", "la") for token in rest):
            return "digits"
    if says_again(sentence, one.number, other.number):
        return "again"
    words = sentence.tokens[one.number.end - 1]
    if _is_open_range(sentence, one, other, between):
        return "range"
    if (
        between in (["a"], ["to"], ["et"], ["and"], ["-"], ["–"])
        and words.text != "%"
        and other.number.unit == PERCENT
        and not one.number.in_words
    ) and sentence.word(one.number.start - 1) in ("de", "entre", "from", "between", "d'"):
        return "range"
    return ""
