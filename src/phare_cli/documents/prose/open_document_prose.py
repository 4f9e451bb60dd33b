"""Read the XML of a text of LibreOffice as paragraphs and tables, as a reader sees them."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from phare_cli.documents.prose.office_blocks import (
    OfficeBlock,
    OfficeCell,
    OfficeParagraph,
    numbered,
    place_of,
)
from phare_cli.documents.prose.passage import Role

_T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_O = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_WEIGHT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}font-weight"
_D = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_MAIN = "content.xml"
_PARAGRAPHS = (f"{_T}p", f"{_T}h")
_OPEN_BOX = f"{_D}text-box"
_ASIDE = frozenset(
    (f"{_T}tracked-changes", f"{_T}note", f"{_O}annotation", f"{_T}table-of-content", f"{_T}sequence-decls")
)
_ROW_GROUPS = tuple(f"{_TABLE}{name}" for name in ("table-header-rows", "table-rows", "table-row-group"))


def open_document_blocks(root: Element) -> Iterator[OfficeBlock]:
    """Yield what the content of a text says. Raises KeyError for what is no text."""
    body = numbered(root, _PARAGRAPHS).find(f"{_O}body/{_O}text")
    if body is None:
        raise KeyError("text")
    yield from _open_blocks(body, Role.PARAGRAPH, _bold_styles(root))


def _bold_styles(root: Element) -> frozenset[str]:
    """Return the styles of the text itself whose letters are in bold."""
    return frozenset(
        style.get(f"{_STYLE}name", "")
        for style in root.iterfind(f"{_O}automatic-styles/{_STYLE}style")
        for letters in style.iterfind(f"{_STYLE}text-properties")
        if letters.get(_WEIGHT) == "bold"
    )


def _is_bold(paragraph: Element, bold: frozenset[str]) -> bool:
    """Tell whether a paragraph is in bold: its own style, or that of all its letters."""
    if paragraph.get(f"{_T}style-name") in bold:
        return True
    is_bare = not (paragraph.text or "").strip() and not any(
        (child.tail or "").strip() for child in paragraph
    )
    told = [child for child in paragraph if _open_text(child).strip()]
    return is_bare and bool(told) and all(child.get(f"{_T}style-name") in bold for child in told)


def _open_blocks(parent: Element, role: Role, bold: frozenset[str]) -> Iterator[OfficeBlock]:
    for child in parent:
        if child.tag == f"{_T}h":
            level = child.get(f"{_T}outline-level", "1")
            yield OfficeParagraph(
                _open_text(child), place_of(_MAIN, child), Role.HEADING, int(level) if level.isdigit() else 1
            )
        elif child.tag == f"{_T}p":
            is_quoted = "quot" in child.get(f"{_T}style-name", "").lower()
            yield OfficeParagraph(
                _open_text(child),
                place_of(_MAIN, child),
                Role.QUOTATION if is_quoted else role,
                is_bold=_is_bold(child, bold),
            )
            for note in child.iter(f"{_T}note-body"):
                for paragraph in note.iter(f"{_T}p"):
                    yield OfficeParagraph(_open_text(paragraph), place_of(_MAIN, paragraph), Role.NOTE)
            for box in _open_boxes(child):
                yield from _open_blocks(box, role, bold)
        elif child.tag == f"{_TABLE}table":
            yield _open_table(child)
        elif child.tag not in _ASIDE:
            yield from _open_blocks(child, Role.ITEM if child.tag == f"{_T}list" else role, bold)


def _open_boxes(element: Element) -> Iterator[Element]:
    if next(element.iter(_OPEN_BOX), None) is not None:
        for child in element:
            if child.tag == _OPEN_BOX:
                yield child
            elif child.tag not in _ASIDE:
                yield from _open_boxes(child)


def _open_rows(table: Element) -> Iterator[Element]:
    for child in table:
        if child.tag == f"{_TABLE}table-row":
            yield child
        elif child.tag in _ROW_GROUPS:
            yield from _open_rows(child)


def _open_table(table: Element) -> list[list[OfficeCell]]:
    """Return the cells of a table by row and column; what a cell covers is that cell again."""
    rows: list[list[OfficeCell]] = []
    beside = 0  # columns that the last cell still covers
    for row in _open_rows(table):
        cells: list[OfficeCell] = []
        for cell in row:
            if cell.tag == f"{_TABLE}covered-table-cell":
                above = rows[-1][len(cells)] if rows and len(cells) < len(rows[-1]) else None
                left = cells[-1] if cells and beside > 0 else None
                cells.append(left or above or OfficeCell("", place_of(_MAIN)))
                beside -= 1
            elif cell.tag == f"{_TABLE}table-cell":
                spanned = cell.get(f"{_TABLE}number-columns-spanned", "1")
                beside = int(spanned) - 1 if spanned.isdigit() else 0
                paragraphs = tuple(cell.iter(f"{_T}p"))
                cells.append(OfficeCell(" ".join(map(_open_text, paragraphs)), place_of(_MAIN, *paragraphs)))
        rows.append(cells)
    return rows


def _open_text(element: Element) -> str:
    parts = [element.text or ""]
    for child in element:
        if child.tag == f"{_T}s":
            count = child.get(f"{_T}c", "1")
            parts.append(" " * min(int(count) if count.isdigit() else 1, 80))
        elif child.tag in (f"{_T}tab", f"{_T}line-break"):
            parts.append(" ")
        elif child.tag not in _ASIDE and not child.tag.startswith(_D):
            parts.append(_open_text(child))
        parts.append(child.tail or "")
    return "".join(parts).replace("\n", " ")
