"""Open the sheets of an Excel workbook: values as they were last computed. Its XML is read without any library.

Names are compared without their namespace: Strict Open XML has others. What a sheet states of its own size is not
relied on.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from xml.etree.ElementTree import Element, fromstring, iterparse
from zipfile import ZipFile

from phare_cli.files import limits
from phare_cli.files.fitting import FileCell, Row
from phare_cli.files.source import OpenedFile
from phare_cli.files.typed_cells import cell_of, filled
from phare_cli.files.workbooks.damages import DAMAGES
from phare_cli.files.workbooks.number_formats import GENERAL, built_in, is_date
from phare_cli.files.workbooks.sheets import CellRange, SheetTable, address
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence

_DAMAGED = sentence(
    "“{file}” is a damaged Excel workbook: open it in Excel and save it again, or save it as CSV."
)
_DAYS = datetime.datetime(1899, 12, 30)
_DAYS_FROM_1904 = datetime.datetime(1904, 1, 1)
_FIRST_LEAP_DAY = 60  # Excel counts a 29 February 1900 that never was
_SECONDS = 86_400
_LAST_DAY = 2_958_466  # 1 January 10000, which no date can be
_MOST_NUMBERS = 50_000  # that are held
_TABLE = {"sheetData": "row", "mergeCells": "mergeCell"}
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def xlsx_sheets(source: OpenedFile) -> list[SheetTable]:
    """Return the sheets of a workbook, whose rows are read as they are asked for.

    Raises UnreadableInput when it is damaged, also while rows are read.
    """
    try:
        archive = ZipFile(source.again())
        book = fromstring(archive.read("xl/workbook.xml"))
        links = _links(archive)
        strings = _strings(archive, links)
        formats = _formats(archive, links)
        is_1904 = any(_is_true(each.get("date1904")) for each in book if _name(each) == "workbookPr")
        reading = _Reading(source.name, archive, strings, formats, _DAYS_FROM_1904 if is_1904 else _DAYS)
        sheets = []
        for sheet in (each for each in book.iter() if _name(each) == "sheet"):
            kind, part = links[_relation(sheet)]
            if kind == "worksheet":
                table = SheetTable(sheet.get("name", ""), (), sheet.get("state", "visible") != "visible")
                table.rows = reading.rows(table, part)
                sheets.append(table)
        return sheets
    except DAMAGES:
        raise _damaged(source.name) from None


@dataclass(frozen=True, slots=True)
class _Reading:
    """What is needed to read any sheet of one workbook."""

    file: str
    archive: ZipFile
    strings: Sequence[str]
    formats: Sequence[str]  # the number format of each style of cells
    days: datetime.datetime  # what dates are counted from
    numbers: dict[tuple[str, str], FileCell] = field(default_factory=dict)

    def rows(self, table: SheetTable, part: str) -> Iterator[Row]:
        """Yield the rows of one sheet, telling *table* what is met on the way."""
        try:
            yield from self._rows(table, part)
        except DAMAGES:
            raise _damaged(self.file) from None

    def _rows(self, table: SheetTable, part: str) -> Iterator[Row]:
        line = padded = 0
        for element in _elements(self.archive, part, _TABLE):
            if _name(element) == "mergeCell":
                area = _area(element.get("ref", ""))
                if area is not None:
                    table.merged.append(area)
                continue
            before, line = line, int(element.get("r", line + 1))
            if not before < line <= limits.ROWS:
                raise ValueError(line)
            yield from ((empty, []) for empty in range(before + 1, line))
            cells = self._cells(element, line, table)
            padded += len(cells) - len(element)
            if padded > limits.CELLS:
                raise ValueError(padded)
            if cells and _is_true(element.get("hidden")):
                table.hidden_rows.append(line)
            yield line, cells

    def _cells(self, row: Element, line: int, table: SheetTable) -> list[FileCell]:
        cells: list[FileCell] = []
        for element in row:
            column = len(cells) + 1
            place = element.get("r")
            if place and place != f"{_letters(column)}{line}":
                column = _column(place)
                if not len(cells) < column <= limits.COLUMNS:
                    raise ValueError(place)
                cells.extend([""] * (column - len(cells) - 1))
            cells.append(self._cell(element, line, column, table))
        return filled(cells)

    def _cell(self, element: Element, line: int, column: int, table: SheetTable) -> FileCell:
        value: str | None = None
        has_formula = False
        for part in element:
            match _local(part.tag):
                case "v":
                    value = part.text
                case "f":
                    has_formula = True
                case "is":
                    return _unescaped(_text(part))
        kind = element.get("t", "n")
        if not value:
            if has_formula and kind != "str":
                table.uncomputed.append(CellRange(line, column, line, column))
            return ""
        match kind:
            case "s":
                return self.strings[int(value)]
            case "n":
                return self._number(value, element.get("s", "0"))
            case "b":
                return cell_of(value.strip() == "1")
            case "e":
                table.errors.append((CellRange(line, column, line, column), value))
                return ""
            case "d":
                return cell_of(datetime.datetime.fromisoformat(value.removesuffix("Z")))
            case _:  # the text of a formula
                return _unescaped(value)

    def _number(self, value: str, style: str) -> FileCell:
        """Return what a number shows; the same few stand in most cells of a survey."""
        cell = self.numbers.get((value, style))
        if cell is None:
            cell = self._shown(value, int(style))
            if len(self.numbers) < _MOST_NUMBERS:
                self.numbers[value, style] = cell
        return cell

    def _shown(self, value: str, style: int) -> FileCell:
        form = self.formats[style] if style < len(self.formats) else GENERAL
        number = float(value)
        if is_date(form) and 0 <= number < _LAST_DAY:
            return cell_of(_moment(number, self.days))
        is_whole = number.is_integer() and value.strip().lstrip("-").isdigit()
        return cell_of(int(value) if is_whole else number, form)


def _moment(serial: float, days: datetime.datetime) -> datetime.datetime | datetime.time:
    """Return the date, the moment or the time of day that a number stands for, to the second."""
    if serial < 1:
        return (datetime.datetime.min + datetime.timedelta(seconds=round(serial * _SECONDS))).time()
    if days == _DAYS and serial < _FIRST_LEAP_DAY:
        serial += 1
    return days + datetime.timedelta(seconds=round(serial * _SECONDS))


def _elements(archive: ZipFile, part: str, names: Mapping[str, str]) -> Iterator[Element]:
    """Yield the elements of some *names* in a part of the workbook, each let go of when the next one is asked for.

    *names* leads from what they stand in to theirs.
    """
    parent: Element | None = None
    child_name = ""
    with archive.open(part) as stream:
        for event, element in iterparse(stream, ("start", "end")):
            name = _local(element.tag)
            if event == "start":
                if name in names:
                    parent, child_name = element, names[name]
            elif name == child_name:
                yield element
                if parent is not None:
                    parent.clear()


def _links(archive: ZipFile) -> Mapping[str, tuple[str, str]]:
    """Return the kind and the place of each part that the workbook names, by the id it has there."""
    links = {}
    for link in fromstring(archive.read("xl/_rels/workbook.xml.rels")):
        target = link.get("Target", "")
        place = target.lstrip("/") if target.startswith("/") else f"xl/{target}"
        links[link.get("Id", "")] = (link.get("Type", "").rpartition("/")[2], place)
    return links


def _relation(sheet: Element) -> str:
    return next((text for name, text in sheet.items() if name.endswith("}id")), "")


def _strings(archive: ZipFile, links: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return the texts that cells share."""
    part = next((place for kind, place in links.values() if kind == "sharedStrings"), None)
    if part is None or part not in archive.namelist():
        return []
    strings = []
    letter_count = 0
    for element in _elements(archive, part, {"sst": "si"}):
        strings.append(_unescaped(_text(element)))
        letter_count += len(strings[-1])
        if letter_count > limits.STRINGS:
            raise ValueError(letter_count)
    return strings


def _formats(archive: ZipFile, links: Mapping[str, tuple[str, str]]) -> list[str]:
    """Return the number format of each style that a cell may have."""
    part = next((place for kind, place in links.values() if kind == "styles"), None)
    if part is None or part not in archive.namelist():
        return []
    own: dict[int, str] = {}
    styles: list[int] = []
    for element in fromstring(archive.read(part)):
        if _name(element) == "numFmts":
            own = {int(each.get("numFmtId", 0)): each.get("formatCode", "") for each in element}
        elif _name(element) == "cellXfs":
            styles = [int(each.get("numFmtId", 0)) for each in element]
    return [own.get(number) or built_in(number) for number in styles]


def _text(element: Element) -> str:
    """Return the text of a cell, runs of letters joined, without how it is pronounced."""
    return "".join(
        each.text or "" if _name(each) == "t" else _run(each) for each in element if _name(each) in ("t", "r")
    )


def _run(element: Element) -> str:
    """Return one run of letters; the digits of a footnote stay apart from the figure that they stand beside."""
    is_raised = any(
        _name(each) == "vertAlign" and each.get("val") == "superscript" for each in element.iter()
    )
    return _text(element).translate(_RAISED) if is_raised else _text(element)


def _unescaped(text: str) -> str:
    if "_x" not in text:
        return text
    return (
        _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        .encode("utf-16", "surrogatepass")
        .decode("utf-16", "replace")
    )


def _area(reference: str) -> CellRange | None:
    first, _, last = reference.partition(":")
    if not last or first == last:
        return None
    return CellRange(_line(first), _column(first), _line(last), _column(last))


def _column(place: str) -> int:
    number = 0
    for letter in place:
        if not "A" <= letter <= "Z":
            break
        number = number * 26 + ord(letter) - 64
    return number


@cache
def _letters(column: int) -> str:
    return address(0, column).removesuffix("0")


def _line(place: str) -> int:
    return int(place.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ"))


def _is_true(text: str | None) -> bool:
    return text in ("1", "true")


def _name(element: Element) -> str:
    return _local(element.tag)


@lru_cache(maxsize=256)
def _local(tag: str) -> str:
    """Return a name without its namespace."""
    return tag.rpartition("}")[2]


def _damaged(file: str) -> UnreadableInput:
    return UnreadableInput(Message(_DAMAGED.text, {"file": file}))
