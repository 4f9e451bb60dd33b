"""The incomplete beta function agrees with scipy and R, and serves the binomial."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from phare_cli.measuring.beta import binomial_upper_tail, incomplete_beta, inverse_incomplete_beta
from phare_cli.measuring.student import student_critical_value

SHAPES = [0.02, 0.5, 1.0, 1.7, 12.0, 150.3, 1e3, 1e5, 1e6]
POINTS = [0.0, 1e-6, 0.025, 0.3, 0.5, 0.8, 0.975, 1.0]


@pytest.mark.parametrize(("a", "b"), list(itertools.product(SHAPES, SHAPES)))
def test_the_incomplete_beta_equals_scipys(a: float, b: float) -> None:
    mean, spread = a / (a + b), math.sqrt(a * b / (a + b + 1)) / (a + b)
    points = [*POINTS, *(min(max(mean + k * spread, 0.0), 1.0) for k in (-3, -1, 0, 1, 3))]

    found = [incomplete_beta(a, b, x) for x in points]

    assert found == pytest.approx([float(special.betainc(a, b, x)) for x in points], abs=1e-9)


@pytest.mark.parametrize(("a", "b"), list(itertools.product(SHAPES[1:-1], SHAPES[1:-1])))
def test_the_inverse_equals_scipys(a: float, b: float) -> None:
    found = [inverse_incomplete_beta(a, b, p) for p in POINTS]

    assert found == pytest.approx([float(special.betaincinv(a, b, p)) for p in POINTS], abs=1e-10)


@given(st.floats(1, 5000), st.floats(1, 5000), st.floats(1e-6, 1 - 1e-6))
def test_the_inverse_undoes_the_function(a: float, b: float, probability: float) -> None:
    assert incomplete_beta(a, b, inverse_incomplete_beta(a, b, probability)) == pytest.approx(
        probability, abs=1e-9
    )


@given(st.floats(0.1, 5000), st.floats(0.1, 5000), st.floats(0.001, 0.999))
def test_swapping_the_shapes_mirrors_the_function(a: float, b: float, x: float) -> None:
    assert incomplete_beta(a, b, x) + incomplete_beta(b, a, 1 - x) == pytest.approx(1, abs=1e-9)


def test_fractional_shapes_give_what_r_gives() -> None:
    # R 4.2.2: pbeta(.31, 3.7, 12.2)
    assert incomplete_beta(3.7, 12.2, 0.31) == pytest.approx(0.781923356388031, abs=1e-12)


def test_fractional_shapes_invert_to_what_r_gives() -> None:
    # R 4.2.2: qbeta(c(.025, .5, .975), 3.7, 12.2)
    answers = [0.0673065563847932, 0.2213061491716433, 0.4612206079087798]

    assert [inverse_incomplete_beta(3.7, 12.2, p) for p in (0.025, 0.5, 0.975)] == pytest.approx(
        answers, abs=1e-12
    )


def test_a_quantile_too_small_for_floating_point_is_zero_and_ends() -> None:
    assert inverse_incomplete_beta(0.001, 2.0, 0.025) == pytest.approx(0, abs=1e-15)


@pytest.mark.parametrize(("a", "b"), [(0.0, 1.0), (1.0, -1.0), (math.nan, 1.0)])
def test_a_shape_that_is_not_positive_is_refused(a: float, b: float) -> None:
    with pytest.raises(ValueError, match="positive"):
        incomplete_beta(a, b, 0.5)


@pytest.mark.parametrize("probability", [-0.1, 1.1, math.nan])
def test_a_probability_outside_zero_and_one_is_refused(probability: float) -> None:
    with pytest.raises(ValueError, match="probability"):
        inverse_incomplete_beta(2, 3, probability)


@given(st.integers(1, 400), st.data())
def test_the_binomial_tail_equals_scipys(trials: int, data: st.DataObject) -> None:
    successes = data.draw(st.integers(0, trials))

    tail = binomial_upper_tail(successes, trials, 0.5)

    assert tail == pytest.approx(float(stats.binom.sf(successes - 1, trials, 0.5)), rel=1e-9, abs=1e-300)


def test_the_binomial_tail_gives_what_r_gives() -> None:
    # R 4.2.2: binom.test(15, 20, alternative = "greater")$p.value
    assert binomial_upper_tail(15, 20, 0.5) == pytest.approx(0.0206947326660156, abs=1e-13)


def test_more_successes_than_trials_never_happen() -> None:
    assert binomial_upper_tail(5, 4, 0.5) == 0


@pytest.mark.parametrize("degrees", [1, 2, 5, 7.5, 14, 182, 1e4, 1e6])
@pytest.mark.parametrize("conf", [0.5, 0.9, 0.95, 0.999])
def test_students_critical_value_equals_scipys(degrees: float, conf: float) -> None:
    assert student_critical_value(conf, degrees) == pytest.approx(
        float(stats.t.isf((1 - conf) / 2, degrees)), rel=1e-9
    )


def test_students_critical_value_gives_what_r_gives() -> None:
    # R 4.2.2: qt(.975, c(1, 2, 5, 7.5, 14, 182))
    answers = [12.70620473617469, 4.30265272974946, 2.57058183563631]
    answers += [2.33303962686497, 2.14478668791780, 1.97308407733590]

    assert [student_critical_value(0.95, df) for df in (1, 2, 5, 7.5, 14, 182)] == pytest.approx(
        answers, rel=1e-11
    )


def test_infinite_degrees_of_freedom_are_the_normal() -> None:
    assert student_critical_value(0.95, math.inf) == pytest.approx(1.959963984540054)


def test_degrees_of_freedom_that_are_not_positive_are_refused() -> None:
    with pytest.raises(ValueError, match="degrees"):
        student_critical_value(0.95, 0)
