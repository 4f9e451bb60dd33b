"""A pronoun that opens a sentence may stand for the answer that the sentence before named last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,base,response\n"
    "France,Infirmiers,Motifs,Fatigue,52,900,multiple\n"
    "France,Infirmiers,Motifs,Salaire,47,900,multiple\n"
    "Bretagne,Infirmiers,Motifs,Fatigue,66,400,multiple\n"
    "Bretagne,Infirmiers,Motifs,Salaire,58,400,multiple\n"
)
ENGLISH = (
    DATA.replace("Infirmiers", "Nurses")
    .replace("Motifs", "Reasons")
    .replace("Fatigue", "Tiredness")
    .replace("Salaire", "Wages")
)
FIRST = "Chez les infirmiers de Bretagne, la fatigue arrive en tête (66 %), devant le salaire."


@pytest.mark.parametrize(
    ("data", "text", "items"),
    [
        (DATA, f"{FIRST} Ce dernier pèse pour 58 % d'entre eux, contre 47 % en France.", "SS"),
        (DATA, f"{FIRST} Celui-ci est cité par 58 % d'entre eux.", "S"),
        (DATA, f"{FIRST} Il y a aussi le reste. Ils sont 66 % à la citer.", "F"),
        (
            ENGLISH,
            "Among nurses in Bretagne, tiredness comes first (66%), ahead of wages. The latter are named by 58%.",
            "S",
        ),
    ],
)
def test_what_was_named_last_is_taken_up(
    phare: Phare, data: str, text: str, items: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Bretagne\n\n{text}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    told = [{"F": "Fatigue", "S": "Salaire"}[each] for each in items]
    french = {"Tiredness": "Fatigue", "Wages": "Salaire"}
    assert [french.get(row["item"], row["item"]) for row in rows][3:] == told
    assert {row["status"] for row in rows[3:]} == {"right"}
