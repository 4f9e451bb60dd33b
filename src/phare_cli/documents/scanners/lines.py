"""Count and cut lines as editors do: after ``\\n``, ``\\r`` or ``\\r\\n``, and nowhere else."""

from __future__ import annotations

import re
from bisect import bisect_right

END = re.compile(r"\r\n|\r|\n")


def line_starts(text: str) -> list[int]:
    """Return where each line of *text* starts."""
    return [0, *(end.end() for end in END.finditer(text))]


def line_of(starts: list[int], place: int) -> int:
    """Return the number, from 1, of the line that holds *place*."""
    return bisect_right(starts, place)


def cut(text: str) -> list[str]:
    """Return the lines of *text* without their endings."""
    return END.split(text)


def ending_of(text: str, starts: list[int], line: int) -> str:
    """Return the ending of a line, from 1; the last one has that of the first, or the usual one."""
    if line == len(starts):
        line = 1
    if line == len(starts):
        return "\n"
    after = starts[line]
    return "\r\n" if text.startswith("\r\n", after - 2) else text[after - 1]
