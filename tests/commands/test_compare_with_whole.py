"""``phare compare --by segment``: each part of a group beside the whole group, which holds it."""

from __future__ import annotations

from collections.abc import Callable
from math import sqrt
from typing import Any

import pytest

from phare_cli.measuring.normal import two_sided_p

Phare = Callable[..., Any]
HEADER = "region,stakeholder,segment,indicator,item,value,base,rounded_to,breakdown\n"
# 171 + 135 + 117 of 300 each are 423 of 900.
PARTS = HEADER + (
    "Bretagne,associations,,engagement,partnerships,47,900,0,\n"
    "Bretagne,associations,small,engagement,partnerships,57,300,0,size\n"
    "Bretagne,associations,middle,engagement,partnerships,45,300,0,size\n"
    "Bretagne,associations,large,engagement,partnerships,39,300,0,size\n"
)
WEIGHTED = (
    "region,stakeholder,segment,indicator,item,value,base,effective_base,group_share,rounded_to\n"
    "Bretagne,associations,,engagement,partnerships,47,900,700,,0\n"
    "Bretagne,associations,small,engagement,partnerships,57,300,250,0.2,0\n"
    "Bretagne,associations,middle,engagement,partnerships,45,300,250,,0\n"
    "Bretagne,associations,large,engagement,partnerships,39,300,250,,0\n"
)


def _beside_whole(rows: list[dict[str, Any]]) -> dict[str, dict[str, Any]]:
    return {row["segment"]: row for row in rows if row["to"] == ""}


def test_parts_are_compared_with_one_another_and_each_with_the_whole(phare: Phare) -> None:
    rows = phare("compare --by segment -f json", data=PARTS).rows

    assert [(row["segment"], row["to"], row["gap"]) for row in rows] == [
        ("small", "middle", 12), ("small", "large", 18), ("middle", "large", 6),
        ("small", "", 10), ("middle", "", -2), ("large", "", -8),
    ]  # fmt: skip


def test_unweighted_the_test_is_that_of_the_part_with_the_rest_of_the_group(phare: Phare) -> None:
    small = _beside_whole(phare("compare --by segment -f json", data=PARTS).rows)["small"]

    # The rest: 252 of 600, 42 %; both pooled at 47 %.
    z = (0.57 - 0.42) / sqrt(0.47 * 0.53 * (1 / 300 + 1 / 600))
    assert small["p_value"] == pytest.approx(two_sided_p(z), rel=1e-9)


def test_weighted_the_part_weighs_what_the_data_say(phare: Phare) -> None:
    small = _beside_whole(phare("compare --by segment -f json", data=WEIGHTED).rows)["small"]

    z = 0.10 / sqrt(0.47 * 0.53 * ((1 - 2 * 0.2) / 250 + 1 / 700))
    assert (small["verdict"], small["p_value"]) == ("above", pytest.approx(two_sided_p(z), rel=1e-9))


def test_weighted_a_part_of_unknown_weight_is_not_tested(phare: Phare) -> None:
    middle = _beside_whole(phare("compare --by segment -f json", data=WEIGHTED).rows)["middle"]

    assert (middle["verdict"], middle["reason"], middle["gap"]) == ("untestable", "share_unknown", -2)


def test_what_a_part_weighs_may_be_declared(phare: Phare) -> None:
    run = phare("compare --by segment --share middle=30 -f json", data=WEIGHTED)

    z = 0.02 / sqrt(0.47 * 0.53 * ((1 - 2 * 0.3) / 250 + 1 / 700))
    assert _beside_whole(run.rows)["middle"]["p_value"] == pytest.approx(two_sided_p(z), rel=1e-9)


def test_a_mean_of_a_part_is_inside_that_of_its_group(phare: Phare) -> None:
    data = (
        "region,stakeholder,segment,indicator,item,value,unit,base,standard_error,group_share,rounded_to\n"
        "Bretagne,associations,,trust,partners,6.5,score/10,900,0.06,,0\n"
        "Bretagne,associations,small,trust,partners,6.9,score/10,300,0.1,0.3,0\n"
        "Bretagne,associations,other,trust,partners,6.3,score/10,300,0.1,0.3,0\n"
    )

    run = phare("compare --by segment --explain -f json", data=data)

    assert any("√(e1² (1 − 2W) + e2²), part inside its group" in note for note in run.json["notes"])
    assert "t = 4.59" in str(run.json["notes"])  # 0.4 / sqrt(0.01 * 0.4 + 0.0036)


@pytest.mark.parametrize(
    ("value", "base", "verdict", "reason"),
    [("99", "850", "untestable", "incoherent"), ("45", "20", "untestable", "low_base")],
)
def test_a_part_that_its_group_cannot_hold_or_is_small_is_not_tested(
    phare: Phare, value: str, base: str, verdict: str, reason: str
) -> None:
    data = HEADER + (
        "Bretagne,associations,,engagement,partnerships,47,900,0,\n"
        f"Bretagne,associations,small,engagement,partnerships,{value},{base},0,size\n"
    )

    [row] = phare("compare --by segment -f json", data=data).rows

    assert (row["verdict"], row["reason"]) == (verdict, reason)


def test_two_parts_that_make_up_a_group_are_not_set_beside_it(phare: Phare) -> None:
    two = "".join(line for line in PARTS.replace("47,900", "51,600").splitlines(True) if "large" not in line)

    rows = phare("compare --by segment -f json", data=two).rows

    assert [(row["segment"], row["to"]) for row in rows] == [("small", "middle")]


def test_one_part_that_is_the_whole_group_is_not_set_beside_it(phare: Phare) -> None:
    one = "".join(PARTS.replace("57,300", "47,900").splitlines(True)[:3])

    assert phare("compare --by segment -f json", data=one).rows == []


def test_parts_of_two_breakdowns_overlap_and_are_not_compared(phare: Phare) -> None:
    data = PARTS + (
        "Bretagne,associations,old,engagement,partnerships,51,500,0,age\n"
        "Bretagne,associations,new,engagement,partnerships,42,300,0,age\n"
    )

    rows = phare("compare --by segment -f json", data=data).rows

    pairs = {frozenset((row["segment"], row["to"])) for row in rows}
    assert frozenset(("old", "new")) in pairs
    assert not any(len(pair & {"old", "new"}) == 1 and "" not in pair for pair in pairs)


def test_parts_that_count_more_people_than_their_group_are_not_compared_and_that_is_said(
    phare: Phare,
) -> None:
    data = PARTS.replace(",size", ",") + "Bretagne,associations,old,engagement,partnerships,51,500,0,\n"

    run = phare("compare --by segment -f json", data=data)

    assert {row["to"] for row in run.rows} == {""}
    assert any(note.startswith("Not compared with one another") for note in run.json["notes"])


def test_a_part_asked_for_alone_is_set_beside_its_group_with_the_same_verdict(phare: Phare) -> None:
    alone = phare("compare --by segment --segment small -f json", data=PARTS).rows

    assert alone == [_beside_whole(phare("compare --by segment -f json", data=PARTS).rows)["small"]]


def test_whole_groups_alone_leave_nothing_to_compare_by_segment(phare: Phare) -> None:
    run = phare("compare --by segment --segment none", data=PARTS)

    assert (run.status, run.err) == (
        2,
        "phare: --segment none leaves no part of a group to compare: leave it out with --by segment.\n",
    )


@pytest.mark.parametrize(
    ("language", "named", "said"),
    [
        (
            "en",
            "the whole group",
            "57% of associations (small) are engaged, against 47% of associations, the whole group",
        ),
        (
            "fr",
            "le groupe entier",
            "57 % des associations (small) sont engagées, contre 47 % des associations, groupe entier",
        ),
    ],
)
def test_the_whole_group_is_named_in_tables_and_sentences(
    phare: Phare, language: str, named: str, said: str
) -> None:
    table = phare(f"compare --by segment --lang {language}", data=PARTS).out
    sentences = phare(f"compare --by segment --sentences --lang {language}", data=PARTS).out

    assert (named in table, said in sentences.replace("\u00a0", " ").replace("\u202f", " ")) == (True, True)
