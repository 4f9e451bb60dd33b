"""Tell which language a document says that it is in, and which it is seen to be written in. Reads no figure."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from phare_cli.language.catalogue import spoken_language
from phare_cli.language.spoken import spoken, spoken_by_figures

_FRONT = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(.*?)(?:\r\n|\r|\n)(?:\1|\.\.\.)[ \t]*(?:[\r\n]|\Z)", re.DOTALL
)
_NAMED = re.compile(
    r"^(?:lang|language|languageCode|locale)[ \t]*[:=][ \t]*[\"']?([A-Za-z][\w.-]*)", re.MULTILINE
)
_HTML = re.compile(r"<html\b[^>]*?\slang[ \t]*=[ \t]*[\"']?([A-Za-z][\w-]*)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+")
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


class LanguageShown:
    """What tells the language of an answer in a document: its own figures or words, else those of the text around it.

    Of a picture, first the text around all *pictures* (where each begins and ends, in order), then its own words but
    those of its command: they are a title of somebody's, and names.
    """

    def __init__(self, text: str, pictures: Sequence[tuple[int, int]]) -> None:
        self._text = text
        self._pictures = pictures

    @cached_property
    def _around(self) -> str | None:
        pieces, read = [], 0
        for start, end in self._pictures:
            pieces.append(self._text[read:start])
            read = end
        return spoken(_uncommented("".join((*pieces, self._text[read:]))[:_HEAD]))

    def of_answer(self, start: int, end: int) -> str | None:
        return spoken_by_figures(self._text[start:end]) or self._around

    def of_picture(self, start: int, end: int, command: Sequence[str]) -> str | None:
        if self._around or start == end:
            return self._around
        asked = set(_WORD.findall(" ".join(command).casefold()))
        words = _WORD.sub(lambda word: "" if word[0].casefold() in asked else word[0], self._text[start:end])
        return spoken(words)


def _uncommented(text: str) -> str:
    first, *others = text.split("<!--")
    return "".join((first, *(other.partition("-->")[2] for other in others)))
