"""An area that says where a place lies is not what is said: "la Lozère est le département d'Occitanie où ..."."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """region,stakeholder,indicator,item,value,base
Bretagne,riverains,Gênes,Le bruit des avions,31.2,2400
Bretagne,riverains,Gênes,Les odeurs,22.4,2400
Morbihan,riverains,Gênes,Le bruit des avions,64.3,700
Morbihan,riverains,Gênes,Les odeurs,41.3,700
Finistère,riverains,Gênes,Le bruit des avions,35.1,700
Finistère,riverains,Gênes,Les odeurs,25.1,700
France,riverains,Gênes,Le bruit des avions,28.1,9000
France,riverains,Gênes,Les odeurs,19.1,9000
"""
ALL_FR = (
    FR
    + "Côtes-d'Armor,riverains,Gênes,Le bruit des avions,20.1,700\n"
    + "Ille-et-Vilaine,riverains,Gênes,Le bruit des avions,19.2,700\n"
)
EN = FR
for _french, _english in (
    ("riverains", "neighbours"), ("Gênes", "Nuisances"), ("Le bruit des avions", "Aircraft noise"),
    ("Les odeurs", "Bad smells"),
):  # fmt: skip
    EN = EN.replace(_french, _english)

PLACED = (
    "Le Morbihan est le département de Bretagne où l'on cite le plus le bruit des avions (64 % des riverains).",
    "Le Morbihan est le département de Bretagne où 64 % des riverains citent le bruit des avions.",
    "Dans le Morbihan, département de Bretagne, 64 % des riverains citent le bruit des avions.",
    "Le Morbihan, premier département de Bretagne pour le bruit des avions (64 %), s'inquiète.",
    "Le Morbihan est le département le plus touché de Bretagne par le bruit des avions (64 %).",
    "Le Morbihan est le plus touché des départements de Bretagne par le bruit des avions (64 %).",
    "Le Morbihan est le département de France où 64 % des riverains citent le bruit des avions.",
    "Les riverains du département du Morbihan sont 64 % à citer le bruit des avions.",
    "Morbihan is the department of Bretagne where 64% of neighbours mention aircraft noise.",
    "In Morbihan, a department of Bretagne, 64% of neighbours mention aircraft noise.",
    "Morbihan is the most affected department in Bretagne by aircraft noise (64%).",
    "Morbihan is the county of France where 64% of neighbours mention aircraft noise.",
)
STRANGE = (
    "64 % des riverains citent le bruit des avions dans le département le plus touché de Bretagne.",
    "Dans un département de Bretagne, 50 % des riverains citent le bruit des avions.",
    "50% of neighbours mention aircraft noise in one department of Bretagne.",
)
FIRST_FR = "Dans le Morbihan, 64 % des riverains citent le bruit des avions. "
FIRST_EN = "In Morbihan, 64% of neighbours mention aircraft noise. "
RANKED = {
    FIRST_FR + "C'est le département le plus touché de la région.": "unknown",
    FIRST_FR + "C'est le département le plus touché de Bretagne.": "unknown",
    FIRST_FR + "C'est le département le plus touché.": "unknown",
    "Le Morbihan est le département de Bretagne le plus touché par le bruit des avions.": "unknown",
    "Le Morbihan arrive en tête des départements de Bretagne pour le bruit des avions.": "unknown",
    "Le bruit des avions est plus cité dans le Morbihan que partout ailleurs en Bretagne.": "unknown",
    FIRST_FR.replace("le Morbihan, 64", "le Finistère, 35") + "C'est le département le plus touché.": "wrong",
    FIRST_EN + "It is the most affected department in the region.": "unknown",
    FIRST_EN + "It is the most affected department of Bretagne.": "unknown",
}


def verified(phare: Phare, text: str, tmp_path: Path, data: str = "") -> list[dict[str, Any]]:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    held = data or (EN if "aircraft" in text else FR)
    rows: list[dict[str, Any]] = phare(f"verify {page} --region Bretagne -f json", data=held).rows
    return rows


@pytest.mark.parametrize("text", PLACED)
def test_a_figure_is_of_the_place_and_not_of_the_area_around_it(
    phare: Phare, text: str, tmp_path: Path
) -> None:
    figure = next(row for row in verified(phare, text, tmp_path) if row["kind"] == "figure")

    assert (figure["status"], figure["region"]) == ("right", "Morbihan")


@pytest.mark.parametrize("text", STRANGE)
def test_a_place_that_is_not_named_is_never_the_area_around_it(
    phare: Phare, text: str, tmp_path: Path
) -> None:
    assert verified(phare, text, tmp_path)[0]["status"] in ("unknown", "ambiguous")


@pytest.mark.parametrize(("text", "status"), RANKED.items())
def test_the_first_of_some_places_is_not_the_first_of_all(
    phare: Phare, text: str, status: str, tmp_path: Path
) -> None:
    assert next(row for row in verified(phare, text, tmp_path) if row["kind"] == "order")["status"] == status


def test_it_is_where_the_data_hold_all_of_them(phare: Phare, tmp_path: Path) -> None:
    text = FIRST_FR + "C'est le département le plus touché de Bretagne."

    last = verified(phare, text, tmp_path, ALL_FR)[-1]

    assert last["status"] in ("right", "overstated")


def test_how_many_places_the_data_hold_is_told(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(FIRST_FR + "C'est le département le plus touché de Bretagne.", encoding="utf-8")

    told = " ".join(phare(f"verify {page} --lang fr", data=FR).out.split())

    assert "les données n’ont que 2 des 4 lieux de ce niveau" in told
