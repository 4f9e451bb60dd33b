"""Write an answer to standard output or to a file, whole or not at all. Knows bytes and encodings, no format."""

from __future__ import annotations

import errno
import os
import stat
import sys
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from phare_cli.nouns.errors import UnwritableOutput
from phare_cli.nouns.message import Message, sentence

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
    "≈": "~",
    "•": "*",
    "√": "sqrt",
    "∓": "-/+",
    "²": "^2",
}
_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_REFUSED = (errno.EACCES, errno.EPERM, errno.EROFS)


def write(text: str | bytes, output: Path | None) -> None:
    """Write *text* to the file *output*, or to standard output where that is None or ``-``.

    A file is UTF-8. Raises UnwritableOutput, after which a file holds what it held before. A closed pipe
    is left to the caller as BrokenPipeError.
    """
    if output is None or str(output) == "-":
        _to_stdout(text)
    else:
        _to_file(text.encode("utf-8", "backslashreplace") if isinstance(text, str) else text, output)


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


def _to_stdout(text: str | bytes) -> None:
    if sys.stdout is None:
        raise UnwritableOutput(sentence("standard output is closed. Write to a file with --output."))
    stream = getattr(sys.stdout, "buffer", None)
    if isinstance(text, bytes) and sys.stdout.isatty():
        raise UnwritableOutput(
            sentence("a workbook is not for a screen. Give it a file, for instance --output results.xlsx.")
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
        raise UnwritableOutput(_why_not_stdout(error)) from error


def _pour(data: bytes, stream: BinaryIO) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[stream.write(rest) or 0 :]


def _to_file(data: bytes, output: Path) -> None:
    target = Path(os.path.realpath(output))
    try:
        if _is_stream(output):
            with output.open("ab", buffering=0) as stream:
                _pour(data, stream)
        elif not _holds(target, data):
            _replace(target, data)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise UnwritableOutput(_why_not(error, output)) from error


def _is_stream(output: Path) -> bool:
    """Tell whether *output* is a device, a pipe, or the name of an open file: written to, never replaced."""
    if str(output) in ("/dev/stdout", "/dev/stderr") or str(output.parent) in ("/dev/fd", "/proc/self/fd"):
        return True
    return output.exists() and not output.is_file() and not output.is_dir()


def _holds(target: Path, data: bytes) -> bool:
    if target.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))
    if not target.exists():
        return False
    if not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    return target.stat().st_size == len(data) and target.read_bytes() == data


def _replace(target: Path, data: bytes) -> None:
    """Write a new file beside *target* and put it in its place in one step, with the mode of the old one."""
    beside = target.with_name(f".phare-{os.urandom(6).hex()}.part")
    descriptor = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb", buffering=0) as stream:
            _pour(data, stream)
            os.fsync(stream.fileno())
        if target.exists():
            _keep_mode(target.stat(), beside)
        beside.replace(target)
    except BaseException:
        with suppress(OSError):
            beside.unlink()
        raise


def _keep_mode(before: os.stat_result, beside: Path) -> None:
    if hasattr(os, "chown"):
        with suppress(OSError):  # only the administrator can give a file away
            os.chown(beside, before.st_uid, before.st_gid)
    beside.chmod(stat.S_IMODE(before.st_mode))


def _why_not(error: OSError, output: Path) -> Message:
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
        reason=error.strerror or str(error),
    )


def _why_not_stdout(error: OSError) -> Message:
    if error.errno in _FULL:
        return sentence(
            "no room is left where standard output goes. Free some room, or write elsewhere with --output."
        )
    return sentence(
        "standard output could not be written ({reason}). Write to a file with --output.",
        reason=error.strerror or str(error),
    )
