"""What tests of pictures share: one of every kind, and whether any text covers another, is struck, or leaves it.

The programs of other registries than ours are asked where they are: `.ci/run` installs them.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import combinations
from pathlib import Path
from shutil import which
from typing import Any, NamedTuple

import pytest

from phare_cli.language.letters import width_of

Phare = Callable[..., Any]
_NODE = Path(which("prettier") or "").parent.parent
_ASKED = (_NODE / "axe-core/axe.min.js", _NODE / "vnu-jar/build/dist/vnu.jar")
collect_ignore = [] if which("java") and all(map(Path.is_file, _ASKED)) else ["test_valid_pictures.py"]
SVG = "{http://www.w3.org/2000/svg}"


class TextBox(NamedTuple):
    """The room that the letters of a text take."""

    text: str
    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: TextBox) -> bool:
        """Tell whether two texts share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def _boxes_of(root: ET.Element) -> list[TextBox]:
    """Return the texts of an SVG, each with its room."""
    found = []
    for text in root.iter(f"{SVG}text"):
        size, words = float(text.get("font-size", "0")), text.text or ""
        width = width_of(words, size, is_bold=text.get("font-weight") == "bold")
        before = {"start": 0.0, "middle": width / 2, "end": width}[text.get("text-anchor", "start")]
        left, y = float(text.get("x", "0")) - before, float(text.get("y", "0"))
        found.append(TextBox(words, left, y - 0.75 * size, left + width, y + 0.2 * size))
    return found


def _faults(root: ET.Element) -> list[str]:
    """Return the texts that cover another one, leave the picture, or are struck by a straight line."""
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    boxes = _boxes_of(root)
    said = [f"{one.text} covers {other.text}" for one, other in combinations(boxes, 2) if one.covers(other)]
    said += [
        f"{box.text} leaves the picture"
        for box in boxes
        if box.left < 0 or box.right > width + 0.5 or box.top < 0 or box.bottom > height
    ]
    for line in root.iter(f"{SVG}line"):
        x, y, to_x, to_y = (float(line.get(name, "0")) for name in ("x1", "y1", "x2", "y2"))
        for box in boxes:
            struck = any(
                box.left + 1 < x + (to_x - x) * share / 60 < box.right - 1
                and box.top + 1 < y + (to_y - y) * share / 60 < box.bottom - 1
                for share in range(61)
            )
            said += [f"{box.text} is struck"] if struck else []
    return said


@pytest.fixture
def faults() -> Callable[[ET.Element], list[str]]:
    """Return what is wrong with where the texts of an SVG stand."""
    return _faults


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


@pytest.fixture(params=PICTURES)
def kind(request: pytest.FixtureRequest) -> tuple[str, str]:
    """Return the options and the data of a picture, of each kind one after the other."""
    return PICTURES[request.param]


@pytest.fixture
def every_kind(phare: Phare, tmp_path: Path) -> Callable[[str], list[Path]]:
    """Draw one of each kind, and return the files."""

    def run(words: str) -> list[Path]:
        files = []
        for place, (options, data) in enumerate(PICTURES.values()):
            ran = phare(f"plot worries {options} {words} -o {place}.svg", data=data)
            assert ran.status == 0, ran.err
            files.append(tmp_path / f"{place}.svg")
        return files

    return run
