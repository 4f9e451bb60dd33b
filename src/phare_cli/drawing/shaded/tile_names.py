"""What stands above the figure of each tile of a map: its name, cut short where it is long, or its code.

One rule a map: where some tiles had their names and others a bare code, nobody would know that the code is a name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from phare_cli.drawing.shaded.map_grid import band_of, lines_above
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.tile_map import MapSection, Tile

Lines = tuple[str, ...]
_VOWELS = "aeiouyàâäéèêëîïôöùûü"
_FEWEST = 3  # letters that a word is cut to


def figure_size(tile: Tile, figure: str, side: float, band: float) -> float:
    """Return the size of the figure in a tile: the larger one where it has room below a line of a code."""
    has_room = lines_above(side, band, TEXT) > 0 or not tile.is_coded
    return TEXT if has_room and width_of(figure, TEXT, is_bold=True) <= side - 4 else SMALL


def names_above(
    section: MapSection, figures: Sequence[str], side: float, typesetter: Typesetter
) -> list[Lines]:
    """Return the lines above each of the *figures* of a map whose tiles have that *side*."""
    band = band_of(section, side)
    found: list[Lines] = []
    for tile, figure in zip(section.tiles, figures, strict=True):
        own_band = band if tile.has_band else 0.0
        most = lines_above(side, own_band, figure_size(tile, figure, side, own_band))
        name = tile.short if tile.is_coded else legible(typesetter.title(tile.label))
        found.append(_fitting(name, tile, side - (2 if tile.is_coded else 6), most))
    by_code = [
        lines == (tile.short,) and _is_code(tile) for lines, tile in zip(found, section.tiles, strict=True)
    ]
    if any(by_code):
        return [
            _code(tile, side - 2) if _is_code(tile) and lines else lines
            for lines, tile in zip(found, section.tiles, strict=True)
        ]
    return found


def _is_code(tile: Tile) -> bool:
    """Tell whether the short name of a tile is a number, as a département has one, and no word cut short."""
    return any(letter.isdigit() for letter in tile.short)


def _code(tile: Tile, room: float) -> Lines:
    return (tile.short,) if width_of(tile.short, SMALL) <= room else ()


def _fitting(name: str, tile: Tile, room: float, most: int) -> Lines:
    """Return a name in lines that fit; else cut short, its short form, nothing."""
    whole = _lines(name, room)
    if _fits(whole, room, most):
        return whole
    if _is_code(tile) and not tile.is_coded:
        longest = max(map(len, re.split("[- ]", name)))
        for letters in range(longest - _FEWEST, _FEWEST - 1, -1):
            cut = _lines(_cut(name, letters), room)
            if _fits(cut, room, most):
                return cut
    if most < 1 or width_of(tile.short, SMALL) > room:
        return ()
    return broken_lines(tile.short, room, SMALL, most=1)


def _cut(name: str, letters: int) -> str:
    """Return a name whose longer words are cut after a consonant: Orient. for Orientales."""
    return re.sub(
        rf"(\w\w)(\w{{{letters - 2}}})\w+",
        lambda word: f"{word[1]}{word[2].rstrip(_VOWELS)}.",
        name,
    )


def _fits(lines: Lines, room: float, most: int) -> bool:
    return len(lines) <= most and all(width_of(line, SMALL) <= room for line in lines)


def _lines(name: str, room: float) -> Lines:
    """Return a name parted at its blanks and hyphens, as much of it in a line as has room there."""
    lines: list[str] = []
    for piece in name.replace("-", "-\u0000 ").split(" "):
        joined = f"{lines[-1]} {piece}".replace("\u0000 ", "") if lines else piece
        if lines and width_of(joined.replace("\u0000", ""), SMALL) <= room:
            lines[-1] = joined
        else:
            lines.append(piece)
    return tuple(line.replace("\u0000", "") for line in lines)
