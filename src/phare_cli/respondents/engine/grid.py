"""Find the cells of a block of CSV bytes with numpy where the block is regular, and say when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.labels import Codes, Letters

QUOTE, NEWLINE, RETURN = ord('"'), ord("\n"), ord("\r")
PADDING = bytes(16)  # what keys and numbers may read past the last cell
_FEW_COLUMNS = 4  # that are not worth being parted further


@dataclass(frozen=True, slots=True)
class Grid:
    """Where each cell of a regular block ends: *ends* is rows x columns, over *block* (padded bytes).

    *mark* parts cells; *quoted* tells that some stand in quotes, and *newlines* then holds every line end, inside
    quotes too.
    """

    block: NDArray[np.uint8]
    mark: int
    ends: NDArray[np.intp]
    quoted: bool
    newlines: Codes
    before: int = -1  # where the row before the first one ends
    _letters: dict[int, Letters | None] = field(init=False, default_factory=dict)
    _lines_before: list[Codes] = field(init=False, default_factory=list)  # once it was asked for

    @property
    def lines(self) -> int:
        """How many lines end in the block."""
        return int(self.newlines.size if self.quoted else self.ends.shape[0])

    def lines_before(self) -> Codes:
        """Return how many lines of the block end before each row."""
        if not self._lines_before:
            line_ends = self.newlines if self.quoted else np.flatnonzero(self.block == NEWLINE)
            row_starts = np.concatenate([[self.before], self.ends[:-1, -1]])
            self._lines_before.append(np.searchsorted(line_ends, row_starts, side="right"))
        return self._lines_before[0]

    def has_odd_row(self, most: int) -> bool:
        """Tell whether a row may be empty throughout, or hold a cell of more than *most* bytes."""
        ends = self.ends[:, -1]
        sizes = np.diff(ends, prepend=self.before)
        if int(sizes.max(initial=0)) > most:
            return True
        columns = self.ends.shape[1]
        # Marks, and where there are quotes two for each cell; one more byte for CR.
        least = 3 * columns if self.quoted else columns
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
        for first in range(0, self.ends.shape[0], most):
            before = int(self.ends[first - 1, -1]) if first else self.before
            yield replace(self, ends=self.ends[first : first + most], before=before)

    def bounds(self, column: int) -> tuple[Codes, Codes]:
        """Return where the cells of a column start and end, their quotes left out."""
        ends = self.ends[:, column].copy()
        starts = self._starts(column)
        if column == self.ends.shape[1] - 1:
            ends = ends - ((ends > starts) & (self.block[ends - 1] == RETURN))
        if self.quoted:
            in_quotes = (ends > starts) & (self.block[starts] == QUOTE)
            starts, ends = starts + in_quotes, ends - in_quotes
        return starts, ends

    def letters(self, column: int) -> Letters | None:
        """Return the byte of each cell of a column, 0 where it is empty; None when a cell has several, or is a NUL."""
        if column not in self._letters:
            self._take_letters(column, column + self._alike(column))
        letters = self._letters[column]
        return self._letters_of(column) if letters is None else letters

    def _alike(self, column: int) -> int:
        """Return how many columns, this one first, look like one byte each from the first row: one at least."""
        row = self.ends[0, column:]
        others = np.flatnonzero(np.diff(row) != 2)
        return int(others[0]) + 1 if others.size else int(row.size)

    def _take_letters(self, first: int, last: int) -> None:
        """Keep the letters of the columns from *first* to before *last*, None for those to be looked at one by one.

        A row that has one byte in each of them is one piece, every other byte a mark. Where some row is not,
        halves of the columns are tried.
        """
        letters = None if self.quoted else self._pieces(first, last)
        if letters is not None:
            self._letters.update(zip(range(first, last), letters, strict=True))
        elif last - first < _FEW_COLUMNS:
            self._letters.update(dict.fromkeys(range(first, last)))
        else:
            middle = (first + last) // 2
            self._take_letters(first, middle)
            self._take_letters(middle, last)

    def _pieces(self, first: int, last: int) -> Letters | None:
        width = 2 * (last - first) - 1
        starts, (_, ends) = self._starts(first), self.bounds(last - 1)
        if not (ends - starts == width).all():
            return None
        rows = pieces(self.block, starts, width)
        letters = rows[:, ::2].T.copy()
        return letters if letters.all() and (rows[:, 1::2] == self.mark).all() else None

    def _letters_of(self, column: int) -> Letters | None:
        starts, ends = self.bounds(column)
        sizes = ends - starts
        letters = self.block[starts]
        if int(sizes.max(initial=0)) > 1 or not letters.all():
            return None
        if not sizes.all():
            letters[sizes == 0] = 0
        return letters

    def _starts(self, column: int) -> Codes:
        before = self.ends[:, column - 1] if column else np.concatenate([[self.before], self.ends[:-1, -1]])
        return before + 1

    def text(self, start: int, end: int) -> str:
        """Return a cell's text, doubled quotes read as one."""
        raw = self.block[start:end].tobytes()
        if self.quoted and start and self.block[start - 1] == QUOTE:
            raw = raw.replace(b'""', b'"')
        return raw.decode("utf-8")


def long_rows(grid: Grid, first_line: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each row of several lines that holds marks enough for two rows: its line, and all its lines."""
    rows, columns = grid.ends.shape
    if not grid.quoted or grid.lines == rows:
        return
    ends = grid.ends[:, -1]
    last = np.searchsorted(grid.newlines, ends)
    first = np.concatenate([[0], last[:-1] + 1])
    for row in np.flatnonzero(last > first).tolist():
        start = int(ends[row - 1]) + 1 if row else grid.before + 1
        text = grid.block[start : int(ends[row]) + 1].tobytes()
        if text.count(grid.mark) >= 2 * (columns - 1):
            yield first_line + int(first[row]), text[:-1].decode("utf-8").split("\n")


def some_rows(grid: Grid, most: int) -> Iterator[str]:
    """Yield the text of some rows, about *most* of them."""
    ends = grid.ends[:, -1]
    for row in range(0, ends.size, ends.size // most | 1):
        start = int(ends[row - 1]) + 1 if row else grid.before + 1
        yield grid.block[start : int(ends[row]) + 1].tobytes().decode("utf-8")


def pieces(block: Letters, starts: Codes, width: int) -> Letters:
    """Return the *width* bytes from each of *starts*, a row each; *block* must run so far past the last of them."""
    windows = np.ndarray((block.size - width + 1,), dtype=f"V{width}", buffer=block, strides=(1,))
    return windows[starts].view(np.uint8).reshape(-1, width)


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


def lay_grid(records: bytes, delimiter: bytes, columns: int) -> Grid | None:
    """Return the grid of whole *records*, None when one of them has not exactly *columns* cells.

    The quotes of *records* must be trusted (see :func:`whole_records`).
    """
    block = np.frombuffer(records + PADDING, dtype=np.uint8)
    body = block[: len(records)]
    line_ends = body == NEWLINE
    cell_ends = np.flatnonzero((body == ord(delimiter)) | line_ends)
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
    if not (body[ends[:, -1]] == NEWLINE).all() or (columns == 1 and _has_blank(records)):
        return None
    return Grid(block, ord(delimiter), ends, quoted, newlines)


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
