"""Who lives in the nation is read as they are beside a region too: "contre 45 % des Français" is of France."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """region,stakeholder,indicator,item,value,base,in_national_sample
France,habitants,Inquiétudes,Le logement,44.7,2400,
Bretagne,habitants,Inquiétudes,Le logement,18.8,900,false
Bretagne,associations,Inquiétudes,Le logement,61.2,300,false
France,associations,Inquiétudes,Le logement,52.4,700,
"""
EN = (
    FR.replace("habitants", "residents")
    .replace("Inquiétudes", "Worries")
    .replace("Le logement", "Housing")
    .replace("France", "Great Britain")
    .replace("Bretagne", "Wales")
)
IN_FRENCH = {
    "Seuls 18,8 % des Bretons citent le logement, contre 44,7 % des Français.": "Bretagne France",
    "En Bretagne, 18,8 % des habitants citent le logement, contre 44,7 % des Français.": "Bretagne France",
    "En Bretagne, 18,8 % des habitants citent le logement, quand 44,7 % des Français le font.": "Bretagne France",
    "En Bretagne, 18,8 % des habitants citent le logement. Les Français sont 44,7 %.": "Bretagne France",
    "En Bretagne, 18,8 % des habitants citent le logement, et 44,7 % des Français.": "Bretagne France",
    "Les Bretons (18,8 %) citent moins le logement que les Français (44,7 %).": "Bretagne France",
    "18,8 % des Bretons citent le logement. Chez les Français, ils sont 44,7 %.": "Bretagne France",
    "44,7 % des Français citent le logement, contre 18,8 % des Bretons.": "France Bretagne",
    "En Bretagne, 61,2 % des associations citent le logement, et 44,7 % des Français.": "Bretagne France",
    "18,8 % des Français de Bretagne citent le logement.": "Bretagne",
}
IN_ENGLISH = {
    "Only 18.8% of the Welsh cite housing, against 44.7% of Britons.": "Wales Great Britain",
    "In Wales, 18.8% of residents cite housing, against 44.7% of Britons.": "Wales Great Britain",
    "In Wales, 18.8% of residents cite housing, while 44.7% of British people do.": "Wales Great Britain",
    "In Wales, 18.8% of residents cite housing, compared with 44.7% of British residents.": "Wales Great Britain",
    "In Wales, 18.8% of residents cite housing, and 44.7% of Britons.": "Wales Great Britain",
    "In Wales, 18.8% of residents cite housing. Britons stand at 44.7%.": "Wales Great Britain",
    "In Wales, 18.8% of residents cite housing. Among Britons, 44.7% do.": "Wales Great Britain",
    "44.7% of Britons cite housing, against 18.8% of the Welsh.": "Great Britain Wales",
    "The Welsh (18.8%) cite housing less than Britons (44.7%).": "Wales Great Britain",
    "In Wales, 61.2% of associations cite housing, and 44.7% of Britons.": "Wales Great Britain",
}


@pytest.mark.parametrize(
    ("data", "text", "regions"),
    [
        *((FR, text, regions) for text, regions in IN_FRENCH.items()),
        *((EN, text, regions) for text, regions in IN_ENGLISH.items()),
    ],
)
def test_the_people_of_the_nation_are_its_own_beside_a_region(
    phare: Phare, data: str, text: str, regions: str, tmp_path: Path
) -> None:
    page = tmp_path / "page.md"
    page.write_text(text, encoding="utf-8")

    rows = [each for each in phare(f"verify {page} -f json", data=data).rows if each["kind"] == "figure"]

    assert {each["status"] for each in rows} == {"right"}
    assert " ".join(each["region"] for each in rows) == regions


def test_no_figure_of_the_nation_is_corrected_to_that_of_a_region(phare: Phare, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "En Bretagne, 18,8 % des habitants citent le logement, contre 44,7 % des Français.\n",
        encoding="utf-8",
    )
    before = page.read_bytes()

    phare(f"verify {page} --fix", data=FR)

    assert page.read_bytes() == before
