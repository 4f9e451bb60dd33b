"""The plane of two prisms: a letter a point, what high is above as lines, and what each letter stands for."""

from __future__ import annotations

from collections.abc import Sequence
from string import ascii_letters

from rich.cells import cell_len

from phare_cli.drawing.axis import Axis
from phare_cli.drawing.quadrant import axes_of_planes
from phare_cli.nouns.chart import Plane, Point, Quadrant
from phare_cli.nouns.message import sentence
from phare_cli.rendering.screen.screen_page import BOLD, CYAN, DIM, Ink, ScreenPage, shown

TALL, WIDE = 16, 64  # lines and columns of a plane, at most

CUTS = sentence("Long lines: what high is above.")


def put_quadrant(chart: Quadrant, page: ScreenPage) -> None:
    """Put a plane a region and round, all of them on the same axes, its points named below it."""
    axes = axes_of_planes(chart)
    if axes is None:
        return
    for plane in chart.planes:
        page.heading(plane.title)
        _put_plane(plane, chart, *axes, page)


def _put_plane(plane: Plane, chart: Quadrant, x: Axis, y: Axis, page: ScreenPage) -> None:
    ends = [shown(page.typesetter.figure(end, chart.y_unit, y.decimals)) for end in (y.high, y.low)]
    before = max(map(cell_len, ends)) + 1
    wide = max(min(WIDE, page.columns - before - 1), 20)
    letters = _letters(plane.points)
    cells = _cells(plane, x, y, wide, letters, is_unicode=page.look.unicode)
    page.put([Ink(f"{'↑' if page.look.unicode else '^'} {page.say(chart.y_name)}", DIM)])
    signs = set(letters)
    for number, row in enumerate(cells):
        end = ends[0] if number == 0 else ends[1] if number == TALL - 1 else ""
        parts = [Ink(" " * (before - 1 - cell_len(end)) + end + " ", DIM)]
        parts += [Ink(cell, BOLD if cell in signs else DIM) for cell in row]
        page.put(parts)
    low, high = (shown(page.typesetter.figure(end, chart.x_unit, x.decimals)) for end in (x.low, x.high))
    page.put([Ink(" " * before + low + " " * (wide - cell_len(low) - cell_len(high)) + high, DIM)])
    arrow = "→" if page.look.unicode else ">"
    page.wrapped(f"{page.say(chart.x_name)} {arrow}", DIM, indent=before)
    page.skip()
    if plane.x_cut is not None or plane.y_cut is not None:
        page.wrapped(page.say(CUTS), DIM)
    page.legend(
        [
            (Ink(letter, CYAN), _named(point, chart, page))
            for point, letter in zip(plane.points, letters, strict=True)
        ]
    )


def _letters(points: Sequence[Point]) -> str:
    """Return a letter for each point; those that no letter is left for share a sign."""
    return (ascii_letters + "+" * len(points))[: len(points)]


def _cells(plane: Plane, x: Axis, y: Axis, wide: int, letters: str, *, is_unicode: bool) -> list[list[str]]:
    """Return the lines of a plane; of points that would cover one another, the later stands beside."""
    across, down, both = ("─", "│", "┼") if is_unicode else ("-", "|", "+")
    cells = [[" "] * wide for _ in range(TALL)]

    def column(value: float) -> int:
        return min(max(round(x.share(value) * (wide - 1)), 0), wide - 1)

    def line(value: float) -> int:
        return min(max(round((1 - y.share(value)) * (TALL - 1)), 0), TALL - 1)

    if plane.y_cut is not None:
        cells[line(plane.y_cut)] = [across] * wide
    if plane.x_cut is not None:
        at = column(plane.x_cut)
        for row in cells:
            row[at] = both if row[at] == across else down
    taken: set[tuple[int, int]] = set()
    for point, letter in zip(plane.points, letters, strict=True):
        number, at = line(point.y), column(point.x)
        free = next((place for place in _near(at, wide) if (number, place) not in taken), at)
        taken.add((number, free))
        cells[number][free] = letter
    return cells


def _near(at: int, wide: int) -> list[int]:
    """Return the columns from the nearest to *at* to the farthest."""
    return sorted(range(wide), key=lambda place: (abs(place - at), place))


def _named(point: Point, chart: Quadrant, page: ScreenPage) -> str:
    is_asked = page.typesetter.decimals is not None
    figures = (
        page.typesetter.figure(point.y, chart.y_unit, None if is_asked else chart.y_decimals),
        page.typesetter.figure(point.x, chart.x_unit, None if is_asked else chart.x_decimals),
    )
    said = page.say(sentence("{label}: {figure}", label=point.label, figure=" · ".join(figures)))
    word = page.typesetter.word(point.place) if point.place else ""
    return ", ".join(filter(None, (said, word)))
