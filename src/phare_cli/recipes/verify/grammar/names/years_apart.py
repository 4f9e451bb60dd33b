"""Find the wave that lies some years before another: "trois ans plus tôt", "in five years", "a year ago"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token
from phare_cli.recipes.verify.grammar.names.wave_mentions import years_of

_YEARS = frozenset(("an", "ans", "annee", "annees", "year", "years"))
_AGO = ("il", "y", "a")
_EARLIER = frozenset(("tot", "auparavant", "avant", "ago", "earlier", "before", "previously"))
_TO_YEARS = 4  # words from the number to "years"
_ONE = frozenset(("un", "une", "a", "one"))


def years_told(tokens: Sequence[Token], start: int, end: int, words: Lexicon) -> int | None:
    """Return the number of years that is told between two places: "3 ans", "trois ans", "a year"."""
    for at in range(start, end):
        cardinal = cardinal_at(tokens, at, words)
        after = cardinal.end if cardinal is not None else at + 1
        if after >= len(tokens) or tokens[after].word not in _YEARS:
            continue
        if cardinal is not None:
            return cardinal.value
        if tokens[at].text.isdigit() or tokens[at].word in _ONE:
            return int(tokens[at].text) if tokens[at].text.isdigit() else 1
    return None


def years_ago_end(tokens: Sequence[Token], start: int, words: Lexicon) -> int | None:
    """Return where words end that begin at *start* and say how long ago: "il y a cinq ans", "three years earlier"."""
    is_led = [token.word for token in tokens[start : start + len(_AGO)]] == list(_AGO)
    first = start + len(_AGO) if is_led else start
    for at in range(first, min(first + _TO_YEARS, len(tokens))):
        if tokens[at].word in _YEARS and years_told(tokens, first, at, words) is not None:
            behind = next(
                (n for n in (1, 2) if at + n < len(tokens) and tokens[at + n].word in _EARLIER), None
            )
            return at + 1 if is_led else at + 1 + behind if behind is not None else None
    return None


def wave_before(waves: Sequence[str], now: str | None, years: int | None) -> str | None:
    """Return the year of a wave that lies *years* before *now*, or before the newest; None where no wave is of it."""
    newest = max(filter(None, map(years_of, waves)), default=None)
    last = years_of(now or "") or newest
    if years is None or last is None:
        return None
    year = str(last[-1] - years)
    return year if any(year in wave for wave in waves) else None
