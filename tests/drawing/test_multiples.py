"""``phare plot --panels``: panels over one scale with the same rows in each, and rank intervals beside dots."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import plot, read

Phare = Callable[..., Any]
Faults = Callable[[ET.Element], list[str]]
Picture = Callable[..., ET.Element]
SVG = "{http://www.w3.org/2000/svg}"
HEADER = "survey,wave,region,stakeholder,segment,indicator,item,value,base\n"
REGIONS = (
    "France",
    "Bretagne",
    "Provence-Alpes-Côte d'Azur",
    "Corse",
    "Île-de-France",
    "La Réunion",
    "Grand Est",
)
ITEMS = ("air", "soil", "the closing of the last public services in rural areas", "noise")


def rows(
    regions: tuple[str, ...] = REGIONS,
    items: tuple[str, ...] = ITEMS,
    groups: tuple[str, ...] = ("citizens",),
    *,
    segments: tuple[str, ...] = ("",),
    waves: tuple[str, ...] = ("2023",),
    indicator: str = "worries",
    base: str = "900",
) -> str:
    lines = [
        f"Barometer,{wave},{region},{group},{segment},{indicator},{item}"
        for wave in waves
        for region in regions
        for group in groups
        for segment in segments
        for item in items
    ]
    # 0 and 100 among the figures; no two panels alike.
    return HEADER + "".join(f"{line},{place * 37 % 101},{base}\n" for place, line in enumerate(lines))


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Picture:
    def run(words: str, data: str) -> ET.Element:
        ran = phare(f"plot {words} -o a.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "a.svg").getroot()

    return run


def titles(root: ET.Element) -> list[str]:
    return [group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")]


def texts(root: ET.Element) -> list[str]:
    return [text.text or "" for text in root.iter(f"{SVG}text")]


@pytest.mark.parametrize("style", ["bars", "dots"])
def test_every_figure_of_a_panel_is_that_of_the_json_answer(
    phare: Phare, picture: Picture, style: str
) -> None:
    root = picture(f"worries --panels region --style {style}", rows())
    answer = json.loads(phare("show worries -f json", data=rows()).out)
    drawn = {
        tuple(match.groups())
        for title in titles(root)
        if (match := re.match(r"(.+): (.+): (\d+)%", title)) is not None
    }

    assert {
        (each["region"], each["item"].capitalize(), str(int(each["value"]))) for each in answer["rows"]
    } == drawn
    assert len(drawn) == len(REGIONS) * len(ITEMS)


def test_bars_of_all_panels_are_as_long_as_their_figures_on_one_scale(picture: Picture) -> None:
    root = picture("worries --panels region", rows())
    lengths = {}
    for group in root.iter(f"{SVG}g"):
        figure = re.search(r"(\d+)%", group.findtext(f"{SVG}title") or "")
        box = group.find(f"{SVG}rect")
        if figure and box is not None and figure[1] != "0":
            lengths[group.findtext(f"{SVG}title")] = float(box.get("width", "0")) / int(figure[1])

    assert len(lengths) > 20
    assert max(lengths.values()) - min(lengths.values()) < 0.02


def test_labels_stand_once_before_a_row_of_panels_in_the_order_of_the_first(picture: Picture) -> None:
    said = texts(picture("worries --panels region -r Bretagne -r Corse -r France --width 1400", rows()))

    assert (said.count("Air"), said.count("Soil"), said.count("Bretagne")) == (1, 1, 1)
    assert [text for text in said if text in REGIONS] == ["Bretagne", "Corse", "France"]
    assert "Panels: one for each region, in the order in which they are asked for." in said
    assert "Rows: in the order of the first panel." in said


@pytest.mark.parametrize(
    ("words", "panels", "labels"),
    [
        ("--panels region", ["Bretagne", "Corse"], ["Citizens", "Mayors"]),
        ("--panels group", ["Citizens", "Mayors"], ["Bretagne", "Corse"]),
    ],
)
def test_the_panels_of_a_rate_are_regions_or_groups_and_its_rows_the_others(
    picture: Picture, words: str, panels: list[str], labels: list[str]
) -> None:
    data = rows(("Bretagne", "Corse"), ("yes",), ("citizens", "mayors"), indicator="trust")
    said = titles(picture(f"trust {words}", data))

    assert [title.split(": ")[:2] for title in said] == [
        [panel, label] for panel in panels for label in labels
    ]


def test_the_parts_of_a_group_stand_after_the_whole(picture: Picture) -> None:
    data = rows(("France",), ITEMS[:2], ("companies",), segments=("", "in a city"))
    said = titles(picture("worries --panels segment", data))

    assert list(dict.fromkeys(title.split(": ")[0] for title in said)) == ["Companies", "In a city"]


def test_lines_over_time_have_a_frame_a_region_over_one_scale(picture: Picture) -> None:
    data = rows(REGIONS[:3], ("yes",), waves=("2015", "2019", "2023"), indicator="trust")
    root = picture("trust --by wave --panels region", data)
    said = titles(root)

    assert [
        sum(bool(re.match(rf"{region}, \d{{4}}: ", title)) for title in said) for region in REGIONS[:3]
    ] == [3, 3, 3]
    assert texts(root).count("100%") >= 3


def test_top_keeps_the_items_that_come_first_in_a_panel(picture: Picture) -> None:
    data = rows(("France", "Corse"), ITEMS)
    said = titles(picture("worries --panels region --top 1", data))
    root = picture("worries --panels region --top 1", data)

    assert len(said) == 4
    assert any(text.startswith("Shown: items among the first rank") for text in texts(root))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("--panels region", "--panels region would draw 31 panels, and a picture holds 24"),
        (
            "--panels region --style heat",
            "--style heat sets regions and groups beside one another over one scale by itself",
        ),
        ("--panels region --style map", "--panels cannot be used with --style map"),
        ("--panels region --compare", "--panels cannot be used with --compare"),
        ("--panels region --top 0", "--top keeps at least 1 rank"),
    ],
)
def test_panels_that_cannot_be_drawn_are_told(phare: Phare, words: str, told: str) -> None:
    places = tuple(f"place {number}" for number in range(31))
    run = phare(f"plot worries {words} -o a.svg", data=rows(places))

    assert run.status == 2
    assert told in run.err


@pytest.mark.parametrize(("width", "lang"), [(320, "en"), (480, "fr"), (680, "en"), (1400, "fr")])
@pytest.mark.parametrize(
    ("words", "data"),
    [
        ("worries --panels region", rows()),
        ("worries --panels region --style dots", rows(base="")),
        ("worries --panels group", rows(REGIONS[:2], groups=("citizens", "mayors", "companies"))),
        ("trust --panels group", rows(items=("yes",), groups=("citizens", "mayors"), indicator="trust")),
        ("worries --panels region", rows(REGIONS[:1], tuple(f"item number {place}" for place in range(60)))),
        ("worries --by wave --panels region", rows(waves=("2015", "2023"))),
        ("worries --style dots", rows(REGIONS[:2])),
    ],
    ids=["regions", "no bases", "groups", "rate", "60 items", "lines", "ranks"],
)
def test_no_text_of_a_panel_covers_another_is_struck_or_leaves_the_picture(
    picture: Picture, faults: Faults, words: str, data: str, width: int, lang: str
) -> None:
    assert faults(picture(f"{words} --width {width} --lang {lang}", data)) == []


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_panels_have_the_same_bytes(phare: Phare, tmp_path: Path, format: str) -> None:
    for name in ("a", "b"):
        phare(f"plot worries --panels region -o {name}.{format}", data=rows())

    assert (tmp_path / f"a.{format}").read_bytes() == (tmp_path / f"b.{format}").read_bytes()


def test_python_draws_the_panels_of_the_command_line(picture: Picture, tmp_path: Path) -> None:
    root = picture("worries --panels region", rows())
    (tmp_path / "own.csv").write_text(rows(), encoding="utf-8")
    drawn = plot(read(tmp_path / "own.csv"), "worries", panels="region")

    assert texts(ET.fromstring(drawn._repr_svg_() or "")) == texts(root)


def test_a_rank_interval_is_as_wide_as_the_json_answer_says(phare: Phare, picture: Picture) -> None:
    data = rows(("France",), tuple(f"item {place}" for place in range(7)), base="120")
    root = picture("worries --style dots", data)
    answer = json.loads(phare("show worries -f json", data=data).out)
    widths = {}
    for group in root.iter(f"{SVG}g"):
        thick = [line for line in group.iter(f"{SVG}line") if line.get("stroke-width") == "5"]
        if thick:
            item = (group.findtext(f"{SVG}title") or "").split(":")[0]
            widths[item] = float(thick[0].get("x2", "0")) - float(thick[0].get("x1", "0")) - 5.0
    spans = {each["item"].capitalize(): each["rank_high"] - each["rank_low"] for each in answer["rows"]}
    [step] = {round(widths[item] / span, 1) for item, span in spans.items() if span}

    assert widths.keys() == spans.keys()
    assert all(abs(widths[item] - span * step) < 0.5 for item, span in spans.items())
    assert any("heavy line: the ranks that an item may have" in text for text in texts(root))


def test_items_without_a_figure_in_any_panel_are_named_in_one_text(picture: Picture) -> None:
    data = HEADER + "".join(
        f"B,2023,{region},citizens,,worries,{item},{value},\n"
        for region in REGIONS[:2]
        for item, value in (("air", ""), ("water", "40"), ("soil", ""), ("noise", "20"))
    )
    root = picture("worries --panels region", data)

    assert not any("air" in title or "soil" in title for title in titles(root))
    assert "– : Air and Soil." in texts(root)


@pytest.mark.parametrize(
    ("places", "first"), [(("Nord", "Aisne"), ""), (("Nord", "France"), ", the nation first")]
)
def test_panels_tell_of_the_nation_where_it_stands_among_them(
    phare: Phare, tmp_path: Path, places: tuple[str, str], first: str
) -> None:
    data = "region,stakeholder,indicator,item,value,base\n" + "".join(
        f"{place},citizens,worries,{item},{value},900\n"
        for place in places
        for item, value in (("a", 40), ("b", 20))
    )

    assert phare("plot worries --panels region -o a.svg", data=data).status == 0
    text = "".join(ET.parse(tmp_path / "a.svg").getroot().itertext())
    assert f"{first}." in text
    assert ("the nation" in text) == bool(first)
