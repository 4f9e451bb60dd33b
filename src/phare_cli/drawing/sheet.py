"""What a drawn picture is made of: words, boxes, strokes and dots at places. Knows no file format and no figure.

Lengths are in units of a picture's width; x runs to the right and y downwards, as in SVG.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Tone(StrEnum):
    """What a colour is for; each format has its own colours."""

    INK = "ink"  # what must be read
    MUTED = "muted"  # what may be read
    RULE = "rule"  # lines that only guide the eye
    BAR = "bar"  # a figure
    REFERENCE = "reference"  # what a figure is set beside
    PAPER = "paper"


class Side(StrEnum):
    """Which part of a text stands at its place, as SVG calls it."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Shape(StrEnum):
    """The outline of a dot."""

    DISC = "disc"  # filled
    DIAMOND = "diamond"  # hollow: told from a disc without colour


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, with its baseline at *y*."""

    x: float
    y: float
    text: str
    size: float
    side: Side = Side.START
    tone: Tone = Tone.INK
    is_bold: bool = False


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its upper left corner; a hollow one has an outline only."""

    x: float
    y: float
    width: float
    height: float
    tone: Tone = Tone.BAR
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line."""

    x: float
    y: float
    to_x: float
    to_y: float
    tone: Tone = Tone.INK
    width: float = 1.0


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark around its centre."""

    x: float
    y: float
    radius: float
    shape: Shape
    tone: Tone


DrawnPart = Words | Box | Stroke | Dot


@dataclass(frozen=True, slots=True)
class DescribedGroup:
    """Parts that are one thing, with what to say of it to those who cannot see it."""

    text: str
    parts: tuple[DrawnPart, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture; *title* and *description* say it in words."""

    width: float
    height: float
    title: str
    description: str
    parts: tuple[DrawnPart | DescribedGroup, ...]
