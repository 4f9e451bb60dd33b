"""Gather the words of a line without the marks of its markup, each character with its place."""

from __future__ import annotations

import re
from functools import cache

from phare_cli.documents.prose.passage import Gathered

# Comments, tags, pictures, addresses of links, footnote marks, signs of emphasis and what escapes one: nothing that is
# read aloud; and characters written as references, which are.
# None reads again what one that began before it has read, or a line of openings would cost its square.
_TARGET = r"\]\((?:[^()\n]|\([^()\n]*\))*\)"
_SILENT = (
    rf"<!--(?:.*?-->|.*)|<[a-zA-Z/][^<>\n]*>|!\[[^\[\]\n]*{_TARGET}|{_TARGET}|\[\^[^\[\]\s]{{1,60}}\]|[*`]+"
    r"|(?<![A-Za-z0-9])_+|_+(?![A-Za-z0-9])|\\(?=[!-/:-@\[-`{-~])|&(?:#\d{1,6}|\w{2,8});"
)
_SIGNS = frozenset("<]*`_\\&")  # one of which each of them holds


@cache
def _silent() -> re.Pattern[str]:
    return re.compile(_SILENT, re.DOTALL)


def add_words(gathered: Gathered, text: str, offset: int, start: int = 0) -> bool:
    """Add the words of a line of Markdown from *start* on, without its markup; tell whether a comment is left open."""
    place = start
    is_open = False
    for silent in _silent().finditer(text, start) if not _SIGNS.isdisjoint(text) else ():
        is_open = silent[0].startswith("<!--") and not silent[0].endswith("-->")
        bracket = text.rfind("[", place, silent.start()) if silent[0].startswith("](") else -1
        if bracket >= 0:
            gathered.add(text[place:bracket], offset + place)
            place = bracket + 1
        gathered.add(text[place : silent.start()], offset + place)
        place = silent.end()
        if silent[0][0] == "&":
            from html import unescape  # with the names of all characters, of which few documents hold one

            gathered.add(unescape(silent[0]), offset + silent.start(), step=0)
    gathered.add(text[place:], offset + place)
    return is_open
