"""What a flag of a table means stands below that table, on every page."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
HEAD = "region,stakeholder,indicator,item,value,base\n"
FEW = "Ma ville,citizens,craintes,soins,45,20\nMa ville,citizens,craintes,bruit,15,20\n"
MANY = "Ma ville,mayors,craintes,soins,45,200\nMa ville,mayors,craintes,bruit,15,200\n"
RARE = "Ma ville,citizens,craintes,incendie,1,60\n"


def section(page: str) -> str:
    return page.partition("## Craintes\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (FEW, "\nLow base: an effective base under 30."),
        (MANY + RARE, "\nToo imprecise to publish: by the NCHS"),
    ],
)
def test_a_flag_is_explained_below_its_table(phare: Phare, data: str, line: str) -> None:
    page = phare("report -r 'Ma ville' -f markdown", data=HEAD + data).out

    assert section(page).count(line) == 1


def test_a_page_without_flags_explains_none(phare: Phare) -> None:
    page = phare("report -r 'Ma ville' -f markdown", data=HEAD + MANY).out

    assert "Low base" not in page
    assert "imprecise" not in page


def test_a_sheet_explains_its_signs_and_reads_a_figure_that_has_none(phare: Phare) -> None:
    page = phare("report -r 'Ma ville' --short -f markdown", data=HEAD + FEW + MANY).out

    assert "45%\u00a0† |    45% |\n" in page
    assert "\n† Low base:" in page
    assert "How to read it: “soins” stands at 45% among mayors" in page
