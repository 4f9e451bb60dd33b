"""Find the markers of a Markdown document, line by line as CommonMark reads it, with tables, admonitions, directives.

Code is text: fences, indented code, code spans, ``<pre>`` and its kin, front matter. Indented code is what CommonMark
says it is: four columns deeper than what holds it, and not the next line of a paragraph. What MkDocs and MyST hold in
admonitions, tabs and directives, and nearly everyone in footnotes, is read as they show it.
"""

from __future__ import annotations

import re
from collections.abc import Generator, Iterator

from phare_cli.documents.scanners.comments import MARKER, comment_at, shown
from phare_cli.documents.scanners.containers import BREAK, Containers
from phare_cli.documents.scanners.directives import ADMONITION, NOTE, Held, opened
from phare_cli.documents.scanners.lines import END
from phare_cli.documents.scanners.marker import (
    PARAGRAPH,
    Marker,
    Oddity,
    Sighting,
    kept_to_the_letter,
    read_marker,
    unread,
)
from phare_cli.documents.scanners.raw_html import ANY_TAG, BLOCK_TAG, RAW, RAW_ENDS, is_behind_html
from phare_cli.documents.scanners.spans import spans
from phare_cli.nouns.message import sentence

INDENTED = sentence(
    "this marker is indented by four columns or more, which Markdown reads as code, and is left as text; "
    "indent it less, or fence it if it is there to be shown."
)

UNKNOWN = sentence(
    "this marker stands in a directive that phare does not read, and is left as text; move it out of there."
)
FRONT = sentence(
    "this marker stands in the front matter, which phare does not write in, and is left as text; move the figure "
    "into the page."
)
RAW_HTML = sentence(
    "this figure stands in HTML, which Word and PDF leave out when they are made of this page; write the sentence in "
    "Markdown if it is to be on them."
)

_FRONT = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)")
_UNDERLINE = re.compile(r"(?:-+|=+)[ \t]*")
_HEADING = re.compile(r"#{1,6}(?![^ \t\r\n])")
_DELIMITERS = re.compile(r"\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
# A comment where those of HTML are printed: a link that nobody follows.
_DEFINITION = re.compile(r"\[(?://|comment)\]:[ \t]*(?:#|<>)[ \t]*(?:\((.*)\)|\"(.*)\"|'(.*)')[ \t]*")
# Without one of these, a stretch of a document holds no marker, and hides none below it.
_NOTABLE = re.compile(
    r"<!--|```|~~~|<(?:pre|script|style|textarea|[?!])|\[//\]:|\[comment\]:|^[ \t>]*(?:!!!|\?\?\?|===|:::)",
    re.IGNORECASE | re.MULTILINE,
)


def scan_markdown(text: str) -> Iterator[Sighting]:
    """Yield what a Markdown document holds for phare, in order."""
    start = _front_matter(text)
    yield from (Oddity("marker-unread", marker.start, FRONT) for marker in shown(text, 0, start))
    walk = _Walk(text)
    for found in walk.lines(start):
        yield found
        if not isinstance(found, Marker) or not found.opening:
            continue
        if walk.is_rest or walk.html is not None or is_behind_html(text, found.start):
            yield Oddity("value-in-html", found.start, RAW_HTML)


def _front_matter(text: str) -> int:
    """Return where the document begins after its front matter, 0 when there is none."""
    front = _FRONT.match(text)
    if front is None:
        return 0
    ends = r"(?:---|\.\.\.)" if front[1] == "---" else r"\+\+\+"
    end = re.compile(rf"(?<=[\r\n]){ends}[ \t]*(?:\r\n|\r|\n|\Z)").search(text, front.end())
    return end.end() if end else 0


class _Walk:
    """One walk down the lines: the containers that are open, and the paragraph or fence that is."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.last = text.rfind("-->")
        self.containers = Containers(text)
        self.fence: tuple[str, int] | None = None  # in a container: what closes it at least, where it begins
        self.inside: Held = "code"  # what the lines of the fence are
        self.directives: list[
            str
        ] = []  # the fences of the directives that are open, whose lines are Markdown
        self.paragraph = self.table = False
        self.is_note = False  # whether the paragraph is the first of a note
        self.is_defining = False  # whether all of the paragraph so far are links that nobody follows
        self.html: int | None = (
            None  # how many containers are open where HTML began, which an empty line ends
        )
        self.is_rest = False  # whether what is read follows a comment that makes HTML of its line
        self.unread: int | None = None  # where the part of the paragraph begins that is not searched yet
        self.end = self.stop = 0  # of that part, of the line at hand
        self.notable = -1  # the next place of interest, known since it was looked for

    def lines(self, start: int) -> Iterator[Sighting]:
        text, size = self.text, len(self.text)
        while start < size:
            start = self._leap(start)
            end = END.search(text, start)
            self.stop, after = end.span() if end else (size, size)
            if self.stop == start and not self.fence and not self.containers.open:
                yield from self._close_paragraph()
                self.html = None
            elif self.fence or self.table or self.containers.open or not text[start].isalpha():
                skipped = yield from self._line(start)
                if skipped is not None:
                    end = END.search(text, skipped)
                    opening = MARKER.match(text, self.containers.place)
                    # An opening marker at the start of a line gets what makes text of the line.
                    self.is_rest = opening is None or not opening.group().endswith(":")
                    stop = end.start() if end else size
                    yield from spans(text, skipped, stop)
                    self.paragraph = not self.is_rest and text.find("/phare", skipped, stop) >= 0
                    self.is_rest = False
                    after = end.end() if end else size
            else:
                self._continue(start)
            start = after
        if self.fence:
            yield from self._shown(self.fence[1], size, is_open=True)
        yield from self._close_paragraph()

    def _leap(self, start: int) -> int:
        """Return where to read on: at the last paragraph that surely is one before the next place of interest.

        A line that begins with a letter after an empty line ends every list and quote above it.
        """
        if start <= self.notable or self.fence or self.paragraph or self.html is not None:
            return start
        notable = _NOTABLE.search(self.text, start)
        self.notable = notable.start() if notable else len(self.text)
        safe = self.notable
        for _ in range(8):
            safe = max(self.text.rfind("\n\n", start, safe), self.text.rfind("\n\r\n", start, safe))
            if safe < 0:
                break
            place = safe + (2 if self.text.startswith("\n\n", safe) else 3)
            if place < self.notable and self.text[place].isalpha():
                self.containers.open.clear()
                return place
        return start

    def _line(self, start: int) -> Generator[Sighting, None, int | None]:
        """Read one line; return where a comment ends that may go on below it, None for every other line."""
        kept, known = self.containers.keep(start, self.stop), len(self.containers.open)
        if self.fence and kept == known:
            yield from self._fenced(start)
            return None
        if self.html is not None and kept < self.html:
            yield from self._close(kept)
            self.html = None
        if self.fence:
            yield from self._shown(self.fence[1], start, is_open=True)
            self.fence = None
        fresh, matched = not self.paragraph or kept < known, kept
        while self.containers.begin(fresh=fresh):
            yield from self._close_paragraph()
            del self.containers.open[kept:-1]
            kept, fresh = kept + 1, True
        if self.containers.at_end:
            yield from self._close(kept)
            self.html = None if kept == matched else self.html
            return None
        return (yield from self._leaf(start, kept))

    def _leaf(self, start: int, kept: int) -> Generator[Sighting, None, int | None]:
        text, place, stop = self.text, self.containers.place, self.stop
        if self.containers.indent >= 4:
            if self.paragraph:
                self._continue(place)
                return None
            yield from self._close(kept)
            yield from (Oddity("marker-indented", code.start, INDENTED) for code in shown(text, place, stop))
        elif definition := _DEFINITION.fullmatch(text, place, stop):
            flaw = PARAGRAPH if self.paragraph and not self.is_defining else None
            yield from self._close(kept)
            # Text may go on right below, as one paragraph with it.
            self.paragraph = self.is_defining = True
            comment = next(filter(None, definition.groups()), "")
            found_one = read_marker(
                comment, place, definition.end(), prefix=text[start:place], flaw=flaw, form="[//]: # ({})"
            )
            yield from [found_one] if found_one else []
        elif self._ends_directive(place):
            yield from self._close(kept)
            self.directives.pop()
        elif ADMONITION.fullmatch(text, place, stop):
            yield from self._close(kept)
            self.containers.open.append(4)
        elif begun := opened(text, place, stop):
            yield from self._close(kept)
            if begun.held == "text":
                self.directives.append(begun.fence)
                return None
            self.inside = begun.held
            if not self.containers.open:
                end = self._fence_end(begun.fence)
                yield from self._shown(start, end or len(text), is_open=end is None)
                return end or len(text)
            self.fence = (begun.fence, start)
        elif text.startswith("<!--", place):
            yield from self._close(kept)
            found, after = comment_at(text, place, self.last, prefix=text[start:place])
            yield from found
            return after
        elif raw := RAW.match(text, place):
            yield from self._close(kept)
            raw_end = RAW_ENDS[raw.lastindex or 1].search(text, raw.end())
            after = raw_end.end() if raw_end else len(text)
            yield from map(kept_to_the_letter if raw_end else unread, shown(text, place, after))
            return after
        elif _HEADING.match(text, place):
            yield from self._close(kept)
            yield from spans(text, place, stop)
        elif BREAK.fullmatch(text, place, stop) or self._underlines(kept):
            yield from self._close(kept)
        elif kept == 0 and (not self.paragraph or self.is_note) and (note := NOTE.match(text, place, stop)):
            yield from self._close(kept)
            self.containers.open.append(4)
            if note.end() < stop:
                yield from self._text(note.end(), 1)
            self.is_note = True
        else:
            yield from self._text(place, kept)
        return None

    def _underlines(self, kept: int) -> bool:
        """Return whether the line makes a title of the paragraph above it."""
        goes_on = self.paragraph and kept == len(self.containers.open)
        return goes_on and _UNDERLINE.fullmatch(self.text, self.containers.place, self.stop) is not None

    def _text(self, place: int, kept: int) -> Iterator[Sighting]:
        """Read a line of a paragraph or, when it has the look of one, a row of a table, whose cells keep to it."""
        text, stop = self.text, self.stop
        # cmark takes a tag for HTML even where it might go on a paragraph of a list or a quote that it left.
        is_free = not self.paragraph or self.table or kept < len(self.containers.open)
        if not self.paragraph:
            yield from self._close(kept)
        if BLOCK_TAG.match(text, place, stop) or (is_free and ANY_TAG.fullmatch(text, place, stop)):
            yield from self._close(kept)
            self.html = kept if self.html is None else self.html
        if text[place] == "|" or self.table:
            yield from self._search()
            self.paragraph = True
            yield from spans(text, place, stop, row=True)
        elif self.paragraph and "|" in text[place:stop] and _DELIMITERS.fullmatch(text, place, stop):
            yield from self._search()
            self.table = True
        else:
            self._continue(place)

    def _continue(self, place: int) -> None:
        if self.unread is None:
            self.unread = place
        self.paragraph, self.is_defining, self.end = True, False, self.stop

    def _search(self) -> Iterator[Sighting]:
        if self.unread is not None:
            yield from spans(self.text, self.unread, self.end)
        self.unread = None

    def _close_paragraph(self) -> Iterator[Sighting]:
        yield from self._search()
        self.paragraph = self.table = self.is_defining = self.is_note = False

    def _close(self, kept: int) -> Iterator[Sighting]:
        yield from self._close_paragraph()
        del self.containers.open[kept:]

    def _ends_directive(self, place: int) -> bool:
        line = self.text[place : self.stop].rstrip(" \t")
        fence = self.directives[-1] if self.directives else ""
        return bool(fence) and line.startswith(fence) and not line.strip(fence[0])

    def _shown(self, start: int, end: int, *, is_open: bool = False) -> Iterator[Sighting]:
        """Yield the markers in a fence: text, and an oddity each where it may be that they are not code."""
        for marker in shown(self.text, start, end):
            if self.inside == "unknown":
                yield Oddity("marker-unread", marker.start, UNKNOWN)
            else:
                yield unread(marker) if is_open else marker

    def _fence_end(self, fence: str) -> int | None:
        """Return where a fence that no container holds ends, None where nothing closes it."""
        ends = rf"(?<=[\r\n]) {{0,3}}{fence[0]}{{{len(fence)},}}[ \t]*(?=[\r\n]|\Z)"
        end = re.compile(ends).search(self.text, self.stop)
        return end.end() if end else None

    def _fenced(self, start: int) -> Iterator[Sighting]:
        fence, begin = self.fence or ("", 0)
        line = self.text[self.containers.place : self.stop].rstrip(" \t")
        if line.startswith(fence) and not line.strip(fence[0]) and self.containers.indent < 4:
            yield from self._shown(begin, start)
            self.fence = None
