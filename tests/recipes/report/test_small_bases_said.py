"""A page says once which of its groups are small, and who asks for no region is told what to type."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "wave,region,stakeholder,indicator,item,value,base\n"


def page_of(groups: int, base: int) -> str:
    return HEADER + "".join(
        f"2024,Bretagne,group {number},{indicator},air,50,{base}\n"
        for number in range(groups)
        for indicator in ("worries", "wishes")
    )


@pytest.mark.parametrize(
    ("groups", "said"),
    [
        (
            2,
            "Fewer than 100 respondents: Group 0 and Group 1, Bretagne. Read intervals before figures there.",
        ),
        (9, "Fewer than 100 respondents: 9 groups. Read intervals before figures there."),
    ],
)
def test_small_groups_are_named_once_a_page(phare: Phare, groups: int, said: str) -> None:
    page = phare("report -r Bretagne", data=page_of(groups, 99)).out

    assert page.count(said) == 1


def test_nothing_is_said_of_a_hundred(phare: Phare) -> None:
    assert "Fewer than" not in phare("report -r Bretagne", data=page_of(2, 100)).out


@pytest.mark.parametrize(
    ("data", "offered"),
    [
        (page_of(1, 200), "bretagne"),
        (
            "region,stakeholder,indicator,item,value,base,whole\nNorth,citizens,w,air,50,90,My city\n"
            "My city,citizens,w,air,50,900,\n",
            '"My city"',
        ),
    ],
)
def test_without_a_region_the_whole_or_the_only_one_is_offered(phare: Phare, data: str, offered: str) -> None:
    run = phare("report", data=data)

    assert (run.status, run.err) == (
        2,
        f"phare: a report is about a region: name it, such as --region {offered}, or write a page for each with --each "
        "region.\n",
    )
