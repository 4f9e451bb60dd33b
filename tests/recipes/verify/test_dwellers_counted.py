"""Who lives somewhere may be counted as a subject: "Les Bretons sont 58 % à ..."; what is not known is said so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,indicator,item,value,base\n"
    "France,Habitants,Inquiétudes,Logement,45,2400\n"
    "Bretagne,Habitants,Inquiétudes,Logement,58,612\n"
    "Normandie,Habitants,Inquiétudes,Logement,62,604\n"
    "Gironde,Habitants,Inquiétudes,Logement,37,590\n"
    "Bretagne,Maires,Inquiétudes,Logement,31,212\n"
)
ENGLISH = (
    "region,stakeholder,indicator,item,value,base\n"
    "United Kingdom,Residents,Worries,Housing,45,2400\n"
    "Scotland,Residents,Worries,Housing,58,612\n"
    "Wales,Residents,Worries,Housing,62,604\n"
    "Scotland,Mayors,Worries,Housing,31,212\n"
)


@pytest.mark.parametrize(
    ("data", "text", "region", "status"),
    [
        (DATA, "Les Bretons sont 58 % à citer le logement.", "Bretagne", "right"),
        (DATA, "Les Bretons sont 80 % à citer le logement.", "Bretagne", "wrong"),
        (DATA, "Les Normands sont 62 % à citer le logement.", "Normandie", "right"),
        (DATA, "Les Normands sont 26 % à citer le logement.", "Normandie", "wrong"),
        (DATA, "Les Français sont 45 % à citer le logement.", "France", "right"),
        (DATA, "Les Girondins sont 37 % à citer le logement.", "Gironde", "right"),
        (DATA, "Les Girondins sont 73 % à citer le logement.", "Gironde", "wrong"),
        (DATA, "Les Bretons, eux, sont 58 % à citer le logement.", "Bretagne", "right"),
        (DATA, "Les Normands, eux, sont 62 % à citer le logement.", "Normandie", "right"),
        (DATA, "Les habitants bretons sont 58 % à citer le logement.", "Bretagne", "right"),
        (DATA, "Les pêcheurs bretons sont 58 % à citer le logement.", "Bretagne", "unknown"),
        (ENGLISH, "58% of Scots cite housing.", "Scotland", "right"),
        (ENGLISH, "80% of Scots cite housing.", "Scotland", "wrong"),
        (ENGLISH, "The Welsh are 62% to cite housing.", "Wales", "right"),
        (ENGLISH, "Among the Welsh, 62% cite housing.", "Wales", "right"),
        (ENGLISH, "Among the Welsh, 26% cite housing.", "Wales", "wrong"),
        (ENGLISH, "Britons cite housing at 45%.", "United Kingdom", "right"),
        (ENGLISH, "Scots cite housing at 58%.", "Scotland", "right"),
        (ENGLISH, "Scottish residents are 58% to cite housing.", "Scotland", "right"),
        (ENGLISH, "Scottish residents are 85% to cite housing.", "Scotland", "wrong"),
        (ENGLISH, "62% of the Welsh cite housing.", "Wales", "right"),
    ],
)
def test_who_lives_somewhere_is_counted_as_those_of_the_place(
    phare: Phare, data: str, text: str, region: str, status: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")

    [row] = phare(f"verify {page} -f json", data=data).rows

    assert (row["region"], row["status"]) == (region, status)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "Les pêcheurs bretons sont 58 % à citer le logement.",
            "ceux dont il est question ne sont pas un groupe des données",
        ),
        (
            "En Alsace, 58 % des habitants citent le logement.",
            "le lieu dont il est question n’est pas dans les données",
        ),
        (
            "En Bretagne, 58 % des habitants citent le vélo.",
            "le texte ne permet pas de dire de quoi est ce chiffre",
        ),
        ("En Bretagne, 53 % citent le logement.", "plusieurs chiffres sont possibles"),
    ],
)
def test_what_keeps_a_figure_from_being_judged_is_told_as_it_is(
    phare: Phare, text: str, reason: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"{text}\n", encoding="utf-8")

    run = phare(f"verify {page} --lang fr", data=DATA)

    assert reason in " ".join(run.out.split())
