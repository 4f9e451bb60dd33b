"""Files larger than any table: refused with a sentence that states the limit, in little memory and soon."""

from __future__ import annotations

import gzip
import io
import json
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

MEMORY = 256 << 20  # bytes of address space, where reading any table takes 60 MB
SECONDS = 20  # of the processor, where each file here takes one or two
HEADER = "region;stakeholder;indicator;item;value;base\n"
Limited = Callable[[Path], list[tuple[int, str, str]]]


def _bounded() -> None:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))


@pytest.fixture
def bounded(tmp_path: Path) -> Limited:
    """Show a file of the folder in both languages, in a process that the system ends beyond the bounds."""

    def show(file: Path) -> list[tuple[int, str, str]]:
        met = []
        for language in ("en", "fr"):
            command = [sys.executable, "-m", "phare_cli", "show", "-f", "csv", "--lang", language]
            run = subprocess.run(
                [*command, "--data", file.name],
                capture_output=True,
                cwd=tmp_path,
                preexec_fn=_bounded,
                check=False,
            )
            met.append((run.returncode, run.stdout.decode(), run.stderr.decode()))
        return met

    return show


def refused(status: int, english: str, french: str, file: str = "f.csv") -> list[tuple[int, str, str]]:
    """Return what both readers meet: the sentence, and under a problem of the data that there is one."""
    closing = (f"phare: 1 problem: nothing was shown. (phare check {file})\n",
               f"phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check {file})\n")  # fmt: skip
    one, other = closing if status == 3 else ("", "")
    return [(status, "", f"phare: {english}\n{one}"), (status, "", f"phare\u00a0: {french}\n{other}")]


def saved(path: Path, blocks: Iterable[bytes]) -> Path:
    with path.open("wb") as file:
        file.writelines(blocks)
    return path


LONG_LINE = refused(
    4,
    "line 2 of “f.csv” is longer than 1,048,576 characters, the most that phare reads: is it a table?",
    "la ligne 2 du fichier «\u00a0f.csv\u00a0» dépasse 1\u202f048\u202f576 caractères, le maximum "
    "que phare lise\u00a0: est-ce bien un tableau\u00a0?",
)


@pytest.mark.parametrize("size", [50, 200])
def test_a_line_or_a_cell_of_many_megabytes_is_refused(bounded: Limited, tmp_path: Path, size: int) -> None:
    file = saved(tmp_path / "f.csv", [f"{HEADER}Corse;g;i;".encode(), *[b"x" * 1_000_000] * size, b";57;\n"])

    assert bounded(file) == LONG_LINE


def test_a_long_line_is_refused_before_it_is_unpacked(bounded: Limited, tmp_path: Path) -> None:
    packed = gzip.compress(f"{HEADER}Corse;g;i;".encode() + b"x" * 200_000_000, compresslevel=1)
    file = saved(tmp_path / "f.csv", [packed])

    assert bounded(file) == LONG_LINE


def test_a_cell_of_50_megabytes_in_many_lines_is_refused_where_it_begins(
    bounded: Limited, tmp_path: Path
) -> None:
    lines = b"one of the many lines of a cell\n" * 10_000
    file = saved(
        tmp_path / "f.csv", [f'{HEADER}Corse;g;i;"'.encode(), *[lines] * 160, b'";57;\nCorse;g;i;b;43;\n']
    )

    assert bounded(file) == refused(
        3,
        "f.csv, line 2: a cell here is longer than 131,072 characters, the most that phare reads: is "
        "a quote not closed? [cell-too-long]",
        "f.csv, ligne 2\u00a0: une cellule dépasse ici 131\u202f072 caractères, le maximum que phare "
        "lise\u00a0: un guillemet n’est-il pas fermé\u00a0? [cell-too-long]",
    )


def test_a_problem_after_a_cell_that_is_too_long_has_its_own_line(bounded: Limited, tmp_path: Path) -> None:
    file = saved(
        tmp_path / "f.csv",
        [f'{HEADER}Corse;g;i;"'.encode(), b"a line\n" * 30_000, b'";57;\nCorse;g;i;b;x;\n'],
    )

    (_, _, english), _ = bounded(file)

    assert english.splitlines()[1].startswith("phare: f.csv, line 30003, column value: “x” is not a number.")


def test_json_beyond_the_limit_is_refused(bounded: Limited, tmp_path: Path) -> None:
    row = {"region": "Corse", "stakeholder": "g", "indicator": "i", "item": "x" * 50_000_000, "value": 57}
    file = saved(tmp_path / "f.json", [json.dumps([row]).encode()])

    assert bounded(file) == refused(
        4,
        "“f.json” holds more JSON than phare reads (32 MB): write it again as CSV.",
        "«\u00a0f.json\u00a0» contient plus de JSON que phare n’en lit (32 Mo)\u00a0: réécrivez-le en CSV.",
    )


def test_a_typed_cell_beyond_the_limit_is_refused(bounded: Limited, tmp_path: Path) -> None:
    row = {"region": "Corse", "stakeholder": "g", "indicator": "i", "item": "x" * 200_000, "value": 57}
    file = saved(tmp_path / "f.json", [json.dumps([row]).encode()])

    assert bounded(file) == refused(
        3,
        "f.json, line 1: a cell here is longer than 131,072 characters, the most that phare reads. "
        "[cell-too-long]",
        "f.json, ligne 1\u00a0: une cellule dépasse ici 131\u202f072 caractères, le maximum que phare "
        "lise. [cell-too-long]",
        "f.json",
    )


def test_a_workbook_beyond_the_limit_is_refused_before_it_is_unpacked(
    bounded: Limited, tmp_path: Path
) -> None:
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr("xl/workbook.xml", "")
        with archive.open("xl/worksheets/sheet1.xml", "w") as sheet:
            for _ in range(513):
                sheet.write(b" " * (1 << 20))
    file = saved(tmp_path / "f.xlsx", [book.getvalue()])

    assert bounded(file) == refused(
        4,
        "“f.xlsx” holds more than phare reads of a workbook (512 MB, unpacked): save its table as CSV.",
        "«\u00a0f.xlsx\u00a0» contient plus que phare ne lit d’un classeur (512 Mo une fois "
        "décompressé)\u00a0: enregistrez son tableau en CSV.",
    )


REPEATED = (
    '<table:table-row table:number-rows-repeated="{rows}"><table:table-cell table:number-columns-repeated="{columns}">'
    "<text:p>x</text:p></table:table-cell></table:table-row>"
)
CONTENT = (
    '<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><table:table table:name="a">{rows}</table:table>'
    "</office:document-content>"
)


@pytest.mark.parametrize(("rows", "columns", "count"), [(999_999, 1, 2_000), (1, 999_999, 20_000)])
def test_a_spreadsheet_that_repeats_its_cells_without_end_is_refused(
    bounded: Limited, tmp_path: Path, rows: int, columns: int, count: int
) -> None:
    content = CONTENT.format(rows=REPEATED.format(rows=rows, columns=columns) * count)
    book = io.BytesIO()
    with zipfile.ZipFile(book, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    file = saved(tmp_path / "f.ods", [book.getvalue()])

    assert bounded(file) == refused(
        4,
        "“f.ods” is a damaged or locked spreadsheet: save it again without a password, or as CSV.",
        "«\u00a0f.ods\u00a0» est un classeur endommagé ou verrouillé\u00a0: enregistrez-le de nouveau "
        "sans mot de passe, ou en CSV.",
    )


PROBLEMS = 100_000


def test_problems_without_end_are_the_first_twenty_and_a_total(bounded: Limited, tmp_path: Path) -> None:
    rows = (f"Corse;g;i;a{place};much;\n".encode() for place in range(PROBLEMS))
    file = saved(tmp_path / "f.csv", [HEADER.encode(), *rows])
    english = (
        "phare: f.csv, line {line}, column value: “much” is not a number. Write a figure in digits; a missing one "
        "is an empty cell, n.d. or –. [not-a-number]\n"
    )
    french = (
        "phare\u00a0: f.csv, ligne {line}, colonne value\u00a0: «\u00a0much\u00a0» n’est pas un nombre. Écrivez la "
        "valeur en chiffres\u00a0; une valeur manquante est une cellule vide, n.d. ou –. [not-a-number]\n"
    )

    assert bounded(file) == [
        (3, "", "".join(english.format(line=line) for line in range(2, 22))
         + "phare: 100,000 problems: nothing was shown. (phare check f.csv) The first 20 are above.\n"),
        (3, "", "".join(french.format(line=line) for line in range(2, 22))
         + "phare\u00a0: 100\u202f000 anomalies\u00a0: rien n’a été affiché. (phare check f.csv) "
         "Les 20 premières figurent ci-dessus.\n"),
    ]  # fmt: skip
