"""Type words over some of an office document, in the letters of the figure that stood there. Every other byte stays."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.documents.office.blocks_found import Edit
from phare_cli.documents.office.markup import content, edited, joined
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.typed_letters import TypedLetters
from phare_cli.documents.prose.passage import Prose, ProsePassage


class Retyped(NamedTuple):
    """What is to stand in place of the words of a passage from *start* to *end*."""

    passage: ProsePassage
    start: int
    end: int
    text: str


class Typing(NamedTuple):
    """A document with changes made, those that were, and those that stand in a block already."""

    content: bytes
    made: tuple[Retyped, ...] = ()
    in_blocks: tuple[Retyped, ...] = ()


def retyped(source: bytes, name: str, prose: Prose, changes: Sequence[Retyped]) -> Typing:
    """Return the document with *changes* made; a figure that a link or a field parts is left."""
    package = Package(source, name)
    letters = TypedLetters(package, prose)
    edits: dict[str, set[Edit]] = {}
    made: list[Retyped] = []
    in_blocks: list[Retyped] = []
    for change in changes:
        offsets = change.passage.offsets
        line = bisect_right(prose.line_starts, offsets[change.start]) - 1
        start = prose.line_starts[line]
        typed = letters.of_line(line)[offsets[change.start] - start : offsets[change.end - 1] + 1 - start]
        if typed and all(letter.tag for letter in typed):
            in_blocks.append(change)
        elif len({id(letter.parent) for letter in typed}) == 1 and typed[0].parent is not None:
            first, *rest = joined(dict.fromkeys((letter.start, letter.end) for letter in typed))
            edits.setdefault(prose.office_places[line].part, set()).update(
                [(*first, content(change.text)), *((start, end, b"") for start, end in rest)]
            )
            made.append(change)
    changed = {part: edited(package.read(part), each) for part, each in edits.items()}
    return Typing(package.changed(changed), tuple(made), tuple(in_blocks))
