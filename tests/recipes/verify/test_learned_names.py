"""What a page calls a group of the data by another word is learned from the figures that it gives of it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "wave,region,stakeholder,segment,indicator,item,value,unit,base,response\n"
TOWNS = HEADER + "".join(
    f"2025,{region},{group},,modes utilisés,{item},{value},percent,1500,multiple\n"
    for region, group, values in (
        ("France", "habitants des villes", (68.2, 16.4, 71)),
        ("France", "habitants des campagnes", (91.3, 8.1, 44)),
        ("Normandie", "habitants des villes", (71.4, 13.7, 65)),
        ("Normandie", "habitants des campagnes", (93.2, 6.2, 41)),
    )
    for item, value in zip(("voiture", "vélo", "marche"), values, strict=True)
)
GRANTS = HEADER + "".join(
    f"2025,France,{group},,privations,{item},{value},percent,1500,multiple\n"
    for group, values in (("étudiants boursiers", (43, 25)), ("étudiants non boursiers", (33, 12)))
    for item, value in zip(("chauffage limité", "repas sautés"), values, strict=True)
)


def statuses(phare: Phare, tmp_path: Path, text: str, data: str) -> list[str]:
    (tmp_path / "page.md").write_text(f"# Enquête 2025\n\n{text}\n", encoding="utf-8")
    return [row["status"] for row in phare("verify page.md -f json", data=data).rows]


def test_a_word_whose_figures_are_those_of_one_group_is_a_name_of_it(phare: Phare, tmp_path: Path) -> None:
    text = (
        "En Normandie, 71,4 % des citadins prennent la voiture, et 13,7 % des citadins le vélo. "
        "La marche est citée par 60 % des citadins."
    )

    assert statuses(phare, tmp_path, text, TOWNS) == ["right", "right", "wrong"]


def test_what_is_compared_with_such_people_is_compared_with_their_group(phare: Phare, tmp_path: Path) -> None:
    text = (
        "En France, 68,2 % des citadins et 91,3 % des habitants des campagnes prennent la voiture. "
        "Les citadins sont moins nombreux que les habitants des campagnes à prendre la voiture."
    )

    assert statuses(phare, tmp_path, text, TOWNS) == ["right", "right", "right"]


@pytest.mark.parametrize(
    "text",
    [
        "En Normandie, 55 % des retraités prennent la voiture et 24 % des retraités le vélo.",
        "En Normandie, 65 % des retraités citent la marche.",
        "En Normandie, 71 % des retraités prennent la voiture et 6 % des retraités le vélo.",
    ],
    ids=["no figure of theirs", "one by chance", "of two groups"],
)
def test_people_whose_figures_are_of_no_one_group_stay_unknown(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    assert set(statuses(phare, tmp_path, text, TOWNS)) == {"unknown"}


def test_what_denies_a_word_tells_a_group_from_the_one_it_is_denied_of(phare: Phare, tmp_path: Path) -> None:
    text = (
        "43 % des boursiers limitent le chauffage, contre 33 % des non boursiers. "
        "Les repas sautés concernent 25 % des boursiers et 12 % des non-boursiers."
    )

    assert statuses(phare, tmp_path, text, GRANTS) == ["right"] * 4
