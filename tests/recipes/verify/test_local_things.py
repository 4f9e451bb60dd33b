"""“Local” is an answer to on which scale, and none where it only says which people or things are meant."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("En PACA, 70 % des citoyens, acteurs locaux, croient aux alliances.", "alliances"),
        ("En PACA, le réseau régional des alliances convainc 70 % des citoyens.", "alliances"),
        ("In PACA, do local players believe in alliances? Citizens stand at 70%.", "alliances"),
        ("Employment is seen as a local fragility by 57% of citizens in PACA.", "employment"),
        ("En France, 47 % des associations engagées agissent à l'échelle régionale.", "regional"),
        ("En France, les partenariats des associations sont d'abord régionaux (47 %).", "regional"),
        ("In France, 43% of engaged associations have partners at local level.", "local"),
    ],
)
def test_an_adjective_of_scale_names_an_answer_where_no_other_matter_is_qualified(
    phare: Phare, tmp_path: Path, text: str, item: str
) -> None:
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json").rows

    assert [(row["item"], row["status"]) for row in rows] == [(item, "right")]


@pytest.mark.parametrize("size", ["a little above", "slightly higher than"])
def test_how_large_a_gap_is_names_no_answer(phare: Phare, tmp_path: Path, size: str) -> None:
    head = "wave,region,stakeholder,indicator,item,value,unit,base,national,response\n"
    rows = [
        f"2024,{place},pupils,{asked},{item},{value},percent,900,,multiple"
        for place, more in (("Wales", 0), ("Cardiff", 2))
        for asked, item, value in (
            ("library", "has a library card", 33 + more),
            ("reading", "enjoys it a little", 41 + more),
            ("reading", "enjoys it a lot", 21 + more),
        )
    ]
    text = (
        f"In Cardiff, 35% of pupils have a library card. The share is 35%, {size} the Welsh average (33%).\n"
    )
    (tmp_path / "page.md").write_text(text, encoding="utf-8")

    found = phare("verify page.md -f json", data=head + "\n".join(rows) + "\n").rows

    assert {row["item"] for row in found} == {"has a library card"}
