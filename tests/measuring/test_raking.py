"""Raking: what bounds a factor, what counts as met, and what is said when nothing can be met."""

from __future__ import annotations

import math

import pytest

from phare_cli.measuring.raking import MarginCell, rake


def test_no_factor_is_below_what_trimming_allows() -> None:
    raking = rake({("F",): 99.0, ("H",): 1.0}, ({"F": 1, "H": 99},), trim=5.0, iterations=50)

    assert raking.factors == pytest.approx({("F",): 0.2, ("H",): 5.0})
    assert (raking.converged, raking.distance) == (False, pytest.approx(0.94))


@pytest.mark.parametrize("trim", [2.0, 3.0, 8.0])
def test_trimming_bounds_a_factor_alike_from_below_and_from_above(trim: float) -> None:
    cells: dict[MarginCell, float] = {("F", "a"): 60.0, ("F", "b"): 20.0, ("H", "a"): 19.0, ("H", "b"): 1.0}
    raking = rake(cells, ({"F": 1, "H": 19}, {"a": 1, "b": 9}), trim=trim, iterations=30)

    assert min(raking.factors.values()) == 1.0 / trim
    assert max(raking.factors.values()) == trim


def test_raking_stops_as_soon_as_every_margin_is_met() -> None:
    raking = rake({("F",): 1.0, ("H",): 3.0}, ({"F": 1, "H": 1},))

    assert raking.factors == {("F",): 2.0, ("H",): 2 / 3}
    assert (raking.iterations, raking.converged, raking.distance) == (1, True, 0.0)


def test_raking_goes_on_no_longer_than_it_is_told() -> None:
    cells: dict[MarginCell, float] = {("F", "a"): 1.0, ("F", "b"): 2.0, ("H", "a"): 3.0, ("H", "b"): 5.0}
    raking = rake(cells, ({"F": 1, "H": 1}, {"a": 1, "b": 3}), iterations=2, tolerance=0.0)

    assert (raking.iterations, raking.converged) == (2, False)


def test_the_margin_that_is_met_least_is_the_distance() -> None:
    cells: dict[MarginCell, float] = {("F", "a"): 1.0, ("F", "b"): 2.0, ("H", "a"): 3.0, ("H", "b"): 5.0}
    margins = ({"F": 1, "H": 1}, {"a": 1, "b": 3})
    raking = rake(cells, margins, iterations=1)

    total = sum(cells.values())
    held = {cell: weight * raking.factors[cell] for cell, weight in cells.items()}
    women = held["F", "a"] + held["F", "b"]
    assert raking.distance == pytest.approx(abs(women - total / 2) / total)
    assert raking.distance > 0.0


def test_a_distance_that_is_just_tolerated_is_met() -> None:
    raking = rake({("F",): 99.0, ("H",): 1.0}, ({"F": 1, "H": 99},), trim=5.0, iterations=50, tolerance=1.0)

    assert raking.converged
    assert rake({("F",): 1.0}, ({"F": 1},), tolerance=0.0).converged


def test_a_target_that_nobody_can_meet_is_the_distance() -> None:
    raking = rake({("F",): 4.0}, ({"F": 3, "H": 1},), iterations=3)

    assert (raking.converged, raking.distance) == (False, pytest.approx(0.25))
    assert raking.factors == pytest.approx({("F",): 0.75})


def test_a_cell_without_weight_stays_without() -> None:
    raking = rake({("F",): 0.0, ("H",): 4.0}, ({"F": 1, "H": 1},), iterations=2)

    assert raking.factors == pytest.approx({("F",): 0.0, ("H",): 0.5})


@pytest.mark.parametrize("margins", [(), ({"F": 1},)])
def test_what_weighs_nothing_is_met_at_once(margins: tuple[dict[str, float], ...]) -> None:
    assert rake({}, margins).converged
    assert rake({("F",) * len(margins): 0.0}, margins).distance == 0.0


def test_no_margin_leaves_every_factor_at_one() -> None:
    raking = rake({(): 4.0}, ())

    assert (raking.factors, raking.converged, raking.distance) == ({(): 1.0}, True, 0.0)


def test_a_value_without_a_target_is_named_with_its_margin() -> None:
    with pytest.raises(ValueError, match="no target for the value 'X' of margin 1"):
        rake({("F", "X"): 1.0}, ({"F": 1}, {"a": 1}))


def test_a_targets_unit_changes_nothing() -> None:
    cells: dict[MarginCell, float] = {("F", "a"): 1.0, ("F", "b"): 2.0, ("H", "a"): 3.0, ("H", "b"): 5.0}
    shares = rake(cells, ({"F": 0.5, "H": 0.5}, {"a": 0.25, "b": 0.75}))
    counts = rake(cells, ({"F": 500.0, "H": 500.0}, {"a": 25.0, "b": 75.0}))

    assert shares.factors == pytest.approx(counts.factors)
    assert math.fsum(cells[cell] * factor for cell, factor in shares.factors.items()) == pytest.approx(11.0)
