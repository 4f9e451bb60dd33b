"""Two items of one question share their respondents."""

from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phare_cli.measuring.items import Response, item_tail, item_variance, item_z, overlap

shares = st.floats(0, 1)
bases = st.floats(1, 1e5)
responses = st.sampled_from(["single", "multiple"])


@pytest.mark.parametrize(
    ("first", "second", "response", "expected"),
    [
        (0.6, 0.3, "multiple", 0.0),
        (0.9, 0.8, "multiple", 0.7),
        (0.9, 0.8, "single", 0.0),
        (1, 1, "multiple", 1),
    ],
)
def test_the_overlap_is_the_least_possible(
    first: float, second: float, response: Response, expected: float
) -> None:
    assert overlap(first, second, response) == pytest.approx(expected)


def test_the_variance_by_hand() -> None:
    # (0.5 + 0.3 - 0.2^2) / 400
    assert item_variance(0.5, 0.3, 400, "single") == pytest.approx(0.0019)


def test_the_variance_of_a_multiple_response_by_hand() -> None:
    # (0.9 + 0.8 - 2 * 0.7 - 0.1^2) / 400
    assert item_variance(0.9, 0.8, 400, "multiple") == pytest.approx(0.29 / 400)


@given(shares, shares, bases, st.floats(0, 1))
def test_no_possible_overlap_gives_a_larger_variance(p: float, q: float, base: float, place: float) -> None:
    least, most = max(0.0, p + q - 1), min(p, q)
    true_overlap = least + place * (most - least)
    true_variance = (p + q - 2 * true_overlap - (p - q) ** 2) / base

    assert item_variance(p, q, base, "multiple") >= true_variance - 1e-12


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 60))
def test_the_variance_is_that_of_respondents_scored_plus_one_minus_one_or_zero(
    a: int, b: int, c: int
) -> None:
    assume(a + b + c > 0)
    base = a + b + c
    scores = [1] * a + [-1] * b + [0] * c
    mean = sum(scores) / base
    variance = sum((score - mean) ** 2 for score in scores) / base / base

    assert item_variance(a / base, b / base, base, "single") == pytest.approx(variance, abs=1e-12)


@given(shares, shares, bases, responses)
def test_swapping_the_items_flips_the_sign_and_nothing_else(
    p: float, q: float, base: float, response: Response
) -> None:
    assert item_z(q, p, base, response) == -item_z(p, q, base, response)


@given(shares, shares, bases, responses, st.sampled_from([0.005, 0.0005]))
def test_rounding_never_makes_a_gap_between_items_surer(
    p: float, q: float, base: float, response: Response, half: float
) -> None:
    high, low = max(p, q), min(p, q)

    assert item_tail(high, low, base, response, half) >= item_tail(high, low, base, response) - 1e-9


def test_a_gap_that_two_roundings_cover_settles_nothing_however_many_were_asked() -> None:
    assert item_tail(0.31, 0.30, 1e9, "single", 0.005) == 1


@pytest.mark.parametrize("share", [0.0, 0.4, 1.0])
@pytest.mark.parametrize("response", ["single", "multiple"])
def test_equal_items_are_no_distance_apart(share: float, response: Response) -> None:
    assert item_z(share, share, 50, response) == 0


def test_a_blur_of_floating_point_between_two_items_that_all_gave_is_no_distance() -> None:
    assert item_z(1.0, 1.0 - 1e-16, 1000, "multiple") == pytest.approx(0, abs=1e-5)


def test_everybody_against_nobody_is_infinitely_far() -> None:
    assert item_z(0.0, 1.0, 50, "multiple") == -math.inf
