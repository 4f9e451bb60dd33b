"""Kish's design effect and effective base."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.measuring.weights import design_effect, effective_base

weights = st.lists(st.floats(1e-3, 1e3), min_size=1, max_size=60)


def test_kishs_formula_by_hand() -> None:
    # weights 1, 1, 2: sum 4, squares 6, so n_eff = 16 / 6 and deff = 3 * 6 / 16
    assert effective_base([1, 1, 2]) == pytest.approx(16 / 6)
    assert design_effect([1, 1, 2]) == pytest.approx(18 / 16)


@given(weights)
def test_the_effective_base_is_the_base_over_the_design_effect(sample: list[float]) -> None:
    assert effective_base(sample) == pytest.approx(len(sample) / design_effect(sample))


@given(weights)
def test_weighting_never_gains_respondents(sample: list[float]) -> None:
    assert 1 - 1e-9 <= effective_base(sample) <= len(sample) * (1 + 1e-9)


@given(weights, st.integers(0, 20))
def test_zero_weights_are_not_respondents(sample: list[float], absent: int) -> None:
    padded = [*sample, *([0.0] * absent)]

    assert (effective_base(padded), design_effect(padded)) == (effective_base(sample), design_effect(sample))


@given(weights, st.sampled_from([1e-150, 0.5, 3.0, 1e150]))
def test_the_scale_of_weights_does_not_matter(sample: list[float], scale: float) -> None:
    assert effective_base([weight * scale for weight in sample]) == pytest.approx(effective_base(sample))


@pytest.mark.parametrize("nobody", [[], [0.0, 0.0]])
def test_no_respondent_is_an_effective_base_of_zero(nobody: list[float]) -> None:
    assert effective_base(nobody) == 0


def test_no_respondent_has_no_design_effect() -> None:
    with pytest.raises(ValueError, match="weight"):
        design_effect([0.0])


@pytest.mark.parametrize("weight", [-1.0, math.nan, math.inf])
def test_what_is_not_a_weight_is_refused(weight: float) -> None:
    with pytest.raises(ValueError, match="weight"):
        effective_base([1.0, weight])
