"""Turn bytes into physical lines of text: BOM, then strict UTF-8, then Windows-1252. No statistics."""

from __future__ import annotations

import codecs
import io
from collections.abc import Iterator
from typing import BinaryIO

from phare_cli.files import limits

_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


class NotText(Exception):
    """A NUL character, or a line beyond the limit: nothing that a text file holds. *line* is where."""

    def __init__(self, line: int, *, is_long: bool) -> None:
        super().__init__(line)
        self.line, self.is_long = line, is_long


class NotPlain(Exception):
    """Text that is more than rows of bare cells: no quick look at it will do."""


def marked_encoding(head: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark states and the length of the mark, None without one."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, len(mark)
    return None


def unmarked_encoding(head: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark look like: every other one is NUL."""
    for encoding, zeros, others in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if zeros.count(0) * 2 > len(zeros) and others.count(0) * 10 <= len(others):
            return encoding
    return None


def lines(stream: BinaryIO, encoding: str) -> Iterator[str]:
    """Yield the physical lines of *stream* with their ends, be they LF, CRLF or CR.

    Raises UnicodeError where the bytes are not of *encoding*, NotText where they are no text.
    """
    decoder = codecs.getincrementaldecoder(encoding)()
    count, rest = 0, ""
    while True:
        block = stream.read(_BLOCK)
        text = rest + decoder.decode(block, not block)
        if not text:
            if not block:
                return
            continue
        if "\0" in text:
            raise NotText(count + len(_parted(text[: text.index("\0") + 1])), is_long=False)
        found = _parted(text)
        # The last line may go on in the next block, even after CR: LF may come.
        rest = found.pop() if block else ""
        if len(rest) > limits.LINE or (len(found) == 1 and len(found[0]) > limits.LINE):
            raise NotText(count + len(found) + (1 if rest else 0), is_long=True)
        count += len(found)
        yield from found


def _parted(text: str) -> list[str]:
    """Return the physical lines of *text*. Not str.splitlines, which also breaks at form feeds and at U+2028."""
    return list(io.StringIO(text, newline=""))
