"""Three waves or more have one statement, before their steps."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import pytest

from phare_cli.judging.terms import Terms
from phare_cli.judging.trends import trends
from phare_cli.measuring.gaps.trend import share_trend_score, trend_score
from phare_cli.measuring.normal import two_sided_p
from phare_cli.nouns.survey import NATION, Estimate, Survey
from phare_cli.wording.trend_lines import trend_lines

WAVES = ("2012", "2015", "2018", "2021")


def waves(values: Sequence[float], **changed: Any) -> list[Estimate]:
    figure = Estimate(NATION, "citizens", "w", "air", 0.0, base=1000.0, survey="S", rounded_to=0.0)
    return [
        figure._replace(wave=wave, value=value, **changed) for wave, value in zip(WAVES, values, strict=False)
    ]


@pytest.mark.parametrize(
    ("counts", "bases", "expected"),
    # R 4.2.2: prop.trend.test(c(400, 430, 470, 490), rep(1000, 4))$p.value
    [([400, 430, 470, 490], [1000] * 4, 1.041e-05), ([40, 33, 60], [120, 80, 150], 0.2786)],
)
def test_the_chi_square_for_linear_trend_is_that_of_r(
    counts: list[int], bases: list[int], expected: float
) -> None:
    shares = [count / base for count, base in zip(counts, bases, strict=True)]

    score = share_trend_score(shares, bases, [0.0] * len(bases))

    assert two_sided_p(score or 0.0) == pytest.approx(expected, rel=1e-3)


def test_a_trend_that_is_not_there_is_found_in_5_percent_of_surveys_though_printed_in_whole_percents() -> (
    None
):
    # 20,000 series of four waves: a Monte Carlo standard error of 0.15 %.
    random = np.random.default_rng(15)
    shares = random.binomial(1000, 0.42, (20_000, 4)) / 1000
    printed = np.floor(100 * shares + 0.5) / 100

    scores = [share_trend_score(list(map(float, row)), [1000.0] * 4, [0.005] * 4) for row in printed]
    found = [two_sided_p(score or 0.0) <= 0.05 for score in scores]

    assert 0.04 <= np.mean(found) <= 0.06


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ([1.0, 1.0, 1.0], 0.0),
        ([0.1, 0.3, 0.1], 0.0),
        ([1.0, 1.0, 2.0], math.inf),
        ([3.0, 2.0, 2.0], -math.inf),
    ],
)
def test_figures_known_exactly_trend_where_their_line_is_not_level(
    figures: list[float], expected: float
) -> None:
    assert trend_score(figures, [0.0] * 3, [0.0] * 3) == expected


@pytest.mark.parametrize(("variances", "halves"), [([0.64, 0.0, 0.64], [0.0] * 3), ([0.0] * 3, [0.05] * 3)])
def test_a_variance_of_nothing_in_a_sample_is_no_exact_knowledge(
    variances: list[float], halves: list[float]
) -> None:
    assert trend_score([9.5, 10.0, 9.6], variances, halves) is None


def scores(values: Sequence[float], errors: Sequence[float]) -> str:
    rows = "".join(
        f"S,{wave},France,citizens,w,air,score/10,{value},{error},800\n"
        for wave, value, error in zip(WAVES, values, errors, strict=False)
    )
    return f"survey,wave,region,stakeholder,indicator,item,unit,value,standard_error,base\n{rows}"


def test_scores_of_whom_one_wave_did_not_vary_have_no_trend(phare: Callable[..., Any]) -> None:
    data = scores((9.5, 10, 9.6), (0.8, 0, 0.8))
    english, french = (phare(f"compare --by wave --lang {language}", data=data) for language in ("en", "fr"))

    assert "no trend can be tested" in english.out
    assert "a rise is established" not in english.out
    assert "aucune tendance n’est testable" in french.out


def test_a_trend_goes_where_the_line_that_is_tested_goes(phare: Callable[..., Any]) -> None:
    # Weights 1 / SE^2: the last wave weighs little, and the line rises, z = +2.61.
    data = scores((6.0, 6.4, 5.9), (0.08, 0.08, 0.30))
    score = trend_score([6.0, 6.4, 5.9], [0.0064, 0.0064, 0.09], [0.0] * 3)

    assert score == pytest.approx(2.61, abs=0.005)
    assert "a rise is established" in phare("compare --by wave", data=data).out


@pytest.mark.parametrize("base", [20.0, 100.0])
def test_waves_that_asked_everybody_trend_as_exactly_as_their_steps(base: float) -> None:
    asked = waves((40.0, 41.0, 43.0), standard_error=0.0, base=base)
    [trend] = trends(Survey.of(asked), terms=Terms())
    [mixed] = trends(Survey.of((*asked[:2], waves((0, 0, 43.0))[2])), terms=Terms())

    assert (trend.verdict, trend.p_value, trend.ends.verdict) == ("rising", 0.0, "above")
    assert (mixed.verdict, mixed.p_value) == ("untestable", None)


def test_a_rise_is_established_though_no_step_of_it_is(phare: Callable[..., Any]) -> None:
    rows = "".join(
        f"S,{wave},France,citizens,w,{item},{value},1000\n"
        for item, values in (("air", (40, 43, 47, 49)), ("soil", (30, 31, 29, 30)))
        for wave, value in zip(WAVES, values, strict=True)
    )
    data = f"survey,wave,region,stakeholder,indicator,item,value,base\n{rows}"
    english, french = (
        phare("compare --by wave -f json", data=data),
        phare("compare --by wave --lang fr", data=data),
    )

    assert {row["verdict"] for row in english.rows} == {"not_established"}
    assert english.json["notes"][:2] == [
        "Over 4 waves, France, Citizens, w, air: 40% (2012) to 49% (2021), +9 points; a rise is established at 95% "
        "confidence; that the last wave differs from the first is established.",
        "Over 4 waves, France, Citizens, w, soil: 30% (2012) to 30% (2021), 0 points; no rise nor fall is established "
        "at 95% confidence; that the last wave differs from the first is not established.",
    ]
    assert "une hausse est établie au niveau de confiance de 95" in french.out
    assert "ni hausse ni baisse n’est établie" in french.out


def test_a_panel_has_no_test_of_a_trend_that_takes_its_waves_as_independent() -> None:
    survey = Survey.of(waves((40.0, 43.0, 47.0, 49.0)))
    [independent], [panel] = (trends(survey, terms=Terms(is_panel=is_panel)) for is_panel in (False, True))

    assert (independent.verdict, panel.verdict, panel.p_value) == ("rising", "untestable", None)
    assert (panel.ends.p_value or 0.0) > (independent.ends.p_value or 1.0)


def test_two_waves_are_no_trend() -> None:
    assert trends(Survey.of(waves((40.0, 43.0))), terms=Terms()) == []


@pytest.mark.parametrize("changed", [{"base": None}, {"base": 20.0}])
def test_waves_without_enough_people_bear_no_trend(changed: dict[str, Any]) -> None:
    [trend] = trends(Survey.of(waves((40.0, 43.0, 60.0), **changed)), terms=Terms())

    assert (trend.verdict, trend.ends.verdict) == ("untestable", "untestable")


def test_a_wave_of_another_question_takes_the_trend_away() -> None:
    first, second, third = waves((40.0, 43.0, 60.0))
    [trend] = trends(
        Survey.of((first, second._replace(question="B"), third._replace(question="C"))), terms=Terms()
    )

    assert trend.verdict == "untestable"


def test_a_trend_does_not_depend_on_what_else_was_asked() -> None:
    held = [*waves((40.0, 42.5, 43.0, 45.0)), *waves((30.0, 30.0, 31.0, 30.0), item="soil")]
    survey = Survey.of(held)
    whole = trends(survey, terms=Terms())
    part = trends(survey.where(lambda estimate: estimate.item == "air"), terms=Terms())

    [alone], [among] = part, [trend for trend in whole if trend.waves[0].item == "air"]
    assert (alone.verdict, alone.p_adjusted) == (among.verdict, among.p_adjusted)
    assert alone.p_adjusted == pytest.approx(2 * (alone.p_value or 0.0))
    # Two series, each of three steps and two ends: the least of their p values, that of the ends of "air".
    assert alone.ends.p_adjusted == among.ends.p_adjusted
    assert alone.ends.p_adjusted == pytest.approx(8 * (alone.ends.p_value or 0.0))


def test_scores_trend_by_their_standard_errors() -> None:
    [trend] = trends(Survey.of(waves((6.0, 6.4, 7.1), unit="score/10", standard_error=0.1)), terms=Terms())

    assert (trend.verdict, trend.ends.verdict) == ("rising", "above")


def shares(*groups: str) -> str:
    rows = "".join(
        f"S,{wave},France,{group},w,air,{value},812\n"
        for group in groups
        for wave, value in (("2021", 52.5), ("2023", 55.4), ("2025", 58.3))
    )
    return f"survey,wave,region,stakeholder,indicator,item,value,base\n{rows}"


@pytest.mark.parametrize(("family", "verdict"), [("indicator", "not_established"), ("none", "above")])
def test_the_last_wave_beside_the_first_has_the_verdict_of_these_two_compared(
    phare: Callable[..., Any], family: str, verdict: str
) -> None:
    command = f"compare --by wave -f json --family {family}"
    ends = "that the last wave differs from the first is " + ("not " if verdict != "above" else "")
    two = phare(f"{command} --wave 2021 --wave 2025", data=shares("citizens"))

    assert [row["verdict"] for row in two.rows] == [verdict]
    assert f"{ends}established." in phare(command, data=shares("citizens")).json["notes"][0]


def test_two_waves_apart_have_one_verdict_whatever_groups_are_asked(phare: Callable[..., Any]) -> None:
    data = shares("citizens", "elected")
    command = "compare --by wave -f json --wave 2021 --wave 2025"
    both, one = phare(command, data=data), phare(f"{command} --stakeholder citizens", data=data)

    assert len(both.rows) == 2
    assert one.rows == both.rows[:1]


@pytest.mark.parametrize(
    ("family", "language", "said"),
    [
        (
            "indicator",
            "en",
            "p values are adjusted by Holm's method over the trends of each indicator; the last",
        ),
        ("table", "en", "p values are adjusted by Holm's method over the trends above; the last"),
        ("none", "en", "each trend is tested by itself, no p value is adjusted; the last"),
        ("none", "fr", "chaque tendance est testée pour elle-même, aucune valeur p n’est ajustée"),
    ],
)
def test_what_was_done_to_the_p_values_of_trends_is_said(
    phare: Callable[..., Any], family: str, language: str, said: str
) -> None:
    run = phare(f"compare --by wave --family {family} --lang {language}", data=shares("citizens"))

    assert said in run.out


@pytest.mark.parametrize(
    ("language", "of_scores", "of_shares"),
    [
        ("en", "slope of scores by weighted least squares", "chi-square for linear trend of percentages"),
        ("fr", "pente des notes par moindres carrés pondérés", "khi-deux de tendance linéaire"),
    ],
)
def test_how_trends_were_tested_is_said_of_scores_and_of_percentages(
    phare: Callable[..., Any], language: str, of_scores: str, of_shares: str
) -> None:
    command = f"compare --by wave --lang {language}"
    score = phare(command, data=scores((6.0, 6.4, 5.9), (0.08, 0.08, 0.30))).out
    share = phare(command, data=shares("citizens")).out

    assert (of_scores in score, of_shares in score) == (True, False)
    assert (of_scores in share, of_shares in share) == (False, True)


def test_a_trend_that_is_known_exactly_is_said_to_be() -> None:
    known = trends(Survey.of(waves((40.0, 41.0, 43.0), standard_error=0.0)), terms=Terms())

    _, note = trend_lines(known, Terms())
    assert "Trends: slope of a line without weights where every wave is known exactly; p values" in str(note)


def test_ends_that_would_stand_the_other_way_round_by_themselves_keep_the_order_of_the_waves(
    phare: Callable[..., Any],
) -> None:
    data = shares("citizens").replace("2021", "first").replace("2023", "pilot").replace("first", "2027")
    run = phare("compare --by wave -f json --family none", data=data)

    assert "52.5% (2027) to 58.3% (2025), +5.8 points" in run.json["notes"][0]
    assert "that the last wave differs from the first is established" in run.json["notes"][0]


def test_a_panel_of_everybody_is_known_exactly() -> None:
    asked = Survey.of(waves((40.0, 41.0, 43.0), standard_error=0.0))
    [trend] = trends(asked, terms=Terms(is_panel=True))

    assert (trend.verdict, trend.ends.verdict) == (
        "untestable", "above",
    )  # fmt: skip
