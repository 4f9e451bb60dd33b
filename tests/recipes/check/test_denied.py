"""``phare check`` on a row that says what its own figure denies, through ``main()``."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest


@pytest.mark.parametrize(
    ("row", "code"),
    [("62,100,500,", "effective-above-base"), ("62,100,90,5", "denied-rounding"), ("60,100,90,5", None)],
)
def test_check_warns_of_what_a_row_denies(phare: Callable[..., Any], row: str, code: str | None) -> None:
    data = (
        f"region,stakeholder,indicator,item,value,base,effective_base,rounded_to\nPACA,citizens,w,air,{row}\n"
    )
    found = phare("check -f json", data=data)

    assert found.status == 0
    assert [each["code"] for each in found.rows] == ([code] if code else [])
