"""What tabulate masked is told as masked, never as named by the sources; nothing is the highest beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Phare = Callable[..., Any]
HEADER = "region,stakeholder,indicator,item,value,base,response,note\n"
HIDDEN = "hidden: too few respondents"
SHOWN = "Gard,citizens,wishes,{item},{value},400,single,\n"
MASKED = f"Gard,{{group}},wishes,{{item}},,,single,{HIDDEN}\n"


def test_a_masked_figure_is_told_as_masked_with_its_group(phare: Phare) -> None:
    data = HEADER + SHOWN.format(item="air", value=60) + MASKED.format(group="mayors", item="air")
    page = phare("report -r gard", data=data).out

    assert "Masked figures, of too few respondents or given away by the others: Mayors, Gard." in page
    assert "Also named" not in page


def test_what_the_sources_name_without_a_figure_is_still_told_so(phare: Phare) -> None:
    data = HEADER + SHOWN.format(item="air", value=60) + "Gard,citizens,wishes,water,,,single,\n"
    page = phare("report -r gard", data=data).out

    assert "Also named, without a published figure: “water”." in page
    assert "Masked" not in page


def test_no_item_is_told_first_where_another_of_its_group_is_masked(phare: Phare) -> None:
    shown = SHOWN.format(item="air", value=18) + SHOWN.format(item="water", value=12)
    masked = MASKED.format(group="citizens", item="earth")
    points = phare("report -r gard", data=HEADER + shown + masked).out.split("Wishes")[0]

    assert "18%" not in points
    assert "18%" in phare("report -r gard", data=HEADER + shown).out.split("Wishes")[0]


def test_a_page_of_masked_figures_alone_says_so(phare: Phare) -> None:
    masked = MASKED.format(group="citizens", item="earth") + MASKED.format(group="citizens", item="air")
    page = phare("report -r gard", data=HEADER + masked).out

    assert "There is no figure to tell: 2 are masked" in page


def test_the_row_to_read_is_the_first_with_a_base_that_bears_it(phare: Phare) -> None:
    small = SHOWN.format(item="air", value=60).replace("400", "1")
    data = HEADER + small + SHOWN.format(item="air", value=40).replace("citizens", "associations")

    assert "How to read it: in Gard, 40% of associations" in phare("report -r gard", data=data).out
