"""``phare compare --by segment``: the parts of a group beside one another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,segment,indicator,item,value,base,standard_error,unit,universe\n"
    "Bretagne,associations,,engagement,partnerships,47,900,,percent,\n"
    "Bretagne,associations,employers,engagement,partnerships,57,400,,percent,with employees\n"
    "Bretagne,associations,volunteers,engagement,partnerships,39,500,,percent,without\n"
    "Bretagne,associations,employers,trust,partners,7.1,400,0.1,score/10,with employees\n"
    "Bretagne,associations,volunteers,trust,partners,6.4,500,0.1,score/10,without\n"
    "Bretagne,mayors,rural,engagement,partnerships,41,300,,percent,\n"
)


def test_segments_of_one_group_are_compared_pair_by_pair_and_not_with_the_whole(phare: Phare) -> None:
    rows = phare("compare engagement --by segment -f json", data=DATA).rows

    assert [(row["stakeholder"], row["segment"], row["to"], row["gap"], row["verdict"]) for row in rows] == [
        ("associations", "employers", "volunteers", 18, "above"),
    ]


def test_scores_of_segments_are_tested_by_their_standard_errors(phare: Phare) -> None:
    [row] = phare("compare trust --by segment -f json", data=DATA).rows

    # (7.1 - 6.4) / sqrt(0.1^2 + 0.1^2) = 4.95, whole tenths
    assert (row["verdict"], round(row["gap"], 9)) == ("above", 0.7)
    assert row["p_value"] < 0.0001


@pytest.mark.parametrize(
    ("language", "title", "said"),
    [
        ("en", "Segments compared", "57% of associations with employees are engaged, against 39% of "),
        (
            "fr",
            "Comparaison des sous-groupes",
            "57 % des associations employeuses sont engagées, contre 39 % des ",
        ),
    ],
)
def test_a_sentence_names_both_segments(phare: Phare, language: str, title: str, said: str) -> None:
    run = phare(f"compare engagement --by segment --sentences --lang {language}", data=DATA)

    assert run.out.startswith(title)
    assert f"{said}associations (volunteers)" in run.out.replace("\u00a0", " ").replace("\u202f", " ")


def test_a_segment_names_no_region_to_compare_with(phare: Phare) -> None:
    run = phare("compare --by segment --to Corse", data=DATA)

    assert (run.status, run.err) == (
        2, "phare: --to names a region to compare with: leave it out with --by segment.\n",
    )  # fmt: skip
