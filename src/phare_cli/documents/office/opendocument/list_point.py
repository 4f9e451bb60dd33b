"""Put a section in the place of a point of a list: LibreOffice has none inside a list, and ends that around it."""

from __future__ import annotations

import re

from phare_cli.documents.office.blocks_found import Edit
from phare_cli.documents.office.markup import Element

# What may hold a section.
HOLDERS = frozenset(
    {"office:text", "table:table-cell", "text:section", "draw:text-box", "style:header", "style:footer",
     "style:header-left", "style:footer-left", "style:header-first", "style:footer-first"}
)  # fmt: skip
_OWN = re.compile(rb"\s(?:xml:id|text:continue-(?:numbering|list))=(?:\"[^\"]*\"|'[^']*')")
_GOES_ON = b' text:continue-numbering="true"'


def point_of(paragraph: Element) -> tuple[Element, Element] | None:
    """Return the list and its point that a *paragraph* is all of, None where it is none, or of one that stays whole."""
    point = paragraph.parent
    if point is None or point.name != "text:list-item" or len(point.children) != 1:
        return None
    whole = point.parent
    holder = whole.parent if whole is not None and whole.name == "text:list" else None
    return (whole, point) if whole and holder is not None and holder.name in HOLDERS else None


def out_of_list(data: bytes, whole: Element, point: Element, section: bytes) -> Edit:
    """Return the edit that ends a list before one *point*, puts a *section* in its place and goes on with the list."""
    start, end = point.start, point.end
    before, after = b"</text:list>", _OWN.sub(b"", data[whole.start : whole.inner]).removesuffix(b">")
    after += _GOES_ON + b">"
    if point is whole.children[0]:
        start, before = whole.start, b""
        after = data[whole.start : whole.inner]
    if point is whole.children[-1]:
        end, after = whole.end, b""
    return start, end, before + section + after
