"""The number that a title, a paragraph or a line of contents bears is no figure, and the page is read behind it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,unit,base\n"
    "Kent,Pupils,Rating of meals,Average score,6.3,score/10,400\n"
    "Kent,Teachers,Rating of meals,Average score,7.1,score/10,300\n"
    "Kent,Pupils,Wishes,More fruit,48,percent,400\n"
)
FRENCH = DATA.replace("Pupils", "Élèves").replace("Teachers", "Enseignants").replace("Kent", "Bretagne")
FRENCH = FRENCH.replace("Rating of meals", "Note des repas").replace("Average score", "Note moyenne")


def _figures(phare: Phare, page: Path, text: str, data: str) -> list[tuple[str, str]]:
    page.write_text(text, encoding="utf-8")
    rows = phare(f"verify {page} -f json", data=data).rows
    return [(row["text"], row["status"]) for row in rows]


@pytest.mark.parametrize("ending", ["md", "txt", "html"])
@pytest.mark.parametrize(
    "number",
    ["3.2", "3.2.", "3.2)", "3.2 –", "3.2:", "3.2.1", "§ 3.2", "A.3.2", "Section 3.2 –", "Part 3.2:"],
)
def test_the_number_of_a_title_is_no_figure(phare: Phare, ending: str, number: str, tmp_path: Path) -> None:
    title = f"{number} Rating of meals by pupils"
    page = {
        "md": f"# Meals in Kent\n\n## {title}\n\nTeachers rate meals 7.1 out of 10.\n",
        "txt": f"MEALS IN KENT\n\n{title.upper()}\n\nTeachers rate meals 7.1 out of 10.\n",
        "html": f"<html lang='en'><h1>Meals in Kent</h1><h2>{title}</h2><p>Teachers rate meals 7.1 out of 10.</p>",
    }[ending]

    assert _figures(phare, tmp_path / f"page.{ending}", page, DATA) == [("7.1 out of 10", "right")]


def test_the_numbers_of_paragraphs_are_no_figures(phare: Phare, tmp_path: Path) -> None:
    page = (
        "MEALS IN KENT\n\n"
        "4.1 In Kent, meals get 7.1 out of 10 from teachers.\n\n"
        "4.2 pupils are harder to please: their rating of meals is 6.3.\n\n"
        "4.3. Rating of meals\n\n"
        "As section 4.2 says, the rating of meals by pupils is low.\n"
    )
    found = _figures(phare, tmp_path / "page.txt", page, DATA)

    assert [each for each in found if each[0][0].isdigit()] == [("7.1 out of 10", "right"), ("6.3", "right")]


def test_a_score_before_what_it_is_of_is_a_figure(phare: Phare, tmp_path: Path) -> None:
    english = "# Meals in Kent\n\n7.1 out of 10: teachers' rating of meals.\n\n4.4% of pupils wish for more fruit.\n"
    french = "# Les repas en Bretagne\n\n7,1 : note des repas des enseignants.\n\n7,1 sur 10 chez les enseignants.\n"

    assert _figures(phare, tmp_path / "en.md", english, DATA) == [
        ("7.1 out of 10", "right"),
        ("4.4%", "wrong"),
    ]
    assert [text for text, _ in _figures(phare, tmp_path / "fr.md", french, FRENCH)] == ["7,1", "7,1 sur 10"]


@pytest.mark.parametrize(
    "line", ["2.1 Les repas des élèves", "2.1. La note des repas", "Encadré 2.1 : note des repas"]
)
def test_the_number_of_a_french_title_is_no_figure(phare: Phare, line: str, tmp_path: Path) -> None:
    page = f"# Les repas en Bretagne\n\n## {line}\n\nLes enseignants donnent 7,1 sur 10 aux repas.\n"

    assert _figures(phare, tmp_path / "page.md", page, FRENCH) == [("7,1 sur 10", "right")]
