"""Find the markers of an MDX document, ``{/* comments */}`` outside code. MDX has no indented code, no HTML comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phare_cli.documents.scanners.marker import Shown, Sighting, read_marker, unread

FORM = "{{/* {} */}}"
_TOKEN = re.compile(
    r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\r\n`]*$|(?P<ticks>`+)|\{/\*(?P<said>.*?)\*/\}",
    re.MULTILINE | re.DOTALL,
)
_BEFORE = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d+[.)][ \t])*")


def scan_mdx(text: str) -> Iterator[Sighting]:
    """Yield what an MDX document holds for phare, in order."""
    place = 0
    while token := _TOKEN.search(text, place):
        place = token.end()
        if token["said"] is None:
            end = _code_end(text, token)
            if token["fence"] or end is not None:
                stop = len(text) if end is None else end
                yield from _shown(text, place, stop, is_open=end is None)
                place = stop
            continue
        line = text[_line_start(text, token.start()) : token.start()]
        prefix = line if _BEFORE.fullmatch(line) else None
        found = read_marker(
            token["said"].rstrip(), token.start(), token.end(), prefix=prefix, row="|" in line, form=FORM
        )
        if found:
            yield found


def _code_end(text: str, token: re.Match[str]) -> int | None:
    """Return where the code that *token* begins ends, None where nothing ends it; backticks then begin none."""
    if token["fence"]:
        fence = token["fence"]
        close = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE).search(
            text, token.end()
        )
        return close.end() if close else None
    ticks = token["ticks"]
    blank = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)").search(text, token.end())
    stop = blank.start() if blank else len(text)
    close = re.compile(rf"(?<!`){ticks}(?!`)").search(text, token.end(), stop)
    return close.end() if close else None


def _shown(text: str, start: int, end: int, *, is_open: bool) -> Iterator[Sighting]:
    for found in re.compile(r"\{/\*[ \t]*phare:").finditer(text, start, end):
        marker = Shown(found.start())
        yield unread(marker) if is_open else marker


def _line_start(text: str, place: int) -> int:
    return max(text.rfind("\n", 0, place), text.rfind("\r", 0, place)) + 1
