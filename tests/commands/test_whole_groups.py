"""Whole groups alone, without the parts that the data hold of them: ``--segment none``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
DATA = (
    "region,stakeholder,segment,indicator,item,value,base,in_national_sample\n"
    "France,associations,,engagement,partnerships,40,2000,\n"
    "France,associations,employers,engagement,partnerships,44,800,\n"
    "Bretagne,associations,,engagement,partnerships,47,900,no\n"
    "Bretagne,associations,employers,engagement,partnerships,57,400,no\n"
)


@pytest.mark.parametrize("command", ["show engagement -f json", "compare engagement -f json"])
def test_whole_groups_are_asked_for_by_none(phare: Phare, command: str) -> None:
    whole = phare(f"{command} --segment none", data=DATA).rows

    assert whole
    assert {row["segment"] for row in whole} == {""}


def test_whole_groups_and_a_part_may_both_be_asked_for(phare: Phare) -> None:
    rows = phare("show -r Bretagne --segment none --segment employers -f json", data=DATA).rows

    assert [row["segment"] for row in rows] == ["", "employers"]


def test_a_value_takes_none_for_the_whole_group(phare: Phare) -> None:
    assert phare("value engagement -r Bretagne --segment none", data=DATA).out == "47%\n"


def test_a_picture_of_whole_groups_draws_no_part(phare: Phare, tmp_path: Any) -> None:
    run = phare("plot engagement --segment none -o whole.svg", data=DATA)

    assert run.status == 0
    assert "mployers" not in (tmp_path / "whole.svg").read_text(encoding="utf-8")


def test_a_part_that_is_called_none_is_asked_for_with_a_capital(phare: Phare) -> None:
    data = DATA.replace("employers", "none")

    rows = phare("show -r Bretagne --segment None -f json", data=data).rows

    assert [(row["segment"], row["value"]) for row in rows] == [("none", 57)]


def test_large_files_are_asked_for_whole_groups_too(phare: Phare) -> None:
    padding = "".join(f"Corse,group {number},part,other,item {number},50,100,no\n" for number in range(8000))

    rows = phare("show engagement -r Bretagne --segment none -f json", data=DATA + padding).rows

    assert [(row["segment"], row["value"]) for row in rows] == [("", 47)]


def test_a_verdict_is_the_same_whatever_parts_were_asked_for(phare: Phare) -> None:
    everything = phare("compare engagement -f json", data=DATA).rows
    whole = phare("compare engagement --segment none -f json", data=DATA).rows

    assert [row for row in everything if not row["segment"]] == whole
