"""The base that would establish a gap: bounds said as bounds, plans that nobody asks in words, gaps counted once."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]

HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample,rounded_to\n"
CLOSE = (
    HEADER + "S,1,Bretagne,citizens,vote,yes,60.01,500,no,0\nS,1,France,citizens,vote,yes,60,900000000,,0\n"
)
PAIR = HEADER + "".join(
    f"S,1,{region},citizens,vote,{item},{value},{base},no,1\n"
    for region, base, values in (("Bretagne", 500, (60, 40)), ("France", 2000, (55, 45)))
    for item, value in zip(("yes", "no"), values, strict=True)
)


@pytest.mark.parametrize(
    ("lang", "cell", "line"),
    [
        ("en", ">\u00a010,000", "Base needed over 10,000: the gap is too small for any survey of this kind"),
        ("fr", ">\u00a010\u202f000", "l’écart est trop petit pour qu’une enquête de ce type l’établisse."),
    ],
)
def test_a_base_of_millions_is_said_in_words(phare: Phare, lang: str, cell: str, line: str) -> None:
    run = phare(f"compare --region Bretagne --lang {lang}", data=CLOSE)

    assert cell in run.out
    assert line in run.out


def test_a_sentence_gives_no_base_of_millions_either(phare: Phare) -> None:
    run = phare("compare --region Bretagne --sentences", data=CLOSE)

    assert (
        "were it the true gap, no survey of this kind would establish it: it asks for more than 10,000 citizens "
        "interviewed" in run.out
    )


def test_a_program_gets_the_base_needed_whatever_it_is(phare: Phare) -> None:
    run = phare("compare --region Bretagne -f json", data=CLOSE)

    assert run.rows[0]["base_needed"] > 1_000_000


def test_a_bound_on_the_base_needed_is_said_as_one(phare: Phare) -> None:
    run = phare("compare --region PACA --sentences")

    assert "were it the true gap, at least 320 companies interviewed" in run.out


def test_a_row_without_a_reference_is_no_gap(phare: Phare) -> None:
    run = phare("compare --region PACA")

    assert "7 gaps of 7 cannot be tested" in run.out


def test_a_comparison_and_a_report_count_the_gap_of_a_yes_or_no_question_once(phare: Phare) -> None:
    data = PAIR + "S,1,Bretagne,mayors,vote,yes,50,,no,1\nS,1,France,mayors,vote,yes,45,,,1\n"

    assert "1 gap of 2 cannot be tested" in phare("compare --region Bretagne", data=data).out
    assert "of 2, 1 cannot be tested" in phare("report --region Bretagne", data=data).out


@pytest.mark.parametrize(
    ("rounded", "chance"), [("0", "sampling alone"), ("1", "sampling or rounding alone")]
)
def test_rounding_is_blamed_where_figures_were_rounded(phare: Phare, rounded: str, chance: str) -> None:
    run = phare(
        "report --region Bretagne", data=PAIR.replace(",500,no", ",300,no").replace(",1\n", f",{rounded}\n")
    )

    assert f"{chance} may give it." in run.out


@pytest.mark.parametrize(
    ("reference", "line"),
    [
        ("48.4", "Figures have the decimals with which their gaps add up; some were published with fewer"),
        ("48", ""),
    ],
)
def test_a_figure_printed_with_more_decimals_than_it_was_published_with_is_said(
    phare: Phare, reference: str, line: str
) -> None:
    rows = ("1,Corse,citizens,vote,yes,61", "2,Corse,citizens,vote,yes,63", "1,Corse,mayors,vote,yes,45.6")
    data = HEADER + "".join(f"S,{row},500,,\n" for row in (*rows, f"2,Corse,mayors,vote,yes,{reference}"))

    run = phare("compare --by wave", data=data)

    assert line in run.out
    assert ("61.0%" in run.out) is bool(line)


def test_a_bound_that_is_not_printed_does_not_say_that_no_survey_would_do(phare: Phare) -> None:
    data = HEADER + "S,1,Bretagne,citizens,vote,yes,60.6,500,yes,0\nS,1,France,citizens,vote,yes,60,,,0\n"
    out = " ".join(phare("compare --region Bretagne", data=data).out.split())

    assert "Base needed over 10,000, of a bound: a smaller sample may do." in out
    assert "no survey of this kind" not in out
    assert "any survey of this kind" not in out
