"""Tell French from English by how a text is written: its small words, its decimal mark, its percent sign."""

from __future__ import annotations

import re

_ENOUGH = 20_000  # characters that tell a language as well as a whole book
# Each is compiled when a language is asked for: few answers ask.
_FRENCH_FIGURES = r"\d[\u00a0\u202f]%|\d,\d+(?=[\u00a0\u202f]%|/10|\s|\|)"
_ENGLISH_FIGURES = r"\d%|\d\.\d+(?=%|/10|\s|\|)"
_FRENCH = (
    r"(?i)[\u00a0\u202f][:;?!»]|"
    r"\b(?:le|les|la|des|du|de|et|est|une|dans|pour|sur|que|qui|aux|au|en|par|avec|sont|ce|ces|cette|chez|selon|leurs?|"
    r"rang|écart|valeur|modalité|acteurs)\b|[dlnqs]['’](?=\w)"
)
_ACCENTED = r"(?<![\w-])(?:[A-ZÉÈÊÀÇ]?[a-z]*[éèêàçù][a-zéèêàâçîôûù]*)(?![\w-])"
_ENGLISH = r"(?i)\b(?:the|of|and|is|are|in|to|for|with|that|which|from|by|rank|gap|value|item|group)\b"


def spoken(text: str) -> str | None:
    """Return the language that *text* seems to be written in; None when it does not show.

    >>> spoken("45\\u00a0% des entreprises"), spoken("45% of companies"), spoken("8 points")
    ('fr', 'en', None)
    >>> spoken("Synthèse régionale"), spoken("Rhône"), spoken("The café")
    ('fr', None, 'en')
    """
    french, english = _figures(text)
    seen = text[:_ENOUGH]
    french += len(re.findall(_FRENCH, seen))
    english += len(re.findall(_ENGLISH, seen))
    if not french and not english:
        # A title is often of nouns alone: its accents tell, unless they are of a name as Rhône is.
        french = len(re.findall(_ACCENTED, seen))
    return _likelier(french, english)


def spoken_by_figures(text: str) -> str | None:
    """Return the language that an answer of phare is written in, by its figures alone where they tell.

    Labels are those of a survey, and of any language.

    >>> spoken_by_figures("The price of food\u00a0: 45\u00a0%"), spoken_by_figures("of companies")
    ('fr', 'en')
    """
    return _likelier(*_figures(text)) or spoken(text)


def _figures(text: str) -> tuple[int, int]:
    """Return how many figures are printed as in French, and how many as in English."""
    seen = text[:_ENOUGH]
    return len(re.findall(_FRENCH_FIGURES, seen)), len(re.findall(_ENGLISH_FIGURES, seen))


def _likelier(french: int, english: int) -> str | None:
    if french == english:
        return None
    return "fr" if french > english else "en"
