"""Workbooks and packed files that grow, as results and as respondents."""

from __future__ import annotations

import gzip
import zipfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from growing.published import HEADER, share

Command = Sequence[str]
_MANIFEST = (
    '<?xml version="1.0"?><manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
    '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
    "</manifest:manifest>"
)
_CONTENT = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet>'
)
_END = "</office:spreadsheet></office:body></office:document-content>"
_ROW = ("France", "citizens", "trust", "item {}", "{}")
_NAMES = ("region", "stakeholder", "indicator", "item", "value")


def _ods_row(cells: Iterable[object]) -> str:
    inside = "".join(
        f'<table:table-cell office:value-type="string"><text:p>{cell}</text:p></table:table-cell>'
        for cell in cells
    )
    return f"<table:table-row>{inside}</table:table-row>"


def _ods(folder: Path, sheets: Iterable[tuple[str, Iterable[str]]]) -> str:
    path = folder / "results.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("META-INF/manifest.xml", _MANIFEST)
        with archive.open("content.xml", "w") as file:
            file.write(_CONTENT.encode())
            for name, rows in sheets:
                file.write(f'<table:table table:name="{name}">'.encode())
                for row in rows:
                    file.write(row.encode())
                file.write(b"</table:table>")
            file.write(_END.encode())
    return str(path)


def _filled(row: int) -> tuple[object, ...]:
    return tuple(cell.format(row if at == 3 else share(row)) for at, cell in enumerate(_ROW))


def ods_rows(folder: Path, size: int) -> Command:
    """Rows of a LibreOffice sheet."""
    rows = (_ods_row(_filled(n) if n else _NAMES) for n in range(size))
    return ("show", "-d", _ods(folder, [("a", rows)]), "-f", "csv")


def ods_sheets(folder: Path, size: int) -> Command:
    """Other sheets of a LibreOffice workbook, a hundred rows each."""
    table = [_ods_row(_filled(n) if n else _NAMES) for n in range(100)]
    sheets = ((f"s{n}", table) for n in range(2 + size // 10))
    return ("show", "-d", _ods(folder, sheets), "--sheet", "s1", "-f", "csv")


_TYPES, _OFFICE = (
    f"http://schemas.openxmlformats.org/{name}"
    for name in ("package/2006", "officeDocument/2006/relationships")
)
_SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_MAIN = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"


def _related(id: str, kind: str, target: str) -> str:
    return (
        f'<Relationships xmlns="{_TYPES}/relationships">'
        f'<Relationship Id="{id}" Type="{_OFFICE}/{kind}" Target="{target}"/></Relationships>'
    )


_XLSX = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_MAIN}"/></Types>',
    "_rels/.rels": _related("a", "officeDocument", "xl/workbook.xml"),
    "xl/workbook.xml": f'<workbook xmlns="{_SHEETS}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="a" sheetId="1" r:id="s1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": _related("s1", "worksheet", "worksheets/sheet1.xml").replace(
        "</Relationships>",
        f'<Relationship Id="s2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>',
    ),
}


def _xlsx(folder: Path, rows: Iterable[str], shared: Iterable[str]) -> str:
    path = folder / "results.xlsx"
    main = f'xmlns="{_SHEETS}"'
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in _XLSX.items():
            archive.writestr(name, text)
        for name, before, parts, after in (
            ("xl/worksheets/sheet1.xml", f"<worksheet {main}><sheetData>", rows, "</sheetData></worksheet>"),
            ("xl/sharedStrings.xml", f"<sst {main}>", shared, "</sst>"),
        ):
            with archive.open(name, "w") as file:
                file.write(before.encode())
                for part in parts:
                    file.write(part.encode())
                file.write(after.encode())
    return str(path)


def _xlsx_row(number: int, cells: Iterable[object]) -> str:
    inside = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells)
    return f'<row r="{number}">{inside}</row>'


def xlsx_rows(folder: Path, size: int) -> Command:
    """Rows of an Excel sheet."""
    rows = (_xlsx_row(n + 1, _filled(n) if n else _NAMES) for n in range(size))
    return ("show", "-d", _xlsx(folder, rows, ()), "-f", "csv")


def xlsx_shared(folder: Path, size: int) -> Command:
    """Shared texts of an Excel workbook that no cell names, in hundreds."""
    rows = [_xlsx_row(1, _NAMES), _xlsx_row(2, _filled(1))]
    shared = (f"<si><t>text {n}</t></si>" for n in range(100 * size))
    return ("show", "-d", _xlsx(folder, rows, shared), "-f", "csv")


def xlsx_row_number(folder: Path, size: int) -> Command:
    """The number of an Excel row, in hundreds: nothing stands between."""
    rows = [_xlsx_row(1, _NAMES), _xlsx_row(100 * size, _filled(1))]
    return ("show", "-d", _xlsx(folder, rows, ()), "-f", "csv")


def big_cell(folder: Path, size: int) -> Command:
    """Tens of letters of one cell of an Excel sheet."""
    rows = [_xlsx_row(1, (*_NAMES, "note")), _xlsx_row(2, (*_filled(1), "x" * 10 * size))]
    return ("show", "-d", _xlsx(folder, rows, ()), "-f", "csv")


def blank_lines(command: str) -> Callable[[Path, int], Command]:
    """Return kilobytes of blank lines in a packed file."""

    def of_size(folder: Path, size: int) -> Command:
        path = folder / "results.csv.gz"
        with gzip.open(path, "wb") as file:
            head = HEADER if command == "show" else "Q\n"
            file.write(head.encode())
            for _ in range(size):
                file.write(b"\n" * 1024)
            file.write(b"France,citizens,trust,yes,50,,,,,,\n" if command == "show" else b"a\n")
        if command == "show":
            return ("show", "-d", str(path), "-f", "csv")
        return ("tabulate", str(path), "--region", "=PACA", "--stakeholder", "=citizens", "--single", "Q")

    return of_size


DIMENSIONS = {
    "rows of .ods": ods_rows,
    "tens of sheets of .ods": ods_sheets,
    "rows of .xlsx": xlsx_rows,
    "hundreds of shared texts of .xlsx": xlsx_shared,
    "row number of .xlsx, in hundreds": xlsx_row_number,
    "letters of a cell of .xlsx, in tens": big_cell,
    "kilobytes of blank lines: show": blank_lines("show"),
    "kilobytes of blank lines: tabulate": blank_lines("tabulate"),
}
