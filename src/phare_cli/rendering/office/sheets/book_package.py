"""A workbook as a package: its sheets, its looks, its charts, the same bytes for the same answer."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from phare_cli.rendering.office.archive import DECLARATION, archive, attribute, content
from phare_cli.rendering.office.native_chart import CHART, CHART_TYPE, NativeChart, Series, chart_part
from phare_cli.rendering.office.open_xml import (
    APP,
    APP_TYPE,
    CORE_TYPE,
    DRAWING,
    OFFICE,
    THEME,
    THEME_TYPE,
    PackageRelation,
    content_types,
    core_properties,
    package_relations,
    relations,
)
from phare_cli.rendering.office.sheets.book_styles import SHEET, BookStyles
from phare_cli.rendering.office.sheets.sheet_part import SheetPart, column_name
from phare_cli.rendering.office.sheets.stacked_steps import stacked_chart
from phare_cli.rendering.office.sheets.typed_panels import TypedColumn, signed

_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.{name}+xml"
_DRAWING_TYPE = "application/vnd.openxmlformats-officedocument.drawing+xml"
_PLACED = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
FEWEST, MOST = 2, 80  # rows of a table that a chart is made of
_NARROW = 75  # letters across a table that has room beside it
_SERIES = 8  # columns of figures at most
_PER_POINT = 12700
ROW = 14  # points of a row of one line
_WIDTH, _BAR, _AROUND = 520, 15, 90  # points of a chart, of each of its bars, and around them


class Book:
    """Gathers the sheets of a workbook and their charts."""

    def __init__(self, title: str, language: str) -> None:
        self._title = title
        self._language = language
        self._styles = BookStyles()
        self._sheets: list[SheetPart] = []
        self._charts: list[str] = []
        self._drawings: list[str] = []

    def sheet(self, name: str, widths: Sequence[float]) -> SheetPart:
        """Add an empty sheet."""
        part = SheetPart(name, self._styles, widths)
        self._sheets.append(part)
        return part

    def chart(self, part: SheetPart, title: str, columns: Sequence[TypedColumn], head: int) -> int:
        """Add a chart of the figures in *columns* beside them, where there are some, and return the row below it.

        *head* is the row of headings.
        """
        chart = stacked_chart(part.name, title, columns, head, self._language) or chart_of(
            part.name, title, columns, head, self._language
        )
        if chart is None:
            return 0
        self._charts.append(chart_part(chart, size=9))
        # Beside a narrow table, below a wide one.
        column, top = (
            (len(columns) + 1, head - 1) if part.width <= _NARROW else (0, head + len(columns[0].cells) + 1)
        )
        number = len(self._charts)
        bars = len(chart.levels[0]) * (2 if chart.is_stacked else len(chart.series))
        height = bars * _BAR + _AROUND
        size = f'cx="{_WIDTH * _PER_POINT}" cy="{height * _PER_POINT}"'
        self._drawings.append(
            f'{DECLARATION}<xdr:wsDr xmlns:xdr="{_PLACED}" xmlns:a="{DRAWING}"><xdr:oneCellAnchor><xdr:from>'
            f"<xdr:col>{column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>{top}</xdr:row>"
            f"<xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext {size}/>"
            f'<xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="2" name="phare {number}" '
            f'descr="{attribute(title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm>'
            f'<a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="{CHART}">'
            f'<c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="rId1"/></a:graphicData></a:graphic>'
            "</xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor></xdr:wsDr>"
        )
        part.drawing = f"rId{len(part.relations) + 1}"
        part.relations.append(PackageRelation(part.drawing, "drawing", f"../drawings/drawing{number}.xml"))
        return top + 1 + ceil(height / ROW)

    def file(self) -> bytes:
        """Return the workbook as the bytes of an .xlsx file."""
        sheets = {f"xl/worksheets/sheet{number}.xml": part for number, part in enumerate(self._sheets, 1)}
        written: dict[str, bytes | str] = {
            name: part.part(is_first=part is self._sheets[0]) for name, part in sheets.items()
        }
        types = {
            "xl/workbook.xml": _TYPE.format(name="sheet.main"),
            **dict.fromkeys(sheets, _TYPE.format(name="worksheet")),
            "xl/styles.xml": _TYPE.format(name="styles"),
            "xl/theme/theme1.xml": THEME_TYPE,
            "docProps/core.xml": CORE_TYPE,
            "docProps/app.xml": APP_TYPE,
        }
        for name, part in sheets.items():
            if part.relations:
                written[f"xl/worksheets/_rels/{name.rsplit('/', 1)[1]}.rels"] = relations(part.relations)
        for number, (chart, drawing) in enumerate(zip(self._charts, self._drawings, strict=True), 1):
            written[f"xl/drawings/drawing{number}.xml"] = drawing
            written[f"xl/drawings/_rels/drawing{number}.xml.rels"] = relations(
                [PackageRelation("rId1", "chart", f"../charts/chart{number}.xml")]
            )
            written[f"xl/charts/chart{number}.xml"] = chart
            types[f"xl/drawings/drawing{number}.xml"] = _DRAWING_TYPE
            types[f"xl/charts/chart{number}.xml"] = CHART_TYPE
        return archive(
            {
                "[Content_Types].xml": content_types(types),
                "_rels/.rels": package_relations("xl/workbook.xml"),
                "xl/workbook.xml": self._workbook(),
                "xl/_rels/workbook.xml.rels": relations(self._relations()),
                **written,
                "xl/styles.xml": self._styles.part(),
                "xl/theme/theme1.xml": THEME,
                "docProps/core.xml": core_properties(self._title, self._language),
                "docProps/app.xml": APP,
            }
        )

    def _relations(self) -> list[PackageRelation]:
        count = len(self._sheets)
        return [
            *(
                PackageRelation(f"rId{number}", "worksheet", f"worksheets/sheet{number}.xml")
                for number in range(1, count + 1)
            ),
            PackageRelation(f"rId{count + 1}", "styles", "styles.xml"),
            PackageRelation(f"rId{count + 2}", "theme", "theme/theme1.xml"),
        ]

    def _workbook(self) -> str:
        sheets = "".join(
            f'<sheet name="{attribute(part.name)}" sheetId="{number}" r:id="rId{number}"/>'
            for number, part in enumerate(self._sheets, 1)
        )
        repeated = "".join(
            f'<definedName name="_xlnm.Print_Titles" localSheetId="{place}">'
            f"{content(quoted(part.name))}!${part.frozen}:${part.frozen}</definedName>"
            for place, part in enumerate(self._sheets)
            if part.frozen
        )
        names = f"<definedNames>{repeated}</definedNames>" if repeated else ""
        return (
            f'{DECLARATION}<workbook xmlns="{SHEET}" xmlns:r="{OFFICE}"><bookViews><workbookView/></bookViews>'
            f"<sheets>{sheets}</sheets>{names}</workbook>"
        )


def quoted(name: str) -> str:
    """Return the name of a sheet as a formula has it; it holds no apostrophe."""
    return f"'{name}'"


def chart_of(
    sheet: str, title: str, columns: Sequence[TypedColumn], head: int, language: str
) -> NativeChart | None:
    """Return a chart of the figures of one unit in *columns*, as they stand on *sheet* below the row *head*.

    None where they are too few or too many, or no text stands before them.
    """
    figures = [place for place, column in enumerate(columns) if column.is_figure]
    leading = next((place for place, column in enumerate(columns) if column.is_numeric), 0)
    units = {columns[place].unit for place in figures}
    count = len(columns[0].cells) if columns else 0
    is_stacked = any(column.is_share for column in columns)
    fewest = 1 if is_stacked else FEWEST
    if not leading or not 1 <= len(figures) <= _SERIES or len(units) != 1 or not fewest <= count <= MOST:
        return None
    labels = range(leading)
    first, last = head + 1, head + count

    def cells(place: int, row: int, to_place: int, to_row: int) -> str:
        ends = (f"${column_name(place)}${row}", f"${column_name(to_place)}${to_row}")
        return f"{quoted(sheet)}!{':'.join(dict.fromkeys(ends))}"

    shown = next((cell.shown for cell in columns[figures[0]].cells if cell.value is not None), "")
    if not shown:
        return None
    of_labels = [tuple(cell.color for cell in columns[place].cells) for place in reversed(labels)]
    bars = next((colors for colors in of_labels if any(colors)), ())
    return NativeChart(
        title=title,
        levels=tuple(tuple(str(cell.value or "") for cell in columns[place].cells) for place in labels),
        label_cells=cells(labels[0], first, labels[-1], last),
        series=tuple(
            Series(
                columns[place].legend or columns[place].heading,
                "" if columns[place].legend else cells(place, head, place, head),
                cells(place, first, place, last),
                tuple(
                    cell.value if isinstance(cell.value, int | float) else None
                    for cell in columns[place].cells
                ),
                columns[place].color if is_stacked or len(figures) == 1 else "",
                bars if len(figures) == 1 else (),
                tuple(signed(shown, cell.sign) if cell.sign else "" for cell in columns[place].cells),
            )
            for place in figures
        ),
        unit=columns[figures[0]].unit,
        shown=shown,
        language=language,
        is_stacked=is_stacked,
    )
