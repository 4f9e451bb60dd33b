"""Find the tables of a sheet: where their header, labels and figures stand, which lines above and below are theirs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import pairwise, takewhile
from typing import NamedTuple

from phare_cli.files.numbers import Number
from phare_cli.files.workbooks.sheets import CellRange
from phare_cli.results import names
from phare_cli.results.crosstabs.cell_grid import CellGrid
from phare_cli.results.crosstabs.line_words import is_age, is_base
from phare_cli.results.crosstabs.printed_cell import PrintedCell, PrintedKind, printed

_FIRST_YEAR, _LAST_YEAR = 1900, 2100
_TEXTS = (PrintedKind.TEXT, PrintedKind.LETTERS)
_SOME = 3  # rows below a line of numbers that tell whether it is a header
_RIGHT = 3  # a title may be merged over so many columns


@dataclass(frozen=True)
class TableBlock:
    """One table of a grid, and the texts around it, in their order."""

    grid: CellGrid
    area: CellRange
    header: int
    labels: int
    titles: Sequence[str] = ()
    notes: Sequence[str] = ()


class _LineKind(Enum):
    BLANK = "blank"
    DATA = "data"
    HEADER = "header"  # names columns, or is odd among rows
    TEXT = "text"  # a title, a heading, a note


class _GridLine(NamedTuple):
    """One line: what its cells hold, by column."""

    line: int
    cells: Mapping[int, PrintedCell]

    @property
    def figures(self) -> list[int]:
        return [column for column, cell in self.cells.items() if cell.kind is PrintedKind.FIGURE]

    @property
    def texts(self) -> list[int]:
        return [column for column, cell in self.cells.items() if cell.kind in _TEXTS]

    @property
    def has_label(self) -> bool:
        return bool(self.texts and self.figures) and self.texts[0] < self.figures[0]

    @property
    def is_of_years(self) -> bool:
        numbers = [cell.number for cell in self.cells.values() if cell.number is not None]
        return bool(numbers) and all(map(_is_year, numbers))

    @property
    def first_figure(self) -> int:
        """The column where figures begin; a year before them is the label of its row."""
        first, *others = self.figures
        number = self.cells[first].number
        is_label = bool(others) and number is not None and _is_year(number) and not self.is_of_years
        return others[0] if is_label and min(self.cells) == first else first


def _is_year(number: Number) -> bool:
    return not number.percent and number.value.is_integer() and _FIRST_YEAR <= number.value <= _LAST_YEAR


def find_blocks(grid: CellGrid, within: CellRange | None = None) -> list[TableBlock]:
    """Return the tables of a sheet, from its top; *within* a range, those that stand in it."""
    area = within or CellRange(1, 1, grid.height, grid.width)
    lines = [_line(grid, line, area) for line in range(area.top, area.bottom + 1)]
    kinds = _kinds(grid, lines)
    return list(_blocks(grid, lines, kinds))


def _line(grid: CellGrid, line: int, area: CellRange) -> _GridLine:
    cells = {column: printed(grid.cell(line, column)) for column in range(area.left, area.right + 1)}
    return _GridLine(line, {at: cell for at, cell in cells.items() if cell.kind is not PrintedKind.BLANK})


def _kinds(grid: CellGrid, lines: Sequence[_GridLine]) -> list[_LineKind]:
    """Return what each line is, told from the bottom: a text above the figures of rows heads them."""
    first, kinds = 0, list[_LineKind]()
    for at in reversed(range(len(lines))):
        line = lines[at]
        if not line.cells:
            kinds.append(_LineKind.BLANK)
        elif _is_data(grid, line, lines[at + 1 :]):
            first = line.first_figure
            kinds.append(_LineKind.DATA)
        elif _is_title(grid, line, first):
            kinds.append(_LineKind.TEXT)
        else:
            kinds.append(_LineKind.HEADER)
    return kinds[::-1]


def _is_data(grid: CellGrid, line: _GridLine, below: Sequence[_GridLine]) -> bool:
    """Tell whether a line is a row of figures: years, and codes without a label above rows that have one, head them."""
    if not line.figures:
        return False
    if line.has_label and is_base(grid.text(line.line, line.texts[0])):
        return True
    if _is_of_ages(grid, line, below):
        return False
    if line.is_of_years and not (line.has_label and all(each.is_of_years for each in below if each.figures)):
        return False
    rows = [each for each in below if each.figures][:_SOME]
    return line.has_label or (len(line.cells) > 1 and not (rows and all(each.has_label for each in rows)))


def _is_of_ages(grid: CellGrid, line: _GridLine, below: Sequence[_GridLine]) -> bool:
    """Tell whether a line names ages above the figures of rows: “65+” is no figure with a mark there."""
    left = min((min(each.cells) for each in below if each.figures), default=0)
    ages = [grid.text(line.line, column) for column in line.figures]
    return min(line.cells) > left and all(map(is_age, ages))


def _is_title(grid: CellGrid, line: _GridLine, first: int) -> bool:
    """Tell whether a line is one text before the column where figures begin, or merged over many columns."""
    if len(line.cells) > 1:
        return False
    [column] = line.cells
    wide = any(
        area.top == line.line and area.left == column and area.right - area.left >= _RIGHT
        for area in grid.merged
    )
    return not first or column < first or (wide and names.is_footnote(grid.text(line.line, column)))


def _blocks(grid: CellGrid, lines: Sequence[_GridLine], kinds: Sequence[_LineKind]) -> Iterator[TableBlock]:
    """Yield the tables that runs of header lines begin, the first one also without them."""
    starts = _starts(kinds)
    for at, (start, end) in enumerate(pairwise([*starts, len(lines)])):
        before = 0 if at == 0 else _last_data(kinds, starts[at - 1], start) + 1
        last = _last_data(kinds, start, end)
        header = len(list(takewhile(lambda kind: kind is _LineKind.HEADER, kinds[start:])))
        rows = lines[start + header : last + 1]
        above = _texts(grid, _parted(grid, lines[before:start], is_first=at == 0)[1])
        after = lines[last + 1 : end]
        below = _texts(grid, after if end == len(lines) else _parted(grid, after, is_first=False)[0])
        block = _block(grid, lines[start : start + header], rows)
        if block is None:
            continue
        if beside := _beside(block[0], lines[start : last + 1]):
            top, bottom = lines[before].line, lines[end - 1].line
            for left, right in beside:
                yield from find_blocks(grid, CellRange(top, left, bottom, right))
            continue
        yield TableBlock(grid, *block, above, below)


def _beside(area: CellRange, lines: Sequence[_GridLine]) -> list[tuple[int, int]]:
    """Return the first and the last column of each of several tables that stand side by side; none of one alone.

    A blank column parts two where labels and figures stand on its right; where only figures do, it is a gap of one.
    """
    rows = [line for line in lines if line.figures]
    blank = [
        column
        for column in range(area.left, area.right + 1)
        if not any(column in line.cells for line in lines)
    ]
    parts = [area.left]
    for column in blank:
        own = [line for line in rows if any(at > column for at in line.cells)]
        first = min((at for line in own for at in line.cells if at > column), default=column)
        labels = [line for line in own if first in line.texts]
        figures = [line for line in own if any(at > first for at in line.figures)]
        if first == column + 1 and 2 * len(labels) > len(own) and figures:
            parts.append(first)
    ends = [*(part - 1 for part in parts[1:]), area.right]
    return list(zip(parts, ends, strict=True)) if len(parts) > 1 else []


def _starts(kinds: Sequence[_LineKind]) -> list[int]:
    """Return where tables begin: at runs of header lines above data, which no row stands right above."""
    starts, has_data = list[int](), False
    for at, kind in enumerate(kinds):
        before = kinds[at - 1] if at else _LineKind.BLANK
        if kind is _LineKind.DATA and not has_data and not starts:
            starts.append(at)
        has_data = has_data or kind is _LineKind.DATA
        is_first = kind is _LineKind.HEADER and before is not _LineKind.HEADER
        if not is_first or (before is _LineKind.DATA and has_data):
            continue
        own = takewhile(lambda each: each is not _LineKind.HEADER, kinds[_end_of_run(kinds, at) :])
        if _LineKind.DATA in own:
            starts.append(at)
            has_data = False
    return starts


def _end_of_run(kinds: Sequence[_LineKind], at: int) -> int:
    while at < len(kinds) and kinds[at] is _LineKind.HEADER:
        at += 1
    return at


def _last_data(kinds: Sequence[_LineKind], start: int, end: int) -> int:
    return max((at for at in range(start, end) if kinds[at] is _LineKind.DATA), default=start)


def _parted(
    grid: CellGrid, lines: Sequence[_GridLine], *, is_first: bool
) -> tuple[list[_GridLine], list[_GridLine]]:
    """Return what of the lines between two tables is of the first, and of the second: a blank line parts them."""
    if is_first:
        return [], list(lines)
    filled = [at for at, line in enumerate(lines) if line.cells]
    blanks = [at for at, line in enumerate(lines) if not line.cells and filled and at < filled[-1]]
    notes = [at for at in filled if names.is_footnote(grid.text(lines[at].line, min(lines[at].cells)))]
    at = max([blanks[-1] if blanks else 0, *(each + 1 for each in notes)])
    return list(lines[:at]), list(lines[at:])


def _texts(grid: CellGrid, lines: Sequence[_GridLine]) -> list[str]:
    return [" ".join(grid.text(line.line, column) for column in line.cells) for line in lines if line.cells]


def _block(
    grid: CellGrid, header: Sequence[_GridLine], rows: Sequence[_GridLine]
) -> tuple[CellRange, int, int] | None:
    """Return the range of a table, its rows of header and columns of labels; None where no row holds a figure."""
    data = [line for line in rows if line.figures]
    if not data:
        return None
    left = min(min(line.cells) for line in rows if line.cells)
    right = max(
        column
        for line in data
        for column, cell in line.cells.items()
        if cell.kind in (PrintedKind.FIGURE, PrintedKind.MISSING)
    )
    columns = range(left, right + 1)
    held = {column: [line.cells[column].kind for line in data if column in line.cells] for column in columns}
    of_figures = [
        column
        for column, kinds in held.items()
        if len([kind for kind in kinds if kind not in _TEXTS])
        > len([kind for kind in kinds if kind in _TEXTS])
    ]
    labels = max(1, (of_figures[0] if of_figures else right) - left)
    if left + labels > right:
        return None
    top = (header[0] if header else rows[0]).line
    bottom = rows[-1].line
    return CellRange(top, left, bottom, right), len(header), labels
