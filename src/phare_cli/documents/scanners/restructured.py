"""Find the markers of a reStructuredText document: comments on lines of their own, outside what is literal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from phare_cli.documents.scanners.lines import END
from phare_cli.documents.scanners.marker import PARAGRAPH, Marker, Oddity, Shown, Sighting, read_marker
from phare_cli.nouns.message import sentence

_EXPLICIT = re.compile(r"\.\.(?=[ \t]|$)")
_MARKER = re.compile(r"\.\.[ \t]+(?=phare:(?!:)|/phare\b)")
_MISPLACED = re.compile(
    r"(?:\.\.[ \t]+(?=phare::)|\.\.(?=phare:)|(?:(?:[-*+•|]|\w{1,3}[.)])[ \t]+)+\.\.[ \t]+(?=phare:|/phare\b))"
)
_LITERAL = re.compile(
    r"\.\.[ \t]+(?:[\w-]+:)?(?:code|code-block|sourcecode|code-cell|parsed-literal|raw|math|highlight|doctest|testcode|"
    r"testsetup|testoutput|testcleanup|prompt|ipython|graphviz|mermaid|uml|productionlist|literalinclude|only-code)::"
)
# Explicit markup whose body is read: directives, footnotes, citations, targets, substitutions.
_READ = re.compile(r"\.\.[ \t]+(?:[\w:.+-]+::|\[|_|\|)")
_ITEM = re.compile(
    r"(?:(?:[-*+•‣⁃]|(?:\d{1,9}|#|[A-Za-z])[.)]|\((?:\d{1,9}|#|[A-Za-z])\)|:[^:\r\n]+:)[ \t]+)*"
)
_ADORNMENT = re.compile(r"([^\w\s])\1*[ \t]*")

FORM = ".. {}"
PLACE = sentence(
    "this marker is not on a line of its own; write “.. phare: show …” and “.. /phare” alone on their lines, "
    "indented like the text around them."
)


def scan_restructured(text: str) -> Iterator[Sighting]:
    """Yield what a reStructuredText document holds for phare, in order."""
    literal = _Literal()
    place, above, apart, blank_before = 0, 0, True, True
    while place < len(text):
        start, end = place, END.search(text, place)
        line = text[place : end.start() if end else len(text)]
        place = end.end() if end else len(text)
        body = line.strip()
        if not body:
            apart = blank_before = True
            literal.pass_blank()
            continue
        blanks = line[: len(line) - len(line.lstrip())]
        depth = len(blanks.expandtabs(8))
        apart = apart or depth < above
        shown = literal.holds(body, depth, blank_before=blank_before, apart=apart)
        found = _found(body, start + len(blanks), blanks)
        if shown and isinstance(found, Marker) and found.opening:
            yield Shown(found.start)
        elif not shown and isinstance(found, Marker) and found.opening:
            yield found if apart or found.flaw else replace(found, flaw=PARAGRAPH)
        elif not shown and found:
            yield found
        # A comment may follow other explicit markup at once, or what is deeper, and nothing else.
        above, blank_before = depth, False
        apart = apart and _EXPLICIT.match(body) is not None


@dataclass(slots=True)
class _Literal:
    """What the lines above say of the lines below: literal blocks and comments, by their depth."""

    deeper: int | None = None  # lines deeper than this are literal or a comment
    announced: int | None = None  # a paragraph of this depth ended with "::"
    quote: str | None = None  # lines that begin with this character are literal
    bare: bool = False  # the line above is two dots

    def pass_blank(self) -> None:
        """A blank line ends what is quoted, and a comment that has not begun: two dots, and nothing below."""
        self.quote = None
        self.deeper = None if self.bare else self.deeper
        self.bare = False

    def holds(self, body: str, depth: int, *, blank_before: bool, apart: bool) -> bool:
        """Return whether a line with *body* is literal, and remember what it announces."""
        if self.announced is not None and blank_before and depth >= self.announced:
            self.deeper = self.announced if depth > self.announced else None
            self.quote = body[0] if depth == self.announced and _ADORNMENT.match(body) else None
        self.announced, self.bare = None, False
        if (self.deeper is not None and depth > self.deeper) or self.quote == body[0]:
            return True
        self.deeper = self.quote = None
        if apart and _EXPLICIT.match(body):
            self.bare = body == ".."
            self.deeper = depth if not _READ.match(body) or _LITERAL.match(body) else None
        elif body.endswith("::"):
            item = _ITEM.match(body)
            self.announced = depth + (item.end() if item else 0)
        return False


def _found(body: str, start: int, blanks: str) -> Marker | Oddity | None:
    if marker := _MARKER.match(body):
        return read_marker(body[marker.end() :], start, start + len(body), prefix=blanks, form=FORM)
    if misplaced := _MISPLACED.match(body):
        opening = body[misplaced.end()] != "/"
        return Marker(opening, start, start + len(body), prefix=blanks, flaw=PLACE, form=FORM)
    if explicit := _EXPLICIT.match(body):
        return read_marker(body[explicit.end() :], start, start + len(body), prefix=blanks, form=FORM)
    return None
