"""Find where quotation marks hold the whole name of an answer, whose words say nothing of the words around it."""

from __future__ import annotations

from phare_cli.documents.prose.tokens import TokenRow, words_of
from phare_cli.recipes.verify.grammar.sentence import Sentence

_CLOSING = {"«": "»", "“": "”", '"': '"'}


def places_quoted(sentence: Sentence) -> frozenset[int]:
    """Return the places of words between quotation marks that are the name of an answer: “pas du tout satisfait”."""
    row = sentence.tokens
    if isinstance(row, TokenRow) and row.places.keys().isdisjoint(_CLOSING):
        return frozenset()
    names = {tuple(words_of(item)) for each in sentence.topics for _, item in each.topics}
    places: set[int] = set()
    opening: int | None = None
    for at, token in enumerate(sentence.tokens):
        if opening is not None and token.text == _CLOSING[sentence.tokens[opening].text]:
            inside = range(opening + 1, at)
            if tuple(sentence.word(place) for place in inside) in names:
                places |= set(inside)
            opening = None
        elif opening is None and token.text in _CLOSING:
            opening = at
    return frozenset(places)
