"""Tell French from English by how a text is written: its small words, its decimal mark, its percent sign."""

from __future__ import annotations

import re

_ENOUGH = 20_000  # characters that tell a language as well as a whole book
_FRENCH = re.compile(
    r"\d[\u00a0\u202f]%|\d,\d+(?=[\u00a0\u202f]%|/10|\s|\|)|[\u00a0\u202f][:;?!»]|"
    r"\b(?:le|les|la|des|du|de|et|est|une|dans|pour|sur|que|qui|aux|rang|écart|valeur|modalité|acteurs)\b|[dlnqs]['’](?=\w)",
    re.IGNORECASE,
)
_ENGLISH = re.compile(
    r"\d%|\d\.\d+(?=%|/10|\s|\|)|"
    r"\b(?:the|of|and|is|are|in|to|for|with|that|which|from|by|rank|gap|value|item|group)\b",
    re.IGNORECASE,
)


def spoken(text: str) -> str | None:
    """Return the language that *text* seems to be written in; None when it does not show.

    >>> spoken("45\\u00a0% des entreprises"), spoken("45% of companies"), spoken("8 points")
    ('fr', 'en', None)
    """
    seen = text[:_ENOUGH]
    french, english = len(_FRENCH.findall(seen)), len(_ENGLISH.findall(seen))
    if french == english:
        return None
    return "fr" if french > english else "en"
