"""French orders: what comes first, what it comes before, and what tells an amount alone."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = """\
wave,region,stakeholder,segment,indicator,item,value,unit,base,response
2024,France,danseurs,,freins,le prix des cours,48,percent,1500,multiple
2024,France,danseurs,,freins,le bruit des voisins,31,percent,1500,multiple
2024,France,danseurs,,freins,"la fatigue (jambes, dos)",12,percent,1500,multiple
2024,France,danseurs,,parcours,met plus d'une heure pour venir,22,percent,1500,multiple
2024,France,chanteurs,,freins,le prix des cours,35,percent,1500,multiple
2024,France,chanteurs,,freins,le bruit des voisins,52,percent,1500,multiple
2024,France,chanteurs,,freins,"la fatigue (jambes, dos)",9,percent,1500,multiple
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chez les danseurs, c'est le prix des cours qui l'emporte.", [("order", "right")]),
        ("Chez les chanteurs, c'est le prix des cours qui l'emporte.", [("order", "wrong")]),
        (
            "48 % des danseurs redoutent le prix des cours, bien avant le bruit des voisins.",
            [("figure", "right"), ("order", "right")],
        ),
        (
            "Le bruit des voisins arrête 31 % des danseurs. C'est le premier frein, devant le prix des cours.",
            [("figure", "right"), ("order", "wrong"), ("order", "wrong")],
        ),
        ("La fatigue retient 12 % des danseurs.", [("figure", "right")]),
        ("Le trajet dépasse une heure pour 22 % des danseurs.", [("figure", "right")]),
    ],
)
def test_what_comes_first_and_before_another_is_told(
    phare: Phare, tmp_path: Path, text: str, told: list[tuple[str, str]]
) -> None:
    (tmp_path / "page.md").write_text(f"# Danser et chanter en France\n\n{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=DATA).rows

    assert [(row["kind"], row["status"]) for row in rows] == told


def test_degrees_of_one_answer_share_its_figures_out(phare: Phare, tmp_path: Path) -> None:
    data = DATA.split("\n")[0] + "".join(
        f"\n2024,France,femmes,,plaisir,{item} de lire,{value},percent,900,single"
        for item, value in (
            ("très heureux", 12),
            ("assez heureux", 30),
            ("peu heureux", 40),
            ("pas heureux", 18),
        )
    )
    text = "12 % et 30 % des femmes sont très ou assez heureuses de lire.\n"
    (tmp_path / "page.md").write_text(f"# Lire en France\n\n{text}", encoding="utf-8")

    assert [row["status"] for row in phare("verify page.md -f json", data=data).rows] == ["right", "right"]
