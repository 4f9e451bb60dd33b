"""Scales start at zero, have round ticks, and hold every figure."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from phare_cli.drawing.axis import axis_of


@pytest.mark.parametrize(
    ("figures", "unit", "ticks"),
    [
        ([67.0, 38.5], "percent", (0, 20, 40, 60, 80)),
        ([92.0], "percent", (0, 20, 40, 60, 80, 100)),
        ([100.0], "percent", (0, 20, 40, 60, 80, 100)),
        ([4.0], "percent", (0, 1, 2, 3, 4)),
        ([0.3], "percent", (0, 0.1, 0.2, 0.3)),
        ([6.4], "score/10", (0, 2, 4, 6, 8, 10)),
        ([1234.0], "count", (0, 500, 1000, 1500)),
        ([-3.0, 8.0], "points", (-5, 0, 5, 10)),
        ([-3.0], "points", (-3, -2, -1, 0)),
    ],
)
def test_ticks_are_few_and_round(figures: list[float], unit: str, ticks: tuple[float, ...]) -> None:
    assert axis_of(figures, unit).ticks == ticks


@pytest.mark.parametrize("figures", [[], [0.0], [0.0, 0.0]])
def test_a_scale_without_a_figure_above_zero_is_a_scale_still(figures: list[float]) -> None:
    axis = axis_of(figures, "percent")

    assert (axis.low, axis.share(0.0)) == (0.0, 0.0)
    assert axis.high > 0


@given(
    st.lists(
        st.floats(-1e12, 1e12, allow_subnormal=False).filter(lambda figure: abs(figure) > 1e-9 or figure == 0)
    ),
    st.sampled_from(["percent", "score/10", "count"]),
)
@example([1.0, -5_000_000.0], "percent")
def test_every_figure_and_zero_stand_on_the_scale(figures: list[float], unit: str) -> None:
    axis = axis_of(figures, unit)

    assert 0.0 in axis.ticks
    assert 2 <= len(axis.ticks) <= 9
    assert all(-1e-9 <= axis.share(figure) <= 1 + 1e-9 for figure in (0.0, *figures))
