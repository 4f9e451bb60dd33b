"""Read a column of numbers, comma or point, to the very double that ``float`` would give."""

from __future__ import annotations

import math
import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.numbers import Number
from phare_cli.files.numbers import number as printed
from phare_cli.respondents.engine.labels import Codes, Letters, Numbers
from phare_cli.respondents.engine.letter_columns import pieces
from phare_cli.respondents.engine.short_numbers import SHORT, ReadNumbers, short_numbers

MARKS = ",."
# What is seen besides a mark that is surely decimal: one that may part thousands too, 1,234 or 1.234, and large
# whole numbers, beside which it may well.
DOUBTFUL = {",": "1,234", ".": "1.234"}
WHOLE = "987"
LARGE = 10
_LONGEST = 16
_EXACT = 2**53


def cell_numbers(
    block: NDArray[np.uint8], starts: Codes, ends: Codes, decimal_marks: str = MARKS
) -> tuple[Numbers, frozenset[str]]:
    """Return each cell as a number, NaN where it is none, and what was seen: which of the *decimal_marks*, or WHOLE.

    Where both may be decimal, one that leaves a doubt is read as decimal and seen as DOUBTFUL.
    *block* must run 16 bytes past the last cell.
    """
    sizes = ends - starts
    is_short = (sizes > 0) & (sizes <= SHORT)
    if is_short.all():
        return _told(block, starts, ends, short_numbers(block, starts, sizes, decimal_marks), decimal_marks)
    numbers = np.empty(starts.size)
    seen: frozenset[str] = frozenset()
    for rows, read in ((np.flatnonzero(is_short), short_numbers), (np.flatnonzero(~is_short), _long_numbers)):
        if rows.size:
            found = read(block, starts[rows], sizes[rows], decimal_marks)
            numbers[rows], marks = _told(block, starts[rows], ends[rows], found, decimal_marks)
            seen |= marks
    return numbers, seen


def _told(
    block: NDArray[np.uint8], starts: Codes, ends: Codes, read: ReadNumbers, decimal_marks: str
) -> tuple[Numbers, frozenset[str]]:
    """Return numbers, those that are not plain read one by one, and what was seen."""
    numbers, mantissa, decimals, found, plain = read
    doubtful = _is_doubtful(mantissa, decimals, ends - starts)
    is_all = bool(plain.all())
    seen = (
        _seen(found, decimal_marks, doubtful)
        if is_all
        else _seen(found[plain], decimal_marks, doubtful[plain])
    )
    if (plain & (found == 0) & (mantissa >= LARGE)).any():
        seen.add(WHOLE)
    for row in () if is_all else np.flatnonzero(~plain):
        text = bytes(block[starts[row] : ends[row]]).decode("utf-8", "replace")
        numbers[row], mark = _read(text, decimal_marks)
        seen |= {mark} - {""}
    return numbers, frozenset(seen)


def _long_numbers(block: NDArray[np.uint8], starts: Codes, sizes: Codes, decimal_marks: str) -> ReadNumbers:
    """Return cells of any size as numbers, letter by letter."""
    longest = min(int(sizes.max(initial=0)), _LONGEST)
    mantissa = np.zeros(starts.size, dtype=np.int64)
    decimals = np.zeros(starts.size, dtype=np.int8)
    marked = np.zeros(starts.size, dtype=bool)
    plain = (sizes > 0) & (sizes <= _LONGEST)
    found = np.zeros(starts.size, dtype=np.uint8)  # the mark of each cell
    columns = pieces(block, starts, _LONGEST)[:, :longest].T.copy()
    for offset, letters in enumerate(columns):
        inside = sizes > offset
        digits = letters - np.uint8(ord("0"))
        is_digit = inside & (digits < 10)
        is_mark = np.zeros(starts.size, dtype=bool)
        for mark in decimal_marks:
            here = inside & ~marked & (letters == ord(mark))
            if here.any():
                found[here] = ord(mark)
                is_mark |= here
        np.multiply(mantissa, 10, out=mantissa, where=is_digit)
        np.add(mantissa, digits, out=mantissa, where=is_digit)
        decimals += is_digit & marked
        marked |= is_mark
        plain &= is_digit | is_mark | ~inside
    plain &= (sizes > marked) & (mantissa <= _EXACT) & ((decimals > 0) | ~marked)
    # Mantissa and power of ten are exact (under 2**53 and 10**22): their quotient is the nearest double.
    return ReadNumbers(mantissa / np.power(10.0, decimals), mantissa, decimals, found, plain)


def _seen(found: Letters, decimal_marks: str, doubtful: NDArray[np.bool_]) -> set[str]:
    seen: set[str] = set()
    for mark in decimal_marks:
        here = found == ord(mark)
        if not here.any():
            continue
        if len(decimal_marks) == 1 or (here & ~doubtful).any():
            seen.add(mark)
        if len(decimal_marks) > 1 and (here & doubtful).any():
            seen.add(DOUBTFUL[mark])
    return seen


def _is_doubtful(mantissa: Codes, decimals: NDArray[np.signedinteger], sizes: Codes) -> NDArray[np.bool_]:
    """Tell which cells are three digits after a mark and one to three before it, of which the first is no 0."""
    three: NDArray[np.bool_] = decimals == 3
    if not three.any():
        return three
    few = (sizes >= 5) & (sizes <= 7)
    whole: NDArray[np.bool_] = few & three & (mantissa >= np.power(10, np.where(few, sizes - 2, 0)))
    return whole


def text_numbers(texts: Sequence[str], decimal_marks: str = MARKS) -> tuple[Numbers, frozenset[str]]:
    """Return what :func:`cell_numbers` does, for cells that are texts already."""
    read = [_read(text, decimal_marks) for text in texts]
    numbers = np.array([value for value, _ in read], dtype=np.float64)
    return numbers, frozenset(mark for _, mark in read if mark)


def number(text: str, decimal_marks: str = MARKS) -> float:
    """Return what a text says as a number, NaN when it says none.

    >>> number("1 234,5"), number("1,234.5"), number("9.5e-05"), number("12 %")
    (1234.5, 1234.5, 9.5e-05, nan)
    """
    return _read(text, decimal_marks)[0]


def _read(text: str, decimal_marks: str) -> tuple[float, str]:
    """Return a number and what it shows: a decimal mark, DOUBTFUL or WHOLE. A percentage is none here."""
    if text.isascii() and text.isdigit():
        return float(text), WHOLE if float(text) >= LARGE else ""
    read = printed(text, decimal_marks if len(decimal_marks) == 1 else None)
    if read is None:
        return _with_exponent(text, decimal_marks)
    if read.percent:
        return math.nan, ""
    if read.mark == "maybe comma":
        return (printed(text, ",") or read).value, DOUBTFUL[","]
    return read.value, _SHOWN.get(read.mark) or _mark_in(read, decimal_marks)


_SHOWN = {"comma": ",", "point": ".", "maybe point": DOUBTFUL["."]}
_EXPONENT = re.compile(r"[-+]?[0-9]+(?:[.,][0-9]+)?[eE][-+]?[0-9]{1,3}")


def _mark_in(read: Number, decimal_marks: str) -> str:
    return decimal_marks if len(decimal_marks) == 1 and decimal_marks in read.text else ""


def _with_exponent(text: str, decimal_marks: str) -> tuple[float, str]:
    """Return a number as programs write those that are very small or large: 9.5e-05."""
    mark = "," if "," in text else "." if "." in text else ""
    if not _EXPONENT.fullmatch(text) or mark not in decimal_marks:
        return math.nan, ""
    value = float(text.replace(",", "."))
    return (value, mark) if math.isfinite(value) else (math.nan, "")
