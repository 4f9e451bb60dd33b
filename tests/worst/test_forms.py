"""Workbooks, columns and documents of other programs: read as a CSV of the same table, or refused with an address."""

from __future__ import annotations

import io
import json
import sys
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

import openpyxl
import pandas as pd
import pyreadstat
import pytest
import xlwt

Both = Callable[..., list[tuple[int, str, str]]]
COLUMNS = ["Région", "acteur", "indicateur", "domaine", "valeur", "unité"]
ANSWER = "survey,wave,region,stakeholder,segment,indicator,item,value,unit,base,rank,rank_low,rank_high,low,high,flag\n"
FRAME = pd.DataFrame(
    {
        "region": ["93", "NA"],
        "stakeholder": ["0612345678", "TRUE"],
        "indicator": ["i", "i"],
        "item": ["2A", "2A"],
        "value": [57.5, None],
    }
)
FRAMED = (
    f"{ANSWER},,Nouvelle-Aquitaine,TRUE,,i,2A,,percent,,,,,,,\n"
    ",,Provence-Alpes-Côte d'Azur,0612345678,,i,2A,57.5,percent,,,,,,,\n"
)


def workbook(
    *rows: Sequence[object], merged: tuple[str, ...] = (), formats: tuple[tuple[str, str], ...] = ()
) -> bytes:
    book = openpyxl.Workbook()
    assert book.active is not None
    book.active.title = "Lisez-moi"
    book.active.append(["Enquête 2016"])
    sheet = book.create_sheet("Résultats")
    for row in rows:
        sheet.append(row)
    for cell, form in formats:
        sheet[cell].number_format = form
    for cells in merged:
        sheet.merge_cells(cells)
    return written(book.save)


def written(write: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    write(file)
    return file.getvalue()


def old_workbook(frame: pd.DataFrame) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    rows = [list(frame.columns), *frame.itertuples(index=False, name=None)]
    for line, row in enumerate(rows):
        for place, cell in enumerate(row):
            if cell == cell:
                sheet.write(line, place, cell)
    return written(book.save)


def saved(form: str, folder: Path) -> bytes:
    match form:
        case "xlsx":
            return written(lambda file: FRAME.to_excel(file, index=False))
        case "ods":
            import odf  # noqa: F401  what pandas writes it with

            return written(lambda file: FRAME.to_excel(file, index=False, engine="odf"))  # type: ignore[arg-type]  # the stubs leave out a writer
        case "xls":
            return old_workbook(FRAME)
        case "dta":
            FRAME.to_stata(folder / "a.dta", write_index=False)
            return (folder / "a.dta").read_bytes()
        case "parquet":
            return written(lambda file: FRAME.to_parquet(file))
        case "json":
            rows = json.loads(FRAME.to_json(orient="records"))
            return json.dumps({"schema_version": 1, "command": "show", "rows": rows}).encode()
        case _:
            pyreadstat.write_sav(FRAME, folder / "a.sav")
            return (folder / "a.sav").read_bytes()


@pytest.mark.parametrize("form", ["xlsx", "xls", "ods", "parquet", "sav", "dta", "json"])
def test_one_table_is_one_table_in_every_form(both: Both, tmp_path: Path, form: str) -> None:
    assert both(saved(form, tmp_path), name=f"f.{form}") == [(0, FRAMED, "")] * 2


EXCEL = workbook(
    ["Tableau 1"],
    [],
    COLUMNS,
    [93, "maires", "i", "a", 0.57, None],
    ["01", "maires", "i", "a", 0.5666, None],
    ["Corse", "maires", "i", "a", "12,5 %", None],
    ["Source : INSEE"],
    formats=(("E4", "0%"), ("E5", "0.0%")),
    merged=("A1:F1", "A7:F7"),
)


@pytest.mark.parametrize("command", ["show -f csv", "show -f csv --sheet RESULTATS"])
def test_a_sheet_is_read_from_its_header_to_its_footnotes(both: Both, command: str) -> None:
    answer = (
        f"{ANSWER},,Corse,mayors,,i,a,12.5,percent,,,,,,,\n,,Provence-Alpes-Côte d'Azur,mayors,,i,a,57,percent,,,,,,,\n"
        ",,Guadeloupe,mayors,,i,a,56.66,percent,,,,,,,\n"
    )

    assert both(EXCEL, name="f.xlsx", command=command) == [
        (0, answer, "phare: note: f.xlsx: 1 line above the header was skipped: “Tableau 1”.\n"
         "phare: note: f.xlsx: line 7 was read as a footnote: “Source : INSEE”.\n"),
        (0, answer, "phare\u00a0: remarque\u00a0: f.xlsx\u00a0: 1 ligne au-dessus de l’en-tête a été sautée\u00a0: "
         "«\u00a0Tableau 1\u00a0».\n"
         "phare\u00a0: remarque\u00a0: f.xlsx\u00a0: la ligne 7 a été lue comme une note de bas de tableau\u00a0: "
         "«\u00a0Source : INSEE\u00a0».\n"),
    ]  # fmt: skip


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(both: Both) -> None:
    assert both(EXCEL, name="f.xlsx", command="show --sheet Tableau") == [
        (2, "", "phare: “f.xlsx” has no sheet called “Tableau”: it has “Lisez-moi” and “Résultats”.\n"),
        (2, "", "phare\u00a0: «\u00a0f.xlsx\u00a0» n’a pas de feuille «\u00a0Tableau\u00a0»\u00a0: ses feuilles sont "
         "«\u00a0Lisez-moi\u00a0» et «\u00a0Résultats\u00a0».\n"),
    ]  # fmt: skip


def test_merged_cells_are_refused_with_their_address(both: Both) -> None:
    content = workbook(
        COLUMNS, ["PACA", "x", "i", "a", 1, None], ["PACA", None, "i", "b", 3, None], merged=("B2:B3",)
    )

    assert both(content, name="f.xlsx") == [
        (3, "", "phare: f.xlsx, line 2: cells B2:B3 are merged, and one of them alone holds the text: unmerge them and "
         "fill in each. [merged-cells]\n"
         "phare: f.xlsx, line 3, column acteur: the cell is empty, and a figure without its acteur says nothing: "
         "fill it in. [empty-name]\nphare: 2 problems: nothing was shown. (phare check f.xlsx)\n"),
        (3, "", "phare\u00a0: f.xlsx, ligne 2\u00a0: les cellules B2:B3 sont fusionnées, et une seule d’entre elles "
         "contient le texte\u00a0: défusionnez-les et remplissez chacune. [merged-cells]\n"
         "phare\u00a0: f.xlsx, ligne 3, colonne acteur\u00a0: la cellule est vide, et un résultat ne dit rien sans sa "
         "colonne acteur\u00a0: remplissez-la. [empty-name]\n"
         "phare\u00a0: 2 anomalies\u00a0: rien n’a été affiché. (phare check f.xlsx)\n"),
    ]  # fmt: skip


def test_a_formula_is_read_by_its_value_and_refused_without_one(both: Both) -> None:
    content = workbook(COLUMNS, ["PACA", "x", "i", "a", "=1+1", None])

    assert both(content, name="f.xlsx") == [
        (3, "", "phare: f.xlsx, line 2, column valeur: the formula of cell E2 was never computed: open the file in a "
         "spreadsheet and save it. [no-cached-value]\nphare: 1 problem: nothing was shown. (phare check f.xlsx)\n"),
        (3, "", "phare\u00a0: f.xlsx, ligne 2, colonne valeur\u00a0: la formule de la cellule E2 n’a jamais été "
         "calculée\u00a0: ouvrez le fichier dans un tableur et enregistrez-le. [no-cached-value]\n"
         "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.xlsx)\n"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("form", "module", "extra"),
    [("xls", "python_calamine", "excel"), ("parquet", "pyarrow", "parquet"), ("sav", "pyreadstat", "spss")],
)
def test_a_missing_extra_is_the_command_that_installs_it(
    both: Both, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, form: str, module: str, extra: str
) -> None:
    content = saved(form, tmp_path)
    monkeypatch.setitem(sys.modules, module, None)

    assert both(content, name=f"f.{form}") == [
        (4, "", f"phare: “f.{form}” needs the {extra} extra of phare: run pip install 'phare-cli[{extra}]'\n"),
        (4, "", f"phare\u00a0: «\u00a0f.{form}\u00a0» demande l’extension {extra} de phare\u00a0: exécutez pip install "
         f"'phare-cli[{extra}]'\n"),
    ]  # fmt: skip


def broken_workbook() -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("xl/workbook.xml", "<")
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "content", "english", "french"),
    [
        ("f.json", b'{"rows": [',
         "“f.json” is not whole JSON (line 1): write it again, with -f json.",
         "«\u00a0f.json\u00a0» est du JSON incomplet (ligne 1)\u00a0: écrivez-le de nouveau, avec -f json."),
        ("f.json", b'{"lignes": []}',
         "“f.json” is JSON, but not as phare writes it: that has a list of objects called rows.",
         "«\u00a0f.json\u00a0» est du JSON, mais pas tel que phare l’écrit, avec une liste d’objets nommée "
         "rows\u00a0: écrivez-le avec -f json."),
        ("f.json", b'{"schema_version": 2, "rows": []}',
         "“f.json” was written by a newer phare: install that one, or write the file again with this one.",
         "«\u00a0f.json\u00a0» a été écrit par une version plus récente de phare\u00a0: installez celle-là, ou "
         "écrivez de nouveau le fichier avec celle-ci."),
        ("f.parquet", b"PAR1 and more",
         "“f.parquet” is damaged, or of a kind that its library cannot read: write it again, or as CSV.",
         "«\u00a0f.parquet\u00a0» est endommagé, ou d’une forme que sa bibliothèque ne sait pas lire\u00a0: "
         "écrivez-le de nouveau, ou en CSV."),
        ("f.sav", b"$FL2 and more",
         "“f.sav” is damaged, or of a kind that its library cannot read: write it again, or as CSV.",
         "«\u00a0f.sav\u00a0» est endommagé, ou d’une forme que sa bibliothèque ne sait pas lire\u00a0: "
         "écrivez-le de nouveau, ou en CSV."),
        ("f.xlsx", broken_workbook(),
         "“f.xlsx” is a damaged Excel workbook: open it in Excel and save it again, or save it as CSV.",
         "«\u00a0f.xlsx\u00a0» est un classeur Excel endommagé\u00a0: ouvrez-le dans Excel et enregistrez-le de "
         "nouveau, ou en CSV."),
    ],
)  # fmt: skip
def test_a_damaged_file_says_what_to_try(
    both: Both, name: str, content: bytes, english: str, french: str
) -> None:
    assert both(content, name=name) == [(4, "", f"phare: {english}\n"), (4, "", f"phare\u00a0: {french}\n")]
