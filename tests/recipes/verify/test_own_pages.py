"""Pages that phare writes pass ``phare verify``: it never says what it would object to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

Phare = Callable[..., Any]
ITEMS = {
    "fragilities": ("employment", "mobility", "environment", "education"),
    "action-priorities": ("employment", "poverty", "housing"),
    "engagement": ("partnerships",),
    "innovation": ("alliances",),
    "fragility-scores": ("employment", "security", "poverty"),
}
HEADER = "wave,region,stakeholder,indicator,item,value,unit,base,in_national_sample,response"
PAGES = (
    "report --region {region}",
    "report --region France",
    "compare --region {region} --sentences",
    "compare --by stakeholder --sentences",
    "compare --by wave --sentences",
    "show",
)


@st.composite
def surveys(draw: st.DrawFn) -> tuple[str, str]:
    """A region, and results of it and of the nation: percentages and scores, with bases or without."""
    region = draw(st.sampled_from(("Bretagne", "Corse", "Provence-Alpes-Côte d'Azur")))
    groups = draw(
        st.lists(
            st.sampled_from(("citizens", "mayors", "associations", "companies")), min_size=1, unique=True
        )
    )
    indicators = draw(st.lists(st.sampled_from(tuple(ITEMS)), min_size=1, max_size=2, unique=True))
    waves = draw(st.lists(st.sampled_from(("2018", "2020", "2023")), min_size=1, max_size=2, unique=True))
    has_bases = draw(st.booleans())
    rows = [HEADER]
    for wave in waves:
        for place in ("France", region):
            for group in groups:
                for indicator in indicators:
                    is_score = indicator == "fragility-scores"
                    for item in ITEMS[indicator]:
                        value = draw(st.integers(1, 99))
                        base = draw(st.integers(400, 3000) if place == "France" else st.integers(20, 390))
                        figure, unit = (
                            (f"{value / 10:.1f}", "score/10") if is_score else (str(value), "percent")
                        )
                        sample = "" if place == "France" else draw(st.sampled_from(("yes", "no", "")))
                        shown_base = str(base) if has_bases else ""
                        rows.append(
                            f"{wave},{place},{group},{indicator},{item},{figure},{unit},{shown_base},{sample},multiple"
                        )
    return region, "\n".join(rows) + "\n"


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(survey=surveys(), page=st.sampled_from(PAGES), language=st.sampled_from(("en", "fr")))
def test_a_page_that_phare_writes_holds_no_wrong_and_no_overstated_claim(
    phare: Phare, tmp_path: Path, survey: tuple[str, str], page: str, language: str
) -> None:
    region, data = survey
    written = phare(
        f"{page.format(region=chr(34) + region + chr(34))} --lang {language} -f markdown", data=data
    ).out
    (tmp_path / "page.md").write_text(written, encoding="utf-8")
    rows = phare("verify page.md -f json", data=data).rows

    assert [row for row in rows if row["status"] in ("wrong", "overstated")] == []


PARTS = """\
wave,region,stakeholder,segment,indicator,item,value,unit
2020,France,citizens,,fragilities,employment,57,percent
2020,France,citizens,women,fragilities,employment,61,percent
2020,France,companies,,fragilities,employment,30,percent
2020,France,companies,women,fragilities,employment,44,percent
"""


def test_a_part_named_beside_its_group_in_a_row_is_that_part(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "page.md").write_text(phare("show fragilities -f markdown", data=PARTS).out, encoding="utf-8")
    rows = phare("verify page.md -f json", data=PARTS).rows

    assert [row["status"] for row in rows] == ["right"] * 4
