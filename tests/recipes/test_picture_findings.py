"""A picture is titled with what it shows first, by the sentences that open a report; a title of one's own wins."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
Titled = Callable[..., str]

SVG = "{http://www.w3.org/2000/svg}"
HEADER = "wave,region,stakeholder,indicator,item,value,base,in_national_sample,scale,order\n"


def row(
    region: str, item: str, value: float, base: int | str = 900, *, wave: int = 2023, last: str = ","
) -> str:
    return f"{wave},{region},citizens,worries,{item},{value},{base},no,{last}\n"


GAPS = HEADER + row("France", "air", 40, 3000) + row("France", "soil", 20, 3000)
ESTABLISHED = GAPS + row("Bretagne", "air", 55) + row("Bretagne", "soil", 35)
ALIKE = GAPS + row("Bretagne", "air", 41) + row("Bretagne", "soil", 21)
BARE = HEADER + row("France", "air", 40, "") + row("Bretagne", "air", 55, "")
WAVES = HEADER + "".join(
    row("France", item, value, wave=wave)
    for wave, item, value in ((2017, "air", 20), (2023, "air", 40), (2017, "soil", 30), (2023, "soil", 31))
)
SCALE = HEADER + row("France", "low", 40, last="ordered,1") + row("France", "high", 60, last="ordered,2")
NET = SCALE + "2023,France,citizens,worries (net),high or more,60,900,no,,\n"


@pytest.fixture
def title(phare: Phare, tmp_path: Path) -> Titled:
    """Return the title of the picture that a command draws."""

    def run(command: str, **options: Any) -> str:
        ran = phare(f"plot {command} -o a.svg", **options)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "a.svg").getroot().findtext(f"{SVG}title") or ""

    return run


@pytest.mark.parametrize("lang", ["en", "fr"])
@pytest.mark.parametrize("indicator", ["engagement", "fragilities", "innovation"])
def test_a_picture_is_titled_with_the_sentence_that_opens_the_report(
    phare: Phare, title: Titled, indicator: str, lang: str
) -> None:
    page = phare(f"report -r PACA --indicator {indicator} -f markdown --lang {lang}").out

    assert f"\n- {title(f'{indicator} -r PACA --lang {lang}')}\n" in page


@pytest.mark.parametrize(
    ("command", "data", "told"),
    [
        (
            "worries --compare",
            ESTABLISHED,
            "In Bretagne, “air” stands at 55% among citizens (“worries”), against 40% in France; that is 15 "
            "points above, which is "
            "established at 95% confidence.",
        ),
        (
            "worries --style map",
            ESTABLISHED,
            "In Bretagne, “air” stands at 55% among citizens (“worries”), against 40% in France; that is 15 "
            "points above, which is "
            "established at 95% confidence.",
        ),
        (
            "worries --compare",
            ALIKE,
            "None of the 2 gaps with France is established at 95% confidence: sampling or rounding alone may give "
            "them.",
        ),
        (
            "worries --by wave",
            WAVES,
            "In France (wave 2023), “air” stands at 40% among citizens (“worries”), against 20% (wave 2017); that is a "
            "rise of 20 "
            "points, which is established at 95% confidence.",
        ),
        ("worries", NET, "In France, “high or more” stands at 60% among citizens (“worries (net)”)."),
    ],
    ids=["gap", "map", "no gap", "change", "net"],
)
def test_a_picture_of_gaps_or_changes_is_titled_with_the_largest_that_is_established(
    title: Titled, command: str, data: str, told: str
) -> None:
    assert title(command, data=data) == told


@pytest.mark.parametrize(
    ("command", "data", "name"),
    [
        ("worries --compare", BARE, "Worries: regions beside France"),
        ("worries --style map", BARE, "Worries by region"),
        ("worries --style map", ALIKE, "Worries by region"),
        ("worries", SCALE, "Worries by stakeholder group"),
        ("worries --title ' '", NET, "Worries by stakeholder group"),
        ("worries --title 'They worry'", NET, "They worry"),
        ("worries --compare --title 'They worry'", ESTABLISHED, "They worry"),
    ],
)
def test_a_picture_that_finds_nothing_or_has_a_title_of_its_own_says_no_finding(
    title: Titled, command: str, data: str, name: str
) -> None:
    assert title(command, data=data) == name


CROSSED = "region,stakeholder,indicator,item,value,base\n" + "".join(
    f"Bretagne,citizens,{indicator},{item},{value},{{base}}\n"
    for indicator, values in (("x", (60, 31, 12)), ("y", (70, 50, 10)), ("z", (20, 55, 10)))
    for item, value in zip(("air", "soil", "noise"), values, strict=True)
)


@pytest.mark.parametrize(
    ("command", "base", "told"),
    [
        (
            "x --cross y",
            "900",
            "“air”: first on every prism, at once the first item of “x” and the first item of “y”.",
        ),
        (
            "x --cross y",
            "",
            "“air”: first on every prism, at once the first item of “x” and the first item of “y”, in the order of the "
            "published figures, which cannot be tested.",
        ),
        ("x --cross z", "900", "First by prism: air (x); soil (z)."),
        ("x --cross z", "", "X and z"),
        ("x --cross y", "12", "X and y"),
        ("x --cross y --title 'Of the air'", "900", "Of the air"),
    ],
    ids=["one", "one untested", "several", "several untested", "not firm", "own"],
)
def test_a_quadrant_is_titled_with_what_comes_first_where_that_is_firm_or_says_that_it_is_not(
    title: Titled, command: str, base: str, told: str
) -> None:
    assert title(command, data=CROSSED.format(base=base)) == told


def test_what_a_quadrant_is_called_stands_below_its_finding_which_is_said_once(
    title: Titled, tmp_path: Path
) -> None:
    title("x --cross z", data=CROSSED.format(base=900))
    texts = [text.text for text in ET.parse(tmp_path / "a.svg").getroot().iter(f"{SVG}text")]

    assert texts[:2] == ["First by prism: air (x); soil (z).", "X and z"]
    assert sum("First by prism" in (text or "") for text in texts) == 1


def test_a_gap_that_was_chosen_for_its_size_says_so_under_the_picture(
    phare: Phare, title: Titled, tmp_path: Path
) -> None:
    title("worries --compare", data=ESTABLISHED)
    texts = " ".join(text.text or "" for text in ET.parse(tmp_path / "a.svg").iter(f"{SVG}text"))

    assert (
        "This gap was chosen as the largest of 2 established, of 2 gaps tested: it is probably smaller in truth"
        in texts
    )


def test_of_many_regions_the_nation_is_told_or_none(title: Titled) -> None:
    regions = "".join(row(region, "air", 30) for region in ("Corse", "Bretagne", "Normandie"))

    assert title("worries", data=HEADER + row("France", "air", 44, 3000) + regions).startswith("In France")
    assert title("worries", data=HEADER + regions) == "Worries by stakeholder group"
