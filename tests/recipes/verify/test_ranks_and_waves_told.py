"""Ranks of groups and of forms, a figure that has not moved since a wave, two answers as one, two comparisons."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
GARDENS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2021,England,owners,health,very good,34,percent,3000,,single
2024,England,owners,health,very good,40,percent,3000,,single
2024,England,owners,health,good,29,percent,3000,,single
2024,England,owners,health,poor,31,percent,3000,,single
2021,England,owners,gardens,grows beans,41,percent,3000,,multiple
2024,England,owners,gardens,grows beans,42,percent,3000,,multiple
2024,England,owners,gardens,keeps bees,12,percent,3000,,multiple
2024,England,tenants,gardens,grows beans,60,percent,3000,,multiple
2024,England,tenants,gardens,keeps bees,20,percent,3000,,multiple
2024,England,farmers,gardens,grows beans,75,percent,3000,,multiple
2024,England,farmers,gardens,keeps bees,70,percent,3000,,multiple
"""
JARDINS = """wave,region,stakeholder,indicator,item,value,unit,base,national,response
2021,France,propriétaires,gestes au jardin,récupère la pluie,41,percent,3000,,multiple
2024,France,propriétaires,gestes au jardin,récupère la pluie,42,percent,3000,,multiple
2024,France,propriétaires,gestes au jardin,composte,12,percent,3000,,multiple
2024,France,locataires,gestes au jardin,composte,20,percent,3000,,multiple
2024,Corse,locataires,gestes au jardin,composte,50,percent,3000,,multiple
2024,Bretagne,locataires,gestes au jardin,composte,30,percent,3000,,multiple
"""
IN_ENGLISH = {
    "Farmers come top of the three groups for growing beans.": "right",
    "Owners come top of the three groups for growing beans.": "wrong",
    "Farmers are the keenest growers of beans.": "right",
    "Owners are the keenest growers of beans.": "wrong",
    "Among owners, growing beans is the leading form of gardening.": "right",
    "Among owners, keeping bees is the leading form of gardening.": "wrong",
    "Growing beans is the owners' main action.": "right",
    "Farmers are the keenest growers of beans: 75% grow some, compared with 60% of tenants.": "right",
    "Farmers are the keenest growers of beans: 75% grow some, compared with 20% of tenants.": "wrong",
    "For owners, growing beans is the main action of gardens, with 42%.": "right",
    "Keeping bees is the owners' greatest need.": "wrong",
    "The share of owners who grow beans is stable since 2021 (42%).": "right",
    "The share who grow beans rose since 2021, from 41% of owners to 42%.": "right",
    "The share who grow beans rose since 2021, from 41% of owners to 49%.": "wrong",
    "Of owners, 69% rate their health as good or very good.": "right",
    "Of owners, 80% rate their health as good or very good.": "wrong",
}
IN_FRENCH = {
    "Chez les propriétaires, la récupération de la pluie est la première action.": "right",
    "Chez les propriétaires, composter est la première action.": "wrong",
    "Chez les propriétaires, récupérer la pluie est la principale forme de jardinage.": "right",
    "La part des propriétaires qui récupèrent la pluie est stable depuis 2021 (42 %).": "right",
    "La récupération de la pluie passe depuis 2021 de 41 % des propriétaires à 42 %.": "right",
    "La récupération de la pluie passe depuis 2021 de 41 % des propriétaires à 49 %.": "wrong",
    "Les locataires corses compostent bien plus que la moyenne nationale et plus qu'en Bretagne (30 %).": "right",
    "Les locataires corses compostent bien plus que la moyenne nationale et plus qu'en Bretagne (33 %).": "wrong",
}


@pytest.mark.parametrize(("data", "lines"), [(GARDENS, IN_ENGLISH), (JARDINS, IN_FRENCH)], ids=["en", "fr"])
def test_a_rank_and_a_wave_are_those_that_the_words_tell(
    phare: Phare, tmp_path: Path, data: str, lines: dict[str, str]
) -> None:
    (tmp_path / "page.md").write_text("\n\n".join(lines), encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    last = {row["line"]: row["status"] for row in rows if row["kind"] in ("order", "figure")}
    assert {line: last.get(1 + 2 * number) for number, line in enumerate(lines)} == lines
