"""A place that the data do not hold is nowhere that they tell of: neither the nation nor the region of the page."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """region,stakeholder,indicator,item,value,base,response
France,habitants,Préoccupations,La santé,52,2400,multiple
France,habitants,Préoccupations,Le logement,45,2400,multiple
Bretagne,habitants,Préoccupations,La santé,62,1200,multiple
Bretagne,habitants,Préoccupations,Le logement,51,1200,multiple
"""
EN = (
    FR.replace("France", "United Kingdom")
    .replace("Bretagne", "Scotland")
    .replace("habitants", "residents")
    .replace("Préoccupations", "Concerns")
    .replace("La santé", "Health")
    .replace("Le logement", "Housing")
)
UNKNOWN, RIGHT = "unknown", "right"


@pytest.mark.parametrize(
    ("data", "text", "statuses"),
    [
        (FR, "À Brest, 52 % des habitants citent la santé.", [UNKNOWN]),
        (FR, "Au Mans, 52 % des habitants citent la santé.", [UNKNOWN]),
        (FR, "Aux Sables-d'Olonne, 52 % des habitants citent la santé.", [UNKNOWN]),
        (FR, "Dans la Beauce, 52 % des habitants citent la santé.", [UNKNOWN]),
        (FR, "Près de Brest, 52 % des habitants citent la santé.", [UNKNOWN]),
        (FR, "52 % des habitants de Brest citent la santé.", [UNKNOWN]),
        (FR, "À Brest, les habitants citent plus la santé que le logement.", [UNKNOWN]),
        (FR, "La première préoccupation des Brestois est la santé.", [UNKNOWN]),
        (
            FR,
            "À Brest, 52 % des habitants citent la santé. Ils sont 45 % à citer le logement.",
            [UNKNOWN] * 2,
        ),
        (FR, "À Brest, 52 % des habitants citent la santé. La santé arrive en tête.", [UNKNOWN] * 2),
        (
            FR,
            "Les habitants de Brest sont 52 % à citer la santé. Ils citent le logement à 45 %.",
            [UNKNOWN] * 2,
        ),
        (FR, "À Brest, tout change. 52 % des habitants citent la santé.", [UNKNOWN]),
        (FR, "À Brest, 52 % des habitants citent la santé, contre 62 % en Bretagne.", [UNKNOWN, RIGHT]),
        (
            FR,
            "À Brest, 52 % des habitants citent la santé. En Bretagne, 62 % la citent. Le logement est à 51 %.",
            [UNKNOWN, RIGHT, RIGHT],
        ),
        (EN, "In Leeds, 52% of residents cite health.", [UNKNOWN]),
        (EN, "In the Borders, 52% of residents cite health.", [UNKNOWN]),
        (EN, "Around Leeds, 52% of residents cite health.", [UNKNOWN]),
        (EN, "52% of the residents of Leeds cite health.", [UNKNOWN]),
        (EN, "Health is the top concern in Leeds.", [UNKNOWN]),
        (EN, "In Leeds, 52% of residents cite health. Housing is cited by 45%.", [UNKNOWN] * 2),
        (EN, "In Leeds, 52% of residents cite health. Health comes first.", [UNKNOWN] * 2),
        (EN, "In Leeds, things change. 52% of residents cite health.", [UNKNOWN]),
        (EN, "Among Mancunians, 52% cite health. They cite housing at 45%.", [UNKNOWN] * 2),
        (EN, "In Leeds, 52% of residents cite health, against 62% in Scotland.", [UNKNOWN, RIGHT]),
        (
            EN,
            "In Leeds, 52% of residents cite health. In Scotland, 62% cite it. Housing is at 51%.",
            [UNKNOWN, RIGHT, RIGHT],
        ),
    ],
)
def test_what_is_said_of_an_unknown_place_is_unknown(
    phare: Phare, tmp_path: Path, data: str, text: str, statuses: list[str]
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")

    assert [each["status"] for each in phare(f"verify {page} -f json", data=data).rows] == statuses


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (FR, "À terme, 52 % des habitants citent la santé."),
        (FR, "À l'heure actuelle, 52 % des habitants citent la santé."),
        (FR, "À Noël, 52 % des habitants citaient la santé."),
        (FR, "Présentée à Brest, l'enquête montre que 52 % des habitants citent la santé."),
        (FR, "L'enquête a été remise à Matignon. 52 % des habitants citent la santé."),
        (FR, "À Rennes le 12 mars, le débat a duré. 52 % des habitants citent la santé."),
        (EN, "At Christmas, 52% of residents cited health."),
        (EN, "In March, 52% of residents cited health."),
        (EN, "At present, 52% of residents cite health."),
    ],
)
def test_words_that_lead_to_no_place_leave_the_page_where_it_is(
    phare: Phare, tmp_path: Path, data: str, text: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")

    [row] = phare(f"verify {page} -f json", data=data).rows

    assert (row["region"], row["status"]) == ("France" if data is FR else "United Kingdom", RIGHT)
