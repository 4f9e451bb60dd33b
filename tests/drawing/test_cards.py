"""``phare plot --style cards``: a figure in large letters, beside the nation's, with the verdict of compare."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import draw, plot, read

Phare = Callable[..., Any]
Faults = Callable[[ET.Element], list[str]]
Picture = Callable[..., ET.Element]
SVG = "{http://www.w3.org/2000/svg}"
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,in_national_sample,nation_share\n"
ITEMS = ("air", "soil", "the closing of the last public services in rural areas")


def rows(
    regions: tuple[str, ...] = ("Bretagne",), items: tuple[str, ...] = ITEMS, base: int | str = 900
) -> str:
    places = [(region, item) for region in ("France", *regions) for item in items]
    return HEADER + "".join(
        f"Barometer,2023,{region},citizens,worries,{item},{place * 37 % 101},{base},"
        + ("yes,0.05\n" if region != "France" else ",\n")
        for place, (region, item) in enumerate(places)
    )


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Picture:
    def run(words: str, data: str) -> ET.Element:
        ran = phare(f"plot worries --style cards {words} -o a.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "a.svg").getroot()

    return run


def cards(root: ET.Element) -> dict[str, list[str]]:
    """Return the texts of each card by its first."""
    found = [[text.text or "" for text in group.iter(f"{SVG}text")] for group in root.iter(f"{SVG}g")]
    return {texts[0]: texts[1:] for texts in found}


def test_each_card_has_the_figures_and_the_verdict_of_the_json_answer(phare: Phare, picture: Picture) -> None:
    found = cards(picture("-r Bretagne", rows()))
    answer = json.loads(phare("compare worries -r Bretagne -f json", data=rows()).out)
    words = {"above": "▲ above", "below": "▼ below", "not_established": "○ not established"}

    assert len(found) == 3
    for each in answer["rows"]:
        [texts] = [
            " ".join(texts) for name, texts in found.items() if name.lower() == each["item"][: len(name)]
        ]
        assert f"{each['value']:.0f}%" in texts
        assert f"France: {each['reference']:.0f}%" in texts
        assert words[each["verdict"]] in texts


def test_only_what_is_established_is_in_bold_below_the_figure(picture: Picture) -> None:
    root = picture("-r Bretagne", rows(items=("air",), base=40))
    bold = {text.text for text in root.iter(f"{SVG}text") if text.get("font-weight") == "bold"}

    assert not any("not established" in (text or "") for text in bold)


def test_regions_have_a_card_each_the_nation_first_without_a_comparison(picture: Picture) -> None:
    found = cards(picture("", rows(("Bretagne", "Corse"), ("air",))))

    assert list(found) == ["France", "Bretagne", "Corse"]
    assert not any("France:" in text for text in found["France"])


def test_without_bases_a_card_says_that_nothing_was_tested(picture: Picture) -> None:
    [texts] = cards(picture("-r Bretagne", rows(items=("air",), base=""))).values()

    assert any("base not published" in text for text in texts)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("", "--style cards would draw 31 cards, and a picture holds 24"),
        ("--panels region", "--panels cannot be used with --style cards"),
        ("--compare", "--style cards"),
        ("--suppress", "--suppress cannot be used with --style cards"),
    ],
)
def test_cards_that_cannot_be_drawn_are_told(phare: Phare, words: str, told: str) -> None:
    places = tuple(f"place {number}" for number in range(30))
    run = phare(f"plot worries --style cards {words} -o a.svg", data=rows(places, ("air",)))

    assert run.status == 2
    assert told in run.err


def test_top_keeps_the_first_ranks(picture: Picture) -> None:
    assert len(cards(picture("-r Bretagne --top 2", rows()))) == 2


@pytest.mark.parametrize(("width", "lang"), [(320, "en"), (480, "fr"), (680, "fr"), (1400, "en")])
@pytest.mark.parametrize(
    "data",
    [rows(items=("air",)), rows(tuple("ABCDEFG"), base=""), rows(("Provence-Alpes-Côte d'Azur",), base=12)],
    ids=["one", "many without bases", "low bases"],
)
def test_no_text_of_a_card_covers_another_is_struck_or_leaves_the_picture(
    picture: Picture, faults: Faults, data: str, width: int, lang: str
) -> None:
    assert faults(picture(f"--width {width} --lang {lang}", data)) == []


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_cards_have_the_same_bytes(phare: Phare, tmp_path: Path, format: str) -> None:
    for name in ("a", "b"):
        phare(f"plot worries --style cards -o {name}.{format}", data=rows())

    assert (tmp_path / f"a.{format}").read_bytes() == (tmp_path / f"b.{format}").read_bytes()


def test_python_draws_the_cards_of_the_command_line(picture: Picture, tmp_path: Path) -> None:
    picture("-r Bretagne", rows())
    (tmp_path / "own.csv").write_text(rows(), encoding="utf-8")
    drawn = plot(read(str(tmp_path / "own.csv")), "worries", style="cards", regions=["Bretagne"])

    assert draw(drawn) == (tmp_path / "a.svg").read_bytes()


@pytest.mark.parametrize(("top", "said"), [(1, "2 of 6 results"), (2, "4 of 6 results"), (3, "")])
def test_cards_say_how_many_are_left_out(
    phare: Callable[..., Any], tmp_path: Path, top: int, said: str
) -> None:
    data = "region,stakeholder,indicator,item,value,base\n" + "".join(
        f"PACA,{group},fragilities,{item},{value},300\n"
        for group in ("citizens", "mayors")
        for item, value in (("employment", 50), ("mobility", 40), ("housing", 30))
    )
    phare(f"plot fragilities -r PACA --style cards --top {top} -o a.svg", data=data)

    picture = (tmp_path / "a.svg").read_text(encoding="utf-8")
    assert ("ties kept" in picture, said in picture) == (bool(said), True)
