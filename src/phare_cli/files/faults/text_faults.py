"""Say what is wrong with a text, once for every reader: its bytes, its encoding, its quotes."""

from __future__ import annotations

import codecs

from phare_cli.files import limits
from phare_cli.files.encoding import (
    ENTITY,
    FALLBACK,
    FOREIGN,
    LONG,
    LOST,
    TWICE,
    NotText,
    TextEncoding,
)  # fmt: skip
from phare_cli.files.findings import Findings
from phare_cli.files.records import Fault
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Fill, Message, sentence

_BLOCK = 1 << 20
_SAMPLE = 4096
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
_LOST = sentence(
    "line {line} of “{file}” holds � in place of letters that were lost on their way: export the table again as CSV "
    "UTF-8, or say --encoding {encoding} to read it as it stands."
)
_ENTITIES = sentence(
    "line {line} of “{file}” holds letters as a web page writes them (&eacute; for é): export the table again as text, "
    "or say --encoding {encoding} to read it as it stands."
)
_FOREIGN_SAID = sentence(
    "line {line} of “{file}” holds letters of another encoding (‚ or Ž for é): say --encoding {likely}, or --encoding "
    "{encoding} to read it as it stands."
)
_SPOILED = {TWICE: _TWICE_SAID, LOST: _LOST, ENTITY: _ENTITIES, FOREIGN: _FOREIGN_SAID}
# Where letters beyond ASCII stand elsewhere than in Windows-1252: on a Macintosh, under DOS, with the sign of the euro.
_ELSEWHERE = ("mac_roman", "cp850", "iso8859-15")
_USUAL = frozenset("éèêàâçôîùûïëœ")
_MIXED = sentence(
    "this line is not UTF-8 although lines before it are: save the file again in one encoding, CSV UTF-8."
)
_FAULTS: dict[Fault, tuple[str, Message]] = {
    "unclosed": (
        "unclosed-quote",
        sentence(
            "a quote opens here and is not closed: close it, or write it twice if it belongs to the text."
        ),
    ),
    "stray": (
        "stray-quote",
        sentence("text follows the quote that closes a cell: write a quote twice if it belongs to the text."),
    ),
    "large": (
        "cell-too-long",
        sentence(
            "a cell here is longer than {limit} characters, the most that phare reads: is a quote not closed?",
            limit=limits.CELL,
        ),
    ),
}


def tell_fault(fault: Fault, file: str, line: int, text: str, findings: Findings) -> None:
    """Tell of a fault, and of the text that stands there."""
    code, message = _FAULTS[fault]
    findings.problem(code, message, file, line, None, text)


def assumed(file: str) -> Message:
    """Return the notice that a text was read as Windows-1252."""
    return Message(_ASSUMED.text, {"file": file})


def undecodable(file: str, encoding: TextEncoding) -> UnreadableInput:
    """Return the error of bytes that are not in the encoding they should be in, in none that is known without one."""
    if not encoding.name:
        return UnreadableInput(Message(_NEITHER.text, {"file": file}))
    message = _BROKEN_MARK if encoding.is_marked else _NOT_AS_SAID
    return UnreadableInput(Message(message.text, {"file": file, "encoding": encoding.name}))


def not_text(source: OpenedFile, error: NotText) -> UnreadableInput:
    """Return the error of bytes that are no text."""
    values: dict[str, Fill] = {"file": source.name, "line": error.line, "limit": limits.LINE}
    if error.fault in _SPOILED:
        name = "utf-8" if _is_utf8(source) else FALLBACK
        likely = _likely_encoding(error.around) if error.fault == FOREIGN else ""
        return UnreadableInput(
            Message(_SPOILED[error.fault].text, {**values, "encoding": name, "likely": likely})
        )
    if error.fault == LONG:
        return UnreadableInput(Message(_LONG_LINE.text, values))
    unmarked = _unmarked_encoding(source.again().read(_SAMPLE))
    message = _UNMARKED if unmarked else _NUL
    return UnreadableInput(Message(message.text, {**values, "encoding": unmarked or ""}))


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
        undecoded_bytes = decoder.getstate()[0]
        try:
            text = decoder.decode(block, not block)
        except UnicodeDecodeError as error:
            before = (undecoded_bytes + block)[: error.start].decode("utf-8")
            return None if is_ascii and before.isascii() else line + _line_ends(before, last)
        if not block:
            return None
        is_ascii = is_ascii and text.isascii()
        line += _line_ends(text, last)
        last = text[-1:]


def _unmarked_encoding(head: bytes) -> str | None:
    """Return the UTF-16 that bytes without a mark look like: every other one is NUL."""
    for encoding, zeros, others in (
        ("utf-16-le", head[1::2], head[::2]),
        ("utf-16-be", head[::2], head[1::2]),
    ):
        if zeros.count(0) * 2 > len(zeros) and others.count(0) * 10 <= len(others):
            return encoding
    return None


def _likely_encoding(text: str) -> str:
    """Return the encoding in which a text holds most of the small letters that French writes, read as Windows-1252."""
    read = text.encode(FALLBACK, "replace")
    count_by_encoding = {
        name: sum(letter in _USUAL for letter in read.decode(name, "replace")) for name in _ELSEWHERE
    }
    return max(count_by_encoding, key=lambda name: count_by_encoding[name])


def _is_utf8(source: OpenedFile) -> bool:
    decoder, stream = codecs.getincrementaldecoder("utf-8")(), source.again()
    try:
        while block := stream.read(_BLOCK):
            decoder.decode(block)
    except UnicodeDecodeError:
        return False
    return True


def _line_ends(text: str, last: str) -> int:
    """Return how many lines end in a text that follows the letter *last*."""
    cut = last == "\r" and text.startswith("\n")
    return text.count("\n") + text.count("\r") - text.count("\r\n") - cut
