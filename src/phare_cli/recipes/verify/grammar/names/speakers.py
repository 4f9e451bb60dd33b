"""Tell who speaks from who was asked: « ... », résume une élue; "A nurse: “...”"."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.documents.prose.lexicon import Lexicon
from phare_cli.documents.prose.tokens import Token

_MANY = frozenset(("sur", "in", "out", "of"))  # "estime un maire sur deux"
_QUOTES = frozenset('«“"')
_TO_SPEECH = 4  # words from a name to what is said


def speaks(tokens: Sequence[Token], place: int, words: Lexicon) -> bool:
    """Tell whether one person who is named at *place*, behind an article, is told to say something."""
    after = range(place + 1, min(place + _TO_SPEECH, len(tokens)))
    if any(tokens[at].word in _MANY for at in after):
        return False
    if words["reporting"].before(tokens, place - 1) is not None:
        return True
    for at in after:
        if words["reporting"].at(tokens, at) is not None:
            return True
        if tokens[at].text == ":":
            return at + 1 < len(tokens) and tokens[at + 1].text in _QUOTES
    return False
