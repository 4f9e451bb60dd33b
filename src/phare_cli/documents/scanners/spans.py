"""Find the markers inside one paragraph of Markdown, where code spans and backslashes make text of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from phare_cli.documents.scanners.comments import comment_at, shown
from phare_cli.documents.scanners.marker import Marker, Oddity, Sighting
from phare_cli.nouns.message import sentence

FORMULA = sentence(
    "this figure stands in a formula, between dollar signs, which readers that know formulas show as one; write it "
    "outside of them."
)

_TOKEN = re.compile(r"\\[!-/:-@\[-`{-~]|`+|<!--|\$\$?")
_BACKTICKS = re.compile(r"`+")


def spans(text: str, start: int, end: int, *, row: bool = False) -> Iterator[Sighting]:
    """Yield what a paragraph holds for phare; the leftmost of code span, escape and comment wins, as in CommonMark."""
    if text.find("<!--", start, end) < 0:
        return
    last = text.rfind("-->", start, end)
    runs = _Runs(text, start, end)
    formula, held = "", list[int]()  # what opened a formula, and the figures since
    place = start
    while token := _TOKEN.search(text, place, end):
        place = token.end()
        if token.group() == "<!--":
            found, place = comment_at(text, token.start(), last, prefix=None, row=row)
            yield from found
            held += [each.start for each in found if isinstance(each, Marker) and each.opening]
        elif token.group()[0] == "$":
            before, after = text[token.start() - 1 : token.start()], text[place : place + 1]
            if (
                formula
                and formula == token.group()
                and (formula == "$$" or not (before.isspace() or after.isdigit()))
            ):
                yield from (Oddity("value-in-formula", marker, FORMULA) for marker in held)
                formula = ""
            elif not formula and (token.group() == "$$" or not after.isspace()):
                formula, held = token.group(), []
        elif token.group()[0] == "`" and (close := runs.after(place, len(token.group()))):
            yield from shown(text, place, close)
            place = close


class _Runs:
    """Where runs of backticks begin, by length; read when the first is asked for."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._all = _BACKTICKS.finditer(text, start, end)
        self._starts: dict[int, list[int]] = defaultdict(list)

    def after(self, place: int, length: int) -> int | None:
        """Return where the next run of exactly *length* backticks ends, None when there is none."""
        for run in self._all:
            self._starts[len(run.group())].append(run.start())
        starts = self._starts[length]
        at = bisect_left(starts, place)
        return starts[at] + length if at < len(starts) else None
