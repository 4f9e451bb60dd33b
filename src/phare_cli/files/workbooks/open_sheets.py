"""Open the sheets of any workbook; what reads one kind is imported for that kind alone."""

from __future__ import annotations

from phare_cli.files.source import OpenedFile
from phare_cli.files.workbooks.sheets import SheetTable


def open_sheets(source: OpenedFile) -> list[SheetTable]:
    """Return the sheets of a workbook. Raises UnreadableInput when it is damaged, or what reads it is missing."""
    match source.kind:
        case "xlsx":
            from phare_cli.files.workbooks.xlsx import xlsx_sheets as sheets_of
        case "ods":
            from phare_cli.files.workbooks.ods import ods_sheets as sheets_of
        case _:
            from phare_cli.files.workbooks.old_excel import old_excel_sheets as sheets_of
    return sheets_of(source)
