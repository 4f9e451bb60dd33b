"""Of every kind of picture: each text can be read on what is below it, and none covers another or is struck."""

from __future__ import annotations

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
HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,scale,order\n"
LONG = "la hausse des prix de l'énergie et l'anticonstitutionnellement invraisemblable approvisionnement"


def worries(*waves: str, items: tuple[str, ...], regions: tuple[str, ...], base: str = "900") -> str:
    return "".join(
        f'Barometer,{wave},"{region}",{group},worries,"{item}",{value},{base if group == "citizens" else ""},,\n'
        for at, wave in enumerate(waves)
        for place, region in enumerate(regions)
        for group in ("citizens", "mayors")
        for rank, item in enumerate(items)
        for value in [
            (0, 100)[rank % 2] if rank < 2 and not place else (place * 37 + rank * 17 + at * 29) % 101
        ]
    )


REGIONS = (
    "France", "Bretagne", "Corse", "PACA", "Normandie", "Occitanie", "Grand Est", "Hauts-de-France",
    "Pays de la Loire", "Nouvelle-Aquitaine", "Auvergne-Rhône-Alpes", "Centre-Val de Loire",
    "Bourgogne-Franche-Comté", "Île-de-France",
)  # fmt: skip
SEVEN = ("air", "bruit", LONG, "eau", "sols", "forêts", "énergie")
SIXTY = tuple(f"item number {place}" for place in range(60))
FEW = HEADER + worries("2023", items=SEVEN[:1], regions=REGIONS[:1])
SOME = HEADER + worries("2023", items=SEVEN, regions=REGIONS[:4])
WAVES = HEADER + worries("2019", "2021", "2023", items=SEVEN, regions=REGIONS[:2])
ALL = HEADER + worries("2023", items=SEVEN[:3], regions=REGIONS)
MANY = HEADER + worries("2023", items=SIXTY, regions=REGIONS[:2])
WEAK = HEADER + worries("2023", items=SEVEN, regions=REGIONS[:2], base="12")
STACKS = HEADER + "".join(
    f'Barometer,2023,{region},{group},worries,"{step}",{value},{base},ordered,{place}\n'
    for region in REGIONS[:3]
    for group, values, base in (
        ("citizens", (12, 45, 3, 28, 12), 900),
        ("mayors", (0, 100, 0, 0, 0), 12),
        ("companies", (1, 1, 1, 1, 96), ""),
    )
    for place, (step, value) in enumerate(
        zip(
            ("tout à fait d'accord", "plutôt d'accord", LONG, "plutôt pas", "pas du tout"),
            values,
            strict=True,
        ),
        1,
    )
)
PRISMS = SOME + SOME.removeprefix(HEADER).replace("worries", "trust").replace(",17,", ",71,")
PICTURES = {
    "one bar": ("", FEW),
    "bars": ("-r PACA", SOME),
    "sixty bars": ("-r Bretagne", MANY),
    "hollow bars": ("-r Bretagne", WEAK),
    "dots": ("-r PACA --style dots", SOME),
    "hollow dots": ("-r Bretagne --style dots", WEAK),
    "beside": ("--compare --sample separate", SOME),
    "sixty beside": ("--compare --sample separate --stakeholder citizens", MANY),
    "waves": ("--by wave", WAVES),
    "map": ("--style map --sample separate --stakeholder citizens", ALL),
    "heat": ("--style heat -r PACA", SOME),
    "heat of regions": ("--style heat --stakeholder citizens", ALL),
    "stacked": ("", STACKS),
    "diverging": ("--style diverging", STACKS),
    "cards": ("--style cards -r Bretagne --sample separate", SOME),
    "weak cards": ("--style cards -r Bretagne", WEAK),
    "multiples": ("--panels region --stakeholder citizens", ALL),
    "multiples of dots": ("--panels group --style dots -r Bretagne", SOME),
    "quadrant": ("--cross trust -r PACA --stakeholder citizens", PRISMS),
}


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Callable[..., ET.Element]:
    def run(name: str, words: str) -> ET.Element:
        options, data = PICTURES[name]
        ran = phare(f"plot worries {options} {words} -o a.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "a.svg").getroot()

    return run


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("name", PICTURES)
def test_every_text_can_be_read_on_what_is_below_it(
    picture: Callable[..., ET.Element], name: str, theme: str
) -> None:
    """WCAG 2.2, 1.4.3: 4.5 to 1. What is below is the last rectangle, disc or wash drawn under the text's middle."""
    texts = list(_texts_on(picture(name, f"--theme {theme}")))
    hard = [(text, ink, below) for text, ink, below in texts if contrast(ink, below) < READABLE]

    assert hard == []
    assert texts


@pytest.mark.parametrize("words", ["--width 360 --lang fr", "", "--width 1100 --lang fr"])
@pytest.mark.parametrize("name", PICTURES)
def test_no_text_covers_another_is_struck_or_leaves_the_picture(
    picture: Callable[..., ET.Element], faults: Faults, name: str, words: str
) -> None:
    assert faults(picture(name, words)) == []


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
