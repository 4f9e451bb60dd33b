"""Open the sheets of workbooks of Excel before 2007 (.xls) and of binary ones (.xlsb).

Their number formats are not told: a cell that shows 57 % is 0.57 here.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from phare_cli.files import limits
from phare_cli.files.extras import needing
from phare_cli.files.fitting import Row
from phare_cli.files.kind import OLD_OFFICE
from phare_cli.files.source import OpenedFile
from phare_cli.files.typed_cells import cell_of, filled
from phare_cli.files.workbooks.sheets import CellRange, SheetTable
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook


def old_excel_sheets(source: OpenedFile) -> list[SheetTable]:
    """Return the sheets of an old workbook. Raises UnreadableInput when it is damaged, or its library is missing."""
    with needing("excel", source.name):
        from python_calamine import CalamineError, SheetTypeEnum, SheetVisibleEnum, load_workbook
    try:
        book = load_workbook(source.again())
        return [
            _sheet(book, sheet.name, is_hidden=sheet.visible != SheetVisibleEnum.Visible)
            for sheet in book.sheets_metadata
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]
    except (CalamineError, OSError, ValueError):
        raise UnreadableInput(Message(OLD_OFFICE.text, {"file": source.name})) from None


def _sheet(book: CalamineWorkbook, name: str, *, is_hidden: bool) -> SheetTable:
    sheet = book.get_sheet_by_name(name)
    merged = [
        CellRange(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
    rows = sheet.to_python(skip_empty_area=False) if sheet.height else []
    if len(rows) > limits.ROWS:
        raise ValueError(len(rows))
    return SheetTable(name, _rows(rows), is_hidden, merged)


def _rows(rows: Sequence[Sequence[object]]) -> Iterator[Row]:
    for line, cells in enumerate(rows, 1):
        yield line, filled([cell_of(value) for value in cells])
