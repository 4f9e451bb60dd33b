"""Follow quotes and list items down the lines of a Markdown document, by columns as CommonMark counts them."""

from __future__ import annotations

import re

QUOTE = 0  # among the open containers; a list item is its width in columns
_DEEPEST = 32  # containers within one another; deeper ones are read as text

_BLANKS = re.compile(r"[ \t]*")
_ITEM = re.compile(r"([-+*]|(\d{1,9})[.)])(?=[ \t]|$)")
BREAK = re.compile(r"([-*_])[ \t]*(?:\1[ \t]*){2,}")


class Containers:
    """The containers that are open, and how far into the line at hand they have been read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.open: list[int] = []
        # Where the line stops, the next character that is not blank, the columns read and skipped.
        self.stop = self.place = 0
        self._column = self._next = 0

    @property
    def indent(self) -> int:
        """The columns between the containers read so far and what stands next."""
        return self._next - self._column

    @property
    def at_end(self) -> bool:
        """Whether nothing more stands on the line."""
        return self.place >= self.stop

    def keep(self, start: int, stop: int) -> int:
        """Begin a line, and return with how many of the open containers it goes on."""
        self.stop, self._column, self._next = stop, 0, 0
        self._skip(start)
        for depth, container in enumerate(self.open):
            if container == QUOTE and (self.indent > 3 or self.at_end or self.text[self.place] != ">"):
                return depth
            if container != QUOTE and self.at_end:
                continue
            if container != QUOTE and self.indent < container:
                return depth
            self._enter(container)
        return len(self.open)

    def begin(self, *, fresh: bool) -> bool:
        """Open the container that begins here, and return whether one does.

        Where the line could also go on with a paragraph (not *fresh*), only an item with text begins, and only from 1.
        """
        if self.at_end or self.indent > 3 or len(self.open) >= _DEEPEST:
            return False
        container = QUOTE if self.text[self.place] == ">" else self._item(fresh=fresh)
        if container is None:
            return False
        self._enter(container)
        self.open.append(container)
        return True

    def _item(self, *, fresh: bool) -> int | None:
        """Step over the mark of a list item, and return its width."""
        item = _ITEM.match(self.text, self.place, self.stop)
        if item is None or BREAK.fullmatch(self.text, self.place, self.stop):
            return None
        empty = not self.text[item.end() : self.stop].strip(" \t")
        if not fresh and (empty or item[2] not in (None, "1")):
            return None
        indent, width = self.indent, len(item.group())
        self._next += width
        marked = self._next
        self._skip(item.end())
        blanks = self._next - marked
        return indent + width + (1 if empty or blanks > 4 else blanks)

    def _enter(self, container: int) -> None:
        if container != QUOTE:
            self._column += container
            return
        self._next += 1
        self._column = self._next
        self._skip(self.place + 1)
        self._column += self._next > self._column

    def _skip(self, place: int) -> None:
        """Go to the next character that is not blank; a tab goes on to the next multiple of four columns."""
        blanks = _BLANKS.match(self.text, place, self.stop)
        self.place = blanks.end() if blanks else place
        for blank in self.text[place : self.place]:
            self._next += 4 - self._next % 4 if blank == "\t" else 1
