"""The whole that a text compares with: a nation is one that the data hold, never the widest of their regions."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "wave,region,stakeholder,indicator,item,value,unit,base,in_national_sample\n"


def figures(**values: tuple[float, int]) -> str:
    rows = (
        f"2024,{region.replace('_', ' ')},citizens,worries,prices,{value},percent,{base},no\n"
        for region, (value, base) in values.items()
    )
    return HEADER + "".join(rows)


@pytest.mark.parametrize(
    ("data", "words", "status"),
    [
        (figures(Bretagne=(60, 900), Occitanie=(40, 5000), Corse=(50, 300)), "the national average", "unknown"),
        (figures(Bretagne=(60, 900), Occitanie=(40, 5000)), "the national average", "unknown"),
        (figures(Gard=(60, 900), Occitanie=(40, 5000)), "the national average", "unknown"),
        (figures(Gard=(60, 900), Occitanie=(40, 5000)), "the regional average", "overstated"),
        (figures(Lorient=(60, 900), Morbihan=(40, 5000)), "the county average", "right"),
        (figures(Glasgow=(60, 900), Leeds=(40, 1200), York=(50, 800)), "the national average", "unknown"),
        (figures(Glasgow=(60, 900), Leeds=(40, 1200), York=(50, 800)), "the overall average", "unknown"),
        (figures(Devon=(60, 400), South_West=(40, 1200), Cornwall=(50, 300)), "the regional average", "right"),
        (figures(Devon=(60, 400), South_West=(40, 1200), Cornwall=(50, 300)), "the national average", "unknown"),
        (figures(Glasgow=(60, 900), Scotland=(40, 1200)), "the national average", "right"),
        (figures(England=(60, 900), Wales=(40, 1200)), "the national average", "unknown"),
        (figures(Poland=(60, 900), European_Union=(40, 12000)), "the EU average", "right"),
        (figures(Bretagne=(60, 900), All_areas=(40, 1200)), "the national average", "right"),
        (figures(Gard=(60, 900), All_areas=(40, 1200)), "the national average", "unknown"),
        (figures(Bretagne=(60, 900), France=(40, 500)), "the national average", "right"),
    ],
)  # fmt: skip
def test_a_text_is_set_beside_a_whole_that_the_data_hold(
    phare: Phare, tmp_path: Path, data: str, words: str, status: str
) -> None:
    place = data.splitlines()[1].split(",")[1]
    (tmp_path / "page.txt").write_text(
        f"In {place}, 60% of citizens cite prices, above {words}.", encoding="utf-8"
    )

    rows = phare("verify page.txt -f json", data=data).rows

    assert [row["status"] for row in rows] == ["right", status]
