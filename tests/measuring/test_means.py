"""Means of two samples, each with the standard error of its design."""

from __future__ import annotations

import math

import pytest
from scipy import stats

from phare_cli.measuring.gaps.gap_law import interval, p_value
from phare_cli.measuring.gaps.means import means_gap
from phare_cli.measuring.rounding import Rounding
from phare_cli.measuring.student import student_density, student_upper_tail


def test_two_means_are_tested_as_welch_does() -> None:
    expected = stats.ttest_ind_from_stats(7.1, 2.0, 60, 6.2, 2.6, 41, equal_var=False)
    law = means_gap(7.1, 6.2, 2.0 / math.sqrt(60), 2.6 / math.sqrt(41), (59, 40))

    assert (law.score, p_value(law)) == pytest.approx((expected.statistic, expected.pvalue), rel=1e-9)


def test_the_interval_of_two_means_is_students() -> None:
    law = means_gap(7.1, 6.2, 0.3, 0.4, (59, 40))
    half = stats.t.ppf(0.975, law.degrees_of_freedom) * 0.5

    assert interval(law) == pytest.approx((0.9 - half, 0.9 + half), abs=1e-9)


def test_a_region_that_is_a_fifth_of_its_nation_shares_a_fifth_of_its_variance() -> None:
    law = means_gap(7.1, 6.2, 0.3, 0.1, part=0.2)

    assert law.variance(0.0) == pytest.approx(0.09 * (1 - 0.4) + 0.01)


def test_what_rounding_hides_widens_the_interval_of_a_mean() -> None:
    exact = interval(means_gap(7.1, 6.2, 0.01, 0.01))
    low, high = interval(means_gap(7.1, 6.2, 0.01, 0.01, rounding=Rounding(0.05, 0.05)))

    assert low <= exact.low - 0.05
    assert high >= exact.high + 0.05


@pytest.mark.parametrize("degrees", [1.5, 4.0, 30.0, 1e5])
@pytest.mark.parametrize("t", [-3.0, 0.0, 0.4, 2.5, 12.0])
def test_students_tail_and_curve_are_those_of_scipy(t: float, degrees: float) -> None:
    assert student_upper_tail(t, degrees) == pytest.approx(stats.t.sf(t, degrees), rel=1e-9)
    assert student_density(t, degrees) == pytest.approx(stats.t.pdf(t, degrees), rel=1e-7)


@pytest.mark.parametrize("wrong", [(-0.1, 0.1), (0.1, -0.1)])
def test_a_negative_error_is_refused(wrong: tuple[float, float]) -> None:
    with pytest.raises(ValueError, match="error"):
        means_gap(1.0, 2.0, *wrong)
