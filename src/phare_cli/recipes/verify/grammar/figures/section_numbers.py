"""Tell the numbers that sections and paragraphs bear from figures: "2.1 Housing", "2.1. In England, 1,500 people"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from phare_cli.documents.prose.passage import ProsePassage, Role
from phare_cli.documents.prose.tokens import Token, tokens_of

# Each is compiled when a passage begins as one with a number does: most begin with words.
_BORNE = (
    r"(?:§ ?|[A-Z]\.? ?)?(\d{1,2}(?:\.\d{1,2})+)(?!\d| ?(?:%|/|points?\b|pts?\b|sur\b|out\b|per\b|pour\b))"
    r"[.)]?(?: ?[:–—-])?(?= |$)"
)
_SAYS = r"[ .)–—:-]+[«“\"'‘(¿]* ?[^\W\d_a-zà-ÿ]"  # a capital: words that stand for themselves
_SENTENCE = r"[.!?…][»”\"']?$|\d[ \u00a0\u202f]?%|[.!?] "
_TO_POINT = 6  # characters: "§ 2.1", "A.2.1"


def words_behind_numbers(passages: Sequence[ProsePassage]) -> dict[int, list[Token]]:
    """Return the tokens of the passages that bear a number, without it, each by the identity of its passage.

    A number is borne by a title, by sentences, and by a line of a row of them that count on: "2.1 ...", "2.2 ...".
    """
    borne = {id(passage): (passage, match) for passage, match in _numbered(passages)}
    told = {match[1] for _, match in borne.values()}
    return {
        key: [token for token in tokens_of(passage.text) if token.start >= match.end()]
        for key, (passage, match) in borne.items()
        if _is_in_row(match[1], told) or _is_of_words(passage, match)
    }


def _numbered(passages: Sequence[ProsePassage]) -> Iterator[tuple[ProsePassage, re.Match[str]]]:
    for passage in passages:
        start = passage.text[:_TO_POINT]
        if passage.role is Role.CELL or "." not in start or not any(map(str.isdigit, start)):
            continue
        match = re.match(_BORNE, passage.text)
        if match is not None:
            yield passage, match


def _is_in_row(number: str, told: set[str]) -> bool:
    """Tell whether the number before or behind one stands elsewhere in the page as well."""
    section, _, last = number.rpartition(".")
    return any(f"{section}.{int(last) + step}" in told for step in (-1, 1))


def _is_of_words(passage: ProsePassage, match: re.Match[str]) -> bool:
    """Tell whether what a number stands before is a title, or sentences: a score may stand before what it is of."""
    rest = passage.text[match.end() :]
    if not re.match(_SAYS, passage.text[match.end(1) :]):
        return False
    return passage.role is Role.HEADING or re.search(_SENTENCE, rest) is not None
