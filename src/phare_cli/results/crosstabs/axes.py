"""See a table as two axes: each row and column with the words above or beside it, from the outermost to its own."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from string import ascii_uppercase
from typing import NamedTuple

from phare_cli.results.crosstabs.find_blocks import TableBlock
from phare_cli.results.crosstabs.line_words import measure_of, stated_base
from phare_cli.results.crosstabs.printed_cell import PrintedCell, PrintedKind, printed

_LETTERED = re.compile(r"(?P<label>.*\S)\s*(?:\((?P<letter>[A-Z]|[A-Z]{2})\)|\[(?P<boxed>[A-Z])\])")


class AxisLine(NamedTuple):
    """A row or a column that holds figures.

    *levels* are the words that name it, the outermost first; *opened* is the place where the outer words stand, when
    they are new here. *measure* is percent or count where its heading says so, *base* what its heading states.
    """

    place: int
    levels: tuple[str, ...]
    opened: int | None = None
    measure: str = ""
    base: float | None = None

    @property
    def label(self) -> str:
        """Its own words."""
        return self.levels[-1] if self.levels else ""

    @property
    def outer(self) -> str:
        """The words around its own."""
        return " – ".join(self.levels[:-1])


class Axes(NamedTuple):
    """The rows and columns of a table that hold figures, and its cells by row and column."""

    rows: Sequence[AxisLine]
    columns: Sequence[AxisLine]
    cells: Mapping[tuple[int, int], PrintedCell]

    def number(self, row: int, column: int) -> float | None:
        """Return the figure of a cell as it is written; None where it holds none."""
        read = self.cells.get((row, column))
        return None if read is None or read.number is None else read.number.value


def axes_of(block: TableBlock, mark: str | None) -> Axes:
    """Return both axes of a table, whose figures have the decimal *mark*."""
    area = block.area
    rows = range(area.top + block.header, area.bottom + 1)
    columns = range(area.left + block.labels, area.right + 1)
    cells = {(row, column): printed(block.grid.cell(row, column), mark) for row in rows for column in columns}
    figured_rows = [row for row in rows if _holds(cells, [(row, column) for column in columns])]
    figured_columns = [column for column in columns if _holds(cells, [(row, column) for row in rows])]
    return Axes(_rows(block, rows, set(figured_rows)), _columns(block, figured_columns), cells)


def _holds(cells: Mapping[tuple[int, int], PrintedCell], places: Sequence[tuple[int, int]]) -> bool:
    """Tell whether a line holds a figure, or marks in place of several."""
    kinds = [cells[place].kind for place in places]
    return PrintedKind.FIGURE in kinds or kinds.count(PrintedKind.MISSING) > 1


def _rows(block: TableBlock, rows: Sequence[int], figured: set[int]) -> list[AxisLine]:
    """Return the rows of figures; a row without any, or an outer label that goes down, heads those below."""
    found = list[AxisLine]()
    outer, opened = "", None
    left = block.area.left
    for row in rows:
        texts = [_text(block, row, left + at) for at in range(block.labels)]
        filled = [text for text in texts if text]
        if row not in figured:
            if filled:
                outer, opened = " ".join(filled), row
            continue
        own = filled[-1] if filled else ""
        around = " – ".join(filled[:-1]) if texts[-1] else ""
        if around and around != outer:
            outer, opened = around, row
        is_alone = block.labels > 1 and not texts[-1]  # "Base" where the questions stand
        levels = (own,) if is_alone or not outer else (outer, own)
        label, base = stated_base(own)
        found.append(AxisLine(row, (*levels[:-1], label), None if is_alone else opened, base=base))
        if not is_alone:
            opened = None
    return found


def _text(block: TableBlock, line: int, column: int) -> str:
    return block.grid.text(*block.grid.merged_from(line, column))


def _columns(block: TableBlock, columns: Sequence[int]) -> list[AxisLine]:
    levels = [
        _header_row(block, row, columns) for row in range(block.area.top, block.area.top + block.header)
    ]
    _fill_right(levels, block, columns)
    levels = [level for level in levels if len(levels) == 1 or not _is_of_letters(level)]
    found = list[AxisLine]()
    outer = ""
    for at, column in enumerate(columns):
        texts = list(dict.fromkeys(level[at] for level in levels if level[at]))
        measure = measure_of(texts[-1]) if len(texts) > 1 or (texts and _all_measures(levels)) else ""
        if measure:
            texts.pop()
        labels, base = [], None
        for text in texts:
            label, stated = stated_base(text)
            base = stated if stated is not None else base
            if label:
                labels.append(_without_letter(label))
        around = " – ".join(labels[:-1])
        is_new = around != outer and bool(around)
        outer = around
        found.append(AxisLine(column, tuple(labels), column if is_new else None, measure, base))
    return found


def _all_measures(levels: Sequence[Sequence[str]]) -> bool:
    return bool(levels) and all(measure_of(text) for text in levels[-1] if text) and any(levels[-1])


def _header_row(block: TableBlock, row: int, columns: Sequence[int]) -> list[str]:
    return [_text(block, row, column) for column in columns]


def _fill_right(levels: Sequence[list[str]], block: TableBlock, columns: Sequence[int]) -> None:
    """Let the words of a header row go on over blank cells to their right, as long as a row below has words there."""
    for depth, level in enumerate(levels[:-1]):
        row = block.area.top + depth
        for at in range(1, len(level)):
            is_below = any(lower[at] for lower in levels[depth + 1 :])
            is_same_above = depth == 0 or levels[depth - 1][at] == levels[depth - 1][at - 1]
            is_merged = block.grid.merged_from(row, columns[at]) != (row, columns[at])
            if not level[at] and is_below and is_same_above and not is_merged:
                level[at] = level[at - 1]


def _is_of_letters(level: Sequence[str]) -> bool:
    """Tell whether a header row holds nothing but the letters of columns."""
    texts = [text.strip("()[] ").upper() for text in level if text]
    return len(texts) > 1 and texts == [*ascii_uppercase][: len(texts)]


def _without_letter(label: str) -> str:
    found = _LETTERED.fullmatch(label)
    return label if found is None else found["label"]
