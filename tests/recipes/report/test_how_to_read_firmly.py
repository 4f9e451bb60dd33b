"""A reader learns to read on a figure that may be relied upon, and on none where there is none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base,in_national_sample\n"


def page(phare: Phare, *figures: tuple[str, float, int], beside: bool = False) -> list[str]:
    data = HEADER + "".join(
        f"Bretagne,{group},wishes,{item},{value},{base},no\n"
        for group, value, base in figures
        for item in ("air",)
    )
    if beside:
        data += "".join(f"France,{group},wishes,air,50,4000,\n" for group, _, _ in figures)
    lines = phare("report -r Bretagne -f markdown", data=data).out.replace("\u00a0", " ").split("\n")
    return [line.partition(": ")[2] for line in lines if line.startswith("How to read it: ")]


@pytest.mark.parametrize("weak", [("citizens", 88.0, 21), ("citizens", 4.0, 60), ("citizens", 14.0, 31)])
def test_the_first_figure_that_may_be_relied_upon_is_read(phare: Phare, weak: tuple[str, float, int]) -> None:
    told = page(phare, weak, ("mayors", 60.0, 400), beside=True)

    assert len(told) == 2
    assert all("60%" in line for line in told)


def test_where_no_figure_may_be_relied_upon_none_is_read(phare: Phare) -> None:
    assert page(phare, ("citizens", 88.0, 21), ("mayors", 4.0, 60), beside=True) == []
