"""Workbooks that programs write in ways of their own: read by what they say, within bounds."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

from phare_cli.files.source import OpenedFile
from phare_cli.files.typed_cells import cell_text
from phare_cli.files.workbooks.xlsx import xlsx_sheets
from phare_cli.nouns.errors import UnreadableInput

Source = Callable[..., OpenedFile]
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BOOK = (
    f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><workbookPr{{options}}/><sheets>'
    '<sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="rId1" Type="{LINKS}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{LINKS}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId3" Type="{LINKS}/sharedStrings" Target="/xl/sharedStrings.xml"/></Relationships>'
)
STYLES = (
    f'<styleSheet xmlns="{MAIN}"><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="9"/><xf numFmtId="164"/><xf numFmtId="20"/></cellXfs>'
    "</styleSheet>"
)
STRINGS = (
    f'<sst xmlns="{MAIN}"><si><t>plain</t></si><si><r><t>in </t></r><r><t>runs</t></r><rPh><t>said</t></rPh></si>'
    "<si><t>a_x000D_b</t></si></sst>"
)


def workbook(rows: str, options: str = "", strings: str = STRINGS) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", BOOK.format(options=options))
        archive.writestr("xl/_rels/workbook.xml.rels", RELATIONS)
        archive.writestr("xl/styles.xml", STYLES)
        archive.writestr("xl/sharedStrings.xml", strings)
        sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return file.getvalue()


def texts(source: Source, rows: str, options: str = "") -> list[list[str]]:
    (sheet,) = xlsx_sheets(source(workbook(rows, options), "f.xlsx"))
    return [[cell_text(cell) for cell in cells] for _, cells in sheet.rows]


@pytest.mark.parametrize(
    ("cell", "shown"),
    [
        ('<c t="s"><v>0</v></c>', "plain"),
        ('<c t="s"><v>1</v></c>', "in runs"),
        ('<c t="s"><v>2</v></c>', "a\rb"),
        ('<c t="inlineStr"><is><t>here</t></is></c>', "here"),
        ('<c t="str"><f>A1</f><v>said</v></c>', "said"),
        ('<c t="b"><v>1</v></c>', "TRUE"),
        ('<c t="d"><v>2024-03-01T00:00:00</v></c>', "2024-03-01"),
        ("<c><v>57</v></c>", "57"),
        ("<c><v>0.5</v></c>", "0.5"),
        ("<c><v>1E-5</v></c>", "0.00001"),
        ("<c><v>12345678901234567</v></c>", "12345678901234567"),
        ('<c s="2"><v>0.57</v></c>', "57%"),
        ('<c s="1"><v>45352</v></c>', "2024-03-01"),
        ('<c s="1"><v>1</v></c>', "1900-01-01"),
        ('<c s="3"><v>45352.5</v></c>', "2024-03-01 12:00:00"),
        ('<c s="4"><v>0.75</v></c>', "18:00:00"),
        ('<c s="99"><v>3</v></c>', "3"),
    ],
)
def test_a_cell_says_what_its_workbook_shows(source: Source, cell: str, shown: str) -> None:
    assert texts(source, f"<row>{cell}</row>") == [[shown]]


def test_days_may_be_counted_from_1904(source: Source) -> None:
    assert texts(source, '<row><c s="1"><v>43890</v></c></row>', ' date1904="1"') == [["2024-03-01"]]


def test_cells_and_rows_that_are_left_out_are_empty(source: Source) -> None:
    rows = '<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>'

    assert texts(source, rows) == [[], ["", "1", "2"], ["3"]]


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1048577"><c><v>1</v></c></row>',
        '<row r="2"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row>',
        '<row><c r="XFE1"><v>1</v></c></row>',
        '<row><c r="B1"><v>1</v></c><c r="A1"><v>1</v></c></row>',
        '<row><c t="s"><v>3</v></c></row>',
        "<row><c><v>one</v></c></row>",
        "<row><c><v>1</v></row>",
        '<row><c r="XFD1"><v>1</v></c></row>' * 1000,
    ],
)
def test_what_no_workbook_holds_is_damage(source: Source, rows: str) -> None:
    with pytest.raises(UnreadableInput, match="is a damaged Excel workbook"):
        texts(source, rows)


def test_what_was_met_on_the_way_is_told(source: Source) -> None:
    rows = (
        '<row r="1" hidden="1"><c r="A1"><f>B1</f></c><c r="B1" t="e"><v>#N/A</v></c></row>'
        '</sheetData><mergeCells><mergeCell ref="A2:B3"/><mergeCell ref="C1"/></mergeCells><sheetData>'
    )
    (sheet,) = xlsx_sheets(source(workbook(rows), "f.xlsx"))

    assert [cells for _, cells in sheet.rows] == [[]]
    assert [str(each) for each in sheet.uncomputed] == ["A1"]
    assert [(str(place), text) for place, text in sheet.errors] == [("B1", "#N/A")]
    assert [str(each) for each in sheet.merged] == ["A2:B3"]
