"""Make what cannot be seen visible, and say how many columns a text takes. Changes no letter or digit."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

# Unicode's default ignorables, controls, lone surrogates and noncharacters: nothing of them shows, or they
# hide and reorder what does. Variation selectors 15 and 16 stay, they belong to the emoji before them.
_UNSEEN = (
    "\x00-\x09\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ud800-\udfff\ufdd0-\ufdef\ufe00-\ufe0d\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff"
)

_FIRST_COMBINING = "\u0300"  # what is printable before it shows, and is its own NFC
_TYPOGRAPHY = frozenset("–—−‘’“”…€≤≥▲▼≈✓✗→\u202f\u00a0")  # each of them takes one column, and is seen


@cache
def unseen_letters() -> re.Pattern[str]:
    """Return what matches one character that nobody sees, a line break left out."""
    return re.compile(f"[{_UNSEEN}]")


@cache
def _controls() -> re.Pattern[str]:
    return re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff]")


def is_plain(text: str) -> bool:
    """Tell, for nearly every text and without a regular expression, that each letter shows, in a column of its own."""
    if text.isascii():
        return text.isprintable()
    letters = {*text} - _TYPOGRAPHY
    return "".join(letters).isprintable() and max(letters, default="") < _FIRST_COMBINING


def visible(text: str) -> str:
    """Return *text* for people: one blank where several stand, none at an end, ``\\n`` for any line break.

    Accents are composed (NFC), and what a reader cannot see is spelled.

    >>> visible("57\\x1b[31m"), visible("a\\u202eb"), visible(" a \\r\\n\\tb ")
    ('57␛[31m', 'a\\\\u202eb', 'a\\nb')
    """
    if is_plain(text):
        return (" ".join(filter(None, text.split(" "))) if " " in text else text).strip()
    for line_break in ("\r\n", "\r", "\u2028", "\u2029"):
        text = text.replace(line_break, "\n")
    visible_text = unseen_letters().sub(_spelled, unicodedata.normalize("NFC", text.replace("\t", " ")))
    lines = (" ".join(filter(None, line.split(" "))).strip() for line in visible_text.split("\n"))
    return "\n".join(lines).strip("\n")


def uncontrolled(text: str) -> str:
    """Return *text* to the letter but for control characters, which a screen must never receive.

    Tabs and line breaks stay (``\\r`` alone or before ``\\n`` is a line break).
    """
    if is_plain(text):
        return text
    return _controls().sub(_spelled, text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """Return visible text without its line breaks, for a format that has one line a row."""
    return " ".join(text.split("\n")) if "\n" in text else text


def _spelled(found: re.Match[str]) -> str:
    code = ord(found[0])
    if code < 0x20:
        return chr(0x2400 + code)
    if code == 0x7F:
        return "\u2421"
    if code < 0x100:
        return f"\\x{code:02x}"
    return f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width_in_columns(text: str) -> int:
    """Return the columns of *text* in a fixed-width font: two for a wide character, none for a mark."""
    if text.isascii() or max({*text} - _TYPOGRAPHY, default="") < _FIRST_COMBINING:
        return len(text)
    return sum(map(_width, text))


@lru_cache(maxsize=4096)
def _width(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in "WF" else 1


def padded(text: str, width: int, *, right: bool = False) -> str:
    """Return *text* filled with blanks to *width* columns, on the left when it is aligned *right*."""
    blanks = " " * (width - width_in_columns(text))
    return blanks + text if right else text + blanks
