"""Read the XML of a Word document as paragraphs and tables, as a reader sees them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from typing import Protocol, Self, TypeVar
from xml.etree.ElementTree import Element

from phare_cli.documents.prose.office_blocks import (
    OfficeBlock,
    OfficeCell,
    OfficeParagraph,
    numbered,
    place_of,
)
from phare_cli.documents.prose.passage import Role

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_BOX = f"{_W}txbxContent"
_HEADING = re.compile(r"(?:heading|titre|title|überschrift)\s*(\d?)", re.IGNORECASE)
# What is not there to be read, and what older programs are shown in the place of a text box.
GONE = frozenset(
    (_FALLBACK, *(f"{_W}{name}" for name in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr")))
)
_MAIN = "word/document.xml"
_WIDEST = 63  # columns of a table of Word
_CAPTIONS = frozenset(("caption", "lgende", "legende", "légende"))
_YES = frozenset(("1", "true", "on"))


class _Tree(Protocol):
    """An element of either parser: that of the standard library, or that of python-docx."""

    @property
    def tag(self) -> str: ...

    def __iter__(self) -> Iterator[Self]: ...

    def iter(self, tag: str | None = None) -> Iterator[Self]: ...


_Node = TypeVar("_Node", bound=_Tree)


def word_blocks(parts: Collection[str], read: Callable[[str], Element]) -> Iterator[OfficeBlock]:
    """Yield what a document of Word says, its notes last; *read* returns the XML of one of its *parts*."""
    levels = _levels(read("word/styles.xml")) if "word/styles.xml" in parts else {}
    body = numbered(read(_MAIN), (f"{_W}p",)).find(f"{_W}body")
    if body is not None:
        yield from _word_blocks(body, levels)
    for part in ("word/footnotes.xml", "word/endnotes.xml"):
        if part in parts:
            for paragraph in numbered(read(part), (f"{_W}p",)).iter(f"{_W}p"):
                yield OfficeParagraph(_word_text(paragraph), place_of(part, paragraph), Role.NOTE)


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


def _word_blocks(parent: Element, levels: dict[str, int]) -> Iterator[OfficeBlock]:
    for child in parent:
        if child.tag == f"{_W}p":
            yield _word_paragraph(child, levels)
            for box in boxes_of(child):
                yield from _word_blocks(box, levels)
        elif child.tag == f"{_W}tbl":
            yield from _word_tables(child)
        elif child.tag not in GONE:
            yield from _word_blocks(child, levels)


def _word_tables(table: Element) -> Iterator[OfficeBlock]:
    """Yield a table, then those in its cells."""
    yield _word_table(table)
    for row in inside(table, f"{_W}tr"):
        for cell in inside(row, f"{_W}tc"):
            for inner in inside(cell, f"{_W}tbl"):
                yield from _word_tables(inner)


def inside(parent: _Node, tag: str) -> Iterator[_Node]:
    """Yield the children of a name, those in controls among them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in (f"{_W}sdt", f"{_W}sdtContent", f"{_W}customXml"):
            yield from inside(child, tag)


def boxes_of(paragraph: _Node) -> Iterator[_Node]:
    """Yield the text boxes that are anchored in a paragraph, each once."""
    if next(iter(paragraph.iter(_BOX)), None) is not None:
        for child in paragraph:
            if child.tag == _BOX:
                yield child
            elif child.tag not in GONE:
                yield from boxes_of(child)


def _word_table(table: Element) -> list[list[OfficeCell]]:
    """Return the cells of a table by row and column; one that spans several is in each of them."""
    rows: list[list[OfficeCell]] = []
    for row in inside(table, f"{_W}tr"):
        cells: list[OfficeCell] = []
        for cell in inside(row, f"{_W}tc"):
            paragraphs = tuple(inside(cell, f"{_W}p"))
            text = " ".join(map(_word_text, paragraphs))
            span = cell.find(f"{_W}tcPr/{_W}gridSpan")
            merged = cell.find(f"{_W}tcPr/{_W}vMerge")
            width = span.get(f"{_W}val", "1") if span is not None else "1"
            goes_on = merged is not None and merged.get(f"{_W}val") != "restart" and not text.strip()
            above = rows[-1][len(cells)] if goes_on and rows and len(cells) < len(rows[-1]) else None
            one = above or OfficeCell(text, place_of(_MAIN, *paragraphs))
            cells += [one] * (min(int(width), _WIDEST) if width.isdigit() else 1)
        rows.append(cells)
    return rows


def _word_paragraph(paragraph: Element, levels: dict[str, int]) -> OfficeParagraph:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    id = style.get(f"{_W}val", "") if style is not None else ""
    outline = paragraph.find(f"{_W}pPr/{_W}outlineLvl")
    level = levels.get(id, 0) or (int(outline.get(f"{_W}val", "9")) + 1 if outline is not None else 0)
    text = _word_text(paragraph)
    if 0 < level < 10:
        return OfficeParagraph(text, place_of(_MAIN, paragraph), Role.HEADING, level)
    if "quote" in id.lower() or "citation" in id.lower():
        return OfficeParagraph(text, place_of(_MAIN, paragraph), Role.QUOTATION)
    is_item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or id.lower().startswith("list")
    role = Role.ITEM if is_item else Role.PARAGRAPH
    return OfficeParagraph(text, place_of(_MAIN, paragraph), role, is_bold=_is_bold(paragraph))


def _is_bold(paragraph: Element) -> bool:
    """Tell whether all that a paragraph says is in bold, or in the style of captions."""
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    if style is not None and style.get(f"{_W}val", "").lower() in _CAPTIONS:
        return True
    runs = [run for run in paragraph.iter(f"{_W}r") if _word_text(run).strip()]
    signs = [run.find(f"{_W}rPr/{_W}b") for run in runs]
    return bool(runs) and all(sign is not None and sign.get(f"{_W}val", "1") in _YES for sign in signs)


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
        elif child.tag not in GONE and child.tag != _BOX:
            parts.append(_word_text(child))
    return "".join(parts)
