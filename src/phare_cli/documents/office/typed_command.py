"""Find the commands that people type as text, ``{{phare: ...}}``, and undo what the program made of their marks."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from dataclasses import dataclass

from phare_cli.documents.plain_options import dashed
from phare_cli.documents.scanners.command_words import split_command
from phare_cli.documents.scanners.marker import COMMANDS, CONTROLS, QUOTES, SLIPS, WORDLESS
from phare_cli.nouns.message import Message, sentence

_OPEN = re.compile(r"\{\{\s*phare\s*:(?!:)", re.IGNORECASE)
_WHOLE = re.compile(r"\{\{\s*phare\s*:.*?\}\}", re.IGNORECASE | re.DOTALL)
_ALMOST = re.compile(
    rf"\{{{{?\s*(?:{SLIPS})\s*:?\s*(?:{'|'.join(COMMANDS)})\b[^{{}}]*\}}?\}}?", re.IGNORECASE
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ufffc]")
_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u2060\ufeff]")
_BLANK = re.compile(r"\s+")
_QUOTED = re.compile(r"[“”„«»‟]")
_INSIDE = re.compile(r'"\s*([^"]*?)\s*"')  # French blanks stand inside its quotes
_SINGLE = re.compile(r"(?:(?<=[\s=])|^)[‘‚‛’]|[’‘](?=\s|$)")
_LONG = re.compile(r"(?:(?<=\s)|^)[–—―−‐‑-]{1,2}(?=[^\W\d_]{2})")
_SHORT = re.compile(r"(?:(?<=\s)|^)[–—―−‐‑](?=[^\W\d_](?:\s|=|$))")
_HYPHEN = re.compile("[‐‑]")

UNCLOSED = sentence("this command is never closed; write }}}} after it, in the same paragraph.")
MISSPELT = sentence(
    "“{text}” resembles a command of phare and is left as text; a command is typed {{{{phare: value engagement}}}}."
)


@dataclass(frozen=True, slots=True)
class Typed:
    """A command that stands as text, from *start* to *end*. One with a *flaw* cannot be answered."""

    start: int
    end: int
    words: tuple[str, ...] = ()
    flaw: Message | None = None


@dataclass(frozen=True, slots=True)
class Resembling:
    """What looks like a command and is none."""

    start: int
    message: Message


def typed_commands(text: str) -> Iterator[Typed | Resembling]:
    """Yield the commands in the *text* of one paragraph, in order, and what resembles one."""
    if "{" not in text:
        return
    place = 0
    while found := _OPEN.search(text, place):
        yield from _resembling(text, place, found.start())
        end = text.find("}}", found.end())
        other = _OPEN.search(text, found.end())
        if end < 0 or (other and other.start() < end):
            yield Typed(found.start(), found.end(), flaw=UNCLOSED)
            place = found.end()
            continue
        words, flaw = words_of(text[found.end() : end])
        yield Typed(found.start(), end + 2, words, flaw)
        place = end + 2
    yield from _resembling(text, place, len(text))


def untyped(text: str) -> str:
    """Return *text* without the commands in it."""
    return _WHOLE.sub(" ", text) if "{" in text else text


def _resembling(text: str, start: int, end: int) -> Iterator[Resembling]:
    for found in _ALMOST.finditer(text, start, end):
        shown = " ".join(found.group().split())
        yield Resembling(
            found.start(), Message(MISSPELT.text, {"text": shown if len(shown) <= 60 else shown[:59] + "…"})
        )


def words_of(command: str) -> tuple[tuple[str, ...], Message | None]:
    """Return the words of a *command*, or what is wrong with it.

    >>> words_of("value engagement –-region «\\u00a0Pays de la Loire\\u00a0» –s companies")[0]
    ('value', 'engagement', '--region', 'Pays de la Loire', '-s', 'companies')
    """
    plain = straight(command)
    if _CONTROL.search(plain):
        return (), CONTROLS
    try:
        words = dashed(split_command(plain))
    except ValueError:
        return (), QUOTES
    return words, None if words else WORDLESS


def straight(command: str) -> str:
    """Return *command* with the quotes, hyphens and blanks that a keyboard has, for those that a program put there."""
    plain = _BLANK.sub(" ", _UNSEEN.sub("", command)).strip()
    plain = _INSIDE.sub(r'"\1"', _QUOTED.sub('"', plain)) if _QUOTED.search(plain) else plain
    plain = _SINGLE.sub("'", plain)
    return _HYPHEN.sub("-", _SHORT.sub("-", _LONG.sub("--", plain)))


def spelled(words: tuple[str, ...]) -> str:
    """Return the command of *words* as it is kept: it splits into the same words again."""
    return shlex.join(words)
