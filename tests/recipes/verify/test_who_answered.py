"""People who are counted and say what they were asked for are a base, and so is what is held against it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,base\n"
    "France,Cyclistes,Craintes,Vol,45,2400\n"
    "France,Piétons,Craintes,Vol,12,1300\n"
    "Bretagne,Cyclistes,Craintes,Vol,38,612\n"
    "Bretagne,Piétons,Craintes,Vol,9,340\n"
)
ENGLISH = DATA.replace("Cyclistes", "Cyclists").replace("Piétons", "Pedestrians").replace("Craintes", "Fears")
ENGLISH = ENGLISH.replace("Vol", "Theft")


@pytest.mark.parametrize(
    ("data", "line", "statuses"),
    [
        (DATA, "En Bretagne, 612 cyclistes et 340 piétons ont décrit leurs trajets.", ["right", "right"]),
        (DATA, "En Bretagne, 612 cyclistes et 430 piétons se sont prononcés.", ["right", "wrong"]),
        (DATA, "La ville a fait interroger 612 cyclistes et 340 piétons bretons.", ["right", "right"]),
        (DATA, "612 cyclistes de Bretagne ont répondu, pour 2 400 dans tout le pays.", ["right", "right"]),
        (DATA, "340 piétons bretons ont répondu, contre 1 200 au niveau national.", ["right", "wrong"]),
        (ENGLISH, "In Bretagne, 612 cyclists and 340 pedestrians described their trips.", ["right", "right"]),
        (ENGLISH, "In Bretagne, 621 cyclists and 340 pedestrians rated their trips.", ["wrong", "right"]),
        (ENGLISH, "In Bretagne 612 cyclists answered, against 2,400 nationally.", ["right", "right"]),
        (ENGLISH, "The bill was met by 300 cyclists and 200 pedestrians.", []),
        (DATA, "La manifestation a réuni 300 cyclistes pour 200 au printemps.", []),
    ],
)
def test_people_who_describe_are_a_base(
    phare: Phare, data: str, line: str, statuses: list[str], tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{line}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [row["status"] for row in rows if row["kind"] == "base"] == statuses
