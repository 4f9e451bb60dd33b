"""Open the sheets of an OpenDocument spreadsheet. Its XML is read as it is: no library is needed."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple
from xml.etree.ElementTree import Element, iterparse
from zipfile import ZipFile

from phare_cli.files import limits
from phare_cli.files.fitting import FileCell, Row
from phare_cli.files.numbers import Number, number
from phare_cli.files.source import OpenedFile
from phare_cli.files.typed_cells import cell_of, filled
from phare_cli.files.workbooks.damages import DAMAGES
from phare_cli.files.workbooks.sheets import CellRange, SheetTable
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

_DAMAGED = sentence(
    "“{file}” is a damaged or locked spreadsheet: save it again without a password, or as CSV."
)
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_SHOWN = "visible"


class _Repeated(NamedTuple):
    """A row that stands on several *lines*: the file writes it once."""

    lines: range
    cells: list[FileCell]


def ods_sheets(source: OpenedFile) -> list[SheetTable]:
    """Return the sheets of a spreadsheet. Raises UnreadableInput when it is damaged."""
    try:
        return list(_sheets(ZipFile(source.again())))
    except DAMAGES:
        raise UnreadableInput(Message(_DAMAGED.text, {"file": source.name})) from None


def _sheets(archive: ZipFile) -> Iterator[SheetTable]:
    hidden: set[str] = set()  # the styles of sheets that are not shown
    table, rows = SheetTable("", ()), list[_Repeated]()
    line = cell_count = 0
    with archive.open("content.xml") as content:
        for event, element in iterparse(content, ("start", "end")):
            if event == "start" and element.tag == f"{_TABLE}table":
                table, rows, line = SheetTable(element.get(f"{_TABLE}name", ""), ()), [], 0
                table.is_hidden = element.get(f"{_TABLE}style-name", "") in hidden
            elif event == "end" and element.tag == f"{_STYLE}style":
                if any(each.get(f"{_TABLE}display") == "false" for each in element):
                    hidden.add(element.get(f"{_STYLE}name", ""))
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                cells = _cells(element, line + 1, table)
                count = max(1, int(element.get(f"{_TABLE}number-rows-repeated", "1")))
                if cells:
                    lines = range(line + 1, line + 1 + count)
                    rows.append(_Repeated(lines, cells))
                    if element.get(f"{_TABLE}visibility", _SHOWN) != _SHOWN:
                        table.hidden_rows.extend(lines[: limits.ROWS])
                line += count
                cell_count += len(cells) * count
                if (cells and line > limits.ROWS) or cell_count > limits.CELLS:
                    raise ValueError(line)
                element.clear()
            elif event == "end" and element.tag == f"{_TABLE}table":
                table.rows = _every(rows)
                yield table
                element.clear()


def _every(rows: list[_Repeated]) -> Iterator[Row]:
    before = 0
    for lines, cells in rows:
        yield from ((empty, []) for empty in range(before + 1, lines[0]))
        yield from ((line, cells) for line in lines)
        before = lines[-1]


def _cells(row: Element, line: int, table: SheetTable) -> list[FileCell]:
    cells: list[FileCell] = []
    for element in row:
        if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        columns = int(element.get(f"{_TABLE}number-columns-spanned", "1"))
        lines = int(element.get(f"{_TABLE}number-rows-spanned", "1"))
        place = CellRange(line, len(cells) + 1, line + lines - 1, len(cells) + columns)
        if columns > 1 or lines > 1:
            table.merged.append(place)
        cell = _cell(element, place, table)
        count = int(element.get(f"{_TABLE}number-columns-repeated", "1"))
        if len(cells) + count > limits.COLUMNS and cell != "":
            raise ValueError(count)
        cells.extend([cell] * min(count, limits.COLUMNS - len(cells)))
    return filled(cells)


def _cell(element: Element, place: CellRange, table: SheetTable) -> FileCell:
    shown = "\n".join("".join(each.itertext()) for each in element.findall(f"{_TEXT}p"))
    kind = element.get(f"{_OFFICE}value-type", "")
    if any(text == "error" and name.endswith("}value-type") for name, text in element.items()):
        table.errors.append((place, shown))
        return ""
    match kind:
        case "float" | "currency" | "percentage":
            return _number(element, kind, shown)
        case "date":
            return element.get(f"{_OFFICE}date-value", shown).removesuffix("T00:00:00").replace("T", " ")
        case "boolean":
            return element.get(f"{_OFFICE}boolean-value", shown).upper()
    if not (kind or shown) and element.get(f"{_TABLE}formula"):
        table.uncomputed.append(place)
    return shown


def _number(element: Element, kind: str, shown: str) -> FileCell:
    value = float(element.get(f"{_OFFICE}value", "nan"))
    cell = cell_of(value, "0.0000000000%" if kind == "percentage" else "General")
    printed = number(shown)
    if isinstance(cell, Number) and printed is not None:
        cell = cell._replace(decimals=min(cell.decimals, printed.decimals))
        if kind == "float" and shown.isdigit():  # 01 keeps its zero
            return cell._replace(text=shown)
    return cell
