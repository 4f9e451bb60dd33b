"""Lay a TileMap out as a Sheet: equal tiles shaded by the class of their figure, white where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.drawing.flow import MARGIN, Flow
from phare_cli.drawing.layout import HEADING, HOLLOW
from phare_cli.drawing.shaded.map_grid import (
    BAND,
    BETWEEN,
    GAP,
    columns_of,
    figures_inside,
    is_nameless,
    room_beside,
    side_of,
    tile_figure,
)
from phare_cli.drawing.shaded.tile_names import figure_size, names_above
from phare_cli.drawing.sheet import Box, DescribedGroup, DrawnPart, Sheet, Side, Stroke, Tone, Words, moved
from phare_cli.drawing.swatches import TALL, WIDE, Swatch, hollow, put_swatches, shaded
from phare_cli.drawing.texts import VALUE, decimals_of, foot, in_sentences
from phare_cli.drawing.themes.classes import Classes, classes_by
from phare_cli.drawing.themes.own_colors import shaded_sheet
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Figure, Fill, Listing, Message, sentence
from phare_cli.nouns.tile_map import MapSection, Tile, TileMap

NO_BREAK = "\u00a0"
NO_FIGURE = sentence("no figure")
UNTESTED = sentence("a gap that cannot be tested")
NAMELESS = sentence("Tiles have room for figures alone here: a map of one item has names in them (--item).")


def lay_out_tile_map(
    chart: TileMap, typesetter: Typesetter, *, width: float, within: TileMap | None = None
) -> Sheet:
    """Return *chart* in a picture *width* wide, maps beside and under one another, all of one unit in the same classes.

    A piece of the chart *within* which it stands has the classes of that, and neither title nor foot.
    """
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    flow = Flow(width)
    whole = chart if within is None else within
    if within is None:
        flow.head(title, subtitle)
        flow.skip(6.0)
    classes = map_classes(whole, typesetter)
    said: list[str] = [subtitle]
    is_alike = _is_alike(whole)
    if is_alike:  # one legend says what all of them mean
        for shades in classes.values():
            tiles = [tile for section in chart.sections for tile in section.tiles]
            _legend(shades, chart.sections[0].unit, tiles, chart.alike, typesetter, flow)
    columns = maps_beside(whole, typesetter, width)
    room = room_beside(columns, flow.edge - flow.left)
    if is_alike and any(is_nameless(each, room, typesetter) for each in chart.sections):
        flow.write(legible(typesetter.say(NAMELESS)), SMALL, leading=2.0, tone=Tone.MUTED)
        flow.skip(4.0)
    for first in range(0, len(chart.sections), columns):
        parts = []
        for section in chart.sections[first : first + columns]:
            part = Flow(room + 2 * MARGIN, y=0.0)
            said += _put_section(
                section, classes.get(section.unit), chart, typesetter, part, is_alone=not is_alike
            )
            parts.append(part)
        for place, part in enumerate(parts):
            flow.put(*(moved(each, place * (room + BETWEEN), flow.y) for each in part.parts))
        flow.skip(max(part.y for part in parts))
    if within is None:
        flow.skip(6.0)
        flow.foot(foot(chart, typesetter))
    sheet = flow.sheet(title, in_sentences(said, typesetter))
    return shaded_sheet(sheet, chart.subtitle, chart.title)


def map_classes(chart: TileMap, typesetter: Typesetter) -> dict[str, Classes]:
    """Return the classes of all figures of a map, by their unit."""
    figures = (
        Figure(tile.value, section.unit, decimals_of(section, typesetter))
        for section in chart.sections
        for tile in section.tiles
        if tile.value is not None
    )
    return classes_by(chart.classes, figures, typesetter)


def tile_tone(value: float, section: MapSection, classes: Classes, typesetter: Typesetter) -> Tone:
    """Return the shade of a figure of a map."""
    return classes.tone(typesetter.as_printed(value, section.unit, decimals_of(section, typesetter)))


def maps_beside(chart: TileMap, typesetter: Typesetter, width: float) -> int:
    """Return how many maps stand beside one another in a picture *width* wide."""
    return columns_of(chart.sections, width - 2 * MARGIN, typesetter) if _is_alike(chart) else 1


def _is_alike(chart: TileMap) -> bool:
    """Tell whether a chart has several maps, all of one unit."""
    return len({section.unit for section in chart.sections}) == 1 and len(chart.sections) > 1


def _put_section(
    section: MapSection,
    classes: Classes | None,
    chart: TileMap,
    typesetter: Typesetter,
    flow: Flow,
    *,
    is_alone: bool,
) -> list[str]:
    """Put a map under its title, and return what it shows in words; one that *is_alone* has a legend of its own."""
    heading = legible(typesetter.title(section.title))
    flow.write(heading, HEADING, leading=8.0, is_bold=True)
    told = [_tile_sentence(tile, section, typesetter) for tile in section.tiles]
    if section.whole is not None:
        figure = tile_figure(section.whole, section, typesetter)
        line = legible(typesetter.title(sentence("{label}: {figure}", label=chart.beside, figure=figure)))
        flow.write(line, TEXT, leading=6.0, is_bold=True)
        told.insert(0, line)
    if classes is not None:
        if is_alone:
            _legend(classes, section.unit, section.tiles, chart.alike, typesetter, flow)
        else:
            flow.skip(8.0)
        _put_tiles(section, classes, typesetter, flow, is_alone=is_alone)
    return [heading, typesetter.say(Message("{all}", {"all": Listing(tuple(told), last=";")}))]


def class_swatches(classes: Classes, unit: str, typesetter: Typesetter) -> list[tuple[Swatch, str]]:
    """Return a swatch a class, with the figures that it lies between."""

    def said(low: float, high: float) -> str:
        first, last = (typesetter.figure(end, unit, classes.decimals) for end in (low, high))
        return first if first == last else typesetter.say(sentence("{low} to {high}", low=first, high=last))

    return [(shaded(tone), said(*span)) for tone, span in zip(classes.tones, classes.spans, strict=True)]


def _legend(
    classes: Classes, unit: str, tiles: Sequence[Tile], alike: Message, typesetter: Typesetter, flow: Flow
) -> None:
    """Put a swatch a class, then what each other mark means where it stands on the map."""
    entries = class_swatches(classes, unit, typesetter)
    if any(tile.is_alike for tile in tiles):
        entries.append((_alike, legible(typesetter.say(alike))))
    if any(tile.is_untested for tile in tiles):
        entries.append((_untested, legible(typesetter.say(UNTESTED))))
    if any(tile.is_weak for tile in tiles):
        entries.append((hollow, legible(typesetter.say(HOLLOW))))
    if any(tile.value is None for tile in tiles):
        entries.append((_empty, typesetter.say(NO_FIGURE)))
    flow.skip(SMALL + 8)
    put_swatches(flow, entries)
    flow.skip(10.0)


def _alike(x: float, top: float) -> tuple[DrawnPart, ...]:
    return (*hollow(x, top), *_hatched(x, top, WIDE, TALL))


def _untested(x: float, top: float) -> tuple[DrawnPart, ...]:
    return (*hollow(x, top), *_dotted(x, top, WIDE, TALL))


def _empty(x: float, top: float) -> tuple[DrawnPart, ...]:
    dash = Words(x + WIDE / 2, top + TALL / 2 + SMALL / 3, "–", SMALL, Side.MIDDLE, Tone.MUTED)
    return (Box(x + 0.75, top + 0.75, WIDE - 1.5, TALL - 1.5, Tone.RULE, is_hollow=True), dash)


def _dotted(x: float, y: float, width: float, height: float, on: Tone | None = None) -> Iterator[Stroke]:
    """Yield two dotted lines along a rectangle of that colour."""
    for at in (y + height / 3, y + 2 * height / 3):
        yield Stroke(x + 2, at, x + width - 2, at, Tone.MUTED, 1.6, is_dotted=True, on=on)


def _hatched(x: float, y: float, width: float, height: float, on: Tone | None = None) -> Iterator[Stroke]:
    """Yield slanted lines through a rectangle of that colour."""
    start = x - height
    while start < x + width:
        low, high = max(start, x), min(start + height, x + width)
        if high - low > 0.5:
            yield Stroke(
                low, y + height - (low - start), high, y + height - (high - start), Tone.MUTED, 1.1, on=on
            )
        start += 5.0


def _put_tiles(
    section: MapSection, classes: Classes, typesetter: Typesetter, flow: Flow, *, is_alone: bool
) -> None:
    first = min(tile.row for tile in section.tiles)
    rows = max(tile.row for tile in section.tiles) + 1 - first
    side = side_of(section, flow.edge - flow.left)
    pitch = side + GAP
    figures = figures_inside(section, side, typesetter, is_alone=is_alone)
    if figures is None:
        inside: list[tuple[str | None, tuple[str, ...]]] = [(None, ())] * len(section.tiles)
    else:
        inside = [*zip(figures, names_above(section, figures, side, typesetter), strict=True)]
    for tile, (figure, names) in zip(section.tiles, inside, strict=True):
        left, top = flow.left + tile.column * pitch, flow.y + (tile.row - first) * pitch
        parts = tuple(_tile(tile, figure, names, section, classes, (left, top, side), typesetter))
        flow.put(DescribedGroup(_tile_sentence(tile, section, typesetter), parts))
    flow.skip(rows * pitch + 8.0)
    if figures is None:
        _put_figures(section, typesetter, flow)


def _put_figures(section: MapSection, typesetter: Typesetter, flow: Flow) -> None:
    """Put the figures of tiles that are too small for them in lines below."""
    told: list[Fill] = []
    for tile in section.tiles:
        if tile.value is not None:
            label = tile.short if tile.is_coded else tile.label
            figure = tile_figure(tile.value, section, typesetter)
            said = typesetter.title(sentence("{label}: {figure}", label=label, figure=figure))
            told.append(said.replace(" ", NO_BREAK))
    line = typesetter.say(Message("{all}", {"all": Listing(tuple(told), last=";")}))
    flow.write(legible(line), SMALL, leading=4.0)
    flow.skip(8.0)


def _tile(
    tile: Tile,
    figure: str | None,
    names: Sequence[str],
    section: MapSection,
    classes: Classes,
    square: tuple[float, float, float],
    typesetter: Typesetter,
) -> Iterator[DrawnPart]:
    left, top, side = square
    tone = None
    if tile.value is None:
        yield Box(left + 0.75, top + 0.75, side - 1.5, side - 1.5, Tone.RULE, is_hollow=True)
    elif tile.is_weak:
        yield Box(left + 0.75, top + 0.75, side - 1.5, side - 1.5, Tone.MUTED, is_hollow=True)
    else:
        tone = tile_tone(tile.value, section, classes, typesetter)
        yield Box(left, top, side, side, tone)
    band = BAND * side if tile.has_band else 0.0
    if tile.has_band:
        lines = _hatched if tile.is_alike else _dotted
        yield from lines(left, top + side - band, side, band, on=tone)
    if figure is None:
        if width_of(tile.short, SMALL) <= side - 2:
            y = top + (side - band) / 2 + SMALL / 3
            yield Words(left + side / 2, y, tile.short, SMALL, Side.MIDDLE, Tone.MUTED, on=tone)
        return
    size = figure_size(tile, figure, side, band)
    at = top + side - band - 5 if names else top + (side - band) / 2 + size / 3
    y = top + SMALL + 2.5
    for name in names:
        yield Words(left + side / 2, y, name, SMALL, Side.MIDDLE, Tone.MUTED, on=tone)
        y += SMALL + 1.5
    yield Words(
        left + side / 2,
        at,
        figure,
        size,
        Side.MIDDLE,
        Tone.MUTED,
        is_bold=tile.value is not None,
        on=tone,
    )


def _tile_sentence(tile: Tile, section: MapSection, typesetter: Typesetter) -> str:
    """Return a tile as one sentence."""
    figure = tile_figure(tile.value, section, typesetter)
    if tile.low is None or tile.high is None:
        said = sentence("{label}: {figure}", label=tile.label, figure=figure)
    else:
        interval = typesetter.interval(VALUE, tile.low, tile.high, section.unit)
        said = sentence("{label}: {figure} ({interval})", label=tile.label, figure=figure, interval=interval)
    words = dict.fromkeys(typesetter.word(word) for word in (tile.flag, tile.verdict) if word)
    return legible(", ".join((typesetter.say(said), *words)))
