"""A gap is of whom its own clause names: "..., et 10 points pour les entreprises", "11 points more among mayors"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FIGURES = {
    "France": {"citizens": 41, "mayors": 50, "companies": 36},
    "Bretagne": {"citizens": 57, "mayors": 61, "companies": 26},
}
DATA = "wave,region,stakeholder,indicator,item,value,unit,base\n" + "".join(
    f"2023,{region},{group},fragilities,employment,{value},percent,900\n"
    for region, values in FIGURES.items()
    for group, value in values.items()
)
BEFORE = {
    "fr": "En Bretagne, 57 % des citoyens citent l'emploi",
    "en": "In Brittany, 57% of citizens name employment",
}


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("fr", ", contre 61 % des maires. Pour les entreprises, l'écart avec la France est de {10} points."),
        ("fr", ", contre 41 % en France. Pour les entreprises, l'écart est de {10} points."),
        ("fr", ", contre 41 % en France ; l'écart est de {10} points pour les entreprises."),
        ("fr", ", contre 41 % en France, et l'écart n'est que de {10} points pour les entreprises."),
        ("fr", " et 61 % des maires, un écart de {10} points avec la France pour les entreprises."),
        ("fr", ", 16 points de plus qu'en France. L'écart atteint {11} points pour les maires."),
        ("fr", ", soit 16 points de plus qu'en France, et {11} points de plus pour les maires."),
        ("fr", ", {4} points de plus chez les maires."),
        ("fr", ". C'est {31} points de moins chez les entreprises."),
        ("en", ", against 41% in France. For companies, the gap is {10} points."),
        ("en", ", against 41% in France, and the gap is {10} points among companies."),
        ("en", ", 16 points more than in France. The gap reaches {11} points for mayors."),
        ("en", ", and there is a gap of {10} points with France for companies."),
        ("en", ", {4} points more among mayors."),
        ("en", "; {31} points fewer for companies."),
    ],
)
def test_a_gap_is_of_the_people_that_its_clause_names(
    phare: Phare, tmp_path: Path, lang: str, words: str
) -> None:
    """One that is 9 points off is never right."""
    number = int(words.split("{")[1].split("}")[0])
    told = []
    for said in (number, number + 9):
        text = BEFORE[lang] + words.replace(f"{{{number}}}", str(said))
        (tmp_path / "note.txt").write_text(text, encoding="utf-8")
        gaps = [row for row in phare("verify note.txt -f json", data=DATA).rows if row["kind"] == "gap"]
        told.append(gaps[-1]["status"])

    assert told[0] == "right"
    assert told[1] in ("wrong", "ambiguous")


def test_two_gaps_of_two_figures_are_theirs_in_turn(phare: Phare, tmp_path: Path) -> None:
    text = "En Bretagne, 57 % des citoyens et 61 % des maires citent l'emploi, soit {} points de plus qu'en France."
    told = []
    for said in ("16 points et 11", "11 points et 16"):
        (tmp_path / "note.txt").write_text(text.format(said), encoding="utf-8")
        rows = phare("verify note.txt -f json", data=DATA).rows
        told.append([row["status"] for row in rows if row["kind"] == "gap"])

    assert told == [["right", "right"], ["wrong", "wrong"]]
