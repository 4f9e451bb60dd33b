"""What fills a class of figures or a step of a scale: a shade of blue, and letters where there is no colour."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.drawing.sheet import Tone
from phare_cli.rendering.screen.screen_page import Ink

# The colours of the 256 of xterm that are nearest to those of a picture, light to dark, and black or white upon them.
BACKGROUNDS = {
    Tone.CLASS_1: 195,
    Tone.CLASS_2: 153,
    Tone.CLASS_3: 110,
    Tone.CLASS_MIDDLE: 68,
    Tone.CLASS_4: 25,
    Tone.CLASS_5: 19,
    Tone.CLASS_6: 17,
}
_BLACK, _WHITE = 16, 231
_DARK = frozenset({Tone.CLASS_4, Tone.CLASS_5, Tone.CLASS_6})
# Light to dark in letters, by how many there are; more than five are numbered.
SHADES = {1: "▒", 2: "░▓", 3: "░▒▓", 4: "░▒▓█", 5: "·░▒▓█"}


def letters_of(count: int, *, is_unicode: bool) -> str:
    """Return a letter for each of *count* shades, all different."""
    return SHADES.get(count, "123456789"[:count]) if is_unicode else "123456789"[:count]


def style_of(tone: Tone) -> str:
    """Return letters on *tone* as a terminal is told of them."""
    return f"48;5;{BACKGROUNDS[tone]};38;5;{_WHITE if tone in _DARK else _BLACK}"


def filled(text: str, width: int, tone: Tone, letter: str, *, is_colored: bool) -> Ink:
    """Return *text* in the middle of *width* columns of a shade; the shade alone where it has no room."""
    blank = " " if is_colored else letter
    if not text or len(text) > width:
        return Ink(blank * width, style_of(tone))
    aired = text if is_colored else f" {text} "[: max(len(text), width)]
    if len(aired) > width:
        aired = text
    before = (width - len(aired)) // 2
    return Ink(blank * before + aired + blank * (width - before - len(aired)), style_of(tone))


def swatches(tones: Sequence[Tone], *, is_colored: bool, is_unicode: bool) -> list[Ink]:
    """Return a swatch of each of *tones*."""
    letters = letters_of(len(tones), is_unicode=is_unicode)
    return [
        filled("", 2, tone, letter, is_colored=is_colored)
        for tone, letter in zip(tones, letters, strict=True)
    ]
