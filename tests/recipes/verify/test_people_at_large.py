"""Citizens and a mayor's people are whoever lives somewhere, and never the group of another paragraph."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """region,stakeholder,indicator,item,value,unit,base
Creuse,habitants,Inquiétudes,Les transports,58.4,percent,1410
Creuse,habitants,Inquiétudes,Les pollutions,31.2,percent,1410
Creuse,habitants,Note de la vie locale,Note de la vie locale,6.1,score 0-10,1410
Creuse,élus locaux,Inquiétudes,Les transports,71.3,percent,183
Creuse,élus locaux,Inquiétudes,Les pollutions,22.1,percent,183
Creuse,élus locaux,Note de la vie locale,Note de la vie locale,6.5,score 0-10,183
France,habitants,Inquiétudes,Les transports,44.2,percent,9000
France,élus locaux,Inquiétudes,Les transports,70.4,percent,900
"""
EN = FR
for _french, _english in (
    ("habitants", "residents"), ("élus locaux", "local councillors"), ("Inquiétudes", "Worries"),
    ("Les transports", "Transport"), ("Les pollutions", "Pollution"), ("Note de la vie locale", "Rating of local life"),
):  # fmt: skip
    EN = EN.replace(_french, _english)

BEFORE_FR = "# La Creuse\n\nLes élus locaux sont 71 % à citer les transports.\n\n"
BEFORE_EN = "# The Creuse\n\n71% of local councillors mention transport.\n\n"
CITED_FR = (
    "Nos concitoyens citent les transports à 58 %.", "Les administrés sont 58 % à citer les transports.",
    "Les gens citent les transports (58 %).", "La population cite les transports à 58 %.",
    "Les habitants sont 58 % à citer les transports.", "58 % des gens citent les transports.",
    "58 % de nos concitoyens citent les transports.", "Le grand public cite les transports à 58 %.",
    "Les transports inquiètent 58 % de la population.", "Les transports sont cités par 58 % des administrés.",
)  # fmt: skip
CITED_EN = (
    "Residents mention transport (58%).", "58% of inhabitants mention transport.",
    "The population mentions transport: 58%.",
    "Our fellow citizens mention transport (58%).", "Transport is mentioned by 58% of inhabitants.",
    "People mention transport (58%).", "58% of the public mention transport.", "58% of citizens mention transport.",
    "The general public mentions transport (58%).", "Among townspeople, 58% mention transport.",
)  # fmt: skip
OTHERS = {
    BEFORE_FR + "Les gens modestes citent les transports à 58 %.": "habitants",
    BEFORE_EN + "Young people mention transport (31%).": "residents",
}
UNNAMED = (
    BEFORE_FR + "La note moyenne de la vie locale est de 6,1/10 en Creuse.",
    BEFORE_FR + "Les transports arrivent à 58 %.",
    BEFORE_FR + "Quant aux transports, ils atteignent 58 % en Creuse.",
    BEFORE_EN + "The average rating of local life is 6.1/10 in the Creuse.",
    BEFORE_EN + "Transport stands at 58%.",
)
BASES = {
    "Enquête menée auprès de 1 593 personnes.": "right",
    "Enquête menée auprès de 1 593 personnes, dont 183 élus locaux.": "right",
    "Au total, 1 593 personnes ont été interrogées.": "right",
    "Enquête menée auprès de 1 410 habitants.": "right",
    "Enquête menée auprès de 1 600 personnes.": "ambiguous",
    "Enquête menée auprès de 1 420 habitants.": "wrong",
}
BASES_EN = {
    "The survey interviewed 1,593 people.": "right",
    "1,593 people were interviewed, including 183 local councillors.": "right",
    "1,600 people were interviewed.": "ambiguous",
    "1,420 residents were interviewed.": "wrong",
}


def verified(phare: Phare, text: str, tmp_path: Path, *, data: str = "") -> list[dict[str, Any]]:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")
    rows: list[dict[str, Any]] = phare(
        f"verify {page} -f json", data=data or (EN if "The Creuse" in text else FR)
    ).rows
    return rows


@pytest.mark.parametrize(
    "text", [*(BEFORE_FR + each for each in CITED_FR), *(BEFORE_EN + each for each in CITED_EN)]
)
def test_whoever_lives_somewhere_is_the_group_of_all_of_them(phare: Phare, text: str, tmp_path: Path) -> None:
    last = verified(phare, text, tmp_path)[-1]

    assert (last["status"], last["stakeholder"]) in (
        ("right", "habitants"),
        ("right", "residents"),
        ("right", "citizens"),
    )


@pytest.mark.parametrize(
    "text",
    [
        BEFORE_FR + "Nos concitoyens sont plus inquiets pour les transports que dans le reste du pays.",
        BEFORE_FR + "La population s'inquiète plus des transports qu'en France.",
        BEFORE_EN + "Residents are more worried about transport than in France.",
    ],
)
def test_so_they_are_in_a_comparison(phare: Phare, text: str, tmp_path: Path) -> None:
    last = verified(phare, text, tmp_path)[-1]

    assert (last["value"], last["reference"]) == (58.4, 44.2)


@pytest.mark.parametrize("text", OTHERS)
def test_some_of_them_who_are_told_apart_are_not(phare: Phare, text: str, tmp_path: Path) -> None:
    assert verified(phare, text, tmp_path)[-1]["stakeholder"] != OTHERS[text]


def test_people_of_a_mayor_are_nobody_known_where_no_group_is_of_all(phare: Phare, tmp_path: Path) -> None:
    data = FR.replace("habitants", "commerçants")

    last = verified(phare, BEFORE_FR + "Nos concitoyens citent les transports à 58 %.", tmp_path, data=data)[
        -1
    ]

    assert last["status"] == "unknown"


def test_whom_mayors_speak_of_is_not_whom_their_figure_counts(phare: Phare, tmp_path: Path) -> None:
    text = "# La Creuse\n\nLes élus locaux sont 71 % à juger que leurs administrés craignent les transports."

    last = verified(phare, text, tmp_path)[-1]

    assert (last["status"], last["stakeholder"]) == ("right", "élus locaux")


@pytest.mark.parametrize("text", UNNAMED)
def test_a_paragraph_that_names_nobody_is_not_wrong_of_the_group_of_the_one_before(
    phare: Phare, text: str, tmp_path: Path
) -> None:
    assert verified(phare, text, tmp_path)[-1]["status"] in ("ambiguous", "unknown", "right")


@pytest.mark.parametrize(
    ("text", "status"),
    [*((BEFORE_FR + text, status) for text, status in BASES.items()),
     *((BEFORE_EN + text, status) for text, status in BASES_EN.items())],
)  # fmt: skip
def test_people_interviewed_are_those_of_all_groups(
    phare: Phare, text: str, status: str, tmp_path: Path
) -> None:
    assert next(row for row in verified(phare, text, tmp_path) if row["kind"] == "base")["status"] == status


def test_the_bases_that_may_be_meant_are_told_and_no_figures(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# La Creuse\n\nEnquête menée auprès de 1 600 personnes.", encoding="utf-8")

    told = " ".join(phare(f"verify {page} --lang fr", data=FR).out.split())

    assert "1 410 (Creuse," in told
    assert "58,4" not in told
