"""Names as prose writes them: parts of groups, short names, places with their articles, and what is no place."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "wave,region,stakeholder,segment,indicator,item,value,unit,base,in_national_sample\n"
DATA = (
    HEADER
    + """\
2021,France,bénéficiaires de l'aide alimentaire,,conditions de vie,saute des repas,31,percent,1500,
2024,France,bénéficiaires de l'aide alimentaire,,conditions de vie,saute des repas,44,percent,1600,
2024,Le Creusot,bénéficiaires de l'aide alimentaire,,conditions de vie,saute des repas,52,percent,420,no
2024,Saint-Étienne,bénéficiaires de l'aide alimentaire,,conditions de vie,saute des repas,38,percent,300,no
2024,France,pêcheurs de 18 ans et plus,,conditions de vie,saute des repas,20,percent,800,
2024,France,associations,employers,conditions de vie,saute des repas,53,percent,400,
2024,France,associations,without employees,conditions de vie,saute des repas,35,percent,300,
2024,France,companies,,conditions de vie,saute des repas,37,percent,300,
"""
)


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("En France, 44 % des bénéficiaires sautent des repas.", ["right"]),
        ("En France, 20 % des pêcheurs sautent des repas.", ["right"]),
        ("L'aide alimentaire coûte cher : 20 % des pêcheurs sautent des repas.", ["right"]),
        ("Au Creusot, 52 % des bénéficiaires sautent des repas.", ["right"]),
        ("Les bénéficiaires du Creusot sont 52 % à sauter des repas.", ["right"]),
        ("38 % des bénéficiaires stéphanois sautent des repas.", ["right"]),
        ("Dans le Lot, 44 % des bénéficiaires sautent des repas.", ["unknown"]),
        ("Le record national : 52 % des bénéficiaires du Creusot sautent des repas.", ["right"]),
        ("35 % des associations sans salarié sautent des repas, contre 53 % des employeuses.", ["right", "right"]),
        ("Les élus, eux, sont 44 % à sauter des repas.", ["unknown"]),
        ("44 % des bénéficiaires sautent des repas, contre 31 % trois ans plus tôt.", ["right", "right"]),
    ],
)  # fmt: skip
def test_a_figure_is_of_whom_and_where_its_words_say(
    phare: Phare, tmp_path: Path, text: str, statuses: list[str]
) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")

    rows = phare("verify page.txt -f json", data=DATA).rows

    assert [row["status"] for row in rows if row["kind"] == "figure"] == statuses


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        (
            "In France, associations with employees are more engaged (53%) than those without employees (35%).",
            ["right", "right"],
        ),
        (
            "In France, 35% of associations without employees are engaged, against 53% of employers.",
            ["right", "right"],
        ),
        ("In France, 53% of employers are engaged in partnerships.", ["ambiguous"]),
        (
            "French citizens rated employment 7.1 out of 10 as a fragility in 2015-2016, against 6.4 in 2019.",
            ["right", "right"],
        ),
    ],
)
def test_a_part_of_a_group_is_that_part(phare: Phare, tmp_path: Path, text: str, statuses: list[str]) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")

    rows = phare("verify page.txt -f json").rows

    assert [row["status"] for row in rows if row["kind"] == "figure"] == statuses


PLACES = (
    HEADER
    + """\
2024,France,citizens,,worries,prices,57,percent,2000,
2024,France,citizens,,worries,housing,40,percent,2000,
2024,Bretagne,citizens,,worries,prices,68,percent,900,no
2024,Bretagne,citizens,,worries,housing,33,percent,900,no
2024,Corse,citizens,,worries,prices,41,percent,900,no
2024,Corse,citizens,,worries,housing,58,percent,900,no
"""
)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("In Corsica, 58% of citizens cite housing, the highest share of any region.", "right"),
        ("In Bretagne, 33% of citizens cite housing, the lowest share of all regions.", "right"),
        ("In Bretagne, 33% of citizens cite housing, the highest share of any region.", "wrong"),
        ("Bretagne holds the national record for prices: 68% of citizens cite them.", "right"),
        ("Corsica ranks first among regions for prices.", "wrong"),
        ("Housing is the top worry of Corsicans.", "right"),
        ("Prices are the top worry of Bretons.", "right"),
        ("In Corsica, prices rank only second.", "right"),
    ],
)
def test_a_rank_is_among_places_or_among_answers(
    phare: Phare, tmp_path: Path, text: str, status: str
) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")

    rows = phare("verify page.txt -f json", data=PLACES).rows

    assert [row["status"] for row in rows if row["kind"] == "order"] == [status]


@pytest.mark.parametrize(
    ("text", "statuses"),
    [
        ("In Bretagne, 68% of citizens cite prices (n = 900).", ["right"]),
        ("In Bretagne, 68% of citizens cite prices (n = 812).", ["wrong"]),
        ("Among 2,000 citizens interviewed in France, 57% cite prices.", ["right"]),
        ("Interviews were held with 900 citizens in Corse and 900 citizens in Bretagne.", ["right", "right"]),
        ("In Bretagne, 68% of citizens cite prices; 340 communes took part in nothing.", []),
    ],
)
def test_a_count_of_people_asked_is_a_base(
    phare: Phare, tmp_path: Path, text: str, statuses: list[str]
) -> None:
    (tmp_path / "page.txt").write_text(text, encoding="utf-8")

    rows = phare("verify page.txt -f json", data=PLACES).rows

    assert [row["status"] for row in rows if row["kind"] == "base"] == statuses
