"""A total, a bracket behind a figure and a lent denial are of more than the answer before them, or nobody's error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "wave,region,stakeholder,indicator,item,value,unit,base,response\n"
ANSWERS = {
    "strongly support lower limits": 41,
    "tend to support lower limits": 32,
    "tend to oppose lower limits": 15,
    "strongly oppose lower limits": 12,
}
HURDLES = {"cost": 63, "lack of advice": 40, "no hurdle": 12}
FREINS = {"le coût": 63, "le manque de conseil": 40, "aucun frein": 12}
EN = HEAD + "".join(
    f"{wave},Kent,{group},{question},{item},{value + more},percent,900,{response}\n"
    for wave, more in (("2024", 0), ("2020", 1))
    for group in ("adults", "owners")
    for question, answers, response in (("limits", ANSWERS, "single"), ("hurdles", HURDLES, "multiple"))
    for item, value in answers.items()
)
FR = HEAD + "".join(
    f"2024,Corse,propriétaires,freins,{item},{value},percent,900,multiple\n" for item, value in FREINS.items()
)
PAGES = {
    "In Kent, 41% of adults strongly support lower limits and 32% tend to support them, a total of 73%.":
        (EN, "right right right"),
    "In Kent, 41% of adults strongly support lower limits and 32% tend to support them, a total of 75%.":
        (EN, "right right wrong"),
    "In Kent in 2024, 63% (71%) of owners name cost.": (EN, "right ambiguous"),
    "En Corse, 63 % des propriétaires citent le coût. Seuls 12 % n'en voient aucun.": (FR, "right ambiguous"),
    "En Corse, 63 % des propriétaires citent le coût et 30 % ne citent pas le coût.": (FR, "right wrong"),
}  # fmt: skip


@pytest.mark.parametrize("text", PAGES)
def test_a_figure_is_wrong_of_nothing_that_it_need_not_be_of(phare: Phare, tmp_path: Path, text: str) -> None:
    data, told = PAGES[text]
    (tmp_path / "page.md").write_text(f"{text}\n", encoding="utf-8")

    rows = phare("verify page.md -f json", data=data).rows

    assert " ".join(row["status"] for row in rows if row["kind"] == "figure") == told
