"""What ``phare tidy`` answers: the tables of a published file as tidy results, or a first spec of them to correct."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from typing import NamedTuple

from phare_cli.files.delimiter import HEAD
from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.typed_cells import cell_text
from phare_cli.language.folding import fold
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData, WrongOption
from phare_cli.nouns.message import Fill, Listing, Message, counted, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import Survey
from phare_cli.nouns.table import Table
from phare_cli.recipes.tabulate.contract_table import results_table
from phare_cli.results.crosstabs.cell_grid import CellGrid, open_grids
from phare_cli.results.crosstabs.find_blocks import TableBlock, find_blocks
from phare_cli.results.crosstabs.layout_file import parse_range, read_layout_file
from phare_cli.results.crosstabs.layout_text import called, layout_text
from phare_cli.results.crosstabs.read_layout import TableReader
from phare_cli.results.crosstabs.table_layout import (
    COUNT,
    FRACTION,
    PERCENT,
    ROWS,
    FileLayout,
    LineRole,
    Said,
    TableLayout,
)
from phare_cli.results.crosstabs.understanding import Understood, understand
from phare_cli.results.headers.find_header import find_header
from phare_cli.results.headers.one_row_a_figure import shown_as_results

_NO_TABLE = sentence("no table of figures was found: --sheet chooses a sheet, --table a range of cells.")
_NO_SUCH_TABLE = sentence("“{file}” has no table {text}: {tables}.")
_FOUND = sentence("{number} ({place})")
_UNDERSTOOD = sentence("table {number}, {place}: {items} in {side}, {groups}, {values}: “{indicator}”.")
_HOW = sentence("--draft prints all of what was understood, as a spec to correct.")
_UNDECIDED = sentence("how are the figures of this table written? {why}. Say it with --values, or in a spec.")
_LEFT_OUT = counted(
    "table {number}: left out, for it holds no answers: {lines}.",
    "table {number}: left out, for they hold no answers: {lines}.",
    1,
)
_MARKS = {",": "comma", ".": "point"}
_KINDS: Mapping[str, Message | str] = {
    PERCENT: sentence("percentages"),
    FRACTION: sentence("shares of 1"),
    COUNT: sentence("counts of people"),
    "": sentence("figures of an unknown kind"),
}
_ITEMS = {ROWS: sentence("rows"), "columns": sentence("columns")}


class Tidied(NamedTuple):
    """The results of a file's tables, as a survey and as a table to write, and what is to be said of them."""

    survey: Survey
    results: Table

    @property
    def notices(self) -> tuple[Message, ...]:
        """What is to be said of them."""
        return self.survey.notices


def tidy(
    file: str,
    *,
    options: FileOptions,
    spec: str | None = None,
    tables: Sequence[str] = (),
    said: Said | None = None,
    values: str = "",
    counted_from: str = "",
) -> Tidied:
    """Return the tables of *file* as results, by a *spec* or, without one, by what they look like, which is told.

    *said* goes before what spec and tables say. Raises InvalidData with every problem of the tables, UnreadableInput
    for what is no table, WrongOption for a table that is not there.
    """
    findings = Findings()
    grids = open_grids(file, options, findings)
    findings.raise_any()
    asked = said or Said()
    if spec is not None:
        layout = _chosen(read_layout_file(spec), tables)
    else:
        understood = _understood(file, grids, tables, values=values, decimal=options.decimal)
        for number, each in enumerate(understood, 1):
            findings.notice(_summary(each, number))
            if left_out := each.left_out:
                values_said: dict[str, Fill] = {
                    "number": number,
                    "lines": Listing(tuple(left_out)),
                    "count": len(left_out),
                }
                findings.notice(Message(_LEFT_OUT.text, values_said, _LEFT_OUT.plural))
            if not each.layout.values:
                area = each.layout.area
                message = Message(_UNDECIDED.text, {"why": each.values_remark})
                findings.problem("unclear-values", message, file, area.top, None, str(area))
        findings.notice(_HOW)
        findings.raise_any()
        layout = FileLayout(tuple(each.layout for each in understood), Said(stakeholder=called(understood)))
    whole_said = asked.over(layout.said)
    seen: dict[tuple[str, ...], str] = {}
    estimates = []
    for table in layout.tables:
        grid = _grid(table, grids, file, spec)
        # What the command line says goes before what the table says of itself.
        told = replace(
            table,
            said=asked.over(table.said),
            values=values or table.values,
            decimal=_MARKS.get(options.decimal, table.decimal),
        )
        estimates += TableReader(grid, told, whole_said, file, findings, seen).estimates()
    if not estimates and not findings.problem_count:
        findings.problem("no-rows", _NO_TABLE, file)
    findings.raise_any()
    kept = [each._replace(counted_from=counted_from) for each in estimates]
    survey = Survey.of(kept, findings.notices)
    table_of_results = results_table(survey)._replace(command="tidy")
    return Tidied(survey, table_of_results)


def draft_tidy(
    file: str,
    typesetter: Typesetter,
    *,
    options: FileOptions,
    tables: Sequence[str] = (),
    said: Said | None = None,
    values: str = "",
) -> tuple[str, tuple[Message, ...]]:
    """Return the spec of what the tables of *file* look like, and what reading it gave to say. Raises as tidy()."""
    findings = Findings()
    grids = open_grids(file, options, findings)
    findings.raise_any()
    understood = _understood(file, grids, tables, values=values, decimal=options.decimal)
    return layout_text(file, understood, said or Said(), typesetter.say), tuple(findings.notices)


def _understood(
    file: str, grids: Sequence[CellGrid], tables: Sequence[str], *, values: str, decimal: str
) -> list[Understood]:
    """Return what the tables that were asked for look like: by number, by range, all of them where none is named."""
    for grid in grids:
        fit = find_header(
            ((line, [cell_text(cell) for cell in cells]) for line, cells in enumerate(grid.rows[:HEAD], 1)),
            {},
        )
        tidy_already = None if fit is None else shown_as_results(fit.header, file)
        if fit is not None and tidy_already is not None:
            raise InvalidData([Problem("tidy-already", tidy_already, file, fit.line)])
    blocks = [block for grid in grids for block in find_blocks(grid)]
    if tables:
        blocks = [block for text in tables for block in _asked(text, blocks, grids, file)]
    if not blocks:
        raise InvalidData([Problem("no-rows", _NO_TABLE, file)])
    scored = values.startswith("score/")
    found = [
        understand(block, _title(block, file), _MARKS.get(decimal, ""), scored=scored) for block in blocks
    ]
    return [each._replace(layout=replace(each.layout, values=values)) if values else each for each in found]


def _title(block: TableBlock, file: str) -> str:
    return block.grid.name or PurePath(file).stem


def _asked(text: str, blocks: Sequence[TableBlock], grids: Sequence[CellGrid], file: str) -> list[TableBlock]:
    """Return the table that a number or a range names, ``2`` or ``Q1!A3:H20``. Raises WrongOption."""
    if text.isdecimal() and 0 < int(text) <= len(blocks):
        return [blocks[int(text) - 1]]
    sheet, _, cells = text.rpartition("!")
    area = None if text.isdecimal() else parse_range(cells)
    named = [grid for grid in grids if not sheet or fold(grid.name) == fold(sheet.strip("'"))]
    if area is not None and named:
        whole = [block for block in blocks if block.grid is named[0] and block.area == area]
        return whole or find_blocks(named[0], area)  # a range without the words around it has them no less
    listed = [
        Message(_FOUND.text, {"number": str(number), "place": _place(block)})
        for number, block in enumerate(blocks, 1)
    ]
    values: dict[str, Fill] = {"file": file, "text": text, "tables": Listing(tuple(listed))}
    raise WrongOption(Message(_NO_SUCH_TABLE.text, values))


def _place(block: TableBlock) -> str:
    return f"{block.grid.name}!{block.area}" if block.grid.name else str(block.area)


def _chosen(layout: FileLayout, tables: Sequence[str]) -> FileLayout:
    if tables:
        raise WrongOption(sentence("the spec says which tables are read: leave --table out, or the spec."))
    return layout


def _grid(table: TableLayout, grids: Sequence[CellGrid], file: str, spec: str | None) -> CellGrid:
    """Return the sheet of a table. Raises InvalidData where the file has none of that name."""
    for grid in grids:
        if fold(grid.name) == fold(table.sheet) or (not table.sheet and len(grids) == 1):
            return grid
    sheets = Listing(tuple(sentence("“{name}”", name=grid.name) for grid in grids))
    values: dict[str, Fill] = {"file": file, "name": table.sheet, "sheets": sheets}
    message = Message("“{file}” has no sheet called “{name}”: it has {sheets}.", values)
    raise InvalidData([Problem("wrong-spec", message, spec or file, column="sheet")])


def _summary(understood: Understood, number: int) -> Message:
    layout = understood.layout
    groups = sum(line.role is LineRole.GROUP for line in layout.of_groups.values())
    opened = [line.opens for line in layout.of_items.values() if line.opens]
    place = f"{layout.sheet}!{layout.area}" if layout.sheet else str(layout.area)
    lines = understood.axes.rows if layout.items == ROWS else understood.axes.columns
    told = [layout.of_items.get(line.place) for line in lines]
    answers = sum(line is None or line.role is LineRole.ITEM for line in told)
    values: dict[str, Fill] = {
        "number": number,
        "place": place,
        "items": counted("{count} line of answers", "{count} lines of answers", answers),
        "side": _ITEMS[layout.items],
        "groups": counted("{count} group", "{count} groups", groups),
        "values": _KINDS.get(layout.values, layout.values),
        "indicator": layout.indicator or (opened[0] if opened else ""),
    }
    return Message(_UNDERSTOOD.text, values)
