"""Read a Word or LibreOffice text as passages: its XML as it is, no library, no macro, no address, within limits."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError, XMLParser
from zipfile import BadZipFile, ZipFile

from phare_cli.documents.prose.markdown_prose import table_passages
from phare_cli.documents.prose.passage import Gathered, Prose, ProsePassage, Role, prose_of
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

LARGEST_PART = 64 << 20  # bytes of one part of a package, unpacked
_DAMAGED = sentence("“{file}” is a damaged or locked document: open it, save it again without a password.")
DEEPEST = 200  # elements in one another: a table in a table in a table takes some thirty
_HUGE = sentence("“{file}” unpacks to more than phare reads (64 MB): save the part that holds the claims.")
_OTHER = sentence(
    "“{file}” is no text document: give Word (.docx), LibreOffice (.odt), PDF, Markdown, HTML or text."
)
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_HEADING = re.compile(r"(?:heading|titre|title|überschrift)\s*(\d?)", re.IGNORECASE)
_GONE = frozenset(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr"))
_ASIDE = frozenset(
    (f"{_T}tracked-changes", f"{_T}note", f"{_O}annotation", f"{_T}table-of-content", f"{_T}sequence-decls")
)


class _OfficeParagraph(NamedTuple):
    """One paragraph with its role; *cells* tells the row and column of a table that it stands in."""

    text: str
    role: Role = Role.PARAGRAPH
    level: int = 0


def read_office(content: bytes, name: str) -> Prose:
    """Return the passages of a Word or LibreOffice text. Raises UnreadableInput for another package."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = set(archive.namelist())
            if "word/document.xml" in parts:
                blocks = list(_word(archive, parts, name))
            elif "content.xml" in parts:
                blocks = list(_open_document(_part(archive, "content.xml", name)))
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
    return _prose(blocks)


_Block = _OfficeParagraph | list[list[str]]


def _prose(blocks: list[_Block]) -> Prose:
    """Return the passages of *blocks*: lines of the source are paragraphs, in their order."""
    passages: list[ProsePassage] = []
    lines: list[str] = []
    offset = 0
    for block in blocks:
        if isinstance(block, _OfficeParagraph):
            gathered = Gathered()
            gathered.add(block.text, offset)
            if not gathered.is_empty:
                passages.append(gathered.passage(block.role, level=block.level))
            lines.append(block.text)
            offset += len(block.text) + 1
            continue
        rows = []
        for row in block:
            cells = []
            for text in row:
                gathered = Gathered()
                gathered.add(text, offset)
                cells.append(gathered)
                lines.append(text)
                offset += len(text) + 1
            rows.append(cells)
        passages += table_passages(rows)
    prose = prose_of(passages, "\n".join(lines))
    return Prose(prose.passages, prose.source, prose.line_starts, has_lines=False)


def _part(archive: ZipFile, part: str, name: str) -> Element:
    """Return the XML of a part. What declares entities, or unpacks to too much, is not read."""
    with archive.open(part) as opened:
        content = opened.read(LARGEST_PART + 1)
    if len(content) > LARGEST_PART:
        raise UnreadableInput(Message(_HUGE.text, {"file": name}))
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


def _word(archive: ZipFile, parts: set[str], name: str) -> Iterator[_Block]:
    levels = _levels(_part(archive, "word/styles.xml", name)) if "word/styles.xml" in parts else {}
    body = _part(archive, "word/document.xml", name).find(f"{_W}body")
    if body is not None:
        yield from _word_blocks(body, levels)
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in parts:
            for paragraph in _part(archive, part, name).iter(f"{_W}p"):
                yield _OfficeParagraph(_word_text(paragraph), Role.NOTE)


def _levels(styles: Element) -> dict[str, int]:
    """Return the level of each style of a heading, by its outline or by its name."""
    levels = {}
    for style in styles.iter(f"{_W}style"):
        label = style.find(f"{_W}name")
        outline = style.find(f"{_W}pPr/{_W}outlineLvl")
        named = _HEADING.match(label.get(f"{_W}val", "") if label is not None else "")
        if outline is not None:
            levels[style.get(f"{_W}styleId", "")] = int(outline.get(f"{_W}val", "0")) + 1
        elif named:
            levels[style.get(f"{_W}styleId", "")] = int(named[1] or "1")
    return levels


def _word_blocks(parent: Element, levels: dict[str, int]) -> Iterator[_Block]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _word_paragraph(child, levels)
        elif child.tag == f"{_W}tbl":
            yield [
                [" ".join(_word_text(each) for each in cell.iter(f"{_W}p")) for cell in row.iter(f"{_W}tc")]
                for row in child.iter(f"{_W}tr")
            ]
        elif child.tag not in _GONE:
            yield from _word_blocks(child, levels)


def _word_paragraph(paragraph: Element, levels: dict[str, int]) -> _OfficeParagraph:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    id = style.get(f"{_W}val", "") if style is not None else ""
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    level = levels.get(id, 0) or (int(outline.get(f"{_W}val", "9")) + 1 if outline is not None else 0)
    text = _word_text(paragraph)
    if 0 < level < 10:
        return _OfficeParagraph(text, Role.HEADING, level)
    if "quote" in id.lower() or "citation" in id.lower():
        return _OfficeParagraph(text, Role.QUOTATION)
    is_item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or id.lower().startswith("list")
    return _OfficeParagraph(text, Role.ITEM if is_item else Role.PARAGRAPH)


def _word_text(element: Element) -> str:
    """Return the words of an element as they stand, those that were deleted left out."""
    parts = []
    for child in element:
        if child.tag == f"{_W}t":
            parts.append((child.text or "").replace("\n", " "))
        elif child.tag in (f"{_W}tab", f"{_W}br", f"{_W}cr"):
            parts.append(" ")
        elif child.tag == f"{_W}noBreakHyphen":
            parts.append("-")
        elif child.tag not in _GONE:
            parts.append(_word_text(child))
    return "".join(parts)


def _open_document(root: Element) -> Iterator[_Block]:
    body = root.find(f"{_O}body/{_O}text")
    if body is None:
        raise KeyError("text")
    yield from _open_blocks(body, Role.PARAGRAPH)


def _open_blocks(parent: Element, role: Role) -> Iterator[_Block]:
    for child in parent:
        if child.tag == f"{_T}h":
            level = child.get(f"{_T}outline-level", "1")
            yield _OfficeParagraph(_open_text(child), Role.HEADING, int(level) if level.isdigit() else 1)
        elif child.tag == f"{_T}p":
            is_quoted = "quot" in child.get(f"{_T}style-name", "").lower()
            yield _OfficeParagraph(_open_text(child), Role.QUOTATION if is_quoted else role)
            for note in child.iter(f"{_T}note-body"):
                for paragraph in note.iter(f"{_T}p"):
                    yield _OfficeParagraph(_open_text(paragraph), Role.NOTE)
        elif child.tag == f"{_TABLE}table":
            yield [
                [
                    " ".join(_open_text(each) for each in cell.iter(f"{_T}p"))
                    for cell in row
                    if cell.tag == f"{_TABLE}table-cell"
                ]
                for row in child.iter(f"{_TABLE}table-row")
            ]
        elif child.tag not in _ASIDE:
            yield from _open_blocks(child, Role.ITEM if child.tag == f"{_T}list" else role)


def _open_text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_T}s":
            count = child.get(f"{_T}c", "1")
            parts.append(" " * min(int(count) if count.isdigit() else 1, 80))
        elif child.tag in (f"{_T}tab", f"{_T}line-break"):
            parts.append(" ")
        elif child.tag not in _ASIDE:
            parts.append(_open_text(child))
        parts.append(child.tail or "")
    return "".join(parts).replace("\n", " ")
