"""What takes up what was spoken of: "ces dernières", "have none", "in that period", "who do not"."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
Statuses = Callable[[dict[str, str], str], dict[str, str]]
BILLS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2022,England,renters,money,is behind on a bill,16,percent,3000,,multiple
2024,England,renters,money,is behind on a bill,25,percent,3000,,multiple
2024,England,owners,money,is behind on a bill,6,percent,3000,,multiple
2024,Kent,renters,money,is behind on a bill,45,percent,900,,multiple
2024,Kent,renters,money,has no savings,61,percent,900,,multiple
2024,England,renters,money,has no savings,48,percent,3000,,multiple
2024,Kent,owners,money,has no savings,17,percent,900,,multiple
2022,England,renters,money,uses an app,14,percent,3000,,multiple
2024,England,renters,money,uses an app,31,percent,3000,,multiple
2024,England,owners,money,uses an app,30,percent,3000,,multiple
"""
COMMUNES = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2024,France,villages,gestes,plan de sobriété,22,percent,3000,,multiple
2024,Bretagne,villages,gestes,plan de sobriété,41,percent,900,,multiple
2024,Corse,villages,gestes,plan de sobriété,9,percent,900,,multiple
2024,Corse,bourgs,gestes,plan de sobriété,52,percent,900,,multiple
2024,France,bourgs,gestes,plan de sobriété,36,percent,3000,,multiple
"""
LENT = "In Kent, renters are short of savings. "
IN_ENGLISH = {
    LENT + "61% have none at all, well above the national figure (48%).": "right right right",
    LENT + "53% have none at all.": "wrong",
    "In 2022, 14% of renters used an app. The share behind on a bill was 16% in that period.": "right right",
    "In 2022, 14% of renters used an app. The share behind on a bill was 25% in that period.": "right wrong",
    "The use of an app has more than doubled in England among renters: 31% use one.": "right right",
    "25% of English renters are behind on a bill. They are four times as likely as owners to be behind.": "right right",
    "25% of English renters are behind on a bill. They are ten times as likely as owners to be behind.": "right wrong",
}
PLANS = "En Bretagne, 41 % des villages ont un plan de sobriété, "
IN_FRENCH = {
    PLANS + "plus que ceux du pays tout entier (22 %).": "right overstated right",
    PLANS + "plus que ceux du pays tout entier (41 %).": "right overstated wrong",
    PLANS
    + "et 9 % de ceux de Corse. Ces derniers sont en retrait de la moyenne nationale.": "right right overstated",
    PLANS
    + "et 9 % de ceux de Corse. Ces derniers sont au-dessus de la moyenne nationale.": "right right wrong",
}
REASONS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2024,England,adults,reasons for not swimming,price,49,percent,3000,,multiple
2024,England,adults,reasons for not swimming,lack of time,31,percent,3000,,multiple
2024,England,adults,reasons for not swimming,cold water,12,percent,3000,,multiple
2024,England,nurses,reasons for not swimming,lack of time,64,percent,900,,multiple
2024,England,nurses,reasons for not swimming,price,20,percent,900,,multiple
2024,England,nurses,reasons for not swimming,cold water,9,percent,900,,multiple
"""
RAISONS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2024,France,retraités,raisons de ne pas nager,prix,49,percent,3000,,multiple
2024,France,retraités,raisons de ne pas nager,manque de temps,31,percent,3000,,multiple
2024,France,retraités,raisons de ne pas nager,eau froide,12,percent,3000,,multiple
"""
DENIED_IN_ENGLISH = {
    "Adults who do not swim mention the price (49%).": "right",
    "Adults who do not swim mention the price (51%).": "wrong",
    "Adults who never swim cite lack of time (31%).": "right",
    "Adults who never swim cite lack of time (69%).": "wrong",
    "Adults who do not mention the price (51%) may swim.": "right",
    "49% of adults mention the price. It is their leading reason, ahead of lack of time (31%) and cold water (12%).":
        "right right right right right",
    "31% of adults mention lack of time. It is their leading reason, ahead of price (49%) and cold water (12%).":
        "right wrong wrong right right",
}  # fmt: skip
DENIED_IN_FRENCH = {
    "Les retraités qui ne nagent pas citent le prix (49 %).": "right",
    "Les retraités qui ne nagent pas citent le prix (51 %).": "wrong",
    "49 % des retraités citent le prix. C'est leur première raison, "
    "devant le manque de temps (31 %) et l'eau froide (12 %).":
        "right right right right right",
}  # fmt: skip


@pytest.mark.parametrize(
    ("data", "pages"),
    [
        (BILLS, IN_ENGLISH),
        (COMMUNES, IN_FRENCH),
        (REASONS, DENIED_IN_ENGLISH),
        (RAISONS, DENIED_IN_FRENCH),
    ],
    ids=["en", "fr", "denied-en", "denied-fr"],
)
def test_what_takes_up_is_of_what_was_spoken_of(statuses: Statuses, data: str, pages: dict[str, str]) -> None:
    assert statuses(pages, data) == pages


def test_a_figure_alone_beside_a_place_is_ambiguous(phare: Phare, tmp_path: Path) -> None:
    page = (
        '# Money\n\n25% of English renters are behind on a bill.\n\nThe paper simply printed "Kent: 45%".\n'
    )
    (tmp_path / "page.md").write_text(page, encoding="utf-8")

    rows = phare("verify page.md -f json", data=BILLS).rows

    assert [row["status"] for row in rows] == ["right", "ambiguous"]
