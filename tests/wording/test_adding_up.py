"""A figure, its reference and their gap add up as they are printed, or the page says why they do not."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.judging.pairs import pair_regions
from phare_cli.judging.verdicts import judge
from phare_cli.language.digits import rounded
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.wording.adding_up import decimals_of, note

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base,in_national_sample\n"
# 48.4 - 44.6 is 3.8: printed without decimals, 48 less 45 would be 4.
DATA = f"{HEADER}Bretagne,citizens,w,air,48.4,900,no\nFrance,citizens,w,air,44.6,4000,\n"
SVG = "{http://www.w3.org/2000/svg}"
figures = st.integers(0, 10**6).map(lambda number: number / 10**4)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@given(figures, figures, st.sampled_from((50.0, 5000.0)), st.sampled_from((0.0, None)), st.integers(0, 2))
def test_what_is_printed_adds_up_or_a_line_says_that_it_does_not(
    value: float, reference: float, base: float, rounded_to: float | None, decimals: int
) -> None:
    if rounded_to is None:
        value, reference = round(value, decimals), round(reference, decimals)
    region = Estimate(
        "Bretagne", "citizens", "w", "air", value, base=base, in_national_sample=False, rounded_to=rounded_to,
        decimals=decimals,
    )  # fmt: skip
    nation = region._replace(region=NATION, value=reference, in_national_sample=None)
    judgements = judge(pair_regions(Survey.of([region, nation]), regions=("Bretagne",), to=NATION))
    places = decimals_of(judgements) or 0
    gap = judgements[0].gap
    assert gap is not None
    first, second, between = (rounded(each, places) for each in (value, reference, gap))

    assert first - second == between or (note(judgements) and rounded_to == 0.0)
    assert not places or note(judgements)
    assert between or not judgements[0].is_established


def test_figures_of_respondents_take_no_decimals_to_add_up(phare: Phare) -> None:
    data = DATA.replace("item,value", "item,rounded_to,value").replace("air,", "air,0,")
    for command in ("compare -r Bretagne", "report -r Bretagne"):
        out = plain(phare(command, data=data).out)

        assert [
            each
            for each in ("48%", "45%", "+4 points", "Gaps are worked out before rounding.")
            if each not in out
        ] == []
        assert "48.4" not in out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("compare -r Bretagne", ["48.4%", "44.6%", "+3.8 points"]),
        ("compare -r Bretagne --lang fr", ["48,4 %", "44,6 %", "+3,8 points"]),
        ("compare -r Bretagne --sentences", ["48.4%", "44.6%", "3.8 points"]),
        ("compare -r Bretagne --sentences --lang fr", ["48,4 %", "44,6 %", "3,8 points"]),
        ("report -r Bretagne", ["48.4%", "44.6%", "+3.8 points"]),
        (
            "compare -r Bretagne --decimals 0",
            ["48%", "45%", "+4 points", "Gaps are worked out before rounding."],
        ),
    ],
)
def test_figures_take_the_decimals_with_which_they_add_up(
    phare: Phare, command: str, said: list[str]
) -> None:
    out = plain(phare(command, data=DATA).out)

    assert [each for each in said if each not in out] == []


def test_a_picture_prints_figures_that_add_up(phare: Phare, tmp_path: Path) -> None:
    run = phare("plot w --compare -r Bretagne -o picture.svg", data=DATA)
    texts = [
        element.text or "" for element in ET.parse(tmp_path / "picture.svg").getroot().iter(f"{SVG}text")
    ]

    printed = [
        Decimal(number)
        for text in texts
        for number in re.findall(r"\+?\d+\.\d", plain(text))
        if "to" not in text
    ]
    assert run.status == 0
    assert {Decimal("48.4"), Decimal("44.6"), Decimal("3.8")} <= set(printed)
