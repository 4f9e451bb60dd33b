"""The foot of a picture explains the signs that stand in it, and no other."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

SIGNS = "▲▼○"
SVG = "{http://www.w3.org/2000/svg}"
DATA = "region,stakeholder,indicator,item,value,base,wave,in_national_sample,nation_share\n" + "".join(
    f"{region},{group},trust,{item},{value + more},900,{wave},{part}\n"
    for wave, more in ((2020, 0), (2022, 9), (2024, 10))
    for group in ("citizens", "mayors")
    for region, value, part in (
        ("France", 48, ","),
        ("Bretagne", 30, "yes,0.05"),
        ("Corse", 47, "yes,0.05"),
        ("PACA", 60, "yes,0.05"),
    )
    for item in ("air", "soil")
)
KINDS = (
    "--style map --wave 2024",
    "--style map --wave 2024 -r Corse",
    "--style map --wave 2024 -r Bretagne",
    "--compare -r Corse --wave 2024",
    "--compare -r PACA --wave 2024",
    "--style cards -r Corse --wave 2024 --item air",
    "--by wave -r Corse",
    "--by wave -r Corse --panels group",
    "--style heat --wave 2024",
    "--style dots --wave 2024 -r Corse",
    "--panels region --wave 2024 -s mayors",
)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_picture_explains_the_signs_that_it_draws(
    phare: Phare, tmp_path: Path, kind: str, lang: str
) -> None:
    run = phare(f"plot trust {kind} --lang {lang} -o a.svg", data=DATA)
    texts = [text.text or "" for text in ET.parse(tmp_path / "a.svg").getroot().iter(f"{SVG}text")]

    assert run.status == 0, run.err
    assert _explained(texts) == _shown(texts)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lang", ["en", "fr"])
def test_a_terminal_explains_the_signs_that_it_prints(phare: Phare, kind: str, lang: str) -> None:
    lines = phare(f"plot trust {kind} --lang {lang}", data=DATA).out.splitlines()

    assert _explained(lines) == _shown(lines)


def _explained(lines: list[str]) -> set[str]:
    return {line[0] for line in lines if re.match(rf"[{SIGNS}][^:]+: ", line.replace("\u00a0", " "))}


def _shown(lines: list[str]) -> set[str]:
    others = [line for line in lines if not re.match(rf"[{SIGNS}][^:]+: ", line.replace("\u00a0", " "))]
    return {sign for line in others for sign in line if sign in SIGNS}
