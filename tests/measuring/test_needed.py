"""The base that would settle a gap is the smallest that does so in four samples of five."""

from __future__ import annotations

import math
from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.power import NormalIndPower

from phare_cli.measuring.gaps.differences import separate_gap
from phare_cli.measuring.gaps.gap_law import GapLaw, p_value
from phare_cli.measuring.gaps.needed import base_needed, chance_to_establish, least_established
from phare_cli.measuring.gaps.nested import nested_gap
from phare_cli.measuring.rounding import EXACT, Rounding

WHOLE = Rounding(0.005, 0.005)
percents = st.integers(0, 100).map(lambda n: n / 100)


def both(first: float, second: float, rounding: Rounding = EXACT) -> Callable[[float], GapLaw]:
    """Return what is known of a gap when each of two samples has a base."""
    return lambda base: separate_gap(first, second, base, base, rounding)


@pytest.mark.parametrize(
    ("first", "second", "power", "expected"),
    # R 4.2.2: power.prop.test(p1 = 0.5, p2 = 0.4, power = 0.8)$n
    [
        (0.5, 0.4, 0.5, 190.1522),
        (0.5, 0.4, 0.8, 387.3385),
        (0.5, 0.4, 0.9, 518.0372),
        (0.2, 0.1, 0.5, 97.95718),
        (0.2, 0.1, 0.8, 198.9634),
        (0.2, 0.1, 0.9, 265.856),
        (0.62, 0.6, 0.5, 4569.415),
        (0.62, 0.6, 0.8, 9335.063),
        (0.62, 0.6, 0.9, 12496.5),
    ],
)
def test_the_base_of_two_samples_is_that_of_r(
    first: float, second: float, power: float, expected: float
) -> None:
    assert base_needed(both(first, second), power=power) == math.ceil(expected)


def test_the_base_of_a_mean_is_that_of_statsmodels() -> None:
    # The chance to find no effect is half of what one sample in two leaves; z on known errors.
    power = NormalIndPower().power(0.2, 400, 0.05)
    law = GapLaw(0.2, lambda at, half: 2 / 400)

    assert chance_to_establish(law) == pytest.approx(power, abs=1e-4)


@given(
    percents,
    percents,
    st.sampled_from([0.8, 0.95]),
    st.sampled_from([EXACT, WHOLE]),
    st.sampled_from([1.0, 1.7]),
)
def test_the_base_is_enough_and_one_less_is_not(
    p: float, q: float, conf: float, rounding: Rounding, effect: float
) -> None:
    planned = both(p, q, rounding)
    needed = base_needed(planned, conf, design_effect=effect, at_least=1)

    assert (needed is None) == (abs(round(p - q, 9)) <= rounding.reach)
    if needed is not None:
        assert chance_to_establish(planned(needed / effect), conf) >= 0.8
        assert (
            needed / effect <= 1 + 1 / effect
            or chance_to_establish(planned((needed - 1) / effect), conf) < 0.8
        )


@given(percents, percents, st.integers(30, 20_000))
def test_a_larger_base_never_establishes_a_true_gap_less_often(p: float, q: float, base: int) -> None:
    smaller, larger = (separate_gap(p, q, size, 5000, WHOLE) for size in (base, 2 * base))

    if abs(round(p - q, 9)) > WHOLE.reach:
        assert chance_to_establish(larger) >= chance_to_establish(smaller) - 1e-9


PLANS = [
    ("separate", 0.50, 0.45, 2000),
    ("separate", 0.20, 0.10, 1000),
    ("separate", 0.30, 0.34, 5000),
    ("nested", 0.50, 0.45, 2000),
    ("nested", 0.10, 0.20, 1500),
    ("nested", 0.60, 0.52, 800),
]
PART = 0.1


@pytest.mark.parametrize(("relation", "first", "second", "other"), PLANS)
@pytest.mark.parametrize("rounding", [EXACT, WHOLE])
def test_a_new_sample_of_that_base_establishes_the_gap_in_four_cases_of_five(
    relation: str, first: float, second: float, other: int, rounding: Rounding
) -> None:
    def law(one: float, another: float, base: float) -> GapLaw:
        if relation == "separate":
            return separate_gap(one, another, base, other, rounding)
        nation = 1 / (PART**2 / base + (1 - PART) ** 2 / other)
        return nested_gap(one, another, base, nation, PART, rounding)

    needed = base_needed(lambda base: law(first, second, base))
    assert needed is not None
    # 4,000 new samples: a Monte Carlo standard error of 0.6 %.
    random = np.random.default_rng(80)
    # Whole percents: the true shares, so far apart, stand anywhere between two prints.
    shift = random.uniform(-0.005, 0.005, 4000) if rounding is WHOLE else 0.0
    here, there = first + shift, second + shift
    region = random.binomial(needed, here, 4000) / needed
    if relation == "nested":
        rest = random.binomial(other, (there - PART * here) / (1 - PART), 4000) / other
        beside = PART * region + (1 - PART) * rest
    else:
        beside = random.binomial(other, there, 4000) / other
    if rounding is WHOLE:
        region, beside = np.floor(100 * region + 0.5) / 100, np.floor(100 * beside + 0.5) / 100
    drawn = [law(float(one), float(another), needed) for one, another in zip(region, beside, strict=True)]
    established = [p_value(each) <= 0.05 and not each.is_within_rounding for each in drawn]

    # With whole percents the power leaps as one point less begins to be enough: no base lies between.
    assert 0.75 <= np.mean(established) <= (0.85 if rounding is EXACT else 0.92)


def test_an_unknown_reference_base_by_hand() -> None:
    # ((1.95996 sqrt(0.37 0.63) + 0.84162 sqrt(0.45 0.55)) / 0.08)^2 = 291.1
    assert base_needed(lambda base: separate_gap(0.45, 0.37, base, math.inf)) == 292


@pytest.mark.parametrize(("p", "q"), [(0.45, 0.45), (0.44, 0.45), (0.45, 0.44), (0.0, 0.01), (1.0, 0.99)])
def test_a_gap_that_rounding_covers_has_no_answer(p: float, q: float) -> None:
    assert base_needed(both(p, q, WHOLE)) is None


def test_a_gap_too_small_for_the_reference_base_has_no_answer() -> None:
    assert base_needed(lambda base: separate_gap(0.41, 0.40, base, 100)) is None


def test_a_wide_gap_still_needs_a_base_that_is_not_low() -> None:
    assert base_needed(lambda base: separate_gap(0.9, 0.1, base, 1000)) == 30


@given(percents, percents, st.integers(30, 3000))
def test_the_smallest_gap_that_is_established_is_one_that_can_be_printed(
    p: float, q: float, base: int
) -> None:
    least = least_established(separate_gap(p, q, base, base, WHOLE))

    assert least * 100 == pytest.approx(round(least * 100), abs=1e-6)


@pytest.mark.parametrize("first", [0.0005, 0.0, 5e-17])
def test_a_figure_with_all_its_digits_leaves_no_unit_to_count_in(first: float) -> None:
    fine = Rounding(first, 5e-17)
    law = separate_gap(0.30, 0.3005940594059406, 300, 300, fine)
    least = least_established(law)

    assert least == pytest.approx(1.96 * math.sqrt(law.variance(0.0)), rel=0.02)
    assert chance_to_establish(law) < 0.1
