"""Tell which language a document says that it is in, and which it is seen to be written in. Reads no figure."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from phare_cli.language.catalogue import spoken_language
from phare_cli.language.spoken import spoken

_FRONT = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:\1|\.\.\.)[ \t]*(?:[\r\n]|\Z)", re.DOTALL
)
_NAMED = re.compile(
    r"^(?:lang|language|languageCode|locale)[ \t]*[:=][ \t]*[\"']?([A-Za-z][\w.-]*)", re.MULTILINE
)
_HTML = re.compile(r"<html\b[^>]*?\slang[ \t]*=[ \t]*[\"']?([A-Za-z][\w-]*)", re.IGNORECASE)
_HEAD = 20_000  # characters in which a document says such things, and shows its language


def declared(text: str, syntax: str) -> str | None:
    """Return the language that a document declares: ``lang:`` of its front matter, ``<html lang>``; None for none.

    A language that phare does not speak is none either.
    """
    if syntax == "html":
        found = _HTML.search(_uncommented(text[:_HEAD]))
    else:
        front = _FRONT.match(text[:_HEAD])
        found = _NAMED.search(front[2]) if front else None
    return spoken_language(found[1]) if found else None


def language_shown(text: str) -> Callable[[str], str | None]:
    """Return what tells the language of something in a document: its own, else that of the document around it."""
    around = cache(lambda: spoken(_uncommented(text[:_HEAD])))
    return lambda present: spoken(present) or around()


def _uncommented(text: str) -> str:
    first, *others = text.split("<!--")
    return "".join((first, *(other.partition("-->")[2] for other in others)))
