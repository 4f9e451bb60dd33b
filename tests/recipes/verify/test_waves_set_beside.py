"""A wave told of a compared figure alone is no other sentence's, and a verb is where its own sentence is of."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
FR = """wave,region,stakeholder,indicator,item,value,base,in_national_sample
2024,France,habitants,Inquiétudes,Le logement,38.2,2400,
2026,France,habitants,Inquiétudes,Le logement,44.7,2400,
2024,Occitanie,habitants,Inquiétudes,Le logement,38.6,900,false
2026,Occitanie,habitants,Inquiétudes,Le logement,47.2,900,false
2024,Bretagne,habitants,Inquiétudes,Le logement,58.3,900,false
2026,Bretagne,habitants,Inquiétudes,Le logement,53.1,900,false
"""
EN = FR.replace("habitants", "residents").replace("Inquiétudes", "Worries").replace("Le logement", "Housing")
_FR = "En France, 44,7 % des habitants citent le logement"
_EN = "In France, 44.7% of residents cite housing"
NEXT_FR, NEXT_EN = (
    "En Occitanie, 47,2 % des habitants citent le logement.",
    "In Occitanie, 47.2% of residents cite housing.",
)
FRENCH_TAILS = (
    ", contre 38,2 % en 2024.",
    " (ils étaient 38,2 % en 2024).",
    " (38,2 % en 2024).",
    ", contre 38,2 % deux ans plus tôt.",
    ", contre seulement 38,2 % en 2024.",
    ", après 38,2 % en 2024.",
    " ; ils étaient 38,2 % en 2024.",
    ", alors qu'ils étaient 38,2 % en 2024.",
    " en 2026, contre 38,2 % en 2024.",
    ", contre 38,2 % il y a deux ans.",
)
ENGLISH_TAILS = (
    ", against 38.2% in 2024.",
    " (they were 38.2% in 2024).",
    " (38.2% in 2024).",
    ", against 38.2% two years earlier.",
    ", up from 38.2% in 2024.",
    ", compared with 38.2% in 2024.",
    "; they were 38.2% in 2024.",
    ", while they were 38.2% in 2024.",
    " in 2026, against 38.2% in 2024.",
    ", versus 38.2% two years ago.",
)
BOTH = {
    "En Occitanie, 47,2 % des habitants citent le logement, contre 38,6 % en 2024 et 44,7 % en France.": "right",
    "En Occitanie, 47,2 % des habitants citent le logement, contre 38,6 % en 2024 et 38,2 % en France.": "right",
    "En Occitanie, 47,2 % des habitants citent le logement, contre 38,6 % en 2024 et 50,2 % en France.": "wrong",
    "En Occitanie, 47,2 % des habitants citent le logement, contre 38,6 % deux ans avant et 44,7 % en France.": "right",
    _FR + ", contre 38,2 % en 2024. En Occitanie, 38,6 % des habitants citent le logement.": "ambiguous",
    _FR + ", contre 38,2 % en 2024. En Occitanie, 31,4 % des habitants citent le logement.": "wrong",
    "En 2024, 38,2 % des habitants citaient le logement. En Bretagne, ils étaient 58,3 % à citer le logement.": "right",
    "In Occitanie, 47.2% of residents cite housing, against 38.6% in 2024 and 44.7% in France.": "right",
    "In Occitanie, 47.2% of residents cite housing, against 38.6% in 2024 and 50.2% in France.": "wrong",
    _EN + ", against 38.2% in 2024. In Occitanie, 38.6% of residents cite housing.": "ambiguous",
    _EN + ", against 38.2% in 2024. In Occitanie, 31.4% of residents cite housing.": "wrong",
}
BRITTANY_FR = "En Bretagne, 53,1 % des habitants citent le logement."
BRITTANY_EN = "In Bretagne, 53.1% of residents cite housing."
CHANGES = {
    BRITTANY_FR + " Le logement progresse : 44,7 % des habitants le citent en France.": "France right",
    BRITTANY_FR + " Le logement progresse, cité par 44,7 % des Français.": "France right",
    BRITTANY_FR + " Le logement progresse chez les habitants en France.": "France right",
    BRITTANY_FR + " Le logement recule : 44,7 % des habitants le citent en France.": "France wrong",
    BRITTANY_FR + " Le logement progresse : en Occitanie, 47,2 % des habitants le citent.": "Occitanie right",
    BRITTANY_EN + " Housing is rising: 44.7% of residents cite it in France.": "France right",
    BRITTANY_EN + " Housing is falling: 44.7% of residents cite it in France.": "France wrong",
    BRITTANY_EN + " Housing is rising among residents in France.": "France right",
}


def verified(phare: Phare, text: str, tmp_path: Path, ending: str = "md") -> list[dict[str, Any]]:
    page = tmp_path / f"page.{ending}"
    page.write_text(text, encoding="utf-8")
    rows: list[dict[str, Any]] = phare(f"verify {page} -f json", data=EN if " of " in text else FR).rows
    return rows


@pytest.mark.parametrize(
    "text",
    [
        *(f"{_FR}{tail} {NEXT_FR}" for tail in FRENCH_TAILS),
        *(f"{_EN}{tail} {NEXT_EN}" for tail in ENGLISH_TAILS),
    ],
)
def test_the_wave_of_a_compared_figure_is_not_that_of_the_next_sentence(
    phare: Phare, text: str, tmp_path: Path
) -> None:
    last = verified(phare, text, tmp_path)[-1]

    assert (last["status"], last["region"], last["wave"]) == ("right", "Occitanie", "2026")


@pytest.mark.parametrize("text", [f"{_FR}{FRENCH_TAILS[0]} {NEXT_FR}", f"{_EN}{ENGLISH_TAILS[0]} {NEXT_EN}"])
def test_nor_is_it_on_a_page_of_html(phare: Phare, text: str, tmp_path: Path) -> None:
    last = verified(phare, f"<h1>2026</h1><p>{text}</p>", tmp_path, "html")[-1]

    assert (last["status"], last["wave"]) == ("right", "2026")


@pytest.mark.parametrize(("text", "status"), BOTH.items())
def test_a_figure_that_may_be_of_either_wave_is_wrong_of_both_alone(
    phare: Phare, text: str, status: str, tmp_path: Path
) -> None:
    assert verified(phare, text, tmp_path)[-1]["status"] == status


@pytest.mark.parametrize(("text", "told"), CHANGES.items())
def test_a_change_is_where_its_own_sentence_is_of(phare: Phare, text: str, told: str, tmp_path: Path) -> None:
    change = next(each for each in verified(phare, text, tmp_path) if each["kind"] == "change")

    assert f"{change['region']} {change['status']}" == told
