"""Read ``<!-- comments -->``, in Markdown and HTML alike. Decides what is a marker, never where one may stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phare_cli.documents.scanners.lines import END
from phare_cli.documents.scanners.marker import Shown, Sighting, read_marker
from phare_cli.nouns.message import Message, sentence

# The two ways to begin that only a marker has.
MARKER = re.compile(r"<!--\s*(?:phare:|/phare\b)")

UNENDED = sentence("this marker has no --> on its line; end it with -->.")
INSIDE = sentence(
    "this marker stands inside another comment, and comments do not nest; take it out of there, "
    "or take the markers out of what is commented away."
)


def comment_at(
    text: str, start: int, last: int, *, prefix: str | None, row: bool = False, flaw: Message | None = None
) -> tuple[list[Sighting], int]:
    """Return what the comment at *start* is to phare, and where reading goes on.

    *last* is where the last ``-->`` in reach begins, -1 for none. A ``<!--`` that nothing ends is plain text.
    """
    if MARKER.match(text, start):
        # Bounded by the next comment, so that a thousand markers without an end are read once, not a thousand times.
        following = text.find("<!--", start + 4)
        reach = following if following >= 0 else len(text)
        end = text.find("-->", start + 4, reach)
        after = end + 3
        if end < 0:
            line = END.search(text, start, reach)
            end = after = line.start() if line else reach
            flaw = flaw or UNENDED
    elif start + 2 > last:
        return [], start + 4
    else:
        end = text.find("-->", start + 2)
        after = end + 3
        if inner := MARKER.search(text, start + 4, end):
            return comment_at(text, inner.start(), last, prefix=None, flaw=INSIDE)
    found = read_marker(text[start + 4 : end], start, after, prefix=prefix, row=row, flaw=flaw)
    return [found] if found else [], after


def shown(text: str, start: int, end: int) -> Iterator[Shown]:
    """Yield the opening markers in a stretch of *text* that is code."""
    for marker in MARKER.finditer(text, start, end):
        if marker.group().endswith(":"):
            yield Shown(marker.start())
