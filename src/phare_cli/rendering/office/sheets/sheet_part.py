"""One sheet of a workbook: rows of cells, links, widths, what stays in view, how it is printed."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from phare_cli.rendering.office.archive import DECLARATION, attribute, content
from phare_cli.rendering.office.open_xml import OFFICE, PackageRelation
from phare_cli.rendering.office.sheets.book_styles import SHEET, BookStyles, Use
from phare_cli.rendering.office.sheets.typed_panels import TypedCell, signed

_LINE = 13.5  # points of a line of text
_TALLER = {Use.TITLE: 22.0, Use.SUBTITLE: 16.0, Use.SECTION: 18.0}  # points of a row of larger letters
_READABLE = 90  # letters across the texts below a table
_DEFAULT = 10.0  # those of a column that holds nothing else


def column_name(place: int) -> str:
    """Return the letters of a column: A for 0, AA for 26."""
    name = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        name = chr(65 + rest) + name
    return name


class SheetPart:
    """Gathers the rows of a sheet, one after the other. *widths* are those of its columns, in letters."""

    def __init__(self, name: str, styles: BookStyles, widths: Sequence[float]) -> None:
        self.name = name
        self._styles = styles
        self.width = sum(widths)
        # Texts stand over as many columns as they need.
        rest = max(0, ceil((_READABLE - sum(widths)) / _DEFAULT))
        self._widths = [*widths, *[_DEFAULT] * rest]
        self._rows: list[str] = []
        self._merged: list[str] = []
        self._links: list[str] = []
        self.relations: list[PackageRelation] = []
        self.frozen = 0
        self.drawing = ""

    @property
    def next_row(self) -> int:
        """The number of the row that the next cells stand in."""
        return len(self._rows) + 1

    def row(self, cells: Sequence[tuple[TypedCell, Use]], *, lines: int = 1) -> None:
        """Add a row of *cells*, tall enough for *lines* of text."""
        number = self.next_row
        written = "".join(self._cell(place, cell, use) for place, (cell, use) in enumerate(cells))
        tallest = max((_TALLER.get(use, 0.0) for _, use in cells), default=0.0)
        points = max(tallest, lines * _LINE + 2 if lines > 1 else 0.0)
        height = f' ht="{points:g}" customHeight="1"' if points else ""
        self._rows.append(f'<row r="{number}"{height}>{written}</row>')

    def text(self, text: str, use: Use, *, wraps: bool = False, link: str = "", address: str = "") -> None:
        """Add a text in the first column, over others where it *wraps*; a *link* leads into the workbook."""
        number, lines = self.next_row, 1
        columns = self._across() if wraps else 0
        if columns:
            if columns > 1:
                self._merged.append(f"A{number}:{column_name(columns - 1)}{number}")
            room = sum(self._widths[:columns])
            lines = sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
        if link:
            self._links.append(
                f'<hyperlink ref="A{number}" location="{attribute(link)}" display="{attribute(text)}"/>'
            )
        if address:
            id = f"rId{len(self.relations) + 1}"
            self.relations.append(PackageRelation(id, "hyperlink", address, is_external=True))
            self._links.append(f'<hyperlink ref="A{number}" r:id="{id}" display="{attribute(text)}"/>')
        self.row([(TypedCell(text), use)], lines=lines)

    def _across(self) -> int:
        """Return how many columns the texts below a table stand over."""
        total = 0.0
        for place, width in enumerate(self._widths, 1):
            total += width
            if total >= _READABLE:
                return place
        return len(self._widths)

    def skip_to(self, row: int) -> None:
        """Leave rows empty before *row*."""
        while self.next_row < row:
            self.gap()

    def gap(self) -> None:
        """Add an empty row."""
        self._rows.append(f'<row r="{self.next_row}"/>')

    def part(self, *, is_first: bool = False) -> str:
        """Return the sheet as a part of the workbook."""
        columns = "".join(
            f'<col min="{place}" max="{place}" width="{width:g}" customWidth="1"/>'
            for place, width in enumerate(self._widths, 1)
        )
        pane = ""
        if self.frozen:
            below = f"A{self.frozen + 1}"
            pane = (
                f'<pane ySplit="{self.frozen}" topLeftCell="{below}" activePane="bottomLeft" state="frozen"/>'
                f'<selection pane="bottomLeft" activeCell="{below}" sqref="{below}"/>'
            )
        merged = "".join(f'<mergeCell ref="{place}"/>' for place in self._merged)
        turned = "landscape" if self.width > 110 or (self.drawing and self.width < 75) else "portrait"
        selected = ' tabSelected="1"' if is_first else ""
        return (
            f'{DECLARATION}<worksheet xmlns="{SHEET}" xmlns:r="{OFFICE}"><sheetPr>'
            '<pageSetUpPr fitToPage="1"/></sheetPr>'
            f'<sheetViews><sheetView showGridLines="0"{selected} workbookViewId="0">{pane}</sheetView></sheetViews>'
            '<sheetFormatPr defaultRowHeight="14"/>'
            f"<cols>{columns}</cols><sheetData>{''.join(self._rows)}</sheetData>"
            + (f'<mergeCells count="{len(self._merged)}">{merged}</mergeCells>' if merged else "")
            + (f"<hyperlinks>{''.join(self._links)}</hyperlinks>" if self._links else "")
            + '<pageMargins left="0.6" right="0.6" top="0.7" bottom="0.7" header="0.3" footer="0.3"/>'
            f'<pageSetup paperSize="9" orientation="{turned}" fitToWidth="1" fitToHeight="0"/>'
            "<headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>"
            + (f'<drawing r:id="{self.drawing}"/>' if self.drawing else "")
            + "</worksheet>"
        )

    def _cell(self, place: int, cell: TypedCell, use: Use) -> str:
        at = f"{column_name(place)}{self.next_row}"
        look = self._styles.number(use, signed(cell.shown, cell.sign))
        match cell.value:
            case None:
                return f'<c r="{at}" s="{look}"/>'
            case str():
                text = f'<t xml:space="preserve">{content(cell.value)}</t>'
                return f'<c r="{at}" s="{look}" t="inlineStr"><is>{text}</is></c>'
            case _:
                return f'<c r="{at}" s="{look}"><v>{cell.value!r}</v></c>'
