"""Printed figures tell of a gap what sampling and two roundings leave, and no more."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import integrate, stats

from phare_cli.measuring.gaps.differences import separate_gap
from phare_cli.measuring.gaps.gap_law import interval, p_value
from phare_cli.measuring.proportions import wilson_of_printed
from phare_cli.measuring.rounding import (
    Rounding,
    half_unit,
    largest_spread,
    tail_of_printed,
)

WHOLE = Rounding(0.005, 0.005)
ONE_ROUNDED = Rounding(0.005, 0.0)
shares = st.floats(0, 1)
bases = st.floats(30, 1e5)
halves = st.sampled_from([0.005, 0.0005, 0.05])


@pytest.mark.parametrize(("decimals", "half"), [(0, 0.005), (1, 0.0005), (2, 0.00005)])
def test_half_a_unit_follows_the_printed_decimals(decimals: int, half: float) -> None:
    assert half_unit(decimals) == pytest.approx(half)


@given(shares, halves)
def test_the_largest_spread_is_that_of_a_dense_grid(share: float, half: float) -> None:
    low, high = max(share - half, 0.0), min(share + half, 1.0)
    grid = [low + (high - low) * step / 200 for step in range(201)]

    assert largest_spread(share, half) == pytest.approx(max(p * (1 - p) for p in grid), abs=1e-4)


@pytest.mark.parametrize("degrees", [math.inf, 4.0, 37.5])
@pytest.mark.parametrize("rounding", [WHOLE, ONE_ROUNDED, Rounding(0.005, 0.0005)])
@pytest.mark.parametrize(("distance", "error"), [(0.05, 0.02), (0.03, 0.004), (0.01, 0.05), (0.2, 0.03)])
def test_the_tail_is_the_mean_of_the_tails_over_what_rounding_hides(
    distance: float, error: float, rounding: Rounding, degrees: float
) -> None:
    tail = stats.norm.sf if math.isinf(degrees) else stats.t(degrees).sf
    middle, half = distance - min(rounding), max(rounding)
    mean, _ = integrate.quad(lambda at: tail(at / error), middle - half, middle + half, epsabs=1e-14)

    found = tail_of_printed(distance, error, rounding, degrees)

    assert found == pytest.approx(mean / (2 * half), rel=1e-7, abs=1e-15)


@pytest.mark.parametrize("points", [2, 4, 7])
def test_the_tail_of_whole_percents_is_that_of_a_simulation(points: int) -> None:
    # A million pairs of shares that do not differ, printed: a Monte Carlo standard error of 0.0004 at most.
    random = np.random.default_rng(17)
    true = random.uniform(0.3, 0.7, 1_000_000)
    first, second = (np.floor(100 * random.normal(true, error) + 0.5) for error in (0.016, 0.012))

    found = tail_of_printed(points / 100, math.hypot(0.016, 0.012), WHOLE)

    assert found == pytest.approx(np.mean(first - second >= points), abs=0.0016)


def test_nothing_left_to_chance_leaves_the_rounding() -> None:
    assert [tail_of_printed(gap, 0.0, WHOLE) for gap in (0.0, 0.005, 0.01, 0.02)] == pytest.approx(
        [1.0, 0.5, 0.0, 0.0], abs=1e-9
    )


def test_forty_five_against_thirty_eight_as_whole_percents_and_as_they_stand() -> None:
    printed, exact = (separate_gap(0.45, 0.38, 400, 400, held) for held in (WHOLE, Rounding()))

    # Worst corners would say 0.085.
    assert [p_value(printed), p_value(exact)] == pytest.approx([0.0634, 0.0445], abs=1e-4)


@given(shares, shares, bases, bases, halves)
def test_rounding_to_one_unit_never_makes_a_gap_surer(
    p: float, q: float, n: float, m: float, half: float
) -> None:
    rounded = separate_gap(p, q, n, m, Rounding(half, half))

    assert p_value(rounded) >= p_value(separate_gap(p, q, n, m)) - 1e-9


@given(shares, shares, bases, bases, st.sampled_from([WHOLE, ONE_ROUNDED, Rounding(0.05, 0.0005)]))
def test_an_interval_holds_every_gap_that_rounding_alone_hides(
    p: float, q: float, n: float, m: float, rounding: Rounding
) -> None:
    low, high = interval(separate_gap(p, q, n, m, rounding))

    assert low <= max(p - q - rounding.reach, -1.0) + 1e-9
    assert high >= min(p - q + rounding.reach, 1.0) - 1e-9


@given(shares, shares, bases, bases, st.sampled_from([0.9, 0.95, 0.995]))
def test_an_interval_of_printed_figures_reaches_no_gap_unless_the_test_or_the_rounding_keeps_it(
    p: float, q: float, n: float, m: float, conf: float
) -> None:
    law = separate_gap(round(p, 2), round(q, 2), n, m, WHOLE)
    low, high = interval(law, conf)

    is_established = p_value(law) <= (1 - conf) * (1 + 1e-9) and not law.is_within_rounding

    assert (low > 0 or high < 0) == is_established


def test_gaps_of_printed_percents_that_are_not_there_are_declared_in_5_percent_of_samples_at_most() -> None:
    # Shares of the worst place between two prints included; 20,000 samples each: a standard error of 0.15 %.
    random = np.random.default_rng(3)
    for base, share in itertools.product((100, 400, 1000, 5000, 50_000), (0.4, 0.405)):
        first, second = (np.floor(100 * random.binomial(base, share, 20_000) / base + 0.5) for _ in range(2))
        declared = 0
        for (one, other), times in count(first, second):
            law = separate_gap(one / 100, other / 100, base, base, WHOLE)
            declared += times * (p_value(law) <= 0.05 and not law.is_within_rounding)

        assert declared / 20_000 <= 0.05 + 0.0045


def count(first: np.ndarray, second: np.ndarray) -> list[tuple[tuple[float, float], int]]:
    pairs, times = np.unique(np.stack((first, second)), axis=1, return_counts=True)
    return [
        ((float(one), float(other)), int(held)) for (one, other), held in zip(pairs.T, times, strict=True)
    ]


@pytest.mark.parametrize("base", [200, 5034, 50_000, 1_000_000])
def test_intervals_of_whole_percents_cover_as_often_as_they_say_however_large_the_base(base: int) -> None:
    # True shares anywhere between two prints; 20,000 samples: a Monte Carlo standard error of 0.15 %.
    random = np.random.default_rng(5034)
    true = random.uniform(0.05, 0.95, 20_000)
    printed = np.floor(100 * random.binomial(base, true) / base + 0.5) / 100
    held = {share: wilson_of_printed(float(share), base, half=0.005) for share in np.unique(printed)}

    covered = np.mean(
        [held[share].low <= p <= held[share].high for share, p in zip(printed, true, strict=True)]
    )

    assert covered >= 0.95 - 0.0045


@pytest.mark.parametrize("base", [400, 5034, 50_000])
def test_intervals_of_gaps_of_whole_percents_cover_too(base: int) -> None:
    # 4,000 pairs of samples: a Monte Carlo standard error of 0.34 %.
    random = np.random.default_rng(5035)
    true = random.uniform(0.05, 0.95, (2, 4_000))
    true[1] = np.clip(true[0] + random.normal(0, 0.05, 4_000), 0.01, 0.99)
    first, second = np.floor(100 * random.binomial(base, true) / base + 0.5) / 100

    covered = [
        low <= p - q <= high
        for p, q, one, other in zip(*true, first, second, strict=True)
        for low, high in [interval(separate_gap(float(one), float(other), base, base, WHOLE))]
    ]

    assert np.mean(covered) >= 0.95 - 0.0103
