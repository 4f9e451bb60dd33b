"""A figure that stands alone in its group has no rank: there is nothing that it is ranked among."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base\n"
ALONE = HEADER + (
    "Gard,citizens,worries,air,45,300\nGard,mayors,worries,air,45,300\nGard,mayors,worries,water,40,300\n"
)


def test_what_stands_alone_in_its_group_has_no_rank_and_others_keep_theirs(phare: Phare) -> None:
    run = phare("show worries -f csv", data=ALONE)

    assert list(zip(run.column("stakeholder"), run.column("rank"), strict=True)) == [
        ("citizens", ""), ("mayors", "1"), ("mayors", "2"),
    ]  # fmt: skip


def test_the_first_of_each_group_keep_what_stands_alone(phare: Phare) -> None:
    run = phare("show worries --top 1 -f csv", data=ALONE)

    assert list(zip(run.column("stakeholder"), run.column("item"), strict=True)) == [
        ("citizens", "air"), ("mayors", "air"),
    ]  # fmt: skip


def test_an_item_beside_what_gathers_the_others_alone_has_no_rank_and_no_line_says_so(phare: Phare) -> None:
    data = HEADER + "Gard,citizens,worries,air,45,300\nGard,citizens,worries,Other,5,300\n"

    told = phare("show worries", data=data).out

    assert "Rank" not in told
    assert "without a rank" not in told


def test_an_item_that_is_chosen_keeps_its_rank_among_all(phare: Phare) -> None:
    assert phare("show worries -s mayors --item water -f csv", data=ALONE).column("rank") == ["2"]
