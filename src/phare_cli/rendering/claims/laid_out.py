"""Lay the passages of a document out for whoever reads of its claims: paragraphs, and tables by their rows."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from phare_cli.nouns.remark import MarkedDocument, MarkedPassage, Remark


class RemarkedPassage(NamedTuple):
    """A paragraph, a heading, an item or a cell, with the remarks on its claims."""

    passage: MarkedPassage
    remarks: tuple[Remark, ...]


class RemarkedRow(NamedTuple):
    """The cells of one row of a table, and the words at its head."""

    heading: str
    cells: tuple[RemarkedPassage, ...]

    @property
    def in_line(self) -> RemarkedPassage:
        """The row as one line, each cell behind the head of its column; its remarks stand where their words do."""
        text, remarks = self.heading, []
        for passage, of_cell in self.cells:
            text += " | " + (f"{passage.column} " if passage.column else "")
            shift = len(text)
            text += passage.text
            remarks += [each._replace(start=each.start + shift, end=each.end + shift) for each in of_cell]
        return RemarkedPassage(MarkedPassage(text, "cell"), tuple(remarks))


def parts_of(document: MarkedDocument) -> Iterator[RemarkedPassage | tuple[RemarkedRow, ...]]:
    """Yield the passages of a document, those of one table together as its rows."""
    remarked = (RemarkedPassage(*each) for each in document.remarked())
    for is_table, passages in groupby(remarked, key=lambda each: each.passage.role == "cell"):
        if is_table:
            yield tuple(_rows(passages))
        else:
            yield from passages


def _rows(cells: Iterator[RemarkedPassage]) -> Iterator[RemarkedRow]:
    row: list[RemarkedPassage] = []
    for cell in cells:
        is_new = bool(row) and (
            cell.passage.heading != row[0].passage.heading
            or cell.passage.column in [each.passage.column for each in row]
        )
        if is_new:
            yield RemarkedRow(row[0].passage.heading, tuple(row))
            row = []
        row.append(cell)
    yield RemarkedRow(row[0].passage.heading, tuple(row))
