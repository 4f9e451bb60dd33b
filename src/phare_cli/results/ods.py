"""Open the sheets of an OpenDocument spreadsheet. Its XML is read as it is: no library is needed."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element, ParseError, iterparse
from zipfile import ZipFile

from phare_cli.files import limits
from phare_cli.files.findings import Findings
from phare_cli.files.numbers import Number, number
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results.figures import FileCell
from phare_cli.results.rows import EstimatesByKey, Row
from phare_cli.results.rules import Rules
from phare_cli.results.sheets import CellRange, SheetTable, read_sheets
from phare_cli.results.typed_values import cell_of, filled, is_blank

_DAMAGED = sentence(
    "“{file}” is a damaged or locked spreadsheet: save it again without a password, or as CSV."
)
_TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_WIDEST = 16_384  # columns of a sheet
_REPEATED = 1_000  # a filled row or cell that is repeated more often is no table


def read_ods(source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey) -> list[Estimate]:
    """Return the estimates of a spreadsheet. Raises UnreadableInput when it is damaged."""
    try:
        sheets = list(_sheets(ZipFile(source.again())))
    except (ParseError, KeyError, ValueError, RuntimeError):
        raise UnreadableInput(Message(_DAMAGED.text, {"file": source.name})) from None
    return read_sheets(sheets, source.name, rules, findings, seen)


def _sheets(archive: ZipFile) -> Iterator[SheetTable]:
    rows: list[Row] = []
    merged: list[CellRange] = []
    line = held = 0
    with archive.open("content.xml") as content:
        for event, element in iterparse(content, ("start", "end")):
            if event == "start" and element.tag == f"{_TABLE}table":
                rows, merged, line = [], [], 0
            elif event == "end" and element.tag == f"{_TABLE}table-row":
                cells = _cells(element, line + 1, merged)
                count = int(element.get(f"{_TABLE}number-rows-repeated", "1"))
                rows.extend((line + 1 + copy, cells) for copy in range(min(count, _REPEATED) if cells else 0))
                line += count
                held += len(cells)
                if len(rows) > limits.ROWS or held > limits.CELLS:
                    raise ValueError(line)
                element.clear()
            elif event == "end" and element.tag == f"{_TABLE}table":
                yield SheetTable(element.get(f"{_TABLE}name", ""), rows, merged)
                element.clear()


def _cells(row: Element, line: int, merged: list[CellRange]) -> list[FileCell]:
    cells: list[FileCell] = []
    for element in row:
        if element.tag not in (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell"):
            continue
        columns = int(element.get(f"{_TABLE}number-columns-spanned", "1"))
        lines = int(element.get(f"{_TABLE}number-rows-spanned", "1"))
        if columns > 1 or lines > 1:
            left = len(cells) + 1
            merged.append(CellRange(line, left, line + lines - 1, left + columns - 1))
        cell = _cell(element)
        count = int(element.get(f"{_TABLE}number-columns-repeated", "1"))
        cells.extend([cell] * min(count, _WIDEST - len(cells), _WIDEST if is_blank(cell) else _REPEATED))
    return filled(cells)


def _cell(element: Element) -> FileCell:
    shown = "\n".join("".join(each.itertext()) for each in element.findall(f"{_TEXT}p"))
    kind = element.get(f"{_OFFICE}value-type", "")
    if kind not in ("float", "percentage", "currency"):
        return shown
    cell = cell_of(
        float(element.get(f"{_OFFICE}value", "nan")), "0.0000000000%" if kind == "percentage" else "General"
    )
    printed = number(shown)
    if isinstance(cell, Number) and printed is not None:
        cell = cell._replace(decimals=min(cell.decimals, printed.decimals))
        if kind == "float" and shown.isdigit():  # 01 keeps its zero
            return cell._replace(text=shown)
    return cell
