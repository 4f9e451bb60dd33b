"""Ranks and gaps that a file states beside its figures: read for checking, never as figures."""

from __future__ import annotations

import io

import pytest

from phare_cli.files.numbers import stated_number
from phare_cli.results import Rules, inspect


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1", 1), ("1er", 1), ("1ère", 1), ("2e", 2), ("2ème", 2), ("2eme", 2), ("3rd", 3), ("2e ex æquo", 2),
        ("4=", 4), ("+8 points", 8), ("−1,5 pt", -1.5), ("-3 pts", -3), ("8 %", 8), ("0.5", 0.5),
        ("", None), ("–", None), ("first", None), ("n.d.", None), ("8 points above", None),
    ],
)  # fmt: skip
def test_a_rank_or_a_gap_is_read_as_people_write_it(text: str, number: float | None) -> None:
    read = stated_number(text)

    assert (None if read is None else read.value) == number


def _estimates(text: str, rules: Rules) -> list[tuple[float | None, float | None]]:
    inspection = inspect(io.BytesIO(text.encode()), rules=rules)
    assert inspection.problems == ()
    assert inspection.survey.notices == ()
    return [(estimate.stated_rank, estimate.stated_gap) for estimate in inspection.survey.estimates]


@pytest.mark.parametrize("header", ["rank,gap", "Rang,Écart", "RANG,ecart"])
def test_columns_of_ranks_and_gaps_are_known_in_both_languages(header: str) -> None:
    rows = "Corse,mayors,w,air,40,1er,+8 points\nCorse,mayors,w,soil,30,,\n"
    text = f"region,stakeholder,indicator,item,value,{header}\n{rows}"

    assert _estimates(text, Rules()) == [(1.0, 8.0), (None, None)]


def test_a_gap_of_shares_is_one_of_points() -> None:
    text = "region,stakeholder,indicator,item,value,rank,gap\nCorse,mayors,w,air,0.4,2,0.08\n"

    assert _estimates(text, Rules(scale="fraction")) == [(2.0, 8.0)]


def test_a_column_that_is_mapped_is_stated_no_more() -> None:
    text = "region,stakeholder,indicator,item,rank\nCorse,mayors,w,air,40\n"
    inspection = inspect(io.BytesIO(text.encode()), rules=Rules(map={"value": "rank"}))

    [estimate] = inspection.survey.estimates
    assert (estimate.value, estimate.stated_rank) == (40.0, None)
