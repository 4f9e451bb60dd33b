"""Take from the cells of a column what people set around numbers: blanks of any kind, and a percent sign."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.results.columns.block_cells import Bytes, Places

Flags = NDArray[np.bool_]
_MOST = 8  # blanks at one end of a cell
# Blanks as bytes: the last one, how many there are, those before it. Of no-break spaces, and the thin one.
_BLANKS = {
    "utf-8": (b" ", b"\xc2\xa0", b"\xe2\x80\xaf", b"\xe2\x80\x89"),
    "cp1252": (b" ", b"\xa0"),
}


class TrimmedCells(NamedTuple):
    """Where cells start and end without what stands around their numbers; *is_percent* where a percent sign did."""

    starts: Places
    ends: Places
    is_percent: Flags


def trimmed(letters: Bytes, encoding: str, starts: Places, ends: Places) -> TrimmedCells:
    """Return the cells of *letters* in an encoding without their blanks and percent signs."""
    blanks = _BLANKS[encoding]
    ends = _without_tail(letters, blanks, starts, ends)
    is_percent: Flags = (ends > starts) & (letters[ends - 1] == ord("%"))
    ends = _without_tail(letters, blanks, starts, ends - is_percent)
    for _ in range(_MOST):
        blank = np.zeros(starts.size, dtype=np.intp)
        for each in blanks:
            is_blank = ends - starts >= len(each)
            for place, byte in enumerate(each):
                is_blank &= letters[starts + place] == byte
            blank[is_blank] = len(each)
        if not blank.any():
            break
        starts = starts + blank
    return TrimmedCells(starts, ends, is_percent)


def _without_tail(letters: Bytes, blanks: tuple[bytes, ...], starts: Places, ends: Places) -> Places:
    for _ in range(_MOST):
        blank = np.zeros(starts.size, dtype=np.intp)
        for each in blanks:
            is_blank = ends - starts >= len(each)
            for place, byte in enumerate(reversed(each), 1):
                is_blank &= letters[ends - place] == byte
            blank[is_blank] = len(each)
        if not blank.any():
            break
        ends = ends - blank
    return ends
