"""Where regions stand on a map of tiles: as a project places its own, else as regions or départements of France do."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import NamedTuple

from phare_cli.language.codebook import codebook, shipped_codebook
from phare_cli.language.codebook_columns import TILE
from phare_cli.language.codebook_entry import Entry


class MapTile(NamedTuple):
    """The *column* and *row* of a region, from 0, and a *short* name for a tile where the whole one has no room.

    *is_coded* tells that people know it by its code, which is its short name.
    """

    column: int
    row: int
    short: str
    is_coded: bool = False


def tiles_for(regions: Collection[str]) -> Mapping[str, MapTile]:
    """Return the tile of each region of the map that *regions* (ids) stand on.

    It is the map that holds most of them: a project's own, unless it places fewer of them than another does; that of
    départements where more of them are such than regions of the mainland, and then that of one region where they all
    lie in it.
    """
    book = codebook()
    placed = {entry.id: tile for entry in book.entries("region") if (tile := _tile(entry)) is not None}
    own = {id: tile for id, tile in placed.items() if book.is_own("region", id)}
    others = _tiles_of_france({id: tile for id, tile in placed.items() if id not in own}, regions)
    is_whole = len(own.keys() & set(regions)) >= len(others.keys() & set(regions))
    return own if own and is_whole else others


def _tiles_of_france(placed: Mapping[str, MapTile], regions: Collection[str]) -> Mapping[str, MapTile]:
    if any(not shipped_codebook().holds("region", id) for id in regions):
        departements = _departements()
        mainland = placed.keys() - departements.keys()
        if len(departements.keys() & set(regions)) > len(mainland.intersection(regions)):
            return _around(departements, regions)
    return placed


def _tile(entry: Entry) -> MapTile | None:
    short = next((name for name in entry.aliases if len(name) <= 4), entry.code or entry.id[:3])
    return _at(entry.forms.get("tile", ""), short)


def _departements() -> Mapping[str, MapTile]:
    from phare_cli.language.departements import departements  # few data hold any

    found = {each.name: _at(each.tile, each.code, is_coded=True) for each in departements()}
    return {name: tile for name, tile in found.items() if tile is not None}


def _around(places: Mapping[str, MapTile], regions: Collection[str]) -> Mapping[str, MapTile]:
    """Return the départements of the one region that *regions* lie in, to be named; all where they lie in several."""
    from phare_cli.language.departements import departements

    held = {each.region for each in departements() if each.name in regions}
    near = {
        each.name: places[each.name] for each in departements() if each.region in held and each.name in places
    }
    if len(held) > 1:
        return places
    left, top = min(tile.column for tile in near.values()), min(tile.row for tile in near.values())
    return {name: MapTile(tile.column - left, tile.row - top, tile.short) for name, tile in near.items()}


def _at(cell: str, short: str, *, is_coded: bool = False) -> MapTile | None:
    place = TILE.fullmatch(cell.upper())
    if place is None:
        return None
    return MapTile(ord(place[1]) - ord("A"), int(place[2]) - 1, short, is_coded)
