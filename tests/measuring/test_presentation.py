"""The NCHS presentation standards, at their edges."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.presentation import Flag, is_too_wide, nchs_flag
from phare_cli.measuring.proportions import korn_graubard
from phare_cli.measuring.weights import effective_base


@pytest.mark.parametrize(
    ("share", "base", "flag"),
    [
        (0.50, 500, None),
        (0.50, 29.9, "suppress"),  # effective base under 30
        (0.02, 29.9, "suppress"),
        (0.50, 40, "suppress"),  # 32 points wide
        (0.50, 60, None),  # 26 points wide
        (0.03, 100, "suppress"),  # 8 points wide, 262 % of the share
        (0.01, 500, None),  # 2 points wide: what it is of the share does not matter
        (0.97, 100, None),  # 8 points wide, 8 % of the share
        (0.0, 500, "review"),
        (1.0, 500, "review"),
        (0.0, 30, "review"),
        (1.0, 30, "review"),
        (0.0, 29, "suppress"),
    ],
)
def test_a_share_is_flagged_as_the_standards_say(share: float, base: float, flag: Flag | None) -> None:
    assert nchs_flag(share, base) == flag


@pytest.mark.parametrize(
    ("share", "interval", "wide"),
    [
        (0.5, Interval(0.35, 0.65), True),  # exactly 30 points
        (0.5, Interval(0.3501, 0.65), False),
        (0.01, Interval(0.0, 0.05), False),  # exactly 5 points
        (0.01, Interval(0.0, 0.0501), True),
        (0.1, Interval(0.05, 0.18), False),  # exactly 130 %
        (0.1, Interval(0.05, 0.1801), True),
        (0.0, Interval(0.0, 0.2), False),  # nothing to be relative to
    ],
)
def test_a_width_is_judged_at_the_edge_of_each_threshold(
    share: float, interval: Interval, wide: bool
) -> None:
    assert is_too_wide(share, interval) is wide


def test_thirty_equal_weights_are_not_suppressed_for_their_base() -> None:
    assert nchs_flag(1.0, effective_base([0.1] * 30)) == "review"


def test_fewer_than_thirty_respondents_are_suppressed_however_large_the_effective_base() -> None:
    assert nchs_flag(0.9, 35, base=29) == "suppress"


@pytest.mark.parametrize(("degrees", "flag"), [(7, "review"), (8, None)])
def test_few_degrees_of_freedom_call_for_a_review(degrees: float, flag: Flag | None) -> None:
    assert nchs_flag(0.5, 5000, base=5000, degrees_of_freedom=degrees) == flag


@given(st.floats(0, 1), st.floats(math.log(30), math.log(1e5)).map(math.exp))
def test_the_short_cut_changes_no_flag(share: float, base: float) -> None:
    wide = is_too_wide(share, korn_graubard(share, base))

    assert (nchs_flag(share, base) == "suppress") is (wide or base < 30 * (1 - 1e-9))


@given(st.sampled_from([0.01, 0.03, 0.05, 0.07, 0.1, 0.2, 0.5, 0.8, 0.95]), st.floats(30, 400))
def test_the_short_cut_changes_no_flag_where_flags_change(share: float, base: float) -> None:
    assert (nchs_flag(share, base) == "suppress") is is_too_wide(share, korn_graubard(share, base))
