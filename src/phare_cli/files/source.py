"""Open what a person names: a file, standard input, what gzip or zip hold. Knows how bytes begin, not what they say."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple, cast

from phare_cli.files import limits
from phare_cli.files.kind import COMPOUND, OLD_OFFICE, PACKED, FileKind, foreign, kind_of, misnamed
from phare_cli.nouns.errors import PhareError, UnreadableInput, WrongOption
from phare_cli.nouns.message import Message, sentence

STDIN = "-"
HEAD = 4096
_IN_MEMORY = 64 << 20
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PARTS = {
    FileKind.XLSX: {"xl/workbook.xml"},
    FileKind.BINARY_EXCEL: {"xl/workbook.bin"},
    FileKind.ODS: {"content.xml", "mimetype"},
}
_LARGE = sentence(
    "“{file}” holds more than phare reads of a workbook ({limit} MB, unpacked): save its table as CSV."
)
_NOT_ONE = sentence("“{file}” is a zip of {count} files: unpack it and name the one to read.")


class OpenedFile(NamedTuple):
    """Bytes that can be read twice, with the name that sentences call them by; *raw* are those that may be packed."""

    name: str
    stream: BinaryIO
    kind: FileKind
    raw: BinaryIO
    is_ours: bool  # to close

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


def open_file(file: str | Path | BinaryIO) -> OpenedFile:
    """Open *file*, see through gzip and zip, and tell what it holds. Raises UnreadableInput."""
    name = _name(file)
    with sayable(name):
        raw = _stream(file, name)
        is_ours = raw is not file and raw is not getattr(sys.stdin, "buffer", None)
        try:
            stream, kind = _unpacked(name, raw)
            return _checked(OpenedFile(name, stream, kind, raw, is_ours))
        except BaseException:
            if is_ours:
                raw.close()
            raise


@contextmanager
def opened(file: str | Path | BinaryIO) -> Iterator[OpenedFile]:
    """Open *file* as open_file() does, and close it; what reading it raises becomes a sentence."""
    source = open_file(file)
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
        raise UnreadableInput(
            sentence("there is no file “{file}”: check the name and the folder you are in.", file=name)
        ) from None
    except PermissionError:
        raise UnreadableInput(
            sentence("“{file}” may not be read: ask for the right to, or copy it.", file=name)
        ) from None
    except OSError as error:
        if error.strerror is None:  # gzip's own: a wrong sum, a wrong beginning
            raise _damaged(name) from None
        raise _broken(name, error.strerror) from None
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


def _damaged(name: str) -> UnreadableInput:
    return UnreadableInput(
        sentence(
            "“{file}” is packed, and cut short or damaged: fetch it again, or unpack it first.", file=name
        )
    )


def _broken(name: str, reason: str) -> UnreadableInput:
    return UnreadableInput(
        sentence(
            "“{file}” cannot be read ({reason}): check that it is whole, or save it again.",
            file=name,
            reason=reason,
        )
    )


def _name(file: str | Path | BinaryIO) -> str:
    if isinstance(file, str | Path):
        return str(file)
    named = getattr(file, "name", None)
    return named if isinstance(named, str) and named != "<stdin>" else STDIN


def _stream(file: str | Path | BinaryIO, name: str) -> BinaryIO:
    if not isinstance(file, str | Path):
        return _seekable(file)
    if name == STDIN:
        if sys.stdin is None:
            raise UnreadableInput(sentence("there is no standard input here: name a file."))
        return _seekable(sys.stdin.buffer)
    if not name or "\0" in name:
        raise FileNotFoundError(name)
    path = Path(file)
    if path.is_dir():
        raise UnreadableInput(
            sentence(
                "“{file}” is a folder: name the files in it, such as {example}.",
                file=name,
                example=str(path / "*.csv"),
            )
        )
    stream = path.open("rb")
    kept = _seekable(stream)
    if kept is not stream:  # a named pipe
        stream.close()
    return kept


def _seekable(stream: BinaryIO) -> BinaryIO:
    """Return *stream* itself, or what is left of it in memory or a temporary file."""
    if stream.seekable() and stream.tell() == 0:
        return stream
    return _held(stream)


def _held(stream: BinaryIO) -> BinaryIO:
    """Return what is left of *stream* in memory, or a temporary file."""
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    kept = cast(BinaryIO, SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    copyfileobj(stream, kept)
    kept.seek(0)
    return kept


def _unpacked(name: str, raw: BinaryIO) -> tuple[BinaryIO, FileKind]:
    """Return the bytes in *raw* without what packs them, and their kind; a workbook, which is a zip, may be packed."""
    stream = raw
    head = _head(stream)
    if head.startswith(b"\x1f\x8b"):
        from gzip import GzipFile

        stream = cast(BinaryIO, GzipFile(fileobj=stream))
        head = _head(stream)
    elif head.startswith(_ZIP):
        found = _unzipped(name, stream)
        if isinstance(found, FileKind):
            return stream, found
        stream = found
        head = _head(stream)
    if stream is not raw and head.startswith(_ZIP):
        return _packed_workbook(name, stream)
    if head.startswith(COMPOUND):
        if not _is_old_excel(stream):
            raise UnreadableInput(Message(OLD_OFFICE.text, {"file": name}))
        return stream, FileKind.OLD_EXCEL
    said = foreign(head)
    if said is not None:
        raise UnreadableInput(Message(said.text, {"file": name}))
    return stream, kind_of(head)


def _packed_workbook(name: str, stream: BinaryIO) -> tuple[BinaryIO, FileKind]:
    """Return the workbook that *stream* unpacks, held to be read back and forth; nothing else is packed twice."""
    kept = _held(stream)
    try:
        found = _unzipped(name, kept)
        if not isinstance(found, FileKind):
            raise UnreadableInput(Message(PACKED.text, {"file": name}))
    except BaseException:
        kept.close()
        raise
    return kept, found


def _is_old_excel(stream: BinaryIO) -> bool:
    """Tell whether a file of files holds a workbook under the name that Excel gives it, and not locked."""
    content = stream.read(limits.WORKBOOK)
    stream.seek(0)
    return any(name.encode("utf-16-le") + b"\0\0" in content for name in ("Workbook", "Book"))


def _checked(source: OpenedFile) -> OpenedFile:
    suffix = PurePath(source.name).suffix.lower()
    said = misnamed(source.kind, suffix) if _head(source.stream) else None
    if said is not None:
        raise UnreadableInput(Message(said.text, {**said.values, "file": source.name}))
    return source


def _head(stream: BinaryIO) -> bytes:
    head = stream.read(HEAD)
    stream.seek(0)
    return head


def _unzipped(name: str, stream: BinaryIO) -> FileKind | BinaryIO:
    """Return what kind of workbook a zip is, else the one file in it."""
    from zipfile import ZipFile

    archive = ZipFile(stream)
    members = [
        member
        for member in archive.infolist()
        if not member.is_dir() and not member.filename.startswith("__MACOSX/")
    ]
    names = {member.filename for member in members}
    kind = next((kind for kind, parts in _PARTS.items() if parts <= names), None)
    if kind:
        if sum(member.file_size for member in members) > limits.WORKBOOK:
            raise UnreadableInput(Message(_LARGE.text, {"file": name, "limit": limits.WORKBOOK >> 20}))
        return kind
    if names & {"word/document.xml", "ppt/presentation.xml"}:
        raise UnreadableInput(
            sentence(
                "“{file}” is an office document that phare does not read: save its table as .xlsx or CSV.",
                file=name,
            )
        )
    if len(members) != 1:
        raise UnreadableInput(Message(_NOT_ONE.text, {"file": name, "count": len(members)}))
    if members[0].flag_bits & 1:
        raise UnreadableInput(sentence("“{file}” is locked with a password: unpack it first.", file=name))
    return cast(BinaryIO, archive.open(members[0]))
