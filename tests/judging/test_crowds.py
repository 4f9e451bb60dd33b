"""Hundreds of groups make pairs beyond number: they are counted, and no verdict is stronger for that."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.judging import conclusions, crowds
from phare_cli.judging.conclusions import conclude, conclude_widest
from phare_cli.judging.pairs import By
from phare_cli.judging.subset import Selection, subset
from phare_cli.nouns.survey import Estimate, Survey

Phare = Callable[..., Any]
HEADER = "region,stakeholder,segment,indicator,item,value,base\n"
ESTABLISHED = ("above", "below")


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pin how many pairs are too many to three."""
    monkeypatch.setattr(crowds, "MOST_PAIRS", 3)
    monkeypatch.setattr(conclusions, "MOST_PAIRS", 3)


def survey_of(values: list[int], *, parts: bool = False) -> Survey:
    return Survey.of(
        Estimate(
            region="Bretagne",
            stakeholder="citizens" if parts else f"group {place}",
            segment=f"part {place}" if parts else "",
            indicator="trust",
            item="yes",
            value=float(value),
            base=400.0,
        )
        for place, value in enumerate(values)
    )


@given(values=st.lists(st.integers(5, 95), min_size=4, max_size=8), parts=st.booleans())
def test_a_gap_judged_among_pairs_that_were_counted_is_never_told_more_surely(
    values: list[int], parts: bool
) -> None:
    survey = survey_of(values, parts=parts)
    by, field = (By.SEGMENT, "segments") if parts else (By.STAKEHOLDER, "stakeholders")
    names = ("part 0", "part 1") if parts else ("group 0", "group 1")
    asked = subset(survey, Selection(**{field: names}))
    [in_full] = conclude(asked, by=by)

    with pytest.MonkeyPatch.context() as few:
        few.setattr(crowds, "MOST_PAIRS", 3)
        few.setattr(conclusions, "MOST_PAIRS", 3)
        [counted] = conclude(asked, by=by)

    assert (counted.gap, counted.p_value, counted.tests) == (in_full.gap, in_full.p_value, in_full.tests)
    assert (counted.p_adjusted or 0.0) >= (in_full.p_adjusted or 0.0)
    assert counted.verdict not in ESTABLISHED or counted.verdict == in_full.verdict
    assert (counted.low or 0.0) <= (in_full.low or 0.0)
    assert (counted.high or 0.0) >= (in_full.high or 0.0)


@given(values=st.lists(st.integers(5, 95), min_size=4, max_size=8, unique=True))
def test_the_widest_gap_is_the_same_whether_the_others_are_counted_or_worked_out(values: list[int]) -> None:
    survey = survey_of(values)
    in_full = max(conclude_widest(survey), key=lambda each: abs(each.gap or 0.0))

    with pytest.MonkeyPatch.context() as few:
        few.setattr(crowds, "MOST_PAIRS", 3)
        few.setattr(conclusions, "MOST_PAIRS", 3)
        [counted] = conclude_widest(survey)

    assert abs(counted.gap or 0.0) == abs(in_full.gap or 0.0)
    assert (counted.p_value, counted.p_adjusted) == (in_full.p_value, in_full.p_adjusted)
    assert counted.tests == len(values) * (len(values) - 1) // 2


@pytest.mark.usefixtures("few")
def test_groups_of_two_regions_and_two_indicators_are_counted_apart() -> None:
    survey = Survey.of(
        Estimate(region, f"group {place}", indicator, "yes", 50.0 + place, base=400.0)
        for region in ("Bretagne", "Corse")
        for indicator in ("trust", "hope")
        for place in range(4)
    )

    asked = Selection(("trust",), ("Corse",), ("group 0", "group 3"))
    [found] = conclude(subset(survey, asked), by=By.STAKEHOLDER)

    assert found.tests == 6


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            "--by stakeholder",
            "20,100 pairs of groups are more than the 20,000 that are set side by side: name some ",
        ),
        (
            "--by stakeholder --lang fr",
            "20\u202f100 paires de groupes d’acteurs sont plus que les 20\u202f000 qui",
        ),
        (
            "--by segment",
            "20,100 pairs of parts are more than the 20,000 that are set side by side: name some of the",
        ),
    ],
)
def test_more_pairs_than_anyone_reads_are_refused_with_how_to_ask_for_fewer(
    phare: Phare, arguments: str, said: str
) -> None:
    names = "group {0}," if "stakeholder" in arguments else "citizens,part {0}"
    rows = (f"Bretagne,{names.format(place)},trust,yes,{place % 90},400\n" for place in range(201))

    run = phare(f"compare trust {arguments}", data=HEADER + "".join(rows))

    assert (run.status, run.out) == (2, "")
    assert said in run.err


def test_two_of_hundreds_of_groups_are_compared_among_all_their_tests(phare: Phare) -> None:
    rows = (f"Bretagne,group {place},,trust,yes,{place % 90},400\n" for place in range(201))

    run = phare("compare trust --by stakeholder -s 'group 1' -s 'group 60'", data=HEADER + "".join(rows))

    assert run.status == 0
    assert "20,100 tests, at 95% confidence together" in run.out


def test_hundreds_of_groups_side_by_side_tell_the_widest_gap(phare: Phare) -> None:
    rows = (
        f"Bretagne,group {place},,trust,{item},{(place * 7 + shift) % 90},400\n"
        for place in range(201)
        for item, shift in (("air", 0), ("soil", 30))
    )

    run = phare("cross trust --by stakeholder -f json", data=HEADER + "".join(rows))

    assert [(row["gap"], row["verdict"]) for row in run.rows] == [(89, "above"), (89, "above")]
