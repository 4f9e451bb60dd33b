"""Rows without a weight: those that no result counts need none, the others are refused or left out and said."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.conftest import Phare

TOP = 'region = "=France"\nstakeholder = "=citizens"\nweight = "W"\n'
ONE = '[[question]]\nindicator = "q"\ncolumn = "Q"\n'
TWO = '[[question]]\nindicator = "r"\ncolumn = "R"\n'
DONE = "where = 'DONE != \"\"'\n"


@pytest.mark.parametrize("weight", ["", "n.d.", "-1", "1e200"])
def test_a_row_that_the_filter_leaves_out_needs_no_weight(run: Callable[..., Any], weight: str) -> None:
    results = run(TOP + DONE + ONE, f"Q,W,DONE\na,1,x\nb,1,x\nb,{weight},\n")

    assert (results.values(), results.notices) == ({"a": 50.0, "b": 50.0}, [])


def test_a_row_that_the_filters_of_all_questions_leave_out_needs_no_weight(run: Callable[..., Any]) -> None:
    spec = f"{TOP}{ONE}where = 'AGE >= 18'\n{TWO}asked = {{ DONE = ['x'] }}\n"
    results = run(spec, "Q,R,W,DONE,AGE\na,c,1,x,20\nb,d,1,x,30\nb,d,,,17\n")

    assert results.values() == {"a": 50.0, "b": 50.0, "c": 50.0, "d": 50.0}


@pytest.mark.parametrize("filters", ["where = 'AGE >= 18'\n", ""])
def test_a_row_that_one_question_counts_needs_a_weight(problems: Callable[..., Any], filters: str) -> None:
    found = problems(f"{TOP}{ONE}{filters}{TWO}", "Q,R,W,AGE\na,c,1,20\nb,d,,17\n")

    assert [each[:2] for each in found] == [("missing-weight", 3)]


def test_a_row_that_answers_nothing_needs_no_weight(run: Callable[..., Any]) -> None:
    results = run(TOP + ONE + TWO, "Q,R,W\na,,1\nb,c,1\n,,\n")

    assert results.values() == {"a": 50.0, "b": 50.0, "c": 100.0}


def test_who_was_asked_and_chose_nothing_needs_a_weight(problems: Callable[..., Any]) -> None:
    chosen = '[[question]]\nindicator = "s"\nkind = "set"\ncolumns = ["S1", "S2"]\nasked = { DONE = ["x"] }\n'
    found = problems(TOP + chosen, "S1,S2,W,DONE\n1,,1,x\n,1,1,x\n,,,x\n")

    assert [each[:2] for each in found] == [("missing-weight", 4)]


def test_only_rows_that_count_are_told_as_left_out(run: Callable[..., Any]) -> None:
    spec = f'no_weight = "drop"\n{TOP}{DONE}{ONE}'
    results = run(spec, "Q,W,DONE\na,1,x\nb,1,x\nb,,\nb,,x\nb,0,x\n")

    assert results.notices == [
        '1 respondent has no weight and was left out (no_weight = "drop").',
        "1 row weighs zero: it is no respondent.",
    ]


def test_a_column_of_weights_is_judged_by_the_rows_that_count(run: Callable[..., Any]) -> None:
    results = run(TOP + DONE + ONE, "Q,W,DONE\na,1,x\n" + "b,screened out,\n" * 9)

    assert results.one("a").value == 100.0


@pytest.mark.parametrize(
    ("lang", "said"),
    [("en", "in the spec. [missing-weight]"), ("fr", "dans la description. [missing-weight]")],
)
def test_a_spec_is_told_its_key_and_an_option_its_own(
    phare: Phare, tmp_path: Path, lang: str, said: str
) -> None:
    (tmp_path / "a.csv").write_text("Q,W\na,1\nb,\n")
    (tmp_path / "s.toml").write_text(TOP + ONE)
    of_spec = phare(f"tabulate a.csv --spec s.toml --lang {lang}").err
    of_options = phare(
        f"tabulate a.csv --region =France --stakeholder =citizens --single Q --weight W --lang {lang}"
    )

    assert ('no_weight = "drop"' in of_spec, said in of_spec) == (True, True)
    assert "--no-weight drop. [missing-weight]" in of_options.err


@pytest.mark.parametrize(
    ("cell", "line"), [("", 'no_weight = "drop"  # check: 1 row has none'), ("1", '# no_weight = "drop"')]
)
def test_a_draft_says_what_becomes_of_rows_without_a_weight(
    phare: Phare, tmp_path: Path, cell: str, line: str
) -> None:
    (tmp_path / "a.csv").write_text("Q,POIDS\n" + "a,1.2\nb,0.8\n" * 5 + f"b,{cell}\n")
    lines = phare("tabulate a.csv --draft").out.splitlines()

    assert lines[lines.index(next(each for each in lines if each.startswith("weight = "))) + 2] == line
