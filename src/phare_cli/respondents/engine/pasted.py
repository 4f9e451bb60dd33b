"""Find whether a row of a grid holds the cells of a header again, in whatever case, quotes and order."""

from __future__ import annotations

import csv
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import fold
from phare_cli.respondents.engine.grid import QUOTE, Grid
from phare_cli.respondents.engine.labels import Codes
from phare_cli.respondents.engine.letter_columns import pieces

_LOOKED_AT = 4  # bytes of a row that are compared with those of the header
_SPARE = 8  # bytes that a byte order mark and blanks may add to a row
_SMALL = 0x20  # the bit that tells small letters from capitals
_SMALLS = 0x20202020
_BEFORE = (b"\xef\xbb\xbf", b" ")  # what may stand before the first cell


def holds_header(grid: Grid, header: Sequence[str]) -> bool:
    """Tell whether a row may hold the cells of *header*, all of them and nothing else; a lone one as it is."""
    if len(header) != grid.columns or not any(header):
        return False
    if len(header) == 1:
        lines = b"\n" + grid.block.tobytes()
        return any(b"\n" + quote + header[0].encode() in lines for quote in (b"", b'"'))
    ends = grid.row_ends
    starts = np.concatenate([[grid.before], ends[:-1]]) + 1
    sizes = ends + 1 - starts
    length = sum(len(cell.encode()) + 1 for cell in header)
    longest = length + _SPARE + 2 * len(header) * grid.quoted
    rows = np.flatnonzero((sizes >= length) & (sizes <= longest))
    if not rows.size:
        return False
    rows = rows[_open_alike(grid, starts[rows], [*_BEFORE, *map(_head, header)])]
    folded_header = sorted(map(fold, header))
    return any(_cells(grid, int(starts[row]), int(ends[row])) == folded_header for row in rows)


def _open_alike(grid: Grid, starts: Codes, heads: Sequence[bytes]) -> NDArray[np.bool_]:
    """Tell which rows open with the bytes of one of *heads*, a quote apart; an empty cell opens with a mark."""
    alike = np.zeros(starts.size, dtype=bool)
    starts = starts + (grid.block[starts] == QUOTE)
    opens = pieces(grid.block, starts, _LOOKED_AT).view("<u4").ravel() | np.uint32(_SMALLS)
    for size in range(1, _LOOKED_AT + 1):
        some = {int.from_bytes(head, "little") for head in heads if len(head) == size}
        if some:
            alike |= np.isin(opens & np.uint32((1 << 8 * size) - 1), [*some])
    return alike | (grid.block[starts] == grid.mark) if b"" in heads else alike


def _head(cell: str) -> bytes:
    """Return the first bytes of a cell, capitals as small letters."""
    return bytes(byte | _SMALL for byte in cell.encode()[:_LOOKED_AT])


def _cells(grid: Grid, start: int, end: int) -> list[str]:
    text = grid.block[start:end].tobytes().decode("utf-8", "replace")
    return sorted(map(fold, next(csv.reader([text], delimiter=chr(grid.mark)), [])))
