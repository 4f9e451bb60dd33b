"""Write what a shape's alternative text says of the blocks in it: their commands, what each shows, where it stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from phare_cli.documents.office.answer_parts import picture_line, picture_name
from phare_cli.documents.office.blocks_found import Edit
from phare_cli.documents.office.markup import Element, attribute_edit, edited, parse
from phare_cli.documents.office.open_packaging import illustrated
from phare_cli.documents.office.package import Package
from phare_cli.documents.office.record import Record, digits, seal
from phare_cli.documents.office.slides.shape_text import (
    SHAPES,
    AltLine,
    described,
    names_of,
    numbered,
    occurrences,
)


@dataclass
class ShapeFigure:
    """A figure in the text of a shape: the letters that it takes, from and to, and what it shows from now on."""

    command: str
    start: int
    end: int
    shows: str


@dataclass
class BlockShape:
    """A shape that holds blocks, and what its alternative text says of them. *number* is its place in the slide.

    *media* gathers the picture that it needs, by what that shows.
    """

    part: str
    number: int
    text: str
    figures: list[ShapeFigure] = field(default_factory=list)
    lines: list[AltLine] = field(default_factory=list)
    table: AltLine | None = None
    is_changed: bool = False
    is_picture: bool = False
    media: dict[str, bytes] = field(default_factory=dict)

    def seals(self) -> list[tuple[str, str]]:
        shown = [
            (digits(each.command), seal((" ".join(each.shows.split()),)))
            for each in self.figures
            if each.shows
        ]
        if self.table and self.table.shows:
            own = seal(self.picture_lines()) if self.is_picture else self.table.shows
            shown.append((digits(self.table.command), own))
        return shown

    def picture_lines(self) -> tuple[str, ...]:
        """Return what the picture says that the alternative text tells of."""
        return (picture_line(picture_name(self.table.shows)),) if self.table and self.table.shows else ()

    def description(self) -> str:
        """Return the alternative text: a line for each block, then the words of people."""
        pieces, at, places = [], 0, []
        for figure in sorted(self.figures, key=lambda each: each.start):
            pieces += [self.text[at : figure.start], figure.shows]
            places.append((sum(map(len, pieces)) - len(figure.shows), figure))
            at = figure.end
        text = "".join([*pieces, self.text[at:]])
        lines = [] if self.table is None else [self.table]
        for place, figure in places:
            all_places = occurrences(text, figure.shows)
            nth = all_places.index(place) + 1 if place in all_places else 1
            lines.append(AltLine(figure.command, numbered(figure.shows, nth, len(all_places))))
        return described([*lines, *(line for line in self.lines if not line.command)])


def descriptions_written(
    package: Package, shapes: Sequence[BlockShape], record: Record, changed: dict[str, bytes]
) -> dict[str, bytes]:
    """Return *changed* with the alternative texts of the shapes whose blocks were written."""
    parts = dict(changed)
    for part in dict.fromkeys(shape.part for shape in shapes if shape.is_changed):
        data = parts.get(part) or package.read(part)
        elements = shapes_in(parse(data))
        edits: list[Edit] = []
        for shape in shapes:
            named = names_of(elements[shape.number]) if shape.is_changed and shape.part == part else None
            if named is not None:
                edits.append(attribute_edit(data, named, "descr", shape.description()))
        parts[part] = edited(data, edits)
    media: dict[str, dict[str, bytes]] = {}
    for shape in shapes:
        media.setdefault(shape.part, {}).update(shape.media)
    return illustrated(package, media, "ppt", parts)


def shapes_in(root: Element) -> list[Element]:
    return [each for each in root.walk() if each.name in SHAPES]
