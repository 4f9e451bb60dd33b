"""No line of a scale strikes the figure beside a bar or a dot."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.letters import width_of

Phare = Callable[..., Any]
SVG = "{http://www.w3.org/2000/svg}"
HEADER = "region,stakeholder,indicator,item,value,base\n"
ROWS = "".join(
    f"Bretagne,citizens,w,item {value},{value},900\nFrance,citizens,w,item {value},{100 - value},1000\n"
    for value in range(0, 101, 4)
)


def _boxes(root: ET.Element) -> Iterator[tuple[str, float, float, float, float]]:
    """Yield the figures of a picture with the room that they take."""
    for text in root.iter(f"{SVG}text"):
        size = float(text.get("font-size", "0"))
        words = text.text or ""
        if size < 11 or not words.rstrip().endswith("%"):
            continue
        width = width_of(words, size, is_bold=text.get("font-weight") == "bold")
        left = float(text.get("x", "0")) - (width if text.get("text-anchor") == "end" else 0)
        y = float(text.get("y", "0"))
        yield words, left, left + width, y - size * 0.75, y + size * 0.2


@pytest.mark.parametrize(
    "words", ["", "--compare -r Bretagne", "--width 360", "--compare -r Bretagne --width 360"]
)
def test_no_line_crosses_a_figure(phare: Phare, tmp_path: Path, words: str) -> None:
    phare(f"plot w -o a.svg {words}", data=HEADER + ROWS)
    root = ET.parse(tmp_path / "a.svg").getroot()
    upright = [line for line in root.iter(f"{SVG}line") if line.get("x1") == line.get("x2")]
    places = [[float(line.get(name, "0")) for name in ("x1", "y1", "y2")] for line in upright]
    tall = [(x, top, bottom) for x, top, bottom in places if abs(bottom - top) > 12]
    struck = [
        figure
        for figure, left, right, top, bottom in _boxes(root)
        for x, high, low in tall
        if left < x < right and high < bottom and low > top
    ]

    assert struck == []
    assert tall
