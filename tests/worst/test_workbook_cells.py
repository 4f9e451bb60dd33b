"""Cells of workbooks that are no plain texts: dates, truth, errors, percents. Both doors read or refuse them alike."""

from __future__ import annotations

import datetime
import io
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Phare = Callable[..., Any]
HEADER = ("region", "stakeholder", "indicator", "item", "value", "wave")
SHOW = "show --data a.xlsx -f csv"
TABULATE = "tabulate a.xlsx -r region -s stakeholder --single item --wave wave -f csv"


@pytest.fixture
def save(tmp_path: Path) -> Callable[..., None]:
    """Return a function that saves rows of item, value and wave, the cells of which may have formats."""

    def saver(rows: Sequence[tuple[object, object, object]], **formats: str) -> None:
        book = openpyxl.Workbook()
        sheet = book.active
        assert sheet is not None
        sheet.append(HEADER)
        for row in rows:
            sheet.append(["PACA", "citizens", "t", *row])
        for cell, form in formats.items():
            sheet[cell].number_format = form
        file = io.BytesIO()
        book.save(file)
        (tmp_path / "a.xlsx").write_bytes(file.getvalue())

    return saver


@pytest.mark.parametrize(
    "form",
    [
        "dd/mm/yyyy", "mm/dd/yy", "mmm-yy", "mmmm yyyy", "yyyy", "yyyy-mm-dd", "d mmm", "dd/mm/yyyy hh:mm",
        "[$-40C]mmmm yyyy", "General",
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", [SHOW, TABULATE])
@pytest.mark.parametrize("day", [datetime.date(2024, 3, 1), datetime.datetime(2024, 3, 1)])
def test_a_date_is_a_day_whatever_its_format(
    phare: Phare, save: Any, form: str, command: str, day: datetime.date
) -> None:
    if form == "General":
        save([("a", 57, day)])
    else:
        save([("a", 57, day)], F2=form)

    assert phare(command).column("wave") == ["2024-03-01"]


ERRORS = ("#N/A", "#DIV/0!", "#REF!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!")


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("command", [SHOW, TABULATE])
@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "cell D3 holds an error of its formula"), ("fr", "la cellule D3 contient une erreur")],
)
def test_an_error_is_refused_with_its_cell_by_both_doors(
    phare: Phare, save: Any, error: str, command: str, language: str, said: str
) -> None:
    save([("a", 57, 2024), (error, 43, 2024)])
    run = phare(f"{command} --lang {language}")

    assert (run.status, run.out, said in run.err) == (3, "", True)


@pytest.mark.parametrize("error", ERRORS)
def test_an_error_is_no_figure(phare: Phare, save: Any, error: str) -> None:
    save([("a", error, 2024), ("b", 43, 2024)])
    run = phare(SHOW)

    assert (run.status, "cell E2 holds an error of its formula" in run.err) == (3, True)


@pytest.mark.parametrize("formula", ["=1+1", "=A1", '=IF(A1="x";1;2)', "=VLOOKUP(A1,B:C,2)"])
@pytest.mark.parametrize("command", [SHOW, TABULATE])
def test_a_formula_that_was_never_computed_is_refused(
    phare: Phare, save: Any, formula: str, command: str
) -> None:
    save([(formula, 57, 2024)])
    run = phare(command)

    assert (run.status, "the formula of cell D2 was never computed" in run.err) == (3, True)


@pytest.mark.parametrize("command", [SHOW, TABULATE])
def test_truth_is_a_word(phare: Phare, save: Any, command: str) -> None:
    save([(True, 57, 2024), (False, 43, 2024)])

    assert sorted(phare(command).column("item")) == ["FALSE", "TRUE"]


@pytest.mark.parametrize("form", ["0%", "0.0%", "0.00%", '0" %"', "0.0 %", "#,##0%", "0%;-0%", "[Red]0%"])
@pytest.mark.parametrize("other", [0.438, 0.05, 0.9])
def test_a_share_beside_a_cell_shown_as_a_percent_is_asked_about(
    phare: Phare, save: Any, form: str, other: float
) -> None:
    is_percent = form != '0" %"'  # a literal makes no percent of a number
    save([("a", 0.57 if is_percent else 57, 2024), ("b", other, 2024)], E2=form)
    run = phare(SHOW)

    assert (run.status == 3) is is_percent
    if is_percent:
        assert "[fraction-scale]" in run.err
        assert set(phare(f"{SHOW} --scale fraction").column("value")) == {"57", f"{100 * other:g}"}


@pytest.mark.parametrize(
    ("name", "part"),
    [("f.xlsx", "xl/worksheets/sheet1.xml"), ("f.xlsx", "xl/workbook.xml"), ("f.ods", "content.xml")],
)
def test_a_part_in_an_encoding_that_nobody_knows_is_damaged(
    phare: Phare, tmp_path: Path, name: str, part: str
) -> None:
    whole = "xl/workbook.xml" if name.endswith("xlsx") else "content.xml"
    with zipfile.ZipFile(tmp_path / name, "w") as archive:
        if name.endswith("ods"):
            archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        for each in sorted({whole, part, "[Content_Types].xml"}):
            archive.writestr(each, '<?xml version="1.0" encoding="UTF-9"?><x/>')

    run = phare(f"show -d {name}")

    assert (run.status, run.out) == (4, "")
    assert "damaged" in run.err
