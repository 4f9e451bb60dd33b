"""Pair what an answer is made of with what stands in a document already, so that it takes its form."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from phare_cli.documents.office.answer_parts import GridPart, Part, TextPart, role_of, text_line
from phare_cli.documents.office.markup import Element


def paired(old: Sequence[str], new: Sequence[str]) -> dict[int, int]:
    """Return the place in *old* that each place in *new* takes over, of one kind each and in order."""
    pairs: dict[int, int] = {}
    for tag, low, high, start, stop in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and high - low == stop - start):
            pairs.update((start + step, low + step) for step in range(high - low))
    return pairs


def paired_by_words(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> dict[int, int]:
    """Return places as paired() does, of kinds with what each says: what says the same as before is a pair first.

    So a paragraph that comes between others has no pair, and takes none of the form of what follows.
    """
    pairs: dict[int, int] = {}
    low = start = 0
    for at, to, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        between = paired([kind for kind, _ in old[low:at]], [kind for kind, _ in new[start:to]])
        pairs.update((start + place, low + twin) for place, twin in between.items())
        pairs.update((to + step, at + step) for step in range(size))
        low, start = at + size, to + size
    return pairs


class OldForm(NamedTuple):
    """What each part of an answer, by its place, takes over of what stood there before."""

    twins: Mapping[int, int]  # the place of the piece that it stands for now
    models: Mapping[int, Element]  # that piece, where it is of the part's own kind
    likes: Sequence[Element | None]  # what it looks like, its model or one of its role


def old_form(old: Sequence[Element], said: Mapping[int, tuple[str, str]], parts: Sequence[Part]) -> OldForm:
    """Return what *parts* take over of *old*; *said* holds the kind and the words of what says something, by place."""
    now = [(kind_of(part), text_line(part.text) if isinstance(part, TextPart) else "") for part in parts]
    filled = list(said)
    twins = {place: filled[twin] for place, twin in paired_by_words(list(said.values()), now).items()}
    models = {place: old[twin] for place, twin in twins.items() if said[twin][0] == kind_of(parts[place])}
    return OldForm(twins, models, models_by_role([role_of(part) for part in parts], models))


def kind_of(part: Part) -> str:
    """Return what a part is in any document: ``table`` or ``text``."""
    return "table" if isinstance(part, GridPart) else "text"


def models_by_role(roles: Sequence[str], twins: Mapping[int, Element]) -> list[Element | None]:
    """Return what each part of an answer looks like: its twin, else the one before it of its role, else the next.

    None where none of its role has a twin.
    """
    first = {roles[place]: twins[place] for place in sorted(twins, reverse=True)}
    models: list[Element | None] = []
    for place, role in enumerate(roles):
        first.update({role: twins[place]} if place in twins else {})
        models.append(first.get(role))
    return models


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
