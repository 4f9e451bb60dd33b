"""Say why a text is no TOML, in the reader's language. The library that reads it says so in English alone."""

from __future__ import annotations

import re

from phare_cli.nouns.meant.meant_words import plain
from phare_cli.nouns.message import Message, sentence

_PLACE = re.compile(r" \(at (?:line (?P<line>\d+), column (?P<column>\d+)|end of document)\)$")
_NOT_CLOSED = sentence("a text is opened with a quotation mark and not closed")
_BRACKET = sentence("a bracket is opened and not closed")
_BACKSLASH = sentence(
    "a \\ between quotation marks stands for another character: write it twice, or paths with /"
)
_NAME = sentence("here stands the name of a key (letters, digits, - and _), or one between quotation marks")
_TWICE = sentence("a key or a table stands twice")
# How what tomllib says begins, from Python 3.11 to 3.14. People type paths of Windows and quotation marks of print.
_REASONS = {
    "Illegal character '\\n'": _NOT_CLOSED,
    "Illegal character '\\r'": _NOT_CLOSED,
    "Unterminated string": _NOT_CLOSED,
    'Expected "\'"': _NOT_CLOSED,
    "Unclosed": _BRACKET,
    "Expected ']": _BRACKET,
    "Unescaped '\\'": _BACKSLASH,
    "Invalid hex value": _BACKSLASH,
    "Escaped character": _BACKSLASH,
    "Invalid statement": _NAME,
    "Invalid initial character": _NAME,
    "Cannot": _TWICE,
    "Duplicate": _TWICE,
    "Invalid value": sentence(
        'here stands neither a number, true, false, a list [...] nor a text between straight quotation marks, "..."'
    ),
    "Expected '='": sentence("the name of a key is followed by ="),
    "Expected newline": sentence("something stands after the value: a line holds one key"),
    "Invalid date": sentence("there is no such date or time"),
    "Illegal character": sentence("a character that cannot be seen stands here: remove it"),
    "Found invalid character": sentence("a character that cannot be seen stands here: remove it"),
}


def reason_of_toml(said: str, text: str = "") -> Message:
    """Return what the library *said* of a *text*, ``Unclosed array (at line 1, column 8)``, as a reader is told it."""
    place = _PLACE.search(said)
    accented = _accented_key(place, text) if place is not None and place["line"] else ""
    if place is not None and accented:
        return sentence(
            "line {line}: the name of a key has no accents: write {name}, or “{text}” between quotation marks",
            line=place["line"],
            name=plain(accented),
            text=accented,
        )
    why = next((reason for begun, reason in _REASONS.items() if said.startswith(begun)), None)
    why = why or sentence("it cannot be read")
    if place is None or place["line"] is None:
        return sentence("at its end, {why}", why=why)
    return sentence(
        "line {line}, column {column}: {why}", line=place["line"], column=place["column"], why=why
    )


def _accented_key(place: re.Match[str], text: str) -> str:
    """Return the name of the key at a *place* of a text, where a letter with an accent is what stands there."""
    lines = text.splitlines()
    line = lines[int(place["line"]) - 1] if int(place["line"]) <= len(lines) else ""
    name = line.partition("=")[0].strip()
    at = int(place["column"]) - 1
    is_letter = at < len(line.partition("=")[0]) and line[at].isalpha() and not line[at].isascii()
    return name if is_letter and name.replace("_", "").replace("-", "").isalnum() else ""
