"""Read the ages that name a group: 15-24 ans, de 60 à 74 ans, 85 ans et plus, under 30s."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from phare_cli.documents.prose.tokens import Token, tokens_of

OPEN = 200  # an age that nobody reaches: "and over"


class Ages(NamedTuple):
    """From *low* to *high* years, OPEN where there is no end. *end* is the token after the last."""

    low: int
    high: int
    end: int = 0


@lru_cache(maxsize=1024)
def ages_of(name: str) -> Ages | None:
    """Return the ages that a name of a group says, its last number in years where it says no unit: "under 35"."""
    for text in (name, f"{name} years"):
        tokens = tokens_of(text)
        found = (ages_at(tokens, place) for place in range(len(tokens)))
        said = next(filter(None, found), None)
        if said is not None:
            return said
    return None


def ages_at(tokens: Sequence[Token], place: int) -> Ages | None:
    """Return the ages said at *place*."""
    words = [token.word for token in tokens[place : place + 9]]
    if not words:
        return None
    text = " ".join(words)
    is_named = place > 0 and tokens[place - 1].word in _DETERMINERS
    for pattern, make in (*_PATTERNS, _BARE) if is_named else _PATTERNS:
        match = pattern.match(text)
        if match:
            end = place + len(match[0].strip().split(" "))
            low, high = make(*(int(group) for group in match.groups()))
            return Ages(low, high, end) if low < high else None
    return None


_DETERMINERS = frozenset(("les", "des", "aux", "the", "among", "entre"))
_BARE = (re.compile(r"(\d\d) [-–] (\d\d)(?! (?:%|points?|pour|per|percent))"), lambda low, high: (low, high))
_YEARS = r"(?:ans|years old|year olds|years|year)"
_PATTERNS = (
    (
        re.compile(
            r"(?:de |entre |ages? de |aged |from |between )?(\d\d)(?: - | – | a | et | to | and )(\d\d) (?:"
            + _YEARS
            + r"|s|age group|age band|age bracket|group|bracket)\b"
        ),
        lambda low, high: (low, high),
    ),
    (re.compile(r"(?:de |ages? de )?(\d\d) ans (?:et|ou) plus\b"), lambda low: (low, OPEN)),
    (re.compile(r"(\d\d)(?: ans)? \+(?! \d)"), lambda low: (low, OPEN)),
    (
        re.compile(r"(?:aged )?(\d\d)(?: years)?(?: old)? (?:and|or) (?:over|older|more)\b"),
        lambda low: (low, OPEN),
    ),
    (
        re.compile(r"(?:plus de |apres |over |over - |au dela de )(\d\d) ?(?:ans|s|years)?\b(?! %| points?)"),
        lambda low: (low, OPEN),
    ),
    (re.compile(r"(?:moins de |under |under - |avant )(\d\d) ?(?:ans|s|years)\b"), lambda high: (0, high)),
)
