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
from phare_cli.documents.office.slides.deck_record import KeptShape, keep_shapes, text_digits
from phare_cli.documents.office.slides.figure_place import around
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
    """A figure in the text of a shape: the letters that it takes, from and to, and what it shows from now on.

    *written* is what phare wrote there, "" where it is still typed.
    """

    command: str
    start: int
    end: int
    shows: str
    written: str = ""


@dataclass
class BlockShape:
    """A shape that holds blocks, and what its alternative text says of them. *number* is its place in the slide.

    *media* gathers the picture that it needs, by what that shows.
    """

    part: str
    number: int
    name: str
    text: str
    figures: list[ShapeFigure] = field(default_factory=list)
    lines: list[AltLine] = field(default_factory=list)
    table: AltLine | None = None
    is_changed: bool = False
    is_picture: bool = False
    media: dict[str, bytes] = field(default_factory=dict)

    def seals(self) -> list[tuple[str, str]]:
        shown = [
            (digits(each.command), seal((" ".join(each.written.split()),)))
            for each in self.figures
            if each.written
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
        return described([*self._lines()[0], *(line for line in self.lines if not line.command)])

    def kept(self) -> KeptShape:
        """Return what is kept of the shape beside its alternative text."""
        lines, sides, text = self._lines()
        shown = self.table.shows if self.table else text_digits(text)
        return KeptShape(self.part, self.name, shown, tuple(line.text for line in lines), tuple(sides))

    def _lines(self) -> tuple[list[AltLine], list[tuple[str, str]], str]:
        """Return a line for each block, the words beside each figure, and the text of the shape from now on."""
        pieces, at, places = [], 0, []
        for figure in sorted(self.figures, key=lambda each: each.start):
            pieces += [self.text[at : figure.start], figure.shows]
            end = sum(map(len, pieces))
            places.append((end - len(figure.shows), end, figure))
            at = figure.end
        text = "".join([*pieces, self.text[at:]])
        lines = [] if self.table is None else [self.table]
        sides: list[tuple[str, str]] = [] if self.table is None else [("", "")]
        for number, (place, end, figure) in enumerate(places):
            all_places = occurrences(text, figure.shows)
            nth = all_places.index(place) + 1 if place in all_places else 1
            lines.append(AltLine(figure.command, numbered(figure.shows, nth, len(all_places))))
            low = places[number - 1][1] if number else 0
            high = places[number + 1][0] if number + 1 < len(places) else len(text)
            sides.append(around(text, place, end, low, high))
        return lines, sides, text


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
    kept = [kept for shape in shapes if (kept := shape.kept()).lines]
    return keep_shapes(package, kept, illustrated(package, media, "ppt", parts))


def shapes_in(root: Element) -> list[Element]:
    return [each for each in root.walk() if each.name in SHAPES]
