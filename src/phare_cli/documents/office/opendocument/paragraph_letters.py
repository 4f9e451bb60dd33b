"""Read a paragraph of LibreOffice letter by letter, each with its place. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from phare_cli.documents.office.answer_parts import row_line, text_line
from phare_cli.documents.office.markup import Element, letters_between, texts_and_children
from phare_cli.documents.office.opendocument.odt_pictures import picture_lines

OBJECT = "\ufffc"  # what stands for something that is no text of a person: a picture, a note, a field
PARAGRAPHS = frozenset({"text:p", "text:h"})
_SPANS = frozenset({"text:span", "text:a", "text:meta", "text:ruby", "text:ruby-base", "?:content-control"})
_MARKS = {"text:tab": "\t", "text:line-break": "\n"}
# What marks a place, and shows nothing there.
_UNSEEN = (
    "text:bookmark", "text:change", "text:reference-mark", "text:soft-page-break", "text:toc-mark",
    "text:user-index-mark", "text:alphabetical-index-mark", "office:annotation", "text:ruby-text",
)  # fmt: skip
# What holds the text of a field that a person may have made of text.
FIELD = "text:text-input"


class SpanLetter(NamedTuple):
    """One letter of a paragraph: the element that holds it, the bytes from and to."""

    text: str
    holder: Element
    start: int
    end: int


def letters_in(data: bytes, element: Element) -> Iterator[SpanLetter]:
    """Yield the letters of a paragraph or a part of one; one stands for what is no text of a person."""
    for start, end, child in texts_and_children(element):
        if child is None:
            for text, low, high in letters_between(data, start, end):
                yield SpanLetter(text, element, low, high)
        elif child.name in _SPANS:
            yield from letters_in(data, child)
        elif child.name == "text:s":
            count = child.get("text:c")
            for _ in range(min(int(count), 1000) if count.isdigit() else 1):
                yield SpanLetter(" ", child, start, end)
        elif child.name in _MARKS:
            yield SpanLetter(_MARKS[child.name], child, start, end)
        elif not child.name.startswith(_UNSEEN):
            yield SpanLetter(OBJECT, child, start, end)


def text_of(data: bytes, element: Element) -> str:
    """Return the text of a paragraph, or a part of one, what fields show among it."""
    pieces = []
    for start, end, child in texts_and_children(element):
        if child is None:
            pieces += [text for text, _, _ in letters_between(data, start, end)]
        elif child.name == "text:s":
            pieces.append(" ")
        elif child.name in _MARKS:
            pieces.append(_MARKS[child.name])
        elif child.name not in ("text:note", "text:ruby-text") and not child.name.startswith(
            ("office:", "draw:")
        ):
            pieces.append(text_of(data, child))
    return "".join(pieces)


def lines_in(data: bytes, elements: list[Element]) -> Iterator[str]:
    """Yield a line for each paragraph and each row of a table."""
    for element in elements:
        if element.name in PARAGRAPHS:
            yield text_line(text_of(data, element))
            yield from picture_lines(element)
        elif element.name == "table:table":
            for row in rows_of(element):
                yield row_line([cell_text(data, cell) for cell in cells_of(row)])
        elif element.name in ("text:section", "text:list", "text:list-item"):
            yield from lines_in(data, element.children)


def rows_of(table: Element) -> list[Element]:
    rows: list[Element] = []
    for child in table.children:
        if child.name == "table:table-row":
            rows.append(child)
        elif child.name in ("table:table-header-rows", "table:table-rows", "table:table-row-group"):
            rows += rows_of(child)
    return rows


def cells_of(row: Element) -> list[Element]:
    return row.each("table:table-cell")


def cell_text(data: bytes, cell: Element) -> str:
    return "\n".join(text_of(data, each) for each in cell.walk() if each.name in PARAGRAPHS)
