"""Holm's adjustment of several p values."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from statsmodels.stats.multitest import multipletests

from phare_cli.measuring.several import holm, step_down

p_values = st.lists(st.floats(0, 1), min_size=1, max_size=30)


@pytest.mark.parametrize("size", [1, 2, 3, 7, 20, 100])
@pytest.mark.parametrize("power", [1, 4, 12])
def test_holm_equals_statsmodels(size: int, power: int) -> None:
    # Spread without chance by the golden ratio; a high power makes most of them small.
    raw = [(place * 0.6180339887 % 1) ** power for place in range(1, size + 1)]

    assert holm(raw) == pytest.approx(list(multipletests(raw, method="holm")[1]), abs=1e-12)


def test_holm_gives_what_r_gives() -> None:
    # R 4.2.2: p.adjust(c(.01, .04, .03, .005, .5, .04), "holm")
    assert holm([0.01, 0.04, 0.03, 0.005, 0.5, 0.04]) == pytest.approx([0.05, 0.12, 0.12, 0.03, 0.5, 0.12])


@given(p_values)
def test_an_adjusted_p_is_never_under_its_raw_one_nor_over_one(raw: list[float]) -> None:
    assert all(p <= adjusted <= 1 for p, adjusted in zip(raw, holm(raw), strict=True) if adjusted is not None)


@given(p_values)
def test_adjusted_p_values_keep_the_order_of_the_raw_ones(raw: list[float]) -> None:
    pairs = sorted(zip(raw, holm(raw), strict=True), key=lambda pair: pair[0])
    adjusted = [value for _, value in pairs if value is not None]

    assert adjusted == sorted(adjusted)


@given(p_values, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_changes_no_adjusted_p(raw: list[float], random: object) -> None:
    order = list(range(len(raw)))
    random.shuffle(order)  # type: ignore[attr-defined]

    assert holm([raw[place] for place in order]) == [holm(raw)[place] for place in order]


@given(p_values, st.floats(0, 1))
def test_raising_a_raw_p_never_lowers_an_adjusted_one(raw: list[float], risen: float) -> None:
    higher = [max(raw[0], risen), *raw[1:]]

    pairs = zip(holm(raw), holm(higher), strict=True)

    assert all(before <= after for before, after in pairs if before is not None and after is not None)


def test_rows_without_a_test_count_for_nothing() -> None:
    assert holm([None, 0.02, None, 0.03]) == [None, 0.04, None, 0.04]


@given(p_values, st.integers(0, 200))
def test_tests_that_were_not_worked_out_count_as_the_largest_p_there_is(
    raw: list[float], others: int
) -> None:
    assert holm(raw, others=others) == holm([*raw, *[1.0] * others])[: len(raw)]
    alone, among = step_down(raw, 0.05, others=others), step_down([*raw, *[1.0] * others], 0.05)[: len(raw)]
    assert [each.p_adjusted for each in alone] == [each.p_adjusted for each in among]
    assert [each.alpha for each in alone] == pytest.approx([each.alpha for each in among])


def test_a_single_test_is_left_as_it_is() -> None:
    assert holm([0.04]) == [0.04]


def test_no_test_is_no_answer() -> None:
    assert holm([]) == []


@pytest.mark.parametrize("wrong", [-0.1, 1.1, math.nan])
def test_what_is_not_a_p_value_is_refused(wrong: float) -> None:
    with pytest.raises(ValueError, match="p value"):
        holm([0.5, wrong])
