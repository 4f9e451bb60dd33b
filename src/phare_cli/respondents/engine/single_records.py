"""Tell where CSV bytes part into whole records, one at a time: sure where the grid cannot go."""

from __future__ import annotations

import re
from functools import cache

LONGEST_RECORD = 1 << 24


@cache
def _pattern(delimiter: bytes) -> re.Pattern[bytes]:
    mark = re.escape(delimiter)
    quoted = rb' *"[^"]*(?:""[^"]*)*"(?!")[^' + mark + rb"\n]*"
    plain = rb'(?! *")[^' + mark + rb"\n]+"
    cell = rb"(?:" + quoted + rb"|" + plain + rb")?"
    return re.compile(cell + rb"(?:" + mark + cell + rb")*+\n")


def whole_size(buffer: bytes, delimiter: bytes) -> int:
    """Return how many bytes at the head of *buffer* are whole records, each with its line end."""
    pattern = _pattern(delimiter)
    at = 0
    while found := pattern.match(buffer, at):
        at = found.end()
    return at
