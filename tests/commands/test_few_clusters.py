"""The degrees of freedom that a design leaves reach every interval and test: Student's t in place of the normal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.measuring.gaps.differences import separate_gap
from phare_cli.measuring.gaps.gap_law import interval, p_value
from phare_cli.measuring.gaps.nested import nested_gap
from phare_cli.measuring.gaps.trend import share_trend_score
from phare_cli.measuring.proportions import wilson
from phare_cli.measuring.student import normal_score, student_degrees

Phare = Callable[..., Any]

RESULTS = (
    "region,stakeholder,indicator,item,value,base,effective_base,degrees_of_freedom,rounded_to,in_national_sample,"
    "nation_share\n"
    "PACA,mayors,engagement,engaged,62,400,200,{region},0,{inside},0.1\n"
    "France,mayors,engagement,engaged,50,4000,2000,{nation},0,,\n"
)


def data(region: str = "", nation: str = "", inside: str = "no") -> str:
    return RESULTS.format(region=region, nation=nation, inside=inside)


def close(expected: float) -> Any:
    return pytest.approx(expected, abs=1e-9)


# R: z <- 0.12 / sqrt(p * (1 - p) * (1/200 + 1/2000)) where p <- (0.62 * 200 + 0.5 * 2000) / 2200; 2 * pnorm(-z), then
# 2 * pt(-z, df) where df <- (1/200 + 1/2000)^2 / (1/200^2/8 + 1/2000^2/40), then without the last term
@pytest.mark.parametrize(
    ("region", "nation", "p"),
    [("", "", 0.00120823098377), ("8", "40", 0.00931592610047), ("8", "", 0.00929216160285)],
)
def test_a_comparison_of_few_clusters_is_students(phare: Phare, region: str, nation: str, p: float) -> None:
    run = phare("compare -r PACA -f csv", data=data(region, nation))

    assert float(run.column("p_value")[0]) == close(p)


def test_degrees_come_together_as_satterthwaite_has_them() -> None:
    assert student_degrees((1 / 200, 1 / 2000), (8.0, 40.0)) == close(
        (1 / 200 + 1 / 2000) ** 2 / (1 / 200**2 / 8 + 1 / 2000**2 / 40)
    )


@pytest.mark.parametrize("inside", ["no", "yes"])
def test_few_clusters_may_take_a_verdict_away(phare: Phare, inside: str) -> None:
    many, few = (
        phare("compare -r PACA -f csv", data=data(*degrees, inside=inside))
        for degrees in (("", ""), ("2", "30"))
    )

    assert (many.column("verdict"), few.column("verdict")) == (["above"], ["not_established"])


def test_no_degree_of_freedom_leaves_nothing_to_test(phare: Phare) -> None:
    run = phare("compare -r PACA -f csv", data=data("0", "30"))

    assert (run.column("verdict"), run.column("reason")) == (["untestable"], ["low_base"])


def test_the_interval_of_a_share_is_wilsons_with_students_t(phare: Phare) -> None:
    run = phare("show -r PACA -f csv", data=data("8", "40"))

    # R: t <- qt(0.975, 8); (0.62 + t^2/400 + c(-1, 1) * t * sqrt(0.62 * 0.38/200 + t^2/160000)) / (1 + t^2/200)
    assert (float(run.column("low")[0]), float(run.column("high")[0])) == pytest.approx(
        (53.871521341, 69.506887098), abs=1e-8
    )


def test_few_degrees_are_for_a_person_to_review_as_the_nchs_has_it(phare: Phare) -> None:
    run = phare("show -r PACA -f csv", data=data("7", "40"))

    assert run.column("flag") == ["review"]


def test_what_tests_are_worked_out_by_is_said(phare: Phare) -> None:
    run = phare("compare -r PACA --explain", data=data("8", "40"), columns=200)

    assert "on the degrees of freedom that the sampling design leaves: 8 at least" in run.out
    assert "z taken for Student's t, on the 9." in run.out


def test_a_test_and_its_interval_agree_on_few_degrees() -> None:
    law = separate_gap(0.62, 0.5, 200, 2000, degrees=(8.0, 40.0))

    low, _ = interval(law, 1.0 - p_value(law))

    assert low == pytest.approx(0.0, abs=1e-6)


def test_a_region_in_its_nation_has_the_degrees_of_both() -> None:
    law = nested_gap(0.62, 0.5, 200, 2000, 0.1, degrees=(8.0, 40.0))

    assert law.degrees_of_freedom == close(student_degrees((0.81 / 200, 1 / 2000 - 0.01 / 200), (8.0, 40.0)))


def test_a_trend_of_few_clusters_is_as_sure_as_students_t() -> None:
    shares, bases, halves = (0.4, 0.45, 0.52), (300.0, 300.0, 300.0), (0.0, 0.0, 0.0)
    many, few = (
        share_trend_score(shares, bases, halves),
        share_trend_score(shares, bases, halves, (9.0, 9.0, 9.0)),
    )

    assert many is not None
    assert few == close(normal_score(many, student_degrees((0.5, 0.0, 0.5), (9.0, 9.0, 9.0))))


def test_results_with_degrees_are_read_back_as_they_were_written(phare: Phare, tmp_path: Path) -> None:
    answers = tmp_path / "answers.csv"
    answers.write_text(
        "Q,C\n" + "".join(f"{q},{c}\n" for c in range(12) for q in ("ab", "aab", "b", "ba")[c % 4])
    )
    results = tmp_path / "results.csv"
    phare(f"tabulate {answers} --single Q -r =PACA -s =mayors --cluster C -o {results}")

    run = phare(f"show --data {results} -f csv")

    low, high = (float(run.column(end)[0]) for end in ("low", "high"))
    line = dict(zip(*[text.split(",") for text in results.read_text().splitlines()[:2]], strict=True))
    base, degrees = float(line["effective_base"]), float(line["degrees_of_freedom"])
    expected = wilson(float(line["value"]) / 100, base, degrees_of_freedom=degrees)
    assert degrees == 11
    assert (low, high) == pytest.approx((100 * expected.low, 100 * expected.high))
