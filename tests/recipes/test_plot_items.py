"""``phare plot --item``: some items of an indicator, with the ranks and the verdicts that they have among all."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample,nation_share\n"
# Gaps near the edge of what is established: were they tested by themselves, verdicts would change.
GAPS = (0, 3.5, 5.2, 5.6, 6.0, 6.4, 9.0)
DATA = HEADER + "".join(
    f"B,{wave},{region},{group},{indicator},item {place},{30 + place * place / 2 + by * gap:.1f},900,"
    + ("yes,0.05\n" if region != "France" else ",\n")
    for indicator in ("worries", "trust")
    for group in ("citizens", "mayors")
    for region, by in (("France", 0.0), ("Bretagne", 1.0), ("Corse", -1.0))
    for wave, more in ((2020, 0.0), (2023, 1.0))
    for place, gap in enumerate((each * (1 + more / 4) for each in GAPS), 1)
)
KINDS = (
    "--wave 2023 -s citizens",
    "--wave 2023 --style dots",
    "--wave 2023 --panels region",
    "--wave 2023 -s citizens --style heat",
    "--wave 2023 -s citizens --style map",
    "--wave 2023 -s citizens --style cards -r Bretagne",
    "--wave 2023 --compare -r Bretagne",
    "--by wave -r Bretagne",
    "--cross trust --wave 2023 -s citizens -r Bretagne",
)


@pytest.fixture
def groups(phare: Phare, tmp_path: Path) -> Callable[[str], list[str]]:
    """Return what each mark of a picture says, in its order."""

    def run(words: str) -> list[str]:
        ran = phare(f"plot worries {words} -o a.svg", data=DATA)
        assert ran.status == 0, ran.err
        root = ET.parse(tmp_path / "a.svg").getroot()
        return [group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")]

    return run


@pytest.mark.parametrize("kind", KINDS)
def test_chosen_items_say_what_they_say_among_all(groups: Callable[[str], list[str]], kind: str) -> None:
    chosen = groups(f"{kind} --item item-3 --item 'item 5'")

    assert chosen
    assert set(chosen) <= set(groups(kind))


@pytest.mark.parametrize("kind", KINDS)
def test_only_the_items_asked_for_are_drawn(groups: Callable[[str], list[str]], kind: str) -> None:
    drawn = " ".join(groups(f"{kind} --item item-3")).lower()

    assert not [place for place in (1, 2, 4, 5, 6, 7) if f"item {place}" in drawn]


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_of_chosen_items_says_so(phare: Phare, kind: str) -> None:
    ran = phare(f"plot worries {kind} --item item-3", data=DATA)

    assert "Shown: 1 item of 7, chosen by name." in " ".join(ran.out.split())


def test_a_ranking_of_chosen_items_says_among_which_they_rank(phare: Phare) -> None:
    ran = phare("plot worries --wave 2023 -r France -s mayors --item item-3", data=DATA)

    assert "Ranks are those among all items." in " ".join(ran.out.split())


@pytest.mark.parametrize(
    ("items", "opening"),
    [
        ("--item item-7", "In France, “item 7” stands at 54.5% among citizens (“worries”)."),
        ("--item item-2", "In France, “item 2” stands at 32.0% among citizens (“worries”)."),
        ("--item item-2 --item item-7", "In France, the highest figure under “worries” is that of “item 7”"),
        ("--item item-2 --item item-3", "Worries by stakeholder group"),
    ],
)
def test_the_title_tells_of_no_item_that_is_not_drawn(phare: Phare, items: str, opening: str) -> None:
    ran = phare(f"plot worries --wave 2023 -r France -s citizens {items}", data=DATA)

    assert " ".join(ran.out.split()).startswith(opening), ran.out


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("--item item-9", "no item is called “item-9” in these data. Did you mean"),
        ("--item item-3 --style stacked", "--item cannot be used with --style stacked"),
    ],
)
def test_what_cannot_be_chosen_is_refused(phare: Phare, words: str, said: str) -> None:
    ran = phare(f"plot worries {words}", data=DATA)

    assert ran.status == 2
    assert said in " ".join(ran.err.split())


def test_items_that_a_place_lacks_leave_nothing_to_count(phare: Phare) -> None:
    lacking = DATA + f"B,2023,Guyane,citizens,worries,item 9,50,900,{''},\n"
    ran = phare("plot worries -r Guyane --item item-3", data=lacking)

    assert "Nothing found." in ran.out
    assert "Shown" not in ran.out


def test_an_item_is_drawn_in_a_block_of_a_document(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "worries.csv").write_text(DATA, "utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        "<!-- phare: plot worries --data worries.csv --wave 2023 -r Bretagne --item item-3 -->\n<!-- /phare -->\n"
    )

    assert phare("update page.md").status == 0
    assert "item 3" in page.read_text("utf-8").lower()
    assert "item 4" not in page.read_text("utf-8").lower()


def test_cards_of_several_indicators_stand_in_one_picture(groups: Callable[[str], list[str]]) -> None:
    words = "--style cards --wave 2023 -r Bretagne -s citizens --item item-3"
    alone = [*groups(words)]

    together = groups(f"trust {words}")

    assert [each.split(":")[0] for each in together] == ["Worries", "Trust"]
    assert [each.split(":", 1)[1] for each in together[:1]] == [each.split(":", 1)[1] for each in alone]


def test_only_cards_are_of_several_indicators(phare: Phare) -> None:
    ran = phare("plot worries trust", data=DATA)

    assert ran.status == 2
    assert "only cards show several indicators in one picture: add --style cards, or name one." in " ".join(
        ran.err.split()
    )


@pytest.mark.parametrize(
    "kind", ["--wave 2023 -r France", "--wave 2023 --compare -r Bretagne", "--by wave -r Bretagne"]
)
def test_the_groups_of_one_item_stand_side_by_side(groups: Callable[[str], list[str]], kind: str) -> None:
    labels = {each.split(":")[0] for each in groups(f"{kind} --item item-3")}

    assert len(labels) >= 2
    assert not [label for label in labels if "item" in label]
