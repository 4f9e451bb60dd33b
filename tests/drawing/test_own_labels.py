"""What people call a question or an answer in small letters begins with a capital in pictures and office charts."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

Phare = Callable[..., Any]
LABELS = ("craintes", "accès aux soins", "transports", "très utile", "assez utile", "utilité")
ANSWERS = "region,stakeholder,indicator,item,value,base,wave\n" + "".join(
    f"{region},{group},craintes,{item},{value},300,{wave}\n"
    for region in ("PACA", "Bretagne", "Normandie", "France")
    for group in ("citizens", "mayors")
    for wave, by in ((2020, 0), (2024, 9))
    for item, value in (("accès aux soins", 30 + by), ("transports", 25 + by), ("eNPS local", 12 + by))
)
STEPS = "region,stakeholder,indicator,item,value,base,scale,order\n" + "".join(
    f"{region},citizens,utilité,{item},{value},300,ordered,{order}\n"
    for region in ("PACA", "France")
    for order, (item, value) in enumerate((("très utile", 55), ("assez utile", 45)), 1)
)


def small(texts: Iterator[str | None]) -> list[str]:
    """Return the texts that begin with a label as its file has it."""
    return [text for text in texts if text and re.match("|".join(LABELS), text)]


@pytest.mark.parametrize(
    ("words", "data"),
    [
        ("craintes -r PACA --wave 2024 --style bars", ANSWERS),
        ("craintes -r PACA --wave 2024 --style dots", ANSWERS),
        ("craintes -r PACA --wave 2024 --style heat", ANSWERS),
        ("craintes -r PACA --wave 2024 --style cards", ANSWERS),
        ("craintes -r PACA -r Bretagne -r Normandie --wave 2024 --style map", ANSWERS),
        ("craintes -r PACA --wave 2024 --compare", ANSWERS),
        ("craintes -r PACA --wave 2024 --panels group", ANSWERS),
        ("craintes -r PACA --by wave", ANSWERS),
        ("utilité -r PACA", STEPS),
        ("utilité -r PACA --style bars", STEPS),
    ],
)
def test_a_label_in_a_picture_begins_with_a_capital(
    phare: Phare, tmp_path: Path, words: str, data: str
) -> None:
    assert phare(f"plot {words} -o a.svg", data=data).status == 0

    assert small(element.text for element in ET.parse(tmp_path / "a.svg").iter()) == []


@pytest.mark.parametrize("data", [ANSWERS, STEPS])
@pytest.mark.parametrize("ending", ["pptx", "xlsx"])
def test_a_label_in_an_office_chart_begins_with_a_capital(
    phare: Phare, tmp_path: Path, ending: str, data: str
) -> None:
    assert phare(f"report -r PACA -o a.{ending}", data=data).status == 0

    package = ZipFile(tmp_path / f"a.{ending}")
    charts = [ET.fromstring(package.read(name)) for name in package.namelist() if "/charts/chart" in name]
    assert charts
    assert small(element.text for chart in charts for element in chart.iter()) == []


def test_a_name_that_is_written_in_its_own_way_keeps_it(phare: Phare, tmp_path: Path) -> None:
    phare("plot craintes -r PACA --wave 2024 -o a.svg", data=ANSWERS)

    assert ">eNPS local<" in (tmp_path / "a.svg").read_text(encoding="utf-8")
