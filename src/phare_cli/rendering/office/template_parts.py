"""The parts of a house's template, and the places in their XML where ours are set in; all else stays to the byte."""

from __future__ import annotations

import re
import struct
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat
from zipfile import BadZipFile, ZipFile

from phare_cli.files.limits import UNPACKED_TEMPLATE, size_at_most
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence
from phare_cli.rendering.look import HouseTemplate

_TAG = re.compile(rb"<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>")
_FAULTS = (
    BadZipFile,
    zlib.error,
    ValueError,
    NotImplementedError,
    OSError,
    EOFError,
    RuntimeError,
    struct.error,
)


class Placed(NamedTuple):
    """An element: its name in braces, its depth, its attributes; its bytes from *start* to *end*.

    What it holds begins at *inner* and ends at *close*.
    """

    name: str
    depth: int
    attributes: dict[str, str]
    start: int
    inner: int
    close: int
    end: int


def damaged(template: HouseTemplate) -> UnreadableInput:
    return UnreadableInput(
        sentence(
            "“{file}” cannot be read as a template: open it in its program and save it again.",
            file=template.name,
        )
    )


def parts_of(template: HouseTemplate) -> dict[str, bytes]:
    """Return the parts of a template by name. Raises UnreadableInput for what is no package, or is locked."""
    most = size_at_most(UNPACKED_TEMPLATE)
    try:
        with ZipFile(BytesIO(template.data)) as package:
            members = [member for member in package.infolist() if not member.is_dir()]
            if sum(member.file_size for member in members) > most:
                raise UnreadableInput(
                    sentence(
                        "the template {file} is larger than phare reads ({limit} MB).",
                        file=template.name,
                        limit=most >> 20,
                    )
                )
            return {member.filename: package.read(member) for member in members}
    except _FAULTS:
        raise damaged(template) from None


def elements(data: bytes, template: HouseTemplate) -> list[Placed]:
    """Return every element of a part, each after those in it. Raises UnreadableInput for a part that is no XML."""
    try:
        return list(_elements(data))
    except (expat.ExpatError, LookupError, ValueError):
        raise damaged(template) from None


def _elements(data: bytes) -> Iterator[Placed]:
    opened: list[tuple[str, dict[str, str], int, int]] = []
    found: list[Placed] = []
    parser = expat.ParserCreate(namespace_separator="}")

    def begin(name: str, attributes: dict[str, str]) -> None:
        start = parser.CurrentByteIndex
        tag = _TAG.match(data, start)
        opened.append((name, attributes, start, tag.end() if tag else start))

    def end(name: str) -> None:
        name, attributes, start, inner = opened.pop()
        close = stop = inner
        if not data.startswith(b"/>", inner - 2):
            close = parser.CurrentByteIndex
            stop = data.index(b">", close) + 1
        found.append(Placed(name, len(opened), attributes, start, inner, close, stop))

    def refuse(*declaration: object) -> None:
        raise ValueError("a declaration of markup")

    parser.StartElementHandler, parser.EndElementHandler = begin, end
    parser.StartDoctypeDeclHandler = refuse
    parser.Parse(data, True)
    yield from found


def inserted(data: bytes, place: int, text: str) -> bytes:
    """Return *data* with *text* at *place*."""
    return data[:place] + text.encode("utf-8") + data[place:]


def appended(data: bytes, text: str, template: HouseTemplate) -> bytes:
    """Return a part with *text* as the last that its root holds."""
    root = elements(data, template)[-1]
    if root.close < root.end:
        return inserted(data, root.close, text)
    prefix = re.match(rb"<([^\s/>]+)", data[root.start :])
    tag = data[root.start : root.end - 2] + b">"
    closing = b"</" + (prefix[1] if prefix else b"") + b">"
    return data[: root.start] + tag + text.encode("utf-8") + closing + data[root.end :]
