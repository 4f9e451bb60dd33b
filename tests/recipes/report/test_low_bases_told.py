"""A reason said of many gaps fits all of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Phare = Callable[..., Any]


def test_low_bases_of_several_gaps_are_told_from_the_least_to_the_most(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,in_national_sample\n"
        "Gard,citizens,wishes,air,60,4,no\nFrance,citizens,wishes,air,50,900,\n"
        "Gard,mayors,wishes,air,60,21,no\nFrance,mayors,wishes,air,50,900,\n"
    )
    page = phare("report -r gard", data=data).out

    assert "bases of 4 to 21, under 30, allow no test" in page
