"""See through what packs a file: gzip, zip, and the zips and files of files that workbooks are."""

from __future__ import annotations

from io import BufferedReader, RawIOBase
from typing import BinaryIO, cast

from phare_cli.files import limits
from phare_cli.files.kind import COMPOUND, OLD_OFFICE, PACKED, FileKind
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

_HEAD = 4
_IN_MEMORY = 64 << 20
_BLOCK = 1 << 20
_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_PARTS: dict[FileKind, set[str]] = {
    "xlsx": {"xl/workbook.xml"},
    "xlsb": {"xl/workbook.bin"},
    "ods": {"content.xml", "mimetype"},
}
_LARGE = sentence(
    "“{file}” holds more than phare reads of a workbook ({limit} MB, unpacked): save its table as CSV."
)
_NOT_ONE = sentence("“{file}” is a zip of {count} files: unpack it and name the one to read.")


def unpacked(name: str, raw: BinaryIO, head: bytes) -> tuple[BinaryIO, FileKind | None]:
    """Return the bytes in *raw*, which begins with *head*, without what packs them, and the kind of a workbook.

    A workbook, which is a zip itself, may be packed. Raises UnreadableInput.
    """
    stream = raw
    if head.startswith(b"\x1f\x8b"):
        from gzip import GzipFile

        stream = cast(BinaryIO, GzipFile(fileobj=raw))
    elif head.startswith(_ZIP):
        found = _unzipped(name, raw)
        if isinstance(found, str):
            return raw, found
        stream = found
    if stream is not raw:
        if limits.limit_set(limits.SIZE) is not None:
            stream = _measured(name, stream)
        head = stream.read(_HEAD)
        stream.seek(0)
        if head.startswith(_ZIP):
            return _packed_workbook(name, stream)
    if not head.startswith(COMPOUND):
        return stream, None
    if not _is_old_excel(stream):
        raise UnreadableInput(Message(OLD_OFFICE.text, {"file": name}))
    return stream, "xls"


def rewindable(stream: BinaryIO, name: str) -> BinaryIO:
    """Return what is left of *stream* in memory, or a temporary file.

    Raises UnreadableInput beyond the limit that the user has set.
    """
    from tempfile import SpooledTemporaryFile

    kept = cast(BinaryIO, SpooledTemporaryFile(max_size=_IN_MEMORY))  # noqa: SIM115
    most = limits.limit_set(limits.SIZE)
    try:
        while block := stream.read(_BLOCK):
            kept.write(block)
            if most is not None and kept.tell() > most << 20:
                raise too_large(name, most)
    except BaseException:
        kept.close()
        raise
    kept.seek(0)
    return kept


def too_large(name: str, most: int) -> UnreadableInput:
    """Return the refusal of a file that holds more than *most* MB."""
    return UnreadableInput(
        sentence(
            "“{file}” holds more than {limit} MB, the most that {setting} lets phare read of a file.",
            file=name,
            limit=str(most),
            setting=limits.SIZE,
        )
    )


def _measured(name: str, stream: BinaryIO) -> BinaryIO:
    """Return *stream*, which unpacks something, refused once more than the user's limit was read of it."""
    most = limits.limit_set(limits.SIZE)
    if most is None:
        return stream
    return cast(BinaryIO, BufferedReader(_Measured(name, stream, most)))


class _Measured(RawIOBase):
    def __init__(self, name: str, stream: BinaryIO, most: int) -> None:
        super().__init__()
        self._name, self._stream, self._most = name, stream, most

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]  # what BufferedReader gives
        content = self._stream.read(len(buffer))
        if self._stream.tell() > self._most << 20:
            raise too_large(self._name, self._most)
        buffer[: len(content)] = content
        return len(content)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def close(self) -> None:
        self._stream.close()
        super().close()


def _packed_workbook(name: str, stream: BinaryIO) -> tuple[BinaryIO, FileKind]:
    """Return the workbook that *stream* unpacks, to be read back and forth; nothing else is packed twice."""
    kept = rewindable(stream, name)
    try:
        found = _unzipped(name, kept)
        if not isinstance(found, str):
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
        most = limits.size_at_most(limits.WORKBOOK)
        if sum(member.file_size for member in members) > most:
            raise UnreadableInput(Message(_LARGE.text, {"file": name, "limit": most >> 20}))
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
