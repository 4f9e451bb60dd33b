"""A verdict must hold everywhere inside the printed rounding."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.differences import pooled_z
from phare_cli.measuring.items import Response, item_z
from phare_cli.measuring.nested import nested_z
from phare_cli.measuring.normal import is_significant, two_sided_p
from phare_cli.measuring.rounding import (
    half_unit,
    is_stable,
    item_z_range,
    nested_z_range,
    p_range,
    separate_z_range,
)

shares = st.floats(0, 1)
bases = st.floats(1, 1e4)
halves = st.sampled_from([0.005, 0.0005, 0.05])
responses = st.sampled_from(["single", "multiple"])


def dense(share: float, half: float) -> list[float]:
    """Return thirteen shares across the rounding of one, ends included."""
    low, high = max(share - half, 0.0), min(share + half, 1.0)
    return [low, *(low + (high - low) * step / 12 for step in range(1, 12)), high]


def everywhere(z: Callable[[float, float], float], first: float, second: float, half: float) -> list[float]:
    return [z(p, q) for p, q in itertools.product(dense(first, half), dense(second, half))]


def spans(found: Interval, values: list[float]) -> bool:
    """Tell whether the range ends where the dense grid does."""
    return found == pytest.approx((min(values), max(values)), rel=1e-9, abs=1e-9)


@pytest.mark.parametrize(("decimals", "half"), [(0, 0.005), (1, 0.0005), (2, 0.00005)])
def test_half_a_unit_follows_the_printed_decimals(decimals: int, half: float) -> None:
    assert half_unit(decimals) == pytest.approx(half)


@given(shares, shares, bases, bases, halves)
def test_separate_samples_are_extreme_at_the_corners(
    p: float, q: float, n: float, m: float, half: float
) -> None:
    found = separate_z_range(p, q, n, m, half_unit=half)

    assert spans(found, everywhere(lambda a, b: pooled_z(a, b, n, m), p, q, half))


@given(shares, shares, bases, bases, halves)
def test_a_region_inside_its_nation_is_extreme_at_the_corners(
    p: float, q: float, n: float, rest: float, half: float
) -> None:
    found = nested_z_range(p, q, n, n + rest, half_unit=half)

    assert spans(found, everywhere(lambda a, b: nested_z(a, b, n, n + rest), p, q, half))


@given(shares, shares, bases, responses, halves)
def test_two_items_are_extreme_at_the_corners(
    p: float, q: float, base: float, response: Response, half: float
) -> None:
    found = item_z_range(p, q, base, response, half_unit=half)

    assert spans(found, everywhere(lambda a, b: item_z(a, b, base, response), p, q, half))


@given(shares, shares, bases, bases, halves)
def test_a_decision_is_stable_when_the_whole_rounding_makes_it(
    p: float, q: float, n: float, m: float, half: float
) -> None:
    values = everywhere(lambda a, b: pooled_z(a, b, n, m), p, q, half)
    assume(all(abs(abs(z) - 1.959964) > 1e-5 for z in values))
    decisions = {is_significant(z) * (1 if z > 0 else -1) for z in values}

    assert is_stable(separate_z_range(p, q, n, m, half_unit=half)) is (len(decisions) == 1)


@given(shares, shares, bases, bases, halves)
def test_the_range_of_p_is_that_of_the_whole_rounding(
    p: float, q: float, n: float, m: float, half: float
) -> None:
    grid = [two_sided_p(z) for z in everywhere(lambda a, b: pooled_z(a, b, n, m), p, q, half)]

    low, high = p_range(separate_z_range(p, q, n, m, half_unit=half))

    assert low <= min(grid) * (1 + 1e-9)
    assert max(grid) <= high * (1 + 1e-9)


def test_forty_five_against_thirty_eight_is_not_established_because_of_rounding() -> None:
    found = separate_z_range(0.45, 0.38, 400, 400, half_unit=half_unit(0))

    assert p_range(found) == pytest.approx((0.022, 0.085), abs=5e-4)
    assert not is_stable(found)


def test_the_same_figures_with_one_decimal_are_established() -> None:
    assert is_stable(separate_z_range(0.45, 0.38, 400, 400, half_unit=half_unit(1)))


def test_an_equality_inside_the_rounding_has_a_p_of_one() -> None:
    assert p_range(separate_z_range(0.450, 0.452, 400, 400, half_unit=0.005)).high == 1


@pytest.mark.parametrize(
    ("z_range", "stable"),
    [
        (Interval(2.0, 3.0), True),
        (Interval(-3.0, -2.0), True),
        (Interval(-1.9, 1.9), True),
        (Interval(1.9, 2.0), False),
        (Interval(-2.0, -1.9), False),
        (Interval(-3.0, 3.0), False),
    ],
)
def test_a_range_is_stable_on_one_side_of_both_limits(z_range: Interval, stable: bool) -> None:
    assert is_stable(z_range) is stable


@given(shares, shares, bases, bases, halves)
def test_swapping_the_samples_flips_the_range_and_nothing_else(
    p: float, q: float, n: float, m: float, half: float
) -> None:
    low, high = separate_z_range(p, q, n, m, half_unit=half)

    assert separate_z_range(q, p, m, n, half_unit=half) == (-high, -low)


def test_a_negative_half_unit_is_refused() -> None:
    with pytest.raises(ValueError, match="half"):
        separate_z_range(0.4, 0.3, 10, 10, half_unit=-0.1)
