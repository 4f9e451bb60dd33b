"""The base that would settle a gap is the smallest one that does."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from phare_cli.measuring.bounds import is_over
from phare_cli.measuring.differences import pooled_z
from phare_cli.measuring.needed import common_base_needed, nested_base_needed, separate_base_needed
from phare_cli.measuring.nested import is_incoherent, nested_z
from phare_cli.measuring.normal import two_sided_p
from phare_cli.measuring.rounding import separate_z_range

percents = st.integers(0, 100).map(lambda n: n / 100)
bases = st.integers(30, 20_000)
confs = st.sampled_from([0.8, 0.95, 0.99])


def is_significant(z: float, conf: float) -> bool:
    """Tell what a verdict does, by the p value: to its tolerance the last base of many may differ from that of z."""
    return not is_over(two_sided_p(z), 1 - conf)


@given(percents, percents, bases, confs)
def test_the_separate_base_is_enough_and_one_less_is_not(
    p: float, q: float, reference: int, conf: float
) -> None:
    needed = separate_base_needed(p, q, reference, conf, at_least=1)
    assume(needed is not None)
    assert needed is not None

    assert is_significant(pooled_z(p, q, needed, reference), conf)
    assert needed == 1 or not is_significant(pooled_z(p, q, needed - 1, reference), conf)


@given(percents, percents, bases, confs)
def test_no_separate_base_is_given_only_when_none_would_do(
    p: float, q: float, reference: int, conf: float
) -> None:
    needed = separate_base_needed(p, q, reference, conf)

    assert (needed is None) is not is_significant(pooled_z(p, q, 1e9, reference), conf)


@given(percents, percents, bases, confs)
def test_the_nested_base_is_enough_and_one_less_is_not(p: float, q: float, nation: int, conf: float) -> None:
    needed = nested_base_needed(p, q, nation, conf, at_least=1)
    assume(needed is not None)
    assert needed is not None

    assert is_significant(nested_z(p, q, needed, nation), conf)
    assert not is_incoherent(p, q, needed, nation)
    assert needed == 1 or not is_significant(nested_z(p, q, needed - 1, nation), conf)


@given(percents, percents, st.integers(30, 400), confs)
def test_no_nested_base_is_given_when_none_fits(p: float, q: float, nation: int, conf: float) -> None:
    assume(nested_base_needed(p, q, nation, conf, at_least=1) is None)

    assert not any(
        is_significant(nested_z(p, q, base, nation), conf) and not is_incoherent(p, q, base, nation)
        for base in range(1, nation)
    )


@given(percents, percents, bases)
def test_an_unknown_reference_base_gives_a_lower_bound(p: float, q: float, reference: int) -> None:
    least, needed = separate_base_needed(p, q, None), separate_base_needed(p, q, reference)

    assert needed is None or (least is not None and least <= needed)


@given(percents, percents, bases)
def test_an_unknown_nation_base_gives_an_upper_bound(p: float, q: float, nation: int) -> None:
    most, needed = nested_base_needed(p, q, None), nested_base_needed(p, q, nation)

    assert needed is None or (most is not None and needed <= most)


def test_an_unknown_reference_base_by_hand() -> None:
    # 1.95996^2 * 0.37 * 0.63 / 0.08^2 = 139.9
    assert separate_base_needed(0.45, 0.37, None) == 140


def test_a_nested_base_by_hand() -> None:
    # 1 / (1/1000 + 0.08^2 / (1.95996^2 * 0.37 * 0.63)) = 122.7
    assert nested_base_needed(0.45, 0.37, 1000) == 123


@pytest.mark.parametrize("reference", [None, 1000])
def test_no_gap_needs_no_base(reference: int | None) -> None:
    assert separate_base_needed(0.4, 0.4, reference) is None
    assert nested_base_needed(0.4, 0.4, reference) is None


def test_a_gap_too_small_for_the_reference_base_has_no_answer() -> None:
    assert separate_base_needed(0.41, 0.40, 100) is None


def test_a_region_that_its_nation_cannot_hold_has_no_answer() -> None:
    # 4 % of 65 respondents would be more than the nation's 2 % of 100
    assert nested_base_needed(0.04, 0.02, 100) is None


def test_a_wide_gap_still_needs_a_base_that_is_not_low() -> None:
    assert separate_base_needed(0.9, 0.1, 1000) == 30
    assert nested_base_needed(0.9, 0.1, 1000) == 30


def test_a_reference_of_nobody_known_exactly_is_settled_by_any_base() -> None:
    assert separate_base_needed(0.1, 0.0, None) == 30


@given(percents, percents, bases)
def test_saying_no_for_yes_changes_no_base(p: float, q: float, reference: int) -> None:
    straight = separate_base_needed(p, q, reference)
    mirrored = separate_base_needed(round(1 - p, 2), round(1 - q, 2), reference)

    # One more or one less, where 1 - share blurs a base that is just enough.
    assert (straight is None) is (mirrored is None)
    assert abs((straight or 0) - (mirrored or 0)) <= 1


@given(percents, percents, bases, confs, st.sampled_from([0.005, 0.0005]), st.sampled_from([1.0, 1.7]))
def test_a_base_is_enough_at_the_worst_corner_of_the_rounding(
    p: float, q: float, reference: int, conf: float, half: float, effect: float
) -> None:
    needed = separate_base_needed(p, q, reference, conf, half_unit=half, design_effect=effect, at_least=1)
    assume(needed is not None)
    assert needed is not None

    def at(base: float) -> bool:
        found = separate_z_range(p, q, base / effect, reference, half_unit=half)
        return found.low * found.high > 0 and is_significant(min(found, key=abs), conf)

    assert at(needed)
    assert needed / effect <= 1 + 1 / effect or not at(needed - 1)


@pytest.mark.parametrize(("p", "q"), [(0.45, 0.45), (0.44, 0.45), (0.45, 0.44), (0.0, 0.01), (1.0, 0.99)])
def test_a_gap_that_rounding_covers_has_no_answer(p: float, q: float) -> None:
    assert separate_base_needed(p, q, None, half_unit=0.005) is None
    assert nested_base_needed(p, q, 10_000, half_unit=0.005) is None
    assert common_base_needed(p, q, half_unit=0.005) is None


@given(percents, percents, confs, st.sampled_from([(1.0, 1.0), (1.0, 1.7), (2.0, 1.5)]))
def test_a_common_base_is_enough_in_both_samples_and_one_less_is_not(
    p: float, q: float, conf: float, effects: tuple[float, float]
) -> None:
    needed = common_base_needed(p, q, conf, design_effects=effects)
    swapped = common_base_needed(q, p, conf, design_effects=(effects[1], effects[0]))

    assert needed == swapped
    assert (needed is None) == (p == q)
    if needed is not None:
        first, second = effects
        assert is_significant(pooled_z(p, q, needed / first, needed / second), conf)
        assert (needed - 1) / max(effects) < 30 or not is_significant(
            pooled_z(p, q, (needed - 1) / first, (needed - 1) / second), conf
        )


def test_a_reference_of_a_low_base_lets_no_base_do() -> None:
    assert separate_base_needed(0.9, 0.1, 29) is None
