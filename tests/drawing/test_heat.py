"""``phare plot --style heat``: a row an item, a column a group or a region, each figure in the shade of its class."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli import draw, plot, read
from phare_cli.drawing.themes.theme import COLORS

Phare = Callable[..., Any]
Faults = Callable[[ET.Element], list[str]]
Picture = Callable[..., ET.Element]

SVG = "{http://www.w3.org/2000/svg}"
HEADER = "region,stakeholder,indicator,item,value,base,unit\n"
LONG = "la hausse des prix de l'énergie et l'anticonstitutionnellement invraisemblable approvisionnement"


def row(
    group: str,
    item: str,
    value: float | str,
    *,
    base: int | str = 900,
    region: str = "France",
    unit: str = "percent",
) -> str:
    return f'"{region}",{group},worries,"{item}",{value},{base},{unit}\n'


GROUPS = HEADER + "".join(
    row(group, f"worry {place}", (place * 17 + add) % 101)
    for group, add in (("citizens", 0), ("mayors", 40), ("companies", 63))
    for place in range(7)
)
NAMES = (
    "France", "Bretagne", "Corse", "Provence-Alpes-Côte d'Azur", "Normandie", "Occitanie", "Grand Est",
    "Hauts-de-France", "Pays de la Loire", "Nouvelle-Aquitaine", "Auvergne-Rhône-Alpes", "Centre-Val de Loire",
    "Bourgogne-Franche-Comté", "Île-de-France",
)  # fmt: skip
REGIONS = HEADER + "".join(
    row("citizens", item, 20 + place + add, region=name)
    for item, add in (("air", 0), ("soil", 30))
    for place, name in enumerate(NAMES)
)
HOLES = HEADER + row("citizens", "air", 40) + row("mayors", "soil", 30) + row("mayors", "air", "", base="")
WEAK = HEADER + row("citizens", "air", 40) + row("mayors", "air", 44, base=12)


@pytest.fixture
def picture(phare: Phare, tmp_path: Path) -> Picture:
    def run(words: str, data: str) -> ET.Element:
        ran = phare(f"plot worries --style heat {words} -o a.svg", data=data)
        assert ran.status == 0, ran.err
        return ET.parse(tmp_path / "a.svg").getroot()

    return run


def cells(root: ET.Element) -> dict[str, tuple[str, str]]:
    """Return the figure and the colour of each cell, by what it says up to its figure."""
    found = {}
    for group in root.iter(f"{SVG}g"):
        title, box, text = (
            group.findtext(f"{SVG}title") or "",
            group.find(f"{SVG}rect"),
            group.find(f"{SVG}text"),
        )
        if box is not None and text is not None:
            found[": ".join(title.split(": ")[:2])] = (text.text or "", box.get("fill", ""))
    return found


def test_every_cell_has_the_figure_of_the_json_answer(phare: Phare, picture: Picture) -> None:
    drawn = cells(picture("", GROUPS))
    rows = json.loads(phare("show worries -f json", data=GROUPS).out)["rows"]

    assert {name: figure for name, (figure, _) in drawn.items()} == {
        f"{each['stakeholder'].capitalize()}: {each['item']}": f"{each['value']:.0f}%" for each in rows
    }


def test_one_group_has_a_column_a_region(phare: Phare, picture: Picture) -> None:
    drawn = cells(picture("", REGIONS))

    assert {name.split(": ")[0] for name in drawn} == set(NAMES)
    assert drawn["Corse: soil"][0] == "52%"


def test_a_higher_figure_is_never_lighter(picture: Picture) -> None:
    shades = [color for tone, color in COLORS.items() if tone.startswith("class-")]
    drawn = sorted(
        (int(figure.rstrip("%")), shades.index(color))
        for figure, color in cells(picture("", GROUPS)).values()
    )

    assert [shade for _, shade in drawn] == sorted(shade for _, shade in drawn)


def test_a_cell_without_a_figure_is_never_shaded_and_one_too_weak_is_hollow_and_said_so(
    picture: Picture,
) -> None:
    holes = cells(picture("", HOLES))
    weak = picture("", WEAK)

    assert (holes["Citizens: soil"], holes["Mayors: air"]) == (("–", "none"), ("–", "none"))
    assert cells(weak)["Mayors: air"] == ("44%", "none")
    assert "hollow: too imprecise to rely on" in [text.text for text in weak.iter(f"{SVG}text")]


@pytest.mark.parametrize(("width", "lang"), [(320, "fr"), (680, "en"), (1400, "fr")])
@pytest.mark.parametrize(
    "data",
    [
        HEADER + row("citizens", "air", 30),
        GROUPS,
        REGIONS,
        HOLES,
        HEADER + "".join(row("citizens", f"item {place}", place * 1.6) for place in range(60)),
        HEADER
        + row("citizens", LONG, 100)
        + row("mayors", LONG, 0, base="")
        + row("mayors", "air", 44, base=12),
        HEADER
        + "".join(row("citizens", f"solde {place}", place * 12.5 - 40, unit="points") for place in range(6)),
        HEADER + row("citizens", "air", "", base=""),
    ],
    ids=["one", "groups", "regions", "holes", "sixty", "long", "negative", "nothing"],
)
def test_no_text_of_a_heat_table_covers_another_is_struck_or_leaves_the_picture(
    picture: Picture, faults: Faults, data: str, width: int, lang: str
) -> None:
    assert faults(picture(f"--width {width} --lang {lang}", data)) == []


@pytest.mark.parametrize("options", ["--top 2", "--compare", "--by wave"])
def test_what_has_no_meaning_in_a_heat_table_is_refused(phare: Phare, options: str) -> None:
    assert phare(f"plot worries --style heat {options} -o a.svg", data=GROUPS).status == 2


@pytest.mark.parametrize("format", ["png", "pdf"])
def test_the_same_heat_table_has_the_same_bytes(phare: Phare, tmp_path: Path, format: str) -> None:
    for name in ("a", "b"):
        phare(f"plot worries --style heat -o {name}.{format}", data=WEAK)

    assert (tmp_path / f"a.{format}").read_bytes() == (tmp_path / f"b.{format}").read_bytes()


def test_python_draws_the_heat_table_of_the_command_line(picture: Picture, tmp_path: Path) -> None:
    picture("", GROUPS)
    (tmp_path / "worries.csv").write_text(GROUPS, encoding="utf-8")

    assert (
        draw(plot(read(str(tmp_path / "worries.csv")), "worries", style="heat"))
        == (tmp_path / "a.svg").read_bytes()
    )
