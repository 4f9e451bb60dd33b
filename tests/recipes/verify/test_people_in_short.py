"""People who are called by part of their name, in a fraction, in the head of a table or beside what they are about."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HOMES = """wave,region,stakeholder,indicator,item,value,unit,base
2024,France,ménages locataires,logement,prévoit des travaux,44,percent,900
2024,France,ménages propriétaires,logement,prévoit des travaux,10,percent,900
2024,Corse,ménages locataires,logement,prévoit des travaux,28,percent,300
2024,France,ménages propriétaires,logement,accueille un apprenti,31,percent,900
2024,France,apprentis,logement,accueille un apprenti,3,percent,900
2024,France,médecins généralistes,logement,prévoit des travaux,71,percent,400
2024,France,médecins généralistes,logement,refuse de nouveaux apprentis,62,percent,400
2024,France,apprentis,logement,refuse de nouveaux apprentis,7,percent,900
"""
SHOPS = """wave,region,stakeholder,indicator,item,value,unit,base
2024,England,small shops,staff,takes on an apprentice,44,percent,900
2024,England,large shops,staff,takes on an apprentice,81,percent,300
2024,Kent,small shops,staff,takes on an apprentice,28,percent,300
2024,England,small shops,staff,refuses new apprentices,12,percent,900
2024,England,apprentices,staff,refuses new apprentices,5,percent,700
2024,England,apprentices,staff,takes on an apprentice,2,percent,700
2024,England,apprentices,staff,plans to leave,35,percent,700
2024,England,large shops,staff,plans to leave,9,percent,300
"""
IN_FRENCH = {
    "Plus de quatre locataires sur dix (44 %) prévoient des travaux.": "right",
    "Plus de quatre locataires sur dix (49 %) prévoient des travaux.": "wrong",
    "Des travaux sont prévus par un propriétaire sur dix.": "right",
    "Des travaux sont prévus par un propriétaire sur deux.": "wrong",
    "En France, 71 % des généralistes prévoient des travaux.": "right",
    "En France, 53 % des généralistes prévoient des travaux.": "wrong",
    "31 % des propriétaires accueillent un apprenti.": "right",
    "53 % des propriétaires accueillent un apprenti.": "wrong",
    "62 % des généralistes refusent de nouveaux apprentis.": "right",
    "53 % des généralistes refusent de nouveaux apprentis.": "wrong",
    "Plus d'un locataire sur quatre (28 %) de Corse prévoit des travaux.": "right",
    "Plus d'un locataire sur quatre (29 %) en Corse prévoit des travaux.": "wrong",
    "Plus d'un locataire sur quatre (28 %) en France prévoit des travaux.": "wrong",
    "44 % des ménages locataires ont prévu des travaux.": "right",
}
IN_ENGLISH = {
    "44% of small shops take on an apprentice.": "right",
    "53% of small shops take on an apprentice.": "wrong",
    "In England, 81% of large shops took on an apprentice.": "right",
    "12% of small shops are refusing new apprentices.": "right",
    "53% of small shops are refusing new apprentices.": "wrong",
    "More than one small shop in four (28%) in Kent takes on an apprentice.": "right",
    "More than one small shop in four (29%) in Kent takes on an apprentice.": "wrong",
    "More than two small shops in five (44%) across England take on an apprentice.": "right",
    "Apprentices keep their distance from large shops, 9% of whom plan to leave.": "right",
    "Small shops are fewer to plan to leave than apprentices, 35% of whom do.": "right",
    "Small shops are fewer to plan to leave than apprentices, 53% of whom do.": "wrong",
}
SHIPPED = {
    "In France, the share engaged in a partnership is 53% among employer associations.": "right",
    "In France, the share engaged in a partnership is 37% among employer associations.": "wrong",
    "In France, poverty is a concern for 55% of employer associations.": "right",
    "In France, poverty is a concern for 65% of employer associations.": "wrong",
    "French associations work at regional level (47%), 43% locally, 22% nationally and 4% internationally.": "right",
    "French associations work at regional level (47%), 43% locally, 31% nationally and 9% internationally.": "wrong",
    "Between 2018 and 2022, 74% of French citizens put alliances forward as a source of innovation.": "right",
    "Between 2018 and 2022, 69% of French citizens put alliances forward as a source of innovation.": "wrong",
    "From 2018 to 2022, 97% of French associations put alliances forward as a source of innovation.": "right",
    "From 2018 to 2022, 86% of French associations put alliances forward as a source of innovation.": "wrong",
}


def last_statuses(phare: Phare, folder: Path, lines: dict[str, str], data: str | None) -> dict[str, str]:
    (folder / "page.md").write_text("\n\n".join(lines), encoding="utf-8")
    rows = phare("verify page.md -f json", **({"data": data} if data else {})).rows
    last = {row["line"]: row["status"] for row in rows if row["kind"] == "figure"}
    return {line: last.get(1 + 2 * number, "no claim") for number, line in enumerate(lines)}


@pytest.mark.parametrize(
    ("data", "lines"), [(HOMES, IN_FRENCH), (SHOPS, IN_ENGLISH), (None, SHIPPED)], ids=["fr", "en", "shipped"]
)
def test_people_are_known_by_what_tells_them_from_the_others(
    phare: Phare, tmp_path: Path, data: str | None, lines: dict[str, str]
) -> None:
    assert last_statuses(phare, tmp_path, lines, data) == lines


def test_the_head_of_a_column_may_be_what_tells_a_group_from_its_like(phare: Phare, tmp_path: Path) -> None:
    table = ("| England | Small | Large |", "|---|---|---|", "| Take on an apprentice | 44% | 53% |")
    (tmp_path / "page.md").write_text("\n".join(table), encoding="utf-8")

    rows = phare("verify page.md -f json", data=SHOPS).rows

    assert [row["status"] for row in rows] == ["right", "wrong"]
