"""One table saved in every form, as results and as respondents: the same figures, or the same sentence and status."""

from __future__ import annotations

import csv
import gzip
import io
import re
import shlex
import struct
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pyreadstat
import pytest
import xlwt

HEADER = ("region", "stakeholder", "indicator", "item", "value")
ROWS = [
    ("PACA", "citizens", "i", "Œuvre d’Éric, 12 €", 57.5),
    ("PACA", "citizens", "i", "b", 43.0),
    ("PACA", "citizens", "i", "c; d", None),
    ("PACA", "citizens", "i", "01", 3.0),
]
FRAME = pd.DataFrame(ROWS, columns=list(HEADER))
SHOW = "show -f csv --data {name}"
TABULATE = "tabulate {name} --region region --stakeholder stakeholder --single item"
SHOWN = "".join(
    f",,Provence-Alpes-Côte d'Azur,citizens,,i,{item},{value},percent,,{rank},,,,,\n"
    for item, value, rank in (
        ('"Œuvre d’Éric, 12 €"', "57.5", 1),
        ("b", "43", 2),
        ("01", "3", 3),
        ("c; d", "", ""),
    )
)
TABULATED = {"Œuvre d’Éric, 12 €": "25", "b": "25", "c; d": "25", "01": "25"}

Met = list[tuple[int, str]]
Doors = Callable[..., tuple[Met, Met]]


@pytest.fixture
def doors(phare: Callable[..., Any], tmp_path: Path) -> Doors:
    """Save *content* as *name*, read it through both commands in both languages, and return what each met.

    The figures are checked here: those of the table wherever the status is 0, none elsewhere.
    """

    def meet(content: str | bytes, name: str = "f.csv", options: str = "") -> tuple[Met, Met]:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        met: tuple[Met, Met] = ([], [])
        for door, command in zip(met, (SHOW, TABULATE), strict=True):
            for language in ("en", "fr"):
                run = phare(f"{command.format(name=shlex.quote(name))} {options} --lang {language}")
                door.append((run.status, run.err))
                if run.status:
                    assert run.out == ""
                elif command is SHOW:
                    assert run.out.partition("\n")[2] == SHOWN
                else:
                    rows = list(csv.DictReader(io.StringIO(run.out)))
                    assert {row["item"]: row["value"] for row in rows} == TABULATED
                    assert {row["base"] for row in rows} == {"4"}
        return met

    return meet


def text(
    delimiter: str = ";",
    *,
    end: str = "\n",
    quoting: int = csv.QUOTE_MINIMAL,
    above: str = "",
    below: str = "",
) -> str:
    file = io.StringIO()
    writer = csv.writer(file, delimiter=delimiter, lineterminator=end, quoting=quoting)  # type: ignore[arg-type]
    writer.writerows([HEADER, *ROWS])
    return above + file.getvalue() + below


TABLE = text()


def zipped(*names: str, content: str | bytes = TABLE) -> bytes:
    return written_zip(dict.fromkeys(names, content))


def written_zip(parts: Mapping[str, str | bytes]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return file.getvalue()


def written(write: Callable[[io.BytesIO], object]) -> bytes:
    file = io.BytesIO()
    write(file)
    return file.getvalue()


def workbook(
    *above: list[object],
    rows: list[tuple[object, ...]] | None = None,
    changed: Callable[[Any], object] = lambda sheet: None,
) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (*above, HEADER, *(ROWS if rows is None else rows)):
        sheet.append(list(row))
    changed(sheet)
    return written(book.save)


def edited(archive: bytes, edit: Callable[[str, str], str]) -> bytes:
    """Return a zip of XML whose parts are what *edit* makes of their name and text."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(archive)) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, edit(name, old.read(name).decode()))
    return file.getvalue()


def strict(name: str, part: str) -> str:
    ours = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    return part.replace(ours, "http://purl.oclc.org/ooxml/spreadsheetml/main").replace(
        links, "http://purl.oclc.org/ooxml/officeDocument/relationships"
    )


def misstated(name: str, part: str) -> str:
    return part.replace('<dimension ref="A1:E5" />', '<dimension ref="A1:B2" />').replace(
        '<dimension ref="A1:E5"/>', '<dimension ref="A1:B2"/>'
    )


def dropped_down(sheet: Any) -> None:
    from openpyxl.worksheet.datavalidation import DataValidation

    sheet.add_data_validation(DataValidation(type="list", formula1='"a,b"', sqref="A2:A9"))


def hidden_first(sheet: Any) -> None:
    book = sheet.parent
    other = book.create_sheet("old", 0)
    other.append(HEADER)
    other.append(("Bretagne", "citizens", "i", "x", 1))
    other.sheet_state = "hidden"


def covered(sheet: Any) -> None:
    sheet.parent.create_sheet("Lisez-moi", 0).append(["Enquête 2016"])


def old_workbook() -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("a")
    for line, row in enumerate([HEADER, *ROWS]):
        for place, cell in enumerate(row):
            if cell is not None:
                sheet.write(line, place, cell)
    return written(book.save)


def binary_workbook() -> bytes:
    """Return an .xlsb of records: each a number, a size and its bytes, as [MS-XLSB] 2.1.4 lays them."""

    def whole(number: int) -> bytes:
        return bytes([number]) if number < 128 else bytes([number & 127 | 128, number >> 7])

    def record(number: int, *parts: bytes) -> bytes:
        content = b"".join(parts)
        return whole(number) + whole(len(content)) + content

    def wide(text: str) -> bytes:
        return struct.pack("<I", len(text)) + text.encode("utf-16-le")

    def cell(place: int, value: str | float) -> bytes:
        at = struct.pack("<II", place, 0)
        return (
            record(6, at, wide(value)) if isinstance(value, str) else record(5, at, struct.pack("<d", value))
        )

    rows = [HEADER, *ROWS]
    cells = b"".join(
        record(0, struct.pack("<IIHBBBI", line, 0, 300, 0, 0, 0, 0))
        + b"".join(cell(place, value) for place, value in enumerate(row) if value is not None)
        for line, row in enumerate(rows)
    )
    size = record(148, struct.pack("<IIII", 0, len(rows) - 1, 0, len(HEADER) - 1))
    sheet = record(129) + size + record(145) + cells + record(146) + record(130)
    name = record(156, struct.pack("<II", 0, 1), wide("rId1"), wide("a"))
    links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relation = f'<Relationship Id="rId1" Type="{links}/worksheet" Target="worksheets/sheet1.bin"/>'
    return written_zip(
        {
            "xl/workbook.bin": record(131) + record(143) + name + record(144) + record(132),
            "xl/worksheets/sheet1.bin": sheet,
            "xl/_rels/workbook.bin.rels": f"<Relationships>{relation}</Relationships>",
        }
    )


def statistical(suffix: str, folder: Path) -> bytes:
    path = folder / f"saved{suffix}"
    match suffix:
        case ".sav" | ".zsav":
            labels = {"stakeholder": {1.0: "citizens"}}
            coded = FRAME.assign(stakeholder=1.0)
            pyreadstat.write_sav(coded, path, compress=suffix == ".zsav", variable_value_labels=labels)
        case ".dta":
            pyreadstat.write_dta(FRAME, path, version=15)
        case ".parquet":
            FRAME.to_parquet(path)
        case ".ods":
            import odf  # noqa: F401  what pandas writes it with

            FRAME.to_excel(path, index=False, engine="odf")  # type: ignore[arg-type]  # the stubs leave out a writer
        case ".json":
            FRAME.to_json(path, orient="records", force_ascii=False)
    return path.read_bytes()


RIGHT: dict[str, tuple[str | bytes, str]] = {
    "as it is": (TABLE, "f.csv"),
    "commas": (text(","), "f.csv"),
    "tabs": (text("\t"), "f.tsv"),
    "bars": (text("|"), "f.txt"),
    "every cell quoted": (text(",", quoting=csv.QUOTE_ALL), "f.csv"),
    "texts quoted": (text(quoting=csv.QUOTE_NONNUMERIC), "f.csv"),
    "blanks before quotes": (text(",", quoting=csv.QUOTE_ALL).replace('","', '", "'), "f.csv"),
    "decimal commas": (TABLE.replace(".5\n", ",5\n").replace(".0\n", ",0\n"), "f.csv"),
    "a byte order mark": (TABLE.encode("utf-8-sig"), "f.csv"),
    "CRLF": (text(end="\r\n"), "f.csv"),
    "CR": (text(end="\r"), "f.csv"),
    "CRLF, then CR, then LF": (
        TABLE.replace("\n", "\r\n", 1).replace("43.0\n", "43.0\r"),
        "f.csv",
    ),
    "no end of the last line": (TABLE.rstrip("\n"), "f.csv"),
    "blank lines below": (text(below="\n\n\n"), "f.csv"),
    "blank lines above": (text(above="\n\n"), "f.csv"),
    "sep=": (text(above="sep=;\n"), "f.csv"),
    "sep= in quotes": (text(above='"sep=;"\n'), "f.csv"),
    "sep= after a byte order mark": (text(above="\ufeffsep=;\r\n", end="\r\n"), "f.csv"),
    "sep= of another mark": (text("^", above="sep=^\n"), "f.csv"),
    "UTF-16": (TABLE.encode("utf-16"), "f.csv"),
    "UTF-16 with tabs": (text("\t").encode("utf-16"), "f.txt"),
    "UTF-16, the other order": (b"\xfe\xff" + text("\t").encode("utf-16-be"), "f.txt"),
    "UTF-32": (TABLE.encode("utf-32"), "f.csv"),
    "gzip": (gzip.compress(TABLE.encode()), "f.csv.gz"),
    "gzip under another name": (gzip.compress(TABLE.encode()), "f.csv"),
    "zip": (zipped("figures.csv"), "f.zip"),
    "zip of a Macintosh": (zipped("__MACOSX/._figures.csv", "figures.csv"), "f.zip"),
    "gzip of UTF-16": (gzip.compress(TABLE.encode("utf-16")), "f.gz"),
    "xlsx": (workbook(), "f.xlsx"),
    "xlsm": (workbook(), "f.xlsm"),
    "xlsx named .xls": (workbook(), "f.xls"),
    "Strict Open XML": (edited(workbook(), strict), "f.xlsx"),
    "a size that is not so": (edited(workbook(), misstated), "f.xlsx"),
    "a list to choose from": (workbook(changed=dropped_down), "f.xlsx"),
    "a hidden first sheet": (workbook(changed=hidden_first), "f.xlsx"),
    "a cover sheet": (workbook(changed=covered), "f.xlsx"),
    "xls": (old_workbook(), "f.xls"),
    "xlsb": (binary_workbook(), "f.xlsb"),
    "xlsx in gzip": (gzip.compress(workbook()), "f.xlsx.gz"),
}


@pytest.mark.parametrize("form", RIGHT)
def test_one_table_gives_the_same_figures_through_both_doors(doors: Doors, form: str) -> None:
    content, name = RIGHT[form]

    assert doors(content, name) == ([(0, "")] * 2, [(0, "")] * 2)


@pytest.mark.parametrize("suffix", [".ods", ".parquet", ".sav", ".zsav", ".dta", ".json"])
@pytest.mark.parametrize("packed", [False, True])
def test_typed_columns_give_the_same_figures_through_both_doors(
    doors: Doors, tmp_path: Path, suffix: str, packed: bool
) -> None:
    content = statistical(suffix, tmp_path)

    met = doors(gzip.compress(content), f"f{suffix}.gz") if packed else doors(content, f"f{suffix}")

    assert met == ([(0, "")] * 2, [(0, "")] * 2)


def test_a_portable_file_of_spss_gives_the_same_figures_through_both_doors(
    phare: Callable[..., Any], tmp_path: Path
) -> None:
    first, plain = ROWS[0][3], "Oeuvre, 12 EUR"  # such a file has few letters, and names of eight capitals
    frame = FRAME.replace(first, plain).rename(columns={"stakeholder": "who", "indicator": "theme"})
    pyreadstat.write_por(frame, tmp_path / "f.por")

    shown = phare("show -f csv --data f.por --map stakeholder=WHO --map indicator=THEME")
    tabulated = phare("tabulate f.por --region REGION --stakeholder WHO --single ITEM")
    refused = [phare(f"show --data f.por --encoding latin-1 --lang {lang}") for lang in ("en", "fr")]

    assert (shown.status, shown.err) == (0, "")
    assert shown.out.partition("\n")[2] == SHOWN.replace(first, plain)
    rows = list(csv.DictReader(io.StringIO(tabulated.out)))
    assert {row["item"]: row["value"] for row in rows} == {plain: "25", "b": "25", "c; d": "25", "01": "25"}
    assert [(run.status, run.out, run.err) for run in refused] == [
        (2, "", "phare: “f.por” is a portable SPSS file, which takes no --encoding: leave the option out.\n"),
        (2, "", "phare\u00a0: «\u00a0f.por\u00a0» est un fichier SPSS portable, qui ne prend pas "
         "--encoding\u00a0: retirez cette option.\n"),
    ]  # fmt: skip


NOTED: dict[str, tuple[str | bytes, str, str, str]] = {
    "Windows-1252": (
        TABLE.encode("cp1252"),
        "f.csv",
        "“f.csv” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding.",
        "« f.csv » n’est pas en UTF-8 : il a été lu en Windows-1252. Si des lettres sont fausses, précisez --encoding.",
    ),
    "a title above": (
        text(above="Enquête 2016\n\n"),
        "f.csv",
        "f.csv: 1 line above the header was skipped: “Enquête 2016”.",
        "f.csv : 1 ligne au-dessus de l’en-tête a été sautée : « Enquête 2016 ».",
    ),
    "two lines of title": (
        text(above="Enquête 2016\nExtraction du 6 janvier\n\n"),
        "f.csv",
        "f.csv: 2 lines above the header were skipped, the first of them “Enquête 2016”.",
        "f.csv : 2 lignes au-dessus de l’en-tête ont été sautées, dont la première : « Enquête 2016 ».",
    ),
    "a title in a row of empty cells": (
        text(",", above="Enquête 2016,,,,\n,,,,\n"),
        "f.csv",
        "f.csv: 1 line above the header was skipped: “Enquête 2016”.",
        "f.csv : 1 ligne au-dessus de l’en-tête a été sautée : « Enquête 2016 ».",
    ),
    "a title above the sheet": (
        workbook(["Enquête 2016"], []),
        "f.xlsx",
        "f.xlsx: 1 line above the header was skipped: “Enquête 2016”.",
        "f.xlsx : 1 ligne au-dessus de l’en-tête a été sautée : « Enquête 2016 ».",
    ),
    "a blank line between rows": (
        TABLE.replace("43.0\n", "43.0\n\n"),
        "f.csv",
        "f.csv: line 4 is empty and was skipped.",
        "f.csv : la ligne 4 est vide et a été sautée.",
    ),
    "a row of empty cells": (
        TABLE.replace("43.0\n", "43.0\n;;;;\n"),
        "f.csv",
        "f.csv: line 4 is empty and was skipped.",
        "f.csv : la ligne 4 est vide et a été sautée.",
    ),
    "an empty row of a sheet": (
        workbook(rows=[ROWS[0], ROWS[1], (), ROWS[2], ROWS[3]]),
        "f.xlsx",
        "f.xlsx: line 4 is empty and was skipped.",
        "f.xlsx : la ligne 4 est vide et a été sautée.",
    ),
    "an empty tail": (
        TABLE.replace("43.0\n", "43.0;;\n"),
        "f.csv",
        "f.csv: line 3 ends in empty cells that the header does not have; they were dropped.",
        "f.csv : la ligne 3 finit par des cellules vides absentes de l’en-tête ; elles ont été ignorées.",
    ),
    "a hidden row": (
        workbook(changed=lambda sheet: setattr(sheet.row_dimensions[3], "hidden", True)),
        "f.xlsx",
        "f.xlsx: 1 row is hidden in the workbook and was read (line 3).",
        "f.xlsx : 1 ligne est masquée dans le classeur et a été lue (ligne 3).",
    ),
    "two sheets of one header": (
        workbook(changed=lambda sheet: sheet.parent.copy_worksheet(sheet)),
        "f.xlsx",
        "f.xlsx: sheet “Sheet” was read; --sheet chooses another one, such as “Sheet Copy”.",
        "f.xlsx : la feuille « Sheet » a été lue ; --sheet en choisit une autre, par exemple « Sheet Copy ».",
    ),
}


@pytest.mark.parametrize("form", NOTED)
def test_what_was_settled_is_said_alike_through_both_doors(doors: Doors, form: str) -> None:
    content, name, english, french = NOTED[form]
    met = [(0, f"phare: note: {english}\n"), (0, _spaced(f"phare : remarque : {french}\n"))]

    assert doors(content, name) == (met, met)


def _spaced(french: str) -> str:
    """Return a French sentence with its no-break spaces."""
    for mark in (" :", " ;", " »", " ?", " %"):
        french = french.replace(mark, "\u00a0" + mark[1:])
    return french.replace("« ", "«\u00a0")


BROKEN = TABLE.replace('"c; d"', '"c; d')
REFUSED: dict[str, tuple[str | bytes, str, str, int, str]] = {
    "two encodings": (
        TABLE.replace("b", "é").encode().replace(b"c; d", "ç; d".encode("cp1252")),
        "f.csv",
        "",
        3,
        "f.csv, line 4: this line is not UTF-8 although lines before it are: save the file again in one encoding, "
        "CSV UTF-8. [not-utf-8]",
    ),
    "two encodings, one of them stated": (
        TABLE.replace("b", "é").encode().replace(b"c; d", "ç; d".encode("cp1252")),
        "f.csv",
        "--encoding utf-8",
        3,
        "f.csv, line 4: this line is not UTF-8 although lines before it are: save the file again in one encoding, "
        "CSV UTF-8. [not-utf-8]",
    ),
    "Windows-1252 before UTF-8": (
        TABLE.encode("cp1252").replace(b"c; d", "é; d".encode()),
        "f.csv",
        "--encoding utf-8",
        4,
        "“f.csv” is not utf-8: leave --encoding out, or correct it.",
    ),
    "neither encoding": (
        TABLE.encode("cp1252").replace(b"b", b"\x81"),
        "f.csv",
        "",
        4,
        "“f.csv” is neither UTF-8 nor Windows-1252: say its --encoding, or save it as CSV UTF-8.",
    ),
    "NUL": (
        TABLE.replace("43", "4\0"),
        "f.csv",
        "",
        4,
        "“f.csv” holds NUL characters (line 3), which no text does: save the table as CSV.",
    ),
    "UTF-16 without its mark": (
        TABLE.encode("utf-16-le"),
        "f.csv",
        "",
        4,
        "“f.csv” looks like UTF-16 without its byte order mark: say --encoding utf-16-le.",
    ),
    "an encoding that is not its own": (
        TABLE.encode("cp1252"),
        "f.csv",
        "--encoding utf-8",
        4,
        "“f.csv” is not utf-8: leave --encoding out, or correct it.",
    ),
    "an encoding that nobody knows": (
        TABLE,
        "f.csv",
        "--encoding klingon",
        2,
        "no encoding is called “klingon”: try --encoding utf-8, windows-1252 or utf-16.",
    ),
    "a quote that is not closed": (
        BROKEN,
        "f.csv",
        "",
        3,
        "f.csv, line 4: a quote opens here and is not closed: close it, or write it twice if it belongs to the text. "
        "[unclosed-quote]",
    ),
    "text after a quote": (
        TABLE.replace('"c; d"', '"c; d"e'),
        "f.csv",
        "",
        3,
        "f.csv, line 4: text follows the quote that closes a cell: write a quote twice if it belongs to the text. "
        "[stray-quote]",
    ),
    "a row too short": (
        TABLE.replace("b;43.0", "b"),
        "f.csv",
        "",
        3,
        "f.csv, line 3: the row has 4 cells and the header 5: fill in the others; a cell that holds a line break needs "
        "quotes. [ragged-row]",
    ),
    "a row too long": (
        TABLE.replace("b;43.0", "b;43.0;x"),
        "f.csv",
        "",
        3,
        "f.csv, line 3: the row has 6 cells and the header 5: a cell that holds the delimiter needs quotes. "
        "[ragged-row]",
    ),
    "merged cells": (
        workbook(changed=lambda sheet: sheet.merge_cells("E3:E4")),
        "f.xlsx",
        "",
        3,
        "f.xlsx, line 3: cells E3:E4 are merged, and one of them alone holds the text: unmerge them and fill in each. "
        "[merged-cells]",
    ),
    "a PDF": (
        b"%PDF-1.7\n",
        "f.csv",
        "",
        4,
        "“f.csv” is a PDF, not a table: copy its figures into a CSV file.",
    ),
    "a web page": (
        "<!DOCTYPE html><html><table>",
        "f.xls",
        "",
        4,
        "“f.xls” is a web page (HTML), not a table: open it in a spreadsheet and save it as CSV.",
    ),
    "XML": (
        "<?xml version='1.0'?><document><LimeSurveyDocType>",
        "f.lss",
        "",
        4,
        "“f.lss” is XML, not a table: open it in its own program and save the table as CSV.",
    ),
    "a picture": (
        b"\x89PNG\r\n",
        "f.png",
        "",
        4,
        "“f.png” is a picture, not a table: copy its figures into a CSV file.",
    ),
    "text under the name of a workbook": (
        TABLE,
        "f.xlsx",
        "",
        4,
        "“f.xlsx” is plain text by its content, which its name does not say: rename it to end in .csv.",
    ),
    "a workbook under the name of a text": (
        workbook(),
        "f.csv",
        "",
        4,
        "“f.csv” is an Excel workbook by its content, which its name does not say: rename it to end in .xlsx.",
    ),
    "an old Office document": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        "f.xls",
        "",
        4,
        "“f.xls” is an old Excel or Word file: open it there and save the sheet as .xlsx or CSV.",
    ),
    "a zip of two files": (
        zipped("a.csv", "b.csv"),
        "f.zip",
        "",
        4,
        "“f.zip” is a zip of 2 files: unpack it and name the one to read.",
    ),
    "a zip cut short": (
        zipped("a.csv")[:60],
        "f.zip",
        "",
        4,
        "“f.zip” is packed, and cut short or damaged: fetch it again, or unpack it first.",
    ),
    "gzip cut short": (
        gzip.compress(TABLE.encode())[:40],
        "f.csv.gz",
        "",
        4,
        "“f.csv.gz” is packed, and cut short or damaged: fetch it again, or unpack it first.",
    ),
    "a damaged workbook": (
        edited(workbook(), lambda name, part: part[:-20] if "sheet1" in name else part),
        "f.xlsx",
        "",
        4,
        "“f.xlsx” is a damaged Excel workbook: open it in Excel and save it again, or save it as CSV.",
    ),
    "a damaged Parquet file": (
        b"PAR1 and more",
        "f.parquet",
        "",
        4,
        "“f.parquet” is damaged, or of a kind that its library cannot read: write it again, or as CSV.",
    ),
    "a damaged SPSS file": (
        b"$FL2 and more",
        "f.sav",
        "",
        4,
        "“f.sav” is damaged, or of a kind that its library cannot read: write it again, or as CSV.",
    ),
    "a damaged Stata file": (
        b"<stata_dta> and more",
        "f.dta",
        "",
        4,
        "“f.dta” is damaged, or of a kind that its library cannot read: write it again, or as CSV.",
    ),
    "JSON cut short": (
        '{"rows": [',
        "f.json",
        "",
        4,
        "“f.json” is not whole JSON (line 1): write it again, with -f json.",
    ),
    "a sheet that is not there": (
        workbook(),
        "f.xlsx",
        "--sheet Tableau",
        2,
        "“f.xlsx” has no sheet called “Tableau”: it has “Sheet”.",
    ),
    "a sheet without a name": (
        workbook(),
        "f.xlsx",
        "--sheet ''",
        2,
        "--sheet is given an empty text: give it a value, or leave it out. A variable of the shell that is not set is "
        "empty.",
    ),
    "a sheet of blanks": (workbook(), "f.xlsx", "--sheet ' '", 2, "--sheet takes a name, as text."),
    "a sheet of a text": (
        TABLE,
        "f.csv",
        "--sheet Tableau",
        2,
        "“f.csv” is plain text, which takes no --sheet: leave the option out.",
    ),
    "a sheet of Parquet": (
        b"PAR1",
        "f.parquet",
        "--sheet Tableau",
        2,
        "“f.parquet” is a Parquet file, which takes no --sheet: leave the option out.",
    ),
    "an encoding of a workbook": (
        workbook(),
        "f.xlsx",
        "--encoding cp1252",
        2,
        "“f.xlsx” is an Excel workbook, which takes no --encoding: leave the option out.",
    ),
    "a line without end": (
        TABLE + "x" * 2_500_000,
        "f.csv",
        "",
        4,
        "line 6 of “f.csv” is longer than 1,048,576 characters, the most that phare reads: is it a table?",
    ),
}


def bare(met: tuple[int, str]) -> tuple[int, str]:
    """Return what was met without what to type to see more of it, which is of each door."""
    return met[0], re.sub(r" \(phare (?:check|help) [\w. -]+\)\n$", "", met[1])


@pytest.mark.parametrize("form", REFUSED)
def test_what_cannot_be_read_is_refused_alike_through_both_doors(doors: Doors, form: str) -> None:
    content, name, options, status, sentence = REFUSED[form]
    looks = (f"phare check {name} {options}".rstrip(), "phare help tabulate")
    closings = [f"phare: 1 problem: nothing was shown. ({look})\n" if status == 3 else "" for look in looks]

    shown, tabulated = doors(content, name, options)

    assert [met[0] for met in (shown, tabulated)] == [
        (status, f"phare: {sentence}\n{closing}") for closing in closings
    ]
    assert [bare(met) for met in tabulated] == [bare(met) for met in shown]


@pytest.mark.parametrize("sheet", ["RÉPONSES", "reponses", "Réponses"])
def test_a_sheet_is_found_whatever_its_case_and_accents(doors: Doors, sheet: str) -> None:
    content = workbook(changed=lambda each: setattr(each, "title", "Réponses"))

    assert doors(content, "f.xlsx", f"--sheet {sheet}") == ([(0, "")] * 2, [(0, "")] * 2)


@pytest.mark.parametrize("command", [SHOW, TABULATE])
@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Sheet “{}” was read; --sheet chooses another one, such as “{}”. [missing-column]"),
        (
            "fr",
            "La feuille « {} » a été lue ; --sheet en choisit une autre, par exemple « {} ». [missing-column]",
        ),
    ],
)
@pytest.mark.parametrize(
    ("header", "read", "other"),
    [(("Q1",), "Lisez-moi", "Sheet"), (("region", "stakeholder", "indicator"), "Sheet", "Lisez-moi")],
)
def test_columns_that_are_missing_are_told_with_the_sheet_that_was_read(
    phare: Callable[..., Any],
    tmp_path: Path,
    command: str,
    language: str,
    said: str,
    header: tuple[str, ...],
    read: str,
    other: str,
) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(header)
    sheet.append(["PACA", "citizens", "i"][: len(header)])
    covered(sheet)
    (tmp_path / "f.xlsx").write_bytes(written(book.save))
    run = phare(f"{command.format(name='f.xlsx')} --lang {language}")

    assert (run.status, run.out) == (3, "")
    assert said.format(read, other) in run.err.replace("\N{NO-BREAK SPACE}", " ")
