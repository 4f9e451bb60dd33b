"""Find the table in a spreadsheet: the sheet, its header, its rows; refuse cells that hold no text of their own.

Knows no file formats, and of a header only what the reader looks for.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice
from typing import TYPE_CHECKING, Generic

from phare_cli.files.delimiter import HEAD, AnyHeader, Fit
from phare_cli.files.faults.skipped import tell_preamble
from phare_cli.files.findings import Findings
from phare_cli.files.fitting import FileCell, Row
from phare_cli.files.typed_cells import cell_text, filled, is_blank, within_limits
from phare_cli.language.folding import fold
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Fill, Listing, Message, counted, sentence

if TYPE_CHECKING:
    from phare_cli.files.delimiter import FindHeader

_MERGED = sentence(
    "cells {cells} are merged, and one of them alone holds the text: unmerge them and fill in each."
)
_UNCOMPUTED = sentence(
    "the formula of cell {cells} was never computed: open the file in a spreadsheet and save it."
)
_ERROR = sentence(
    "cell {cells} holds an error of its formula ({text}), no answer and no figure: mend or empty it."
)
_NO_SHEET = sentence("“{file}” has no sheet called “{name}”: it has {sheets}.")


@dataclass(frozen=True, slots=True)
class CellRange:
    """A rectangle of cells, rows and columns from 1."""

    top: int
    left: int
    bottom: int
    right: int

    def __str__(self) -> str:
        first, last = address(self.top, self.left), address(self.bottom, self.right)
        return first if first == last else f"{first}:{last}"


@dataclass(slots=True)
class SheetTable:
    """One sheet: its rows from the first, and what its reader met by the time the rows are through."""

    name: str
    rows: Iterable[Row]
    is_hidden: bool = False
    merged: list[CellRange] = field(default_factory=list)
    uncomputed: list[CellRange] = field(default_factory=list)
    errors: list[tuple[CellRange, str]] = field(default_factory=list)  # #N/A, #DIV/0!...
    hidden_rows: list[int] = field(default_factory=list)


class SheetBody(Generic[AnyHeader]):
    """The rows of one sheet below its header, which may be None in a sheet without any row."""

    def __init__(
        self, sheet: SheetTable, fit: Fit[AnyHeader] | None, rows: Iterator[Row], above: Sequence[str]
    ) -> None:
        self.fit = fit
        self.name = sheet.name
        self.above = above
        self._sheet = sheet
        self._rows = rows
        self._beyond: list[int] = []
        self._notes: set[int] = set()

    def rows(
        self, width: int, file: str, findings: Findings, is_note: Callable[[str], bool] = lambda text: False
    ) -> Iterator[Row]:
        """Yield rows of *width* cells; a sheet has no ragged rows, but may have remarks beside its table.

        A row whose first cell *is a note* may be merged.
        """
        return within_limits(self._fitted(width, is_note), file, findings)

    def tell(
        self, names: Sequence[str], places: Collection[int], file: str, findings: Findings, *, rows: int = 1
    ) -> None:
        """Tell what cannot be in the columns at *places* of *names*, once all rows were read.

        The header may take several *rows*.
        """
        line = self.fit.line if self.fit is not None else 0
        self._refuse_merged(line if rows == 1 else line + rows, len(names), file, findings)
        self._refuse_formulas(line + rows, names, places, file, findings)
        if self._beyond:
            findings.notice(
                counted(
                    "{file}: the cells to the right of the table were not read (line {line}).",
                    "{file}: the cells to the right of the table were not read "
                    "({count} lines, the first of them {line}).",
                    len(self._beyond),
                    file=file,
                    line=self._beyond[0],
                )
            )
        hidden = [row for row in self._sheet.hidden_rows if row > line]
        if hidden:
            findings.notice(
                counted(
                    "{file}: {count} row is hidden in the workbook and was read (line {line}).",
                    "{file}: {count} rows are hidden in the workbook and were read, the first of them line {line}.",
                    len(hidden),
                    file=file,
                    line=hidden[0],
                )
            )

    def _fitted(self, width: int, is_note: Callable[[str], bool]) -> Iterator[Row]:
        for line, cells in self._rows:
            kept: list[FileCell] = filled(list(cells))
            if any(not is_blank(cell) for cell in kept[width:]):
                self._beyond.append(line)
            kept = kept[:width]
            if kept and is_note(cell_text(kept[0])):
                self._notes.add(line)
            yield line, [*kept, *[""] * (width - len(kept))] if kept else []

    def _refuse_merged(self, first: int, width: int, file: str, findings: Findings) -> None:
        """Refuse merged cells from the *first* line on: exports merge the questions of headers of several rows."""
        for area in self._sheet.merged:
            is_note = area.top == area.bottom and area.top in self._notes
            if area.bottom >= first and area.left <= width and not is_note:
                message = Message(_MERGED.text, {"cells": str(area)})
                findings.problem("merged-cells", message, file, area.top, None, str(area), of_file=True)

    def _refuse_formulas(
        self, first: int, names: Sequence[str], places: Collection[int], file: str, findings: Findings
    ) -> None:
        for area in self._sheet.uncomputed:
            if area.top >= first and area.left - 1 in places:
                message = Message(_UNCOMPUTED.text, {"cells": str(area)})
                column = names[area.left - 1]
                findings.problem("no-cached-value", message, file, area.top, column, str(area))
        for area, text in self._sheet.errors:
            if area.top >= first and area.left - 1 in places:
                message = Message(_ERROR.text, {"cells": str(area), "text": text})
                findings.problem("error-cell", message, file, area.top, names[area.left - 1], str(area))


def choose_sheet(
    sheets: Sequence[SheetTable],
    file: str,
    asked: str | None,
    find: FindHeader[AnyHeader],
    findings: Findings,
) -> SheetBody[AnyHeader] | None:
    """Return the sheet that ``--sheet`` names, else the first with a whole header; None where there is no sheet.

    Hidden sheets are looked at only when there are no others. Raises WrongOption for a name that no sheet has.
    """
    seen = [sheet for sheet in sheets if not sheet.is_hidden] or sheets
    candidates = seen if asked is None else [sheet for sheet in sheets if fold(sheet.name) == fold(asked)]
    if asked is not None and not candidates:
        every = Listing(tuple(sentence("“{name}”", name=sheet.name) for sheet in sheets))
        values: dict[str, Fill] = {"file": file, "name": asked, "sheets": every}
        raise WrongOption(Message(_NO_SHEET.text, values))
    bodies = [_headed(sheet, find) for sheet in candidates]
    if not bodies:
        return None
    whole = [body for body in bodies if body.fit is not None and body.fit.is_whole]
    body = whole[0] if whole else max(bodies, key=_held)
    if body in whole:
        tell_preamble(body.above, file, findings)
    elif others := [sheet.name for sheet in seen if sheet.name != body.name]:
        findings.sheets[file] = sentence(
            "Sheet “{name}” was read; --sheet chooses another one, such as “{other}”.",
            name=body.name,
            other=others[0],
        )
    if len(whole) > 1:
        findings.notice(
            sentence(
                "{file}: sheet “{name}” was read; --sheet chooses another one, such as “{other}”.",
                file=file,
                name=body.name,
                other=whole[1].name,
            )
        )
    return body


def _held(body: SheetBody[AnyHeader]) -> tuple[int, ...]:
    """Return how much a sheet holds of what is looked for, to be compared with others."""
    return (-1,) if body.fit is None else body.fit.rank[:2]


def address(row: int, column: int) -> str:
    """Return the address of a cell as spreadsheets write it.

    >>> address(3, 28)
    'AB3'
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return f"{letters}{row}"


def _headed(sheet: SheetTable, find: FindHeader[AnyHeader]) -> SheetBody[AnyHeader]:
    rows = iter(sheet.rows)
    head = list(islice(rows, HEAD))
    fit = find((line, [cell_text(cell) for cell in cells]) for line, cells in head)
    if fit is None:
        return SheetBody(sheet, fit, chain(head, rows), ())
    below = (row for row in head if row[0] > fit.line)
    above = [" ".join(filter(None, map(cell_text, cells))) for line, cells in head if line < fit.line]
    return SheetBody(sheet, fit, chain(below, rows), above)
