"""Tell phare's markers from every other comment. Knows one comment at a time and no document."""

from __future__ import annotations

import re
from dataclasses import dataclass

from phare_cli.documents.scanners.command_words import split_command
from phare_cli.nouns.message import Message, sentence

COMMANDS = ("show", "compare", "value", "report", "cross", "plot")
COMMENT = "<!-- {} -->"

_OPENING = re.compile(r"\s*phare:(?!:)(.*)", re.DOTALL)
_FILLED = re.compile(r"[ \t]*(?:\r\n|\r|\n)[ \t>]*")
_CLOSING = re.compile(r"[ \t]*/phare(?:[ \t]+([0-9a-f]{8}))?[ \t]*")
# Two ways to begin that only a marker has; anything else that resembles one is a slip of the hand.
_EXACT = re.compile(r"\s*(?:phare:|/phare\b)")
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0a-\x1f\x7f\udc80-\udcff]")
_WORD = "phare"
SLIPS = "|".join(
    [_WORD[:place] + r"\w?" + _WORD[place + 1 :] for place in range(len(_WORD))]
    + [_WORD[:place] + r"\w" + _WORD[place:] for place in range(len(_WORD) + 1)]
    + [
        _WORD[:place] + _WORD[place + 1] + _WORD[place] + _WORD[place + 2 :]
        for place in range(len(_WORD) - 1)
    ]
)
_ALMOST_OPENING = re.compile(rf"\s*(?:{SLIPS})\s*:*\s*(?:{'|'.join(COMMANDS)})\b", re.IGNORECASE)
_ALMOST_CLOSING = re.compile(rf"\s*[/\\]\s*(?:{SLIPS})\s*:?\s*[0-9a-z]{{0,9}}\s*", re.IGNORECASE)

WORDLESS = sentence(
    "this marker names no command; write one after “phare:”, such as show, compare, value or report."
)
SPLIT = sentence("this marker runs over several lines; write it on one line.")
CONTROLS = sentence(
    "this marker holds a character that cannot be printed or is not UTF-8; type the marker again."
)
QUOTES = sentence("a quote in this marker opens and never closes; close it, or put a backslash before it.")
PARAGRAPH = sentence(
    "this marker follows a line of text and is read as part of it; leave a blank line before the marker."
)
CHECKSUM = sentence(
    "this closing marker is not one that phare writes; write /phare alone in it, and phare adds the checksum."
)

KEPT = sentence(
    "this marker stands in HTML whose words are kept to the letter (pre, code, script, title and their kin), and is "
    "left as text; move it out of there."
)
ENDLESS = sentence(
    "this marker stands in code that is never closed, and is left as text; close the code above the marker."
)


@dataclass(frozen=True, slots=True)
class Marker:
    """A comment that opens or closes a block, written as *form* with its content for ``{}``.

    *prefix* is what stands before it on its line when that is only indentation, quote marks and list marks, else
    None. *row* is true inside a row of a Markdown table. A marker with a *flaw* still pairs, so that one slip of
    the hand is one problem.
    """

    opening: bool
    start: int
    end: int
    words: tuple[str, ...] = ()
    checksum: str | None = None
    prefix: str | None = None
    row: bool = False
    flaw: Message | None = None
    form: str = COMMENT


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something beside the blocks that the author should know of: a warning, which leaves the document usable."""

    code: str
    start: int
    message: Message


@dataclass(frozen=True, slots=True)
class Shown:
    """A marker that is shown to the reader, in code or front matter, and therefore text."""

    start: int


Sighting = Marker | Oddity | Shown


def unread(marker: Shown) -> Oddity:
    """Return what there is to say of a marker in code that nothing closes: nobody meant it to be there."""
    return Oddity("marker-unread", marker.start, ENDLESS)


def kept_to_the_letter(marker: Shown) -> Oddity:
    """Return what there is to say of a marker in an element that shows code: a browser shows all but the marker."""
    return Oddity("marker-in-element", marker.start, KEPT)


def read_marker(
    content: str,
    start: int,
    end: int,
    *,
    prefix: str | None,
    row: bool = False,
    flaw: Message | None = None,
    form: str = COMMENT,
) -> Marker | Oddity | None:
    """Return the marker that a comment with *content* is, the oddity it is, or None for any other comment."""
    if _EXACT.match(content):
        opening = "/" not in content.partition("phare")[0]
        if prefix is None:  # inside a paragraph, whose lines an editor may have filled again
            content = _FILLED.sub(" ", content)
        elif "\n" in content or "\r" in content:
            flaw = flaw or SPLIT
            content = _FILLED.sub(" ", content)
        words, checksum, own = _opened(content) if opening else _closed(content)
        return Marker(opening, start, end, words, checksum, prefix, row, flaw or own, form)
    if _ALMOST_OPENING.match(content) or _ALMOST_CLOSING.fullmatch(content):
        return Oddity("marker-misspelt", start, _misspelt(content))
    return None


def _opened(content: str) -> tuple[tuple[str, ...], None, Message | None]:
    opening = _OPENING.fullmatch(content)
    command = opening[1] if opening else ""
    if _UNPRINTABLE.search(command):
        return (), None, CONTROLS
    try:
        words = tuple(split_command(command))
    except ValueError:
        return (), None, QUOTES
    return words, None, None if words else WORDLESS


def _closed(content: str) -> tuple[tuple[str, ...], str | None, Message | None]:
    closing = _CLOSING.fullmatch(content)
    return (), closing and closing[1], None if closing else CHECKSUM


def _misspelt(content: str) -> Message:
    shown = " ".join(content.split())
    return sentence(
        "the comment “{comment}” resembles a marker of phare and is left as text; "
        "a block opens with “phare:” and a command, and closes with “/phare”.",
        comment=shown if len(shown) <= 60 else shown[:59] + "…",
    )
