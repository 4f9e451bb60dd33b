"""Say what sums up the answers of a number in a sentence: the mean of a question, a rating's own mean."""

from __future__ import annotations

import re

_FRENCH = {
    "mean": {"note": "la note moyenne", "score": "le score moyen", "indice": "l'indice moyen"},
    "median": {"note": "la note médiane", "score": "le score médian", "indice": "l'indice médian"},
}
_RATED = {
    "fr": re.compile(
        r"(note|score|indice)(?: moyenn?e?)? (?=(?:de|du|des|à|au|aux|sur|pour)\b|d['’])", re.IGNORECASE
    ),
    "en": re.compile(r"(?:mean |average )?(rating|score|mark) (?=(?:of|for|on)\b)", re.IGNORECASE),
}


def rated(label: str, measure: str, language: str) -> str | None:
    """Return the *measure* of a question that is called a rating in its label; None of one that is called otherwise.

    >>> rated("Note de la vie locale", "mean", "fr"), rated("Rating of the service", "median", "en")
    ('la note moyenne de la vie locale', 'the median rating of the service')
    >>> rated("Notes des agences", "mean", "fr")
    """
    pattern = _RATED.get(language)
    found = pattern.match(label) if pattern else None
    if found is None:
        return None
    word, rest = found[1].lower(), label[found.end() :]
    opening = _FRENCH[measure][word] if language == "fr" else f"the {measure} {word}"
    return f"{opening} {rest}"
