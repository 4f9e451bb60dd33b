"""Fit the rows of a table to its header: empty rows and tails are dropped and counted, nothing is ever shifted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from phare_cli.files.findings import Findings
from phare_cli.files.numbers import Number
from phare_cli.files.skipped import Skipped
from phare_cli.language.folding import clean
from phare_cli.nouns.message import Message, counted

FileCell = str | Number
FileCells = Sequence[FileCell]
Row = tuple[int, FileCells]  # the line where it begins, and what it holds
AnyCell = TypeVar("AnyCell", bound=FileCell)


class TableShape:
    """What the header of one file asks of its rows: *width* cells, of which *least* have a name.

    A row that holds the *names* again is the header of a second file, pasted below the first.
    """

    __slots__ = ("file", "least", "names", "width")

    def __init__(self, file: str, width: int, least: int, names: tuple[str, ...] = ()) -> None:
        self.file, self.width, self.least, self.names = file, width, least, names

    @classmethod
    def of(cls, file: str, names: Sequence[str], *, is_numbered: bool = False) -> TableShape:
        """Return the shape under a header of these *names*; without one they are numbers, which rows may hold."""
        least = max((place for place, name in enumerate(names, 1) if name), default=0)
        return cls(file, len(names), least, () if is_numbered else tuple(names))


def fitted(
    rows: Iterable[tuple[int, Sequence[AnyCell]]],
    shape: TableShape,
    skipped: Skipped,
    findings: Findings,
    is_beside: Callable[[int, FileCells], bool] = lambda line, cells: False,
) -> Iterator[tuple[int, Sequence[AnyCell]]]:
    """Yield *rows* as wide as the header; a row that cannot be is a problem, unless it *is beside* the table.

    Empty rows are counted, but for those at the end of the file: that is how files end.
    """
    width, empty = shape.width, skipped.empty
    blank = blank_at = 0
    for line, cells in rows:
        if not cells:
            blank, blank_at = blank + 1, blank_at or line
            continue
        if blank:
            skipped.note(empty, blank_at, blank)
            blank = blank_at = 0
        if not any(cells):  # ;;;;
            skipped.note(empty, line)
        elif len(cells) == width:
            if shape.names and _text(cells[0]) == shape.names[0] and _repeats(cells, shape.names):
                skipped.note(skipped.headers, line)
            else:
                yield line, cells
        elif len(cells) > width and not any(map(_text, cells[width:])):
            skipped.note(skipped.tails, line)
            yield line, cells[:width]
        elif shape.least <= len(cells) < width:
            yield line, [*cells, *[""] * (width - len(cells))]  # type: ignore[list-item]  # "" is every kind's blank
        elif not is_beside(line, cells):
            findings.problem("ragged-row", _misfit(len(cells), shape.least), shape.file, line)


def _repeats(cells: FileCells, names: Sequence[str]) -> bool:
    return all(clean(_text(cell)) == name for cell, name in zip(cells, names, strict=True))


def _text(cell: FileCell) -> str:
    return (cell if isinstance(cell, str) else cell.text).strip()


def _misfit(found: int, expected: int) -> Message:
    """Return what is wrong with a row of so many cells."""
    if found < expected:
        return counted(
            "the row has {count} cell and the header {expected}: fill in the others; "
            "a cell that holds a line break needs quotes.",
            "the row has {count} cells and the header {expected}: fill in the others; "
            "a cell that holds a line break needs quotes.",
            found,
            expected=expected,
        )
    return counted(
        "the row has {count} cell and the header {expected}: a cell that holds the delimiter needs quotes.",
        "the row has {count} cells and the header {expected}: a cell that holds the delimiter needs quotes.",
        found,
        expected=expected,
    )
