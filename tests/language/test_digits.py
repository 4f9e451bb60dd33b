"""Printed ends of an interval hold the interval, never reach 0 from beyond it; plans never fall short."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.language.digits import outward, places_of, planned
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Range

ENDS = st.integers(-(10**6), 10**6).map(lambda number: number / 10**4)


@given(ENDS, ENDS, st.integers(0, 2))
def test_printed_ends_hold_the_interval(one: float, other: float, decimals: int) -> None:
    low, high = sorted((one, other))
    first, last = outward(low, high, decimals)

    assert float(first) <= low
    assert high <= float(last)
    assert max(places_of(first), places_of(last)) >= decimals


@given(ENDS, ENDS, st.integers(0, 2))
def test_printed_ends_reach_no_gap_at_all_just_where_the_interval_does(
    one: float, other: float, decimals: int
) -> None:
    low, high = sorted((one, other))
    first, last = outward(low, high, decimals)

    assert (first > 0) == (low > 0)
    assert (last < 0) == (high < 0)


@pytest.mark.parametrize(
    ("interval", "english", "french"),
    [
        (Range(0.02, 0.4, "percent"), "0.02% to 0.40%", "0,02 % à 0,40 %"),
        (Range(0.0, 0.4, "percent"), "0% to 1%", "0 % à 1 %"),
        (Range(-2.4, 8.02, "percent", signed=True), "−3 points to +9 points", "−3 points à +9 points"),
        (Range(0.3, 8.02, "percent", signed=True), "+0.3 points to +8.1 points", "+0,3 point à +8,1 points"),
    ],
)
def test_an_interval_is_printed_in_both_languages(interval: Range, english: str, french: str) -> None:
    printed = [Typesetter(language).range(interval) for language in ("en", "fr")]

    assert [text.replace("\u00a0", " ").replace("\u202f", " ") for text in printed] == [english, french]


@given(st.integers(1, 10**7))
def test_a_plan_has_two_significant_digits_and_never_falls_short(base: int) -> None:
    plan = planned(base)

    assert plan >= base
    assert len(str(plan).rstrip("0")) <= 2
    assert plan <= 1.1 * base or base < 10
