"""Read the styles and the language of a Word document."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from phare_cli.documents.office.markup import Element, parse, words
from phare_cli.documents.office.package import Package
from phare_cli.language.catalogue import spoken_language


@dataclass(frozen=True, slots=True)
class Styles:
    """The styles of a document: their ids by their names in lower case, the ids of headings, its language."""

    ids: Mapping[str, str]
    headings: frozenset[str]
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
        return Styles({}, frozenset(), language)
    root = parse(data)
    ids: dict[str, str] = {}
    headings = set()
    for style in root.each("w:style"):
        name = style.child("w:name")
        named = name.get("w:val").lower() if name else ""
        ids.setdefault(named, style.get("w:styleId"))
        level = style.child("w:pPr", "w:outlineLvl")
        if named.startswith("heading ") or named == "title" or level is not None:
            headings.add(style.get("w:styleId"))
    default = root.child("w:docDefaults", "w:rPrDefault", "w:rPr", "w:lang")
    return Styles(
        ids, frozenset(headings), language or (spoken_language(default.get("w:val")) if default else None)
    )


def _core_language(package: Package) -> str | None:
    data = package.read("docProps/core.xml")
    named = parse(data).child("dc:language") if data else None
    return spoken_language(words(data, named)) if named else None
