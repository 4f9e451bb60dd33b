"""Take a passage apart: words, numbers and marks with their places; then its sentences."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any

from phare_cli.language.folding import plain_french

_TOKEN = re.compile(
    r"((?:https?://|ftp://|www\.)[^\s<>\"»]*[^\s<>\"».,;:!?)\]])"
    r"|(\d{1,3}(?:[ \u00a0]\d{3})+(?!\d)(?:,\d+)?|\d+(?:[.,]\d+)*)"
    # Letters are gone through once, and what follows them says where the word ends: "don't", "Bath" of "Bath's", "l'".
    r"|([ex]-[^\W\d_]{3,}|[A-Z](?:\.[A-Z])+\b(?:\.(?= [a-z(\d]))?"
    r"|[^\W\d_]++(?:(?<=[^\W\d_]n)'t\b|(?<=[^\W\d_]{2})(?='s\b)|'(?=[^\W\d_]|$))?"
    r"|(?<=[^\W\d_])'s\b)"
    r"|(\S)"
)
# What it is not to tell apart, one letter for one: a set of signs of many kinds takes long to compile.
_AS_ONE = (("’", "'"), ("\u2009", "\u00a0"), ("\u202f", "\u00a0"))
_KINDS = ("", "mark", "number", "word", "mark")  # an address is one mark: nobody reads what stands in it
_JOINER = "\u034f"  # is a mark above letters, although it combines with none
_ENDS = frozenset(".!?…")
_SHORT = 80  # letters: a name rather than a sentence
_LONGEST = 400  # tokens of a sentence: more than any that a person writes
_ABBREVIATIONS = frozenset(
    [
        "m",
        "mm",
        "mme",
        "mr",
        "mrs",
        "ms",
        "dr",
        "art",
        "al",
        "etc",
        "vs",
        "v",
        "cf",
        "p",
        "pp",
        "no",
        "env",
        "st",
        "approx",
        "fig",
        "tab",
        "vol",
        "ed",
        "av",
    ]
)


class Token:
    """A word, a number or a mark of a passage. *word* is the text in lower case, without accents.

    No named tuple: of nothing else are fields read so often, and those of slots are read in a tenth of the time.
    """

    __slots__ = ("end", "kind", "start", "text", "word")

    def __init__(self, text: str, start: int, end: int, word: str, kind: str) -> None:
        self.text, self.start, self.end = text, start, end
        self.word = word
        self.kind = kind  # "number", "word" or "mark"

    @property
    def is_capital(self) -> bool:
        return self.kind == "word" and self.text[:1].isupper()


class TokenRow(tuple[Token, ...]):
    """The tokens of one sentence; *places* tells where each of its *words* stands.

    *found* keeps what was found in it once, by what was looked for: many ask the same of one sentence. It derives from
    no list: a token of what does is found by way of a method, and takes twice as long.
    """

    def __init__(self, tokens: Iterable[Token]) -> None:
        self.found: dict[object, Any] = {}
        self.places: dict[str, list[int]] = {}
        for at, token in enumerate(self):
            self.places.setdefault(token.word, []).append(at)
        self.words = set(self.places)


@lru_cache(maxsize=1 << 15)
def folded(text: str) -> str:
    """Return a word in lower case, without accents, its apostrophe plain."""
    if text.isascii():
        return text.lower()
    text = text.replace("’", "'")
    if (plain := plain_french(text)) is not None:
        return plain
    text = unicodedata.normalize("NFKD", text).casefold()
    for mark in set(text):
        if unicodedata.combining(mark) or mark == _JOINER:
            text = text.replace(mark, "")
    return text


def tokens_of(text: str) -> list[Token]:
    """Return the tokens of *text*; a hyphen inside a word parts it and is not kept."""
    return list(_tokens_of_name(text)) if len(text) < _SHORT else _tokens(text)


@lru_cache(maxsize=1 << 12)
def _tokens_of_name(text: str) -> Sequence[Token]:
    """Return the tokens of a name, which is mostly of plain words, and which many ask for."""
    if text.isalpha():
        return (Token(text, 0, len(text), folded(text), "word"),)
    words, start = plain_words(text), 0
    if not words:
        return _tokens(text)
    tokens = []
    for word in words:
        end = start + len(word)
        tokens.append(Token(word, start, end, folded(word), "word"))
        start = end + 1
    return tokens


def _tokens(text: str) -> list[Token]:
    return list(_told(text))


def _told(text: str) -> Iterator[Token]:
    plain = text
    for sign, other in _AS_ONE:
        plain = plain.replace(sign, other)
    for match in _TOKEN.finditer(plain):
        start, end = match.span()
        written = text[start:end]
        if not written.isalpha():
            if written[1:2] == "." and written[0].isalpha():
                written = written.replace(".", "")  # "U.S." is as "US"
            if written in "-‐‑" and _joins_letters(text, start, end):
                continue
        yield Token(written, start, end, folded(written), _KINDS[match.lastindex or 0])


def plain_words(text: str) -> list[str]:
    """Return the words of *text* where it is letters, blanks and hyphens alone, as most names are; none of another."""
    words = text.replace("-", " ").split(" ")
    is_plain = all(map(str.isalpha, words)) and not ("-" in text and ("e" in words or "x" in words))
    return words if is_plain else []


def _joins_letters(text: str, start: int, end: int) -> bool:
    return text[max(0, start - 1) : start].isalpha() and text[end : end + 1].isalpha()


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """Return the folded words and numbers of a name or a phrase, without its marks."""
    if text.isalpha():
        return (folded(text),)
    if words := plain_words(text):
        return tuple(map(folded, words))
    return tuple(token.word for token in tokens_of(text) if token.kind != "mark")


def first_word(name: str) -> str:
    """Return the first word or number of a name, folded, behind what is elided: "ont" of "n'ont pas"."""
    opening = name if name.isalpha() else name.partition(" ")[0].partition("-")[0]
    if len(opening) > 1 and opening.isalpha():
        return folded(opening)
    words = (token.word for token in _told(name) if token.kind != "mark")
    return next((word for word in words if word[-1:] != "'"), "")


def sentences_of(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """Yield the sentences of a passage, their last mark included; one without an end is cut, or it costs its square."""
    start = 0
    for place, token in enumerate(tokens):
        is_end = token.kind == "mark" and token.text in _ENDS and _ends(tokens, place)
        if is_end or place + 1 - start >= _LONGEST:
            yield tokens[start : place + 1]
            start = place + 1
    if start < len(tokens):
        yield tokens[start:]


def _ends(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether a mark ends a sentence: a blank follows it, and no abbreviation stands before."""
    after = tokens[place + 1] if place + 1 < len(tokens) else None
    before = tokens[place - 1] if place else None
    if after is None:
        return True
    if after.start == tokens[place].end and after.text not in "»”\"')]":
        return False
    if tokens[place].text in "!?…":
        return after.text not in ",;:)" and not after.text[:1].islower()
    if before is not None and tokens[place].text == "." and before.word in _ABBREVIATIONS:
        return False
    return not after.text[:1].islower()
