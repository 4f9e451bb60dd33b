"""Cut a stream into blocks of whole lines, and tell at the speed of memory whether every row of one is plain."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import BinaryIO

from phare_cli.files import limits
from phare_cli.files.encoding import NotPlain
from phare_cli.nouns.contract import NUMBERS
from phare_cli.results.headers.header import Header
from phare_cli.results.rules import Rules

BLOCK = 1 << 20
_MARKS = (b",", b".")
_THREE_DECIMALS = re.compile(rb",[0-9]{3}(?![0-9])")


def blocks(stream: BinaryIO, end: int | None = None) -> Iterator[bytes]:
    """Yield what is left of *stream* in blocks of whole lines, without the blank lines that a file may end in.

    Each block opens with the end of the line before it, so that every row stands between two of them. With an *end*,
    at which a line ends, nothing behind it is read.
    """
    while block := stream.read(BLOCK if end is None else min(BLOCK, end - stream.tell())):
        tail = b"" if block.endswith(b"\n") else stream.readline(limits.LINE)
        text = b"".join((b"\n", block, tail))
        if not text.endswith(b"\n"):
            if len(tail) == limits.LINE:
                raise NotPlain
            text += b"\n"
        if text.endswith((b"\n\n", b"\n\r\n")):
            while rest := stream.read(BLOCK):
                if rest.strip(b"\r\n"):
                    raise NotPlain
            text = text.rstrip(b"\r\n") + b"\n"
        if len(text) > 1:
            yield text


def require_plain(block: bytes) -> None:
    """Raise NotPlain where *block* holds a quote, what no text holds, or lines that end or last as few do."""
    if b'"' in block or b"\0" in block:
        raise NotPlain
    if b"\r" in block and block.count(b"\r\n") != block.count(b"\r"):
        raise NotPlain
    half = limits.CELL // 2
    if any(block.find(b"\n", at, at + half) < 0 for at in range(1, len(block) - half, half)):
        raise NotPlain  # a line so long that a cell of it may be too


def require_numpy() -> None:
    """Raise NotPlain where the process may not have the memory that numpy takes by being loaded."""
    from phare_cli.files.memory import NUMPY, require_memory  # of use for large files only

    try:
        require_memory(NUMPY, "numpy")
    except MemoryError:
        raise NotPlain from None


class Structure:
    """What every row under one header must be made of: so many cells, no quote, one way to read its figures."""

    def __init__(self, header: Header, delimiter: str, rules: Rules) -> None:
        self._mark = delimiter.encode()
        self._width = len(header.names)
        self._row = self._mark * (self._width - 1) + b"\n"
        self._figures = [header.places[column] for column in NUMBERS if column in header.places]
        # A comma cannot stand in a figure between commas, and a stated mark leaves nothing to find out.
        self._is_decided = delimiter == "," or rules.decimal_mark is not None
        kept = self._row if self._is_decided else self._row + b",."
        self._rest = bytes(byte for byte in range(256) if byte not in kept)
        self.marks: set[bytes] = set()  # in figures, where those leave a doubt

    def rows(self, block: bytes) -> int:
        """Return how many rows *block* holds. Raises NotPlain unless each of them is plain."""
        if self._width < 2:
            raise NotPlain
        require_plain(block)
        shapes = block.translate(None, self._rest)
        if self._is_decided:
            count = len(shapes) // self._width
            if shapes != b"\n" + self._row * count:
                raise NotPlain
            return count
        self._check_shapes(set(shapes.split(b"\n")[1:-1]))
        if b"," in self.marks and (len(self.marks) > 1 or _THREE_DECIMALS.search(block)):
            raise NotPlain
        return shapes.count(b"\n") - 1

    def add(self, marks: Iterable[bytes]) -> None:
        """Note the marks in the figures of other rows. Raises NotPlain unless one is all that the file has."""
        self.marks.update(marks)
        if len(self.marks) > 1:
            raise NotPlain

    def _check_shapes(self, shapes: set[bytes]) -> None:
        """Check what is left of rows without their letters and digits, and note the marks in their figures."""
        for shape in shapes:
            cells = shape.split(self._mark)
            if len(cells) != self._width:
                raise NotPlain
            self.marks.update(mark for mark in _MARKS for place in self._figures if mark in cells[place])
