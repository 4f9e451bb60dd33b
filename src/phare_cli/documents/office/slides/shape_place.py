"""Tell where a shape stands on its slide: it says so itself, or the layout or the master that it follows does."""

from __future__ import annotations

import posixpath

from phare_cli.documents.office.markup import Element, parse
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.slides.slide_table import ShapeBox

_ABOVE = ("/slideLayout", "/slideMaster")


def box_of(package: Package, part: str, shape: Element) -> ShapeBox:
    """Return the box of a shape; what no part says is a slide with margins."""
    found = _own(shape)
    kind = shape.child("p:nvSpPr", "p:nvPr", "p:ph") if shape.name == "p:sp" else None
    while found is None and kind is not None:
        above = _above(package, part)
        if above is None:
            break
        part = above
        like = [
            each for each in parse(package.read(part)).walk() if each.name == "p:sp" and _is_like(each, kind)
        ]
        found = next((box for each in like if (box := _own(each))), None)
    return found or _whole(package)


def _own(shape: Element) -> ShapeBox | None:
    place = shape.child("p:xfrm") or shape.child("p:spPr", "a:xfrm")
    corner, size = (place.child("a:off"), place.child("a:ext")) if place else (None, None)
    if corner is None or size is None:
        return None
    try:
        numbers = [int(corner.get("x")), int(corner.get("y")), int(size.get("cx")), int(size.get("cy"))]
    except ValueError:
        return None
    return ShapeBox(*numbers) if numbers[2] > 0 and numbers[3] > 0 else None


def _is_like(shape: Element, kind: Element) -> bool:
    other = shape.child("p:nvSpPr", "p:nvPr", "p:ph")
    if other is None:
        return False
    if kind.get("idx") and other.get("idx") == kind.get("idx"):
        return True
    return (other.get("type") or "body") == (kind.get("type") or "body")


def _above(package: Package, part: str) -> str | None:
    """Return the layout of a slide, the master of a layout."""
    folder, _, name = part.rpartition("/")
    data = package.read(f"{folder}/_rels/{name}.rels")
    for each in parse(data).children if data else ():
        if each.get("Type").endswith(_ABOVE) and not part.startswith("ppt/slideMasters/"):
            target = posixpath.normpath(posixpath.join(folder, each.get("Target"))).lstrip("/")
            return target if target in package.names else None
    return None


def _whole(package: Package) -> ShapeBox:
    data = package.read("ppt/presentation.xml")
    size = parse(data).child("p:sldSz") if data else None
    width, height = (int(size.get(name) or 0) for name in ("cx", "cy")) if size else (12_192_000, 6_858_000)
    return ShapeBox(width // 12, height // 5, width * 10 // 12, height * 3 // 5)
