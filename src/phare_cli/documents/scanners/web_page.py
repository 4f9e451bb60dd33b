"""Find the markers of an HTML document. Comments are read as browsers do, but not where code is shown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from phare_cli.documents.scanners.comments import comment_at, shown
from phare_cli.documents.scanners.marker import Sighting, kept_to_the_letter

_TOKEN = re.compile(r"<!--|<(pre|code|script|style|textarea|title)(?=[\s/>])", re.IGNORECASE)
# What these hold is never read as comments, even to the end of the document.
_RAW = frozenset({"script", "style", "textarea", "title"})


def scan_html(text: str) -> Iterator[Sighting]:
    """Yield what an HTML document holds for phare, in order. Markers may stand anywhere between tags."""
    last = text.rfind("-->")
    unclosed: set[str] = set()
    place = 0
    while token := _TOKEN.search(text, place):
        place = token.end()
        if token[1] is None:
            found, place = comment_at(text, token.start(), last, prefix=None)
            yield from found
            continue
        name = token[1].lower()
        end = None if name in unclosed else re.compile(rf"</{name}\b", re.IGNORECASE).search(text, place)
        if end is None and name not in _RAW:
            unclosed.add(name)
            continue
        yield from map(kept_to_the_letter, shown(text, place, end.start() if end else len(text)))
        place = end.end() if end else len(text)
