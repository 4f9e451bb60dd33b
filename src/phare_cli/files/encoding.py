"""Settle what bytes are written in (BOM, strict UTF-8, Windows-1252; no statistics), and part them into lines."""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Iterator
from functools import cache
from typing import BinaryIO

from phare_cli.files import limits
from phare_cli.files.source import OpenedFile

FALLBACK = "cp1252"
_BLOCK = 1 << 20
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


# What is wrong with a text that is none, and with letters that were spoiled on their way to it.
NUL, LONG, TWICE, LOST, ENTITY, FOREIGN = "nul", "long", "twice", "lost", "entity", "foreign"


class NotText(Exception):
    """A NUL character, a line beyond the limit, spoiled letters: nothing that a text holds. *line* is where.

    *around* is what stands around spoiled letters.
    """

    def __init__(self, line: int, fault: str, around: str = "") -> None:
        super().__init__(line)
        self.line, self.fault, self.around = line, fault, around


class TextEncoding:
    """What the bytes of a text are written in; "" while only its letters can tell. They begin after *skip* bytes.

    What the reader has stated (*is_stated*) is read as it stands; else spoiled letters are no text.
    """

    __slots__ = ("is_stated", "name", "skip")

    def __init__(self, name: str, skip: int = 0, *, is_stated: bool = False) -> None:
        self.name, self.skip, self.is_stated = name, skip, is_stated

    @property
    def is_marked(self) -> bool:
        """Whether a byte order mark says so, rather than the reader."""
        return self.skip > 0

    @property
    def first_guess(self) -> TextEncoding:
        """This encoding, or UTF-8 while only letters can tell."""
        return self if self.name else TextEncoding("utf-8", self.skip)


def encoding_of(source: OpenedFile, stated: str | None) -> TextEncoding:
    """Return what a text is written in by its mark, else as the reader has *stated*."""
    marked = marked_encoding(source.again().read(4))
    return TextEncoding(*marked) if marked else TextEncoding(stated or "", is_stated=bool(stated))


class NotPlain(Exception):
    """Text that is more than rows of bare cells: no quick look at it will do."""


def marked_encoding(head: bytes) -> tuple[str, int] | None:
    """Return the encoding that a byte order mark states and the length of the mark, None without one."""
    for mark, encoding in _BOMS:
        if head.startswith(mark):
            return encoding, len(mark)
    return None


@cache
def _twice() -> re.Pattern[str]:
    """Return what UTF-8 looks like when it is read as Windows-1252: Ã©, Â°, â€™, Å“, â‚¬."""
    return re.compile(
        "[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜“”¢]|â‚¬|Å[\u0080-\u009f“]|Å’(?=[a-z])"
    )


@cache
def _entity() -> re.Pattern[str]:
    """Return how a web page writes a letter beyond ASCII, or a mark: &eacute; &#233; &rsquo;."""
    return re.compile(
        "&(?:[A-Za-z]{1,2}(?:acute|grave|circ|uml|tilde|cedil|ring|slash|lig|caron)|#(?:19[2-9]|2[0-9]{2}|3[0-7][0-9])|"
        "#[xX](?:[cC-fF]|1[0-7])[0-9A-Fa-f]|nbsp|euro|[lr]aquo|[lr][sd]quo|[nm]dash|hellip);"
    )


@cache
def _foreign() -> re.Pattern[str]:
    """Return what é, è or œ look like when DOS, Macintosh or ISO 8859-15 are read as Windows-1252: ‚, Š, Ž, ½."""
    return re.compile("[a-zà-ÿ](?:[‚ˆƒŽ]|[Š‡†‰](?=[a-z]))|ƒ(?=[a-z])|[a-z]½(?=[a-z])|½uvr")


def spoiled(text: str, encoding: str) -> tuple[int, str]:
    """Return where the first letters stand that were spoiled on their way, and how; -1 and "" where none were.

    They were encoded twice, lost, written as a web page does, or are of another encoding than Windows-1252, where that
    is what *encoding* supposes.
    """
    begun = text.find("&")
    found = (_entity().search(text), ENTITY) if begun >= 0 and text.find(";", begun) >= 0 else (None, "")
    if found[0] is None and not text.isascii():
        if any(each in text for each in ("Ã", "Â", "â€", "â‚", "Å")):
            found = _twice().search(text), TWICE
        if found[0] is None and encoding == FALLBACK:
            found = _foreign().search(text), FOREIGN
        if found[0] is None and (place := text.find("\ufffd")) >= 0:
            return place, LOST
    return (-1, "") if found[0] is None else (found[0].start(), found[1])


def lines(stream: BinaryIO, encoding: str, *, as_it_stands: bool = True) -> Iterator[str]:
    """Yield the physical lines of *stream* with their ends, be they LF, CRLF or CR.

    Raises UnicodeError where the bytes are not of *encoding*, NotText where they are no text, or where letters were
    spoiled, unless it is to be read *as it stands*.
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
            raise NotText(count + len(_parted(text[: text.index("\0") + 1])), NUL)
        if not as_it_stands:
            place, fault = spoiled(text, encoding)
            if fault:
                raise NotText(
                    count + len(_parted(text[: place + 1])), fault, text[max(0, place - 99) : place + 99]
                )
        found = _parted(text)
        # The last line may go on in the next block, even after CR: LF may come.
        rest = found.pop() if block else ""
        if len(rest) > limits.LINE or (len(found) == 1 and len(found[0]) > limits.LINE):
            raise NotText(count + len(found) + (1 if rest else 0), LONG)
        count += len(found)
        yield from found


def _parted(text: str) -> list[str]:
    """Return the physical lines of *text*. Not str.splitlines, which also breaks at form feeds and at U+2028."""
    return list(io.StringIO(text, newline=""))
