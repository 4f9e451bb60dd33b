"""A mean or a median is told as a person tells it: the mean rating of the service is 6.5/10 among citizens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,unit,standard_error,base\n"


def rated(indicator: str, item: str = "mean", unit: str = "score/10") -> str:
    return HEADER + "".join(
        f"{place},{group},{indicator},{item},{value},{unit},0.1,400\n"
        for place in ("PACA", "France")
        for group, value in (("citizens", 6.5), ("mayors", 7))
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            rated("Note de la vie locale"),
            "En Provence-Alpes-Côte d’Azur, la note moyenne de la vie locale est de 6,5/10 parmi les citoyens et "
            "7,0/10 parmi les maires.",
        ),
        (rated("Vie locale"), ", la moyenne de « Vie locale » est de 6,5/10 parmi les citoyens et"),
        (
            rated("loyer (median)", "median", "euros"),
            ", la médiane de « loyer » est de 6,5 euros parmi les citoyens",
        ),
        (rated("Score d'ancrage"), ", le score moyen d'ancrage est de 6,5/10 parmi les citoyens et"),
    ],
)
def test_a_mean_opens_a_page_in_a_sentence(phare: Phare, data: str, said: str) -> None:
    page = phare("report -r PACA --lang fr -f markdown", data=data).out

    assert said in page.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_mean_takes_the_form_of_its_question(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("kind,id,fr,of_fr\nindicator,vie,Vie locale,de la vie locale\n")

    said = phare("compare -r PACA --sentences --lang fr --codebook own.csv", data=rated("vie")).out

    assert (
        "En Provence-Alpes-Côte d’Azur, la moyenne de la vie locale est de 6,5/10 parmi les citoyens, contre"
        in (said.replace("\u00a0", " "))
    )


def test_a_mean_is_told_so_in_english(phare: Phare) -> None:
    said = phare("compare -r PACA --sentences", data=rated("Rating of the service")).out

    assert "the mean rating of the service is 6.5/10 among citizens, against 6.5/10 in France" in said


def balance(item: str, unit: str = "points") -> str:
    return HEADER.replace("\n", ",scale\n") + "".join(
        f"{place},{group},Satisfaction,{name},{value},{unit_of},,400,{scale}\n"
        for place in ("PACA", "France")
        for group in ("citizens", "mayors")
        for name, value, unit_of, scale in (
            ("oui", 60, "%", "ordered"),
            ("non", 40, "%", "ordered"),
            (item, 20, unit, ""),
        )
    )


@pytest.mark.parametrize(
    ("item", "lang", "said"),
    [
        (
            "Solde",
            "fr",
            ", le solde de « Satisfaction » est de 20 points parmi les citoyens et 20 points parmi",
        ),
        ("Solde (oui – non)", "fr", ", le solde (oui – non) de « Satisfaction » est de 20 points parmi"),
        (
            "Balance",
            "en",
            ", the balance of “Satisfaction” is 20 points among citizens and 20 points among mayors",
        ),
        (
            "Net score (yes less no)",
            "en",
            ", the net score (yes less no) of “Satisfaction” is 20 points among",
        ),
    ],
)
def test_a_balance_is_told_once_and_with_its_article(phare: Phare, item: str, lang: str, said: str) -> None:
    page = phare(f"report -r PACA --lang {lang} -f markdown", data=balance(item)).out

    assert said in page.replace("\u00a0", " ").replace("\u202f", " ")
    assert "((" not in page
    assert "))" not in page.replace("](", "")


@pytest.mark.parametrize(("lang", "said"), [("fr", "Le solde de « Satisfaction »"), ("en", "the solde of")])
def test_the_picture_of_a_balance_is_titled_so(phare: Phare, tmp_path: Path, lang: str, said: str) -> None:
    phare(f"plot 'Satisfaction (Solde)' -r PACA -o a.svg --lang {lang}", data=balance("Solde"))
    picture = (tmp_path / "a.svg").read_text(encoding="utf-8")

    assert said.casefold() in picture.replace("\u00a0", " ").casefold()
    assert "« Solde »" not in picture


@pytest.mark.parametrize(
    ("item", "lang", "said"),
    [
        ("Note moyenne", "fr", ", la note moyenne de la vie locale est de 6,5/10 parmi les citoyens"),
        ("Average score", "en", "is 6.5/10 among citizens"),
    ],
)
def test_an_item_that_says_mean_is_one(phare: Phare, item: str, lang: str, said: str) -> None:
    page = phare(f"report -r PACA --lang {lang} -f markdown", data=rated("Note de la vie locale", item)).out

    assert said in page.replace("\u00a0", " ").replace("\u202f", " ")
    assert f"“{item}”" not in page
    assert f"« {item} »" not in page.replace("\u00a0", " ")


@pytest.mark.parametrize(("lang", "wrong"), [("fr", "Total "), ("en", "Net ")])
def test_a_sheet_calls_a_balance_no_net(phare: Phare, lang: str, wrong: str) -> None:
    sheet = phare(f"report --short -r PACA --lang {lang}", data=balance("Solde")).out

    assert "Solde" in sheet
    assert wrong not in sheet
