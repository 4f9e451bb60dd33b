"""Find the cells of a block of CSV bytes with numpy where the block is regular, and say when it is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from phare_cli.tabulating.labels import Codes

QUOTE, NEWLINE, RETURN = ord('"'), ord("\n"), ord("\r")
PADDING = bytes(8)  # what keys may read past the last cell


@dataclass(frozen=True, slots=True)
class Grid:
    """Where each cell of a regular block ends: *ends* is columns x rows, over *block* (padded bytes).

    *quoted* tells that some cells stand in quotes; *newlines* then holds every line end, inside quotes too.
    """

    block: NDArray[np.uint8]
    ends: NDArray[np.intp]
    quoted: bool
    newlines: Codes
    before: int = -1  # where the row before the first one ends

    def parts(self, most: int) -> Iterator[Grid]:
        """Yield the rows, at most so many at once."""
        rows = self.ends.shape[1]
        for first in range(0, rows, most):
            before = int(self.ends[-1, first - 1]) if first else self.before
            yield replace(self, ends=self.ends[:, first : first + most], before=before)

    def bounds(self, column: int) -> tuple[Codes, Codes]:
        """Return where the cells of a column start and end, their quotes left out."""
        ends = self.ends[column]
        before = self.ends[column - 1] if column else np.concatenate([[self.before], self.ends[-1, :-1]])
        starts = before + 1
        if column == self.ends.shape[0] - 1:
            ends = ends - ((ends > starts) & (self.block[ends - 1] == RETURN))
        if self.quoted:
            in_quotes = (ends > starts) & (self.block[starts] == QUOTE)
            starts, ends = starts + in_quotes, ends - in_quotes
        return starts, ends

    def text(self, start: int, end: int) -> str:
        """Return a cell's text, doubled quotes read as one."""
        raw = self.block[start:end].tobytes()
        if self.quoted and start and self.block[start - 1] == QUOTE:
            raw = raw.replace(b'""', b'"')
        return raw.decode("utf-8")


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
    marks = np.flatnonzero((body == ord(delimiter)) | line_ends)
    rows = int(np.count_nonzero(line_ends))
    quoted = b'"' in records
    newlines = np.empty(0, dtype=np.intp)
    if quoted:
        newlines = np.flatnonzero(line_ends)
        marks = marks[~_inside_quotes(body)[marks]]
        rows = int(np.count_nonzero(line_ends[marks]))
    if marks.size != rows * columns:
        return None
    ends = np.ascontiguousarray(marks.reshape(rows, columns).T)
    if not (body[ends[-1]] == NEWLINE).all() or (columns == 1 and _has_blank(records)):
        return None
    return Grid(block, ends, quoted, newlines)


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
