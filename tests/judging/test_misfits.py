"""A region whose figure, or whose precision, its nation cannot hold is not tested, and check says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.judging.misfits import Misfit, misfit
from phare_cli.nouns.survey import NATION, Estimate

Phare = Callable[..., Any]

REGION = Estimate("Corse", "mayors", "worries", "air", 44.0, base=200.0, effective_base=40.0)
FRANCE = REGION._replace(region=NATION, value=40.0, base=2000.0, effective_base=1500.0)
SCORE = REGION._replace(unit="score/10", value=6.4, effective_base=None, standard_error=0.5, decimals=1)
SCORE_OF_ALL = SCORE._replace(region=NATION, value=6.0, standard_error=0.05)


def test_a_nation_varies_at_least_as_its_region_does() -> None:
    assert misfit(REGION, FRANCE, 0.9) is Misfit.VARIANCE
    assert misfit(REGION, FRANCE, 0.1) is None
    assert misfit(REGION, FRANCE._replace(effective_base=48.0), 0.9) is None
    assert misfit(SCORE, SCORE_OF_ALL, 0.5) is Misfit.VARIANCE
    assert misfit(SCORE, SCORE_OF_ALL._replace(standard_error=0.25), 0.5) is None
    assert misfit(REGION, FRANCE._replace(standard_error=0.0, rounded_to=0.0), 0.1) is Misfit.VARIANCE


def test_a_score_is_bounded_as_a_percentage_is_its_rounding_allowed_for() -> None:
    region, nation = SCORE._replace(value=10.0, decimals=0), SCORE._replace(value=2.0, decimals=0)

    assert misfit(region, nation, 0.9) is Misfit.FIGURE
    assert misfit(region, nation._replace(value=9.0), 0.9) is None
    assert misfit(region._replace(value=9.2, decimals=1), nation._replace(value=8.0), 0.9) is None
    assert misfit(region._replace(unit="count"), nation._replace(unit="count"), 0.9) is None


@given(
    st.floats(0.0, 1.0), st.floats(0.0, 1.0), st.floats(0.01, 0.99), st.floats(31, 1e4), st.floats(31, 1e4),
    st.integers(0, 2),
)  # fmt: skip
def test_a_nation_that_was_made_of_its_region_and_a_rest_always_holds_it(
    ours: float, theirs: float, part: float, our_base: float, their_base: float, decimals: int
) -> None:
    whole = part * ours + (1 - part) * theirs
    variance = part**2 * ours * (1 - ours) / our_base + (1 - part) ** 2 * theirs * (1 - theirs) / their_base
    if variance < 1e-9:
        return
    base = max(whole * (1 - whole) / variance, 1.0)
    region = REGION._replace(
        value=round(100 * ours, decimals), effective_base=float(round(our_base)), decimals=decimals
    )
    nation = FRANCE._replace(
        value=round(100 * whole, decimals), effective_base=float(round(base)), decimals=decimals
    )

    assert misfit(region, nation, round(part, 2)) is not Misfit.VARIANCE


PERCENTS = (
    "region,stakeholder,indicator,item,value,base,effective_base,in_national_sample,nation_share\n"
    "PACA,citizens,w,air,44,200,40,yes,0.9\nFrance,citizens,w,air,40,2000,1500,,\n"
)
SCORES = (
    "region,stakeholder,indicator,item,value,unit,base,standard_error,in_national_sample,nation_share\n"
    "PACA,citizens,w,air,{},score/10,200,0.5,yes,{}\nFrance,citizens,w,air,{},score/10,2000,{},,\n"
)


@pytest.mark.parametrize(
    ("data", "english", "french"),
    [
        (
            PERCENTS,
            "a base of 40 in a region that is 90.0% of the nation cannot leave the nation one of 1,500, after the "
            "design effect",
            "une base de 40 dans une région qui est 90,0 % de la nation ne peut pas laisser à la nation une base "
            "de 1 500, effet de plan compris",
        ),
        (
            SCORES.format(6.4, 0.5, 6.0, 0.05),
            "a standard error of 0.500 in a region that is 50.0% of the nation cannot leave the nation one of 0.050",
            "une erreur type de 0,500 dans une région qui est 50,0 % de la nation ne peut pas laisser à la nation "
            "une erreur type de 0,050",
        ),
        (
            SCORES.format(10, 0.9, 2, 0.5),
            "10.0/10 in a region that is 90.0% of the nation cannot be part of 2.0/10 in the nation",
            "10,0/10 dans une région qui est 90,0 % de la nation ne peut pas faire partie de 2,0/10 dans la nation",
        ),
        (
            PERCENTS.replace("nation_share", "nation_share,standard_error,rounded_to")
            .replace("0.9", "0.9,,").replace("1500,,", "1500,,,0,0"),
            "a sample in a region that is 90.0% of the nation cannot be part of it, everybody having been asked there",
            "un échantillon dans une région qui est 90,0 % de la nation ne peut pas en faire partie, tout le monde y "
            "ayant été interrogé",
        ),
    ],
    ids=["percents", "standard errors", "scores", "census"],
)  # fmt: skip
def test_what_does_not_fit_is_not_tested_and_says_why(
    phare: Phare, data: str, english: str, french: str
) -> None:
    [row] = phare("compare -r PACA -f json", data=data).rows
    [back] = phare("compare -r France --to PACA -f json", data=data).rows

    assert (
        (row["verdict"], row["reason"]) == (back["verdict"], back["reason"]) == ("untestable", "incoherent")
    )
    for language, said in (("en", english), ("fr", french)):
        told = phare(f"compare -r PACA --sentences --lang {language}", data=data).out
        assert said in " ".join(told.replace("\u00a0", " ").replace("\u202f", " ").split())


@pytest.mark.parametrize(
    "data", [PERCENTS, SCORES.format(6.4, 0.5, 6.0, 0.05), SCORES.format(10, 0.9, 2, 0.5)]
)
def test_check_warns_of_a_region_that_does_not_fit(phare: Phare, data: str) -> None:
    [row] = phare("check -f json", data=data).rows

    assert (row["severity"], row["code"]) == ("warning", "incoherent-region")
