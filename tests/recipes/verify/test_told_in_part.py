"""People, waves, scores and rows that words tell in part: "bretons en emploi", "up on 2019", "1,000 or more"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
CARERS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2020,Bretagne,aidants en emploi,santé des aidants,isolement,12,percent,900,,multiple
2024,Bretagne,aidants en emploi,santé des aidants,isolement,28,percent,900,,multiple
2024,Bretagne,aidants en emploi,repérage des aidants,repérage systématique,61,percent,900,,multiple
2020,Bretagne,aidants retraités,santé des aidants,isolement,22,percent,900,,multiple
2024,Bretagne,aidants retraités,santé des aidants,isolement,33,percent,900,,multiple
2020,France,aidants retraités,santé des aidants,isolement,16,percent,3000,,multiple
2024,France,aidants retraités,santé des aidants,isolement,17,percent,3000,,multiple
"""
SCHOOLS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2019,England,teachers,working life,plans to leave,29,percent,3000,,multiple
2024,England,teachers,working life,plans to leave,36,percent,3000,,multiple
2019,London,teachers,working life,plans to leave,35,percent,900,,multiple
2024,London,teachers,working life,plans to leave,49,percent,900,,multiple
2024,London,teachers,complaints,noisy rooms,60,percent,900,,multiple
2024,London,teachers,complaints,poor pay,26,percent,900,,multiple
2024,London,teachers,complaints,cold meals,25,percent,900,,multiple
2024,London,teachers,job satisfaction,overall score,5.5,score,900,,
"""
IN_FRENCH = {
    "En 2024, l'isolement est fréquent. Il concerne 28 % des aidants bretons en emploi.": "right",
    "En 2024, l'isolement est fréquent. Il concerne 31 % des aidants bretons en emploi.": "wrong",
    "L'isolement progresse depuis 2020. Les aidants retraités sont 33 % à l'avoir fait, contre 17 % en France.":
        "ambiguous right right",
    "Chez les aidants retraités, un Breton sur trois est isolé.": "right",
}  # fmt: skip
IN_ENGLISH = {
    "49% of teachers plan to leave, up on 2019 and far more than the national average (36%).":
        "right right right right",
    "60% of teachers mention noisy rooms, while poor pay and cold meals are cited by 26% and 25% respectively.":
        "right right right",
    "How do teachers rate their job? They give it 5.5 out of 10.": "right",
    "How do teachers rate their job? They give it 6.5 out of 10.": "wrong",
    '"We are at 36% and climbing," a head said of plans to leave.': "ambiguous ambiguous",
}  # fmt: skip


PAGES = [
    *(("# Les aidants de Bretagne", CARERS, text, told) for text, told in IN_FRENCH.items()),
    *(("# Teaching in London", SCHOOLS, text, told) for text, told in IN_ENGLISH.items()),
]


@pytest.mark.parametrize(("title", "data", "text", "told"), PAGES)
def test_what_words_tell_in_part_is_read_with_what_stands_beside(
    phare: Phare, tmp_path: Path, title: str, data: str, text: str, told: str
) -> None:
    (tmp_path / "page.md").write_text(f"{title}\n\n{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    assert " ".join(row["status"] for row in rows) == told


@pytest.mark.parametrize(
    "text",
    [
        "In France, 49% of companies with 1,000 or more are engaged in partnerships.",
        "En France, 49 % des entreprises de 1 000 et plus sont engagées dans un partenariat.",
        "In 2011, 21% of companies were engaged. By 2015-2016 the share had risen to 37%, and to nearly half among "
        "companies with 1,000 or more employees.",
    ],
)
def test_a_part_is_told_by_its_size_and_led_to_by_its_own_figure_alone(
    phare: Phare, tmp_path: Path, text: str
) -> None:
    (tmp_path / "page.md").write_text(f"# Partnerships in France\n\n{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json").rows

    assert {row["status"] for row in rows if row["kind"] == "figure"} == {"right"}


def test_a_kind_of_towns_that_a_group_lives_in_is_no_place_of_several(phare: Phare, tmp_path: Path) -> None:
    head = "wave,region,stakeholder,indicator,item,value,unit,base,national,response\n"
    groups = {
        "habitants des communes rurales": 91,
        "habitants des villes moyennes": 78,
        "habitants des métropoles": 52,
    }
    data = [
        f"2024,{place},{group},déplacements,voiture individuelle,{value + more},percent,900,,multiple"
        for place, more in (("France", 0), ("Corse", 4))
        for group, value in groups.items()
    ]
    text = (
        "En France, 91 % des habitants des communes rurales utilisent une voiture individuelle, contre 78 % dans les "
        "villes moyennes et 52 % dans les métropoles."
    )
    (tmp_path / "page.md").write_text(f"# Se déplacer\n\n{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=head + "\n".join(data) + "\n").rows

    assert [(row["region"], row["status"]) for row in rows] == [("France", "right")] * 3
