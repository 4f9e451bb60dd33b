"""A mean or a median is told as a person tells it: the mean rating of the service is 6.5/10 among citizens."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,unit,standard_error,base\n"


def rated(indicator: str, item: str = "mean", unit: str = "score/10") -> str:
    return HEADER + "".join(
        f"{place},{group},{indicator},{item},{value},{unit},0.1,400\n"
        for place in ("PACA", "France")
        for group, value in (("citizens", 6.5), ("mayors", 7))
    )


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            rated("Note de la vie locale"),
            "En Provence-Alpes-Côte d’Azur, la note moyenne de la vie locale est de 6,5/10 parmi les citoyens et "
            "7,0/10 parmi les maires.",
        ),
        (rated("Vie locale"), ", la moyenne de « Vie locale » est de 6,5/10 parmi les citoyens et"),
        (
            rated("loyer (median)", "median", "euros"),
            ", la médiane de « loyer » est de 6,5 euros parmi les citoyens",
        ),
        (rated("Score d'ancrage"), ", le score moyen d'ancrage est de 6,5/10 parmi les citoyens et"),
    ],
)
def test_a_mean_opens_a_page_in_a_sentence(phare: Phare, data: str, said: str) -> None:
    page = phare("report -r PACA --lang fr -f markdown", data=data).out

    assert said in page.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_mean_takes_the_form_of_its_question(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("kind,id,fr,of_fr\nindicator,vie,Vie locale,de la vie locale\n")

    said = phare("compare -r PACA --sentences --lang fr --codebook own.csv", data=rated("vie")).out

    assert (
        "En Provence-Alpes-Côte d’Azur, la moyenne de la vie locale est de 6,5/10 parmi les citoyens, contre"
        in (said.replace("\u00a0", " "))
    )


def test_a_mean_is_told_so_in_english(phare: Phare) -> None:
    said = phare("compare -r PACA --sentences", data=rated("Rating of the service")).out

    assert "the mean rating of the service is 6.5/10 among citizens, against 6.5/10 in France" in said
