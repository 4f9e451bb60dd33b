"""Whom "the former" and "the latter" stand for alone, and other words that rank, move and rate."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,response\n"
CAMPEURS = HEAD + "".join(
    f"{wave},France,{group},griefs,{item},{value},percent,1500,multiple\n"
    for wave, group, item, value in (
        (2020, "campeurs", "sanitaires sales", 61),
        (2020, "campeurs", "voisins bruyants", 40),
        (2020, "caravaniers", "sanitaires sales", 22),
        (2020, "caravaniers", "voisins bruyants", 38),
        (2024, "campeurs", "sanitaires sales", 47),
        (2024, "campeurs", "voisins bruyants", 31),
        (2024, "caravaniers", "sanitaires sales", 20),
        (2024, "caravaniers", "voisins bruyants", 50),
    )
)
CAMPERS = HEAD + "".join(
    f"2024,Wales,{group},{indicator},{item},{value},{unit},{base},{response}\n"
    for group, base in (("campers", 1200), ("dwellers in small towns", 800))
    for indicator, item, unit, response, value in (
        ("worries", "storms", "percent", "multiple", 60 if base == 1200 else 52),
        ("worries", "the price of a pitch", "percent", "multiple", 72 if base == 1200 else 30),
        ("satisfaction", "overall mark", "score/10", "", 8.4 if base == 1200 else 7.1),
    )
)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "31 % des campeurs et 50 % des caravaniers parlent des voisins bruyants. Les seconds sont donc plus "
            "nombreux que les premiers.",
            [("31 %", "right"), ("50 %", "right"), ("plus nombreux que les premiers", "right")],
        ),
        (
            "31 % des campeurs et 50 % des caravaniers parlent des voisins bruyants. Les premiers sont plus "
            "nombreux que les caravaniers.",
            [("31 %", "right"), ("50 %", "right"), ("plus nombreux que les caravaniers", "wrong")],
        ),
        (
            "La saleté des sanitaires l'est pour 47 % des campeurs, le voisinage bruyant pour 31 %.",
            [("47 %", "right"), ("31 %", "right")],
        ),
        (
            "La première doléance des campeurs, ce sont les sanitaires sales.",
            [("La première doléance", "right")],
        ),
        (
            "Chez les campeurs, la critique des sanitaires sales est en net recul : 47 % en 2024.",
            [("en net recul", "right"), ("47 %", "right")],
        ),
        (
            "47 % des campeurs parlent des sanitaires sales, loin devant les premiers voisins bruyants.",
            [("47 %", "right"), ("loin devant les premiers voisins bruyants", "right")],
        ),
    ],
)
def test_who_is_named_in_turn_is_known_in_french(
    phare: Phare, tmp_path: Path, text: str, told: list[tuple[str, str]]
) -> None:
    (tmp_path / "page.md").write_text(f"# Camper en France\n\n{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=CAMPEURS).rows

    assert [(row["text"], row["status"]) for row in rows] == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Who fears what? We asked 1,200 campers and 790 dwellers in small towns in Wales.",
            [("1,200 campers", "right"), ("790 dwellers in small towns", "wrong")],
        ),
        (
            "Campers gave their stay 8.4 out of 10; dwellers in small towns gave theirs 7.5.",
            [("8.4 out of 10", "right"), ("7.5", "wrong")],
        ),
        (
            "Campers gave their pilot 8.4 out of 10.",
            [],
        ),
        (
            "60% of campers worry about storms. What a pitch will cost them still comes before storms: 72% name it.",
            [("60%", "right"), ("before storms", "right"), ("72%", "right")],
        ),
        (
            "By 2030, 80% of campers will worry about storms.",
            [],
        ),
    ],
)
def test_what_is_rated_and_ranked_is_known_in_english(
    phare: Phare, tmp_path: Path, text: str, told: list[tuple[str, str]]
) -> None:
    (tmp_path / "page.md").write_text(f"# Camping in Wales\n\n{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=CAMPERS).rows

    assert [(row["text"], row["status"]) for row in rows] == told
