"""Read a Word or LibreOffice text as passages: its XML as it is, no library, no macro, no address, within limits."""

from __future__ import annotations

from functools import partial
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, XMLParser
from zipfile import BadZipFile, ZipFile

from phare_cli.documents.prose.office_blocks import prose_of_blocks
from phare_cli.documents.prose.open_document_prose import open_document_blocks
from phare_cli.documents.prose.passage import PAGES_AT_ONCE, TOO_LONG, Prose
from phare_cli.documents.prose.word_prose import word_blocks
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

LARGEST_PART = 64 << 20  # bytes of one part of a package, unpacked
_DAMAGED = sentence("“{file}” is a damaged or locked document: open it, save it again without a password.")
MOST_TAGS = 1_500_000  # of one part: a page of Word takes some two thousand
DEEPEST = 200  # elements in one another: a table in a table in a table takes some thirty
_HUGE = sentence("“{file}” unpacks to more than phare reads (64 MB): save the part that holds the claims.")
_OTHER = sentence(
    "“{file}” is no text document: give Word (.docx), LibreOffice (.odt), PDF, Markdown, HTML or text."
)


def read_office(content: bytes, name: str) -> Prose:
    """Return the passages of a Word or LibreOffice text. Raises UnreadableInput for another package."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = set(archive.namelist())
            if "word/document.xml" in parts:
                blocks = list(word_blocks(parts, partial(_part, archive, name)))
            elif "content.xml" in parts:
                blocks = list(open_document_blocks(_part(archive, name, "content.xml")))
            else:
                raise UnreadableInput(Message(_OTHER.text, {"file": name}))
    except (
        BadZipFile,
        ParseError,
        KeyError,
        ValueError,
        RuntimeError,
        NotImplementedError,
        EOFError,
        RecursionError,
    ):
        raise UnreadableInput(Message(_DAMAGED.text, {"file": name})) from None
    return prose_of_blocks(blocks)


def _part(archive: ZipFile, name: str, part: str) -> Element:
    """Return the XML of a part. What declares entities, or unpacks to too much, is not read."""
    with archive.open(part) as opened:
        content = opened.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise UnreadableInput(Message(_HUGE.text, {"file": name}))
    if content.count(b"<") > MOST_TAGS:
        raise UnreadableInput(Message(TOO_LONG.text, {"file": name, "pages": PAGES_AT_ONCE}))
    if b"<!DOCTYPE" in content[:4096] or b"<!ENTITY" in content:
        raise ValueError(part)
    parser = XMLParser(encoding="utf-8")  # whatever it declares, so that no declaration hides in another
    parser.feed(content)
    root = parser.close()
    if not isinstance(root, Element):
        raise TypeError(part)
    if _is_deep(root):
        raise ValueError(part)
    return root


def _is_deep(root: Element) -> bool:
    """Tell whether elements stand deeper in one another than those of any program, where reading costs their square."""
    level = [root]
    for _ in range(DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return False
    return True
