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
from phare_cli.wording.adding_up import MOST, decimals_of, note

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base,in_national_sample\n"
# 48.4 - 44.6 is 3.8: printed without decimals, 48 less 45 would be 4.
DATA = f"{HEADER}Bretagne,citizens,w,air,48.4,900,no\nFrance,citizens,w,air,44.6,4000,\n"
SVG = "{http://www.w3.org/2000/svg}"
figures = st.integers(0, 10**6).map(lambda number: number / 10**4)


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@given(figures, figures, st.sampled_from((50.0, 5000.0)))
def test_what_is_printed_adds_up_or_two_decimals_and_a_line_say_that_it_does_not(
    value: float, reference: float, base: float
) -> None:
    region = Estimate(
        "Bretagne", "citizens", "w", "air", value, base=base, in_national_sample=False, rounded_to=0.0
    )
    nation = region._replace(region=NATION, value=reference, in_national_sample=None)
    judgements = judge(pair_regions(Survey.of([region, nation]), regions=("Bretagne",), to=NATION))
    decimals = decimals_of(judgements)
    places = decimals or 0
    gap = judgements[0].gap
    assert gap is not None
    first, second, between = (rounded(each, places) for each in (value, reference, gap))

    assert first - second == between or decimals == MOST
    assert bool(note(judgements)) == (decimals is not None)
    assert between or not judgements[0].is_established


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
