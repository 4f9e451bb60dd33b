"""A report on one sheet of paper: what opens it, one table, how the figures were made; the rest is named."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from office_pages import text_of

Phare = Callable[..., Any]
Rows = Callable[..., str]
SCALE = (
    "region,stakeholder,indicator,item,value,base,scale,order\n"
    "Bretagne,citizens,utilité,très utile,30,600,ordered,1\n"
    "Bretagne,citizens,utilité,assez utile,45,600,ordered,2\n"
    "Bretagne,citizens,utilité,peu utile,25,600,ordered,3\n"
    "Bretagne,citizens,utilité (Utile),Utile,75,600,,\n"
)


def questions(rows: Rows, count: int, groups: tuple[str, ...] = ("citizens",), words: str = "") -> str:
    return rows(
        *(
            f"{region},{group},question {number} {words},réponse {item} {words},{70 - 7 * item},{base}"
            for region, base in (("Bretagne", 300), ("France", 900))
            for number in range(count)
            for group in groups
            for item in range(8)
        )
    )


def table_of(page: dict[str, Any]) -> list[dict[str, Any]]:
    return [row for section in page["sections"] for table in section["tables"] for row in table["rows"]]


def test_a_short_page_is_what_opens_it_and_one_table(phare: Phare, established: str) -> None:
    page = phare("report -r Bretagne --short -f json", data=established).json

    tables = [len(section["tables"]) for section in page["sections"]]
    assert ([section["name"] for section in page["sections"]], tables) == (["key-points", "figures"], [0, 1])


def test_each_group_has_a_column_of_its_figures(phare: Phare, established: str) -> None:
    out = phare("report -r Bretagne --short -f markdown", data=established).out

    assert "| Fragilities | Employment   |      60% |            – |         – |\n" in out


def test_a_scale_is_told_by_its_nets(phare: Phare) -> None:
    rows = table_of(phare("report -r Bretagne --short -f json", data=SCALE).json)

    assert [(row["indicator"], row["value_1"]) for row in rows] == [("utilité (Utile)", 75.0)]


def test_a_sheet_says_which_answers_and_questions_it_leaves_out(phare: Phare, rows: Rows) -> None:
    out = phare("report -r Bretagne --short -f markdown", data=questions(rows, 9)).out

    assert "Answers shown: question 0, 3 of 8" in out
    assert "Left out for want of room: question 5; question 6; question 7; question 8." in out


def test_a_sheet_names_the_groups_that_it_has_no_column_for(phare: Phare, rows: Rows) -> None:
    data = questions(rows, 1, tuple(f"groupe {number}" for number in range(7)))

    out = phare("report -r Bretagne --short -f markdown", data=data).out

    assert "Left out for want of room: Groupe 5 and Groupe 6, Bretagne." in out


def test_a_sheet_has_the_ranks_that_were_asked_for(phare: Phare, rows: Rows) -> None:
    page = phare("report -r Bretagne --short --top 2 -f json", data=questions(rows, 2)).json

    assert [row["item"].strip() for row in table_of(page)] == ["réponse 0", "réponse 1"] * 2


def test_several_places_stand_side_by_side(phare: Phare, established: str) -> None:
    out = phare(
        "report -r Bretagne -r France --short --indicator innovation -f markdown", data=established
    ).out

    assert "| Question   | Item      | Bretagne | France |\n" in out


def test_a_sheet_has_no_room_for_pictures(phare: Phare, established: str) -> None:
    run = phare("report -r Bretagne --short --picture heat -f html", data=established)

    assert (run.status, "--short cannot be used with --picture" in run.err) == (2, True)


@pytest.mark.parametrize(
    ("count", "groups", "words"),
    [
        (1, 1, ""),
        (12, 2, ""),
        (30, 1, "accès aux soins de proximité"),
        (12, 4, "accès aux soins de proximité, des spécialistes et des urgences"),
        (20, 7, "accès aux soins de proximité des spécialistes et des urgences de nuit dans les communes"),
    ],
)
def test_a_sheet_is_one_page(
    phare: Phare,
    rows: Rows,
    tmp_path: Path,
    libreoffice: Callable[..., list[Path]],
    count: int,
    groups: int,
    words: str,
) -> None:
    people = ("citizens", "mayors", "associations", "companies", "étudiants", "agents", "lycéens")[:groups]
    data = questions(rows, count, people, words.replace(",", " "))
    files = [tmp_path / f"page-{lang}.{ending}" for lang in ("fr", "en") for ending in ("docx", "odt")]
    for file in files:
        phare(f"report -r Bretagne --short --lang {file.stem[-2:]} -o {file}", data=data)

    pages = [text_of(pdf).count("\f") for pdf in libreoffice("pdf", *files, folder=tmp_path)]
    assert pages == [1, 1, 1, 1]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_verify_calls_nothing_of_a_sheet_wrong(phare: Phare, rows: Rows, tmp_path: Path, lang: str) -> None:
    data = questions(rows, 3, ("citizens", "mayors")).replace(",300", ",160", 8)
    phare(f"report -r Bretagne --short --lang {lang} -o page.md", data=data)

    found = phare(f"verify page.md --lang {lang} -f json", data=data).json

    assert "wrong" not in {row["status"] for row in found["rows"]}


def test_no_figure_of_a_sheet_has_a_larger_margin_than_the_largest_that_it_tells(
    phare: Phare, rows: Rows
) -> None:
    data = rows(
        *(
            f"{region},citizens,question {number},réponse {item} aux nombreux mots,{value},400"
            for region in ("Bretagne", "France")
            for number in range(12)
            for item, value in enumerate([90, 50] if number == 11 else [90, 8])
        )
    )

    out = phare("report -r Bretagne --short -f markdown", data=data).out

    assert "±\u00a05.4 points at most" in out
