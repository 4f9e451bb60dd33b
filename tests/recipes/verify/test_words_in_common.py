"""Words that several figures or groups have in common: a noun, a way between two figures, a table's words above."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
CLUBS = """wave,region,stakeholder,indicator,item,value,unit,base
2022,France,clubs ruraux,vie des clubs,refuse des inscriptions,20,percent,800
2022,France,clubs urbains,vie des clubs,refuse des inscriptions,41,percent,800
2024,France,clubs ruraux,vie des clubs,refuse des inscriptions,26,percent,900
2024,France,clubs urbains,vie des clubs,refuse des inscriptions,47,percent,900
2024,France,agents du secteur public,vie des clubs,refuse des inscriptions,12,percent,900
2024,France,agents du secteur privé,vie des clubs,refuse des inscriptions,34,percent,900
2024,Corse,clubs ruraux,vie des clubs,refuse des inscriptions,21,percent,300
"""
FARMS = """wave,region,stakeholder,indicator,item,value,unit,base
2022,Wales,small farms,farm life,sells at the gate,20,percent,800
2022,Wales,medium-sized farms,farm life,sells at the gate,41,percent,800
2024,Wales,small farms,farm life,sells at the gate,26,percent,900
2024,Wales,medium-sized farms,farm life,sells at the gate,47,percent,900
2024,Wales,small farms,farm life,cannot find a vet,38,percent,900
2024,Wales,medium-sized farms,farm life,cannot find a vet,27,percent,900
2024,Wales,medium-sized farms,farm life,can borrow,70,percent,900
"""
IN_FRENCH = {
    "Les clubs ruraux et urbains sont respectivement 26 % et 47 % à refuser des inscriptions.": "right",
    "Les clubs ruraux et urbains sont respectivement 26 % et 53 % à refuser des inscriptions.": "wrong",
    "47 % des clubs ruraux et urbains refusent des inscriptions.": "ambiguous",
    "26 % des clubs ruraux et des clubs urbains refusent des inscriptions.": "ambiguous",
    "26 % des dirigeants de clubs ruraux refusent des inscriptions.": "right",
    "47 % des responsables de clubs ruraux refusent des inscriptions.": "wrong",
    "34 % des agents du privé refusent des inscriptions.": "right",
    "12 % des agents du privé refusent des inscriptions.": "wrong",
    "Les inscriptions refusées sont passées de 20 % à 26 % chez les clubs ruraux et de 41 % à 47 % chez les urbains.": (
        "right"
    ),
    "26 % des clubs ruraux et 47 % des clubs urbains refusent des inscriptions ; les ruraux de Corse sont 5 points "
    "derrière.": "right",
}
IN_ENGLISH = {
    "Respectively 26% and 47% of small and medium-sized farms sell at the gate.": "right",
    "Respectively 26% and 53% of small and medium-sized farms sell at the gate.": "wrong",
    "26% of small and medium-sized farms sell at the gate.": "ambiguous",
    "Selling at the gate went from 41% to 47% among medium-sized farms.": "right",
    "Small farms changed since 2022, when 20% sold at the gate. At that time 41% of medium-sized ones did.": "right",
    "In 2024, 70% of medium-sized farms can borrow. In 2022, 55% could.": "unknown",
    "38% of small farms could not find a vet.": "right",
    "62% of small farms could not find a vet.": "wrong",
    "30% of medium-sized farms cannot borrow.": "right",
    "70% of medium-sized farms cannot borrow.": "wrong",
}


def last_statuses(phare: Phare, folder: Path, lines: dict[str, str], data: str) -> dict[str, str]:
    (folder / "page.md").write_text("\n\n".join(lines), encoding="utf-8")
    last = {row["line"]: row["status"] for row in phare("verify page.md -f json", data=data).rows}
    return {line: last.get(1 + 2 * number, "no claim") for number, line in enumerate(lines)}


@pytest.mark.parametrize(("data", "lines"), [(CLUBS, IN_FRENCH), (FARMS, IN_ENGLISH)], ids=["fr", "en"])
def test_words_in_common_are_those_of_each(
    phare: Phare, tmp_path: Path, data: str, lines: dict[str, str]
) -> None:
    assert last_statuses(phare, tmp_path, lines, data) == lines


@pytest.mark.parametrize(
    ("above", "statuses"),
    [
        ("Do small and medium-sized farms sell at the gate?", ["right", "wrong"]),
        (
            "# Farms that can borrow\n\nDo small and medium-sized farms sell at the gate?",
            ["right", "unknown"],
        ),
        ("# Who sells at the gate\n\nWho can borrow was asked as well.", ["right", "unknown"]),
    ],
)
def test_a_table_is_of_what_the_words_above_it_ask(
    phare: Phare, tmp_path: Path, above: str, statuses: list[str]
) -> None:
    table = "| | 2022 | 2024 |\n|---|---|---|\n| Small farms | 20% | 62% |\n"
    (tmp_path / "page.md").write_text(f"{above}\n\n{table}", encoding="utf-8")

    rows = phare("verify page.md -f json", data=FARMS).rows

    assert [row["status"] for row in rows] == statuses
