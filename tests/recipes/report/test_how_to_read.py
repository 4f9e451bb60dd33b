"""How to read a table is told on a figure that stands in it, as a person would say it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
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
        ("en", "How to read it: ", "in 2024, 30% of residents answer “air” to “worries” (North)"),
        ("fr", "Lecture : ", "en 2024, 30 % des residents répondent « air » à la question « worries » (North)"),
    ],
)  # fmt: skip
def test_a_place_without_a_form_is_named_at_the_end_and_the_newest_year_before(
    phare: Phare, language: str, label: str, said: str
) -> None:
    of_table, of_comparison = read(phare(f"report -r North --lang {language}", data=PLACE), label)

    assert of_table == f"{said}."
    assert of_comparison.startswith(said)


def test_of_places_side_by_side_the_first_that_was_asked_for_is_read(phare: Phare) -> None:
    data = PLACE + PLACE.removeprefix(HEADER).replace("North", "South").replace("City,res", "Citi,res")

    assert read(phare("report -r South -r North", data=data), "How to read it: ")[0].endswith("(South).")


def test_a_comparison_is_read_on_a_gap_that_was_tested(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,in_national_sample\n"
        "France,citizens,wishes,air,50,4000,\nBretagne,citizens,wishes,air,60,,no\n"
        "France,mayors,wishes,air,50,900,\nBretagne,mayors,wishes,air,70,300,no\n"
    )
    told = read(phare("report -r Bretagne", data=data), "How to read it: ")[-1]

    assert "70%" in told
    assert "established" in told


def test_a_wave_that_is_no_year_is_named_beside_its_place(phare: Phare) -> None:
    data = PLACE.replace(",2020,", ",wave 1,").replace(",2024,", ",wave 2,")

    assert read(phare("report -r North", data=data), "How to read it: ")[0].startswith("North (wave 2), 30%")


def test_verify_bears_out_how_a_page_is_read(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(phare("report -r North -f markdown", data=PLACE).out, encoding="utf-8")
    run = phare("verify page.md -f csv", data=PLACE)
    lines = (tmp_path / "page.md").read_text(encoding="utf-8").split("\n")
    first = next(place for place, line in enumerate(lines, 1) if "How to read it" in line)

    assert [
        said
        for line, said in zip(run.column("line"), run.column("status"), strict=True)
        if line == str(first)
    ] == ["right"]
