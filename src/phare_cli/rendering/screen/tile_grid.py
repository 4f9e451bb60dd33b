"""A map of tiles: the short name of each region, its figure, and what it bears beside the whole, in its shade."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from rich.cells import cell_len

from phare_cli.drawing.shaded.tiles import NO_FIGURE, UNTESTED, class_swatches, map_classes, tile_tone
from phare_cli.drawing.texts import decimals_of
from phare_cli.drawing.themes.classes import Classes
from phare_cli.nouns.message import sentence
from phare_cli.nouns.tile_map import MapSection, Tile, TileMap
from phare_cli.rendering.screen.fills import letters_of, style_of, swatches
from phare_cli.rendering.screen.mark_rows import WEAK
from phare_cli.rendering.screen.screen_page import BOLD, DIM, Ink, ScreenPage, ScreenRow, shown

WIDEST = 12  # columns of a tile
_UNTESTED = "?"


def put_map(chart: TileMap, page: ScreenPage) -> None:
    """Put a map under another, all of one unit in the same classes."""
    classes = map_classes(chart, page.typesetter)
    for section in chart.sections:
        page.heading(section.title)
        if section.whole is not None:
            figure = _figure(section.whole, section, page)
            said = sentence("{label}: {figure}", label=chart.beside, figure=figure)
            page.wrapped(page.say(said), BOLD)
        if section.unit in classes:
            _legend(chart, classes[section.unit], section, page)
            page.skip()
            _put_tiles(section, classes[section.unit], page)
    shorts = {
        tile.short: page.say(tile.label)
        for section in chart.sections
        for tile in section.tiles
        if tile.value is not None
    }
    page.skip()
    page.wrapped(", ".join(f"{shown(short)} {name}" for short, name in shorts.items()), DIM)


def _figure(value: float | None, section: MapSection, page: ScreenPage) -> str:
    return shown(page.typesetter.figure(value, section.unit, decimals_of(section, page.typesetter)))


def _alike(page: ScreenPage) -> str:
    return "≈" if page.look.unicode else "~"


def _legend(chart: TileMap, classes: Classes, section: MapSection, page: ScreenPage) -> None:
    signs = swatches(classes.tones, is_colored=page.look.color, is_unicode=page.look.unicode)
    named = class_swatches(classes, section.unit, page.typesetter)
    entries = [(sign, text) for sign, (_, text) in zip(signs, named, strict=True)]
    if any(tile.is_alike for tile in section.tiles):
        entries.append((Ink(_alike(page)), page.say(chart.alike)))
    if any(tile.is_untested for tile in section.tiles):
        entries.append((Ink(_UNTESTED), page.say(UNTESTED)))
    if any(tile.is_weak for tile in section.tiles):
        entries.append((Ink("[ ]"), page.say(WEAK)))
    if any(tile.value is None for tile in section.tiles):
        entries.append((Ink("–"), page.say(NO_FIGURE)))
    page.legend(entries)


def _put_tiles(section: MapSection, classes: Classes, page: ScreenPage) -> None:
    """Put two lines a row of tiles, as wide as the widest figure and as there is room."""
    columns = max(tile.column for tile in section.tiles) + 1
    texts = {(tile.row, tile.column): _texts(tile, section, page) for tile in section.tiles}
    needed = max(cell_len(text) for pair in texts.values() for text in pair)
    wide = min((page.columns + 1) // columns - 1, needed + 4, WIDEST)
    if wide < needed:
        _put_rows(section, classes, page)
        return
    placed = {(tile.row, tile.column): tile for tile in section.tiles}
    letters = letters_of(len(classes.tones), is_unicode=page.look.unicode)
    first, last = min(row for row, _ in placed), max(row for row, _ in placed)
    for row in range(first, last + 1):
        for place in range(2):
            parts: list[Ink] = []
            for column in range(columns):
                tile = placed.get((row, column))
                text = "" if tile is None else texts[row, column][place]
                parts += [_part(tile, text, wide, section, classes, letters, page), Ink(" ")]
            page.put(parts)
        if row < last:
            page.put([])


def _texts(tile: Tile, section: MapSection, page: ScreenPage) -> tuple[str, str]:
    return f"{shown(tile.short)}{_mark(tile, page)}", _tile_figure(tile, section, page)


def _tile_figure(tile: Tile, section: MapSection, page: ScreenPage) -> str:
    figure = _figure(tile.value, section, page)
    return f"[{figure}]" if tile.is_weak else figure


def _mark(tile: Tile, page: ScreenPage) -> str:
    """Return what a tile bears beside the whole, by the sign of its word in tables."""
    if tile.is_alike:
        return _alike(page)
    if tile.is_untested:
        return _UNTESTED
    return page.typesetter.word(tile.verdict)[:1] if tile.is_established else ""


def _part(
    tile: Tile | None,
    text: str,
    width: int,
    section: MapSection,
    classes: Classes,
    letters: Sequence[str],
    page: ScreenPage,
) -> Ink:
    """Return a line of a tile: its shade around its text; none around one without a figure, or with a weak one."""
    if tile is None:
        return Ink(" " * width)
    if tile.value is None:
        return Ink(f" {text}".ljust(width - (cell_len(text) - len(text))), DIM)
    if tile.is_weak:
        return Ink(f" {text}".ljust(width - (cell_len(text) - len(text))))
    tone = tile_tone(tile.value, section, classes, page.typesetter)
    room = width - cell_len(text)
    if page.look.color:
        before = min(room, 1)
        return Ink(f"{' ' * before}{text}{' ' * (room - before)}", style_of(tone))
    # A letter of the shade next to a figure would be read as one of its own: 57% as 457%.
    letter = letters[classes.tones.index(tone)]
    ahead = f"{letter} " if room > 3 else ""
    after = room - cell_len(ahead)
    return Ink(f"{ahead}{text} {letter * (after - 1)}" if after else f"{ahead}{text}")


def _put_rows(section: MapSection, classes: Classes, page: ScreenPage) -> None:
    """Put a line a region that has a figure, where the screen is too narrow for its tiles."""
    signs = dict(
        zip(
            classes.tones,
            swatches(classes.tones, is_colored=page.look.color, is_unicode=page.look.unicode),
            strict=True,
        )
    )
    rows = [
        ScreenRow(
            page.say(tile.label),
            partial(
                _swatch,
                Ink("[]")
                if tile.is_weak
                else signs[tile_tone(tile.value, section, classes, page.typesetter)],
            ),
            (Ink(_tile_figure(tile, section, page)), Ink(_mark(tile, page))),
        )
        for tile in section.tiles
        if tile.value is not None
    ]
    page.rows(rows, page.room_of(rows, drawn=2))


def _swatch(sign: Ink, width: int) -> tuple[Ink]:
    return (sign,)
