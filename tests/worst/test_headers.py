"""Headers of several rows, of empty names, under titles: no row of a header is a respondent, each column has a name."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import openpyxl
import pytest

Phare = Callable[..., Any]
Table = Sequence[Sequence[object]]

PEOPLE = (
    (1001, "PACA", "Emploi", "", "Logement", "", 8),
    (1002, "PACA", "", "Mobilité", "", "les écoles", 9),
    (1003, "PACA", "Emploi", "", "", "", 5),
    (1004, "PACA", "Emploi", "Mobilité", "", "", 6),
)
OPTIONS = ("Emploi", "Mobilité", "Logement", "Autre (veuillez préciser)")
SHARES = dict(zip(OPTIONS, ("75", "50", "25", "25"), strict=True))


def table(
    response: str = "Response",
    *,
    id: str = "RespondentID",
    question: str = "Vos freins ?",
    more: int = 0,
    is_answered: bool = True,
) -> Table:
    """Return an export of SurveyMonkey: *more* columns of the respondent, which need not say *response* anywhere."""
    told = response if is_answered else ""
    names = (id, *(f"Champ {place}" for place in range(more)), "Région", question, "", "", "", "Note")
    below = ("", *("" for _ in range(more)), told, *OPTIONS, told)
    people = [(row[0], *("x" for _ in range(more)), *row[1:]) for row in PEOPLE]
    return [names, below, *people]


def written(rows: Table, delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    file = io.StringIO()
    csv.writer(file, delimiter=delimiter, quoting=quoting).writerows(rows)  # type: ignore[arg-type]
    return file.getvalue()


def workbook(rows: Table) -> bytes:
    book, file = openpyxl.Workbook(), io.BytesIO()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    book.save(file)
    return file.getvalue()


EXPORTS: dict[str, str | bytes] = {
    "commas": written(table()),
    "semicolons": written(table(), ";"),
    "tabs": written(table(), "\t"),
    "every cell quoted": written(table(), quoting=csv.QUOTE_ALL),
    "a byte order mark": written(table()).encode("utf-8-sig"),
    "Windows-1252": written(table("Réponse"), ";").encode("cp1252"),
    "in French": written(table("Réponse ouverte", id="ID du répondant")),
    "in German": written(table("Antwort")),
    "a question of two lines": written(table(question="Vos freins ?\nPlusieurs réponses")),
    "400 columns of the respondent": written(table(more=400)),
    "a header of more than 64 KiB": written(table(question="Vos freins ? " + "x" * 70_000)),
    "no question of one column": written(table(is_answered=False)),
    "xlsx": workbook(table()),
    "xlsx, whose last names are empty": workbook([[*row[:2], row[-1], *row[2:-1]] for row in table()]),
}


@pytest.mark.parametrize("form", EXPORTS)
def test_the_second_row_of_surveymonkey_names_answers(phare: Phare, tmp_path: Path, form: str) -> None:
    content = EXPORTS[form]
    name = "a.xlsx" if form.startswith("xlsx") else "a.csv"
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    run = phare(f"tabulate {name} -r Région -s =citizens --multiple 'Vos freins ?*' --score Note -f csv")
    items = dict(zip(run.column("item"), run.column("value"), strict=True))

    assert (run.status, items) == (0, {**SHARES, "mean": "7"})
    assert set(run.column("base")) == {"4"}
    assert "the two header rows of a SurveyMonkey export were recognised." in run.err


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_draft_of_surveymonkey_runs(phare: Phare, tmp_path: Path, language: str) -> None:
    (tmp_path / "a.csv").write_text(written(table()), encoding="utf-8")
    (tmp_path / "s.toml").write_text(phare(f"tabulate a.csv --draft --lang {language}").out, encoding="utf-8")
    run = phare("tabulate a.csv --spec s.toml -f csv")

    assert dict(zip(run.column("item"), run.column("value"), strict=True)) == SHARES


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("id,Q,\n1,Response,a\n2,oui,b\n", ["Response", "oui"]),  # nobody is left empty
        ("REG,Q\n1,Réponse\n2,Question\n", ["Question", "Réponse"]),
        ("id,,Q\n1,a,oui\n2,b,non\n", ["non", "oui"]),
        (",Q\n0,oui\n1,non\n", ["non", "oui"]),
    ],
)
def test_what_only_looks_like_a_second_header_is_a_respondent(
    phare: Phare, tmp_path: Path, text: str, items: list[str]
) -> None:
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    run = phare("tabulate a.csv -r =France -s =citizens --single Q -f csv")

    assert (run.column("item"), set(run.column("base"))) == (items, {"2"})


@pytest.mark.parametrize(
    ("name", "items"), [("2", ["x", "y"]), ("3", ["10", "20"]), ("Q", ["non", "oui"]), ("q", ["non", "oui"])]
)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_a_column_without_a_name_is_called_by_its_place(
    phare: Phare, tmp_path: Path, name: str, items: list[str], form: str
) -> None:
    rows = [("Q", "", "", "R"), ("oui", "x", 10, 1), ("non", "y", 20, 2)]
    content = workbook(rows) if form == "xlsx" else written(rows).encode()
    (tmp_path / f"a.{form}").write_bytes(content)

    assert phare(f"tabulate a.{form} -r =France -s =citizens --single {name} -f csv").column("item") == items


def test_a_column_that_is_called_as_another_s_place_comes_first(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("2,,Q\na,x,oui\nb,y,non\n")

    run = phare("tabulate a.csv -r =France -s =citizens --single 2 -f csv")

    assert run.column("item") == ["a", "b"]


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "# check: 2 columns have no name: they are called by their places, the first “2”."),
        ("fr", "2 colonnes n’ont pas de nom : on les appelle par leur rang, la première « 2 »."),
    ],
)
def test_a_draft_says_how_columns_without_a_name_are_called(
    phare: Phare, tmp_path: Path, language: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text("Q,,\n" + "oui,x,10\nnon,y,20\n" * 5)
    draft = phare(f"tabulate a.csv --draft --lang {language}").out

    assert said in draft.replace("\N{NO-BREAK SPACE}", " ")
    assert 'column = "Q"' in draft


def test_what_people_wrote_themselves_names_no_item(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("q_a;q_other\nOui;\n;les écoles\nOui;\n", encoding="utf-8")

    run = phare("tabulate a.csv -r =France -s =citizens --multiple 'q_*' -f csv")

    assert run.column("item") == ["q_a", "q_other"]
