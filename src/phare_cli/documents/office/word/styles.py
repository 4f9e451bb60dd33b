"""Read the styles and the language of a Word document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from phare_cli.documents.office.markup import Element, parse, words
from phare_cli.documents.office.package import Package
from phare_cli.language.catalogue import spoken_language


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document: their ids by their names in lower case, those of headings, of points; its language."""

    ids: Mapping[str, str]
    headings: frozenset[str]
    lists: frozenset[str]
    language: str | None

    def is_heading(self, paragraph: Element) -> bool:
        style = paragraph.child("w:pPr", "w:pStyle")
        return (style is not None and style.get("w:val") in self.headings) or (
            paragraph.child("w:pPr", "w:outlineLvl") is not None
        )


def styles_in(package: Package) -> Styles:
    part = "word/styles.xml"
    data = package.read(part)
    language = _core_language(package)
    if not data:
        return Styles({}, frozenset(), frozenset(), language)
    root = parse(data)
    ids: dict[str, str] = {}
    headings, lists = set(), set()
    for style in root.each("w:style"):
        name = style.child("w:name")
        named = name.get("w:val").lower() if name else ""
        ids.setdefault(named, style.get("w:styleId"))
        level = style.child("w:pPr", "w:outlineLvl")
        if named.startswith("heading ") or named == "title" or level is not None:
            headings.add(style.get("w:styleId"))
        elif named.startswith("list ") or style.child("w:pPr", "w:numPr") is not None:
            lists.add(style.get("w:styleId"))
    return Styles(ids, frozenset(headings), frozenset(lists), _style_language(root) or language)


def _style_language(root: Element) -> str | None:
    """Return the language of paragraphs that say none: of their usual style, else of the document."""
    usual = next((style for style in root.each("w:style") if _is_usual(style)), None)
    found = usual.child("w:rPr", "w:lang") if usual else None
    found = found or root.child("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
    return spoken_language(found.get("w:val")) if found and found.get("w:val") else None


def _is_usual(style: Element) -> bool:
    return style.get("w:type") == "paragraph" and style.get("w:default") in ("1", "true")


def _core_language(package: Package) -> str | None:
    """Return the language that the properties name; LibreOffice names its own there, whatever the document's."""
    data = package.read("docProps/core.xml")
    named = parse(data).child("dc:language") if data else None
    return spoken_language(words(data, named)) if named else None
