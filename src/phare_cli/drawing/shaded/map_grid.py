"""How tile maps share the width of a picture, and which texts have room in their tiles."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from phare_cli.drawing.texts import decimals_of
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.tile_map import MapSection

LARGEST, GAP = 96.0, 4.0
BETWEEN = 24.0  # two maps beside one another
BESIDE = (3, 2)  # maps, where each tile has room for a name and a figure
BAND = 0.22  # of a tile, where it is hatched or dotted


def columns_of(sections: Sequence[MapSection], room: float, typesetter: Typesetter) -> int:
    """Return how many maps stand beside one another: rows as long as one another, figures in every tile."""
    fitting = (
        most
        for most in BESIDE
        if all(_has_room(each, room_beside(most, room), typesetter) for each in sections)
    )
    most = next(fitting, 0)
    if not most:  # figures without names, if these have room
        bare = [
            figures_inside(each, side_of(each, room_beside(2, room)), typesetter, is_alone=False)
            for each in sections
        ]
        most = 1 if None in bare else 2
    return ceil(len(sections) / ceil(len(sections) / most))


def room_beside(columns: int, room: float) -> float:
    """Return how wide each of so many maps beside one another is."""
    return (room + BETWEEN) / columns - BETWEEN


def side_of(section: MapSection, room: float) -> float:
    """Return the side of the tiles of a map that wide."""
    columns = max((tile.column for tile in section.tiles), default=0) + 1
    return min((room + GAP) / columns, LARGEST + GAP) - GAP


def is_nameless(section: MapSection, room: float, typesetter: Typesetter) -> bool:
    """Tell whether the tiles of a map that wide have room for their figures alone."""
    side = side_of(section, room)
    figures = figures_inside(section, side, typesetter, is_alone=False)
    return figures is not None and lines_above(side, band_of(section, side), SMALL) < 1


def band_of(section: MapSection, side: float) -> float:
    return BAND * side if any(tile.has_band for tile in section.tiles) else 0.0


def _has_room(section: MapSection, room: float, typesetter: Typesetter) -> bool:
    """Tell whether each tile of a map that wide holds its whole figure, below a line of its name."""
    side = side_of(section, room)
    widest = max(
        (
            width_of(tile_figure(tile.value, section, typesetter), TEXT, is_bold=True)
            for tile in section.tiles
        ),
        default=0.0,
    )
    return widest <= side - 4 and lines_above(side, BAND * side, TEXT) >= 1


def figures_inside(
    section: MapSection, side: float, typesetter: Typesetter, *, is_alone: bool
) -> list[str] | None:
    """Return what stands in each tile: figures, without their % where that is too long; None where none has room.

    In a map that *is_alone* places that are known by their codes have these above their figures, or no figures.
    """
    band = band_of(section, side)
    if side - band < SMALL + 2:
        return None
    is_coded = any(tile.is_coded for tile in section.tiles)
    if is_alone and is_coded and lines_above(side, band, SMALL) < 1:
        return None
    whole = [tile_figure(tile.value, section, typesetter) for tile in section.tiles]
    bare = [figure.rstrip("%").rstrip() for figure in whole]
    for figures in (whole, bare):
        if all(width_of(figure, SMALL, is_bold=True) <= side - 2 for figure in figures):
            return figures
    return None


def tile_figure(value: float | None, section: MapSection, typesetter: Typesetter) -> str:
    return legible(typesetter.figure(value, section.unit, decimals_of(section, typesetter)))


def lines_above(side: float, band: float, size: float) -> int:
    """Return how many lines of a name have room above a figure of that *size*."""
    return int((side - band - 0.75 * size - 8.2) // (SMALL + 1.5))
