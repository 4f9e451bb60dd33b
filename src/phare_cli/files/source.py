"""Open what a person names: a file, standard input, what gzip or zip hold. Knows how bytes begin, not what they say."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path, PurePath
from typing import BinaryIO

from phare_cli.files.kind import PACKED, PACKERS, FileKind, foreign, is_web_page, kind_of, misnamed
from phare_cli.files.limits import SIZE, limit_set
from phare_cli.nouns.errors import PhareError, SystemRefusal, UnreadableInput, WrongOption
from phare_cli.nouns.message import Message, sentence

STDIN = "-"
HEAD = 4096


class OpenedFile:
    """Bytes that can be read twice, with the name that sentences call them by; *raw* are those that may be packed.

    They are closed here when they *are ours*.
    """

    __slots__ = ("is_ours", "kind", "name", "raw", "stream")

    def __init__(self, name: str, stream: BinaryIO, kind: FileKind, raw: BinaryIO, *, is_ours: bool) -> None:
        self.name, self.stream, self.kind = name, stream, kind
        self.raw, self.is_ours = raw, is_ours

    def again(self) -> BinaryIO:
        """Return the bytes from their beginning."""
        self.stream.seek(0)
        return self.stream

    @property
    def path(self) -> str | None:
        """Where a library that reads files by name alone finds these bytes; None when they have no such place."""
        is_file = self.is_ours and self.stream is self.raw and isinstance(self.raw, BufferedReader)
        return self.name if is_file else None

    @property
    def part(self) -> float | None:
        """What part of a file was read, None where its end is not known."""
        if not (self.is_ours and isinstance(self.raw, BufferedReader)):
            return None
        from os import fstat

        size = fstat(self.raw.fileno()).st_size
        return self.raw.tell() / size if size else None

    def close(self) -> None:
        """Close what was opened here."""
        if self.stream is not self.raw:
            self.stream.close()
        if self.is_ours:
            self.raw.close()


def require_one_standard_input(files: Iterable[str | Path | BinaryIO]) -> None:
    """Raise WrongOption where ``-`` stands twice."""
    if sum(isinstance(file, str | Path) and str(file) == STDIN for file in files) > 1:
        raise WrongOption(sentence("standard input can be read once only: write - once."))


def open_file(file: str | Path | BinaryIO, *, with_pages: bool = False) -> OpenedFile:
    """Open *file*, see through gzip and zip, and tell what it holds: pages too, if asked. Raises UnreadableInput."""
    name = name_of(file)
    with sayable(name):
        raw = _stream(file, name)
        is_ours = raw is not file and raw is not getattr(sys.stdin, "buffer", None)
        try:
            stream, kind = _unpacked(name, raw, with_pages=with_pages)
            return _checked(OpenedFile(name, stream, kind, raw, is_ours=is_ours))
        except BaseException:
            if is_ours:
                raw.close()
            raise


@contextmanager
def opened(file: str | Path | BinaryIO, *, with_pages: bool = False) -> Iterator[OpenedFile]:
    """Open *file* as open_file() does, and close it; what reading it raises becomes a sentence."""
    source = open_file(file, with_pages=with_pages)
    try:
        with sayable(source.name):
            yield source
    finally:
        source.close()


@contextmanager
def sayable(name: str) -> Iterator[None]:
    """Turn what an operating system or an unpacker raises about *name* into a sentence."""
    try:
        yield
    except (PhareError, UnicodeError):
        raise
    except FileNotFoundError:
        from phare_cli.files.refusals.near_names import no_file  # few files are not there

        raise UnreadableInput(no_file(name)) from None
    except PermissionError:
        raise SystemRefusal(
            sentence("“{file}” may not be read: ask for the right to, or copy it.", file=name)
        ) from None
    except OSError as error:
        if error.strerror is None:  # gzip's own: a wrong sum, a wrong beginning
            raise _damaged(name) from None
        from phare_cli.files.refusals.system_reasons import reason_of  # few files are refused

        raise _broken(name, reason_of(error)) from None
    except NotImplementedError:  # a way to pack that zipfile does not know
        raise UnreadableInput(Message(PACKED.text, {"file": name})) from None
    except Exception as error:
        if type(error).__name__ not in (
            "BadZipFile",
            "error",
            "EOFError",
            "LargeZipFile",
        ):
            raise
        raise _damaged(name) from None


def folder(name: str, example: str) -> Message:
    """Return what is said of a folder where a file is wanted; *example* names files in it."""
    return sentence(
        "“{file}” is a folder: name the files in it, such as {example}.", file=name, example=example
    )


def _damaged(name: str) -> UnreadableInput:
    return UnreadableInput(
        sentence(
            "“{file}” is packed, and cut short or damaged: fetch it again, or unpack it first.", file=name
        )
    )


def _broken(name: str, reason: Message | str) -> SystemRefusal:
    return SystemRefusal(
        sentence(
            "“{file}” cannot be read ({reason}): check that it is whole, or save it again.",
            file=name,
            reason=reason,
        )
    )


def name_of(file: str | Path | BinaryIO) -> str:
    """Return what a file is called in all that is said of it; - is standard input."""
    if isinstance(file, str | Path):
        return str(file)
    named = getattr(file, "name", None)
    return named if isinstance(named, str) and named != "<stdin>" else STDIN


def _stream(file: str | Path | BinaryIO, name: str) -> BinaryIO:
    if not isinstance(file, str | Path):
        return _seekable(file, name)
    if name == STDIN:
        if sys.stdin is None:
            raise UnreadableInput(sentence("there is no standard input here: name a file."))
        return _seekable(sys.stdin.buffer, name)
    if not name or "\0" in name:
        raise FileNotFoundError(name)
    path = Path(file)
    if path.is_dir():
        raise UnreadableInput(folder(name, str(path / "*.csv")))
    stream = path.open("rb")
    most = limit_set(SIZE)
    if most is not None and path.stat().st_size > most << 20:
        stream.close()
        from phare_cli.files.packed import too_large  # of use for whom a limit is set

        raise too_large(name, most)
    kept = _seekable(stream, name)
    if kept is not stream:  # a named pipe
        stream.close()
    return kept


def _seekable(stream: BinaryIO, name: str) -> BinaryIO:
    """Return *stream* itself, or what is left of it in memory or a temporary file."""
    if stream.seekable() and stream.tell() == 0:
        return stream
    from phare_cli.files.packed import rewindable  # of use for pipes only

    return rewindable(stream, name)


def _unpacked(name: str, raw: BinaryIO, *, with_pages: bool) -> tuple[BinaryIO, FileKind]:
    """Return the bytes in *raw* without what packs them, and their kind."""
    stream, head = raw, _head(raw)
    if head.startswith(PACKERS):
        from phare_cli.files.packed import unpacked  # of use for packed files only

        stream, kind = unpacked(name, raw, head)
        if kind is not None:
            return stream, kind
        head = _head(stream)
    if with_pages and is_web_page(head):
        return stream, "html"
    message = foreign(head)
    if message is not None:
        raise UnreadableInput(Message(message.text, {"file": name}))
    return stream, kind_of(head)


def _checked(source: OpenedFile) -> OpenedFile:
    suffix = PurePath(source.name).suffix.lower()
    message = misnamed(source.kind, suffix) if _head(source.stream) else None
    if message is not None:
        raise UnreadableInput(Message(message.text, {**message.values, "file": source.name}))
    return source


def _head(stream: BinaryIO) -> bytes:
    head = stream.read(HEAD)
    stream.seek(0)
    return head
