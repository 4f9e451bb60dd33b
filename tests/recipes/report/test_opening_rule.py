"""What opens a page or titles a picture never says more of a question than the page does: one rule for all of it."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample,scale,order\n"
STEPS = ("very", "rather", "little", "not")


def scale(
    region: str, shares: Sequence[float], base: int, *, net: float | None = None, wave: str = "2026"
) -> str:
    """Return the rows of a scale, and of the net of its first two steps where there is one."""
    start = f"S,{wave},{region},citizens,worries"
    said = "" if region == "France" else "no"
    rows = "".join(
        f"{start},{step},{share},{base},{said},ordered,{place}\n"
        for place, (step, share) in enumerate(zip(STEPS, shares, strict=True), 1)
    )
    return rows if net is None else f"{rows}{start} (worried),worried,{net},{base},{said},,\n"


def opened(page: Any) -> list[str]:
    text = page.out.partition("Worries")[0] if "\nWorries" in page.out else page.out
    return [line for line in text.replace("\u00a0", " ").split("\n") if line.startswith("• ")]


NET_TOO_IMPRECISE = (
    HEADER + scale("France", (5, 30, 40, 25), 4000, net=35) + scale("Bretagne", (25, 25, 30, 20), 35, net=50)
)
NET_ESTABLISHED = (
    HEADER + scale("France", (5, 30, 40, 25), 4000, net=35) + scale("Bretagne", (30, 25, 20, 25), 600, net=55)
)
NO_NET = HEADER + scale("France", (5, 30, 40, 25), 4000) + scale("Bretagne", (25, 25, 30, 20), 400)
HIGHER_DEGREE_TOO_IMPRECISE = (
    HEADER + scale("France", (5, 30, 40, 25), 4000) + scale("Bretagne", (25, 20, 40, 15), 34)
)


@pytest.mark.parametrize("data", [NET_TOO_IMPRECISE, HIGHER_DEGREE_TOO_IMPRECISE], ids=["net", "degree"])
def test_a_gap_of_one_degree_opens_no_page_that_finds_its_scale_too_imprecise(
    phare: Phare, data: str
) -> None:
    page = phare("report -r Bretagne", data=data)

    assert "▲ above" in page.out
    assert "too imprecise" in page.out
    assert opened(page) == [
        "• 1 gap with France is established, of a single degree of a scale or of a figure that is too imprecise: the "
        "comparison holds it, and none opens this page."
    ]


def test_of_a_scale_the_gap_of_its_net_is_told_and_not_the_larger_one_of_a_degree(phare: Phare) -> None:
    lines = opened(phare("report -r Bretagne", data=NET_ESTABLISHED))

    assert any("55%" in line and "against 35%" in line and "20 points above" in line for line in lines)
    assert not any("“very”" in line in line for line in lines)


def test_a_degree_of_a_scale_without_nets_is_told(phare: Phare) -> None:
    lines = opened(phare("report -r Bretagne", data=NO_NET))

    assert any(
        "25% of citizens answer “very” to “worries”, against 5% in France; that is 20 points above" in line
        for line in lines
    )


def test_a_net_that_is_too_imprecise_leaves_its_degrees_untold(phare: Phare) -> None:
    assert not any(
        "most frequent" in line for line in opened(phare("report -r Bretagne", data=NET_TOO_IMPRECISE))
    )


def test_a_gap_of_a_figure_that_is_too_imprecise_opens_no_page(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,in_national_sample\n"
        "France,citizens,wishes,air,0.5,9000,\nBretagne,citizens,wishes,air,9,60,no\n"
        "France,citizens,wishes,soil,70,9000,\nBretagne,citizens,wishes,soil,72,60,no\n"
    )
    page = phare("report -r Bretagne", data=data)

    assert "▲ above" in page.out
    assert not any("9%" in line for line in opened(page))


@pytest.mark.parametrize("data", [NET_TOO_IMPRECISE, HIGHER_DEGREE_TOO_IMPRECISE], ids=["net", "degree"])
def test_a_picture_has_no_title_that_its_page_would_not_open_with(
    phare: Phare, tmp_path: Path, data: str
) -> None:
    phare("plot worries -r Bretagne --compare -o a.svg", data=data)

    title = ET.parse(tmp_path / "a.svg").getroot().findtext("{http://www.w3.org/2000/svg}title")
    assert title == "Worries: Bretagne beside France"


def test_changes_obey_the_rule_too_and_are_counted(phare: Phare) -> None:
    data = (
        HEADER
        + scale("France", (5, 30, 40, 25), 900, net=35, wave="2020")
        + scale("France", (20, 17, 40, 23), 900, net=37, wave="2026")
    )
    _, _, section = phare("report -r France", data=data).out.partition("What changed")

    assert (
        "2 changes are established, of single degrees of a scale or of figures that are too imprecise"
        in section
    )
    assert "• " not in section


def test_how_many_gaps_were_tested_names_their_round_and_what_was_left_out(phare: Phare) -> None:
    data = (
        HEADER
        + scale("France", (5, 30, 40, 25), 4000, net=35, wave="2020")
        + scale("Bretagne", (5, 30, 40, 25), 600, net=35, wave="2020")
        + scale("France", (5, 30, 40, 25), 4000, net=35, wave="2026")
        + scale("Bretagne", (30, 25, 20, 25), 600, net=55, wave="2026")
        + "S,2026,France,mayors,engagement,partnerships,41,4000,,,\n"
        "S,2026,Bretagne,mayors,engagement,partnerships,42,900,no,,\n"
    )
    lines = opened(phare("report -r Bretagne", data=data))

    assert any(
        line.startswith(
            "• Of 2 gaps tested (2026; single degrees of a scale and imprecise figures left out) it is the only one "
            "established"
        )
        for line in lines
    )
