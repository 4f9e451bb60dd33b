"""Fit the rows of a table to its header: empty rows and tails are dropped and counted, nothing is ever shifted."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeVar

from phare_cli.files.faults.skipped import Skipped
from phare_cli.files.findings import Findings
from phare_cli.files.numbers import Number
from phare_cli.language.folding import fold
from phare_cli.nouns.message import Message, counted, sentence

FileCell = str | Number
FileCells = Sequence[FileCell]
Row = tuple[int, FileCells]  # the line where it begins, and what it holds
AnyCell = TypeVar("AnyCell", bound=FileCell)
_OTHER_ORDER = sentence(
    "this line holds the names of the columns in another order: the rows of a second file stand below it, under names "
    "that are not theirs. Save them apart."
)


class TableShape:
    """What the header of one file asks of its rows: *width* cells, of which *least* have a name.

    A row that holds the cells of one of its rows again, *headers*, is that of a second file, pasted below the first.
    Under a lone name a row must hold it to the letter.
    """

    __slots__ = ("file", "firsts", "headers", "least", "width")

    def __init__(self, file: str, width: int, least: int, headers: Sequence[Sequence[str]]) -> None:
        self.file, self.width, self.least = file, width, least
        self.headers = [[*map(fold, row)] for row in headers if len(row) == width and any(row)]
        firsts = (
            {row[0] for row in headers if row} | {cell for cell in headers[0] if cell} if headers else set()
        )
        self.firsts = firsts if width == 1 else {cell.casefold() for cell in firsts}

    @classmethod
    def of(
        cls, file: str, names: Sequence[str], headers: Sequence[Sequence[str]] | None = None
    ) -> TableShape:
        """Return the shape under a header of these *names*, whose rows are *headers*: the names themselves, if None."""
        least = max((place for place, name in enumerate(names, 1) if name), default=0)
        return cls(file, len(names), least, (names,) if headers is None else headers)


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
        elif len(cells) >= width and not any(map(_text, cells[width:])):
            if shape.headers and (pasted := _pasted(cells[:width], shape)) is not None:
                if pasted:
                    skipped.note(skipped.headers, line)
                else:
                    findings.problem("pasted-header", _OTHER_ORDER, shape.file, line)
                continue
            if len(cells) > width:
                skipped.note(skipped.tails, line)
            yield line, cells[:width]
        elif shape.least <= len(cells) < width:
            yield line, [*cells, *[""] * (width - len(cells))]  # type: ignore[list-item]  # "" is every kind's blank
        elif not is_beside(line, cells):
            findings.problem("ragged-row", _misfit(len(cells), shape.least), shape.file, line)


def _pasted(cells: FileCells, shape: TableShape) -> bool | None:
    """Tell whether a row repeats one of the header, in its order or in another (False); None when it does not."""
    first = _text(cells[0]).strip('\ufeff"')
    if (first if shape.width == 1 else first.casefold()) not in shape.firsts:
        return None
    folded = [fold(_text(cell)) for cell in cells]
    if folded in shape.headers:
        return True
    return False if sorted(folded) == sorted(shape.headers[0]) else None


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
