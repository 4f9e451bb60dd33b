"""Find the wave that lies some years before another: "trois ans plus tôt", "in five years", "a year ago"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.cardinals import cardinal_at
from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token
from phare_cli.recipes.verify.grammar.names.wave_mentions import years_of

_YEARS = frozenset(("an", "ans", "annee", "annees", "year", "years"))
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


def wave_before(waves: Sequence[str], now: str | None, years: int | None) -> str | None:
    """Return the year of a wave that lies *years* before *now*, or before the newest; None where no wave is of it."""
    newest = max(filter(None, map(years_of, waves)), default=None)
    last = years_of(now or "") or newest
    if years is None or last is None:
        return None
    year = str(last[-1] - years)
    return year if any(year in wave for wave in waves) else None
