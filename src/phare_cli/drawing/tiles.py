"""Lay a TileMap out as a Sheet: equal tiles shaded by the class of their figure, white where there is none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor

from phare_cli.drawing.axis import axis_of
from phare_cli.drawing.flow import Flow
from phare_cli.drawing.layout import HEADING
from phare_cli.drawing.sheet import Box, DescribedGroup, DrawnPart, Sheet, Side, Stroke, Tone, Words
from phare_cli.drawing.swatches import TALL, WIDE, Swatch, hollow, put_swatches, shaded
from phare_cli.drawing.texts import VALUE, foot, in_sentences
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Listing, Message, sentence
from phare_cli.nouns.tile_map import MapSection, Tile, TileMap

SHADES = (Tone.CLASS_1, Tone.CLASS_2, Tone.CLASS_3, Tone.CLASS_4, Tone.CLASS_5, Tone.CLASS_6)
# Few classes are no further apart than they must be, for a small gap not to look like a large one.
_SHADES_OF = {
    1: SHADES[1:2],
    2: SHADES[1:3],
    3: SHADES[0:5:2],
    4: (SHADES[0], *SHADES[2:5]),
    5: SHADES[:5],
    6: SHADES,
}
_FINEST = {"percent": 5.0, "score/10": 0.5}  # how far apart the ends of a class are, at least
LARGEST, GAP = 96.0, 4.0
BAND = 0.22  # of a tile, where it is hatched
ALIKE = sentence("not told apart from {region}")
NO_FIGURE = sentence("no figure")


@dataclass(frozen=True, slots=True)
class Classes:
    """The *ends* between classes of figures, from the lowest to the highest, and the tone of each class."""

    ends: tuple[float, ...]
    tones: tuple[Tone, ...]
    decimals: int

    def tone(self, value: float) -> Tone:
        """Return the tone of the class that *value* lies in; a figure at an end is in the class above."""
        above = sum(value >= end for end in self.ends[1:-1])
        return self.tones[above]


def classes_of(figures: Sequence[float], unit: str, *, steps: int = 4) -> Classes:
    """Return equal classes between round numbers that hold *figures*, no finer than what their unit bears.

    They are about as many as *steps*, which are 5 at most, and one more at most.

    >>> classes_of([31.0, 44.0], "percent").ends
    (30.0, 35.0, 40.0, 45.0)
    """
    least, most = min(figures), max(figures)
    scale = axis_of([max(most - least, 4 * _FINEST.get(unit, 0.0)) or abs(most) or 1.0], "", steps=steps)
    step = scale.ticks[1] - scale.ticks[0]
    first = floor(round(least / step, 6))
    last = max(ceil(round(most / step, 6)), first + 1)
    ends = tuple(round(place * step, scale.decimals) for place in range(first, last + 1))
    return Classes(ends, _SHADES_OF[len(ends) - 1], scale.decimals)


def lay_out_tile_map(chart: TileMap, typesetter: Typesetter, *, width: float) -> Sheet:
    """Return *chart* in a picture *width* wide, a map under another, all of one unit in the same classes."""
    title, subtitle = legible(typesetter.title(chart.title)), legible(typesetter.title(chart.subtitle))
    flow = Flow(width)
    flow.head(title, subtitle)
    flow.skip(6.0)
    figures: dict[str, list[float]] = {}
    for section in chart.sections:
        figures.setdefault(section.unit, []).extend(
            tile.value for tile in section.tiles if tile.value is not None
        )
    classes = {unit: classes_of(values, unit) for unit, values in figures.items() if values}
    said: list[str] = [subtitle]
    beside = legible(typesetter.say(chart.beside))
    for section in chart.sections:
        heading = legible(typesetter.say(section.title))
        flow.write(heading, HEADING, leading=8.0, is_bold=True)
        told = [_tile_sentence(tile, section, typesetter) for tile in section.tiles]
        if section.whole is not None:
            line = legible(
                typesetter.say(
                    sentence(
                        "{label}: {figure}", label=beside, figure=_figure(section.whole, section, typesetter)
                    )
                )
            )
            flow.write(line, TEXT, leading=6.0, is_bold=True)
            told.insert(0, line)
        said += [heading, typesetter.say(Message("{all}", {"all": Listing(tuple(told), last=";")}))]
        if section.unit in classes:
            _legend(classes[section.unit], section, beside, typesetter, flow)
            _put_tiles(section, classes[section.unit], typesetter, flow)
    flow.skip(6.0)
    flow.foot(foot(chart, typesetter))
    return flow.sheet(title, in_sentences(said, typesetter))


def _figure(value: float | None, section: MapSection, typesetter: Typesetter) -> str:
    decimals = section.decimals if typesetter.decimals is None else None
    return legible(typesetter.figure(value, section.unit, decimals))


def class_swatches(classes: Classes, unit: str, typesetter: Typesetter) -> list[tuple[Swatch, str]]:
    """Return a swatch a class, with the figures that it lies between."""

    def said(end: float) -> str:
        return typesetter.figure(end, unit, classes.decimals)

    return [
        (shaded(tone), typesetter.say(sentence("{low} to {high}", low=said(low), high=said(high))))
        for tone, low, high in zip(classes.tones, classes.ends, classes.ends[1:], strict=False)
    ]


def _legend(classes: Classes, section: MapSection, beside: str, typesetter: Typesetter, flow: Flow) -> None:
    """Put a swatch a class, then what hatching and an empty tile mean where they stand on the map."""
    entries = class_swatches(classes, section.unit, typesetter)
    if any(tile.is_alike for tile in section.tiles):
        entries.append((_alike, typesetter.say(Message(ALIKE.text, {"region": beside}))))
    if any(tile.value is None for tile in section.tiles):
        entries.append((hollow, typesetter.say(NO_FIGURE)))
    flow.skip(SMALL + 8)
    put_swatches(flow, entries)
    flow.skip(10.0)


def _alike(x: float, top: float) -> tuple[DrawnPart, ...]:
    return (*hollow(x, top), *_hatched(x, top, WIDE, TALL))


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


def _put_tiles(section: MapSection, classes: Classes, typesetter: Typesetter, flow: Flow) -> None:
    columns = max(tile.column for tile in section.tiles) + 1
    first = min(tile.row for tile in section.tiles)
    rows = max(tile.row for tile in section.tiles) + 1 - first
    pitch = min((flow.edge - flow.left + GAP) / columns, LARGEST + GAP)
    side = pitch - GAP
    for tile in section.tiles:
        left, top = flow.left + tile.column * pitch, flow.y + (tile.row - first) * pitch
        parts = tuple(_tile(tile, section, classes, (left, top, side), typesetter))
        flow.put(DescribedGroup(_tile_sentence(tile, section, typesetter), parts))
    flow.skip(rows * pitch + 8.0)


def _tile(
    tile: Tile,
    section: MapSection,
    classes: Classes,
    square: tuple[float, float, float],
    typesetter: Typesetter,
) -> Iterator[DrawnPart]:
    left, top, side = square
    tone = None
    if tile.value is None:
        yield Box(left + 0.75, top + 0.75, side - 1.5, side - 1.5, Tone.RULE, is_hollow=True)
    else:
        tone = classes.tone(tile.value)
        yield Box(left, top, side, side, tone)
    band = BAND * side if tile.is_alike else 0.0
    if tile.is_alike:
        yield from _hatched(left, top + side - band, side, band, on=tone)
    figure = _figure(tile.value, section, typesetter)
    size = TEXT if width_of(figure, TEXT, is_bold=True) <= side - 4 else SMALL
    names = _name_lines(legible(typesetter.say(tile.label)), tile.short, side - 6, side - band - size - 12)
    y = top + SMALL + 2.5
    for name in names:
        yield Words(left + side / 2, y, name, SMALL, Side.MIDDLE, Tone.MUTED, on=tone)
        y += SMALL + 1.5
    yield Words(
        left + side / 2,
        top + side - band - 5,
        figure,
        size,
        Side.MIDDLE,
        Tone.MUTED,
        is_bold=tile.value is not None,
        on=tone,
    )


def _name_lines(name: str, short: str, room: float, height: float) -> tuple[str, ...]:
    """Return a name in lines that fit, parted at its blanks and hyphens; else its short form, else nothing."""
    most = int(height // (SMALL + 1.5))
    pieces = name.replace("-", "-\u0000 ").split(" ")
    lines: list[str] = []
    for piece in pieces:
        joined = f"{lines[-1]} {piece}".replace("\u0000 ", "") if lines else piece
        if lines and width_of(joined.replace("\u0000", ""), SMALL) <= room:
            lines[-1] = joined
        else:
            lines.append(piece)
    whole = tuple(line.replace("\u0000", "") for line in lines)
    if len(whole) <= most and all(width_of(line, SMALL) <= room for line in whole):
        return whole
    return broken_lines(short, room, SMALL, most=1) if most >= 1 and width_of(short, SMALL) <= room else ()


def _tile_sentence(tile: Tile, section: MapSection, typesetter: Typesetter) -> str:
    """Return a tile as one sentence."""
    figure = _figure(tile.value, section, typesetter)
    if tile.low is None or tile.high is None:
        said = sentence("{label}: {figure}", label=tile.label, figure=figure)
    else:
        interval = typesetter.interval(VALUE, tile.low, tile.high, section.unit)
        said = sentence("{label}: {figure} ({interval})", label=tile.label, figure=figure, interval=interval)
    word = typesetter.word(tile.verdict) if tile.verdict else ""
    return legible(", ".join(filter(None, (typesetter.say(said), word))))
