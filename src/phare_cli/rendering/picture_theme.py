"""Read a theme of a house's own, a TOML file of colours, fonts and a logo; refuse what could not be read."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from phare_cli.drawing.sheet import Tone
from phare_cli.drawing.themes.theme import BUILT_IN, READ, READABLE, Logo, Theme, contrast, luminance
from phare_cli.files.toml.toml import NotToml, read_toml_page
from phare_cli.files.toml.toml_keys import TomlKeys, TomlProblems
from phare_cli.language.codebook_columns import COLOR
from phare_cli.nouns.errors import UnreadableInput, WrongChoices, WrongOption
from phare_cli.nouns.message import Figure, Listing, Message, sentence
from phare_cli.rendering.theme_keys import OF_COLORS, WHOLE, names_of

_LINES = (Tone.LINE_1, Tone.LINE_2, Tone.LINE_3, Tone.LINE_4, Tone.LINE_5)
_CLASSES = (
    Tone.CLASS_1, Tone.CLASS_2, Tone.CLASS_3, Tone.CLASS_MIDDLE, Tone.CLASS_4, Tone.CLASS_5, Tone.CLASS_6,
)  # fmt: skip
_SERIES = {"lines": _LINES, "classes": _CLASSES}
Add = Callable[[str, Message], None]
_FAMILY = re.compile(r"[^\W_][\w .-]*")
_LARGEST = 2 << 20  # bytes of a logo
_PNG = b"\x89PNG\r\n\x1a\n"
# Classes that follow one another differ by as much light, at least, to be told apart in grey.
APART = 1.1


def theme_of(name: str, admit: Callable[[Path], None] = lambda _: None) -> Theme:
    """Return the theme called *name*, ``light`` or ``dark``, else the one of that TOML file.

    *admit* is told each file before it is opened, and raises what refuses it. Raises UnreadableInput for a file
    that cannot be read, WrongChoices with all that no theme can hold, WrongOption for a name that is none.
    """
    if name in BUILT_IN:
        return BUILT_IN[name]
    path = Path(name)
    if path.suffix.lower() != ".toml":
        raise WrongOption(
            sentence(
                "--theme takes {themes}, or the name of a file that ends in .toml, and not “{name}”.",
                themes=Listing(tuple(BUILT_IN)),
                name=name,
            )
        )
    admit(path)
    try:
        if path.exists() and not path.is_file():  # a pipe, at which one would wait
            raise OSError(name)
        entries, text = read_toml_page(path)
    except NotToml as error:
        raise UnreadableInput(
            sentence("{file} is not valid TOML: {detail}. Mend that line.", file=name, detail=error.reason)
        ) from error
    except OSError as error:
        raise UnreadableInput(
            sentence("{file} cannot be read: name a theme file that is there.", file=name)
        ) from error
    problems = TomlProblems(name, text)
    theme = _theme(TomlKeys(entries, "", problems.add), path, admit, problems.add)
    if not problems.found:  # colours that are there can be set beside one another
        _check(theme, problems.add)
    problems.raise_any(WrongChoices, look="phare help theme")
    return theme


def _theme(top: TomlKeys, path: Path, admit: Callable[[Path], None], add: Add) -> Theme:
    top.only((*names_of(WHOLE), "colors"))
    base = top.get("base", "light")
    if not isinstance(base, str) or base not in BUILT_IN:
        add("base", _takes("base", sentence("{themes}", themes=Listing(tuple(BUILT_IN), last="or"))))
        base = "light"
    start = BUILT_IN[base]
    fonts = top.get("fonts")
    return replace(
        start,
        colors={**start.colors, **_colors(top, add)},
        fonts=start.fonts if fonts is None else _families(fonts, start.fonts, add),
        letters=_font_file(top, "font_file", path, admit, add),
        bold_letters=_font_file(top, "bold_font_file", path, admit, add),
        logo=_logo(top["logo"], path, admit, add) if "logo" in top else None,
    )


def _colors(top: TomlKeys, add: Add) -> dict[Tone, str]:
    if not isinstance(top.get("colors", {}), dict):
        add("colors", _takes("colors", sentence("a table: [colors] and lines such as bar = “#0072b2”")))
        return {}
    given = top.table("colors")
    given.only(names_of(OF_COLORS))
    colors: dict[Tone, str] = {}
    for key, value in given.items():
        if key not in names_of(OF_COLORS):
            continue
        tones = _SERIES.get(key) or (Tone(key),)
        values = value if key in _SERIES and isinstance(value, list) else [value]
        if len(values) != len(tones) or not all(
            isinstance(each, str) and COLOR.fullmatch(each) for each in values
        ):
            wanted_form = (
                sentence("{count} colours such as “#0072b2”, in a list", count=str(len(tones)))
                if key in _SERIES
                else sentence("a colour such as “#0072b2”")
            )
            add(given.path(key), _takes(key, wanted_form))
            continue
        colors |= dict(zip(tones, map(str.lower, values), strict=True))
    return colors


def _families(given: object, usual: str, add: Add) -> str:
    """Return names of fonts as SVG lists them, those of phare after them."""
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not all(
        isinstance(name, str) and _FAMILY.fullmatch(name) for name in names
    ):
        add("fonts", _takes("fonts", sentence("the name of a font, or a list of them")))
        return usual
    return ", ".join((*(f"'{name}'" for name in names), usual))


def _font_file(top: TomlKeys, key: str, path: Path, admit: Callable[[Path], None], add: Add) -> str:
    given = top.get(key)
    if given is None:
        return ""
    if isinstance(given, str):
        admit(path.parent / given)
    if not isinstance(given, str) or not (path.parent / given).is_file():
        add(key, _takes(key, sentence("a font file (.ttf, .otf) that is there")))
        return ""
    return str(path.parent / given)


def _logo(given: object, path: Path, admit: Callable[[Path], None], add: Add) -> Logo | None:
    content = b""
    if isinstance(given, str):
        admit(path.parent / given)
        with suppress(OSError):
            if (path.parent / given).is_file():
                with (path.parent / given).open("rb") as stream:
                    content = stream.read(_LARGEST + 1)
    width, height = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if not content.startswith(_PNG) or len(content) > _LARGEST or not width or not height:
        add("logo", _takes("logo", sentence("a PNG file of at most 2 MB that is there")))
        return None
    return Logo(content, width, height)


def _check(theme: Theme, add: Add) -> None:
    """Tell *add* which letters could not be read on the paper of *theme*, and whether classes cannot be told apart."""
    paper = theme.colors[Tone.PAPER]
    read = {("colors.lines" if tone in _LINES else f"colors.{tone}", theme.colors[tone]) for tone in READ}
    for key, color in sorted(read):
        ratio = contrast(color, paper)
        if ratio < READABLE:
            faint = sentence(
                "{color} has a contrast of {ratio} with {paper}, its paper, and letters need {least} to be read: "
                "choose a colour further from it.",
                color=color, ratio=Figure(ratio, "number", 1), paper=paper,
                least=Figure(READABLE, "number", 1),
            )  # fmt: skip
            add(key, faint)
    lights = [luminance(theme.colors[tone]) + 0.05 for tone in _CLASSES]
    steps = [after / before for before, after in pairwise(lights)]
    if not (all(step >= APART for step in steps) or all(step <= 1 / APART for step in steps)):
        apart = sentence(
            "classes go from light to dark, or from dark to light, each far enough from the next to be told apart in "
            "grey."
        )
        add("colors.classes", apart)


def _takes(key: str, wanted: Message) -> Message:
    return sentence("{key} takes {wanted}.", key=key, wanted=wanted)
