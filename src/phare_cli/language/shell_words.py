"""Write a word as a person types it at a shell, so that bash, PowerShell and the steps of a project read it alike."""

from __future__ import annotations

import re
from shlex import quote

_PLAIN = re.compile(r"[\w@%+=:,./-]+")
_BETWEEN_QUOTES = re.compile(r'[^"$`\\!]+')  # what means itself between double quotes


def typed(word: str) -> str:
    """Return *word* as it is typed: between double quotes where it holds a blank or an apostrophe.

    >>> typed("réponses.csv"), typed("réponses de l'été.csv")
    ('réponses.csv', '"réponses de l\\'été.csv"')
    """
    if _PLAIN.fullmatch(word):
        return word
    return f'"{word}"' if _BETWEEN_QUOTES.fullmatch(word) and word.isprintable() else quote(word)
