"""Figures that cannot be are told from figures that can."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.measuring.consistency import is_possible_share, nearest_possible_shares, sums_above_whole


def printed(count: int, base: int, decimals: int, rounding: str) -> Decimal:
    """Print a percentage exactly as a careful person would, under one convention for halves."""
    exact = Fraction(100 * count * 10**decimals, base)
    whole, rest = divmod(exact.numerator, exact.denominator)
    half = Decimal("0.5") if 2 * rest == exact.denominator else Decimal(2 * rest > exact.denominator)
    return (whole + half).quantize(Decimal(1), rounding=rounding)


@given(st.integers(1, 250), st.integers(0, 1))
def test_a_percentage_is_possible_exactly_when_some_count_prints_it(base: int, decimals: int) -> None:
    conventions = (ROUND_HALF_UP, ROUND_HALF_EVEN)
    reachable = {
        int(printed(count, base, decimals, rounding)) for count in range(base + 1) for rounding in conventions
    }
    whole = 100 * 10**decimals

    found = {units for units in range(whole + 1) if is_possible_share(units / whole, base, decimals)}

    assert found == reachable


@pytest.mark.parametrize(
    ("share", "base", "decimals", "possible"),
    [
        (0.47, 12, 0, False),
        (0.42, 12, 0, True),
        (0.13, 8, 0, True),  # 12.5, half up
        (0.12, 8, 0, True),  # 12.5, half to even
        (0.38, 8, 0, True),  # 37.5, both
        (0.37, 8, 0, False),
        (0.125, 8, 1, True),
        (0.126, 8, 1, False),
        (0.47, 100, 0, True),
        (0.471, 100, 1, False),
        (0.0, 7, 0, True),
        (1.0, 7, 0, True),
        (0.01, 7, 0, False),
    ],
)
def test_a_percentage_is_checked_against_its_base(
    share: float, base: int, decimals: int, possible: bool
) -> None:
    assert is_possible_share(share, base, decimals) is possible


def test_a_share_with_more_decimals_than_it_says_is_refused() -> None:
    with pytest.raises(ValueError, match="decimals"):
        is_possible_share(0.475, 12, 0)


def test_the_nearest_possible_shares_are_those_of_the_counts_around() -> None:
    assert nearest_possible_shares(0.47, 12) == (5 / 12, 6 / 12)


def test_a_possible_share_is_its_own_neighbour() -> None:
    assert nearest_possible_shares(7 / 12, 12) == (7 / 12, 7 / 12)


@pytest.mark.parametrize(
    ("shares", "decimals", "above"),
    [
        ([0.5, 0.5], 0, False),
        ([0.34, 0.34, 0.33], 0, False),  # 101: three roundings of half a point
        ([0.51, 0.50], 0, False),  # 101 is just what two roundings may add
        ([0.52, 0.50], 0, True),
        ([0.502, 0.500], 1, True),
        ([0.501, 0.500], 1, False),
        ([0.1] * 10, 0, False),
        ([], 0, False),
    ],
)
def test_items_of_one_answer_may_sum_above_all_by_their_rounding_only(
    shares: list[float], decimals: int, above: bool
) -> None:
    assert sums_above_whole(shares, decimals) is above


@given(st.lists(st.integers(0, 300), min_size=1, max_size=12).filter(any), st.integers(0, 2))
def test_counts_of_a_single_response_never_sum_above_all(counts: list[int], decimals: int) -> None:
    base, scale = sum(counts), 100 * 10**decimals
    shares = [int(printed(count, base, decimals, ROUND_HALF_UP)) / scale for count in counts]

    assert not sums_above_whole(shares, decimals)


@pytest.mark.parametrize(
    ("share", "base", "expected"),
    [
        (0.1 + 0.2, 10, (0.3, 0.3)),
        (0.7 - 0.4, 10, (0.3, 0.3)),
        (0.3 + 5e-10, 1000, (0.3, 0.3)),  # within 1e-9 of a share that 300 of 1000 give
        (0.3 + 5e-9, 1000, (0.3, 0.301)),
        (0.0, 3, (0.0, 0.0)),
        (1.0, 3, (1.0, 1.0)),
    ],
)
def test_what_floating_point_blurs_is_still_possible(
    share: float, base: int, expected: tuple[float, float]
) -> None:
    assert nearest_possible_shares(share, base) == expected


def test_figures_are_whole_percentages_unless_said_otherwise() -> None:
    assert not sums_above_whole([0.51, 0.50])
    assert sums_above_whole([0.51, 0.50], 1)
    assert is_possible_share(0.13, 8)
    with pytest.raises(ValueError, match="0 decimals"):
        is_possible_share(0.125, 8)
