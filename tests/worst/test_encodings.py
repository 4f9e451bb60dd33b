"""One table in any encoding, with any line ends, packed or not: read the same, and said where it was guessed."""

from __future__ import annotations

import gzip
import io
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Both = Callable[..., list[tuple[int, str, str]]]
ONE = (
    "phare: 1 problem: nothing was shown. (phare check f.csv)\n",
    "phare\u00a0: 1 anomalie\u00a0: rien n’a été affiché. (phare check f.csv)\n",
)
TABLE = "region;stakeholder;indicator;item;value\nPACA;citizens;fragilities;Œuvre d’Éric, 12 €;57,0\n"
ANSWER = (
    "survey,wave,region,stakeholder,segment,indicator,item,value,unit,base,rank,rank_low,rank_high,low,high,flag\n"
    ',,Provence-Alpes-Côte d\'Azur,citizens,,fragilities,"Œuvre d’Éric, 12 €",57,percent,,,,,,,\n'
)


def zipped(*names: str, content: str | bytes = TABLE) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name in names:
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize(
    "content",
    [
        TABLE.encode(),
        TABLE.encode("utf-8-sig"),
        TABLE.replace("\n", "\r\n").encode(),
        TABLE.replace("\n", "\r").encode(),
        TABLE.rstrip().encode(),
        ("sep=;\n" + TABLE).encode(),
        ("\ufeffsep=;\r\n" + TABLE).encode(),
        TABLE.replace(";", "\t").encode("utf-16"),
        b"\xfe\xff" + TABLE.replace(";", "\t").encode("utf-16-be"),
        TABLE.encode("utf-16"),
        gzip.compress(TABLE.encode()),
        zipped("figures.csv"),
        zipped("__MACOSX/._figures.csv", "figures.csv"),
        gzip.compress(TABLE.replace(";", "\t").encode("utf-16")),
    ],
)
def test_one_table_is_one_table_however_it_was_saved(both: Both, content: bytes) -> None:
    assert both(content) == [(0, ANSWER, "")] * 2


def test_a_packed_file_may_have_any_name(both: Both) -> None:
    assert both(gzip.compress(TABLE.encode()), name="figures.txt") == [(0, ANSWER, "")] * 2


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        (TABLE.encode("cp1252"),
         "“f.csv” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding.",
         "«\u00a0f.csv\u00a0» n’est pas en UTF-8\u00a0: il a été lu en Windows-1252. Si des lettres sont "
         "fausses, précisez --encoding."),
        (zipped("figures.csv", content=TABLE.encode("cp1252")),
         "“f.csv” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding.",
         "«\u00a0f.csv\u00a0» n’est pas en UTF-8\u00a0: il a été lu en Windows-1252. Si des lettres sont "
         "fausses, précisez --encoding."),
    ],
)  # fmt: skip
def test_windows_1252_is_read_and_said(both: Both, content: str | bytes, english: str, french: str) -> None:
    assert both(content) == [
        (0, ANSWER, f"phare: note: {english}\n"),
        (0, ANSWER, f"phare\u00a0: remarque\u00a0: {french}\n"),
    ]


@pytest.mark.parametrize(
    ("command", "content", "english", "french"),
    [
        ("show --encoding utf-8",
         TABLE.encode("cp1252"),
         "“f.csv” is not utf-8: leave --encoding out, or correct it.",
         "«\u00a0f.csv\u00a0» ne se lit pas en utf-8\u00a0: retirez --encoding, ou corrigez-le."),
        ("show --encoding ascii",
         TABLE,
         "“f.csv” is not ascii: leave --encoding out, or correct it.",
         "«\u00a0f.csv\u00a0» ne se lit pas en ascii\u00a0: retirez --encoding, ou corrigez-le."),
    ],
)  # fmt: skip
def test_an_encoding_that_is_stated_must_be_that_of_the_file(
    both: Both, command: str, content: str, english: str, french: str
) -> None:
    assert both(content, command=command) == [
        (4, "", f"phare: {english}\n"),
        (4, "", f"phare\u00a0: {french}\n"),
    ]


@pytest.mark.parametrize(
    ("command", "english", "french"),
    [
        ("show --encoding klingon",
         "no encoding is called “klingon”: try --encoding utf-8, windows-1252 or utf-16.",
         "aucun encodage ne s’appelle «\u00a0klingon\u00a0»\u00a0: essayez --encoding utf-8, windows-1252 ou "
         "utf-16."),
    ],
)  # fmt: skip
def test_an_encoding_that_does_not_exist_is_refused(
    both: Both, command: str, english: str, french: str
) -> None:
    assert both(TABLE, command=command) == [
        (2, "", f"phare: {english}\n"),
        (2, "", f"phare\u00a0: {french}\n"),
    ]


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        ("a;b\n\0;c\n",
         "“f.csv” holds NUL characters (line 2), which no text does: save the table as CSV.",
         "«\u00a0f.csv\u00a0» contient des caractères NUL (ligne 2), ce qu’aucun texte ne contient\u00a0: "
         "enregistrez le tableau en CSV."),
        ("a;b\rc;d\r\0;e\r",
         "“f.csv” holds NUL characters (line 3), which no text does: save the table as CSV.",
         "«\u00a0f.csv\u00a0» contient des caractères NUL (ligne 3), ce qu’aucun texte ne contient\u00a0: "
         "enregistrez le tableau en CSV."),
        (TABLE.encode("utf-16-le"),
         "“f.csv” looks like UTF-16 without its byte order mark: say --encoding utf-16-le.",
         "«\u00a0f.csv\u00a0» semble être en UTF-16 sans sa marque d’ordre des octets\u00a0: indiquez "
         "--encoding utf-16-le."),
        (b"\xff\xfea\0b",
         "“f.csv” begins as utf-16-le and goes on as something else: save it again as CSV UTF-8.",
         "«\u00a0f.csv\u00a0» commence en utf-16-le et continue autrement\u00a0: enregistrez-le de nouveau en "
         "CSV UTF-8."),
        (b"region;\x81\n",
         "“f.csv” is neither UTF-8 nor Windows-1252: say its --encoding, or save it as CSV UTF-8.",
         "«\u00a0f.csv\u00a0» n’est ni en UTF-8 ni en Windows-1252\u00a0: précisez --encoding, ou "
         "enregistrez-le en CSV UTF-8."),
    ],
)  # fmt: skip
def test_a_text_in_no_encoding_says_what_to_try(
    both: Both, content: str | bytes, english: str, french: str
) -> None:
    assert both(content) == [(4, "", f"phare: {english}\n"), (4, "", f"phare\u00a0: {french}\n")]


@pytest.mark.parametrize(
    ("content", "english", "french"),
    [
        ("",
         "phare: f.csv: the file is empty: it needs a header and one row for each figure. [empty-file]\n",
         "phare\u00a0: f.csv\u00a0: le fichier est vide\u00a0: il lui faut un en-tête et une ligne par "
         "résultat. [empty-file]\n"),
        (b"\xef\xbb\xbf",
         "phare: f.csv: the file is empty: it needs a header and one row for each figure. [empty-file]\n",
         "phare\u00a0: f.csv\u00a0: le fichier est vide\u00a0: il lui faut un en-tête et une ligne par "
         "résultat. [empty-file]\n"),
        (b"\xff\xfe",
         "phare: f.csv: the file is empty: it needs a header and one row for each figure. [empty-file]\n",
         "phare\u00a0: f.csv\u00a0: le fichier est vide\u00a0: il lui faut un en-tête et une ligne par "
         "résultat. [empty-file]\n"),
        ("\n\r\n\n",
         "phare: f.csv: the file is empty: it needs a header and one row for each figure. [empty-file]\n",
         "phare\u00a0: f.csv\u00a0: le fichier est vide\u00a0: il lui faut un en-tête et une ligne par "
         "résultat. [empty-file]\n"),
        (";;;;\n;;;;\n",
         "phare: f.csv: the file is empty: it needs a header and one row for each figure. [empty-file]\n",
         "phare\u00a0: f.csv\u00a0: le fichier est vide\u00a0: il lui faut un en-tête et une ligne par "
         "résultat. [empty-file]\n"),
        (TABLE.splitlines()[0],
         "phare: f.csv, line 1: the file has a header and no figure below it: add one row for each figure. "
         "[no-rows]\n",
         "phare\u00a0: f.csv, ligne 1\u00a0: le fichier a un en-tête et aucun résultat au-dessous\u00a0: "
         "ajoutez une ligne par résultat. [no-rows]\n"),
        ("\n\n" + TABLE.splitlines()[0] + "\n;;;;\n",
         "phare: f.csv, line 3: the file has a header and no figure below it: add one row for each figure. "
         "[no-rows]\n",
         "phare\u00a0: f.csv, ligne 3\u00a0: le fichier a un en-tête et aucun résultat au-dessous\u00a0: "
         "ajoutez une ligne par résultat. [no-rows]\n"),
    ],
)  # fmt: skip
def test_a_file_without_a_header_or_figures_says_so(
    both: Both, content: str | bytes, english: str, french: str
) -> None:
    assert both(content) == [(3, "", english + ONE[0]), (3, "", french + ONE[1])]


@pytest.mark.parametrize(
    "name",
    [
        "hex", "base64", "rot13", "zip", "bz2", "uu", "quopri", "idna", "punycode", "undefined", "unicode_escape",
        "raw_unicode_escape", "utf-7", "UTF7", "charmap", "mbcs", "oem", "klingon", "/etc/passwd",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "command",
    [
        "show --data r.csv",
        "check r.csv",
        "tabulate r.csv -r region -s stakeholder --single item",
        "tabulate r.csv --draft",
    ],
)
def test_what_no_file_is_written_in_is_no_encoding(
    phare: Any, tmp_path: Path, name: str, command: str
) -> None:
    (tmp_path / "r.csv").write_text("region,stakeholder,indicator,item,value\nPACA,citizens,t,a\\ud800,57\n")
    run = phare(f"{command} --encoding {name}")

    assert (run.status, run.out) == (2, "")
    assert f"no encoding is called “{name}”" in run.err


ROWS = (
    '{"region": "PACA", "stakeholder": "citizens", "indicator": "t", "item": "é", "value": 57}',
    '{"value": 43, "item": "b", "stakeholder": "citizens", "region": "PACA", "indicator": "t"}',
)
JSON = {
    "rows alone": "[{rows}]",
    "rows first": '{"rows": [{rows}], "schema_version": 1, "title": "é"}',
    "rows last": '{"title": "é \\"rows\\": [", "schema_version": 1, "rows":[{rows}]}',
    "other rows": '{"about": {"rows": [1]}, "x": ["rows"], "rows" : [{rows}]}',
}


@pytest.mark.parametrize("form", JSON)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "command", ["show --data r.json -f csv", "tabulate r.json -r region -s stakeholder --single item -f csv"]
)
def test_json_reads_the_same_whatever_its_keys_lines_and_encoding(
    phare: Any, tmp_path: Path, form: str, ends: str, encoding: str, command: str
) -> None:
    text = JSON[form].replace("{rows}", ends + ("," + ends).join(ROWS) + ends)
    (tmp_path / "r.json").write_bytes(text.encode(encoding))

    assert sorted(phare(command).column("item")) == ["b", "é"]


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman", "cp850"])
def test_json_in_an_old_encoding_is_refused(phare: Any, tmp_path: Path, encoding: str) -> None:
    (tmp_path / "r.json").write_bytes(f"[{','.join(ROWS)}]".encode(encoding))
    run = phare("show --data r.json")

    assert (run.status, run.err) == (
        4,
        "phare: “r.json” is not UTF-8, as JSON is: write it again, with -f json.\n",
    )
