"""Open the sheets of an Excel workbook: values as they were last computed, merged cells, formulas without one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from xml.etree import ElementTree
from zipfile import ZipFile

from phare_cli.files import limits
from phare_cli.files.extras import needing
from phare_cli.files.findings import Findings
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import PhareError, UnreadableInput
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results.rows import EstimatesByKey, Row
from phare_cli.results.rules import Rules
from phare_cli.results.sheets import CellRange, SheetTable, read_sheets
from phare_cli.results.typed_values import cell_of, filled

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_DAMAGED = sentence(
    "“{file}” is a damaged Excel workbook: open it in Excel and save it again, or save it as CSV."
)
_MERGE = re.compile(
    rb"<(?:\w+:)?mergeCell\b[^>]{0,200}?\bref=\"([A-Z]{1,3})([0-9]{1,7}):([A-Z]{1,3})([0-9]{1,7})\""
)
_FORMULA_WITHOUT_VALUE = re.compile(
    rb"<c\b(?![^>]{0,200}\bt=\"str\")[^>]{0,200}\br=\"([A-Z]{1,3})([0-9]{1,7})\"[^>]{0,200}>\s*"
    rb"(?:<f\b[^>]{0,200}/>|<f\b[^>]{0,200}>[^<]*</f>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>"
)


def read_xlsx(source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey) -> list[Estimate]:
    """Return the estimates of a workbook. Raises UnreadableInput when it is damaged or openpyxl is missing."""
    with needing("excel", source.name):
        from openpyxl import load_workbook
    try:
        workbook = load_workbook(source.again(), read_only=True, data_only=True)
        archive = ZipFile(source.stream)
        sheets = [_sheet(workbook[name], archive.read(part)) for name, part in _parts(archive)]
        return read_sheets(sheets, source.name, rules, findings, seen)
    except (PhareError, MemoryError):
        raise
    except Exception:  # openpyxl raises whatever the broken part of a workbook leads to
        raise UnreadableInput(Message(_DAMAGED.text, {"file": source.name})) from None


def _parts(archive: ZipFile) -> Iterator[tuple[str, str]]:
    """Yield the name of each sheet of cells and the part of the archive that holds it."""
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in ElementTree.fromstring(archive.read("xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = targets[sheet.get(f"{_RELATION}id")]
        if "worksheets/" in target:
            yield sheet.get("name", ""), target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def _sheet(worksheet: Worksheet, part: bytes) -> SheetTable:
    merged = [
        CellRange(int(top), _column(left), int(bottom), _column(right))
        for left, top, right, bottom in _MERGE.findall(part)
    ]
    uncomputed = [
        CellRange(int(row), _column(column), int(row), _column(column))
        for column, row in _FORMULA_WITHOUT_VALUE.findall(part)
    ]
    return SheetTable(worksheet.title, _rows(worksheet), merged, uncomputed)


def _rows(worksheet: Worksheet) -> Iterator[Row]:
    # What a workbook states of its own size is not to be relied on.
    worksheet.reset_dimensions()  # type: ignore[attr-defined]  # a read-only sheet has it
    for line, cells in enumerate(worksheet.rows, 1):
        if line > limits.ROWS:  # a row may state any number, and openpyxl fills in those before it
            raise ValueError(line)
        yield line, filled([cell_of(cell.value, cell.number_format) for cell in cells])


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - ord("A") + 1
    return number
