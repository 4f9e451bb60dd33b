"""Draw lines in a frame: its scale and its waves, bands, steps, points, and the figures that have room beside them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from phare_cli.drawing.axis import Axis
from phare_cli.drawing.labelling import OccupiedCells, Rectangle
from phare_cli.drawing.sheet import Area, Dot, DrawnPart, Paint, Shape, Side, Stroke, Tone, Words
from phare_cli.drawing.time_texts import LineText
from phare_cli.drawing.widths import GAP, SMALL
from phare_cli.language.letters import broken_lines, width_of
from phare_cli.nouns.time_chart import WavePoint

POINT = 4.5
HEAVY, LIGHT = 3.2, 1.3
INSET = 18.0  # between the scale and the first wave, for its figures


@dataclass(frozen=True, slots=True)
class TimeFrame:
    """Where figures of a section stand: waves across, figures upwards."""

    area: Rectangle
    axis: Axis
    moments: tuple[float, ...]

    def across(self, place: int) -> float:
        """Return where a wave stands."""
        left = self.area.left + INSET
        return left + self.moments[place] * (self.area.right - left)

    def upwards(self, value: float) -> float:
        """Return how high a figure stands."""
        return self.area.bottom - self.axis.share(value) * (self.area.bottom - self.area.top)

    def place(self, point: WavePoint) -> tuple[float, float]:
        """Return where a figure stands."""
        return self.across(point.place), self.upwards(point.value)


def grid(frame: TimeFrame, ticks: Sequence[str], words: Iterable[Words] = ()) -> Iterator[DrawnPart]:
    """Yield a line a figure of the scale, which strikes none of *words*, and an upright a wave."""
    area = frame.area
    spans = [(word.x - width_of(word.text, word.size) / 2 - 2, word) for word in words]
    for tick, text in zip(frame.axis.ticks, ticks, strict=True):
        y = frame.upwards(tick)
        if text:
            tone = Tone.MUTED if tick == 0 else Tone.RULE
            x = area.left - 4
            for left, word in sorted(spans, key=lambda span: span[0]):
                if word.y - word.size < y < word.y + 0.3 * word.size:
                    if x < left:
                        yield Stroke(x, y, left, y, tone)
                    x = max(x, 2 * word.x - left)
            yield Stroke(x, y, max(x, area.right + 4), y, tone)
            yield Words(area.left - 8, y + SMALL / 3, text, SMALL, Side.END, Tone.MUTED)
    for place in range(len(frame.moments)):
        x = frame.across(place)
        yield Stroke(x, area.bottom, x, area.bottom + 4, Tone.MUTED)


def wave_names(frame: TimeFrame, waves: Sequence[str], left: float, right: float) -> Iterator[Words]:
    """Yield the names of waves below their places: the last, the first, and those between that have room.

    They stand between *left* and *right*, in two lines where one is too short.
    """
    most = (right - left - GAP) / 2 if len(waves) > 1 else right - left
    spans: list[tuple[float, float]] = []
    for place in dict.fromkeys((len(waves) - 1, 0, *range(len(waves)))):
        lines = broken_lines(waves[place], most, SMALL, most=2)
        width, x = max(width_of(line, SMALL) for line in lines), frame.across(place)
        x = min(max(x, left + width / 2), right - width / 2)
        if any(x - width / 2 < end + GAP and begin - GAP < x + width / 2 for begin, end in spans):
            continue
        spans.append((x - width / 2, x + width / 2))
        for row, line in enumerate(lines):
            y = frame.area.bottom + SMALL + 7 + row * (SMALL + 2)
            yield Words(x, y, line, SMALL, Side.MIDDLE, Tone.MUTED)


def bands(line: LineText, frame: TimeFrame, tone: Paint) -> Iterator[DrawnPart]:
    """Yield the interval of each figure: a band along what is joined, an upright for a figure by itself."""
    points = {point.place: point for point in line.line.points}
    joined: set[int] = set()
    for step in line.line.steps:
        first, last = points[step.start], points[step.end]
        if not step.is_joined or None in (first.low, first.high, last.low, last.high):
            continue
        joined |= {step.start, step.end}
        yield Area(
            tuple(
                (frame.across(point.place), frame.upwards(end or 0.0))
                for point, end in (
                    (first, first.low),
                    (last, last.low),
                    (last, last.high),
                    (first, first.high),
                )
            ),
            tone,
        )
    for point in line.line.points:
        if point.place not in joined and point.low is not None and point.high is not None:
            x = frame.across(point.place)
            yield Stroke(x, frame.upwards(point.low), x, frame.upwards(point.high), tone, 1.0)


def drawn_line(
    line: LineText, frame: TimeFrame, style: tuple[Paint, Shape]
) -> list[tuple[str, list[DrawnPart]]]:
    """Return the steps of a line, then its points, each with what it says."""
    tone, shape = style
    points = {point.place: point for point in line.line.points}
    groups: list[tuple[str, list[DrawnPart]]] = []
    for step, described in zip(line.line.steps, line.steps, strict=True):
        if step.is_joined:
            (x, y), (to_x, to_y) = (frame.place(points[place]) for place in (step.start, step.end))
            width = HEAVY if step.is_established else LIGHT
            groups.append((described, [Stroke(x, y, to_x, to_y, tone, width, is_dotted=not step.is_tested)]))
    for point, described in zip(line.line.points, line.sentences, strict=True):
        x, y = frame.place(point)
        groups.append((described, [Dot(x, y, POINT, shape, tone, is_hollow=point.is_weak)]))
    return groups


def take(part: DrawnPart, taken: OccupiedCells) -> None:
    """Take what a dot or a stroke covers, a slanted stroke in short pieces."""
    if isinstance(part, Dot):
        taken.add(Rectangle(part.x - POINT - 1, part.y - POINT - 1, part.x + POINT + 1, part.y + POINT + 1))
    if isinstance(part, Stroke):
        pieces = max(1, int(max(abs(part.to_x - part.x), abs(part.to_y - part.y)) // 4))
        for piece in range(pieces):
            x, y, to_x, to_y = (
                start + (end - start) * share / pieces
                for share in (piece, piece + 1)
                for start, end in ((part.x, part.to_x), (part.y, part.to_y))
            )
            half = part.width / 2 + 0.5
            taken.add(
                Rectangle(min(x, to_x) - half, min(y, to_y) - half, max(x, to_x) + half, max(y, to_y) + half)
            )


def figures_beside(line: LineText, frame: TimeFrame, taken: OccupiedCells, tone: Paint) -> Iterator[Words]:
    """Yield the figures of a line that have room beside their points, but for the last, which stands by its name."""
    for point, figure in list(zip(line.line.points, line.figures, strict=True))[:-1]:
        x, y = frame.place(point)
        width, height = width_of(figure, SMALL) + 2, SMALL + 2
        for middle in (y - POINT - height / 2 - 1, y + POINT + height / 2 + 1):
            area = Rectangle(x - width / 2, middle - height / 2, x + width / 2, middle + height / 2)
            is_inside = frame.area.top - 14 < area.top and area.bottom < frame.area.bottom
            if is_inside and taken.is_free(area):
                taken.add(area)
                yield Words(x, area.bottom - 2.5, figure, SMALL, Side.MIDDLE, tone)
                break
