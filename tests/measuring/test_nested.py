"""A region inside its nation is not a separate sample."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phare_cli.measuring.differences import newcombe, pooled_z
from phare_cli.measuring.nested import (
    implied_rest,
    implied_rest_range,
    is_incoherent,
    nested_interval,
    nested_z,
)
from phare_cli.measuring.normal import two_sided_p


@st.composite
def nations(draw: st.DrawFn) -> tuple[float, float, float, float]:
    """Draw a region and the rest of its nation; return the region and the nation they make."""
    region, rest = draw(st.floats(0, 1)), draw(st.floats(0, 1))
    region_base, rest_base = draw(st.floats(1, 1e4)), draw(st.floats(1, 1e4))
    nation_base = region_base + rest_base
    nation = (region * region_base + rest * rest_base) / nation_base
    assume(0 <= nation <= 1)
    return region, nation, region_base, nation_base


def test_half_of_a_hundred_against_forty_percent_of_the_three_hundred_containing_them() -> None:
    z = nested_z(0.5, 0.4, 100, 300)

    assert (z, two_sided_p(z)) == pytest.approx((2.5, 0.0124193307))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(1, 1e4), st.floats(1, 1e4))
def test_the_nested_z_is_the_pooled_z_of_the_region_against_the_rest(
    region: float, rest: float, region_base: float, rest_base: float
) -> None:
    nation_base = region_base + rest_base
    nation = (region * region_base + rest * rest_base) / nation_base
    assume(abs(region - rest) > 1e-6)
    assume(1e-6 < nation < 1 - 1e-6)

    z = nested_z(region, nation, region_base, nation_base)

    assert z == pytest.approx(pooled_z(region, rest, region_base, rest_base), rel=1e-6)


def test_the_nested_interval_is_that_of_region_against_rest_scaled() -> None:
    # the rest of the nation: 70 of 200; the gap with the nation is 2/3 of the gap with the rest
    low, high = newcombe(0.5, 0.35, 100, 200)

    assert nested_interval(0.5, 0.4, 100, 300) == pytest.approx((low * 2 / 3, high * 2 / 3))


@given(nations())
def test_the_nested_interval_holds_the_gap(drawn: tuple[float, float, float, float]) -> None:
    region, nation, _, _ = drawn

    low, high = nested_interval(*drawn)

    assert low - 1e-9 <= region - nation <= high + 1e-9


@given(nations())
def test_saying_no_for_yes_flips_the_nested_z(drawn: tuple[float, float, float, float]) -> None:
    region, nation, region_base, nation_base = drawn
    assume(abs(region - nation) > 1e-6)
    assume(1e-6 < nation < 1 - 1e-6)

    mirrored = nested_z(1 - region, 1 - nation, region_base, nation_base)

    assert mirrored == pytest.approx(-nested_z(*drawn), rel=1e-6)


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_a_region_like_its_nation_is_no_distance_from_it(share: float) -> None:
    assert nested_z(share, share, 100, 300) == 0


def test_a_region_above_a_nation_of_nobody_is_infinitely_far() -> None:
    assert nested_z(0.1, 0.0, 100, 300) == math.inf


@pytest.mark.parametrize("nation_base", [100, 99])
def test_a_region_as_large_as_its_nation_has_no_test(nation_base: float) -> None:
    with pytest.raises(ValueError, match="smaller"):
        nested_z(0.5, 0.4, 100, nation_base)


def test_the_rest_of_the_nation_by_hand() -> None:
    # 120 of 300 less 50 of 100 is 70 of 200
    assert implied_rest(0.5, 0.4, 100, 300) == pytest.approx(0.35)


def test_ninety_percent_of_three_hundred_do_not_fit_in_twenty_percent_of_a_thousand() -> None:
    assert is_incoherent(0.9, 0.2, 300, 1000, 0.005)


def test_figures_that_fit_are_coherent() -> None:
    assert not is_incoherent(0.5, 0.4, 100, 300)


def test_rounding_may_be_what_makes_a_region_fit() -> None:
    # 200 of 667 at 100 % make a nation of 29.985 %, printed 30 %; at 29.5 % the rest would be under 0
    assert not is_incoherent(1.0, 0.30, 200, 667, 0.005)
    assert is_incoherent(1.0, 0.295, 200, 667)


def test_a_nation_too_high_for_its_region_is_incoherent_too() -> None:
    assert is_incoherent(0.1, 0.8, 300, 1000)


def test_a_region_as_large_as_its_nation_is_incoherent() -> None:
    assert is_incoherent(0.4, 0.4, 300, 300)


@given(nations(), st.floats(0, 0.01))
def test_a_region_that_really_is_part_of_its_nation_is_never_incoherent(
    drawn: tuple[float, float, float, float], half_unit: float
) -> None:
    assert not is_incoherent(*drawn, half_unit)


@given(nations(), st.floats(0, 0.01))
def test_the_range_of_the_rest_holds_the_rest(
    drawn: tuple[float, float, float, float], half_unit: float
) -> None:
    low, high = implied_rest_range(*drawn, half_unit)

    assert low - 1e-9 <= implied_rest(*drawn) <= high + 1e-9
