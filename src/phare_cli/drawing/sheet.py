"""What a drawn picture is made of: words, boxes, strokes and dots at places. Knows no file format and no figure.

Lengths are in units of a picture's width; x runs to the right and y downwards, as in SVG.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from phare_cli.nouns.message import Name


class Tone(StrEnum):
    """What a colour is for; each format has its own colours."""

    INK = "ink"  # what must be read
    MUTED = "muted"  # what may be read
    RULE = "rule"  # lines that only guide the eye
    BAR = "bar"  # a figure
    REFERENCE = "reference"  # what a figure is set beside
    PAPER = "paper"
    # Lines that cross one another; each has a shape of its own too.
    LINE_1 = "line-1"
    LINE_2 = "line-2"
    LINE_3 = "line-3"
    LINE_4 = "line-4"
    LINE_5 = "line-5"
    # Classes of figures, from the lowest: light to dark, told apart in grey too.
    CLASS_1 = "class-1"
    CLASS_2 = "class-2"
    CLASS_3 = "class-3"
    CLASS_MIDDLE = "class-middle"  # of seven
    CLASS_4 = "class-4"
    CLASS_5 = "class-5"
    CLASS_6 = "class-6"


@dataclass(frozen=True, slots=True)
class OwnColor:
    """A colour, ``#rrggbb``, that a project gives to *name*; as light as *shade* is where it stands for a class."""

    color: str
    name: Name
    shade: Tone | None = None


Paint = Tone | OwnColor


class Side(StrEnum):
    """Which part of a text stands at its place, as SVG calls it."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


class Shape(StrEnum):
    """The outline of a dot."""

    DISC = "disc"  # filled
    DIAMOND = "diamond"  # hollow: told from a disc without colour
    SQUARE = "square"
    TRIANGLE = "triangle"
    TURNED = "turned"  # a triangle on its tip
    LOZENGE = "lozenge"


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text, with its baseline at *y*; in the letters that *on* asks for where that colour is below it."""

    x: float
    y: float
    text: str
    size: float
    side: Side = Side.START
    tone: Paint = Tone.INK
    is_bold: bool = False
    on: Paint | None = None


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its upper left corner; a hollow one has an outline only."""

    x: float
    y: float
    width: float
    height: float
    tone: Paint = Tone.BAR
    is_hollow: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line; in the colour of letters on *on* where that colour is below it."""

    x: float
    y: float
    to_x: float
    to_y: float
    tone: Paint = Tone.INK
    width: float = 1.0
    is_dotted: bool = False
    on: Paint | None = None


@dataclass(frozen=True, slots=True)
class Dot:
    """A mark around its centre; a diamond is hollow whatever is said of it."""

    x: float
    y: float
    radius: float
    shape: Shape
    tone: Paint
    is_hollow: bool = False

    def corners(self) -> tuple[tuple[float, float], ...]:
        """Return the corners of what is no disc; a triangle is as large as a disc to the eye."""
        x, y, radius = self.x, self.y, self.radius
        match self.shape:
            case Shape.SQUARE:
                side = 0.88 * radius
                return (
                    (x - side, y - side),
                    (x + side, y - side),
                    (x + side, y + side),
                    (x - side, y + side),
                )
            case Shape.TRIANGLE | Shape.TURNED:
                up = -1.2 * radius if self.shape is Shape.TRIANGLE else 1.2 * radius
                return ((x, y + up), (x + 1.1 * radius, y - 0.7 * up), (x - 1.1 * radius, y - 0.7 * up))
            case _:
                return ((x - radius, y), (x, y - radius), (x + radius, y), (x, y + radius))


@dataclass(frozen=True, slots=True)
class Area:
    """What lies within *corners*, in a light wash through which all else is seen."""

    corners: tuple[tuple[float, float], ...]
    tone: Paint


@dataclass(frozen=True, slots=True)
class Image:
    """A PNG in a rectangle; it shows nothing that is not told."""

    x: float
    y: float
    width: float
    height: float
    content: bytes


# That of a pixel of CSS.
MM_PER_UNIT = 25.4 / 96
WASH = 0.16  # how much of its colour an area has
DrawnPart = Words | Box | Stroke | Dot | Area | Image


@dataclass(frozen=True, slots=True)
class DescribedGroup:
    """Parts that are one thing, with what to say of it to those who cannot see it."""

    text: str
    parts: tuple[DrawnPart, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A whole picture; *title* and *description* say it in words. In print a unit is MM_PER_UNIT."""

    width: float
    height: float
    title: str
    description: str
    parts: tuple[DrawnPart | DescribedGroup, ...]
    is_print: bool = False


def moved(part: DrawnPart | DescribedGroup, across: float, down: float) -> DrawnPart | DescribedGroup:
    """Return *part* that far to the right and further down."""
    if isinstance(part, DescribedGroup):
        return replace(part, parts=tuple(_moved(each, across, down) for each in part.parts))
    return _moved(part, across, down)


def _moved(part: DrawnPart, across: float, down: float) -> DrawnPart:
    if isinstance(part, Area):
        return replace(part, corners=tuple((x + across, y + down) for x, y in part.corners))
    placed = replace(part, x=part.x + across, y=part.y + down)
    if isinstance(placed, Stroke):
        return replace(placed, to_x=placed.to_x + across, to_y=placed.to_y + down)
    return placed
