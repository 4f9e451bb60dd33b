"""The name of a people is whoever lives there, in a rank, a comparison or a change too, never a body told before."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,base,response,in_national_sample\n"
FIGURES = (
    ("2024,France,habitants", {"La santé": 52, "Le logement": 45, "L'emploi": 30}, ""),
    ("2024,Bretagne,habitants", {"La santé": 62, "Le logement": 51, "L'emploi": 22}, "false"),
    ("2021,Bretagne,habitants", {"La santé": 50}, "false"),
    ("2024,France,entreprises", {"La santé": 20, "Le logement": 25, "L'emploi": 60}, ""),
    ("2024,Bretagne,entreprises", {"La santé": 11, "Le logement": 28, "L'emploi": 44}, "false"),
    ("2021,Bretagne,entreprises", {"La santé": 24}, "false"),
)
FR = HEAD + "".join(
    f"{cell},Préoccupations,{item},{value},1500,multiple,{part}\n"
    for cell, items, part in FIGURES
    for item, value in items.items()
)
TWINS = {
    "France": "United Kingdom",
    "Bretagne": "Scotland",
    "habitants": "residents",
    "entreprises": "companies",
    "Préoccupations": "Concerns",
    "La santé": "Health",
    "Le logement": "Housing",
    "L'emploi": "Jobs",
}


def in_english(data: str) -> str:
    for french, english in TWINS.items():
        data = data.replace(french, english)
    return data


def told(phare: Phare, folder: Path, text: str, data: str) -> tuple[str | None, str]:
    """Return whom the last claim of a page is of, and what is found of it."""
    page = folder / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")
    last = phare(f"verify {page} -f json", data=data).rows[-1]
    return last["stakeholder"], last["status"]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("La première préoccupation des Bretons est la santé.", "right"),
        ("La première préoccupation des Bretons est l'emploi.", "wrong"),
        ("La santé est plus citée par les Bretons que par les Français.", "right"),
        ("Les Bretons citent plus l'emploi que les Français.", "wrong"),
        ("Les Français sont moins nombreux que les Bretons à citer la santé.", "right"),
        ("Chez les Bretons, la santé progresse.", "right"),
        ("La santé recule parmi les Bretons.", "wrong"),
        ("La santé a gagné 12 points chez les Bretons depuis 2021.", "right"),
        ("Les Bretons sont 10 points au-dessus des Français pour la santé.", "right"),
        ("Les Bretons mettent la santé devant le logement.", "right"),
        ("Le logement vient en deuxième chez les Bretons.", "right"),
    ],
)
def test_a_people_is_whoever_lives_there(phare: Phare, tmp_path: Path, text: str, status: str) -> None:
    before = "En Bretagne, 44 % des entreprises citent l'emploi."

    assert told(phare, tmp_path, f"{before} {text}", FR) == ("citizens", status)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The first concern of Scots is health.", "right"),
        ("Scots' top concern is jobs.", "wrong"),
        ("Health is cited more by Scots than by Britons.", "right"),
        ("Scots cite jobs more than Britons.", "wrong"),
        ("Scots are more likely than Britons to cite health.", "right"),
        ("Among Scots, health has risen.", "right"),
        ("Health has fallen among Scots since 2021.", "wrong"),
        ("For Scots, health comes first.", "right"),
        ("Housing comes second among Scots.", "right"),
        ("Health is the top concern of the Scottish.", "right"),
    ],
)
def test_an_english_people_is_whoever_lives_there(
    phare: Phare, tmp_path: Path, text: str, status: str
) -> None:
    before = "In Scotland, 44% of companies cite jobs."

    assert told(phare, tmp_path, f"{before} {text}", in_english(FR)) == ("residents", status)


@pytest.mark.parametrize(
    "text",
    [
        "44 % des Bretons citent l'emploi.",
        "Les Bretons sont 11 % à citer la santé.",
        "La première préoccupation des Bretons est l'emploi.",
        "Les Bretons citent moins la santé que les Français.",
    ],
)
def test_no_people_is_a_body_where_the_data_hold_bodies_alone(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    data = "".join(line for line in FR.splitlines(keepends=True) if "habitants" not in line)
    before = "En Bretagne, 44 % des entreprises citent l'emploi."

    assert told(phare, tmp_path, f"{before} {text}", data) == (None, "unknown")


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Les entreprises bretonnes citent plus l'emploi que la santé.", "companies"),
        ("L'emploi est la première préoccupation des entreprises bretonnes.", "companies"),
    ],
)
def test_a_people_that_tells_more_of_a_body_is_of_that_body(
    phare: Phare, tmp_path: Path, text: str, people: str
) -> None:
    assert told(phare, tmp_path, f"62 % des Bretons citent la santé. {text}", FR) == (people, "right")


def test_a_people_may_be_the_drivers_that_a_text_speaks_of(phare: Phare, tmp_path: Path) -> None:
    data = FR.replace("entreprises", "automobilistes")
    text = "En Bretagne, 44 % des automobilistes citent l'emploi. L'emploi est la première préoccupation des Bretons."

    assert told(phare, tmp_path, text, data)[1] == "ambiguous"
