"""Every kind of file gives the results that the same answers give in CSV."""

from __future__ import annotations

import gzip
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from phare_cli.nouns.errors import UnreadableInput, WrongOption

SPEC = (
    'region = "REG"\nstakeholder = "=citizens"\nweight = "POIDS"\n'
    '[[question]]\nindicator = "q"\ncolumn = "Q1"\n'
    '[[question]]\nindicator = "note"\nkind = "score"\ncolumn = "NOTE"\n'
)
ROWS = [
    ("PACA", 1.5, "oui", 7.0),
    ("Bretagne", 0.25, "non", 9.0),
    ("Bretagne", 1.0, "", None),
    ("PACA", 2.0, "oui", 10.0),
]
FRAME = pd.DataFrame(ROWS, columns=["REG", "POIDS", "Q1", "NOTE"])
CSV = "REG,POIDS,Q1,NOTE\nPACA,1.5,oui,7\nBretagne,0.25,non,9\nBretagne,1,,\nPACA,2,oui,10\n"


def save_xlsx(path: Path) -> None:
    FRAME.to_excel(path, index=False)


def save_ods(path: Path) -> None:
    import odf  # noqa: F401  what pandas writes it with

    FRAME.to_excel(path, index=False, engine="odf")  # type: ignore[arg-type]  # the stubs leave out a writer


def save_parquet(path: Path) -> None:
    FRAME.to_parquet(path)


def save_sav(path: Path) -> None:
    import pyreadstat

    coded = FRAME.assign(Q1=FRAME["Q1"].map({"non": 1.0, "oui": 2.0}))
    pyreadstat.write_sav(coded, path, variable_value_labels={"Q1": {1.0: "non", 2.0: "oui"}})


def save_stata(path: Path) -> None:
    FRAME.to_stata(path, write_index=False)


@pytest.mark.parametrize(
    ("name", "save"),
    [
        ("a.xlsx", save_xlsx),
        ("a.ods", save_ods),
        ("a.parquet", save_parquet),
        ("a.sav", save_sav),
        ("a.zsav", save_sav),
        ("a.dta", save_stata),
    ],
)
def test_other_files_give_what_csv_gives(
    run: Callable[..., Any], tmp_path: Path, name: str, save: Callable[[Path], None]
) -> None:
    save(tmp_path / name)

    assert run(SPEC, paths=[str(tmp_path / name)]).estimates == run(SPEC, CSV).estimates


def test_standard_input_is_read(run: Callable[..., Any], monkeypatch: pytest.MonkeyPatch) -> None:
    class Piped:
        buffer = io.BufferedReader(io.BytesIO(gzip.compress(CSV.encode())))

    monkeypatch.setattr(sys, "stdin", Piped)

    assert run(SPEC, paths=["-"]).estimates == run(SPEC, CSV).estimates


def test_raking_cannot_read_standard_input_twice(run: Callable[..., Any], write: Callable[..., str]) -> None:
    margins = write("column,value,target\nREG,PACA,1\n", "margins.csv")

    with pytest.raises(WrongOption, match="raking reads respondents twice: give a file, not standard input"):
        run(SPEC, paths=["-"], margins=margins)


def test_a_sheet_is_chosen_by_name(run: Callable[..., Any], tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with pd.ExcelWriter(path) as book:
        pd.DataFrame({"x": [1]}).to_excel(book, sheet_name="Lisez-moi", index=False)
        FRAME.to_excel(book, sheet_name="Réponses", index=False)

    assert run(SPEC, paths=[str(path)], sheet="Réponses").estimates == run(SPEC, CSV).estimates
    assert run(SPEC, paths=[str(path)], sheet="REPONSES").estimates == run(SPEC, CSV).estimates
    with pytest.raises(WrongOption, match="has no sheet called “Feuil1”: it has “Lisez-moi” and “Réponses”"):
        run(SPEC, paths=[str(path)], sheet="Feuil1")


@pytest.mark.parametrize("name", ["a.xlsx", "a.ods", "a.parquet", "a.sav", "a.dta", "a.csv.gz"])
def test_a_damaged_file_is_said(run: Callable[..., Any], write: Callable[..., str], name: str) -> None:
    with pytest.raises(UnreadableInput, match="is packed, and cut short or damaged: fetch it again"):
        run(SPEC, paths=[write(b"\x1f\x8bnot what it says", name)])


def test_a_file_without_header_numbers_its_columns(run: Callable[..., Any]) -> None:
    spec = SPEC.replace("REG", "1").replace("POIDS", "2").replace("Q1", "3").replace('"NOTE"', '"4"')

    assert run(spec, CSV.partition("\n")[2], has_header=False).estimates == run(SPEC, CSV).estimates


def test_a_qualtrics_export_is_recognised_and_said(run: Callable[..., Any]) -> None:
    export = (
        'REG,POIDS,Q1,NOTE\nYour region,Weight,"Do you, or not?",Out of 10\n'
        '"{""ImportId"":""QID1""}","{""ImportId"":""w""}","{""ImportId"":""QID2""}","{""ImportId"":""QID3""}"\n'
    ) + CSV.partition("\n")[2]

    results = run(SPEC, export)

    assert results.estimates == run(SPEC, CSV).estimates
    assert results.notices == ["the three header rows of a Qualtrics export were recognised."]


FRAMAFORMS = (
    "Mon enquête;;;;;\n"
    ";;;Quels domaines ?;;\n"
    "Numéro;SID;Région;Emploi;Santé;Avis\n"
    "1;10;PACA;X;;oui\n"
    "2;11;PACA;X;X;non\n"
    "3;12;PACA;;;oui\n"
)


def test_a_framaforms_export_is_recognised_and_said(run: Callable[..., Any]) -> None:
    spec = (
        'region = "=PACA"\nstakeholder = "=citizens"\n'
        '[[question]]\nindicator = "d"\nkind = "set"\n'
        'options = {"Quels domaines ? [Emploi]" = "employment", "Santé" = "health"}\n'
    )

    results = run(spec, FRAMAFORMS)

    assert {each.item: (each.value, each.base) for each in results.estimates} == {
        "employment": (100.0, 2),
        "health": (50.0, 2),
    }
    assert results.notices[0] == "the three header rows of a Framaforms export were recognised."


def test_limesurvey_columns_are_called_by_their_code(run: Callable[..., Any]) -> None:
    export = '"id. Id","Q3[SQ001]. Which? [Press]","Q3[SQ002]. Which? [Radio]"\n1,Oui,Non\n2,Non,Non\n'
    spec = (
        'region = "=PACA"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\nkind = "set"\n'
        'options = {"Q3[SQ001]" = "press", "Q3[SQ002]" = "radio"}\n'
    )

    assert {each.item: each.value for each in run(spec, export).estimates} == {"press": 50.0, "radio": 0.0}


def test_windows_1252_is_said_once(run: Callable[..., Any]) -> None:
    results = run(SPEC, CSV.replace("oui", "été").encode("windows-1252"))

    assert results.one("été", region="Provence-Alpes-Côte d'Azur").value == 100.0
    assert len(results.notices) == 1
    assert results.notices[0].endswith(
        "” is not UTF-8: it was read as Windows-1252. If letters look wrong, say --encoding."
    )


def test_a_declared_encoding_is_held_to(run: Callable[..., Any]) -> None:
    assert run(SPEC, CSV.replace("oui", "œuf").encode("utf-16"), encoding="utf-16").one("œuf").value > 0
    with pytest.raises(UnreadableInput, match="is not ascii: leave --encoding out, or correct it"):
        run(SPEC, CSV.replace("oui", "é"), encoding="ascii")
    with pytest.raises(UnreadableInput, match="is not utf-16: leave --encoding out, or correct it"):
        run(SPEC, CSV, encoding="utf-16")
    with pytest.raises(WrongOption, match="no encoding is called “klingon”: try --encoding utf-8"):
        run(SPEC, CSV, encoding="klingon")


def test_line_ends_of_old_macintosh_files_are_read(run: Callable[..., Any]) -> None:
    assert run(SPEC, CSV.replace("\n", "\r")).estimates == run(SPEC, CSV).estimates


@pytest.mark.parametrize("header", ["\n\n", "sep=,\n", ""])
@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
def test_blank_lines_around_the_rows_do_not_count(run: Callable[..., Any], header: str, end: str) -> None:
    assert run(SPEC, header + CSV.rstrip("\n") + end).estimates == run(SPEC, CSV).estimates


def test_quotes_inside_plain_cells_are_letters(run: Callable[..., Any]) -> None:
    spec = 'region = "=PACA"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\ncolumn = "Q"'

    found = run(spec, 'Q,Z\n5" screen,"a ""b""\n"\n5" screen,x\n"plain",5"\n')

    assert {each.item: each.base for each in found.estimates} == {'5" screen': 3, "plain": 3}


def test_progress_is_told_to_the_end(run: Callable[..., Any]) -> None:
    told: list[tuple[int, float | None]] = []

    run(SPEC, CSV, block_size=30, progress=lambda rows, part: told.append((rows, part)))

    assert told[-1] == (4, 1.0)
    assert [rows for rows, _ in told] == sorted(rows for rows, _ in told)


@pytest.mark.parametrize("lines", [1, 60, 400])
def test_a_header_may_be_longer_than_what_is_looked_at_first(run: Callable[..., Any], lines: int) -> None:
    wordings = [f'"W{place}: {"very long " * 60}{chr(10) * (lines // 40)}"' for place in range(400)]
    header = ",".join(["REG", "POIDS", "Q1", "NOTE", *wordings])
    rows = [f"{row}{',' * 400}" for row in CSV.splitlines()[1:]]

    results = run(SPEC, "\n".join([header, *rows]) + "\n")

    assert results.estimates == run(SPEC, CSV).estimates
    assert results.notices == run(SPEC, CSV).notices


def test_an_error_of_a_formula_is_no_answer(problems: Callable[..., Any], tmp_path: Path) -> None:
    FRAME.replace("non", "#N/A").to_excel(tmp_path / "a.xlsx", index=False)

    assert [each[:3] for each in problems(SPEC, paths=[str(tmp_path / "a.xlsx")])] == [
        ("error-cell", 3, "Q1")
    ]


def test_a_file_without_respondents_says_so(problems: Callable[..., Any]) -> None:
    assert [each[0] for each in problems(SPEC, CSV.partition("\n")[0] + "\n")] == ["no-rows"]


def test_an_empty_row_is_no_respondent_and_is_said(run: Callable[..., Any]) -> None:
    results = run(SPEC, CSV.replace("Bretagne,1,,\n", "Bretagne,1,,\n,,,\n\n"))

    assert results.estimates == run(SPEC, CSV).estimates
    assert [notice.partition(": ")[2] for notice in results.notices[:1]] == [
        "2 empty lines were skipped, the first of them line 5."
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ('1;"oui"x', "stray-quote"), ('1;"dit \\"oui\\""', "stray-quote"), ('1;"oui', "unclosed-quote"),
        ('"1"2;oui', "stray-quote"), ('1;"oui" "', "stray-quote"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("above", ["", "Enquête 2016\n\n", "sep=;\n"])
def test_a_broken_quote_in_the_first_row_loses_nobody(
    problems: Callable[..., Any], row: str, code: str, above: str
) -> None:
    spec = 'region = "=France"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\ncolumn = "Q"\n'

    assert problems(spec, f"{above}id;Q\n{row}\n2;non\n3;non\n")[0][0] == code
