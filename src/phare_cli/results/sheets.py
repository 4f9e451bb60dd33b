"""Read the table in a spreadsheet: choose the sheet, find its header, refuse merged cells. Knows no file formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, islice

from phare_cli.files.findings import Findings
from phare_cli.language.folding import fold
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import Fill, Listing, Message, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results import names
from phare_cli.results.dialect import HEAD, find_header
from phare_cli.results.figures import FileCell
from phare_cli.results.header import Header
from phare_cli.results.rows import EstimatesByKey, Row
from phare_cli.results.rules import Rules
from phare_cli.results.table_reader import read_table, tell_preamble
from phare_cli.results.typed_values import filled, is_blank, text_of, within_limits

_MERGED = sentence(
    "cells {cells} are merged, and one of them alone holds the text: unmerge them and fill in each."
)
_UNCOMPUTED = sentence(
    "the formula of cell {cells} was never computed: open the file in a spreadsheet and save it."
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
    merged: list[CellRange] = field(default_factory=list)
    uncomputed: list[CellRange] = field(default_factory=list)


def read_sheets(
    sheets: Sequence[SheetTable], file: str, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> list[Estimate]:
    """Return the estimates of the sheet that ``--sheet`` names, else of the first with the required columns."""
    wanted = [sheet for sheet in sheets if rules.sheet is None or fold(sheet.name) == fold(rules.sheet)]
    if rules.sheet is not None and not wanted:
        named: dict[str, Fill] = {"file": file, "name": rules.sheet}
        every = Listing(tuple(sentence("“{name}”", name=sheet.name) for sheet in sheets))
        raise WrongOption(Message(_NO_SHEET.text, {**named, "sheets": every}))
    headed = [_headed(sheet, rules) for sheet in wanted]
    whole = [each for each in headed if each[1] is not None and each[1].is_whole]
    if not headed:
        return read_table(None, (), file, rules, findings, seen)
    sheet, header, rows, above = (whole or headed)[0]
    if header is not None and header.is_whole:
        tell_preamble(above, file, findings)
    if len(whole) > 1:
        findings.notice(
            sentence(
                "{file}: sheet “{name}” was read; --sheet chooses another one, such as “{other}”.",
                file=file,
                name=sheet.name,
                other=whole[1][0].name,
            )
        )
    found = Findings()
    beyond: list[int] = []
    notable: dict[int, str] = {}
    fitted = () if header is None else _fitted(rows, header, beyond, notable)
    estimates = read_table(header, within_limits(fitted, file, found), file, rules, found, seen)
    if header is not None and header.is_whole:
        _refuse_areas(sheet, header, file, found, notable)
    findings.absorb(found)
    if beyond:
        findings.notice(
            counted(
                "{file}: the cells to the right of the table were not read (line {line}).",
                "{file}: the cells to the right of the table were not read ({count} lines, the first of them {line}).",
                len(beyond),
                file=file,
                line=beyond[0],
            )
        )
    return estimates


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


def _headed(sheet: SheetTable, rules: Rules) -> tuple[SheetTable, Header | None, Iterator[Row], list[str]]:
    rows = iter(sheet.rows)
    head = list(islice(rows, HEAD))
    header = find_header(((line, [text_of(cell) for cell in cells]) for line, cells in head), rules.map)
    below = (row for row in head if header is not None and row[0] > header.line)
    above = [
        " ".join(filter(None, map(text_of, cells)))
        for line, cells in head
        if header is not None and line < header.line
    ]
    return sheet, header, chain(below, rows), above


def _fitted(rows: Iterable[Row], header: Header, beyond: list[int], notable: dict[int, str]) -> Iterator[Row]:
    """Yield rows as wide as the header; a sheet has no ragged rows, but may have remarks beside its table."""
    width = len(header.names)
    for line, cells in rows:
        kept: list[FileCell] = filled(list(cells))
        if any(not is_blank(cell) for cell in kept[width:]):
            beyond.append(line)
        kept = kept[:width]
        if kept and (names.is_footnote(text_of(kept[0])) or names.is_total(text_of(kept[0]))):
            notable[line] = text_of(kept[0])
        yield line, [*kept, *[""] * (width - len(kept))] if kept else []


def _refuse_areas(
    sheet: SheetTable, header: Header, file: str, findings: Findings, notable: dict[int, str]
) -> None:
    """Refuse merged cells inside the table, and formulas without their value; a footnote may be merged."""
    for area in sheet.merged:
        is_footnote = area.top == area.bottom and area.top in notable
        if area.bottom >= header.line and area.left <= len(header.names) and not is_footnote:
            said = Message(_MERGED.text, {"cells": str(area)})
            findings.problem("merged-cells", said, file, area.top, None, str(area), of_file=True)
    used = set(header.places.values())
    for area in sheet.uncomputed:
        if area.top > header.line and area.left - 1 in used:
            said = Message(_UNCOMPUTED.text, {"cells": str(area)})
            findings.problem("no-cached-value", said, file, area.top, header.names[area.left - 1], str(area))
