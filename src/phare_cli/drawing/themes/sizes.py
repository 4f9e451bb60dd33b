"""How large a picture is: in pixels, or in millimetres of paper; as tall as it needs, or as it is asked to be."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from phare_cli.drawing.sheet import (
    MM_PER_UNIT,
    Area,
    DescribedGroup,
    Dot,
    DrawnPart,
    Image,
    Sheet,
    Stroke,
    Words,
)
from phare_cli.drawing.themes.theme import Logo
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence

# On A4, between margins of 25 mm, the smallest letters of a picture this wide are 7 points tall.
WIDTH = 680
_LENGTH = re.compile(r"(\d{1,5}(?:\.\d{1,3})?)\s?(mm|px)?")
# The least and the most of a width and a height, in units and in millimetres.
_WIDTHS = {"px": (320.0, 2000.0), "mm": (85.0, 530.0)}
_HEIGHTS = {"px": (120.0, 10_000.0), "mm": (32.0, 2_600.0)}
# How much smaller everything may be drawn for a picture to be as low as it is asked to be.
_SCALES = (1.0, 0.95, 0.9, 0.85, 0.8, 0.75, 0.7)
LOGO_HEIGHT, LOGO_WIDTH, _MARGIN = 34.0, 160.0, 16.0


@dataclass(frozen=True, slots=True)
class PictureSize:
    """*width* and *height* are in units; a picture without a height is as tall as it needs. *is_print* means paper."""

    width: float = WIDTH
    height: float | None = None
    is_print: bool = False


def size_of(width: str | None, height: str | None) -> PictureSize:
    """Return the size that a reader asks for: ``680``, ``680px`` or ``160mm``, both in one unit. Raises WrongOption."""
    across, unit = _length("--width", width, _WIDTHS) if width is not None else (float(WIDTH), "px")
    down, other = _length("--height", height, _HEIGHTS) if height is not None else (None, unit)
    if unit != other:
        raise WrongOption(sentence("--width and --height go together: give both in pixels, or both in mm."))
    if unit == "px":
        return PictureSize(across, down)
    return PictureSize(across / MM_PER_UNIT, None if down is None else down / MM_PER_UNIT, is_print=True)


def _length(option: str, text: str, limits: dict[str, tuple[float, float]]) -> tuple[float, str]:
    found = _LENGTH.fullmatch(text.strip())
    unit = found[2] or "px" if found else "px"
    least, most = limits[unit]
    if found is None or not least <= float(found[1]) <= most:
        raise WrongOption(
            sentence(
                "{option} takes a length in pixels from {least} to {most}, or in millimetres from {least_mm} to "
                "{most_mm} (160mm).",
                option=option,
                least=f"{limits['px'][0]:.0f}",
                most=f"{limits['px'][1]:.0f}",
                least_mm=f"{limits['mm'][0]:.0f}",
                most_mm=f"{limits['mm'][1]:.0f}",
            )
        )
    return float(found[1]), unit


def sized(lay_out: Callable[[float], Sheet], size: PictureSize, logo: Logo | None = None) -> Sheet:
    """Return what *lay_out* draws of a width as a sheet of *size*, drawn smaller where it is too tall.

    Raises WrongOption where it is too tall even so.
    """
    whole = _under(lay_out(size.width), logo)
    if size.height is None:
        return replace(whole, is_print=size.is_print)
    for scale in _SCALES:
        sheet = whole if scale == 1.0 else _under(lay_out(size.width / scale), logo)
        if sheet.height * scale <= size.height:
            parts = tuple(_scaled(part, scale) for part in sheet.parts)
            return replace(sheet, width=size.width, height=size.height, parts=parts, is_print=size.is_print)
    needed = whole.height * (MM_PER_UNIT if size.is_print else 1.0)
    raise WrongOption(
        sentence(
            "this picture is {height} tall at that width, and cannot be drawn as low and be read: keep fewer figures "
            "(--top), or leave --height out.",
            height=f"{needed:.0f} {'mm' if size.is_print else 'px'}",
        )
    )


def _under(sheet: Sheet, logo: Logo | None) -> Sheet:
    """Return *sheet* below *logo*, which ends at its right margin."""
    if logo is None:
        return sheet
    scale = min(LOGO_HEIGHT / logo.height, LOGO_WIDTH / logo.width)
    width, height = logo.width * scale, logo.height * scale
    image = Image(sheet.width - _MARGIN - width, _MARGIN, width, height, logo.content)
    parts = (image, *(_scaled(part, 1.0, down=height + 4) for part in sheet.parts))
    return replace(sheet, height=sheet.height + height + 4, parts=parts)


def _scaled(
    part: DrawnPart | DescribedGroup, scale: float, *, down: float = 0.0
) -> DrawnPart | DescribedGroup:
    """Return *part*, *scale* times as large and that much further down."""
    if isinstance(part, DescribedGroup):
        return replace(part, parts=tuple(_scaled_part(each, scale, down) for each in part.parts))
    return _scaled_part(part, scale, down)


def _scaled_part(part: DrawnPart, scale: float, down: float) -> DrawnPart:
    if isinstance(part, Area):
        return replace(part, corners=tuple((x * scale, y * scale + down) for x, y in part.corners))
    placed = replace(part, x=part.x * scale, y=part.y * scale + down)
    match placed:
        case Words():
            return replace(placed, size=placed.size * scale)
        case Stroke():
            return replace(
                placed, to_x=placed.to_x * scale, to_y=placed.to_y * scale + down, width=placed.width * scale
            )
        case Dot():
            return replace(placed, radius=placed.radius * scale)
        case _:
            return replace(placed, width=placed.width * scale, height=placed.height * scale)


def on_paper(sheet: Sheet) -> Sheet:
    """Return a sheet of print in points, of which there are 72 in an inch as there are 96 units."""
    return replace(
        sheet,
        width=sheet.width * 0.75,
        height=sheet.height * 0.75,
        parts=tuple(_scaled(part, 0.75) for part in sheet.parts),
    )
