"""A region inside its nation is not a separate sample, and what it weighs there is not what it counts."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phare_cli.measuring.gaps.differences import separate_gap
from phare_cli.measuring.gaps.gap_law import interval, p_value
from phare_cli.measuring.gaps.nested import (
    implied_rest,
    implied_rest_range,
    is_incoherent,
    nested_gap,
    rest_base,
)
from phare_cli.measuring.rounding import Rounding
from phare_cli.measuring.weights import effective_base

WHOLE = Rounding(0.005, 0.005)


@st.composite
def nations(draw: st.DrawFn) -> tuple[float, float, float]:
    """Draw a region and the rest of its nation; return the region, the nation they make, the region's part."""
    region, rest = draw(st.floats(0, 1)), draw(st.floats(0, 1))
    part = draw(st.floats(0.01, 0.99))
    nation = region * part + rest * (1 - part)
    assume(0 <= nation <= 1)
    return region, nation, part


def test_half_of_a_hundred_against_forty_percent_of_the_three_hundred_containing_them() -> None:
    law = nested_gap(0.5, 0.4, 100, 300, 1 / 3)

    assert (law.score, p_value(law)) == pytest.approx((2.5, 0.0124193307))


@given(st.floats(0, 1), st.floats(0, 1), st.floats(1, 1e4), st.floats(1, 1e4))
def test_unweighted_the_nested_z_is_the_pooled_z_of_the_region_against_the_rest(
    region: float, rest: float, region_base: float, rest_base: float
) -> None:
    nation_base = region_base + rest_base
    part = region_base / nation_base
    nation = region * part + rest * (1 - part)
    assume(abs(region - rest) > 1e-3)
    assume(1e-6 < nation < 1 - 1e-6)

    law = nested_gap(region, nation, region_base, nation_base, part)

    assert law.score == pytest.approx(separate_gap(region, rest, region_base, rest_base).score, rel=1e-5)


@given(st.floats(0.05, 0.95), st.floats(0.05, 0.95), st.floats(30, 1e4), st.floats(30, 1e4))
def test_unweighted_the_nested_interval_is_that_of_the_region_against_the_rest_scaled(
    region: float, rest: float, region_base: float, rest_base: float
) -> None:
    part = region_base / (region_base + rest_base)
    nation = region * part + rest * (1 - part)
    low, high = interval(separate_gap(region, rest, region_base, rest_base))

    found = interval(nested_gap(region, nation, region_base, region_base + rest_base, part))

    assume(low > -1 and high < 1)
    assert found == pytest.approx(((1 - part) * low, (1 - part) * high), abs=1e-6)


def test_a_region_that_weighs_little_of_a_nation_of_few_is_what_r_says() -> None:
    # R 4.2.2, survey 4.1.1: 41 of 103 in Bretagne (206 in all), 27 of 53 in Corse (5,000 in all)
    # des <- svydesign(~1, strata = ~region, fpc = ~population, data = d)
    # x <- svycontrast(svyby(~y, ~region, des, svymean, covmat = TRUE), c(1 - 206/5206, -(1 - 206/5206)))
    # 2 * pnorm(-abs(coef(x) / SE(x))): 0.1480745
    # SE(svyby(~y, ~region, des, svymean)): 0.03427169 0.06895678; SE(svymean(~y, des)): 0.0662424
    bretagne, corse, part = 41 / 103, 27 / 53, 206 / 5206
    nation = part * bretagne + (1 - part) * corse
    error = math.hypot(part * 0.03427169, (1 - part) * 0.06895678)

    law = nested_gap(
        bretagne,
        nation,
        bretagne * (1 - bretagne) / 0.03427169**2,
        nation * (1 - nation) / error**2,
        part,
    )

    # The test takes the share of the nation in both, R that of each.
    assert p_value(law) == pytest.approx(0.148, abs=0.003)


@given(
    st.lists(st.floats(0.1, 10), min_size=2, max_size=30),
    st.lists(st.floats(0.1, 10), min_size=2, max_size=30),
)
def test_kishs_bases_of_a_region_and_its_rest_make_that_of_the_nation(
    region: list[float], rest: list[float]
) -> None:
    part = sum(region) / (sum(region) + sum(rest))

    left = rest_base(effective_base(region), effective_base(region + rest), part)

    assert left == pytest.approx(effective_base(rest), rel=1e-6)


DESIGNS = [
    # the region's part of the nation, respondents of the region and of the rest
    (0.05, 400, 600),
    (0.05, 60, 1200),
    (0.05, 100, 4000),
    (0.08, 300, 300),
    (0.10, 100, 900),
    (0.10, 500, 500),
    (0.15, 60, 1500),
    (0.20, 400, 200),
    (0.20, 100, 1500),
    (0.25, 250, 750),
    (0.30, 60, 600),
    (0.30, 500, 300),
    (0.40, 100, 800),
    (0.50, 500, 200),
    (0.50, 80, 800),
]


@pytest.mark.parametrize("share", [0.5, 0.2])
def test_a_gap_that_is_not_there_is_declared_in_4_to_6_percent_of_samples_whatever_weights_do(
    share: float,
) -> None:
    # 15 designs, 20,000 samples each: a Monte Carlo standard error of 0.15 % each.
    random = np.random.default_rng(14)
    for part, region_base, others_base in DESIGNS:
        # Weights vary inside each part: Kish's base is 1/1.25 of the respondents in the region, 1/1.5 in the rest.
        region_kish, others_kish = region_base / 1.25, others_base / 1.5
        nation_kish = 1 / (part**2 / region_kish + (1 - part) ** 2 / others_kish)
        region = weighted_shares(random, region_base, 0.5, share)
        rest = weighted_shares(random, others_base, math.sqrt(0.5), share)
        nation = part * region + (1 - part) * rest
        declared = [
            p_value(nested_gap(here, there, region_kish, nation_kish, part)) <= 0.05
            for here, there in zip(region, nation, strict=True)
        ]

        assert 0.04 <= np.mean(declared) <= 0.06, (part, region_base, others_base)


def weighted_shares(
    random: np.random.Generator, base: int, spread: float, share: float, samples: int = 20_000
) -> np.ndarray:
    """Return weighted shares of samples, half of each weighing 1 - spread and half 1 + spread: deff 1 + spread^2."""
    light, heavy = random.binomial(base // 2, share, samples), random.binomial(base // 2, share, samples)
    return ((1 - spread) * light + (1 + spread) * heavy) / (2 * (base // 2))


@given(nations(), st.floats(30, 1e4), st.floats(30, 1e4))
def test_the_nested_interval_holds_the_gap(
    drawn: tuple[float, float, float], region_base: float, others: float
) -> None:
    region, nation, part = drawn
    nation_base = 1 / (part**2 / region_base + (1 - part) ** 2 / others)

    low, high = interval(nested_gap(region, nation, region_base, nation_base, part))

    assert low - 1e-9 <= region - nation <= high + 1e-9


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_a_region_like_its_nation_is_no_distance_from_it(share: float) -> None:
    assert nested_gap(share, share, 100, 300, 0.2).score == 0


def test_a_region_above_a_nation_of_nobody_is_infinitely_far() -> None:
    assert nested_gap(0.1, 0.0, 100, 300, 0.2).score == math.inf


def test_a_nation_of_a_larger_effective_base_than_its_region_allows_leaves_the_rest_no_variance() -> None:
    # 100 / 0.5^2 = 400 is the most that a region of 100 that is half of its nation allows
    most, more = nested_gap(0.5, 0.4, 100, 400, 0.5), nested_gap(0.5, 0.4, 100, 4000, 0.5)

    assert p_value(more) == p_value(most)
    assert rest_base(100, 4000, 0.5) is None


@pytest.mark.parametrize("part", [0.0, 1.0, 1.2, -0.1])
def test_a_region_that_is_none_or_all_of_its_nation_has_no_test(part: float) -> None:
    with pytest.raises(ValueError, match="part"):
        nested_gap(0.5, 0.4, 100, 300, part)


def test_the_rest_of_the_nation_by_hand() -> None:
    # 120 of 300 less 50 of 100 is 70 of 200
    assert implied_rest(0.5, 0.4, 1 / 3) == pytest.approx(0.35)


def test_ninety_percent_of_three_tenths_do_not_fit_in_twenty_percent() -> None:
    assert is_incoherent(0.9, 0.2, 0.3, WHOLE)


def test_ninety_percent_of_a_tenth_fit_in_twenty_percent() -> None:
    assert not is_incoherent(0.9, 0.2, 0.1, WHOLE)


def test_rounding_may_be_what_makes_a_region_fit() -> None:
    # 200 of 667 at 100 % make a nation of 29.985 %, printed 30 %; at 29.5 % the rest would be under 0
    assert not is_incoherent(1.0, 0.30, 200 / 667, WHOLE)
    assert is_incoherent(1.0, 0.295, 200 / 667)


def test_a_nation_too_high_for_its_region_is_incoherent_too() -> None:
    assert is_incoherent(0.1, 0.8, 0.3)


def test_a_region_that_is_all_of_its_nation_is_incoherent() -> None:
    assert is_incoherent(0.4, 0.4, 1.0)


@given(nations(), st.floats(0, 0.01))
def test_a_region_that_really_is_part_of_its_nation_is_never_incoherent(
    drawn: tuple[float, float, float], half: float
) -> None:
    assert not is_incoherent(*drawn, Rounding(half, half))


@given(nations(), st.floats(0, 0.01))
def test_the_range_of_the_rest_holds_the_rest(drawn: tuple[float, float, float], half: float) -> None:
    low, high = implied_rest_range(*drawn, Rounding(half, half))

    assert low - 1e-9 <= implied_rest(*drawn) <= high + 1e-9
