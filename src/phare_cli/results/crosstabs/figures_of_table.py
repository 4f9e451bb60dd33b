"""The cells of one table by answer and group: figures, bases, words, and what is told of the marks around them."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from functools import cached_property
from itertools import product

from phare_cli.files.findings import Findings, shown
from phare_cli.files.numbers import DECIMAL_MARKS, Number
from phare_cli.files.typed_cells import cell_text
from phare_cli.files.workbooks.sheets import address
from phare_cli.nouns.message import Fill, Listing, Message, counted, sentence
from phare_cli.results.crosstabs.axes import axes_of
from phare_cli.results.crosstabs.cell_grid import CellGrid
from phare_cli.results.crosstabs.find_blocks import TableBlock
from phare_cli.results.crosstabs.line_words import line_name, stated_base
from phare_cli.results.crosstabs.printed_cell import PrintedCell, PrintedKind, decimal_mark
from phare_cli.results.crosstabs.table_layout import FRACTION, PERCENT, ROWS, TableLayout

_MOST_STEPS = 4  # decimals: with more, a figure was computed and not rounded
_NAMED = 6

_NOT_A_FIGURE = sentence("“{cell}” is no figure: mend it, or say in the spec what its line is.")
_WITHOUT_SIGN = sentence(
    "“{cell}” has no percent sign, and other cells of the table have one: is it {percent}, or a share of 1?"
)
_NO_FORMAT = sentence(
    "“{cell}” has no format of percents, and other cells of the table have one: say in the spec what it is (unit), or "
    "skip its line."
)
_NOT_WHOLE = sentence("“{cell}” cannot be a number of respondents asked: is it a “weighted base”?")
_ERROR = sentence(
    "cell {cells} holds an error of its formula ({text}), no answer and no figure: mend or empty it."
)
_UNCOMPUTED = sentence(
    "the formula of cell {cells} was never computed: open the file in a spreadsheet and save it."
)
_OPEN_MARK = sentence(
    "“{cell}” leaves open which mark is decimal, or others say otherwise: --decimal comma or point tells."
)


class TableCells:
    """The cells of one table; a place is a row or a column of its sheet, as its answers stand."""

    def __init__(self, grid: CellGrid, layout: TableLayout, file: str, findings: Findings) -> None:
        self._grid, self._layout, self._file, self._findings = grid, layout, file, findings
        self._by_rows = layout.items == ROWS
        rows, columns = layout.row_places, layout.column_places
        self.item_places: Sequence[int] = rows if self._by_rows else columns
        self.group_places: Sequence[int] = columns if self._by_rows else rows
        mark, doubtful = decimal_mark(grid.cell(row, column) for row, column in product(rows, columns))
        self._mark = DECIMAL_MARKS.get(layout.decimal, mark)
        axes = axes_of(TableBlock(grid, layout.area, layout.header, layout.labels), self._mark)
        self._read = axes.cells
        self._labels = {line.place: line.label for line in (axes.rows if self._by_rows else axes.columns)}
        self._marked: dict[str, list[str]] = {}
        self._missing: dict[str, list[str]] = {}
        if doubtful and not layout.decimal:
            message = Message(_OPEN_MARK.text, {"cell": shown(doubtful)})
            findings.problem("mixed-decimal", message, file, None, None, doubtful)
        self._tell_formulas()

    def _tell_formulas(self) -> None:
        area = self._layout.area
        for place, text in self._grid.errors:
            if area.top <= place.top <= area.bottom and area.left <= place.left <= area.right:
                message = Message(_ERROR.text, {"cells": str(place), "text": text})
                self._findings.problem("error-cell", message, self._file, place.top, None, str(place))
        for place in self._grid.uncomputed:
            if area.top <= place.top <= area.bottom and area.left <= place.left <= area.right:
                message = Message(_UNCOMPUTED.text, {"cells": str(place)})
                self._findings.problem("no-cached-value", message, self._file, place.top, None, str(place))

    def _cell(self, item: int, group: int) -> PrintedCell:
        return self._read[(item, group) if self._by_rows else (group, item)]

    def _text(self, item: int, group: int) -> str:
        row, column = (item, group) if self._by_rows else (group, item)
        return cell_text(self._grid.cell(row, column))

    def address(self, item: int, group: int) -> str:
        """Return the address of a cell, with its sheet where it has a name."""
        return self._grid_address((item, group) if self._by_rows else (group, item))

    def _grid_address(self, place: tuple[int, int]) -> str:
        text = address(*place)
        return f"{self._grid.name}!{text}" if self._grid.name else text

    def item_name(self, place: int) -> Message:
        """Return what sentences call a line of answers."""
        return line_name(place, is_row=self._by_rows)

    def group_name(self, place: int) -> Message:
        """Return what sentences call a line of groups."""
        return line_name(place, is_row=not self._by_rows)

    def item_label(self, place: int) -> str:
        """Return the innermost words of a line of answers."""
        return self._labels.get(place, "")

    def holds_figures(self, *, item: int | None = None, group: int | None = None) -> bool:
        """Tell whether a line holds a figure, or several marks in place of one."""
        kinds = [
            self._cell(each_item, each_group).kind
            for each_item in (self.item_places if item is None else (item,))
            for each_group in (self.group_places if group is None else (group,))
        ]
        return PrintedKind.FIGURE in kinds or kinds.count(PrintedKind.MISSING) > 1

    def figure(self, item: int, group: int) -> Number | None:
        """Return the figure of a cell, having kept its marks; None where there is none, a problem where text stands."""
        read, place = self._cell(item, group), self.address(item, group)
        if read.kind is PrintedKind.FIGURE and read.number is not None:
            if read.marks:
                self._marked.setdefault(read.marks, []).append(place)
            if self._has_signs and not read.number.percent and read.number.value <= 1 and read.number.value:
                text = read.number.text
                message = Message(_WITHOUT_SIGN.text, {"cell": shown(text), "percent": f"{text} %"})
                self._findings.problem("mixed-scale", message, self._file, None, place, text)
                return None
            if self._has_formats and not read.number.percent and self._is_typed(item, group):
                text = read.number.text
                message = Message(_NO_FORMAT.text, {"cell": shown(text)})
                self._findings.problem("mixed-scale", message, self._file, None, place, text)
                return None
            return read.number
        if read.kind is PrintedKind.MISSING:
            self._missing.setdefault(read.marks, []).append(place)
        elif read.kind is not PrintedKind.BLANK:
            text = self._text(item, group)
            message = Message(_NOT_A_FIGURE.text, {"cell": shown(text)})
            self._findings.problem("not-a-number", message, self._file, None, place, text)
        return None

    def number(self, item: int, group: int) -> float | None:
        """Return the figure of a cell as it is written; None where it holds none."""
        read = self._cell(item, group).number
        return None if read is None else read.value

    def is_missing(self, item: int, group: int) -> bool:
        """Tell whether a mark stands in place of a figure."""
        return self._cell(item, group).kind is PrintedKind.MISSING

    def base(self, item: int, group: int, *, whole: bool) -> float | None:
        """Return the base in a cell; a problem where it is none, or is not *whole* and has to be."""
        read, text = self._cell(item, group), self._text(item, group)
        value = read.number.value if read.number is not None else stated_base(text)[1]
        if value is None:
            if read.kind is PrintedKind.TEXT:
                message = Message(_NOT_A_FIGURE.text, {"cell": shown(text)})
                self._findings.problem(
                    "not-a-number", message, self._file, None, self.address(item, group), text
                )
            return None
        if whole and (not value.is_integer() or value < 1):
            message = Message(_NOT_WHOLE.text, {"cell": shown(text)})
            self._findings.problem("not-whole", message, self._file, None, self.address(item, group), text)
            return None
        return value

    @cached_property
    def _has_signs(self) -> bool:
        """Whether figures of the table have percent signs."""
        return self._layout.values in (PERCENT, FRACTION) and any(
            cell.number is not None and cell.number.percent for cell in self._read.values()
        )

    @cached_property
    def _has_formats(self) -> bool:
        """Whether numbers of a workbook have the format of percents."""
        return self._layout.values in (PERCENT, FRACTION) and any(
            cell.number is not None and cell.number.percent and isinstance(self._grid.cell(*place), Number)
            for place, cell in self._read.items()
        )

    def _is_typed(self, item: int, group: int) -> bool:
        """Tell whether a cell of a workbook holds a number, no text of one."""
        return isinstance(self._grid.cell(*((item, group) if self._by_rows else (group, item))), Number)

    def step(self, item: int, group: int) -> float | None:
        """Return what a figure was rounded to: as its own digits show in a text, as those of all typed cells do.

        0 where these were computed.
        """
        if self._is_typed(item, group):
            return self._typed_step
        row, column = (item, group) if self._by_rows else (group, item)
        number = self._read[row, column].number
        return None if number is None else self._step_of([number])

    @cached_property
    def _typed_step(self) -> float | None:
        lines = self._layout.of_items
        plain = {
            place for place in self.item_places if place not in lines or lines[place].item or lines[place].net
        }
        numbers = [
            cell.number
            for (row, column), cell in self._read.items()
            if cell.number is not None
            and (row if self._by_rows else column) in plain
            and isinstance(self._grid.cell(row, column), Number)
        ]
        return self._step_of(numbers) if numbers else None

    def _step_of(self, numbers: Sequence[Number]) -> float:
        shift = 2 if self._layout.values == FRACTION and not self._has_signs else 0
        decimals = max(0, max(_decimals(each) for each in numbers) - shift)
        return 0.0 if decimals > _MOST_STEPS else float(Decimal(1).scaleb(-decimals))

    def tell(self) -> None:
        """Tell which marks were taken from figures, which stand in place of one, and which have lines of their own."""
        letters = [
            self._grid_address(place)
            for place, cell in self._read.items()
            if cell.kind is PrintedKind.LETTERS
        ]
        if letters:
            self._findings.notice(
                counted(
                    "{file}: {count} cell holds letters of columns and no figure: left out ({first}).",
                    "{file}: {count} cells hold letters of columns and no figure: left out (the first {first}).",
                    len(letters),
                    file=self._file,
                    first=letters[0],
                )
            )
        if self._marked:
            count, first = _counted(self._marked)
            self._findings.notice(
                counted(
                    "{file}: marks beside figures were taken away: {marks} ({count} cell, {first}).",
                    "{file}: marks beside figures were taken away: {marks} ({count} cells, the first {first}).",
                    count,
                    file=self._file,
                    marks=_listed(self._marked),
                    first=first,
                )
            )
        if self._missing:
            count, first = _counted(self._missing)
            self._findings.notice(
                counted(
                    "{file}: {count} cell holds a mark in place of a figure: {marks} ({first}).",
                    "{file}: {count} cells hold a mark in place of a figure: {marks} (the first {first}).",
                    count,
                    file=self._file,
                    marks=_listed(self._missing),
                    first=first,
                )
            )


def _decimals(number: Number) -> int:
    exponent = Decimal(repr(number.value)).normalize().as_tuple().exponent
    return max(number.decimals, -exponent if isinstance(exponent, int) else 0)


def _counted(places: dict[str, list[str]]) -> tuple[int, str]:
    return sum(map(len, places.values())), next(iter(places.values()))[0]


def _listed(places: dict[str, list[str]]) -> Listing:
    marks: list[Fill] = [sentence("“{name}”", name=mark) for mark in places]
    return Listing((*marks[:_NAMED], *(["…"] if len(marks) > _NAMED else [])))
