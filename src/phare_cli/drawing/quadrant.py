"""Lay a Quadrant out as a Sheet: planes of labelled points, parted by their cuts. No label covers another thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import ceil, floor, hypot

from phare_cli.drawing.axis import Axis, axis_of
from phare_cli.drawing.flow import Flow
from phare_cli.drawing.labelling import OccupiedCells, Rectangle
from phare_cli.drawing.sheet import DescribedGroup, Dot, DrawnPart, Shape, Sheet, Side, Stroke, Tone, Words
from phare_cli.drawing.texts import VALUE, sources_line
from phare_cli.drawing.themes.own_colors import own_color
from phare_cli.drawing.widths import SMALL, TEXT
from phare_cli.language.letters import broken_lines, legible, width_of
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.chart import Plane, Point, Quadrant
from phare_cli.nouns.message import Listing, sentence

HEADING = 12.5
DISC, DIAMOND, GAP = 4.5, 6.5, 4.0
# How tall a plane is beside its width, at first, and how often it may grow until every label has room.
FLAT, GROWTH, TRIES = 0.62, 1.35, 5
NAMES = 0.4  # of the width of a plane, that a line of a name takes at most
LABEL = SMALL  # a label must find room between dots
_LEADING = LABEL + 3


@dataclass(frozen=True, slots=True)
class PlaneScale:
    """Where figures stand in a plane, and the figures that its axes show."""

    frame: Rectangle
    x: Axis
    y: Axis

    def place(self, x: float, y: float) -> tuple[float, float]:
        """Return where a point stands; what lies outside of the axes stands at their end."""
        across, upwards = (min(max(share, 0.0), 1.0) for share in (self.x.share(x), self.y.share(y)))
        return (
            self.frame.left + across * (self.frame.right - self.frame.left),
            self.frame.bottom - upwards * (self.frame.bottom - self.frame.top),
        )


@dataclass(frozen=True, slots=True)
class Label:
    """The lines of a name beside its point, *area* being what they fill; none where they have no room."""

    lines: tuple[str, ...]
    area: Rectangle
    at: tuple[float, float]


def lay_out_quadrant(quadrant: Quadrant, typesetter: Typesetter, *, width: float) -> Sheet:
    """Return *quadrant* in a picture *width* wide: a plane a region and round, all of them on the same axes."""
    flow = Flow(width)
    title = legible(typesetter.title(quadrant.title))
    flow.head(title, legible(typesetter.title(quadrant.subtitle)))
    flow.skip(4.0)
    axes = axes_of_planes(quadrant)
    if axes is not None:
        for plane in quadrant.planes:
            _draw_plane(plane, quadrant, *axes, typesetter, flow)
    flow.skip(6.0)
    for line in (*quadrant.notes, *sources_line(quadrant.sources)):
        flow.write(legible(typesetter.say(line)), SMALL, leading=4.0, tone=Tone.MUTED)
        flow.skip(2.0)
    return flow.sheet(title, _description(quadrant, typesetter))


def axes_of_planes(quadrant: Quadrant) -> tuple[Axis, Axis] | None:
    """Return the scales across and upwards that hold every point, interval and cut; None where there is no point."""
    points = [point for plane in quadrant.planes for point in plane.points]
    if not points:
        return None
    cuts = [(plane.x_cut, plane.y_cut) for plane in quadrant.planes]
    return (
        spread(
            _ends(((point.x, point.across) for point in points), (cut for cut, _ in cuts)), quadrant.x_unit
        ),
        spread(
            _ends(((point.y, point.along) for point in points), (cut for _, cut in cuts)), quadrant.y_unit
        ),
    )


def spread(figures: Sequence[float], unit: str) -> Axis:
    """Return the scale that holds *figures* with room on both sides, without zero unless it is near.

    >>> spread([6.3, 7.1], "score/10").ticks
    (6.2, 6.4, 6.6, 6.8, 7.0, 7.2)
    """
    least, most = min(figures), max(figures)
    steps = axis_of([(most - least) or abs(most) or 1.0], "")
    step = steps.ticks[1] - steps.ticks[0]
    first, last = floor(least / step - 0.25), ceil(most / step + 0.25)
    if unit in ("percent", "count", "score/10") and least >= 0:
        first = max(first, 0)
    if unit == "percent" and most <= 100:
        last = min(last, max(ceil(100 / step), first + 1))
    ticks = tuple(round(place * step, steps.decimals) for place in range(first, last + 1))
    return Axis(ticks[0], ticks[-1], ticks, steps.decimals)


def _ends(
    figures: Iterable[tuple[float, tuple[float, float] | None]], cuts: Iterable[float | None]
) -> list[float]:
    ends = [end for value, interval in figures for end in (value, *(interval or ()))]
    return [*ends, *(cut for cut in cuts if cut is not None)]


def _draw_plane(
    plane: Plane, quadrant: Quadrant, x: Axis, y: Axis, typesetter: Typesetter, flow: Flow
) -> None:
    flow.write(legible(typesetter.title(plane.title)), HEADING, leading=8.0, is_bold=True)
    flow.write(f"↑ {legible(typesetter.title(quadrant.y_name))}", TEXT, leading=6.0, tone=Tone.MUTED)
    flow.skip(6.0)
    heights = [legible(typesetter.figure(tick, quadrant.y_unit, y.decimals)) for tick in y.ticks]
    left = flow.left + max(width_of(text, SMALL) for text in heights) + GAP
    across = [legible(typesetter.figure(tick, quadrant.x_unit, x.decimals)) for tick in x.ticks]
    right = flow.edge - width_of(across[-1], SMALL) / 2
    texts = [legible(typesetter.title(point.label)) for point in plane.points]
    names = [broken_lines(text, NAMES * (right - left), LABEL, most=3) for text in texts]
    scale, labels = _with_room(plane, names, x, y, Rectangle(left, flow.y, right, flow.y))
    _draw_axes(plane, scale, across, heights, [label.area for label in labels if label.lines], flow)
    for point, label in zip(plane.points, labels, strict=True):
        flow.put(
            DescribedGroup(_point_sentence(point, quadrant, typesetter), tuple(_drawn(point, label, scale)))
        )
    flow.y = scale.frame.bottom
    flow.skip(SMALL + 4)
    flow.write(f"{legible(typesetter.title(quadrant.x_name))} →", TEXT, leading=6.0, tone=Tone.MUTED)
    flow.skip(10.0)


def _with_room(
    plane: Plane, names: Sequence[tuple[str, ...]], x: Axis, y: Axis, above: Rectangle
) -> tuple[PlaneScale, list[Label]]:
    """Return the plane, as flat as its labels allow, and where they stand.

    Where some have no room in the tallest plane, they alone are left to those who ask for the title of their point.
    """
    height = (above.right - above.left) * FLAT
    for attempt in range(TRIES):
        frame = Rectangle(above.left, above.top, above.right, above.top + height * GROWTH**attempt)
        scale = PlaneScale(frame, x, y)
        labels = _labels(plane, names, scale)
        if all(label.lines for label in labels):
            break
    return scale, labels


def _labels(plane: Plane, names: Sequence[tuple[str, ...]], scale: PlaneScale) -> list[Label]:
    """Return a place for every name that covers no dot, interval, cut or other name; no lines where it has none."""
    taken = OccupiedCells()
    for area in (area for point in plane.points for area in _filled(point, scale)):
        taken.add(area)
    for line in _cut_lines(plane, scale):
        taken.add(_around(line))
    labels = []
    for point, lines in zip(plane.points, names, strict=True):
        at = scale.place(point.x, point.y)
        widest = max(width_of(line, LABEL) for line in lines)
        size = widest + 2, len(lines) * _LEADING
        free = taken.nearest_free(at, size, scale.frame, away=DIAMOND + 2)
        if free is None:
            labels.append(Label((), Rectangle(0, 0, 0, 0), at))
            continue
        taken.add(free)
        labels.append(Label(lines, free, at))
    return labels


def _filled(point: Point, scale: PlaneScale) -> Iterator[Rectangle]:
    x, y = scale.place(point.x, point.y)
    yield Rectangle(x - DIAMOND - 1, y - DIAMOND - 1, x + DIAMOND + 1, y + DIAMOND + 1)
    yield from map(_around, _whiskers(point, scale))


def _around(line: Stroke) -> Rectangle:
    return Rectangle(
        line.x - 1.5, min(line.y, line.to_y) - 1.5, line.to_x + 1.5, max(line.y, line.to_y) + 1.5
    )


def _whiskers(point: Point, scale: PlaneScale) -> Iterator[Stroke]:
    """Yield the intervals of a point."""
    if point.across:
        (left, y), (right, _) = (scale.place(end, point.y) for end in point.across)
        yield Stroke(left, y, right, y, Tone.REFERENCE, 1.3)
    if point.along:
        (x, bottom), (_, top) = (scale.place(point.x, end) for end in point.along)
        yield Stroke(x, top, x, bottom, Tone.REFERENCE, 1.3)


def _cut_lines(plane: Plane, scale: PlaneScale) -> Iterator[Stroke]:
    frame = scale.frame
    if plane.x_cut is not None:
        x, _ = scale.place(plane.x_cut, scale.y.low)
        yield Stroke(x, frame.top, x, frame.bottom, Tone.INK, 1.2)
    if plane.y_cut is not None:
        _, y = scale.place(scale.x.low, plane.y_cut)
        yield Stroke(frame.left, y, frame.right, y, Tone.INK, 1.2)


def _draw_axes(
    plane: Plane,
    scale: PlaneScale,
    across: Sequence[str],
    heights: Sequence[str],
    named: Sequence[Rectangle],
    flow: Flow,
) -> None:
    """Put the lines and figures of both axes, those that have room, and the cuts over them; no line strikes a name."""
    frame = scale.frame
    widest = max(width_of(text, SMALL) for text in across) + 8
    every = max(1, ceil(widest * (len(across) - 1) / (frame.right - frame.left)))
    for place, (tick, text) in enumerate(zip(scale.x.ticks, across, strict=True)):
        x, _ = scale.place(tick, scale.y.low)
        names = [(area.top, area.bottom) for area in named if area.left < x < area.right]
        flow.put(
            *(Stroke(x, top, x, end, Tone.RULE) for top, end in _between(frame.top, frame.bottom, names))
        )
        if place % every == 0:
            flow.put(Words(x, frame.bottom + SMALL + 4, text, SMALL, Side.MIDDLE, Tone.MUTED))
    for tick, text in zip(scale.y.ticks, heights, strict=True):
        _, y = scale.place(scale.x.low, tick)
        names = [(area.left, area.right) for area in named if area.top < y < area.bottom]
        flow.put(*(Stroke(x, y, end, y, Tone.RULE) for x, end in _between(frame.left, frame.right, names)))
        flow.put(Words(frame.left - GAP, y + SMALL / 3, text, SMALL, Side.END, Tone.MUTED))
    flow.put(*_cut_lines(plane, scale))


def _between(start: float, end: float, gaps: Iterable[tuple[float, float]]) -> Iterator[tuple[float, float]]:
    """Yield from where to where a line runs that leaves *gaps* out."""
    for first, last in sorted(gaps):
        if start < first:
            yield start, first
        start = max(start, last)
    if start < end:
        yield start, end


def _drawn(point: Point, label: Label, scale: PlaneScale) -> Iterator[DrawnPart]:
    """Yield a point: its intervals, its dot, hollow where it is undecided, and its label, tied to it from afar."""
    x, y = label.at
    yield from _whiskers(point, scale)
    tone = own_color(point.label) or Tone.BAR
    if point.is_undecided:
        yield Dot(x, y, DIAMOND, Shape.DIAMOND, tone)
    else:
        yield Dot(x, y, DISC, Shape.DISC, tone)
    if not label.lines:
        return
    area = label.area
    near_x = min(max(x, area.left), area.right)
    near_y = min(max(y, area.top), area.bottom)
    if hypot(near_x - x, near_y - y) > DIAMOND + 9:
        yield Stroke(x, y, near_x, near_y, Tone.MUTED, 0.7)
    for place, line in enumerate(reversed(label.lines)):
        yield Words(area.left + 1, area.bottom - 4 - place * _LEADING, line, LABEL)


def _point_sentence(point: Point, quadrant: Quadrant, typesetter: Typesetter) -> str:
    """Return a point as one sentence, for those who cannot see it."""
    message = sentence(
        "{label}: {y} ({y_name}), {x} ({x_name})",
        label=point.label,
        y=_figure(point.y, point.along, quadrant.y_unit, quadrant.y_decimals, typesetter),
        y_name=quadrant.y_name,
        x=_figure(point.x, point.across, quadrant.x_unit, quadrant.x_decimals, typesetter),
        x_name=quadrant.x_name,
    )
    word = typesetter.word(point.place) if point.place else ""
    return legible(", ".join(filter(None, (typesetter.title(message), word))))


def _figure(
    value: float,
    interval: tuple[float, float] | None,
    unit: str,
    decimals: int | None,
    typesetter: Typesetter,
) -> str:
    figure = typesetter.figure(value, unit, decimals if typesetter.decimals is None else None)
    return f"{figure}, {typesetter.interval(VALUE, *interval, unit)}" if interval else figure


def _description(quadrant: Quadrant, typesetter: Typesetter) -> str:
    parts = []
    for plane in quadrant.planes:
        points = Listing(
            tuple(_point_sentence(point, quadrant, typesetter) for point in plane.points), last=";"
        )
        parts.append(typesetter.title(sentence("{title}: {marks}", title=plane.title, marks=points)))
    return legible(" ".join(f"{part}." for part in parts))
