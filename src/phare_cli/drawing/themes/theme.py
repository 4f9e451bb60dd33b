"""The colours and letters of a picture, light and dark, and what may be read on what. Knows no file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from phare_cli.drawing.sheet import OwnColor, Paint, Tone

# Verdana is of the same make as DejaVu Sans; the others are narrower, so that nothing overruns.
FONTS = "'DejaVu Sans', Verdana, 'Segoe UI', Arial, sans-serif"
# One blue of the colour-blind-safe palette of Okabe and Ito, and greys: told apart in grey by light and by shape.
COLORS: Mapping[Tone, str] = {
    Tone.INK: "#1a1a1a",
    Tone.MUTED: "#595959",
    Tone.RULE: "#dddddd",
    Tone.BAR: "#0072b2",
    Tone.REFERENCE: "#6e6e6e",
    Tone.PAPER: "#ffffff",
    Tone.LINE_1: "#0072b2",
    Tone.LINE_2: "#a84300",
    Tone.LINE_3: "#00745a",
    Tone.LINE_4: "#9c3f76",
    Tone.LINE_5: "#4d4d4d",
    Tone.CLASS_1: "#dbe9f6",
    Tone.CLASS_2: "#b5d4ea",
    Tone.CLASS_3: "#83bbdc",
    Tone.CLASS_MIDDLE: "#559bca",
    Tone.CLASS_4: "#2c78b5",
    Tone.CLASS_5: "#135a9c",
    Tone.CLASS_6: "#08306b",
}
# On dark paper the highest class is the lightest, as far from the paper as may be.
DARK_COLORS: Mapping[Tone, str] = {
    Tone.INK: "#f2f2f2",
    Tone.MUTED: "#b8b8b8",
    Tone.RULE: "#3d4147",
    Tone.BAR: "#56b4e9",
    Tone.REFERENCE: "#a6a6a6",
    Tone.PAPER: "#16191d",
    Tone.LINE_1: "#56b4e9",
    Tone.LINE_2: "#f0883e",
    Tone.LINE_3: "#3ecf9b",
    Tone.LINE_4: "#e08fc0",
    Tone.LINE_5: "#c8c8c8",
    Tone.CLASS_1: "#0c3a66",
    Tone.CLASS_2: "#135a9c",
    Tone.CLASS_3: "#2c78b5",
    Tone.CLASS_MIDDLE: "#559bca",
    Tone.CLASS_4: "#83bbdc",
    Tone.CLASS_5: "#b5d4ea",
    Tone.CLASS_6: "#e4f0fa",
}
READABLE = 4.5  # the least contrast of a text, by WCAG 2.2, 1.4.3
# What is written and drawn in these must be read on the paper.
READ = (Tone.INK, Tone.MUTED, Tone.LINE_1, Tone.LINE_2, Tone.LINE_3, Tone.LINE_4, Tone.LINE_5)


@dataclass(frozen=True, slots=True)
class Logo:
    """A PNG and its size in dots."""

    content: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Theme:
    """How a picture looks. *letters* and *bold_letters* are font files for PNG and PDF, empty for those of phare."""

    colors: Mapping[Tone, str]
    fonts: str = FONTS
    letters: str = ""
    bold_letters: str = ""
    logo: Logo | None = None


LIGHT, DARK = Theme(COLORS), Theme(DARK_COLORS)
BUILT_IN: Mapping[str, Theme] = {"light": LIGHT, "dark": DARK}


def luminance(color: str) -> float:
    """Return the relative luminance of ``#rrggbb``, from 0 to 1. WCAG 2.2, "relative luminance"."""
    red, green, blue = linear(color)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def linear(color: str) -> tuple[float, ...]:
    """Return how much red, green and blue light ``#rrggbb`` has, from 0 to 1."""
    parts = (int(color[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return tuple(part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours, from 1 to 21. WCAG 2.2, "contrast ratio".

    >>> round(contrast("#ffffff", "#000000"), 2)
    21.0
    """
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def painted(paint: Paint, colors: Mapping[Tone, str]) -> str:
    """Return the colour of *paint* where tones have *colors*; the shade of a class is as light as that class is."""
    if not isinstance(paint, OwnColor):
        return colors[paint]
    return paint.color if paint.shade is None else as_light_as(paint.color, colors[paint.shade])


def inked(paint: Paint, colors: Mapping[Tone, str]) -> str:
    """Return the colour of letters in *paint*: those of the theme where it could not be read on its paper."""
    color, paper = painted(paint, colors), colors[Tone.PAPER]
    is_readable = not isinstance(paint, OwnColor) or (
        paper.startswith("#") and contrast(color, paper) >= READABLE
    )
    return color if is_readable else colors[Tone.INK]


def as_light_as(color: str, other: str) -> str:
    """Return *color* mixed with white or black until it is as light as *other*.

    >>> as_light_as("#ff0000", "#ffffff"), as_light_as("#ff0000", "#000000")
    ('#ffffff', '#000000')
    """
    wanted = luminance(other)
    end = 255 if wanted > luminance(color) else 0
    parts = [int(color[place : place + 2], 16) for place in (1, 3, 5)]

    def mixed(share: float) -> str:
        return "#" + "".join(f"{round(part + (end - part) * share):02x}" for part in parts)

    shares = [step / 256 for step in range(257)]
    return mixed(min(shares, key=lambda share: abs(luminance(mixed(share)) - wanted)))


def letters_on(color: str) -> str:
    """Return the colour of letters on *color*: of black and white one always has a contrast of READABLE."""
    return next(
        (ink for ink in ("#1a1a1a", "#ffffff") if contrast(ink, color) >= READABLE),
        max(("#000000", "#ffffff"), key=lambda ink: contrast(ink, color)),
    )
