"""Settle what bytes are written in (BOM, then strict UTF-8, then Windows-1252; no statistics) and part them into lines.

What is wrong with the bytes of a text is said here, once for every reader.
"""

import codecs
import io
import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from phare_cli.files import limits
from phare_cli.files.findings import Findings
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Fill, Message, sentence

FALLBACK = "cp1252"
_BLOCK = 1 << 20
_SAMPLE = 4096
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_ASSUMED = sentence(
    "“{file}” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding."
)
_NEITHER = sentence(
    "“{file}” is neither UTF-8 nor Windows-1252: say its --encoding, or save it as CSV UTF-8."
)
_NOT_AS_SAID = sentence("“{file}” is not {encoding}: leave --encoding out, or correct it.")
_BROKEN_MARK = sentence(
    "“{file}” begins as {encoding} and goes on as something else: save it again as CSV UTF-8."
)
_UNMARKED = sentence("“{file}” looks like UTF-16 without its byte order mark: say --encoding {encoding}.")
_NUL = sentence("“{file}” holds NUL characters (line {line}), which no text does: save the table as CSV.")
_LONG_LINE = sentence(
    "line {line} of “{file}” is longer than {limit} characters, the most that phare reads: is it a table?"
)
_TWICE_SAID = sentence(
    "line {line} of “{file}” holds letters that were encoded twice, or otherwise than the rest (Ã© for é): save the "
    "table again as CSV UTF-8, or say --encoding {encoding} to read it as it stands."
)
# What UTF-8 looks like when it is read as Windows-1252: Ã©, Â°, â€™.
_TWICE = re.compile("[ÃÂ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|â€[\u0080-\u00bf™œ˜“”¢]")
_MIXED = sentence(
    "this line is not UTF-8 although lines before it are: save the file again in one encoding, CSV UTF-8."
)


class NotText(Exception):
    """A NUL character, a line beyond the limit, letters encoded twice: nothing that a text holds. *line* is where."""

    def __init__(self, line: int, *, is_long: bool = False, is_twice: bool = False) -> None:
        super().__init__(line)
        self.line, self.is_long, self.is_twice = line, is_long, is_twice


class TextEncoding(NamedTuple):
    """What the bytes of a text are written in; "" while only its letters can tell. They begin after *skip* bytes.

    What the reader has stated (*is_stated*) is read as it stands; else letters encoded twice are no text.
    """

    name: str
    skip: int = 0
    is_stated: bool = False

    @property
    def is_marked(self) -> bool:
        """Whether a byte order mark says so, rather than the reader."""
        return self.skip > 0


def encoding_of(source: OpenedFile, stated: str | None) -> TextEncoding:
    """Return what a text is written in by its mark, else as the reader has *stated*."""
    marked = marked_encoding(source.again().read(4))
    return TextEncoding(*marked) if marked else TextEncoding(stated or "", is_stated=bool(stated))


def assumed(file: str) -> Message:
    """Return the notice that a text was read as Windows-1252."""
    return Message(_ASSUMED.text, {"file": file})


def undecodable(file: str, encoding: TextEncoding) -> UnreadableInput:
    """Return the error of bytes that are not in the encoding they should be in, in none that is known without one."""
    if not encoding.name:
        return UnreadableInput(Message(_NEITHER.text, {"file": file}))
    said = _BROKEN_MARK if encoding.is_marked else _NOT_AS_SAID
    return UnreadableInput(Message(said.text, {"file": file, "encoding": encoding.name}))


def not_text(source: OpenedFile, error: NotText) -> UnreadableInput:
    """Return the error of bytes that are no text."""
    values: dict[str, Fill] = {"file": source.name, "line": error.line, "limit": limits.LINE}
    if error.is_twice:
        name = "utf-8" if _is_utf8(source) else FALLBACK
        return UnreadableInput(Message(_TWICE_SAID.text, {**values, "encoding": name}))
    if error.is_long:
        return UnreadableInput(Message(_LONG_LINE.text, values))
    unmarked = unmarked_encoding(source.again().read(_SAMPLE))
    said = _UNMARKED if unmarked else _NUL
    return UnreadableInput(Message(said.text, {**values, "encoding": unmarked or ""}))


def fallback_of(source: OpenedFile, encoding: TextEncoding, findings: Findings) -> TextEncoding | None:
    """Return what a text is written in that is not in *encoding*, None for one that is partly UTF-8: that is told.

    Raises UnreadableInput where its mark, or the reader, says what it should be in.
    """
    is_utf8 = not encoding.name or codecs.lookup(encoding.name).name == "utf-8"
    if not is_utf8 or encoding.is_marked:
        raise undecodable(source.name, encoding)
    line = _line_out_of_utf8(source)
    if line is not None:
        findings.problem("not-utf-8", _MIXED, source.name, line)
        return None
    if encoding.name:
        raise undecodable(source.name, encoding)
    return TextEncoding(FALLBACK)


def _line_out_of_utf8(source: OpenedFile) -> int | None:
    """Return the first line that is not UTF-8 in a text of which lines before are, in more than ASCII.

    None where nothing before it tells UTF-8 from Windows-1252, or nothing is wrong.
    """
    decoder = codecs.getincrementaldecoder("utf-8")()
    stream = source.again()
    is_ascii, line, last = True, 1, ""
    while True:
        block = stream.read(_BLOCK)
        held = decoder.getstate()[0]
        try:
            text = decoder.decode(block, not block)
        except UnicodeDecodeError as error:
            before = (held + block)[: error.start].decode("utf-8")
            return None if is_ascii and before.isascii() else line + _line_ends(before, last)
        if not block:
            return None
        is_ascii = is_ascii and text.isascii()
        line += _line_ends(text, last)
        last = text[-1:]


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


def _is_utf8(source: OpenedFile) -> bool:
    decoder, stream = codecs.getincrementaldecoder("utf-8")(), source.again()
    try:
        while block := stream.read(_BLOCK):
            decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def encoded_twice(text: str) -> int:
    """Return where letters stand that were encoded twice, -1 where none do."""
    if text.isascii() or not ("Ã" in text or "Â" in text or "â€" in text):
        return -1
    found = _TWICE.search(text)
    return found.start() if found else -1


def lines(stream: BinaryIO, encoding: str, *, as_it_stands: bool = True) -> Iterator[str]:
    """Yield the physical lines of *stream* with their ends, be they LF, CRLF or CR.

    Raises UnicodeError where the bytes are not of *encoding*, NotText where they are no text, or where letters were
    encoded twice, unless it is to be read *as it stands*.
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
            raise NotText(count + len(_parted(text[: text.index("\0") + 1])))
        if not as_it_stands and (place := encoded_twice(text)) >= 0:
            raise NotText(count + len(_parted(text[: place + 1])), is_twice=True)
        found = _parted(text)
        # The last line may go on in the next block, even after CR: LF may come.
        rest = found.pop() if block else ""
        if len(rest) > limits.LINE or (len(found) == 1 and len(found[0]) > limits.LINE):
            raise NotText(count + len(found) + (1 if rest else 0), is_long=True)
        count += len(found)
        yield from found


def _line_ends(text: str, last: str) -> int:
    """Return how many lines end in a text that follows the letter *last*."""
    cut = last == "\r" and text.startswith("\n")
    return text.count("\n") + text.count("\r") - text.count("\r\n") - cut


def _parted(text: str) -> list[str]:
    """Return the physical lines of *text*. Not str.splitlines, which also breaks at form feeds and at U+2028."""
    return list(io.StringIO(text, newline=""))
