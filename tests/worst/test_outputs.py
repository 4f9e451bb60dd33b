"""Where an answer cannot go, or cannot be shown as it is: said to both readers, nothing lost, nothing hidden."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import html5lib
import markdown_it
import pytest

Phare = Callable[..., Any]
EXECUTABLE = Path(sys.executable).with_name("phare")
LANGUAGES = ("en", "fr")
DATA = "region;stakeholder;indicator;item;value\nCorse;maires;fragilités;éducation;57,5\n"


def said(phare: Phare, command: str, data: str = DATA, **options: Any) -> list[tuple[int, str, str]]:
    runs = [phare(f"{command} --lang {language}", data=data, **options) for language in LANGUAGES]
    return [(run.status, run.out, run.err) for run in runs]


def unwritten(english: str, french: str) -> list[tuple[int, str, str]]:
    return [(5, "", f"phare: {english}\n"), (5, "", f"phare\u00a0: {french}\n")]


@pytest.mark.parametrize(
    ("code", "english", "french"),
    [
        (errno.ENOSPC,
         "no room is left to write a.csv; nothing was changed. Free some room, or write elsewhere with --output.",
         "il n’y a plus de place pour écrire a.csv\u00a0; rien n’a été modifié. Libérez de la place, ou écrivez "
         "ailleurs avec --output."),
        (errno.EIO,
         "a.csv could not be written (the disk or the network failed); nothing was changed. "
         "Write elsewhere with --output.",
         "a.csv n’a pas pu être écrit (le disque ou le réseau a failli)\u00a0; rien n’a été modifié. "
         "Écrivez ailleurs avec --output."),
        (errno.EROFS,
         "a.csv may not be written; nothing was changed. Write elsewhere with --output, or ask for the right to.",
         "vous n’avez pas le droit d’écrire a.csv\u00a0; rien n’a été modifié. Écrivez ailleurs avec --output, ou "
         "demandez ce droit."),
    ],
)  # fmt: skip
def test_a_disk_that_fails_leaves_the_old_file_whole_and_is_said(
    phare: Phare, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int, english: str, french: str
) -> None:
    def fail(_: int) -> None:
        raise OSError(code, os.strerror(code))

    (tmp_path / "a.csv").write_text("old\n")
    monkeypatch.setattr(os, "fsync", fail)

    assert said(phare, "show -o a.csv") == unwritten(english, french)
    assert (tmp_path / "a.csv").read_text() == "old\n"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.csv", "results.csv"]


@pytest.mark.parametrize(
    ("output", "english", "french"),
    [
        ("/dev/full -f csv",
         "no room is left in /dev/full. Write elsewhere with --output.",
         "il n’y a plus de place dans /dev/full. Écrivez ailleurs avec --output."),
        ("none/a.csv",
         "there is no folder none to write a.csv in. Make it first, or write elsewhere.",
         "le dossier none, où écrire a.csv, n’existe pas. Créez-le d’abord, ou écrivez ailleurs."),
        (". -f csv",
         ". is a folder. Name a file in it: results.md",
         ". est un dossier. Nommez-y un fichier\u00a0: results.md"),
    ],
)  # fmt: skip
def test_a_place_that_takes_no_answer_is_said(phare: Phare, output: str, english: str, french: str) -> None:
    assert said(phare, f"show -o {output}") == unwritten(english, french)


def test_an_answer_that_stands_there_already_is_not_written_again(phare: Phare, tmp_path: Path) -> None:
    first = said(phare, "show -o a.csv")
    before = (tmp_path / "a.csv").stat()

    assert said(phare, "show -o a.csv") == first == [(0, "", "")] * 2
    assert (tmp_path / "a.csv").stat() == before


def executed(*words: str, stdout: Any = subprocess.PIPE, **environ: str) -> tuple[int, bytes | None, str]:
    run = subprocess.run(
        [EXECUTABLE, *words],
        stdout=stdout,
        stderr=subprocess.PIPE,
        env={**os.environ, **environ},
        check=False,
    )
    return run.returncode, run.stdout, run.stderr.decode()


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en",
         "phare: no room is left where standard output goes. Free some room, or write elsewhere with --output.\n"),
        ("fr",
         "phare\u00a0: il n’y a plus de place là où va la sortie standard. Libérez de la place, ou écrivez ailleurs "
         "avec --output.\n"),
    ],
)  # fmt: skip
def test_a_full_standard_output_is_said(language: str, sentence: str) -> None:
    with Path("/dev/full").open("wb") as full:
        assert executed("show", "--lang", language, stdout=full) == (5, None, sentence)


@pytest.mark.parametrize("format", ["table", "markdown", "json"])
def test_a_closed_pipe_is_no_complaint(format: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    try:
        assert executed("show", "-f", format, stdout=writing) == (141, None, "")
    finally:
        os.close(writing)


ASCII = {"PYTHONIOENCODING": "ascii"}
NO_LOCALE = {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
WRONG = DATA + "Île-de-France;maires;fragilités;éducation;“œuvre”\n"


@pytest.mark.parametrize("environ", [ASCII, NO_LOCALE])
def test_an_answer_and_a_complaint_in_ascii_are_readable(tmp_path: Path, environ: dict[str, str]) -> None:
    (tmp_path / "a.csv").write_text(DATA)
    (tmp_path / "b.csv").write_text(WRONG)

    answer = executed("list", "items", "--lang", "fr", "--data", str(tmp_path / "a.csv"), **environ)
    refusal = executed("show", "--lang", "fr", "--data", str(tmp_path / "b.csv"), **environ)

    assert (answer[0], answer[2]) == (0, "")
    assert b"Education" in (answer[1] or b"")
    assert refusal == (
        3, b"", f"phare : {tmp_path}/b.csv, ligne 3, colonne value : \" \"oeuvre\" \" n'est pas un nombre. Ecrivez la "
        "valeur en chiffres ; une valeur manquante est une cellule vide, n.d. ou -. [not-a-number]\n"
        f"phare : 1 anomalie : rien n'a ete affiche. (phare check {tmp_path}/b.csv)\n",
    )  # fmt: skip


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "latin-1"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_encoding_of_standard_output_is_an_error(language: str, encoding: str) -> None:
    status, out, err = executed("show", "fragilities", "--lang", language, PYTHONIOENCODING=encoding)

    assert (status, err) == (0, "")
    assert "?" not in (out or b"").decode(encoding)


SCREEN = (
    "\x1b[31m",
    "\x1b]0;title\x07",
    "\x9b31m",
    "a\bb",
    "\u202eoverride",
    "\u2066isolate",
    "\u200bzero",
    "[b]bold[/b]",
)
TEXTS = (
    "table",
    "markdown",
    "csv",
    "tsv",
    "json",
    "html",
    "latex",
    "rst",
    "asciidoc",
    "mediawiki",
    "jira",
    "org",
    "textile",
)


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("columns", [None, 60])
def test_no_control_of_the_data_reaches_a_screen(phare: Phare, format: str, columns: int | None) -> None:
    data = DATA + "".join(f'Corse;"{cell}g";"{cell}i";"{cell}";57\n' for cell in SCREEN)

    for status, out, err in said(phare, f"show -f {format} --color never", data, columns=columns):
        assert (status, err) == (0, "")
        controls = {letter for letter in out if unicodedata.category(letter) == "Cc"}
        assert controls <= ({"\n", "\t"} if format == "tsv" else {"\n"})


def test_what_a_screen_would_obey_is_shown_as_text(phare: Phare) -> None:
    data = DATA + "".join(f'Corse;maires;fragilités;"{cell}";57\n' for cell in SCREEN)

    for _, out, _ in said(phare, "show", data):
        for shown in (
            "␛[31m",
            "␛]0;title␇",
            "\\x9b31m",
            "a␈b",
            "\\u202eoverride",
            "\\u2066isolate",
            "[b]bold[/b]",
        ):
            assert shown in out


def test_what_a_screen_would_obey_is_spelled_in_complaints(phare: Phare) -> None:
    data = f"{DATA}Corse;maires;fragilités;a;\x1b[31m\x07\x9b5\u202e\n"

    assert said(phare, "show", data) == [
        (3, "", "phare: results.csv, line 3, column value: “\\x1b[31m\\x07\\x9b5\\u202e” is not a number. Write a "
         "figure in digits; a missing one is an empty cell, n.d. or –. [not-a-number]\n"
         "phare: 1 problem: nothing was shown. (phare check results.csv)\n"),
        (3, "", "phare\u00a0: results.csv, ligne 3, colonne value\u00a0: «\u00a0\\x1b[31m\\x07\\x9b5\\u202e\u00a0» "
         "n’est pas un nombre. Écrivez la valeur en chiffres\u00a0; une valeur manquante est une cellule vide, "
         "n.d. ou –. [not-a-number]\nphare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check results.csv)\n"),
    ]  # fmt: skip


def test_a_file_name_is_spelled_in_complaints(phare: Phare) -> None:
    runs = [phare(f"show --data 'a\x1b[2J.csv' --lang {language}") for language in LANGUAGES]

    assert [(run.status, run.out, run.err) for run in runs] == [
        (4, "", "phare: there is no file “a\\x1b[2J.csv”: check the name and the folder you are in.\n"),
        (4, "", "phare\u00a0: le fichier «\u00a0a\\x1b[2J.csv\u00a0» n’existe pas\u00a0: vérifiez son nom et le "
         "dossier où vous êtes.\n"),
    ]  # fmt: skip


HOSTILE = (
    "a|b", "a\\|b", "C:\\", "<script>", "R&D", "AT&amp;T", "*p*<0,05", "_y_", "~57~", "$7$", "m^2^", "@insee", "[^1]",
    "`x|y`", "# titre", "- 12", "https://x.fr/a_b", "<!-- /phare -->", "{{< include >}}",
)  # fmt: skip


def test_a_hostile_name_reads_back_identical_from_the_markdown_of_a_command(phare: Phare) -> None:
    rows = (f'Corse;g;i;"{cell}";{90 - place}\n' for place, cell in enumerate(HOSTILE))
    data = "region;stakeholder;indicator;item;value\n" + "".join(rows)

    for _, out, _ in said(phare, "show -f markdown", data):
        html = markdown_it.MarkdownIt("commonmark").enable(["table"]).render(out)
        body = html5lib.parse(html, namespaceHTMLElements=False)
        cells = ["".join(cell.itertext()) for cell in body.iter("td")]
        assert [cell for cell in cells if cell in HOSTILE] == list(HOSTILE)


def test_what_is_written_for_french_excel_reads_back_equal(phare: Phare, tmp_path: Path) -> None:
    rows = "".join(f'Corse;g;i;"{cell}";{place},25\n' for place, cell in enumerate(HOSTILE, 2))
    data = "region;stakeholder;indicator;item;value\n" + rows
    before = said(phare, "show -f csv", data)

    assert said(phare, "show -f csv --dialect excel-fr -o excel.csv", data) == [(0, "", "")] * 2

    written = (tmp_path / "excel.csv").read_bytes()
    assert written.startswith(b"\xef\xbb\xbf")
    assert b"2,25;percent" in written
    assert written.count(b"\r\n") == written.count(b"\n")
    again = [phare(f"show -f csv --data excel.csv --lang {language}") for language in LANGUAGES]
    assert [(run.status, run.out, run.err) for run in again] == before


def test_safe_cells_mark_texts_and_leave_figures(phare: Phare) -> None:
    data = "region;stakeholder;indicator;item;value;unit\nCorse;=1+1;+i;@a;-12,5;points\nCorse;-g;+i;@a;3;points\n"

    for status, out, err in said(phare, "show -f csv --safe-cells", data):
        assert (status, err) == (0, "")
        assert out.splitlines()[1:] == [
            ",,Corse,'=1+1,,'+i,'@a,-12.5,points,,,,,,,",
            ",,Corse,'-g,,'+i,'@a,3,points,,,,,,,",
        ]


def test_safe_cells_are_explained(phare: Phare) -> None:
    out = "".join(
        (executed("show", "--help", "--lang", language)[1] or b"").decode() for language in LANGUAGES
    )

    assert len(re.findall("--safe-cells", out)) == 2
