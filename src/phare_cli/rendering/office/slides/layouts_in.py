"""Read the layouts of a house's slides: which places each has for text, where these stand, how large letters are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape, unescape
from typing import NamedTuple

from phare_cli.rendering.look import HouseTemplate
from phare_cli.rendering.office.archive import content
from phare_cli.rendering.office.open_xml import DRAWING, LOCALES
from phare_cli.rendering.office.slides.deck_frame import SlideLayout, TextPlace
from phare_cli.rendering.office.slides.slide_master import SLIDES, PlaceBox, foot_shape, number_shape
from phare_cli.rendering.office.template_parts import Placed, elements

_P, _A = f"{SLIDES}}}", f"{DRAWING}}}"
_TITLES = ("title", "ctrTitle")
_BODIES = ("", "body", "obj")
_SIZES = {"title": 44.0, "body": 28.0}  # of letters, where nothing says any


class HeldShape(NamedTuple):
    """A shape of a layout or a master that holds a place: its *kind*, its number, its box, its letters, its text."""

    kind: str
    number: str
    box: PlaceBox | None
    points: float | None
    text: str

    @property
    def named(self) -> str:
        """The attributes by which a slide takes the place."""
        kind = f'type="{content(self.kind)}" ' if self.kind else ""
        return f'{kind}idx="{content(self.number)}"' if self.number else kind.strip()


class LayoutPart(NamedTuple):
    """A layout of a template, with the master that it follows."""

    part: str
    kind: str
    shapes: Sequence[HeldShape]
    master: Sequence[HeldShape]
    points: Mapping[str, float]  # of the titles and the texts of the master

    def shape(self, *kinds: str) -> HeldShape | None:
        """Return the first place of one of *kinds*."""
        return next((each for each in self.shapes if each.kind in kinds), None)

    @property
    def text(self) -> HeldShape | None:
        """The place for what stands below the title."""
        return self.shape("subTitle", *_BODIES)

    @property
    def top(self) -> int:
        """How far down the title stands; one that follows the master stands where titles do."""
        title = self.shape(*_TITLES)
        return title.box.top if title and title.box else 0

    @property
    def is_for(self) -> str:
        """Return what of ours the layout is for, "" for nothing."""
        texts = [each for each in self.shapes if each.kind not in (*_TITLES, "dt", "ftr", "sldNum")]
        bodies = [each for each in texts if each.kind in _BODIES]
        title = self.shape(*_TITLES)
        if title is None:
            return ""
        if [each.kind for each in texts] == ["subTitle"]:
            return "title"
        if len(texts) == len(bodies) == 1:
            return "obj"
        return "" if texts or title.kind == "ctrTitle" else "titleOnly"

    def place(self, shape: HeldShape, size: PlaceBox) -> TextPlace:
        """Return a place as one for text: what it does not say, the master does, else a slide of that *size*."""
        family = "title" if shape.kind in _TITLES else "body"
        like = next((each for each in self.master if _family(each.kind) == family), None)
        box = shape.box or (like.box if like else None) or _usual(family, size)
        points = shape.points or (like.points if like else None) or self.points.get(family) or _SIZES[family]
        return TextPlace(shape.named, box, points)


def read_layout(part: str, data: bytes, master: bytes, template: HouseTemplate) -> LayoutPart:
    """Return a layout of *template*. Raises UnreadableInput."""
    found = elements(data, template)
    above = elements(master, template)
    kind = found[-1].attributes.get("type", "")
    return LayoutPart(part, kind, shapes_in(found, data), shapes_in(above, master), _points(above))


def as_layout(
    layout: LayoutPart, size: PlaceBox, body: PlaceBox | None, language: str, *, is_footed: bool
) -> SlideLayout:
    """Return a layout as slides are set in it. *body* is where texts stand in the house's slides, if anywhere."""
    title = layout.shape(*_TITLES)
    head = layout.place(title, size) if title else TextPlace('type="title"', _usual("title", size), 28)
    text = layout.text
    room = body or _usual("body", size)
    low = head.box.top + head.box.height
    if low > room.top and low < size.height * 2 // 3:
        room = room._replace(top=low, height=room.top + room.height - low)
    return SlideLayout(
        layout.part,
        head,
        layout.place(text, size) if text else None,
        room,
        _foot(layout, language) if is_footed else "",
    )


def _foot(layout: LayoutPart, language: str) -> str:
    """Return the shapes that show the house's footer, and the number of the slide."""
    shapes = []
    if number := layout.shape("sldNum"):
        shapes.append(number_shape(90, named=f"<p:ph {number.named}/>"))
    footer = layout.shape("ftr")
    if footer and footer.text:
        words = escape(footer.text, quote=False)  # a command in the house's own words is one
        run = f'<a:r><a:rPr lang="{LOCALES[language]}"/><a:t>{words}</a:t></a:r>'
        shapes.append(foot_shape(91, "footer", f"<p:ph {footer.named}/>", run))
    return "".join(shapes)


def shapes_in(found: Sequence[Placed], data: bytes) -> list[HeldShape]:
    """Return the shapes that hold places, in their order."""
    shapes = []
    for each in found:
        if each.name != f"{_P}sp":
            continue
        inside = [one for one in found if each.start < one.start < each.end]
        held = next((one for one in inside if one.name == f"{_P}ph"), None)
        if held is None:
            continue
        named = {one.name.removeprefix(_A): one.attributes for one in reversed(inside)}
        text = " ".join(
            data[one.inner : one.close].decode("utf-8", "replace")
            for one in inside
            if one.name == f"{_A}t" and one.depth == each.depth + 4
        )
        shapes.append(
            HeldShape(
                held.attributes.get("type", ""),
                held.attributes.get("idx", ""),
                _box(named),
                _size(named.get("defRPr", {})) if "lvl1pPr" in named else None,
                _plain(text),
            )
        )
    return shapes


def _plain(text: str) -> str:
    return " ".join(unescape(text).split())


def _box(named: Mapping[str, Mapping[str, str]]) -> PlaceBox | None:
    corner, size = named.get("off", {}), named.get("ext", {})
    numbers = [corner.get("x"), corner.get("y"), size.get("cx"), size.get("cy")]
    if not all(number and number.lstrip("-").isdecimal() for number in numbers):
        return None
    box = PlaceBox(*(int(number or 0) for number in numbers))
    return box if box.width > 0 and box.height > 0 else None


def _size(letters: Mapping[str, str]) -> float | None:
    size = letters.get("sz", "")
    return int(size) / 100 if size.isdecimal() else None


def _points(found: Sequence[Placed]) -> dict[str, float]:
    """Return the points of the letters of titles and texts, as the styles of a master say."""
    sizes: dict[str, float] = {}
    for family, name in (("title", "titleStyle"), ("body", "bodyStyle")):
        style = next((each for each in found if each.name == f"{_P}{name}"), None)
        inside = [each for each in found if style and style.start < each.start < style.end]
        first = next((each for each in inside if each.name == f"{_A}lvl1pPr"), None)
        for each in inside:
            is_letters = first and each.name == f"{_A}defRPr" and first.start < each.start < first.end
            if is_letters and (size := _size(each.attributes)):
                sizes[family] = size
    return sizes


def _family(kind: str) -> str:
    return "title" if kind in _TITLES else "body" if kind in _BODIES else kind


def _usual(family: str, size: PlaceBox) -> PlaceBox:
    """Return where titles or texts stand on a slide of a *size* that says nothing of it."""
    left, across = size.width // 20, size.width * 9 // 10
    if family == "title":
        return PlaceBox(left, size.height // 20, across, size.height * 3 // 20)
    return PlaceBox(left, size.height * 11 // 50, across, size.height * 33 // 50)
