"""``phare plot --by wave``: lines over time with the figures of show and the verdicts of compare."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"

HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,question\n"


def rows(*lines: str) -> str:
    return HEADER + "".join(f"Barometer,{line}\n" for line in lines)


RISING = rows(
    "2015,France,citizens,worries,air,30.0,1000,",
    "2017,France,citizens,worries,air,31.0,1000,",
    "2023,France,citizens,worries,air,41.0,1000,",
    "2015,France,citizens,worries,soil,50.0,1000,",
    "2023,France,citizens,worries,soil,49.0,1000,",
    "2015,France,citizens,worries,noise,20.0,,",
    "2017,France,citizens,worries,noise,25.0,,",
    "2023,France,citizens,worries,noise,22.0,,",
)
MANY = rows(
    *(
        f"{wave},France,{group},worries,item number {place} of a long list,{(place * 7 + add) % 101},{base},"
        for add, wave in enumerate(("mars 2020", "septembre 2021", "T4 2022"))
        for group, base in (("citizens", 900), ("mayors", ""))
        for place in range(12 if group == "citizens" else 5)
    )
)


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Callable[..., ET.Element]:
    def run(words: str, data: str) -> ET.Element:
        ran = phare(f"plot {words} -o picture.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "picture.svg").getroot()

    return run


def titles(root: ET.Element) -> list[str]:
    return [group.findtext(f"{SVG}title") or "" for group in root.iter(f"{SVG}g")]


def test_every_point_and_step_says_what_it_shows(picture: Callable[..., ET.Element]) -> None:
    root = picture("worries --by wave", RISING)

    assert [title for title in titles(root) if title.startswith("Air")] == [
        "Air, 2015 to 2017: +1 point, ○ not established",
        "Air, 2017 to 2023: +10 points, ▲ up",
        "Air, 2015: 30% (27% to 33%)",
        "Air, 2017: 31% (28% to 34%)",
        "Air, 2023: 41% (37% to 45%)",
        "Air: +11 points, ▲ up",
    ]


def test_figures_and_steps_are_those_of_the_json_answers(
    phare: Phare, picture: Callable[..., ET.Element]
) -> None:
    told = titles(picture("worries --by wave --decimals 3", RISING))
    points = [found.groups() for title in told if (found := re.match(r"(\w+), (\d+): (\S+)%", title))]
    steps = [
        found.groups() for title in told if (found := re.match(r"(\w+), (\d+) to (\d+): (\S+) p", title))
    ]
    shown = phare("show worries -f json", data=RISING).rows
    compared = phare("compare worries --by wave -f json", data=RISING).rows

    assert sorted(points) == sorted(
        (row["item"].capitalize(), row["wave"], f"{row['value']:.3f}") for row in shown
    )
    assert sorted(steps) == sorted(
        (row["item"].capitalize(), row["to"], row["wave"], f"{row['gap']:+.3f}".replace("-", "−"))
        for row in compared
        if row["item"] != "soil"  # a wave lacks between its two
    )


def test_established_steps_are_heavy_and_those_without_a_test_dotted(
    picture: Callable[..., ET.Element],
) -> None:
    root = picture("worries --by wave", RISING)
    lines = {
        group.findtext(f"{SVG}title"): line
        for group in root.iter(f"{SVG}g")
        if (line := group.find(f"{SVG}line")) is not None and " to " in (group.findtext(f"{SVG}title") or "")
    }

    assert {
        title: (line.get("stroke-width"), line.get("stroke-dasharray")) for title, line in lines.items()
    } == {
        "Air, 2015 to 2017: +1 point, ○ not established": ("1.3", None),
        "Air, 2017 to 2023: +10 points, ▲ up": ("3.2", None),
        "Noise, 2015 to 2017: +5 points, base not published": ("1.3", "2 3"),
        "Noise, 2017 to 2023: −3 points, base not published": ("1.3", "2 3"),
    }


def test_a_line_breaks_where_a_wave_lacks_and_the_picture_says_so(
    picture: Callable[..., ET.Element],
) -> None:
    root = picture("worries --by wave", RISING)
    description = root.findtext(f"{SVG}desc") or ""

    assert "Soil, 2015 to 2023: −1 point, ○ not established" not in titles(root)
    assert "Soil, 2015 to 2023: −1 point, ○ not established" in description
    assert "A line is broken where a wave has no figure, or asked something else or other people." in [
        text.text for text in root.iter(f"{SVG}text")
    ]


def test_a_line_breaks_where_the_question_changed(picture: Callable[..., ET.Element]) -> None:
    root = picture(
        "worries --by wave",
        rows(
            "2015,France,citizens,worries,air,30,1000,Do you fear for the air?",
            "2017,France,citizens,worries,air,40,1000,Is the air bad?",
            "2015,France,citizens,worries,soil,30,1000,",
            "2017,France,citizens,worries,soil,40,1000,",
        ),
    )

    assert "Soil, 2015 to 2017: +10 points, ▲ up" in titles(root)
    assert not [title for title in titles(root) if title.startswith("Air, 2015 to")]
    assert "Air: +10 points, different question" in titles(root)


def test_bands_stand_where_bases_are_known_and_nowhere_else(picture: Callable[..., ET.Element]) -> None:
    washed = [each for each in picture("worries --by wave", RISING).iter() if each.get("fill-opacity")]

    # Two steps of the air; the soil has two figures that nothing joins, the noise has no base.
    assert len(washed) == 2


def test_years_stand_as_far_apart_as_they_are(picture: Callable[..., ET.Element]) -> None:
    root = picture("worries --by wave", RISING)
    years = ("2015", "2017", "2023")
    places = {text.text: float(text.get("x", "0")) for text in root.iter(f"{SVG}text") if text.text in years}
    first, second, last = (places[year] for year in years)

    assert (second - first) / (last - first) == pytest.approx(0.25, abs=0.01)


def test_waves_stand_in_the_order_of_time_and_evenly_where_they_are_no_years(
    picture: Callable[..., ET.Element],
) -> None:
    root = picture("worries -s mayors --by wave", MANY)
    texts = [(float(text.get("x", "0")), text.text) for text in root.iter(f"{SVG}text")]

    assert [text for _, text in sorted(texts) if text in ("mars 2020", "septembre 2021", "T4 2022")] == [
        "mars 2020",
        "septembre 2021",
        "T4 2022",
    ]
    assert "Waves stand at equal distances, whatever the time between them." in [text for _, text in texts]


def test_waves_that_nothing_stands_beside_give_a_picture_that_says_so(
    picture: Callable[..., ET.Element],
) -> None:
    root = picture("worries --by wave", rows("2015,France,citizens,worries,air,30,1000,"))

    assert any("Nothing found" in (text.text or "") for text in root.iter(f"{SVG}text"))


@pytest.mark.parametrize("format", ["svg", "png", "pdf"])
def test_the_same_bytes_come_every_time(phare: Phare, tmp_path: Path, format: str) -> None:
    made = []
    for name in ("one", "two"):
        phare(f"plot worries --by wave -o {name}.{format}", data=RISING)
        made.append((tmp_path / f"{name}.{format}").read_bytes())

    assert made[0] == made[1]


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ("--by wave --compare", "--by wave cannot be used with --compare: leave one of them out."),
        ("--by wave --top 3", "--top cannot be used with --by wave: leave one of them out."),
        ("--panel", "--panel goes with --by wave: add it, or leave --panel out."),
    ],
)
def test_options_that_do_not_meet_are_refused(phare: Phare, words: str, message: str) -> None:
    ran = phare(f"plot worries {words} -o a.svg", data=RISING)

    assert (ran.status, message in ran.err.replace("\n", " ")) == (2, True)
