"""A deck of slides as a package: charts with the workbook that they are edited in, notes, the same bytes each time."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.rendering.office.archive import DECLARATION, archive
from phare_cli.rendering.office.column_shares import PageRoom, column_shares
from phare_cli.rendering.office.native_chart import CHART_TYPE, chart_part
from phare_cli.rendering.office.open_xml import (
    APP,
    APP_TYPE,
    CORE_TYPE,
    LOCALES,
    THEME,
    THEME_TYPE,
    PackageRelation,
    content_types,
    core_properties,
    package_relations,
    relations,
)
from phare_cli.rendering.office.sheets.book_package import Book, chart_of
from phare_cli.rendering.office.sheets.book_styles import Use
from phare_cli.rendering.office.sheets.typed_panels import TypedCell, TypedColumn
from phare_cli.rendering.office.slides.slide_master import (
    DECLARED,
    HEIGHT,
    WIDTH,
    layout,
    master,
    notes_master,
)
from phare_cli.rendering.office.slides.slide_parts import (
    chart_frame,
    holder,
    notes_page,
    slide,
    small_print,
    table_frame,
)
from phare_cli.rendering.panels import TextPanel

_TYPE = "application/vnd.openxmlformats-officedocument.presentationml.{name}+xml"
_LAYOUTS = {"title": "Title Slide", "obj": "Title and Content", "titleOnly": "Title Only"}
_ROOM = PageRoom(864, 1.0)  # points across a slide
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_LONG_TITLE = 110  # letters of a title that needs smaller ones


class Deck:
    """Gathers slides."""

    def __init__(self, title: str, language: str) -> None:
        self._title = title
        self._language = language
        self._parts: dict[str, bytes | str] = {}
        self._types: dict[str, str] = {}
        self._count = self._charts = 0

    def opening(self, title: str, subtitle: str, notes: Sequence[str]) -> None:
        """Add the slide that opens the deck."""
        shapes = holder(2, 'type="ctrTitle"', [title], self._language)
        shapes += holder(3, 'type="subTitle" idx="1"', [subtitle], self._language) if subtitle else ""
        self._add(slide(shapes, is_numbered=False), "title", notes)

    def points(self, title: str, points: Sequence[str], notes: Sequence[str]) -> None:
        """Add a slide of *points*."""
        shapes = holder(2, 'type="title"', [title], self._language)
        size = 1600 if sum(map(len, points)) > 700 else 0
        shapes += holder(3, 'idx="1"', points, self._language, size=size)
        self._add(slide(shapes), "obj", notes)

    def exhibit(
        self,
        title: str,
        caption: str,
        panel: TextPanel,
        columns: Sequence[TypedColumn],
        small: Sequence[str],
        notes: Sequence[str],
    ) -> None:
        """Add a slide that shows a table: as a chart where its figures make one."""
        size = 2000 if len(title) > _LONG_TITLE else 0
        shapes = holder(2, 'type="title"', [title], self._language, size=size)
        chart = chart_of("data", "" if title.startswith(caption) else caption, columns, 1, self._language)
        related: list[PackageRelation] = []
        if chart is None:
            shares = column_shares(panel, _ROOM, 12.0)
            shapes += table_frame(3, panel, shares, self._language, caption)
        else:
            self._charts += 1
            number = self._charts
            part = f"ppt/charts/chart{number}.xml"
            self._parts[part] = chart_part(chart, size=12, data="rId1")
            self._types[part] = CHART_TYPE
            book = f"embeddings/chart{number}.xlsx"
            self._parts[f"ppt/charts/_rels/chart{number}.xml.rels"] = relations(
                [PackageRelation("rId1", "package", f"../{book}")]
            )
            self._parts[f"ppt/{book}"] = self._data(columns)
            related.append(PackageRelation("rId3", "chart", f"../charts/chart{number}.xml"))
            shapes += chart_frame(3, "rId3", caption)
        shapes += small_print(4, small, self._language) if small else ""
        self._add(slide(shapes), "titleOnly", notes, related)

    def _data(self, columns: Sequence[TypedColumn]) -> bytes:
        """Return the workbook in which a chart is edited: the cells that it names."""
        book = Book("", self._language)
        sheet = book.sheet("data", [24.0] * len(columns))
        sheet.row([(TypedCell(each.heading), Use.PLAIN) for each in columns])
        for cells in zip(*(column.cells for column in columns), strict=True):
            sheet.row([(cell, Use.PLAIN) for cell in cells])
        return book.file()

    def _add(
        self, part: str, kind: str, notes: Sequence[str], related: Sequence[PackageRelation] = ()
    ) -> None:
        self._count += 1
        number = self._count
        name, page = f"ppt/slides/slide{number}.xml", f"ppt/notesSlides/notesSlide{number}.xml"
        self._parts[name] = part
        self._types[name] = _TYPE.format(name="slide")
        to_layout = PackageRelation(
            "rId1", "slideLayout", f"../slideLayouts/slideLayout{[*_LAYOUTS].index(kind) + 1}.xml"
        )
        to_notes = (
            [PackageRelation("rId2", "notesSlide", f"../notesSlides/notesSlide{number}.xml")] if notes else []
        )
        self._parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations([to_layout, *to_notes, *related])
        if notes:
            self._parts[page] = notes_page(notes, self._language)
            self._types[page] = _TYPE.format(name="notesSlide")
            self._parts[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = relations(
                [
                    PackageRelation("rId1", "notesMaster", "../notesMasters/notesMaster1.xml"),
                    PackageRelation("rId2", "slide", f"../slides/slide{number}.xml"),
                ]
            )

    def file(self) -> bytes:
        """Return the deck as the bytes of a .pptx file."""
        shared: dict[str, bytes | str] = {
            "ppt/slideMasters/slideMaster1.xml": master(),
            "ppt/slideMasters/_rels/slideMaster1.xml.rels": relations(
                [
                    *(
                        PackageRelation(
                            f"rId{number}", "slideLayout", f"../slideLayouts/slideLayout{number}.xml"
                        )
                        for number in range(1, len(_LAYOUTS) + 1)
                    ),
                    PackageRelation("rId9", "theme", "../theme/theme1.xml"),
                ]
            ),
            "ppt/notesMasters/notesMaster1.xml": notes_master(),
            "ppt/notesMasters/_rels/notesMaster1.xml.rels": relations(
                [PackageRelation("rId1", "theme", "../theme/theme2.xml")]
            ),
            "ppt/theme/theme1.xml": THEME,
            "ppt/theme/theme2.xml": THEME,
            "ppt/presProps.xml": f"{DECLARATION}<p:presentationPr {DECLARED}/>",
            "ppt/viewProps.xml": f"{DECLARATION}<p:viewPr {DECLARED}/>",
        }
        types = {
            "ppt/presentation.xml": _TYPE.format(name="presentation.main"),
            "ppt/slideMasters/slideMaster1.xml": _TYPE.format(name="slideMaster"),
            "ppt/notesMasters/notesMaster1.xml": _TYPE.format(name="notesMaster"),
            "ppt/theme/theme1.xml": THEME_TYPE,
            "ppt/theme/theme2.xml": THEME_TYPE,
            "ppt/presProps.xml": _TYPE.format(name="presProps"),
            "ppt/viewProps.xml": _TYPE.format(name="viewProps"),
            "docProps/core.xml": CORE_TYPE,
            "docProps/app.xml": APP_TYPE,
        }
        for number, (kind, name) in enumerate(_LAYOUTS.items(), 1):
            part = f"ppt/slideLayouts/slideLayout{number}.xml"
            shared[part] = layout(kind, name)
            types[part] = _TYPE.format(name="slideLayout")
            shared[f"ppt/slideLayouts/_rels/slideLayout{number}.xml.rels"] = relations(
                [PackageRelation("rId1", "slideMaster", "../slideMasters/slideMaster1.xml")]
            )
        return archive(
            {
                "[Content_Types].xml": content_types({**types, **self._types}, {"xlsx": _BOOK_TYPE}),
                "_rels/.rels": package_relations("ppt/presentation.xml"),
                "ppt/presentation.xml": self._presentation(),
                "ppt/_rels/presentation.xml.rels": relations(
                    [
                        PackageRelation("rId1", "slideMaster", "slideMasters/slideMaster1.xml"),
                        PackageRelation("rId2", "notesMaster", "notesMasters/notesMaster1.xml"),
                        PackageRelation("rId3", "theme", "theme/theme1.xml"),
                        PackageRelation("rId4", "presProps", "presProps.xml"),
                        PackageRelation("rId5", "viewProps", "viewProps.xml"),
                        *(
                            PackageRelation(f"rId{100 + number}", "slide", f"slides/slide{number}.xml")
                            for number in range(1, self._count + 1)
                        ),
                    ]
                ),
                **shared,
                **self._parts,
                "docProps/core.xml": core_properties(self._title, self._language),
                "docProps/app.xml": APP,
            }
        )

    def _presentation(self) -> str:
        slides = "".join(
            f'<p:sldId id="{255 + number}" r:id="rId{100 + number}"/>' for number in range(1, self._count + 1)
        )
        return (
            f'{DECLARATION}<p:presentation {DECLARED} saveSubsetFonts="1"><p:sldMasterIdLst>'
            '<p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst><p:notesMasterIdLst>'
            '<p:notesMasterId r:id="rId2"/></p:notesMasterIdLst>'
            f'<p:sldIdLst>{slides}</p:sldIdLst><p:sldSz cx="{WIDTH}" cy="{HEIGHT}"/>'
            f'<p:notesSz cx="{HEIGHT}" cy="9144000"/><p:defaultTextStyle><a:defPPr>'
            f'<a:defRPr lang="{LOCALES[self._language]}"/></a:defPPr></p:defaultTextStyle></p:presentation>'
        )
