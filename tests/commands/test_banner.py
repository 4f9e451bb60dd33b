"""Crossings as agencies deliver them: bases as rows, letters that no comparison denies, a workbook of them."""

from __future__ import annotations

import io
from collections.abc import Callable
from itertools import product
from typing import Any

import openpyxl
import pytest

Phare = Callable[..., Any]
DATA = """region,stakeholder,segment,breakdown,indicator,item,value,base,effective_base,response
PACA,citizens,,,fragilities,housing,60,1000,800,multiple
PACA,citizens,,,fragilities,mobility,30,1000,820,multiple
PACA,citizens,women,sex,fragilities,housing,66,520,400,multiple
PACA,citizens,women,sex,fragilities,mobility,31,520,410,multiple
PACA,citizens,men,sex,fragilities,housing,53,480,400,multiple
PACA,citizens,men,sex,fragilities,mobility,29,480,410,multiple
PACA,mayors,,,fragilities,housing,40,200,,multiple
PACA,mayors,,,fragilities,mobility,45,200,,multiple
PACA,mayors,,,engagement,engaged,45,190,,single
PACA,citizens,,,engagement,engaged,51,1000,800,single
"""
COLUMNS = ("citizens", "citizens/women", "citizens/men", "mayors")
LETTERS = dict(zip(COLUMNS, "ABCD", strict=True))


def test_bases_stand_below_the_figures_of_their_question(phare: Phare) -> None:
    rows = phare("show --wide --bases -f json", data=DATA).rows
    bases = {(row["indicator"], row["measure"]): [row[name] for name in COLUMNS] for row in rows}

    assert bases["fragilities", "base"] == [1000, 520, 480, 200]
    assert bases["fragilities", "effective_base"] == [800, 400, 400, None]
    assert bases["engagement", "base"] == [1000, None, None, 190]


def test_people_read_bases_as_numbers_of_people(phare: Phare) -> None:
    out = phare("show fragilities --wide --bases", data=DATA).out
    [line] = [line for line in out.splitlines() if line.startswith("Base")]

    assert line.split() == ["Base", "1,000", "520", "480", "200"]


def test_a_base_that_differs_from_item_to_item_is_not_shown_as_one(phare: Phare) -> None:
    data = DATA.replace("housing,40,200", "housing,40,210")
    run = phare("show fragilities --wide --bases", data=data)

    assert "Base: not shown where it differs from item to item (Mayors)." in run.out


def test_a_letter_stands_where_compare_finds_the_figure_above(phare: Phare) -> None:
    compared = [
        row
        for by in ("stakeholder", "segment")
        for row in phare(f"compare --by {by} -f json", data=DATA).rows
        if row["verdict"] in ("above", "below")
    ]
    expected = set()
    for row in compared:
        own = f"{row['stakeholder']}/{row['segment']}" if row["segment"] else row["stakeholder"]
        other = row["to"] if row["to"] in COLUMNS else f"{row['stakeholder']}/{row['to']}".rstrip("/")
        high, low = (own, other) if row["verdict"] == "above" else (other, own)
        expected.add((row["item"], high, LETTERS[low]))
    shown = {
        (row["item"], name, letter)
        for row in phare("show --wide --letters -f json", data=DATA).rows
        for name in COLUMNS
        for letter in row[f"letters_{name}"].split()
    }

    assert shown == expected
    assert ("housing", "citizens/women", "C") in shown


def test_letters_of_part_of_an_indicator_are_those_of_all_of_it(phare: Phare) -> None:
    whole = phare("show fragilities --wide --letters -s citizens -f json", data=DATA).rows
    among = phare("show --wide --letters -f json", data=DATA).rows
    by_item = {
        row["item"]: row["letters_citizens/women"] for row in among if row["indicator"] == "fragilities"
    }

    assert {row["item"]: row["letters_citizens/women"] for row in whole} == by_item


@pytest.mark.parametrize(
    ("family", "said"),
    [("indicator", "adjusted by Holm's method over each indicator"), ("none", "each by itself")],
)
def test_what_was_adjusted_is_said(phare: Phare, family: str, said: str) -> None:
    out = phare(f"show --wide --letters --family {family} -f markdown", data=DATA).out

    assert said in out
    assert "no letter does not say that two are equal" in out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("show --bases", "--bases goes with --wide"),
        ("show --letters", "--letters goes with --wide"),
        ("show --wide --family none", "--family goes with --letters"),
        ("show --by wave --letters", "leave --letters out"),
    ],
)
def test_what_goes_with_a_crossing_alone_is_refused_elsewhere(phare: Phare, command: str, said: str) -> None:
    run = phare(command, data=DATA)

    assert (run.status, said in run.err) == (2, True)


@pytest.mark.parametrize(
    ("columns", "language"), [*product((40, 80, 200), ("en", "fr"))], ids=lambda value: str(value)
)
def test_a_banner_fits_a_screen(phare: Phare, columns: int, language: str) -> None:
    run = phare(f"show --wide --bases --letters --lang {language} --color never", data=DATA, columns=columns)

    assert (run.status, max(map(len, run.out.splitlines())) <= columns) == (0, True)


@pytest.mark.parametrize(
    "format", ["markdown", "html", "latex", "rst", "asciidoc", "mediawiki", "jira", "org", "textile"]
)
def test_a_banner_passes_through_every_format(phare: Phare, format: str) -> None:
    out = phare(f"show --wide --bases --letters -f {format}", data=DATA).out

    assert all(text in out for text in ("66", "1,000", "Base"))


@pytest.mark.parametrize("ending", ["docx", "odt", "pptx"])
def test_a_banner_goes_into_office_files(phare: Phare, tmp_path: Any, ending: str) -> None:
    run = phare(f"show --wide --bases --letters -o plan.{ending}", data=DATA)

    assert (run.status, (tmp_path / f"plan.{ending}").stat().st_size > 0) == (0, True)


def test_a_workbook_is_a_tab_plan_contents_and_a_sheet_a_question(phare: Phare, tmp_path: Any) -> None:
    phare("show --wide --bases --letters -o plan.xlsx", data=DATA)
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "plan.xlsx").read_bytes()))
    contents, *questions = book.worksheets
    [fragilities] = [sheet for sheet in questions if "Fragilities" in sheet.title]
    rows = {row[0].value: row for row in fragilities.iter_rows() if row[0].value}

    assert (contents.title, len(questions)) == ("Contents", 2)
    assert (rows["Housing"][1].value, rows["Base"][1].value) == (60, 1000)
    assert ("%" in rows["Housing"][1].number_format, "%" in rows["Base"][1].number_format) == (True, False)


def test_a_block_holds_a_banner(phare: Phare, tmp_path: Any) -> None:
    (tmp_path / "results.csv").write_text(DATA, encoding="utf-8")
    note = tmp_path / "note.md"
    command = "show fragilities --wide --bases --letters --data results.csv"
    note.write_text(f"<!-- phare: {command} -->\n<!-- /phare -->\n", encoding="utf-8")
    first, again = phare("update note.md"), phare("update --check note.md")

    assert (first.status, again.status, "1,000" in note.read_text(encoding="utf-8")) == (0, 0, True)
