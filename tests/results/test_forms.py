"""Spreadsheets, Parquet, SPSS and phare's own JSON read as a CSV of the same table does."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyreadstat
import pytest
import xlwt

from phare_cli.results import Rules

Read = Callable[..., Any]
Refusal = Callable[..., str]
HEADER = ["Région", "acteur", "indicateur", "domaine", "valeur", "effectif"]
FRAME = pd.DataFrame(
    {
        "region": ["93", "NA", "01"],
        "stakeholder": ["citoyens", "maires", "x"],
        "indicator": ["i"] * 3,
        "item": ["a", "b", "2A"],
        "value": [57.5, None, 3.0],
        "base": [1200.0, 300.0, None],
    }
)
EXPECTED = [
    ("Provence-Alpes-Côte d'Azur", "citizens", "a", 57.5, 1, 1200.0),
    ("Nouvelle-Aquitaine", "mayors", "b", None, 0, 300.0),
    ("Guadeloupe", "x", "2A", 3.0, 0, None),
]


def workbook(
    *rows: Sequence[object], merge: tuple[str, ...] = (), formats: dict[str, str] | None = None
) -> bytes:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.title = "Lisez-moi"
    first.append(["Enquête 2016"])
    sheet = book.create_sheet("Résultats")
    for row in rows:
        sheet.append(row)
    for cell, form in (formats or {}).items():
        sheet[cell].number_format = form
    for cells in merge:
        sheet.merge_cells(cells)
    return written(book.save)


def written(write: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    write(file)
    return file.getvalue()


def old_workbook(frame: pd.DataFrame) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for line, row in enumerate([list(frame.columns), *frame.itertuples(index=False, name=None)]):
        for place, cell in enumerate(row):
            if cell == cell:
                sheet.write(line, place, cell)
    return written(book.save)


def frame_as(form: str, folder: Path) -> bytes:
    match form:
        case "xlsx":
            return written(lambda file: FRAME.to_excel(file, index=False))
        case "ods":
            import odf  # noqa: F401  what pandas writes it with

            return written(lambda file: FRAME.to_excel(file, index=False, engine="odf"))  # type: ignore[arg-type]  # the stubs leave out a writer
        case "parquet":
            return written(lambda file: FRAME.to_parquet(file))
        case "xls":
            return old_workbook(FRAME)
        case _:
            pyreadstat.write_sav(FRAME, folder / "a.sav")
            return (folder / "a.sav").read_bytes()


@pytest.mark.parametrize("form", ["xlsx", "ods", "parquet", "sav"])
def test_one_table_reads_the_same_from_every_form(read: Read, tmp_path: Path, form: str) -> None:
    found = read(frame_as(form, tmp_path), f"a.{form}")

    assert found.problems == []
    assert [
        (each.region, each.stakeholder, each.item, each.value, each.decimals, each.base)
        for each in found.estimates
    ] == EXPECTED


def test_a_workbook_is_read_at_its_first_header_with_percents_as_percents(read: Read) -> None:
    content = workbook(
        ["Tableau 1"],
        [],
        HEADER,
        [93, "citoyens", "i", "a", 0.57, 1200],
        [1, "citoyens", "i", "b", 0.5666, 1200],
        [11, "citoyens", "i", "c", "12,5", "1 200", "à vérifier"],
        [],
        ["Source : INSEE"],
        formats={"E4": "0%", "E5": "0.0%", "A5": "00"},
        merge=("A1:F1", "A8:F8"),
    )

    found = read(content, "a.xlsx")

    assert [code for code, *_ in found.problems] == ["codes-of-regions"]
    assert [(each.region, each.value, each.decimals, each.line) for each in found.estimates] == [
        ("Provence-Alpes-Côte d'Azur", 57.0, 0, 4),
        ("Guadeloupe", 56.66, 1, 5),
        ("Île-de-France", 12.5, 1, 6),
    ]
    assert found.notices == [
        "a.xlsx: 1 line above the header was skipped: “Tableau 1”.",
        "a.xlsx: line 7 is empty and was skipped.",
        "a.xlsx: line 8 was read as a footnote: “Source : INSEE”.",
        "a.xlsx: the cells to the right of the table were not read (line 6).",
    ]


def test_merged_cells_inside_the_table_are_refused_with_their_address(read: Read) -> None:
    content = workbook(HEADER, ["PACA", "x", "i", "a", 1, 2], [None, "x", "i", "b", 3, 4], merge=("A2:A3",))

    found = read(content, "a.xlsx")

    assert found.problems[0] == (
        "merged-cells",
        2,
        "cells A2:A3 are merged, and one of them alone holds the text: unmerge them and fill in each.",
    )


def test_a_formula_that_was_never_computed_is_no_missing_figure(read: Read) -> None:
    assert read(workbook(HEADER, ["PACA", "x", "i", "a", "=1+1", 2]), "a.xlsx").problems == [
        (
            "no-cached-value",
            2,
            "the formula of cell E2 was never computed: open the file in a spreadsheet and save it.",
        )
    ]


def test_a_sheet_is_chosen_by_name(read: Read) -> None:
    content = workbook(HEADER, ["PACA", "x", "i", "a", 1, 2])

    assert read(content, "a.xlsx", rules=Rules(sheet="resultats")).values == [1.0]


def test_an_unknown_sheet_says_which_there_are(refusal: Refusal) -> None:
    sentence = refusal(workbook(HEADER), "a.xlsx", Rules(sheet="Tableau"))

    assert sentence == "“a.xlsx” has no sheet called “Tableau”: it has “Lisez-moi” and “Résultats”."


def test_merged_cells_of_an_open_document_are_refused_too(read: Read) -> None:
    from odf.opendocument import OpenDocumentSpreadsheet
    from odf.table import CoveredTableCell, Table, TableCell, TableRow
    from odf.text import P

    document = OpenDocumentSpreadsheet()
    table = Table(name="Feuille1")
    for number, texts in enumerate(
        (HEADER, ["PACA", "x", "i", "a", "57 %", "2"], ["", "x", "i", "b", "3", "4"])
    ):
        row = TableRow()
        for place, text in enumerate(texts):
            if place == 0 and number == 2:
                row.addElement(CoveredTableCell())
                continue
            cell = (
                TableCell(numberrowsspanned=2, numbercolumnsspanned=1)
                if (place, number) == (0, 1)
                else TableCell()
            )
            cell.addElement(P(text=text))
            row.addElement(cell)
        table.addElement(row)
    document.spreadsheet.addElement(table)

    found = read(written(document.write), "a.ods")

    assert found.problems[0][2] == (
        "cells A2:A3 are merged, and one of them alone holds the text: unmerge them and fill in each."
    )


@pytest.mark.parametrize(
    ("text", "line", "key"),
    [
        ('[{"region": "PACA", "stakeholder": "g", "indicator": "i", "item": "a", "value": 5, "value": 6}]', 1, "value"),
        (
            '{"rows": [\n{"region": "PACA", "stakeholder": "g", "indicator": "i", "item": "a", "value": 5},\n'
            '{"region": "PACA", "region": "Corse", "stakeholder": "g", "indicator": "i", "item": "b", "value": 5}]}',
            3,
            "region",
        ),
        ('{"rows": [], "rows": [{"region": "PACA", "item": "a", "value": 5}]}', 1, "rows"),
    ],
)  # fmt: skip
def test_a_key_twice_in_an_object_is_a_column_twice(read: Read, text: str, line: int, key: str) -> None:
    found = read(text, "a.json", header="")

    assert found.problems == [
        (
            "duplicate-column",
            line,
            f"the key “{key}” stands twice in one object, and there can be one only: keep one of them.",
        )
    ]


def test_json_that_phare_wrote_is_read_with_the_lines_of_its_rows(read: Read) -> None:
    row = {
        "region": "France",
        "stakeholder": "mayors",
        "indicator": "i",
        "item": "a",
        "value": 57.25,
        "rank": 1,
    }
    answer = {
        "schema_version": 1,
        "command": "show",
        "rows": [row, {**row, "item": "b", "value": None, "base": 12.5}],
    }

    found = read(json.dumps(answer, indent=1), "a.json", header="")

    assert [(each.item, each.value, each.decimals, each.line) for each in found.estimates] == [
        ("a", 57.25, 2, 5)
    ]
    assert [problem[:2] for problem in found.problems] == [("bad-base", 13)]
    assert found.notices == []


@pytest.mark.parametrize(
    ("content", "name", "sentence"),
    [
        (b'{"rows": [', "a.json", "“a.json” is not whole JSON (line 1): write it again, with -f json."),
        (
            b'{"lignes": []}',
            "a.json",
            "“a.json” is JSON, but not as phare writes it: that has a list of objects called rows.",
        ),
        (
            b'{"schema_version": 2, "rows": []}',
            "a.json",
            "“a.json” was written by a newer phare: install that one, or write the file again with this one.",
        ),
        (
            b"PAR1 and more",
            "a.parquet",
            "“a.parquet” is damaged, or of a kind that its library cannot read: write it again, or as CSV.",
        ),
        (
            b"$FL2 and more",
            "a.sav",
            "“a.sav” is damaged, or of a kind that its library cannot read: write it again, or as CSV.",
        ),
    ],
)
def test_a_damaged_file_says_what_to_try(refusal: Refusal, content: bytes, name: str, sentence: str) -> None:
    assert refusal(content, name) == sentence


def test_a_damaged_workbook_says_what_to_try(refusal: Refusal) -> None:
    content = workbook(HEADER, ["PACA", "x", "i", "a", 1, 2]).replace(b"<", b"[")
    broken = bytearray(content)
    for place in range(40, 400):
        broken[place] ^= 0xFF

    assert refusal(bytes(broken), "a.xlsx") == (
        "“a.xlsx” is a damaged Excel workbook: open it in Excel and save it again, or save it as CSV."
    )


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [("xls", "python_calamine", "excel"), ("parquet", "pyarrow", "parquet"), ("sav", "pyreadstat", "spss")],
)
def test_a_missing_extra_says_how_to_install_it(
    refusal: Refusal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, module: str, extra: str
) -> None:
    content = frame_as(form, tmp_path)
    monkeypatch.setitem(sys.modules, module, None)

    assert refusal(content, f"a.{form}") == (
        f"“a.{form}” needs the {extra} extra of phare: run pip install 'phare-cli[{extra}]'"
    )
