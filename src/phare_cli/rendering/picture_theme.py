"""Read a theme of a house's own, a TOML file of colours, fonts and a logo; refuse what could not be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from phare_cli.drawing.sheet import Tone
from phare_cli.drawing.themes.theme import BUILT_IN, READ, READABLE, Logo, Theme, contrast, luminance
from phare_cli.files.toml.toml import NotToml, read_toml
from phare_cli.language.codebook_columns import COLOR
from phare_cli.nouns.errors import UnreadableInput, WrongOption
from phare_cli.nouns.message import Listing, Message, sentence

_KEYS = ("base", "colors", "fonts", "font_file", "bold_font_file", "logo")
_ONE = {"ink", "muted", "rule", "bar", "reference", "paper"}
_LINES = (Tone.LINE_1, Tone.LINE_2, Tone.LINE_3, Tone.LINE_4, Tone.LINE_5)
_CLASSES = (
    Tone.CLASS_1, Tone.CLASS_2, Tone.CLASS_3, Tone.CLASS_MIDDLE, Tone.CLASS_4, Tone.CLASS_5, Tone.CLASS_6,
)  # fmt: skip
_SERIES = {"lines": _LINES, "classes": _CLASSES}
_FAMILY = re.compile(r"[^\W_][\w .-]*")
_LARGEST = 2 << 20  # bytes of a logo
_PNG = b"\x89PNG\r\n\x1a\n"
# Classes that follow one another differ by as much light, at least, to be told apart in grey.
APART = 1.1


def theme_of(name: str, admit: Callable[[Path], None] = lambda _: None) -> Theme:
    """Return the theme called *name*, ``light`` or ``dark``, else the one of that TOML file.

    *admit* is told each file before it is opened, and raises what refuses it. Raises UnreadableInput for a file
    that cannot be read, WrongOption for what no theme can hold.
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
        entries = read_toml(path)
    except NotToml as error:
        raise UnreadableInput(
            sentence("{file} is not valid TOML: {detail}. Mend that line.", file=name, detail=error.reason)
        ) from error
    except OSError as error:
        raise UnreadableInput(
            sentence("{file} cannot be read: name a theme file that is there.", file=name)
        ) from error
    return _checked(_theme(entries, path, admit), name)


def _theme(entries: Mapping[str, object], path: Path, admit: Callable[[Path], None]) -> Theme:
    file = str(path)
    for key in entries:
        if key not in _KEYS:
            raise _no_use(file, key, _KEYS)
    base = entries.get("base", "light")
    if not isinstance(base, str) or base not in BUILT_IN:
        raise _takes(file, "base", sentence("{themes}", themes=Listing(tuple(BUILT_IN), last="or")))
    start = BUILT_IN[base]
    fonts = entries.get("fonts")
    return replace(
        start,
        colors={**start.colors, **_colors(entries.get("colors", {}), file)},
        fonts=start.fonts if fonts is None else _families(fonts, start.fonts, file),
        letters=_font_file(entries, "font_file", path, admit),
        bold_letters=_font_file(entries, "bold_font_file", path, admit),
        logo=_logo(entries["logo"], path, admit) if "logo" in entries else None,
    )


def _colors(given: object, file: str) -> dict[Tone, str]:
    wanted = (*sorted(_ONE), *_SERIES)
    if not isinstance(given, dict):
        raise _takes(file, "colors", sentence("a table: [colors] and lines such as bar = “#0072b2”"))
    colors: dict[Tone, str] = {}
    for key, value in given.items():
        if key not in wanted:
            raise _no_use(file, key, wanted)
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
            raise _takes(file, key, wanted_form)
        colors |= dict(zip(tones, map(str.lower, values), strict=True))
    return colors


def _families(given: object, usual: str, file: str) -> str:
    """Return names of fonts as SVG lists them, those of phare after them."""
    names = [given] if isinstance(given, str) else given
    if not isinstance(names, list) or not all(
        isinstance(name, str) and _FAMILY.fullmatch(name) for name in names
    ):
        raise _takes(file, "fonts", sentence("the name of a font, or a list of them"))
    return ", ".join((*(f"'{name}'" for name in names), usual))


def _font_file(entries: Mapping[str, object], key: str, path: Path, admit: Callable[[Path], None]) -> str:
    given = entries.get(key)
    if given is None:
        return ""
    if isinstance(given, str):
        admit(path.parent / given)
    if not isinstance(given, str) or not (path.parent / given).is_file():
        raise _takes(str(path), key, sentence("a font file (.ttf, .otf) that is there"))
    return str(path.parent / given)


def _logo(given: object, path: Path, admit: Callable[[Path], None]) -> Logo:
    wanted = sentence("a PNG file of at most 2 MB that is there")
    if not isinstance(given, str):
        raise _takes(str(path), "logo", wanted)
    admit(path.parent / given)
    if not (path.parent / given).is_file():
        raise _takes(str(path), "logo", wanted)
    try:
        with (path.parent / given).open("rb") as stream:
            content = stream.read(_LARGEST + 1)
    except OSError:
        raise _takes(str(path), "logo", wanted) from None
    width, height = int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")
    if not content.startswith(_PNG) or len(content) > _LARGEST or not width or not height:
        raise _takes(str(path), "logo", wanted)
    return Logo(content, width, height)


def _checked(theme: Theme, file: str) -> Theme:
    """Return *theme*; raises WrongOption where letters could not be read on its paper, nor classes told apart."""
    paper = theme.colors[Tone.PAPER]
    for tone in READ:
        ratio = contrast(theme.colors[tone], paper)
        if ratio < READABLE:
            raise WrongOption(
                sentence(
                    "{file}: {color} has a contrast of {ratio} with {paper}, its paper, and letters need {least} to be "
                    "read: choose a colour further from it.",
                    file=file, color=theme.colors[tone], ratio=f"{ratio:.1f}", paper=paper, least=f"{READABLE:.1f}",
                )
            )  # fmt: skip
    lights = [luminance(theme.colors[tone]) + 0.05 for tone in _CLASSES]
    steps = [after / before for before, after in pairwise(lights)]
    if not (all(step >= APART for step in steps) or all(step <= 1 / APART for step in steps)):
        raise WrongOption(
            sentence(
                "{file}: classes go from light to dark, or from dark to light, each far enough from the next to be "
                "told apart in grey.",
                file=file,
            )
        )
    return theme


def _no_use(file: str, key: str, keys: tuple[str, ...]) -> WrongOption:
    return WrongOption(
        sentence("{file} has no use for “{key}”: it may hold {keys}.", file=file, key=key, keys=Listing(keys))
    )


def _takes(file: str, key: str, wanted: Message) -> WrongOption:
    return WrongOption(sentence("{file}: {key} takes {wanted}.", file=file, key=key, wanted=wanted))
