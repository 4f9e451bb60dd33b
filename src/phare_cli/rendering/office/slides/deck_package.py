"""A deck of slides as a package: charts with the workbook that they are edited in, notes, the same bytes each time."""

from __future__ import annotations

import posixpath
from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.rendering.office.archive import archive
from phare_cli.rendering.office.column_shares import ANY_LETTERS, OWN_LETTERS, PageRoom, column_shares
from phare_cli.rendering.office.illustrations import PlacedPicture
from phare_cli.rendering.office.native_chart import CHART_TYPE, NativeChart, chart_part, outer_labels
from phare_cli.rendering.office.open_xml import (
    APP,
    APP_TYPE,
    CORE_TYPE,
    OFFICE,
    PackageRelation,
    content_types,
    core_properties,
    relations,
)
from phare_cli.rendering.office.sheets.book_package import Book, chart_of
from phare_cli.rendering.office.sheets.book_styles import Use
from phare_cli.rendering.office.sheets.typed_panels import TypedCell, TypedColumn
from phare_cli.rendering.office.slides.deck_frame import MAIN, POINT, TYPE, DeckFrame
from phare_cli.rendering.office.slides.slide_master import SLIDES
from phare_cli.rendering.office.slides.slide_parts import (
    ROW,
    chart_frame,
    holder,
    notes_page,
    picture_shape,
    slide,
    small_print,
    table_frame,
)
from phare_cli.rendering.panels import TextPanel

_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_FIRST = 256  # the least number that a slide may have
_MANY, _LARGE, _SMALL = (
    16,
    12,
    10,
)  # bars that stand close, and points of the letters of a chart without and with them
_LEGIBLE = 14  # points of the letters of points, below which they go on on another slide


class PictureRoom(NamedTuple):
    """How many points a picture may take."""

    width: float
    height: float


class Deck:
    """Gathers slides, which are set in a frame."""

    def __init__(self, title: str, language: str, frame: DeckFrame) -> None:
        self._title = title
        self._language = language
        self._frame = frame
        self._parts: dict[str, bytes | str] = {}
        self._types: dict[str, str] = {}
        self._count = self._charts = self._images = 0

    @property
    def lines(self) -> int:
        """How many rows of a table one slide has room for."""
        return max(1, self._frame.layouts["titleOnly"].content.height // ROW - 2)

    def opening(self, title: str, subtitle: str, notes: Sequence[str]) -> None:
        """Add the slide that opens the deck."""
        self._add("title", title, [subtitle] if subtitle else [], "", notes)

    def points(self, title: str, points: Sequence[str], notes: Sequence[str]) -> None:
        """Add a slide of *points*, or several where they are too many for one."""
        place = self._frame.layouts["obj"].text
        shown = list(points)
        while shown:
            count = len(shown)
            while count > 1 and place is not None and not place.holds(shown[:count], _LEGIBLE):
                count -= 1
            self._add("obj", title, shown[:count], "", notes)
            shown = shown[count:]

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
        layout = self._frame.layouts["titleOnly"]
        # What the chart calls its figures heads them in its workbook too, for people to edit.
        columns = [each._replace(heading=each.legend or each.heading, legend="") for each in columns]
        chart = chart_of("data", "" if title.startswith(caption) else caption, columns, 1, self._language)
        related: list[PackageRelation] = []
        if chart is None:
            room = PageRoom(
                layout.content.width // POINT, ANY_LETTERS if self._frame.is_house else OWN_LETTERS
            )
            shares = column_shares(panel, room, 12.0)
            shapes = table_frame(3, panel, shares, self._language, caption, layout.content)
        else:
            part, book = self._free_chart()
            self._parts[part] = chart_part(chart, size=_letters(chart), data="rId1")
            self._types[part] = CHART_TYPE
            self._parts[f"ppt/charts/_rels/{posixpath.basename(part)}.rels"] = relations(
                [PackageRelation("rId1", "package", f"../{book}")]
            )
            self._parts[f"ppt/{book}"] = self._data(columns, chart)
            related.append(PackageRelation("rId3", "chart", f"../charts/{posixpath.basename(part)}"))
            shapes = chart_frame(3, "rId3", caption, layout.content)
        shapes += small_print(4, small, self._language, layout.small) if small else ""
        self._add("titleOnly", title, [], shapes, notes, related)

    @property
    def picture_room(self) -> PictureRoom:
        """The points across and down that a picture on a slide may have."""
        content = self._frame.layouts["titleOnly"].content
        return PictureRoom(content.width / POINT, content.height / POINT)

    def picture(self, title: str, placed: PlacedPicture, small: Sequence[str], notes: Sequence[str]) -> None:
        """Add a slide that shows a picture, in the middle of its room."""
        layout = self._frame.layouts["titleOnly"]
        self._images += 1
        name = f"media/pharePicture{self._images}.png"
        self._parts[f"ppt/{name}"] = placed.picture.png or b""
        wide, tall = round(placed.width * POINT), round(placed.height * POINT)
        room = layout.content
        box = room._replace(left=room.left + (room.width - wide) // 2, width=wide, height=tall)
        shapes = picture_shape(3, "rId3", f"{title}. {placed.picture.description}", box)
        shapes += small_print(4, small, self._language, layout.small) if small else ""
        self._add("titleOnly", title, [], shapes, notes, [PackageRelation("rId3", "image", f"../{name}")])

    def _free_chart(self) -> tuple[str, str]:
        """Return the name of a new chart, and that of its workbook."""
        while True:
            self._charts += 1
            part, book = f"ppt/charts/chart{self._charts}.xml", f"embeddings/chart{self._charts}.xlsx"
            if not {part, f"ppt/{book}"} & self._frame.parts.keys():
                return part, book

    def _data(self, columns: Sequence[TypedColumn], chart: NativeChart) -> bytes:
        """Return the workbook in which a chart is edited: the cells that it names."""
        outer = outer_labels(chart.levels)
        cells = [tuple(map(TypedCell, labels)) for labels in outer]
        cells += [column.cells for column in columns[len(outer) :]]
        book = Book("", self._language)
        sheet = book.sheet("data", [24.0] * len(columns))
        sheet.row([(TypedCell(each.heading), Use.PLAIN) for each in columns])
        for row in zip(*cells, strict=True):
            sheet.row([(cell, Use.PLAIN) for cell in row])
        return book.file()

    def _add(
        self,
        kind: str,
        title: str,
        texts: Sequence[str],
        shapes: str,
        notes: Sequence[str],
        related: Sequence[PackageRelation] = (),
    ) -> None:
        layout = self._frame.layouts[kind]
        named = layout.title
        held = holder(2, named.named, [title], self._language, size=named.letters([title]))
        if texts and layout.text is not None:
            size = layout.text.letters(texts)
            held += holder(3, layout.text.named, texts, self._language, size=size)
        self._count += 1
        number = self._count
        name, page = f"ppt/slides/slide{number}.xml", f"ppt/notesSlides/notesSlide{number}.xml"
        self._parts[name] = slide(held + shapes + layout.foot)
        self._types[name] = TYPE.format(name="slide")
        to_layout = PackageRelation("rId1", "slideLayout", posixpath.relpath(layout.part, "ppt/slides"))
        to_notes = (
            [PackageRelation("rId2", "notesSlide", f"../notesSlides/notesSlide{number}.xml")] if notes else []
        )
        self._parts[f"ppt/slides/_rels/slide{number}.xml.rels"] = relations([to_layout, *to_notes, *related])
        if notes:
            self._parts[page] = notes_page(notes, self._language)
            self._types[page] = TYPE.format(name="notesSlide")
            to_master = posixpath.relpath(self._frame.notes_master, "ppt/notesSlides")
            self._parts[f"ppt/notesSlides/_rels/notesSlide{number}.xml.rels"] = relations(
                [
                    PackageRelation("rId1", "notesMaster", to_master),
                    PackageRelation("rId2", "slide", f"../slides/slide{number}.xml"),
                ]
            )

    def file(self) -> bytes:
        """Return the deck as the bytes of a .pptx file."""
        frame = self._frame
        numbers = range(1, self._count + 1)
        slides = "".join(
            f'<p:sldId xmlns:p="{SLIDES}" xmlns:r="{OFFICE}" id="{_FIRST - 1 + number}" r:id="rIdSlide{number}"/>'
            for number in numbers
        )
        endings = {**frame.endings, "xlsx": _BOOK_TYPE}
        if self._images:
            endings["png"] = "image/png"
        types = {**frame.types, **self._types, "docProps/core.xml": CORE_TYPE, "docProps/app.xml": APP_TYPE}
        return archive(
            {
                "[Content_Types].xml": content_types(types, endings),
                "_rels/.rels": frame.root,
                MAIN: f'{frame.before}<p:sldIdLst xmlns:p="{SLIDES}">{slides}</p:sldIdLst>{frame.after}',
                "ppt/_rels/presentation.xml.rels": relations(
                    [
                        *frame.related,
                        *(
                            PackageRelation(f"rIdSlide{number}", "slide", f"slides/slide{number}.xml")
                            for number in numbers
                        ),
                    ]
                ),
                **frame.parts,
                **self._parts,
                "docProps/core.xml": core_properties(self._title, self._language),
                "docProps/app.xml": APP,
            }
        )


def _letters(chart: NativeChart) -> int:
    """Return the size of the letters of a chart in points, for the figure of each bar to stand clear of the next."""
    beside = 1 if chart.is_stacked else len(chart.series)
    return _LARGE if beside * len(chart.levels[0]) <= _MANY else _SMALL
