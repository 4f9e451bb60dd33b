"""How to read a table is told on a figure that stands in it, as a person would say it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,response,whole,in_national_sample\n"
PLACE = HEADER + "".join(
    f"S,{wave},{region},residents,worries,{item},{value},{base},single,City,{said}\n"
    for wave in (2020, 2024)
    for region, base, said in (("City", 900, ""), ("North", 300, "yes"))
    for item, value in (("air", wave / 2020 * 30), ("soil", 20))
)


def read(page: Any, label: str) -> list[str]:
    lines = page.out.replace("\u00a0", " ").replace("\u202f", " ").split("\n")
    return [line.removeprefix(label) for line in lines if line.startswith(label)]


@pytest.mark.parametrize(
    ("language", "label", "said"),
    [
        ("en", "How to read it: ", "30% of residents answer “air” to “worries” (North, 2024)"),
        ("fr", "Lecture : ", "30 % des residents répondent « air » à la question « worries » (North, 2024)"),
    ],
)  # fmt: skip
def test_a_place_without_a_form_is_named_at_the_end_with_the_newest_wave(
    phare: Phare, language: str, label: str, said: str
) -> None:
    of_table, of_comparison = read(phare(f"report -r North --lang {language}", data=PLACE), label)

    assert of_table == f"{said}."
    assert of_comparison.startswith(said)


def test_of_places_side_by_side_the_first_that_was_asked_for_is_read(phare: Phare) -> None:
    data = PLACE + PLACE.removeprefix(HEADER).replace("North", "South").replace("City,res", "Citi,res")

    assert read(phare("report -r South -r North", data=data), "How to read it: ")[0].endswith(
        "(South, 2024)."
    )


def test_a_comparison_is_read_on_a_gap_that_was_tested(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,in_national_sample\n"
        "France,citizens,wishes,air,50,4000,\nBretagne,citizens,wishes,air,60,,no\n"
        "France,mayors,wishes,air,50,900,\nBretagne,mayors,wishes,air,70,300,no\n"
    )
    told = read(phare("report -r Bretagne", data=data), "How to read it: ")[-1]

    assert "70%" in told
    assert "established" in told
