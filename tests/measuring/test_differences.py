"""Two independent samples: the pooled test and Newcombe's interval."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

from phare_cli.measuring.differences import newcombe, pooled_z
from phare_cli.measuring.normal import two_sided_p

SHARES = [0.0, 0.04, 0.31, 0.5, 0.88, 1.0]
BASES = [1, 30, 217.4, 1000, 50_000]
GRID = list(itertools.product(SHARES, SHARES, BASES, BASES))

shares = st.floats(0, 1)
bases = st.floats(1, 1e5)


def test_the_pooled_z_equals_statsmodels() -> None:
    unequal = [row for row in GRID if row[0] != row[1]]
    expected = [proportions_ztest([p * n, q * m], [n, m])[0] for p, q, n, m in unequal]

    assert [pooled_z(*row) for row in unequal] == pytest.approx(expected, rel=1e-9)


@pytest.mark.parametrize("conf", [0.8, 0.95, 0.99])
def test_newcombes_interval_equals_statsmodels(conf: float) -> None:
    expected = [
        confint_proportions_2indep(p * n, n, q * m, m, method="newcomb", compare="diff", alpha=1 - conf)
        for p, q, n, m in GRID
    ]

    assert [newcombe(*row, conf) for row in GRID] == [pytest.approx(ends, abs=1e-9) for ends in expected]


def test_newcombes_interval_is_the_one_he_printed() -> None:
    # Newcombe (1998), table II, example (a): 56/70 - 48/80, method 10
    assert newcombe(56 / 70, 48 / 80, 70, 80) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_the_pooled_test_gives_what_r_gives() -> None:
    # R 4.2.2: prop.test(c(180, 152), c(400, 400), correct = FALSE)$p.value
    assert two_sided_p(pooled_z(0.45, 0.38, 400, 400)) == pytest.approx(0.0445218686232675, abs=1e-12)


def test_half_of_a_hundred_against_forty_percent_of_three_hundred_as_separate_samples() -> None:
    assert pooled_z(0.5, 0.4, 100, 300) == pytest.approx(1.7518714874)


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
def test_equal_shares_are_no_distance_apart(share: float) -> None:
    assert pooled_z(share, share, 12, 3000) == 0


@pytest.mark.parametrize(("p", "q"), [(1.0, 1.0 - 1e-16), (0.0, 5e-324)])
def test_a_blur_of_floating_point_at_the_ends_is_no_distance(p: float, q: float) -> None:
    assert pooled_z(p, q, 1000, 1000) == pytest.approx(0, abs=1e-5)


@given(shares, shares, bases, bases)
def test_swapping_the_samples_flips_the_sign_of_z_and_nothing_else(
    p: float, q: float, n: float, m: float
) -> None:
    assert pooled_z(q, p, m, n) == -pooled_z(p, q, n, m)


@given(shares, shares, bases, bases)
def test_swapping_the_samples_flips_the_interval_and_nothing_else(
    p: float, q: float, n: float, m: float
) -> None:
    low, high = newcombe(p, q, n, m)

    assert newcombe(q, p, m, n) == (-high, -low)


@given(shares, shares, bases, bases)
def test_newcombes_interval_holds_the_gap_and_stays_possible(p: float, q: float, n: float, m: float) -> None:
    low, high = newcombe(p, q, n, m)

    assert -1 <= low <= p - q <= high <= 1


@pytest.mark.parametrize(
    "wrong", [(1.2, 0.5, 10, 10), (0.5, -0.1, 10, 10), (0.5, 0.4, 0, 10), (0.5, 0.4, 10, -1)]
)
def test_what_is_not_a_share_or_a_base_is_refused(wrong: tuple[float, float, float, float]) -> None:
    with pytest.raises(ValueError, match="is"):
        pooled_z(*wrong)
