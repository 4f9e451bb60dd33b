"""Write a word as a person types it at a shell, so that bash, PowerShell and the steps of a project read it alike."""

from __future__ import annotations

import re

_PLAIN = r"[\w@%+=:,./-]+"
_BETWEEN_QUOTES = r'[^"$`\\!]+'  # what means itself between double quotes


def typed(word: str) -> str:
    """Return *word* as it is typed: between double quotes where it holds a blank or an apostrophe.

    >>> typed("réponses.csv"), typed("réponses de l'été.csv")
    ('réponses.csv', '"réponses de l\\'été.csv"')
    """
    if re.fullmatch(_PLAIN, word):
        return word
    if re.fullmatch(_BETWEEN_QUOTES, word) and word.isprintable():
        return f'"{word}"'
    from shlex import quote  # few words hold what a shell reads between double quotes

    return quote(word)
