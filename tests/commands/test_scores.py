"""Scores have intervals that stay on their scale, and are compared by the standard errors of their design."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from scipy import stats

Phare = Callable[..., Any]
HEADER = (
    "survey,wave,region,stakeholder,indicator,item,value,unit,base,standard_error,rounded_to,in_national_sample,"
    "nation_share\n"
)


def row(wave: str, region: str, value: float, error: float, base: int, more: str = "no,") -> str:
    return f"S,{wave},{region},citizens,trust,partners,{value},score/10,{base},{error},0,{more}\n"


def test_an_interval_of_a_score_is_students_and_stays_on_its_scale(phare: Phare) -> None:
    data = (
        HEADER
        + row("", "Corse", 6.2, 0.3, 40)
        + row("", "Bretagne", 9.8, 0.3, 40)
        + row("", "Normandie", 0.1, 0.2, 40)
    )
    rows = {each["region"]: (each["low"], each["high"]) for each in phare("show -f json", data=data).rows}
    reach = stats.t.ppf(0.975, 39)

    assert rows["Corse"] == pytest.approx((6.2 - 0.3 * reach, 6.2 + 0.3 * reach))
    assert rows["Bretagne"] == pytest.approx((9.8 - 0.3 * reach, 10.0))
    assert rows["Normandie"] == pytest.approx((0.0, 0.1 + 0.2 * reach))


def test_a_score_without_its_standard_error_has_no_interval_and_no_test(phare: Phare) -> None:
    data = (HEADER + row("", "Corse", 6.2, 0.3, 40) + row("", "France", 5.0, 0.1, 900, ",")).replace(
        ",0.3,", ",,"
    )
    [shown] = [each for each in phare("show -f json", data=data).rows if each["region"] == "Corse"]
    [compared] = phare("compare -f json", data=data).rows

    assert (shown["low"], shown["high"]) == (None, None)
    assert (compared["verdict"], compared["reason"]) == ("untestable", "no_standard_error")


def test_a_score_is_set_beside_that_of_the_nation_by_welchs_t(phare: Phare) -> None:
    data = HEADER + row("", "Corse", 6.2, 0.3, 40) + row("", "France", 5.3, 0.1, 900, ",")
    [found] = phare("compare -f json", data=data).rows
    # scipy's ttest_ind_from_stats(..., equal_var=False), on standard deviations of 0.3 sqrt(40) and 0.1 sqrt(900)
    expected = stats.ttest_ind_from_stats(6.2, 0.3 * 40**0.5, 40, 5.3, 0.1 * 900**0.5, 900, equal_var=False)

    assert found["p_value"] == pytest.approx(expected.pvalue, rel=1e-6)
    assert found["verdict"] == "above"


def test_a_score_of_a_region_inside_its_nation_is_tested_by_its_part_of_it(phare: Phare) -> None:
    # A fifth of the nation: variance 0.3^2 (1 - 2 0.2) + 0.15^2, whose root is 0.2766; (1 - 0.2)^2 0.3^2 is 0.24^2
    data = HEADER + row("", "Corse", 6.2, 0.3, 4000, "yes,0.2") + row("", "France", 5.6, 0.15, 90000, ",")
    [found] = phare("compare -f json", data=data).rows

    assert found["p_value"] == pytest.approx(2 * stats.norm.sf(0.6 / (0.09 * 0.6 + 0.0225) ** 0.5), rel=1e-2)
    assert found["verdict"] == "above"


def test_scores_of_two_waves_are_compared_and_less_surely_of_a_panel(phare: Phare) -> None:
    data = HEADER + row("2022", "Corse", 5.3, 0.2, 900) + row("2026", "Corse", 6.0, 0.2, 900)
    [apart], [panel] = (
        phare(f"compare --by wave {each} -f json", data=data).rows for each in ("", "--panel")
    )

    assert (apart["wave"], apart["to"], apart["verdict"]) == ("2026", "2022", "above")
    assert apart["p_value"] == pytest.approx(2 * stats.t.sf(0.7 / (2 * 0.04) ** 0.5, 1798), rel=1e-6)
    assert panel["verdict"] == "not_established"
    assert panel["p_value"] == pytest.approx(2 * stats.t.sf(0.7 / 0.4, 899), rel=1e-6)


@pytest.mark.parametrize(
    ("language", "line"), [("en", "Interval of a score: Student's"), ("fr", "Intervalle d’une note")]
)
def test_the_interval_of_a_score_is_explained(phare: Phare, language: str, line: str) -> None:
    assert line in phare(f"show --lang {language}", data=HEADER + row("", "Corse", 6.2, 0.3, 40)).out


@pytest.mark.parametrize(
    ("errors", "bases"),
    [
        ((0.4, 0.4), (900, 900)),
        ((0.4, 0.6), (900, 500)),
        ((0.9, 0.7), (300, 1200)),
        ((0.4, 0.5), (2000, 800)),
    ],
)
def test_a_new_panel_of_the_base_needed_would_establish_the_gap(
    phare: Phare, errors: tuple[float, float], bases: tuple[int, int]
) -> None:
    def of(errors: tuple[float, float], bases: tuple[float, float]) -> str:
        lines = zip(("2022", "2026"), (5.3, 6.0), errors, bases, strict=True)
        return HEADER + "".join(
            row(wave, "Corse", score, error, int(base)) for wave, score, error, base in lines
        )

    [now] = phare("compare --by wave --panel -f json", data=of(errors, bases)).rows
    needed = now["base_needed"]
    grown = [error * (base / needed) ** 0.5 for error, base in zip(errors, bases, strict=True)]
    [then] = phare("compare --by wave --panel -f json", data=of((grown[0], grown[1]), (needed, needed))).rows

    # A gap is found with a probability of 80 % where it is as many errors as the test asks, and 0.84 more.
    threshold = stats.t.isf(0.025, needed - 1)
    assert then["verdict"] == "above"
    assert abs(stats.norm.sf(threshold - 0.7 / sum(grown)) - 0.8) < 0.01
