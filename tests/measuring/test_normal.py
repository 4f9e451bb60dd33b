"""The normal distribution agrees with scipy, far into both tails."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from phare_cli.measuring.normal import critical_value, quantile, two_sided_p, upper_tail

PROBABILITIES = [1e-300, 1e-100, 1e-15, 1e-9, 0.001, 0.02424, 0.02426, 0.025, 0.3, 0.5]
PROBABILITIES += [0.7, 0.97574, 0.97576, 0.999, 1 - 1e-9, 1 - 1e-15]


@pytest.mark.parametrize("probability", PROBABILITIES)
def test_the_quantile_equals_scipys(probability: float) -> None:
    assert quantile(probability) == pytest.approx(stats.norm.ppf(probability), rel=1e-13, abs=1e-15)


@given(st.floats(1e-12, 1 - 1e-12))
def test_the_quantile_undoes_the_tail(probability: float) -> None:
    assert upper_tail(-quantile(probability)) == pytest.approx(probability, rel=1e-11)


@given(st.floats(1e-9, 0.5))
def test_the_quantile_mirrors_around_one_half(probability: float) -> None:
    assert quantile(1 - probability) == pytest.approx(-quantile(probability), rel=1e-6, abs=1e-15)


@pytest.mark.parametrize("probability", [0.0, 1.0, -0.1, 1.1, float("nan")])
def test_a_quantile_outside_zero_and_one_is_refused(probability: float) -> None:
    with pytest.raises(ValueError, match="probability"):
        quantile(probability)


@pytest.mark.parametrize("z", [0.0, 0.5, -1.96, 2.5, -8.0, 30.0])
def test_the_two_sided_p_equals_scipys(z: float) -> None:
    assert two_sided_p(z) == pytest.approx(2 * stats.norm.sf(abs(z)), rel=1e-12)


def test_an_infinite_z_has_no_p_left() -> None:
    assert two_sided_p(float("-inf")) == 0


@pytest.mark.parametrize("conf", [0.5, 0.8, 0.9, 0.95, 0.99, 0.999999])
def test_the_critical_value_equals_scipys(conf: float) -> None:
    assert critical_value(conf) == pytest.approx(stats.norm.isf((1 - conf) / 2), rel=1e-12)
