"""Open what a person names: a file, standard input, what gzip or zip hold. Knows how bytes begin, not what they say."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import BinaryIO, NamedTuple, cast

from phare_cli.files import limits
from phare_cli.files.kind import PACKED, FileKind, foreign, form_of, misnamed
from phare_cli.nouns.errors import PhareError, UnreadableInput
from phare_cli.nouns.message import Message, sentence

STDIN = "-"
HEAD = 4096
_IN_MEMORY = 64 << 20
_LARGE = sentence(
    "“{file}” holds more than phare reads of a workbook ({limit} MB, unpacked): save its table as CSV."
)
_NOT_ONE = sentence("“{file}” is a zip of {count} files: unpack it and name the one to read.")


class OpenedFile(NamedTuple):
    """Bytes that can be read twice, with the name that sentences call them by."""

    name: str
    stream: BinaryIO
    form: FileKind

    def again(self) -> BinaryIO:
        """Return the bytes from their beginning."""
        self.stream.seek(0)
        return self.stream


@contextmanager
def opened(file: str | Path | BinaryIO) -> Iterator[OpenedFile]:
    """Open *file*, see through gzip and zip, and tell what it holds. Raises UnreadableInput."""
    name = _name(file)
    with sayable(name):
        stream = _stream(file, name)
        try:
            yield _source(name, stream)
        finally:
            if stream is not file and stream is not getattr(sys.stdin, "buffer", None):
                stream.close()


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
    from shutil import copyfileobj
    from tempfile import SpooledTemporaryFile

    kept = cast(BinaryIO, SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    copyfileobj(stream, kept)
    kept.seek(0)
    return kept


def _source(name: str, stream: BinaryIO) -> OpenedFile:
    head = _head(stream)
    stem = PurePath(name)
    if head.startswith(b"\x1f\x8b"):
        from gzip import GzipFile

        stream = cast(BinaryIO, GzipFile(fileobj=stream))
        head = _head(stream)
    elif head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        found = _unzipped(name, stream)
        if isinstance(found, FileKind):
            return _checked(OpenedFile(name, stream, found), stem.suffix)
        stream = found
        head = _head(stream)
    said = foreign(head)
    if said is not None:
        raise UnreadableInput(Message(said.text, {"file": name}))
    return _checked(OpenedFile(name, stream, form_of(head)), stem.suffix if head else "")


def _checked(source: OpenedFile, suffix: str) -> OpenedFile:
    said = misnamed(source.form, suffix.lower())
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
    form = (
        FileKind.XLSX
        if "xl/workbook.xml" in names
        else FileKind.ODS
        if {"content.xml", "mimetype"} <= names
        else None
    )
    if form:
        if sum(member.file_size for member in members) > limits.WORKBOOK:
            raise UnreadableInput(Message(_LARGE.text, {"file": name, "limit": limits.WORKBOOK >> 20}))
        return form
    if names & {"word/document.xml", "ppt/presentation.xml", "xl/workbook.bin"}:
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
