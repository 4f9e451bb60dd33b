"""A file of another kind, under its own name or a wrong one: refused in one line that says what it looks like."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
TABLE = "region;stakeholder;indicator;item;value\nPACA;citizens;fragilities;a;57,0\n"


def zipped(*names: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, TABLE)
    return file.getvalue()


def locked(archive: bytes) -> bytes:
    """Set the flag of a password, in the entry and in the directory."""
    content = bytearray(archive)
    content[6] |= 1
    content[archive.index(b"PK\x01\x02") + 8] |= 1
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        (b"%PDF-1.7\n%\xe2\xe3",
         "“f.csv” is a PDF, not a table: copy its figures into a CSV file.",
         "«\u00a0f.csv\u00a0» est un PDF, pas un tableau\u00a0: copiez ses chiffres dans un fichier CSV."),
        (b"\n<!DOCTYPE html><html><table>",
         "“f.csv” is a web page (HTML), not a table: open it in a spreadsheet and save it as CSV.",
         "«\u00a0f.csv\u00a0» est une page web (HTML), pas un tableau\u00a0: ouvrez-la dans un tableur et "
         "enregistrez-la en CSV."),
        (b"<?xml version='1.0'?><html xmlns='x'>",
         "“f.csv” is a web page (HTML), not a table: open it in a spreadsheet and save it as CSV.",
         "«\u00a0f.csv\u00a0» est une page web (HTML), pas un tableau\u00a0: ouvrez-la dans un tableur et "
         "enregistrez-la en CSV."),
        (b"<?xml version='1.0'?><a/>",
         "“f.csv” is XML, not a table: open it in its own program and save the table as CSV.",
         "«\u00a0f.csv\u00a0» est du XML, pas un tableau\u00a0: ouvrez-le dans son logiciel et enregistrez le "
         "tableau en CSV."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
         "“f.csv” is an old Excel or Word file: open it there and save the sheet as .xlsx or CSV.",
         "«\u00a0f.csv\u00a0» est un ancien fichier Excel ou Word\u00a0: ouvrez-le dans ce logiciel et "
         "enregistrez la feuille en .xlsx ou en CSV."),
        (b"{\\rtf1 a",
         "“f.csv” is a text with layout (RTF), not a table: save its table as CSV.",
         "«\u00a0f.csv\u00a0» est un texte mis en forme (RTF), pas un tableau\u00a0: enregistrez son tableau en "
         "CSV."),
        (b"\x89PNG\r\n",
         "“f.csv” is a picture, not a table: copy its figures into a CSV file.",
         "«\u00a0f.csv\u00a0» est une image, pas un tableau\u00a0: copiez ses chiffres dans un fichier CSV."),
        (b"SQLite format 3\0",
         "“f.csv” is a SQLite database, not a table: export the table as CSV.",
         "«\u00a0f.csv\u00a0» est une base de données SQLite, pas un tableau\u00a0: exportez la table en CSV."),
        (b"7z\xbc\xaf\x27\x1c",
         "“f.csv” is packed in a way that phare does not read: unpack it, or pack it with gzip or zip.",
         "«\u00a0f.csv\u00a0» est compressé sous une forme que phare ne lit pas\u00a0: décompressez-le, ou "
         "compressez-le avec gzip ou zip."),
        (gzip.compress(zipped("figures.csv")),
         "“f.csv” is packed in a way that phare does not read: unpack it, or pack it with gzip or zip.",
         "«\u00a0f.csv\u00a0» est compressé sous une forme que phare ne lit pas\u00a0: décompressez-le, ou "
         "compressez-le avec gzip ou zip."),
        (zipped("xl/workbook.xml"),
         "“f.csv” is an Excel workbook by its content, which its name does not say: rename it to end in .xlsx.",
         "«\u00a0f.csv\u00a0» contient en réalité un classeur Excel, ce que son nom ne dit pas\u00a0: "
         "donnez-lui un nom qui finit par .xlsx."),
        (zipped("word/document.xml"),
         "“f.csv” is an office document that phare does not read: save its table as .xlsx or CSV.",
         "«\u00a0f.csv\u00a0» est un document bureautique que phare ne lit pas\u00a0: enregistrez son tableau "
         "en .xlsx ou en CSV."),
        (b'{"rows": []}',
         "“f.csv” is JSON by its content, which its name does not say: rename it to end in .json.",
         "«\u00a0f.csv\u00a0» contient en réalité du JSON, ce que son nom ne dit pas\u00a0: donnez-lui un nom "
         "qui finit par .json."),
        (zipped("a.csv", "b.csv"),
         "“f.csv” is a zip of 2 files: unpack it and name the one to read.",
         "«\u00a0f.csv\u00a0» est un zip de 2 fichiers\u00a0: décompressez-le et nommez celui qu’il faut lire."),
        (zipped("a.csv")[:60],
         "“f.csv” is packed, and cut short or damaged: fetch it again, or unpack it first.",
         "«\u00a0f.csv\u00a0» est compressé, et tronqué ou endommagé\u00a0: récupérez-le de nouveau, ou "
         "décompressez-le d’abord."),
        (locked(zipped("a.csv")),
         "“f.csv” is locked with a password: unpack it first.",
         "«\u00a0f.csv\u00a0» est protégé par un mot de passe\u00a0: décompressez-le d’abord."),
        (gzip.compress(TABLE.encode())[:40],
         "“f.csv” is packed, and cut short or damaged: fetch it again, or unpack it first.",
         "«\u00a0f.csv\u00a0» est compressé, et tronqué ou endommagé\u00a0: récupérez-le de nouveau, ou "
         "décompressez-le d’abord."),
        (bytes(range(1, 32)) * 20,
         "“f.csv” is a binary file, not a table (it is full of control characters): save its table as CSV.",
         "«\u00a0f.csv\u00a0» est un fichier binaire, pas un tableau (il est plein de caractères de "
         "contrôle)\u00a0: enregistrez son tableau en CSV."),
    ],
)  # fmt: skip
def test_a_file_that_is_no_table_says_what_it_looks_like(
    both: Both, content: str | bytes, english: str, french: str
) -> None:
    assert both(content) == [(4, "", f"phare: {english}\n"), (4, "", f"phare\u00a0: {french}\n")]


@pytest.mark.parametrize(
    ("name", "content", "english", "french"),
    [
        ("f.xlsx",
         TABLE,
         "“f.xlsx” is plain text by its content, which its name does not say: rename it to end in .csv.",
         "«\u00a0f.xlsx\u00a0» contient en réalité du texte brut, ce que son nom ne dit pas\u00a0: donnez-lui "
         "un nom qui finit par .csv."),
        ("f.json",
         TABLE,
         "“f.json” is plain text by its content, which its name does not say: rename it to end in .csv.",
         "«\u00a0f.json\u00a0» contient en réalité du texte brut, ce que son nom ne dit pas\u00a0: donnez-lui "
         "un nom qui finit par .csv."),
        ("f.parquet",
         TABLE,
         "“f.parquet” is plain text by its content, which its name does not say: rename it to end in .csv.",
         "«\u00a0f.parquet\u00a0» contient en réalité du texte brut, ce que son nom ne dit pas\u00a0: "
         "donnez-lui un nom qui finit par .csv."),
        ("f.sav",
         TABLE,
         "“f.sav” is plain text by its content, which its name does not say: rename it to end in .csv.",
         "«\u00a0f.sav\u00a0» contient en réalité du texte brut, ce que son nom ne dit pas\u00a0: donnez-lui un "
         "nom qui finit par .csv."),
        ("f.ods",
         zipped("xl/workbook.xml"),
         "“f.ods” is an Excel workbook by its content, which its name does not say: rename it to end in .xlsx.",
         "«\u00a0f.ods\u00a0» contient en réalité un classeur Excel, ce que son nom ne dit pas\u00a0: "
         "donnez-lui un nom qui finit par .xlsx."),
    ],
)  # fmt: skip
def test_a_name_that_says_another_kind_than_the_content_is_told(
    both: Both, name: str, content: str, english: str, french: str
) -> None:
    assert both(content, name=name) == [(4, "", f"phare: {english}\n"), (4, "", f"phare\u00a0: {french}\n")]


@pytest.mark.parametrize(
    "command", ["tabulate {name} -r REG -s =citizens --single Q", "tabulate {name} --draft"]
)
@pytest.mark.parametrize(
    ("name", "content", "english", "french"),
    [
        ("f.pdf", b"%PDF-1.7\n%\xe2\xe3", "is a PDF, not a table", "est un PDF, pas un tableau"),
        ("f.xls", b"<html><table><tr><td>REG</td></tr></table>", "is a web page (HTML)", "est une page web (HTML)"),
        ("f.html", b"<!DOCTYPE html><html>", "is a web page (HTML)", "est une page web (HTML)"),
        ("f.lss", b'<?xml version="1.0"?><document><LimeSurveyDocType>Survey</LimeSurveyDocType></document>',
         "is XML, not a table", "est du XML, pas un tableau"),
        ("f.png", b"\x89PNG\r\n\x1a\n", "is a picture", "est une image"),
        ("f.jpg", b"\xff\xd8\xff\xe0\0\x10JFIF", "is a picture", "est une image"),
        ("f.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "old Excel or Word",
         "ancien fichier Excel ou Word"),
        ("f.rtf", b"{\\rtf1 a", "a text with layout (RTF)", "un texte mis en forme (RTF)"),
        ("f.db", b"SQLite format 3\0", "a SQLite database", "une base de données SQLite"),
        ("f.7z", b"7z\xbc\xaf\x27\x1c", "is packed in a way", "est compressé sous une forme"),
        ("f.xlsx", TABLE.encode(), "is plain text by its content", "contient en réalité du texte brut"),
        ("f.docx", zipped("word/document.xml"), "is an office document", "est un document bureautique"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_no_file_of_respondents(
    phare: Callable[..., Any],
    tmp_path: Path,
    command: str,
    name: str,
    content: bytes,
    english: str,
    french: str,
) -> None:
    (tmp_path / name).write_bytes(content)
    for language, said in (("en", english), ("fr", french)):
        run = phare(f"{command.format(name=name)} --lang {language}")

        assert (run.status, run.out, said in run.err.replace("\u00a0", " ")) == (4, "", True)
