"""Write a Table as an Excel workbook: one sheet, machine names, numbers as numbers, codes as text."""

from __future__ import annotations

import re
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from phare_cli.files.memory import NUMPY, require_memory
from phare_cli.nouns.errors import UnwritableOutput
from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Cell, Table
from phare_cli.rendering.look import Look
from phare_cli.rendering.tables.machine import raw
from phare_cli.rendering.visible import uncontrolled

# What a workbook says of the day it was made, fixed so that the same table makes the same bytes.
_DAY = (1980, 1, 1, 0, 0, 0)
_STAMPS = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def render_workbook(table: Table, look: Look) -> bytes:
    """Return *table* as the bytes of an .xlsx file, the same bytes for the same table."""
    require_memory(NUMPY, "numpy")  # which openpyxl loads where it is
    try:
        from openpyxl import Workbook
    except ImportError:
        raise UnwritableOutput(
            sentence(
                "writing an Excel workbook needs openpyxl, which is not installed. Run: {command}",
                command="pip install 'phare-cli[excel]'",
            )
        ) from None
    book = Workbook()
    sheet = book.create_sheet(table.command[:31], 0)
    book.remove(book.worksheets[1])
    sheet.freeze_panes = "A2"
    lines: list[tuple[Cell, ...]] = [tuple(column.name for column in table.columns), *table.rows]
    for number, line in enumerate(lines, start=1):
        for place, value in enumerate(line, start=1):
            plain = raw(value)
            if isinstance(plain, bool):
                plain = "yes" if plain else "no"
            if not isinstance(plain, str):
                sheet.cell(number, place, plain)
                continue
            text = sheet.cell(number, place, uncontrolled(plain))
            text.data_type = "s"  # "=1+1" is a text here, and so is "#N/A"
            text.number_format = "@"
    buffer = BytesIO()
    book.save(buffer)
    return _dateless(buffer)


def _dateless(buffer: BytesIO) -> bytes:
    """Return the same archive without the times that it was made at."""
    fixed = BytesIO()
    with ZipFile(buffer) as before, ZipFile(fixed, "w") as after:
        for name in before.namelist():
            content = before.read(name)
            if name == "docProps/core.xml":
                content = _STAMPS.sub(rb"\g<1>1980-01-01T00:00:00Z", content)
            after.writestr(ZipInfo(name, _DAY), content, ZIP_DEFLATED)
    return fixed.getvalue()
