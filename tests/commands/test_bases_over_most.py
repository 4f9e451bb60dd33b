"""Of a base that no survey would ask, no more is said than that it is over 10,000, wherever it is said."""

from __future__ import annotations

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base,rounded_to,in_national_sample\n"
KINDS = {
    "apart": "Bretagne,mayors,w,air,41,1000,0,no\nFrance,mayors,w,air,41.9,400000,0,\n",
    "inside": "Bretagne,mayors,w,air,41,1000,0,yes\nFrance,mayors,w,air,41.9,400000,0,\n",
    "a bound from below": "Bretagne,mayors,w,air,41,1000,0,no\nFrance,mayors,w,air,41.9,,0,\n",
    "a bound from above": "Bretagne,mayors,w,air,41,1000,0,yes\nFrance,mayors,w,air,41.9,,0,\n",
}


def numbers(text: str) -> list[int]:
    digits = re.findall(r"\d{1,3}(?:[,\u00a0\u202f]\d{3})+", text)
    return [int(re.sub(r"\D", "", each)) for each in digits if each not in ("400,000", "400\u202f000")]


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "command",
    ["compare", "compare --sentences", "compare --explain", "report -f markdown", "compare -f markdown"],
)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_no_base_over_ten_thousand_is_printed(phare: Phare, kind: str, command: str, lang: str) -> None:
    run = phare(f"{command} -r bretagne --lang {lang}", data=HEAD + KINDS[kind])

    assert run.status == 0
    assert {each for each in numbers(run.out) if each >= 10_000} <= {10_000}


@pytest.mark.parametrize("kind", KINDS)
def test_no_workbook_holds_one_either(phare: Phare, tmp_path: Path, kind: str) -> None:
    phare(f"compare -r bretagne -o {tmp_path / 'a.xlsx'}", data=HEAD + KINDS[kind])
    with ZipFile(BytesIO((tmp_path / "a.xlsx").read_bytes())) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()

    held = [float(each) for each in re.findall(r"<v>([\d.]+)</v>", sheet)]
    assert [each for each in held if each > 10_000 and each != 400_000] == []
