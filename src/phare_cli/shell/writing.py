"""Write an answer to standard output or to a file, whole or not at all. Knows bytes and encodings, no format."""

from __future__ import annotations

import errno
import os
import sys
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from phare_cli.nouns.errors import UnwritableOutput
from phare_cli.nouns.message import Listing, Message, counted, sentence

if TYPE_CHECKING:
    from phare_cli.shell.whole.replacing import PlaceError, Replacement

# What stands in for a character that an old encoding lacks; of the same width wherever a figure may hold it.
_STAND_INS: Mapping[str, str] = {
    **dict.fromkeys("\u202f\u2009\u2007", "\u00a0"),
    **dict.fromkeys("–—−─‑‐", "-"),
    **dict.fromkeys("’‘ʼ‹›", "'"),
    **dict.fromkeys("“”„«»", '"'),
    **dict.fromkeys("█▉▊▋▌", "#"),
    **dict.fromkeys("▍▎▏", " "),
    "·": "|",
    "…": "...",
    "œ": "oe",
    "Œ": "OE",
    "æ": "ae",
    "Æ": "AE",
    "ß": "ss",
    "ø": "o",
    "Ø": "O",
    "€": "EUR",
    "±": "+/-",
    "≥": ">=",
    "≤": "<=",
    "×": "x",
    "▲": "^",
    "▼": "v",
    "○": "o",
    "†": "(!)",
    "‡": "(!!)",
    "•": "*",
    "√": "sqrt",
    "∓": "-/+",
    "²": "^2",
}
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write(text: str | bytes, output: Path | None) -> list[Path]:
    """Write *text* to the file *output*, or to standard output where that is None or ``-``.

    A file is UTF-8. Returns what write_all() does. Raises UnwritableOutput, after which a file holds what it held
    before. A closed pipe is left to the caller as BrokenPipeError.
    """
    if output is None or str(output) == "-":
        _to_stdout(text)
        return []
    return _to_file(as_bytes(text), output)


def as_bytes(text: str | bytes) -> bytes:
    """Return *text* as a file holds it."""
    return text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text


def stdout_encoding(*, platform: str = sys.platform) -> str:
    """Return the encoding that standard output is written in: what it declares, UTF-8 through a pipe on Windows."""
    declared = getattr(sys.stdout, "encoding", None) or "utf-8"
    if platform == "win32" and not sys.stdout.isatty() and not os.environ.get("PYTHONIOENCODING"):
        return "utf-8"  # what is redirected to a file there is read as UTF-8, whatever the code page
    return declared


def holds_unicode(encoding: str) -> bool:
    """Tell whether *encoding* has the bars, rules and signs that phare draws with."""
    try:
        "█▏─−\u202f".encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return False
    return True


def fitted(text: str, encoding: str) -> bytes:
    """Return *text* in *encoding*; what it lacks is replaced by what reads nearest, and never raises.

    >>> fitted("+8 % d’Île−de", "ascii")
    b"+8 % d'Ile-de"
    """
    try:
        return text.encode(encoding)
    except UnicodeEncodeError:
        return b"".join(_nearest(letter, encoding) for letter in text)
    except LookupError:
        return fitted(text, "utf-8")


def _nearest(letter: str, encoding: str) -> bytes:
    bare = "".join(mark for mark in unicodedata.normalize("NFKD", letter) if not unicodedata.combining(mark))
    candidates = [letter, _STAND_INS.get(letter, letter), bare]
    if "\u2400" <= letter <= "\u241f":
        candidates.append("^" + chr(ord(letter) - 0x2400 + 0x40))
    for candidate in candidates:
        with suppress(UnicodeEncodeError):
            return candidate.encode(encoding)
    return " ".encode(encoding) if letter.isspace() or "\xa0" in candidates else "?".encode(encoding)


# What the bytes of a package hold, the names of its parts among them.
_PACKAGES = {
    b"word/document.xml": "docx",
    b"ppt/presentation.xml": "pptx",
    b"application/vnd.oasis.opendocument.text": "odt",
}


def _to_stdout(text: str | bytes) -> None:
    if sys.stdout is None:
        raise UnwritableOutput(sentence("standard output is closed. Write to a file with --output."))
    stream = getattr(sys.stdout, "buffer", None)
    if isinstance(text, bytes) and sys.stdout.isatty():
        raise UnwritableOutput(
            sentence(
                "a .{ending} file is not for a screen. Give it a name, for instance --output results.{ending}.",
                ending=next((name for sign, name in _PACKAGES.items() if sign in text), "xlsx"),
            )
        )
    if stream is None:  # a notebook or a test has put a text stream in its place
        sys.stdout.write(text if isinstance(text, str) else text.decode("utf-8", "backslashreplace"))
        return
    data = fitted(text, stdout_encoding()) if isinstance(text, str) else text
    try:
        sys.stdout.flush()
        # Past Python's buffer, which would try once more, and complain, when the interpreter ends.
        _pour(data, getattr(stream, "raw", stream))
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(why_not_stdout(error)) from error


def _pour(data: bytes, stream: BinaryIO) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]


def _to_file(data: bytes, output: Path) -> list[Path]:
    if not is_stream(output):
        from phare_cli.shell.whole.replacing import Replacement

        return write_all([Replacement(output, data)])
    try:
        with output.open("ab", buffering=0) as stream:
            _pour(data, stream)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(_why_not_device(error, output)) from error
    return []


def no_output(error: OSError, output: Path) -> Message:
    """Return why a file that --output names was not written."""
    file = str(output)
    if error.errno == errno.EISDIR:
        return sentence(
            "{file} is a folder. Name a file in it: {example}", file=file, example=str(output / "results.md")
        )
    if error.errno in (errno.ENOENT, errno.ENOTDIR):
        return sentence(
            "there is no folder {folder} to write {file} in. Make it first, or write elsewhere.",
            folder=str(output.parent),
            file=output.name,
        )
    if error.errno in _REFUSED:
        return sentence(
            "{file} may not be written; nothing was changed. Write elsewhere with --output, or ask for the right to.",
            file=file,
        )
    if error.errno in _FULL:
        return sentence(
            "no room is left to write {file}; nothing was changed. Free some room, or write elsewhere with --output.",
            file=file,
        )
    return sentence(
        "{file} could not be written ({reason}); nothing was changed. Write elsewhere with --output.",
        file=file,
        reason=_reason(error),
    )


def no_own(error: OSError, own: Path) -> Message:
    """Return why a file whose name is phare's own choice was not written: no option names another."""
    file = str(own)
    if error.errno in _REFUSED:
        return sentence(
            "{file} may not be written; nothing was changed. Ask for the right to, or work in a folder of yours.",
            file=file,
        )
    if error.errno in _FULL:
        return sentence(
            "no room is left to write {file}; nothing was changed. Free some room first.", file=file
        )
    return sentence(
        "{file} could not be written ({reason}); nothing was changed.", file=file, reason=_reason(error)
    )


def no_document(error: OSError, document: Path) -> Message:
    """Return why a document was not written over."""
    file = str(document)
    if error.errno in _REFUSED:
        return sentence(
            "{file} may not be written; no document was changed. Ask for the right to, or leave it out.",
            file=file,
        )
    if error.errno in _FULL:
        return sentence(
            "no room is left to write {file}; no document was changed. Free some room first.", file=file
        )
    return sentence(
        "{file} could not be written ({reason}); no document was changed.", file=file, reason=_reason(error)
    )


def write_all(
    replacements: Sequence[Replacement], why_not: Callable[[OSError, Path], Message] = no_output
) -> list[Path]:
    """Put contents in the place of files, all or none, and return the copies that a killed run has left there.

    Raises UnwritableOutput, whose sentence *why_not* gives: it knows what else might be done.
    """
    from phare_cli.shell.whole.replacing import ChangedMeanwhile, PlaceError, replace_all

    try:
        return replace_all(replacements)
    except ChangedMeanwhile as changed:
        raise UnwritableOutput(
            sentence(
                "{file} was changed by someone else while phare was at work; nothing was written. Run it again.",
                file=str(changed.path),
            )
        ) from changed
    except PlaceError as refused:
        if refused.changed:
            raise UnwritableOutput(_half_done(refused)) from refused
        raise UnwritableOutput(why_not(refused.error, refused.path)) from refused


def is_stream(output: Path) -> bool:
    """Tell whether *output* is a device, a pipe, the name of an open file or ``-``: written to, never replaced."""
    if str(output) == "-":
        return True
    if str(output) in ("/dev/stdout", "/dev/stderr") or str(output.parent) in ("/dev/fd", "/proc/self/fd"):
        return True
    return output.exists() and not output.is_file() and not output.is_dir()


def _half_done(refused: PlaceError) -> Message:
    return counted(
        "{file} could not be written ({reason}), and {changed} could not be put back as before: a copy of what it "
        "held stands beside it.",
        "{file} could not be written ({reason}), and {changed} could not be put back as before: a copy of what each "
        "held stands beside it.",
        len(refused.changed),
        file=str(refused.path),
        reason=_reason(refused.error),
        changed=Listing(tuple(map(str, refused.changed))),
    )


def _why_not_device(error: OSError, output: Path) -> Message:
    if error.errno in _FULL:
        return sentence("no room is left in {file}. Write elsewhere with --output.", file=str(output))
    return sentence(
        "{file} could not be written to ({reason}). Write elsewhere with --output.",
        file=str(output),
        reason=_reason(error),
    )


def why_not_stdout(error: OSError) -> Message:
    if error.errno in _FULL:
        return sentence(
            "no room is left where standard output goes. Free some room, or write elsewhere with --output."
        )
    return sentence(
        "standard output could not be written ({reason}). Write to a file with --output.",
        reason=_reason(error),
    )


def _reason(error: OSError) -> Message | str:
    from phare_cli.files.refusals.system_reasons import reason_of  # few files are refused

    return reason_of(error)
