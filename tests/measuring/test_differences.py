"""Two independent samples: the pooled test, and the interval of the gaps that it does not reject."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import binom, norm
from statsmodels.stats.proportion import proportions_ztest

from phare_cli.measuring.gaps.differences import separate_gap
from phare_cli.measuring.gaps.gap_law import interval, p_value

SHARES = [0.0, 0.04, 0.31, 0.5, 0.88, 1.0]
BASES = [1, 30, 217.4, 1000, 50_000]
GRID = list(itertools.product(SHARES, SHARES, BASES, BASES))

shares = st.floats(0, 1)
bases = st.floats(1, 1e5)


def test_the_pooled_z_equals_statsmodels() -> None:
    unequal = [row for row in GRID if row[0] != row[1]]
    expected = [proportions_ztest([p * n, q * m], [n, m])[0] for p, q, n, m in unequal]

    assert [separate_gap(*row).score for row in unequal] == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("conf", [0.8, 0.95, 0.99])
@pytest.mark.parametrize(
    ("first", "second", "first_base", "second_base"),
    [(0.5, 0.4, 100, 300), (0.31, 0.5, 217, 1000), (0.88, 0.5, 80, 1000), (0.06, 0.04, 1000, 400)],
)
def test_the_interval_is_close_to_mees_which_takes_the_likeliest_shares(
    first: float, second: float, first_base: int, second_base: int, conf: float
) -> None:
    ends = mee(first, second, first_base, second_base, conf)

    found = interval(separate_gap(first, second, first_base, second_base), conf)

    assert found == pytest.approx(ends, abs=0.006)


def mee(first: float, second: float, first_base: int, second_base: int, conf: float) -> tuple[float, float]:
    """Return Mee's interval by scipy: the ends where the score test, on the likeliest shares, just rejects."""
    gap, critical = first - second, norm.ppf((1 + conf) / 2)

    def excess(at: float) -> float:
        def unlikely(share: float) -> float:
            pairs = ((share + at, first, first_base), (share, second, second_base))
            return -sum(base * (seen * np.log(p) + (1 - seen) * np.log(1 - p)) for p, seen, base in pairs)

        inside = (max(0.0, -at) + 1e-9, min(1.0, 1.0 - at) - 1e-9)
        share = float(minimize_scalar(unlikely, bounds=inside, method="bounded", options={"xatol": 1e-10}).x)
        variance = (share + at) * (1 - share - at) / first_base + share * (1 - share) / second_base
        return abs(gap - at) - critical * np.sqrt(variance)

    return brentq(excess, gap - 0.35, gap), brentq(excess, gap, gap + 0.35)


@pytest.mark.parametrize(
    ("first", "second", "first_base", "second_base"),
    [
        (0.5, 0.5, 50, 50),
        (0.5, 0.4, 100, 300),
        (0.1, 0.1, 100, 900),
        (0.05, 0.02, 60, 400),
        (0.9, 0.8, 200, 200),
    ],
)
def test_the_interval_covers_as_often_as_it_says(
    first: float, second: float, first_base: int, second_base: int
) -> None:
    # Every possible sample, by its probability: no Monte Carlo error. Samples under 1 in 100,000 are left out.
    covered = 0.0
    for count, chance in zip(*likely(first_base, first), strict=True):
        for other, other_chance in zip(*likely(second_base, second), strict=True):
            if chance * other_chance > 1e-5:
                law = separate_gap(count / first_base, other / second_base, first_base, second_base)
                # A gap is in its interval when the test does not reject it.
                covered += chance * other_chance * (p_value(law, first - second) > 0.05)

    assert 0.93 <= covered + 0.005 <= 0.98


def likely(base: int, share: float) -> tuple[np.ndarray, np.ndarray]:
    counts = np.arange(base + 1)
    return counts, binom.pmf(counts, base, share)


def test_the_pooled_test_gives_what_r_gives() -> None:
    # R 4.2.2: prop.test(c(180, 152), c(400, 400), correct = FALSE)$p.value
    assert p_value(separate_gap(0.45, 0.38, 400, 400)) == pytest.approx(0.0445218686232675, abs=1e-12)


def test_half_of_a_hundred_against_forty_percent_of_three_hundred_as_separate_samples() -> None:
    assert separate_gap(0.5, 0.4, 100, 300).score == pytest.approx(1.7518714874)


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_equal_shares_are_no_distance_apart(share: float) -> None:
    law = separate_gap(share, share, 12, 3000)

    assert (law.score, p_value(law)) == (0, 1)


@pytest.mark.parametrize(("p", "q"), [(1.0, 1.0 - 1e-16), (0.0, 5e-324)])
def test_a_blur_of_floating_point_at_the_ends_is_no_distance(p: float, q: float) -> None:
    assert p_value(separate_gap(p, q, 1000, 1000)) == 1


@given(shares, shares, bases, bases)
def test_swapping_the_samples_flips_the_interval_and_nothing_else(
    p: float, q: float, n: float, m: float
) -> None:
    there, back = separate_gap(p, q, n, m), separate_gap(q, p, m, n)
    low, high = interval(there)

    assert p_value(back) == pytest.approx(p_value(there), rel=1e-9, abs=1e-300)
    assert interval(back) == pytest.approx((-high, -low), abs=1e-9)


@given(shares, shares, bases, bases)
def test_the_interval_holds_the_gap_and_stays_possible(p: float, q: float, n: float, m: float) -> None:
    low, high = interval(separate_gap(p, q, n, m))

    assert -1 <= low <= p - q + 1e-9
    assert p - q - 1e-9 <= high <= 1


@given(shares, shares, bases, bases, st.sampled_from([0.8, 0.95, 0.998]))
def test_the_interval_reaches_no_gap_at_all_just_where_the_test_does_not_reject_it(
    p: float, q: float, n: float, m: float, conf: float
) -> None:
    law = separate_gap(p, q, n, m)
    low, high = interval(law, conf)

    assert (low <= 0 <= high) == (p_value(law) > (1 - conf) * (1 + 1e-9))


def test_a_share_that_is_known_exactly_leaves_the_variance_of_the_other() -> None:
    # (0.45 - 0.37) / sqrt(0.37 * 0.63 / 140)
    assert separate_gap(0.45, 0.37, 140, float("inf")).score == pytest.approx(1.9606, abs=1e-4)


@pytest.mark.parametrize(
    "wrong", [(1.2, 0.5, 10, 10), (0.5, -0.1, 10, 10), (0.5, 0.4, 0, 10), (0.5, 0.4, 10, -1)]
)
def test_what_is_not_a_share_or_a_base_is_refused(wrong: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="is"):
        separate_gap(*wrong)
