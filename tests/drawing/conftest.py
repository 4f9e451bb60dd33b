"""What tests of pictures share: whether any text covers another, is struck, or leaves the picture."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import combinations
from typing import NamedTuple

import pytest

from phare_cli.language.letters import width_of

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
