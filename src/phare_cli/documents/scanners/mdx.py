"""Find the markers of an MDX document, ``{/* comments */}`` outside code. MDX has no indented code, no HTML comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phare_cli.documents.scanners.marker import Shown, Sighting, read_marker, unread

FORM = "{{/* {} */}}"
_TOKEN = re.compile(r"^[ \t>]*(?P<fence>`{3,}|~{3,})[^\r\n`]*$|(?P<ticks>`+)|\{/\*", re.MULTILINE)
_BEFORE = re.compile(r"(?:[ \t>]|[-+*][ \t]|\d+[.)][ \t])*")
_BLANK = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)")


def scan_mdx(text: str) -> Iterator[Sighting]:
    """Yield what an MDX document holds for phare, in order."""
    place, line, paragraph = 0, _Line(text), _Paragraph(text)
    last = text.rfind("*/}")
    while token := _TOKEN.search(text, place):
        place = token.end()
        if token["fence"] or token["ticks"]:
            end = _fence_end(text, token) if token["fence"] else paragraph.code_end(token)
            if token["fence"] or end is not None:
                stop = len(text) if end is None else end
                yield from _shown(text, place, stop, is_open=end is None)
                place = stop
            continue
        if last < place:  # no comment ends any more
            continue
        end = text.index("*/}", place)
        said, place = text[place:end].rstrip(), end + 3
        prefix, is_row = line.before(token.start())
        if found := read_marker(said, token.start(), place, prefix=prefix, row=is_row, form=FORM):
            yield found


class _Line:
    """What stands before a place on its line, asked for one place after another: no line is looked at twice."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._start = self._seen = 0
        self._is_row = False

    def before(self, place: int) -> tuple[str | None, bool]:
        """Return what a quote or a list puts there, None for anything else; and whether it is of a table."""
        newline = max(self._text.rfind(end, self._seen, place) for end in "\n\r")
        if newline >= 0:
            self._start, self._seen, self._is_row = newline + 1, newline + 1, False
        self._is_row = self._is_row or self._text.find("|", self._seen, place) >= 0
        self._seen = place
        known = _BEFORE.match(self._text, self._start, place)
        return self._text[self._start : place] if known and known.end() == place else None, self._is_row


class _Paragraph:
    """Where code between backticks ends, asked for one place after another: no blank line is looked for twice."""

    def __init__(self, text: str) -> None:
        self._text, self._end = text, -1

    def code_end(self, token: re.Match[str]) -> int | None:
        """Return where the code ends that a run of backticks begins, None where it begins none."""
        if self._end < token.end():
            blank = _BLANK.search(self._text, token.end())
            self._end = blank.start() if blank else len(self._text)
        close = re.compile(rf"(?<!`){token['ticks']}(?!`)").search(self._text, token.end(), self._end)
        return close.end() if close else None


def _fence_end(text: str, token: re.Match[str]) -> int | None:
    """Return where the code in a fence ends, None where nothing ends it."""
    fence = token["fence"]
    close = re.compile(rf"^[ \t>]*{fence[0]}{{{len(fence)},}}[ \t]*$", re.MULTILINE).search(text, token.end())
    return close.end() if close else None


def _shown(text: str, start: int, end: int, *, is_open: bool) -> Iterator[Sighting]:
    for found in re.compile(r"\{/\*[ \t]*phare:").finditer(text, start, end):
        marker = Shown(found.start())
        yield unread(marker) if is_open else marker
