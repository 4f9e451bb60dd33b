"""Of every kind of picture: each text can be read on what is below it, and none covers another or is struck."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from phare_cli.drawing.themes.theme import READABLE, contrast

Phare = Callable[..., Any]
Faults = Callable[[ET.Element], list[str]]
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Callable[..., ET.Element]:
    def run(kind: tuple[str, str], words: str) -> ET.Element:
        options, data = kind
        ran = phare(f"plot worries {options} {words} -o a.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "a.svg").getroot()

    return run


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read_on_what_is_below_it(
    picture: Callable[..., ET.Element], kind: tuple[str, str], theme: str
) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1. What is below is the last rectangle, disc or wash drawn under the text's middle."""
    texts = list(_texts_on(picture(kind, f"--theme {theme}")))
    hard = [(text, ink, below) for text, ink, below in texts if contrast(ink, below) < READABLE]

    assert hard == []
    assert texts


@pytest.mark.parametrize("words", ["--width 360 --lang fr", "", "--width 1100 --lang fr"])
def test_no_text_covers_another_is_struck_or_leaves_the_picture(
    picture: Callable[..., ET.Element], faults: Faults, kind: tuple[str, str], words: str
) -> None:
    assert faults(picture(kind, words)) == []


@pytest.mark.parametrize(
    ("words", "shape", "place"),
    [
        ("", "rect", "width"),
        ("--style dots", "circle", "cx"),
        ("--compare --sample separate", "circle", "cx"),
        ("--panels group", "rect", "width"),
        ("--panels region --style dots", "circle", "cx"),
        ("--cross trust --stakeholder citizens", "circle", "cy"),
    ],
)
def test_what_is_drawn_is_to_scale_with_the_json_answer(
    phare: Phare, tmp_path: Path, words: str, shape: str, place: str
) -> None:
    """Two figures fix the scale; the others lie on it to a hundredth of a unit, as SVG is written."""
    rows = "region,stakeholder,indicator,item,value,base\n" + "".join(
        f"{region},{group},{indicator},item {item},{value},900\n"
        for region, more in (("Bretagne", 0), ("France", 3))
        for group in ("citizens", "mayors")
        for indicator, by in (("worries", 7.3), ("trust", 5.9))
        for item in range(1, 9)
        for value in [round(item * by % 90 + more, 1)]
    )
    told = json.loads(phare("show worries -r Bretagne -s citizens -f json", data=rows).out)["rows"]
    figures = {row["item"].capitalize(): row["value"] for row in told}
    assert phare(f"plot worries -r Bretagne {words} -o a.svg", data=rows).status == 0
    groups = list(ET.parse(tmp_path / "a.svg").getroot().iter(f"{SVG}g"))
    drawn = [
        (figures[named[0]], float(found.get(place, "0")))
        for group in groups
        if (named := re.search(r"Item \d", group.findtext(f"{SVG}title") or ""))
        and (found := group.find(f"{SVG}{shape}")) is not None
    ]
    (least, start), (most, end) = min(drawn), max(drawn)
    scale = (end - start) / (most - least)
    away = {round((at - start - scale * (value - least)) / 0.02) for value, at in drawn[: len(figures)]}

    assert away <= {-1, 0, 1}
    assert {value for value, _ in drawn} == set(figures.values())


def _texts_on(root: ET.Element) -> Iterator[tuple[str, str, str]]:
    """Yield each text with its colour and that of what is below it."""
    areas: list[tuple[float, float, float, float, str, float]] = []
    for element in root.iter():
        kind = element.tag.removeprefix(SVG)
        if kind == "rect" and element.get("width") == "100%":
            areas.append((-1, -1, 1e9, 1e9, element.get("fill", ""), 1.0))
        elif kind == "rect" and element.get("fill") != "none":
            x, y, width, height = (float(element.get(each, "0")) for each in ("x", "y", "width", "height"))
            areas.append((x, y, x + width, y + height, element.get("fill", ""), 1.0))
        elif kind == "circle":
            x, y, radius = (float(element.get(each, "0")) for each in ("cx", "cy", "r"))
            areas.append((x - radius, y - radius, x + radius, y + radius, element.get("fill", ""), 1.0))
        elif kind == "polygon":
            points = [tuple(map(float, each.split(","))) for each in element.get("points", "").split()]
            across, down = [each[0] for each in points], [each[1] for each in points]
            wash = float(element.get("fill-opacity", "1"))
            areas.append((min(across), min(down), max(across), max(down), element.get("fill", ""), wash))
        elif kind == "text":
            x, y = (
                float(element.get("x", "0")),
                float(element.get("y", "0")) - float(element.get("font-size", "0")) / 3,
            )
            below = "#ffffff"
            for left, top, right, bottom, color, opacity in areas:
                if left <= x <= right and top <= y <= bottom:
                    below = _mixed(color, below, opacity)
            yield element.text or "", element.get("fill", ""), below


def _mixed(color: str, below: str, opacity: float) -> str:
    parts = (re.findall("..", each[1:]) for each in (color, below))
    return "#" + "".join(
        f"{round(int(one, 16) * opacity + int(other, 16) * (1 - opacity)):02x}"
        for one, other in zip(*parts, strict=True)
    )


def test_a_picture_names_its_sources_in_the_language_of_its_answer(phare: Phare, tmp_path: Path) -> None:
    phare("plot innovation --region france --lang fr -o a.svg")

    texts = " ".join(ET.parse(tmp_path / "a.svg").getroot().itertext())
    assert "PHARE-Citoyens, synthèse (Le RAMEAU, 30 septembre" in " ".join(texts.split())
