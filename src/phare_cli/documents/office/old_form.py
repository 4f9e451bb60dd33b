"""Pair what an answer is made of with what stands in a document already, so that it takes its form."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher

from phare_cli.documents.office.markup import Element


def paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the place in *old* that each place in *new* takes over, of one kind each and in order."""
    pairs: dict[int, int] = {}
    for tag, low, high, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and high - low == stop - start):
            pairs.update((start + step, low + step) for step in range(high - low))
    return pairs


def model_row(rows: Sequence[Element], place: int) -> Element | None:
    """Return the row that the one at *place* looks like: itself, else by turns one of the last two."""
    if place < len(rows):
        return rows[place]
    return rows[-2 + (place - len(rows)) % 2] if len(rows) > 2 else rows[-1] if rows else None


def rows_replaced(
    data: bytes, rows: Sequence[Element], end: int, count: int, write: Callable[[int], bytes], after: int
) -> bytes:
    """Return a table from its first row to its *end*, with *count* rows that *write* makes in the place of *rows*.

    What stands between rows stays. Those beyond the last go to *after*, where the rows of the table end.
    """
    pieces: list[bytes] = []
    at = rows[0].start
    for place, row in enumerate(rows):
        pieces += [data[at : row.start], write(place) if place < count else b""]
        at = row.end
    pieces.append(data[at:after])
    pieces += [write(place) for place in range(len(rows), count)]
    return b"".join([*pieces, data[after:end]])
