"""What slides are set in: their layouts, the room of each, and the parts of a package that all of them share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from phare_cli.language.letters import width_of
from phare_cli.rendering.office.archive import DECLARATION
from phare_cli.rendering.office.open_xml import (
    LOCALES,
    THEME,
    THEME_TYPE,
    PackageRelation,
    package_relations,
    relations,
)
from phare_cli.rendering.office.slides.slide_master import (
    ACROSS,
    BODY,
    DECLARED,
    HEIGHT,
    LEFT,
    SUBTITLE_BOX,
    TITLE,
    TITLE_BOX,
    WIDTH,
    PlaceBox,
    layout,
    master,
    notes_master,
    number_shape,
)

TYPE = "application/vnd.openxmlformats-officedocument.presentationml.{name}+xml"
MAIN = "ppt/presentation.xml"
NOTES_MASTER, NOTES_THEME = "ppt/notesMasters/notesMaster1.xml", "ppt/theme/themePhareNotes.xml"
# What layouts are for, by the type that PowerPoint gives them; and what it calls them in English.
LAYOUTS: Mapping[str, str] = {"title": "Title Slide", "obj": "Title and Content", "titleOnly": "Title Only"}
POINT = 12700  # English metric units
_SMALL, _GAP = 760000, 60000  # the height of what is said small, and of the space above it
_SMALLEST = 10.0  # points of letters


class TextPlace(NamedTuple):
    """A place that a layout has for text: the attributes that name it, where it stands, how large its letters are."""

    named: str
    box: PlaceBox
    points: float
    is_bold: bool = False

    def letters(self, texts: Sequence[str]) -> int:
        """Return the hundredths of a point with which *texts* fit, 0 where those of the place do."""
        size = self.points
        while size > _SMALLEST and not self.holds(texts, size):
            size -= 1
        return 0 if size == self.points else int(size * 100)

    def holds(self, texts: Sequence[str], size: float) -> bool:
        """Tell whether *texts* fit in letters of *size* points."""
        across = self.box.width / POINT - 40
        lines = sum(1 + int(width_of(text, size, is_bold=self.is_bold) / max(across, 1)) for text in texts)
        return lines * size * 1.2 + (len(texts) - 1) * 10 <= self.box.height / POINT - 8


class SlideLayout(NamedTuple):
    """A layout: its part, the places of its title and its text, the room for a chart, what stands at its foot."""

    part: str
    title: TextPlace
    text: TextPlace | None
    room: PlaceBox
    foot: str

    @property
    def content(self) -> PlaceBox:
        """Where a chart or a table stands."""
        small = self.small
        return self.room._replace(height=small.top - _GAP - self.room.top)

    @property
    def small(self) -> PlaceBox:
        """Where the source and the caution stand: below it."""
        height = min(_SMALL, self.room.height // 5)
        return self.room._replace(top=self.room.top + self.room.height - height, height=height)


class DeckFrame(NamedTuple):
    """The parts of a deck without its slides. *before* and *after* are its presentation around the list of them."""

    layouts: Mapping[str, SlideLayout]
    before: str
    after: str
    related: Sequence[PackageRelation]
    parts: Mapping[str, bytes | str]
    types: Mapping[str, str]
    endings: Mapping[str, str]
    root: bytes | str
    notes_master: str = NOTES_MASTER
    is_house: bool = False


def notes_frame() -> dict[str, str]:
    """Return the parts that pages of notes share."""
    return {
        NOTES_MASTER: notes_master(),
        "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(
            [PackageRelation("rId1", "theme", "../theme/themePhareNotes.xml")]
        ),
        NOTES_THEME: THEME,
    }


NOTES_TYPES: Mapping[str, str] = {NOTES_MASTER: TYPE.format(name="notesMaster"), NOTES_THEME: THEME_TYPE}
PRESENTATION_PROPERTIES = f"{DECLARATION}<p:presentationPr {DECLARED}/>"
VIEW = f"{DECLARATION}<p:viewPr {DECLARED}/>"


def own_frame(language: str) -> DeckFrame:
    """Return what slides without a template are set in."""
    layouts = {kind: f"ppt/slideLayouts/slideLayout{number}.xml" for number, kind in enumerate(LAYOUTS, 1)}
    to_master = relations([PackageRelation("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")])
    to_layouts = [
        PackageRelation(f"rId{number}", "slideLayout", f"../slideLayouts/slideLayout{number}.xml")
        for number in range(1, len(LAYOUTS) + 1)
    ]
    parts: dict[str, bytes | str] = {
        "ppt/slideMasters/slideMaster1.xml": master(),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
            [*to_layouts, PackageRelation("rId9", "theme", "../theme/theme1.xml")]
        ),
        "ppt/theme/theme1.xml": THEME,
        "ppt/presProps.xml": PRESENTATION_PROPERTIES,
        "ppt/viewProps.xml": VIEW,
        **notes_frame(),
    }
    types = {
        MAIN: TYPE.format(name="presentation.main"),
        "ppt/slideMasters/slideMaster1.xml": TYPE.format(name="slideMaster"),
        "ppt/theme/theme1.xml": THEME_TYPE,
        "ppt/presProps.xml": TYPE.format(name="presProps"),
        "ppt/viewProps.xml": TYPE.format(name="viewProps"),
        **NOTES_TYPES,
    }
    for kind, part in layouts.items():
        parts[part] = layout(kind, LAYOUTS[kind])
        parts[part.replace("slideLayouts/", "slideLayouts/_rels/") + ".rels"] = to_master
        types[part] = TYPE.format(name="slideLayout")
    title = TextPlace('type="title"', TITLE, 26, is_bold=True)
    room = PlaceBox(LEFT, 1420000, ACROSS, 5240000)
    text = TextPlace('idx="1"', BODY, 20)
    opening = title._replace(named='type="ctrTitle"', box=TITLE_BOX)
    below = TextPlace('type="subTitle" idx="1"', SUBTITLE_BOX, 20)
    number = number_shape(90)
    return DeckFrame(
        {
            "title": SlideLayout(layouts["title"], opening, below, room, ""),
            "obj": SlideLayout(layouts["obj"], title, text, room, number),
            "titleOnly": SlideLayout(layouts["titleOnly"], title, None, room, number),
        },
        f'{DECLARATION}<p:presentation {DECLARED} saveSubsetFonts="1"><p:sldMasterIdLst>'
        '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst>'
        '<p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>',
        f'<p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/>'
        f'<p:notesSz cx="{HEIGHT}" cy="9144000"/><p:defaultTextStyle><a:defPPr>'
        f'<a:defRPr lang="{LOCALES[language]}"/></a:defPPr></p:defaultTextStyle></p:presentation>',
        (
            PackageRelation("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
            PackageRelation("rId2", "notesMaster", "notesMasters/notesMaster1.xml"),
            PackageRelation("rId3", "theme", "theme/theme1.xml"),
            PackageRelation("rId4", "presProps", "presProps.xml"),
            PackageRelation("rId5", "viewProps", "viewProps.xml"),
        ),
        parts,
        types,
        {},
        package_relations(MAIN),
    )
