"""Read numbers: in digits, and whole ones in words: "douze", "vingt et un", "quatre-vingt-dix", "twenty-three"."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token

_HIGHEST = 100


def value_of(text: str) -> tuple[float, int]:
    """Return a number as written, and its decimals: a comma or a point before three digits parts thousands."""
    plain = "".join(text.split())
    if plain.isdecimal():
        return float(plain), 0
    if plain[-4:-3] in (",", ".") and re.fullmatch(r"[1-9]\d{0,2}([,.])\d{3}(\1\d{3})*", plain):
        return float(re.sub(r"[,.]", "", plain)), 0
    if plain.count(".") + plain.count(",") > 1:
        return float(re.sub(r"[,.]", "", plain)), 9
    whole, _, decimals = plain.replace(",", ".").partition(".")
    return float(f"{whole}.{decimals or 0}"), len(decimals)


class Cardinal(NamedTuple):
    """A whole number in words and the token after its last."""

    value: int
    end: int


def cardinal_at(tokens: Sequence[Token], place: int, words: Lexicon) -> Cardinal | None:
    """Return the whole number under a hundred whose words begin at *place*.

    Each word adds to those before it where it is smaller; "quatre-vingt" alone multiplies.
    """
    total, last, end = 0, _HIGHEST, place
    while end < len(tokens):
        at = end + (bool(total) and tokens[end].word in ("et", "and") and end + 1 < len(tokens))
        value = _word_at(tokens, at, words)
        if value is None:
            break
        if (total, value) == (4, 20):
            total = 80
        elif total and (total % 10 or value >= min(last, 20)):
            break  # "deux trois" is no number
        else:
            total += value
        last, end = value, at + 1
    return Cardinal(total, end) if total else None


def _word_at(tokens: Sequence[Token], place: int, words: Lexicon) -> int | None:
    token = tokens[place]
    if token.kind != "word":
        return None
    word = token.word.rstrip("s") if token.word == "vingts" else token.word
    sense = words["numeral"].sense_of(word) or words["cardinal"].sense_of(word)
    return int(sense) if sense else None


class Half(NamedTuple):
    """A number with a half to token *end* (after the last)."""

    end: int
    value: float


def half_at(tokens: Sequence[Token], place: int, words: Lexicon) -> Half | None:
    """Return "half a", "un demi" or "two and a half" at *place*, before what it counts."""
    told = [token.word for token in tokens[place : place + 4]]
    if told[:2] in (["half", "a"], ["un", "demi"]):
        return Half(place + 2, 0.5)
    count = cardinal_at(tokens, place, words) if told[1:] == ["and", "a", "half"] else None
    return Half(place + 4, count.value + 0.5) if count is not None and count.end == place + 1 else None
