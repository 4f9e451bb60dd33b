"""A workbook for people: their language, numbers as numbers, a sheet a table, links, notes, charts of Excel's own."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import openxml_audit
import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,survey,wave,source,url\n"
DATA = HEAD + "".join(
    f'{region},{group},attentes,{item},{value},{base},PHARE,2024,"Baromètre [2024]: tous/toutes","https://x.fr/?a=1&b=2"\n'
    for region, shift in (("PACA", 0), ("France", 7))
    for group, base in (("citizens", 1200), ("mayors", ""))
    for item, value in (("emploi", 57 + shift), ("mobilité", 33.3), ("=1+1", 20.06))
)


@pytest.fixture
def book(phare: Phare, tmp_path: Path) -> Callable[..., Workbook]:
    """Write an answer as a workbook and open it."""

    def write(command: str, name: str = "a.xlsx") -> Workbook:
        run = phare(f"{command} -o {name}", data=DATA)
        assert (run.status, run.out) == (0, ""), run.err
        return load_workbook(tmp_path / name)

    return write


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[cell.value for cell in row if cell.value is not None] for row in sheet.iter_rows()]


def test_a_workbook_holds_a_sheet_a_table_after_its_contents(book: Callable[..., Workbook]) -> None:
    found = book("show --lang fr")

    assert found.sheetnames == [
        "Sommaire",
        "Attentes · France · PHARE · 202",
        "Attentes · Provence-Alpes-Côte",
    ]
    links = [row[0].hyperlink.location for row in found["Sommaire"].iter_rows() if row[0].hyperlink]
    assert links[:2] == [f"'{name}'!A1" for name in found.sheetnames[1:]]


def test_numbers_are_numbers_that_show_as_people_print_them(book: Callable[..., Workbook]) -> None:
    sheet = book("show --lang fr -r PACA").worksheets[1]

    cells = {sheet.cell(3, column).value: sheet.cell(4, column) for column in range(1, 12)}
    assert (cells["Valeur"].value, cells["Valeur"].number_format.split(";")[0]) == (57, '[$-40C]0"\u00a0%"')
    assert (cells["Base"].value, cells["Base"].number_format) == (1200, "[$-40C]#,##0")
    assert (cells["Intervalle, de"].value, cells["Intervalle, à"].value) == (53, 61)
    assert cells["Modalité"].value == "Emploi"


def test_a_title_has_the_room_of_its_letters(book: Callable[..., Workbook]) -> None:
    first, second = book("show --lang fr -r PACA").worksheets[:2]

    assert all(sheet.row_dimensions[1].height > sheet.cell(1, 1).font.size * 1.3 for sheet in (first, second))


def test_a_value_keeps_all_that_is_known_of_it(book: Callable[..., Workbook]) -> None:
    sheet = book("show -r PACA --decimals 1").worksheets[1]

    value = [cell.value for cell in sheet[3]].index("Value")
    assert [row[value].value for row in sheet.iter_rows(min_row=4, max_row=6)] == [57, 33.3, 20.06]
    assert sheet.cell(4, value + 1).number_format.startswith('0.0"')


def test_text_is_text_and_an_absent_figure_is_empty_and_said_to_be(book: Callable[..., Workbook]) -> None:
    sheet = book("show -r PACA").worksheets[1]

    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert [cell.data_type for cell in cells if cell.value == "=1+1"] == ["s", "s"]
    assert "–" not in [cell.value for cell in cells]
    assert ["An empty cell: not asked, or not published."] in rows(sheet)


def test_notes_stand_under_the_table_and_a_source_is_a_link(book: Callable[..., Workbook]) -> None:
    sheet = book("show -r PACA").worksheets[1]

    assert ["Universe: not published."] in rows(sheet)
    links = [cell.hyperlink.target for row in sheet.iter_rows() for cell in row if cell.hyperlink]
    assert [link for link in links if link] == ["https://x.fr/?a=1&b=2"]


def test_the_head_stays_in_view_and_on_each_printed_page(book: Callable[..., Workbook]) -> None:
    sheet = book("compare -r PACA").worksheets[1]

    assert (sheet.freeze_panes, sheet.print_title_rows, sheet.page_setup.fitToWidth) == ("A4", "$3:$3", 1)
    assert sheet["A3"].font.b


def test_a_chart_is_excel_s_own_and_draws_the_cells(book: Callable[..., Workbook], tmp_path: Path) -> None:
    book("compare -r PACA")

    xml = ZipFile(tmp_path / "a.xlsx").read("xl/charts/chart1.xml").decode()
    assert xml.count("<c:ser>") == 2
    assert "!$A$4:$B$9</c:f>" in xml
    assert '<c:max val="100"/>' in xml


def test_a_report_begins_with_what_is_essential(book: Callable[..., Workbook]) -> None:
    found = book("report -r PACA --lang fr")

    first = [str(line[0]) for line in rows(found.worksheets[0]) if line]
    assert first[0].startswith("Chiffres clés")
    assert any(line.startswith("• Rien ne peut être conclu") for line in first)
    assert found.sheetnames == ["Sommaire", "Attentes", "Comparaison avec la France", "Fiche d’enquête"]


@pytest.mark.parametrize(
    "command", ["show", "show --wide", "compare -r PACA", "list items", "report -r PACA"]
)
def test_a_workbook_is_valid(book: Callable[..., Workbook], tmp_path: Path, command: str) -> None:
    book(command)

    found = openxml_audit.OpenXmlValidator().validate(str(tmp_path / "a.xlsx"))
    errors = [error for error in found.errors if error.severity is openxml_audit.ValidationSeverity.ERROR]
    assert [error.description for error in errors] == []


def test_the_same_answer_is_the_same_workbook(
    book: Callable[..., Workbook], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book("report -r PACA")
    later = time.time() + 100
    monkeypatch.setattr(time, "time", lambda: later)

    book("report -r PACA", "b.xlsx")

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_a_french_excel_gets_french(book: Callable[..., Workbook]) -> None:
    assert book("show --dialect excel-fr").sheetnames[0] == "Sommaire"


def test_raw_is_one_sheet_for_machines(book: Callable[..., Workbook]) -> None:
    found = book("show -r PACA --raw --lang fr")

    assert found.sheetnames == ["show"]
    assert found["show"]["A1"].value == "survey"


def test_raw_is_refused_where_people_read(phare: Phare) -> None:
    run = phare("show --raw", data=DATA)

    assert (run.status, run.err) == (
        2,
        "phare: --raw is for workbooks: write to .xlsx, or leave --raw out.\n",
    )
