"""Read the text of a shape letter by letter, and the lines of its alternative text that hold commands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from phare_cli.documents.office.answer_parts import row_line, text_line
from phare_cli.documents.office.markup import Element, letters, words

OBJECT = "\ufffc"  # what stands for what the program writes: the number of a slide, a date
SIGN = "phare:"
_SHOWS = " ⇒ "  # between a command and what it shows
SHAPES = frozenset({"p:sp", "p:graphicFrame", "p:cxnSp", "p:pic"})
_OWN = {
    "p:sp": "p:nvSpPr",
    "p:graphicFrame": "p:nvGraphicFramePr",
    "p:cxnSp": "p:nvCxnSpPr",
    "p:pic": "p:nvPicPr",
}


class RunLetter(NamedTuple):
    """One letter of a shape, and its bytes from and to."""

    text: str
    start: int
    end: int


class AltLine(NamedTuple):
    """A line of an alternative text: a *command* and what it *shows*, or other words alone."""

    command: str
    shows: str

    @property
    def text(self) -> str:
        if not self.command:
            return self.shows
        return f"{SIGN} {self.command}{_SHOWS}{self.shows}" if self.shows else f"{SIGN} {self.command}"


def names_of(shape: Element) -> Element | None:
    """Return the element that names a shape and describes it."""
    return shape.child(_OWN[shape.name], "p:cNvPr")


def alt_lines(shape: Element) -> list[AltLine]:
    """Return the lines of a shape's alternative text."""
    named = names_of(shape)
    lines = named.get("descr").split("\n") if named and named.get("descr") else []
    return [alt_line(line) for line in lines]


def alt_line(line: str) -> AltLine:
    """Return what a line of an alternative text says."""
    if not line.startswith(SIGN):
        return AltLine("", line)
    command, _, shows = line.removeprefix(SIGN).strip().partition(_SHOWS)
    return AltLine(command, shows)


def paragraphs_of(shape: Element) -> list[Element]:
    return [each for each in shape.walk() if each.name == "a:p"]


def letters_of(data: bytes, paragraph: Element) -> Iterator[RunLetter]:
    """Yield the letters of a paragraph."""
    for child in paragraph.children:
        if child.name == "a:r" and (holder := child.child("a:t")):
            for text, start, end in letters(data, holder):
                yield RunLetter(text, start, end)
        elif child.name == "a:br":
            yield RunLetter("\n", child.start, child.end)
        elif child.name == "a:fld":
            yield RunLetter(OBJECT, child.start, child.end)


def text_of(data: bytes, element: Element) -> str:
    """Return the text of a paragraph, or of all in an element."""
    return "".join(
        words(data, each) if each.name == "a:t" else "\n"
        for each in element.walk()
        if each.name in ("a:t", "a:br")
    )


def table_lines(data: bytes, table: Element) -> tuple[str, ...]:
    """Return a line for each paragraph of a row that is one cell, and for each other row."""
    lines: list[str] = []
    for row in table.each("a:tr"):
        cells = row.each("a:tc")
        if is_one_cell(row):
            lines += [text_line(text_of(data, each)) for each in cells[0].walk() if each.name == "a:p"]
        else:
            lines.append(row_line([cell_text(data, cell) for cell in cells]))
    return tuple(filter(None, lines))


def cell_text(data: bytes, cell: Element) -> str:
    return "\n".join(text_of(data, each) for each in cell.walk() if each.name == "a:p")


def is_one_cell(row: Element) -> bool:
    """Tell whether the cells of a row are joined to one."""
    cells = row.each("a:tc")
    return bool(cells) and cells[0].get("gridSpan") == str(len(cells)) and len(cells) > 1


def joined(places: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return places of bytes, those that touch as one."""
    found: list[tuple[int, int]] = []
    for start, end in places:
        if found and found[-1][1] == start:
            found[-1] = found[-1][0], end
        elif not found or found[-1] != (start, end):
            found.append((start, end))
    return found


def occurrences(text: str, shown: str) -> list[int]:
    """Return the places of *text* in which *shown* stands."""
    places, at = [], text.find(shown) if shown else -1
    while at >= 0:
        places.append(at)
        at = text.find(shown, at + 1)
    return places


def numbered(shown: str, place: int, count: int) -> str:
    """Return what an alternative text says of a figure that stands several times in its shape."""
    return shown if count == 1 else f"{shown} ({place}/{count})"


def unnumbered(shows: str) -> tuple[str, int, int]:
    """Return the figure, which of its occurrences is meant, from 1, and how many there are."""
    head, _, tail = shows.rpartition(" (")
    place, slash, count = tail.removesuffix(")").partition("/")
    if head and slash and tail.endswith(")") and place.isdigit() and count.isdigit():
        return head, int(place), int(count)
    return shows, 1, 1


def described(lines: Sequence[AltLine]) -> str:
    return "\n".join(line.text for line in lines)
