"""Read a paragraph of Word letter by letter, each with the run that it stands in. Changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from phare_cli.documents.office.answer_parts import row_line, text_line
from phare_cli.documents.office.markup import Element, letters, words
from phare_cli.documents.office.word.word_pictures import picture_lines

OBJECT = "\ufffc"  # what stands for something that is no text: a picture, a note's number
# What is in a run and shows nothing of its own.
_UNSEEN = frozenset(
    {"w:rPr", "w:lastRenderedPageBreak", "w:softHyphen", "w:delText", "w:instrText", "w:fldChar"}
)
MARKS = {"w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:ptab": "\t"}
_SKIPPED = frozenset({"w:pPr", "w:del", "w:moveFrom", "w:sdtPr", "w:sdtEndPr", "w:proofErr"})
_COMMENTS = frozenset({"w:commentReference", "w:annotationRef"})


class Letter(NamedTuple):
    """One letter of a paragraph: the *run* and the element *holder* in it, the bytes from and to."""

    text: str
    run: Element
    holder: Element
    start: int
    end: int
    in_field: bool


class FieldDepth:
    """How many fields are open where one reads: their text is made by the program."""

    def __init__(self) -> None:
        self.depth = 0

    def note(self, mark: Element) -> None:
        kind = mark.get("w:fldCharType")
        self.depth = max(0, self.depth + (kind == "begin") - (kind == "end"))


def letters_of(data: bytes, paragraph: Element, fields: FieldDepth) -> list[Letter]:
    """Return the letters of a paragraph, those of text boxes anchored in it and of deleted text left out."""
    found: list[Letter] = []
    for run in runs_of(paragraph):
        for holder in run.children:
            inside = fields.depth > 0
            if holder.name == "w:t":
                found += [
                    Letter(text, run, holder, start, end, inside)
                    for text, start, end in letters(data, holder)
                ]
            elif holder.name in MARKS:
                found.append(Letter(MARKS[holder.name], run, holder, holder.start, holder.end, inside))
            elif holder.name == "w:fldChar":
                fields.note(holder)
            elif holder.name not in _UNSEEN and holder.name not in _COMMENTS:
                found.append(Letter(OBJECT, run, holder, holder.start, holder.end, inside))
    return found


def runs_of(element: Element) -> Iterator[Element]:
    """Yield the runs that show text in a paragraph, or in a part of one; a run yields itself."""
    for child in [element] if element.name == "w:r" else element.children:
        if child.name == "w:r":
            yield child
        elif child.name not in _SKIPPED and child.name != "w:p":
            yield from runs_of(child)


def text_of(data: bytes, element: Element) -> str:
    """Return the text of a paragraph, or of a part of one."""
    return "".join(
        words(data, holder) if holder.name == "w:t" else MARKS.get(holder.name, "")
        for run in runs_of(element)
        for holder in run.children
    )


def lines_in(data: bytes, elements: list[Element]) -> Iterator[str]:
    """Yield a line for each paragraph and each row of a table; *elements* stand one after the other in a story."""
    for element in elements:
        match element.name:
            case "w:p":
                yield text_line(text_of(data, element))
                yield from picture_lines(element)
            case "w:tbl":
                for row in rows_of(element):
                    yield row_line([cell_text(data, cell) for cell in cells_of(row)])
            case "w:sdt":
                yield from lines_in(data, (element.child("w:sdtContent") or element).children)
            case "w:ins" | "w:moveTo" | "w:customXml":
                yield from lines_in(data, element.children)


def rows_of(table: Element) -> list[Element]:
    return [row for child in table.children for row in _inside(child, "w:tr")]


def cells_of(row: Element) -> list[Element]:
    return [cell for child in row.children for cell in _inside(child, "w:tc")]


def _inside(element: Element, name: str) -> list[Element]:
    if element.name == name:
        return [element]
    if element.name in ("w:sdt", "w:sdtContent", "w:customXml"):
        return [found for child in element.children for found in _inside(child, name)]
    return []


def cell_text(data: bytes, cell: Element) -> str:
    return "\n".join(text_of(data, each) for each in cell.walk() if each.name == "w:p")
