"""The facts sheet says what samples the tests took, and what a reader said of the survey is not denied by the page."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
PLACES = "region,stakeholder,indicator,item,value,base\n" + "".join(
    f"{region},residents,worries,air,{value},{base}\n"
    for region, value, base in (("Ensemble de la ville", 40, 900), ("Nord", 50, 300))
)


OF_THE_CITY = "part of the sample of “Ensemble de la ville”: Nord"


def fact(page: Any, name: str) -> str:
    section = next(each for each in json.loads(page.out)["sections"] if each["name"] == "facts")
    rows = section["tables"][0]["rows"]
    return str(next(row["said"] for row in rows if row["fact"] == name)).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ("--to 'Ensemble de la ville' --sample nested", OF_THE_CITY),
        ("--to 'Ensemble de la ville' --sample separate", "a sample of its own: Nord"),
        ("--to 'Ensemble de la ville'", "not published"),
        (
            "--map 'whole==Ensemble de la ville' --sample nested",
            OF_THE_CITY,
        ),
        (
            "--map 'whole==Ensemble de la ville' --map in_national_sample==yes",
            OF_THE_CITY,
        ),
    ],
)
def test_the_facts_sheet_says_what_sample_tests_took(phare: Phare, options: str, said: str) -> None:
    assert fact(phare(f"report -r Nord {options} -f json", data=PLACES), "national-sample") == said


def test_of_two_regions_apart_it_says_that_their_samples_are(phare: Phare) -> None:
    data = PLACES.replace("Ensemble de la ville", "Bretagne").replace("Nord", "Corse")
    page = phare("report -r Corse --to Bretagne -f json", data=data)

    assert fact(page, "national-sample") == "a sample apart from that of Bretagne: Corse"


def test_a_universe_that_was_given_is_not_said_to_be_unknown(phare: Phare) -> None:
    page = phare(
        "report -r Nord --to 'Ensemble de la ville' --fact universe='adults of the city'", data=PLACES
    ).out

    assert "adults of the city" in page
    assert "Universe: not published" not in page


def test_phare_toml_says_the_whole_and_its_sample_once(phare: Phare, tmp_path: Path) -> None:
    line = 'map = { whole = "=Ensemble de la ville", in_national_sample = "=yes" }'
    unsaid = phare("compare --to 'Ensemble de la ville'", data=PLACES)
    (tmp_path / "phare.toml").write_text(f"{line}\n", encoding="utf-8")
    said = phare("compare", data=PLACES)

    assert line in unsaid.out
    assert "▲ above" in said.out
    assert fact(phare("report -r Nord -f json", data=PLACES), "national-sample") == OF_THE_CITY
