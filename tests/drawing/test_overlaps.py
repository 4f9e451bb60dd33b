"""In no picture does a text cover another, is it struck by a line or does it leave the paper."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.departements import departements

Phare = Callable[..., Any]
Faults = Callable[[ET.Element], list[str]]

HEADER = "survey,wave,region,stakeholder,indicator,item,value,base\n"
FEW = HEADER + "".join(
    f"Barometer,{wave},France,citizens,worries,{item},{value},{base}\n"
    for wave, item, value, base in (
        (2015, "air", 30, 1000),
        (2017, "air", 31, 1000),
        (2023, "air", 41, 1000),
        (2015, "soil", 50, 1000),
        (2023, "soil", 49, 1000),
        (2015, "noise", 20, ""),
        (2017, "noise", 25, ""),
        (2023, "noise", 22, ""),
    )
)
MANY = HEADER + "".join(
    f"Barometer,{wave},France,{group},worries,item number {place} of a long list,{(place * 7 + add) % 101},{base}\n"
    for add, wave in enumerate(("mars 2020", "septembre 2021", "T4 2022"))
    for group, base in (("citizens", 900), ("mayors", ""))
    for place in range(12 if group == "citizens" else 5)
)
REGIONS = ["Bretagne", "PACA", "Bourgogne-Franche-Comté", "Centre-Val de Loire", "La Réunion"]


@pytest.mark.parametrize(("width", "lang"), [(320, "en"), (480, "fr"), (720, "en"), (1400, "fr")])
@pytest.mark.parametrize("data", [FEW, MANY], ids=["few", "many"])
def test_no_text_of_lines_over_time_covers_another_nor_is_struck(
    phare: Phare, tmp_path: Path, faults: Faults, data: str, width: int, lang: str
) -> None:
    phare(f"plot worries --by wave --width {width} --lang {lang} -o a.svg", data=data)

    assert faults(ET.parse(tmp_path / "a.svg").getroot()) == []


@pytest.mark.parametrize(("width", "lang"), [(320, "fr"), (480, "en"), (680, "fr")])
def test_no_text_of_a_map_covers_another_nor_is_struck(
    phare: Phare, tmp_path: Path, faults: Faults, width: int, lang: str
) -> None:
    data = HEADER + "".join(
        f"Barometer,2023,{region},citizens,trust,yes,{100 - 9 * place},800\n"
        for place, region in enumerate(("France", *REGIONS))
    )
    phare(f"plot trust --style map --sample separate --width {width} --lang {lang} -o a.svg", data=data)

    assert faults(ET.parse(tmp_path / "a.svg").getroot()) == []


@pytest.mark.parametrize(("width", "lang"), [(320, "fr"), (480, "en"), (680, "fr"), (1400, "en")])
@pytest.mark.parametrize("options", ["", "--classes quantiles"])
def test_no_text_of_a_map_of_departements_covers_another_nor_is_struck(
    phare: Phare, tmp_path: Path, faults: Faults, options: str, width: int, lang: str
) -> None:
    data = HEADER + "".join(
        f"Barometer,2023,{region},citizens,trust,yes,{place % 101},{(80, 800)[place % 2]}\n"
        for place, region in enumerate(("France", *(each.name for each in departements())))
    )
    phare(
        f"plot trust --style map --sample separate {options} --width {width} --lang {lang} -o a.svg",
        data=data,
    )

    assert faults(ET.parse(tmp_path / "a.svg").getroot()) == []


@pytest.mark.parametrize(("width", "lang"), [(320, "en"), (480, "fr"), (680, "en"), (1200, "fr")])
@pytest.mark.parametrize("places", [[each.name for each in departements()], REGIONS], ids=["many", "few"])
def test_no_text_of_several_maps_covers_another_nor_is_struck(
    phare: Phare, tmp_path: Path, faults: Faults, places: list[str], width: int, lang: str
) -> None:
    data = HEADER + "".join(
        f"Barometer,2023,{region},citizens,worries,item {item},{(place * item * 7) % 101},{(80, 800)[place % 2]}\n"
        for item in (1, 2, 3)
        for place, region in enumerate(("France", *places))
    )
    words = f"--style map --sample separate --width {width} --lang {lang} -o a.svg"
    phare(f"plot worries {words}", data=data)

    assert faults(ET.parse(tmp_path / "a.svg").getroot()) == []
