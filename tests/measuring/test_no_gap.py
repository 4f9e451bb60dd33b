"""Nobody in either sample, or everybody, is no gap in the answers: the true one is not known to be 0."""

from __future__ import annotations

import math

import pytest

from phare_cli.measuring.gaps.differences import same_people_gap, separate_gap
from phare_cli.measuring.gaps.gap_law import GapLaw, interval, p_value
from phare_cli.measuring.gaps.means import means_gap
from phare_cli.measuring.gaps.needed import base_needed
from phare_cli.measuring.gaps.nested import nested_gap

LAWS = {
    "separate": lambda share: separate_gap(share, share, 100, 1000),
    "nested": lambda share: nested_gap(share, share, 100, 1000, 0.1),
    "panel": lambda share: same_people_gap(share, share, 100),
}


@pytest.mark.parametrize("share", [0.0, 1.0])
@pytest.mark.parametrize("kind", LAWS)
def test_the_interval_of_no_gap_holds_just_the_gaps_that_are_not_rejected(kind: str, share: float) -> None:
    law: GapLaw = LAWS[kind](share)

    low, high = interval(law)

    assert low < 0.0 < high
    for end in (low, high):
        assert p_value(law, end * 0.999) > 0.05 > p_value(law, end * 1.001)


def test_none_of_a_hundred_beside_none_of_a_thousand_may_be_three_points_apart() -> None:
    law = separate_gap(0.0, 0.0, 100, 1000)

    assert (p_value(law, 0.03), p_value(law, 0.035)) == pytest.approx((0.0786, 0.0569), abs=0.0001)
    assert interval(law).high == pytest.approx(0.0370, abs=0.0001)  # Wilson's, of 0 in 100


@pytest.mark.parametrize("first", [100, 1000])
def test_a_share_that_cannot_fall_leaves_the_gap_to_the_other(first: int) -> None:
    # Below no gap the first stays at 0 and the second is at -d: the score interval of one share, Wilson's.
    z, second = 1.959963984540054, 1100 - first
    low, _ = interval(separate_gap(0.0, 0.0, first, second))

    assert low == pytest.approx(-z * z / (second + z * z))
    part = first / 1100
    assert interval(nested_gap(0.0, 0.0, first, 1100, part)).low == pytest.approx((1 - part) * low)


def test_none_of_a_panel_twice_is_wilsons_interval() -> None:
    # Were at of them to change, at least so many answers differ: at - at^2 is the binomial variance.
    z = 1.959963984540054

    assert interval(same_people_gap(0.0, 0.0, 100)).high == pytest.approx(z * z / (100 + z * z))


def test_none_of_a_sample_beside_a_census_is_wilsons_interval() -> None:
    z = 1.959963984540054

    low, high = interval(separate_gap(0.0, 0.0, 100, math.inf))

    assert (low, high) == (0.0, pytest.approx(z * z / (100 + z * z)))


@pytest.mark.parametrize(("first", "second"), [(0.0, 0.0), (1.0, 1.0), (0.3, 0.3), (0.31, 0.3), (1.0, 0.0)])
def test_a_gap_that_is_known_exactly_has_no_interval(first: float, second: float) -> None:
    gap = round(first - second, 12)

    assert interval(separate_gap(first, second, math.inf, math.inf)) == (gap, gap)
    assert interval(means_gap(first, second, 0.0, 0.0)) == (gap, gap)


@pytest.mark.parametrize("power", [0.01, 0.8])
def test_no_base_establishes_no_gap(power: float) -> None:
    assert base_needed(lambda base: separate_gap(0.4, 0.4, base, base), power=power) is None
    assert not separate_gap(0.4, 0.4, 100, 100).is_within_rounding
