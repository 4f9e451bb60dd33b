"""Read a column of numbers, comma or point, to the very double that ``float`` would give."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import clean
from phare_cli.respondents.engine.grid import pieces
from phare_cli.respondents.engine.labels import Codes, Numbers

MARKS = ",."
_LONGEST = 16
_EXACT = 2**53


def cell_numbers(
    block: NDArray[np.uint8], starts: Codes, ends: Codes, marks: str = MARKS
) -> tuple[Numbers, frozenset[str]]:
    """Return each cell as a number, NaN where it is none, and which of the decimal *marks* were seen.

    *block* must run 16 bytes past the last cell.
    """
    sizes = ends - starts
    longest = min(int(sizes.max(initial=0)), _LONGEST)
    mantissa = np.zeros(starts.size, dtype=np.int64)
    decimals = np.zeros(starts.size, dtype=np.int8)
    marked = np.zeros(starts.size, dtype=bool)
    plain = (sizes > 0) & (sizes <= _LONGEST)
    seen: set[str] = set()
    columns = pieces(block, starts, _LONGEST)[:, :longest].T.copy()
    for offset, letters in enumerate(columns):
        inside = sizes > offset
        digits = letters - np.uint8(ord("0"))
        is_digit = inside & (digits < 10)
        is_mark = np.zeros(starts.size, dtype=bool)
        for mark in marks:
            here = inside & ~marked & (letters == ord(mark))
            if here.any():
                seen.add(mark)
                is_mark |= here
        np.multiply(mantissa, 10, out=mantissa, where=is_digit)
        np.add(mantissa, digits, out=mantissa, where=is_digit)
        decimals += is_digit & marked
        marked |= is_mark
        plain &= is_digit | is_mark | ~inside
    plain &= (sizes > marked) & (mantissa <= _EXACT)
    # Mantissa and power of ten are exact (under 2**53 and 10**22): their quotient is the nearest double.
    numbers = mantissa / np.power(10.0, decimals)
    for row in np.flatnonzero(~plain):
        text = bytes(block[starts[row] : ends[row]]).decode("utf-8", "replace")
        numbers[row] = number(text, marks)
    return numbers, frozenset(seen)


def text_numbers(texts: list[str], marks: str = MARKS) -> tuple[Numbers, frozenset[str]]:
    """Return what :func:`cell_numbers` does, for cells that are texts already."""
    numbers = np.array([number(text, marks) for text in texts], dtype=np.float64)
    return numbers, frozenset(mark for mark in marks if any(mark in text for text in texts))


def number(text: str, marks: str = MARKS) -> float:
    """Return what a text says as a number, NaN when it says none. A space may part thousands.

    >>> number("1 234,5"), number("1,234.5")
    (1234.5, nan)
    """
    plain = clean(text).replace(" ", "")
    if "." not in marks and "." in plain:
        return math.nan
    for mark in marks:
        plain = plain.replace(mark, ".")
    try:
        value = float(plain) if "_" not in plain else math.nan
    except ValueError:
        return math.nan
    return value if math.isfinite(value) else math.nan
