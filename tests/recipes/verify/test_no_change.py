"""Words that only look like a change: a particle, what people grow, what they believed; and where a change ends."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "wave,region,stakeholder,indicator,item,value,base\n"
    "2020,Kent,flat owners,Saving energy,Turn the radiators down,30,900\n"
    "2024,Kent,flat owners,Saving energy,Turn the radiators down,42,900\n"
    "2020,Kent,flat owners,Saving energy,Insulate walls,31,900\n"
    "2024,Kent,flat owners,Saving energy,Insulate walls,20,900\n"
    "2020,Kent,tenant families,Saving energy,Insulate walls,12,700\n"
    "2024,Kent,tenant families,Saving energy,Insulate walls,25,700\n"
)
FRENCH = (
    DATA.replace("flat owners", "citadins")
    .replace("tenant families", "ruraux")
    .replace("Turn the radiators down", "Baisser le chauffage")
    .replace("Insulate walls", "Isoler les murs")
    .replace("Saving energy", "Économies d'énergie")
)


@pytest.mark.parametrize(
    ("data", "text", "expected"),
    [
        (
            DATA,
            "In 2024, 42% of flat owners turned the radiators down, 12 points more than in 2020.",
            [("figure", "right"), ("change", "right")],
        ),
        (
            DATA,
            "In 2024, 42% of flat owners said they had turned them down. 20% of flat owners insulate walls.",
            [("figure", "right"), ("figure", "right")],
        ),
        (DATA, "In 2024, 18% of flat owners grew some of their vegetables.", [("figure", "unknown")]),
        (
            DATA,
            "42% of flat owners turn the radiators down in 2024, and 20% insulate walls, down from 31% in 2020.",
            [("figure", "right"), ("figure", "right"), ("change", "right"), ("figure", "right")],
        ),
        (
            DATA,
            "In Kent, 20% of flat owners insulate walls. Among tenants, the share has risen by 13 points since 2020.",
            [("figure", "right"), ("change", "right")],
        ),
        (
            FRENCH,
            "En 2020, 31 % des citadins isolaient les murs. Sur la même période, chez les ruraux, l'isolation des murs "
            "a bondi de 13 points, à 25 %.",
            [("figure", "right"), ("change", "right"), ("figure", "right")],
        ),
        (
            FRENCH,
            "20 % des citadins isolent les murs : l'auteur l'a cru.",
            [("figure", "right")],
        ),
    ],
)
def test_what_is_no_change_is_none(
    phare: Phare, data: str, text: str, expected: list[tuple[str, str]], tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(f"# Kent\n\n{text}\n", encoding="utf-8")

    rows = phare(f"verify {page} -f json", data=data).rows

    assert [(row["kind"], row["status"]) for row in rows] == expected


@pytest.mark.parametrize("words", ["share that belief", "hold that view", "are of that opinion"])
def test_what_is_shared_is_what_was_told(phare: Phare, words: str, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        f"In Kent in 2024, 42% of flat owners turn the radiators down. Only 8% of flat owners {words}.\n",
        encoding="utf-8",
    )

    rows = phare(f"verify {page} -f json", data=DATA).rows

    assert [row["item"] for row in rows] == ["Turn the radiators down"] * 2


def test_clear_of_is_a_comparison(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("In Kent in 2024, 25% of tenant families insulate walls, clear of flat owners.\n")

    rows = phare(f"verify {page} -f json", data=DATA).rows

    assert [row["kind"] for row in rows] == ["figure", "comparison"]
