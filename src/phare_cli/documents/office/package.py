"""Open the zip that an office document is, and write it again with some parts changed, the others to the byte."""

from __future__ import annotations

import io
import struct
import zlib
from collections.abc import Mapping
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from phare_cli.documents.blocks import DocumentError
from phare_cli.files import limits
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.problem import Problem

DAMAGED = sentence(
    "this document is damaged, and is left as it is; open it in its program and save it again."
)
ENCRYPTED = sentence("this document is locked with a password; save it without one to refresh it.")
SIGNED = sentence(
    "this document is signed, and a refreshed figure would break the signature; refresh an unsigned copy and sign that."
)
LARGE = sentence("this document unpacks to more than phare reads ({limit} MB a part); part it.")
_COMPOUND = b"\xd0\xcf\x11\xe0"  # how a file of files begins, which an encrypted package is put into
_LOCAL, _CENTRAL = struct.Struct("<4s5H3L2H"), struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_DESCRIBED = 0x0008  # the flag of sizes that follow the data
_LOCKED = 0x0001
_DAY = 0x21  # the first of January 1980, which Word itself writes for every part


def refused(code: str, message: Message, name: str) -> DocumentError:
    """Return the error of a document that cannot be read as a whole."""
    return DocumentError([Problem(code, message, name)])


class Package:
    """The parts of one document. Reads each within limits; raises DocumentError for what is damaged or locked."""

    def __init__(self, content: bytes, name: str) -> None:
        self.content, self.name = content, name
        if content.startswith(_COMPOUND):
            raise refused("encrypted", ENCRYPTED, name)
        try:
            self._archive = ZipFile(io.BytesIO(content))
        except (BadZipFile, ValueError, NotImplementedError, OSError, EOFError, struct.error):
            raise refused("damaged-document", DAMAGED, name) from None
        members = self._archive.infolist()
        self._members = {member.filename: member for member in members}
        if len(self._members) < len(members):  # which of two parts of one name counts depends on who reads
            raise refused("damaged-document", DAMAGED, name)
        if any(member.flag_bits & _LOCKED for member in members):
            raise refused("encrypted", ENCRYPTED, name)
        self._read: dict[str, bytes] = {}

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(self._members)

    def read(self, part: str) -> bytes:
        """Return what a part holds; nothing where there is no such part."""
        if part not in self._members:
            return b""
        if part not in self._read:
            member = self._members[part]
            if member.file_size > limits.PART:
                message = Message(LARGE.text, {"limit": limits.PART >> 20})
                raise refused("document-too-large", message, self.name)
            try:
                self._read[part] = self._archive.read(member)
            except (BadZipFile, zlib.error, ValueError, NotImplementedError, OSError, EOFError, RuntimeError):
                raise refused("damaged-document", DAMAGED, self.name) from None
        return self._read[part]

    def changed(self, parts: Mapping[str, bytes]) -> bytes:
        """Return the package with *parts* in the place of those of their names, or after all others.

        A part of nothing is left out. Order, times and methods stay, and so does each byte of what is not in *parts*.
        """
        parts = {
            part: new for part, new in parts.items() if part not in self._members or new != self.read(part)
        }
        if not parts:
            return self.content
        try:
            return self._written(parts)
        except (struct.error, ValueError):
            raise refused("damaged-document", DAMAGED, self.name) from None

    def _written(self, parts: Mapping[str, bytes]) -> bytes:
        directory = self._archive.start_dir
        starts = sorted(member.header_offset for member in self._members.values())
        ends = dict(zip(starts, [*starts[1:], directory], strict=True))
        written = bytearray(self.content[: starts[0]] if starts else b"")
        places: dict[str, int] = {}
        sizes: dict[str, tuple[int, int, int]] = {}
        for member in sorted(self._members.values(), key=lambda each: each.header_offset):
            name = member.filename
            if parts.get(name) == b"":
                continue
            places[name] = len(written)
            if name in parts:
                written += self._local(member, parts[name], sizes)
            else:
                written += self.content[member.header_offset : ends[member.header_offset]]
        new = [name for name in parts if name not in self._members]
        for name in new:
            places[name] = len(written)
            data = _deflated(parts[name])
            sizes[name] = zlib.crc32(parts[name]), len(data), len(parts[name])
            encoded = name.encode("ascii")
            written += _LOCAL.pack(b"PK\3\4", 20, 0, ZIP_DEFLATED, 0, _DAY, *sizes[name], len(encoded), 0)
            written += encoded + data
        start = len(written)
        at = directory
        for member in self._members.values():
            fields = list(_CENTRAL.unpack_from(self.content, at))
            length = _CENTRAL.size + fields[10] + fields[11] + fields[12]
            if fields[0] != b"PK\1\2" or 0xFFFFFFFF in (fields[8], fields[9], fields[16]):
                raise ValueError(at)
            if member.filename not in places:
                at += length
                continue
            if member.filename in sizes:
                fields[3] &= ~_DESCRIBED
                fields[7:10] = sizes[member.filename]
            fields[16] = places[member.filename]
            written += _CENTRAL.pack(*fields) + self.content[at + _CENTRAL.size : at + length]
            at += length
        for name in new:
            encoded = name.encode("ascii")
            written += _CENTRAL.pack(
                b"PK\1\2",
                20,
                20,
                0,
                ZIP_DEFLATED,
                0,
                _DAY,
                *sizes[name],
                len(encoded),
                0,
                0,
                0,
                0,
                0,
                places[name],
            )
            written += encoded
        comment = self._archive.comment
        count = len(places)
        size = len(written) - start
        return bytes(written) + _END.pack(b"PK\5\6", 0, 0, count, count, size, start, len(comment)) + comment

    def _local(self, member: ZipInfo, new: bytes, sizes: dict[str, tuple[int, int, int]]) -> bytes:
        """Return a changed part with the header that it had, and note its *sizes*."""
        fields = list(_LOCAL.unpack_from(self.content, member.header_offset))
        names = member.header_offset + _LOCAL.size
        if fields[0] != b"PK\3\4" or member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise ValueError(member.filename)
        data = new if member.compress_type == ZIP_STORED else _deflated(new)
        sizes[member.filename] = zlib.crc32(new), len(data), len(new)
        fields[2] &= ~_DESCRIBED
        fields[6:9] = sizes[member.filename]
        encoded = self.content[names : names + fields[9]]
        extra = _without_large_sizes(self.content[names + fields[9] : names + fields[9] + fields[10]])
        fields[10] = len(extra)
        return _LOCAL.pack(*fields) + encoded + extra + data


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    return packer.compress(data) + packer.flush()


def _without_large_sizes(extra: bytes) -> bytes:
    """Return the extra fields of a header but the sizes of 64 bits, which a streaming writer leaves room for."""
    kept, at = b"", 0
    while at + 4 <= len(extra):
        kind, length = struct.unpack_from("<2H", extra, at)
        if kind != 1:
            kept += extra[at : at + 4 + length]
        at += 4 + length
    return kept
