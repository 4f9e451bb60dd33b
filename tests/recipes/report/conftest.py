"""Results made by hand for pages: a region inside its nation, with bases; a region without any."""

from __future__ import annotations

from collections.abc import Callable

import pytest

HEADER = (
    "survey,wave,region,stakeholder,segment,indicator,item,value,base,response,in_national_sample,universe\n"
)
# Two gaps are far beyond sampling, one is not; employment is first among citizens beyond doubt.
ESTABLISHED = HEADER + (
    "S,2020,France,companies,,engagement,partnerships,37,4000,,,\n"
    "S,2020,France,associations,,engagement,partnerships,38,4000,,,\n"
    "S,2020,France,citizens,,innovation,alliances,69,4000,,,\n"
    "S,2020,Bretagne,companies,,engagement,partnerships,57,900,,no,companies with 10 or more employees\n"
    "S,2020,Bretagne,associations,,engagement,partnerships,39,900,,no,\n"
    "S,2020,Bretagne,citizens,,innovation,alliances,52,1200,,no,\n"
    "S,2020,Bretagne,citizens,,fragilities,employment,60,1000,multiple,no,\n"
    "S,2020,Bretagne,citizens,,fragilities,mobility,30,1000,multiple,no,\n"
)


@pytest.fixture
def established() -> str:
    return ESTABLISHED


@pytest.fixture
def rows() -> Callable[..., str]:
    """Return results of one round: each row is ``region,stakeholder,indicator,item,value,base``."""

    def make(*lines: str) -> str:
        return "survey,wave,region,stakeholder,indicator,item,value,base\n" + "".join(
            f"S,2020,{line}\n" for line in lines
        )

    return make
