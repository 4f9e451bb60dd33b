"""Find the cells of a block of CSV bytes with numpy where the block is regular, and say when it is not."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.labels import Codes, Letters
from phare_cli.respondents.engine.letter_columns import RETURN, LetterColumn, letters_together, without_return

QUOTE, NEWLINE = ord('"'), ord("\n")
PADDING = bytes(16)  # what keys and numbers may read past the last cell
_LETTER = 2  # bytes of a cell of one letter, with its mark
_LONGEST_LETTER = len('"0"') + 2  # with its mark, and CR before it


@dataclass(frozen=True, slots=True)
class Grid:
    """Where cells of a regular block end, over *block* (padded bytes), which has so many *columns*.

    *ends* has a line for each column that is *kept*: the last one, those that were asked for and those before them.
    *met* holds the bytes of columns of one letter each that were taken out of all rows together.
    *mark* parts cells; *quoted* tells that some stand in quotes, and *newlines* then holds every line end, inside
    quotes too.
    """

    block: NDArray[np.uint8]
    mark: int
    columns: int
    kept: Mapping[int, int]
    ends: NDArray[np.intp]
    met: Mapping[int, LetterColumn]
    quoted: bool
    newlines: Codes
    before: int = -1  # where the row before the first one ends
    _lines_before: list[Codes] = field(init=False, default_factory=list)  # once it was asked for

    @property
    def rows(self) -> int:
        """How many rows the block has."""
        return int(self.ends.shape[1])

    @property
    def row_ends(self) -> Codes:
        """Where each row ends."""
        ends: Codes = self.ends[-1]
        return ends

    @property
    def lines(self) -> int:
        """How many lines end in the block."""
        return int(self.newlines.size if self.quoted else self.rows)

    def lines_before(self) -> Codes:
        """Return how many lines of the block end before each row."""
        if not self._lines_before:
            line_ends = self.newlines if self.quoted else np.flatnonzero(self.block == NEWLINE)
            self._lines_before.append(np.searchsorted(line_ends, self._row_starts() - 1, side="right"))
        return self._lines_before[0]

    def has_odd_row(self, most: int) -> bool:
        """Tell whether a row may be empty throughout, or hold a cell of more than *most* bytes."""
        ends = self.row_ends
        sizes = np.diff(ends, prepend=self.before)
        if int(sizes.max(initial=0)) > most:
            return True
        # Marks, and where there are quotes two for each cell; one more byte for CR.
        least = 3 * self.columns if self.quoted else self.columns
        if int(sizes.min(initial=least + 2)) > least + 1:
            return False
        least += bool((self.block == RETURN).any())
        nothing = bytes((self.mark, QUOTE, NEWLINE, RETURN))
        return any(
            not self.block[ends[row] - sizes[row] : ends[row]].tobytes().strip(nothing)
            for row in np.flatnonzero(sizes <= least).tolist()
        )

    def parts(self, most: int) -> Iterator[Grid]:
        """Yield the rows, at most so many at once."""
        if self.rows <= most:
            yield self
            return
        for first in range(0, self.rows, most):
            some = slice(first, first + most)
            yield replace(
                self,
                ends=self.ends[:, some],
                met={column: each._replace(letters=each.letters[some]) for column, each in self.met.items()},
                before=int(self.row_ends[first - 1]) if first else self.before,
            )

    def bounds(self, column: int) -> tuple[Codes, Codes]:
        """Return where the cells of a column start and end, their quotes left out."""
        if column in self.met:
            first = self.met[column].first
            starts = self._starts(first) + _LETTER * (column - first)
            return starts, starts + 1
        starts, ends = self._starts(column), self.ends[self.kept[column]]
        if column == self.columns - 1:
            ends = without_return(self.block, starts, ends)
        if self.quoted:
            in_quotes = (ends > starts) & (self.block[starts] == QUOTE)
            starts, ends = starts + in_quotes, ends - in_quotes
        return starts, ends

    def letters(self, column: int) -> Letters | None:
        """Return the byte of each cell of a column, 0 where it is empty; None when a cell has several, or is a NUL."""
        if column in self.met:
            return self.met[column].letters
        start = int(self.ends[self.kept[column - 1]][0]) if column else self.before
        if int(self.ends[self.kept[column]][0]) - start > _LONGEST_LETTER:
            return None
        starts, ends = self.bounds(column)
        sizes = ends - starts
        letters = self.block[starts]
        if int(sizes.max(initial=0)) > 1 or not letters.all():
            return None
        if not sizes.all():
            letters[sizes == 0] = 0
        return letters

    def _starts(self, column: int) -> Codes:
        return self.ends[self.kept[column - 1]] + 1 if column else self._row_starts()

    def _row_starts(self) -> Codes:
        return np.concatenate([[self.before], self.row_ends[:-1]]) + 1

    def text(self, start: int, end: int) -> str:
        """Return a cell's text, doubled quotes read as one."""
        raw = self.block[start:end].tobytes()
        if self.quoted and start and self.block[start - 1] == QUOTE:
            raw = raw.replace(b'""', b'"')
        return raw.decode("utf-8")


def long_rows(grid: Grid, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of several lines that holds marks enough for two rows: its line, and all its lines."""
    if not grid.quoted or grid.lines == grid.rows:
        return
    ends = grid.row_ends
    last = np.searchsorted(grid.newlines, ends)
    first = np.concatenate([[0], last[:-1] + 1])
    for row in np.flatnonzero(last > first).tolist():
        start = int(ends[row - 1]) + 1 if row else grid.before + 1
        text = grid.block[start : int(ends[row]) + 1].tobytes()
        if text.count(grid.mark) >= 2 * (grid.columns - 1):
            yield first_line + int(first[row]), text[:-1].decode("utf-8").split("\n")


def some_rows(grid: Grid, most: int) -> Iterator[str]:
    """Yield the text of some rows, about *most* of them."""
    ends = grid.row_ends
    for row in range(0, ends.size, ends.size // most | 1):
        start = int(ends[row - 1]) + 1 if row else grid.before + 1
        yield grid.block[start : int(ends[row]) + 1].tobytes().decode("utf-8")


def whole_records(buffer: bytes, delimiter: bytes) -> int | None:
    """Return how many bytes of *buffer* are whole records; None where its quotes cannot be trusted.

    Quotes are trusted when each one opens a cell, closes one, or is half of a doubled quote.
    """
    if b'"' not in buffer:
        return buffer.rfind(b"\n") + 1
    bytes_ = np.frombuffer(buffer, dtype=np.uint8)
    if not _well_placed(bytes_, ord(delimiter)):
        return None
    newlines = np.flatnonzero(bytes_ == NEWLINE)
    outside = newlines[~_inside_quotes(bytes_)[newlines]]
    return int(outside[-1]) + 1 if outside.size else 0


def lay_grid(
    records: bytes, delimiter: bytes, columns: int, asked: Collection[int] | None = None
) -> Grid | None:
    """Return the grid of whole *records*, None when one of them has not exactly *columns* cells.

    Only the columns *asked* for can be read, all of them where that is None.
    The quotes of *records* must be trusted (see :func:`whole_records`).
    """
    block = np.frombuffer(records + PADDING, dtype=np.uint8)
    body = block[: len(records)]
    line_ends = body == NEWLINE
    is_end = body == ord(delimiter)
    is_end |= line_ends
    cell_ends = np.flatnonzero(is_end)
    rows = int(np.count_nonzero(line_ends))
    quoted = b'"' in records
    newlines = np.empty(0, dtype=np.intp)
    if quoted:
        newlines = np.flatnonzero(line_ends)
        cell_ends = cell_ends[~_inside_quotes(body)[cell_ends]]
        rows = int(np.count_nonzero(line_ends[cell_ends]))
    if cell_ends.size != rows * columns:
        return None
    ends = cell_ends.reshape(rows, columns)
    row_ends = ends[:, -1].copy()
    if not (body[row_ends] == NEWLINE).all() or (columns == 1 and _has_blank(records)):
        return None
    wanted = range(columns) if asked is None else sorted({*asked})
    met = {} if quoted else letters_together(block, ends, wanted, ord(delimiter))
    read_alone = [column for column in wanted if column not in met]
    firsts = {*read_alone, *(each.first for each in met.values())}
    kept = sorted({columns - 1, *read_alone, *(column - 1 for column in firsts if column)})
    places = {column: place for place, column in enumerate(kept)}
    return Grid(block, ord(delimiter), columns, places, ends.T[kept], met, quoted, newlines)


def _has_blank(records: bytes) -> bool:
    """Tell whether a line may be empty: in a file of one column it could pass for an empty cell."""
    return records.startswith((b"\n", b"\r\n")) or b"\n\n" in records or b"\n\r\n" in records


def _inside_quotes(block: NDArray[np.uint8]) -> NDArray[np.bool_]:
    return np.logical_xor.accumulate(block == QUOTE)


def _well_placed(block: NDArray[np.uint8], delimiter: int) -> bool:
    quotes = np.flatnonzero(block == QUOTE)
    opening, closing = quotes[0::2], quotes[1::2]
    before = block[np.maximum(opening - 1, 0)]
    opens = (opening == 0) | (before == delimiter) | (before == NEWLINE) | (before == QUOTE)
    after = block[np.minimum(closing + 1, block.size - 1)]
    closes = (after == delimiter) | (after == NEWLINE) | (after == RETURN) | (after == QUOTE)
    return bool(opens.all() and (closes | (closing == block.size - 1)).all())
