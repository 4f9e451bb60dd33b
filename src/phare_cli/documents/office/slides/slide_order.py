"""Tell the slides of a presentation in their order, each with its number and its title, and the notes of each."""

from __future__ import annotations

import posixpath
import re

from phare_cli.documents.office.answer_parts import one_blank
from phare_cli.documents.office.markup import Element, parse
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.slides.shape_text import paragraphs_of, text_of

_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_NOTES = re.compile(r"ppt/notesSlides/notesSlide(\d+)\.xml")
_MAIN = "ppt/presentation.xml"


def slide_places(package: Package) -> list[tuple[str, str]]:
    """Return the part of each slide with its number and title, in their order, then those of their notes."""
    found = {match[0]: int(match[1]) for match in map(_SLIDE.fullmatch, package.names) if match}
    order = [part for part in _listed(package) if part in found]
    order += sorted(found.keys() - set(order), key=found.__getitem__)
    places: dict[str, str] = {}
    for number, part in enumerate(order, 1):
        data = package.read(part)
        title = title_in(data, parse(data))
        places[part] = f"{number}. {title}" if title and "{{" not in title else str(number)
    noted = {match[0]: int(match[1]) for match in map(_NOTES.fullmatch, package.names) if match}
    slides = {notes: next(iter(_targets(package, notes, "/slide").values()), "") for notes in noted}
    spoken = sorted(noted, key=lambda part: ([*order, slides[part]].index(slides[part]), noted[part]))
    return [*places.items(), *((part, f"{places.get(slides[part], noted[part])} · notes") for part in spoken)]


def _listed(package: Package) -> list[str]:
    """Return the slides that the presentation lists."""
    data = package.read(_MAIN)
    slides = parse(data).child("p:sldIdLst") if data else None
    targets = _targets(package, _MAIN, "/slide")
    return [targets.get(each.get("r:id"), "") for each in slides.children] if slides else []


def _targets(package: Package, part: str, kind: str) -> dict[str, str]:
    """Return the parts that one leads to by relations of a *kind*, by their ids."""
    folder, _, name = part.rpartition("/")
    data = package.read(f"{folder}/_rels/{name}.rels")
    return {
        each.get("Id"): posixpath.normpath(posixpath.join(f"/{folder}", each.get("Target"))).lstrip("/")
        for each in (parse(data).children if data else ())
        if each.get("Type").endswith(kind)
    }


def title_in(data: bytes, root: Element) -> str:
    """Return the title of a slide."""
    for shape in root.walk():
        kind = shape.child("p:nvSpPr", "p:nvPr", "p:ph") if shape.name == "p:sp" else None
        if kind is not None and kind.get("type") in ("title", "ctrTitle"):
            return one_blank(" ".join(text_of(data, each) for each in paragraphs_of(shape)))
    return ""
