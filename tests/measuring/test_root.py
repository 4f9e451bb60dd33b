"""Where a falling function passes 0: as close as floating point tells, in few looks, jumps and flats included."""

from __future__ import annotations

import math
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.measuring.gaps.root import falling_root


@given(st.floats(-0.9, 0.9), st.sampled_from([-1.0, 1.0]), st.floats(0.01, 50.0))
def test_a_smooth_curve_is_followed_from_either_side(root: float, beyond: float, slope: float) -> None:
    found = falling_root(lambda at: math.tanh(slope * (root - at) * beyond), -beyond, beyond)

    assert found == pytest.approx(root, abs=1e-11)


def test_a_tail_is_followed_in_a_few_looks() -> None:
    looks = []

    def excess(at: float) -> float:
        looks.append(at)
        return math.erfc(at) - 0.05

    assert math.erfc(falling_root(excess, 0.0, 8.0)) == pytest.approx(0.05, abs=1e-11)
    assert len(looks) <= 30


@pytest.mark.parametrize(
    ("excess", "last"),
    [
        (lambda at: 1.0 if at < 0.3 else -1.0, 0.3),
        (lambda at: 1.0 if at <= 0.3 else 0.0, 0.3),
        (lambda at: max(0.3 - at, 0.0), 0.3),
        (lambda at: -1.0, 0.0),
        (lambda at: 0.0, 0.0),
    ],
    ids=["a jump", "a jump to 0", "flat beyond", "nowhere above", "0 everywhere"],
)
def test_a_jump_or_a_flat_is_found_by_halving(excess: Callable[[float], float], last: float) -> None:
    assert falling_root(excess, 0.0, 1.0) == pytest.approx(last, abs=1e-11)
