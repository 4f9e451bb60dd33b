"""A list below a title of the first ranks tells a rank in each item; so does a row of answers in a sentence."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """region,stakeholder,indicator,item,value,base,response
Bretagne,habitants,Préoccupations,La santé,62,1200,multiple
Bretagne,habitants,Préoccupations,Le logement,51,1200,multiple
Bretagne,habitants,Préoccupations,L'emploi,22,1200,multiple
Bretagne,habitants,Préoccupations,Les transports,9,1200,multiple
Bretagne,entreprises,Préoccupations,La santé,11,8000,multiple
Bretagne,entreprises,Préoccupations,Le logement,28,8000,multiple
Bretagne,entreprises,Préoccupations,L'emploi,44,8000,multiple
Bretagne,entreprises,Préoccupations,Les transports,36,8000,multiple
"""
EN = FR
for french, english in {
    "Bretagne": "Scotland",
    "habitants": "residents",
    "entreprises": "companies",
    "Préoccupations": "Concerns",
    "La santé": "Health",
    "Le logement": "Housing",
    "L'emploi": "Jobs",
    "Les transports": "Transport",
}.items():
    EN = EN.replace(french, english)
LED_FR = "## Les trois premières préoccupations des Bretons\n\n"
LED_EN = "## Top three concerns of Scots\n\n"


@pytest.mark.parametrize(
    ("data", "text", "statuses"),
    [
        (FR, LED_FR + "1. La santé\n2. Le logement\n3. L'emploi", "right right right"),
        (FR, LED_FR + "1. L'emploi\n2. Le logement\n3. La santé", "wrong right wrong"),
        (FR, LED_FR + "- La santé\n- Le logement\n- L'emploi", "right right right"),
        (FR, LED_FR + "- L'emploi\n- Le logement\n- La santé", "ambiguous right ambiguous"),
        (FR, LED_FR + "- La santé\n- Le logement\n- Les transports", "right right wrong"),
        (FR, "Les trois premières préoccupations des Bretons :\n\n1. La santé\n2. L'emploi", "right wrong"),
        (FR, "## Top 2 des préoccupations des Bretons\n\n1. Le logement\n2. La santé", "wrong wrong"),
        (FR, "## Le podium des préoccupations des entreprises\n\n1. L'emploi\n2. La santé", "right wrong"),
        (FR, "Les deux premières préoccupations des Bretons sont la santé et le logement.", "right right"),
        (FR, "Les deux premières préoccupations des Bretons sont la santé et l'emploi.", "right wrong"),
        (FR, "La santé figure parmi les deux premières préoccupations des Bretons.", "right"),
        (FR, "L'emploi figure parmi les deux premières préoccupations des Bretons.", "wrong"),
        (FR, "## Nos trois premières priorités\n\n1. L'emploi\n2. Le logement", ""),
        (EN, LED_EN + "1. Health\n2. Housing\n3. Jobs", "right right right"),
        (EN, LED_EN + "1. Jobs\n2. Housing\n3. Health", "wrong right wrong"),
        (EN, LED_EN + "- Health\n- Housing\n- Transport", "right right wrong"),
        (EN, "The top two concerns of residents are:\n\n- health\n- housing", "right right"),
        (EN, "## The three main concerns of companies\n\n1. Jobs\n2. Health", "right wrong"),
        (EN, "The top two concerns of Scots are health and housing.", "right right"),
        (EN, "The top two concerns of Scots are health and jobs.", "right wrong"),
        (EN, "Jobs are among the top two concerns of Scots.", "wrong"),
        (EN, "## Our top three priorities\n\n1. Jobs\n2. Housing", ""),
    ],
)
def test_a_list_of_the_first_ranks_is_judged_item_by_item(
    phare: Phare, tmp_path: Path, data: str, text: str, statuses: str
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert " ".join(each["status"] for each in rows if each["kind"] == "order") == statuses
