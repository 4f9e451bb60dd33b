"""Read the ages that name a group: 15-24 ans, de 60 à 74 ans, 85 ans et plus, under 30s."""

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
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
    if not any(map(str.isdecimal, name)):
        return None
    for text in (name, f"{name} years"):
        tokens = tokens_of(text)
        found = (ages_at(tokens, place) for place in range(len(tokens)))
        said = next(filter(None, found), None)
        if said is not None:
            return said
    return None


def ages_at(tokens: Sequence[Token], place: int) -> Ages | None:
    """Return the ages said at *place*."""
    if not _may_be_said(tokens, place):
        return None
    text = " ".join(token.word for token in tokens[place : place + 9])
    is_named = place > 0 and tokens[place - 1].word in _DETERMINERS
    for pattern, make in _patterns(is_named=is_named):
        match = pattern.match(text)
        if match:
            end = place + len(match[0].strip().split(" "))
            low, high = make(*(int(group) for group in match.groups()))
            return Ages(low, high, end) if low < high else None
    return None


def _may_be_said(tokens: Sequence[Token], place: int) -> bool:
    """Tell whether the first number at *place* may be of ages: of two digits, and with what they are written with."""
    for at, token in enumerate(tokens[place : place + _FIRST_NUMBER], place):
        if token.kind == "number":
            number = token.word
            if not number[:2].isdecimal() or len(number) < 2 or number[2:3].isdecimal():
                return False
            after = tokens[at + 1].word if at + 1 < len(tokens) else ""
            return after in _AFTER or tokens[place].word in (_TO_END if after == "%" else _LEADING)
    return False


def aged(found: Ages, ages_of_names: Mapping[str, Ages]) -> str:
    """Return the only name that says the ages *found*, nothing where none does, or several.

    "Under 30" are those of 18 to 29 where nobody is younger, "over 60" those of 60 to 75 where nobody is older.
    """
    low = min((ages.low for ages in ages_of_names.values()), default=0)
    high = max((ages.high for ages in ages_of_names.values()), default=OPEN)
    for ends in (
        ((found.low,), (found.high,)),
        ((low if found.low == 0 else found.low,), (found.high, found.high - 1)),
        ((found.low, found.low + 1), (high if found.high == OPEN else found.high,)),
    ):
        same = [name for name, ages in ages_of_names.items() if ages.low in ends[0] and ages.high in ends[1]]
        if same:
            return same[0] if len(same) == 1 else ""
    return ""


def is_end_of_life(ages: Ages, called: str) -> bool:
    """Tell whether ages are those of the young, or of the old, where no others are asked."""
    return ages.high <= _YOUNG if called == "youngest" else ages.low >= _OLD


_YOUNG, _OLD = 35, 60
# The folded words that ages may begin with.
OPENING = frozenset("de entre age ages aged from between plus apres over au moins under avant".split())  # noqa: SIM905
_AFTER = frozenset(("-", "–", "a", "et", "to", "and", "or", "ans", "s", "years", "old", "+"))
_TO_END = frozenset(("under", "over"))  # "under-25", whatever follows
_LEADING = _TO_END | {"plus", "apres", "au"}
_FIRST_NUMBER = 4  # words up to the number: "au delà de 65"
_DETERMINERS = frozenset(("les", "des", "aux", "the", "among", "entre"))


@cache
def _patterns(*, is_named: bool) -> Sequence[tuple[re.Pattern[str], Callable[..., tuple[int, int]]]]:
    """Return how ages are written, with what makes them of their numbers; *is_named* adds bare ones: "les 15-24"."""

    def between(low: int, high: int) -> tuple[int, int]:
        return low, high

    def over(low: int) -> tuple[int, int]:
        return low, OPEN

    def under(high: int) -> tuple[int, int]:
        return 0, high

    nobody = r"(?! (?:employees|staff|workers|people|members))"  # "companies with 10 or more employees"
    years = r"(?:ans|years old|year olds|years|year)"
    written: Sequence[tuple[str, Callable[..., tuple[int, int]]]] = (
        (
            r"(?:de |entre |ages? de |aged |from |between )?(\d\d)(?: - | – | a | et | to | and )(\d\d) (?:"
            + years
            + r"|s|age group|age band|age bracket|group|bracket)\b",
            between,
        ),
        (r"(?:aged |agee?s? de |agee?s? entre )(\d\d)(?: - | – | a | et | to | and )(\d\d)\b", between),
        (r"under - (\d\d)(?: s)?\b", under),
        (r"over - (\d\d)(?: s)?\b", over),
        (r"(?:de |ages? de )?(\d\d) ans (?:et|ou) plus\b", over),
        (r"(\d\d)(?: ans)? \+(?! \d)", over),
        (
            r"(?:aged )?(\d\d)(?: years)?(?: old)? (?:and|or) (?:over|older|more)\b" + nobody,
            over,
        ),
        (
            r"(?:plus de |apres |over |over - |au dela de )(\d\d) ?(?:ans|s|years)?\b(?! %| points?|[.,]\d)",
            over,
        ),
        (r"(?:moins de |under |under - |avant )(\d\d) ?(?:ans|s|years)\b", under),
        *([(r"(\d\d) [-–] (\d\d)(?! (?:%|points?|pour|per|percent))", between)] if is_named else []),
    )
    return [(re.compile(pattern), make) for pattern, make in written]
