"""The keys of a theme file, once: what each holds, what stands in for it, an example. The reader knows no others."""

from __future__ import annotations

from phare_cli.drawing.sheet import Tone
from phare_cli.drawing.themes.theme import COLORS
from phare_cli.files.toml.explained_key import ExplainedKey
from phare_cli.nouns.message import N_

WHOLE, OF_COLORS = "", "[colors]"
_FILE, _COLOR, _OF_BASE = N_("a file name"), N_("a colour"), N_("that of base")
_PHARE_S = N_("that of phare")
_MEANT = {
    Tone.INK: N_("What must be read."),
    Tone.MUTED: N_("What may be read: scales, notes, names of tiles."),
    Tone.RULE: N_("Lines that only guide the eye."),
    Tone.BAR: N_("A figure: its bar, its dot."),
    Tone.REFERENCE: N_("What a figure is set beside."),
    Tone.PAPER: N_("What the picture stands on."),
}
KEYS = (
    ExplainedKey(
        "base",
        WHOLE,
        N_("light or dark"),
        "light",
        N_("What stands for all that is not said."),
        'base = "dark"',
    ),
    ExplainedKey(
        "fonts",
        WHOLE,
        N_("the name of a font, or a list of them"),
        _PHARE_S,
        N_("Fonts of SVG; phare's own stand behind them."),
        'fonts = ["Marianne"]',
    ),
    ExplainedKey(
        "font_file",
        WHOLE,
        _FILE,
        _PHARE_S,
        N_("Font of PNG and PDF (.ttf, .otf); its path leads from the folder of the theme."),
        'font_file = "Marianne.ttf"',
    ),
    ExplainedKey(
        "bold_font_file",
        WHOLE,
        _FILE,
        N_("font_file"),
        N_("The bold letters of the same."),
        'bold_font_file = "Marianne-Bold.ttf"',
    ),
    ExplainedKey(
        "logo",
        WHOLE,
        _FILE,
        N_("nothing"),
        N_("A PNG of at most 2 MB, drawn at the upper right."),
        'logo = "logo.png"',
    ),
    *(
        ExplainedKey(tone.value, OF_COLORS, _COLOR, _OF_BASE, meaning, f'{tone.value} = "{COLORS[tone]}"')
        for tone, meaning in _MEANT.items()
    ),
    ExplainedKey(
        "lines",
        OF_COLORS,
        N_("five colours, in a list"),
        _OF_BASE,
        N_("Lines over time, that cross one another."),
        'lines = ["#0072b2", "#a84300", "#00745a", "#9c3f76", "#4d4d4d"]',
    ),
    ExplainedKey(
        "classes",
        OF_COLORS,
        N_("seven colours, in a list"),
        _OF_BASE,
        N_("Classes of figures and steps of a scale, from light to dark or from dark to light."),
        'classes = ["#fff1e6", "#ffd9b8", "#ffba85", "#f58f45", "#d96b1c", "#a84a08", "#6b2a00"]',
    ),
)


def names_of(section: str) -> tuple[str, ...]:
    """Return the names of the keys of one table of the file."""
    return tuple(key.name for key in KEYS if key.section == section)
