"""Take neighbouring columns of one letter each out of all rows of a block, in one piece a row."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.labels import Codes, Letters

RETURN = ord("\r")
_FEW_COLUMNS = 4  # that are not worth being parted further
_WORD = 8
_LETTERS = _WORD // 2  # in a word: every other byte is a mark


class LetterColumn(NamedTuple):
    """The bytes of a column of one letter a cell, and the *first* of the columns like it."""

    letters: Letters
    first: int


def letters_together(
    block: Letters, ends: NDArray[np.intp], wanted: Sequence[int], mark: int
) -> dict[int, LetterColumn]:
    """Return the bytes of those *wanted* columns that the first row says to be of one letter, if all rows are so.

    *ends* is rows x columns; no cell stands in quotes. *block* must run 8 bytes past the last cell.
    """
    return {
        column: letters
        for first, last in _runs(block, ends, wanted)
        for column, letters in _taken(block, ends, first, last, mark)
    }


def without_return(block: Letters, starts: Codes, ends: Codes) -> Codes:
    """Return where the last cells of rows end, before the CR that may stand there."""
    bare: Codes = ends - ((ends > starts) & (block[ends - 1] == RETURN))
    return bare


def pieces(block: Letters, starts: Codes, width: int) -> Letters:
    """Return the *width* bytes from each of *starts*, a row each; *block* must run so far past the last of them."""
    windows = np.ndarray((block.size - width + 1,), dtype=f"V{width}", buffer=block, strides=(1,))
    return windows[starts].view(np.uint8).reshape(-1, width)


def _runs(block: Letters, ends: NDArray[np.intp], wanted: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Yield from which to before which column the first row has one byte a cell."""
    if not len(ends):
        return
    row = ends[0].tolist()
    first = last = -1
    for column in wanted:
        start = row[column - 1] + 1 if column else 0
        is_last = column == len(row) - 1
        size = row[column] - start - (is_last and row[column] > start and block[row[column] - 1] == RETURN)
        if size == 1 and column == last:
            last += 1
            continue
        if last > first:
            yield first, last
        first, last = (column, column + 1) if size == 1 else (-1, -1)
    if last > first:
        yield first, last


def _taken(
    block: Letters, ends: NDArray[np.intp], first: int, last: int, mark: int
) -> Iterator[tuple[int, LetterColumn]]:
    """Yield the letters of the columns from *first* to before *last*; where some row is not so, of halves of them."""
    letters = _read(block, ends, first, last, mark)
    if letters is not None:
        yield from ((first + place, LetterColumn(each, first)) for place, each in enumerate(letters))
    elif last - first >= _FEW_COLUMNS:
        middle = (first + last) // 2
        yield from _taken(block, ends, first, middle, mark)
        yield from _taken(block, ends, middle, last, mark)


def _read(block: Letters, ends: NDArray[np.intp], first: int, last: int, mark: int) -> Letters | None:
    """Return a line of letters a column; None where a row has not one byte in each, every other one a mark."""
    starts = ends[:, first - 1] + 1 if first else np.concatenate([[0], ends[:-1, -1] + 1])
    stops = ends[:, last - 1].copy()
    if last == ends.shape[1]:
        stops = without_return(block, starts, stops)
    count = last - first
    width = 2 * count - 1
    if not (stops - starts == width).all():
        return None
    whole = -(-width // _WORD) * _WORD
    # A line of the same word of all rows: numpy goes along it at full speed.
    words = pieces(block, starts, whole).view("<u8").T.copy()
    pattern = np.zeros(whole, dtype=np.uint8)
    pattern[1:width:2] = 255
    marks = pattern.view("<u8")[:, None]
    if ((words ^ (marks & np.uint64(_EACH * mark))) & marks).any():
        return None
    by_row = words.view(np.uint8).reshape(len(words), -1, _WORD)[:, :, ::2]
    letters = by_row.transpose(0, 2, 1).reshape(len(words) * _LETTERS, -1)[:count]
    return letters if letters.all() else None


_EACH = int.from_bytes(bytes([1]) * _WORD, "little")
