"""Cut CSV bytes into records and cells as the csv module would, one at a time: sure where the grid cannot go."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

LONGEST_RECORD = 1 << 24


@cache
def _patterns(delimiter: bytes) -> tuple[re.Pattern[bytes], re.Pattern[bytes]]:
    mark = re.escape(delimiter)
    quoted = rb'"[^"]*(?:""[^"]*)*"(?!")[^' + mark + rb"\n]*"
    plain = rb'[^"' + mark + rb"\n][^" + mark + rb"\n]*"
    cell = rb"(?:" + quoted + rb"|" + plain + rb")?"
    record = re.compile(cell + rb"(?:" + mark + cell + rb")*+\n")
    return record, re.compile(rb"(" + cell + rb")(" + mark + rb"|\n)")


def records(buffer: bytes, delimiter: bytes) -> Iterator[bytes]:
    """Yield the whole records at the head of *buffer*, each with its line end."""
    pattern, _ = _patterns(delimiter)
    at = 0
    while found := pattern.match(buffer, at):
        yield found[0]
        at = found.end()


def cells(record: bytes, delimiter: bytes) -> list[str]:
    """Return the cells of one whole record, an empty list for an empty line."""
    if not record.strip(b"\r\n"):
        return []
    _, pattern = _patterns(delimiter)
    texts = [found[1] for found in pattern.finditer(record.removesuffix(b"\r\n").removesuffix(b"\n") + b"\n")]
    return [_unquoted(text).decode("utf-8", "replace") for text in texts]


def _unquoted(text: bytes) -> bytes:
    if not text.startswith(b'"'):
        return text
    body = re.match(rb'"([^"]*(?:""[^"]*)*)"', text)
    if body is None:
        return text
    return body[1].replace(b'""', b'"') + text[body.end() :]
