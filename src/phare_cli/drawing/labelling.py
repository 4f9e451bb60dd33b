"""Find room for a label beside its point, on what is not taken yet. Knows rectangles, no text."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, hypot, pi, sin

# Rings around a point that are tried before anywhere else, how far apart, and in how many directions.
REACH, STEP, ANGLES = 5, 7.0, 16
CELL = 32.0


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle that something fills."""

    left: float
    top: float
    right: float
    bottom: float

    def overlaps(self, other: Rectangle) -> bool:
        """Tell whether the two share any room."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def holds(self, other: Rectangle) -> bool:
        """Tell whether *other* lies within."""
        return (
            self.left <= other.left
            and other.right <= self.right
            and self.top <= other.top
            and other.bottom <= self.bottom
        )


@dataclass(slots=True)
class OccupiedCells:
    """What has been taken, by the cells of a coarse grid that it touches."""

    cells: dict[tuple[int, int], list[Rectangle]] = field(default_factory=dict)

    def add(self, area: Rectangle) -> None:
        """Take *area*."""
        for cell in _cells(area):
            self.cells.setdefault(cell, []).append(area)

    def is_free(self, area: Rectangle) -> bool:
        """Tell whether nothing of *area* is taken."""
        return not any(area.overlaps(other) for cell in _cells(area) for other in self.cells.get(cell, ()))

    def nearest_free(
        self, at: tuple[float, float], size: tuple[float, float], frame: Rectangle, *, away: float
    ) -> Rectangle | None:
        """Return a free rectangle of *size* within *frame*, at least *away* from *at*; None where there is none."""
        return next(
            (area for area in _places(at, size, frame, away) if frame.holds(area) and self.is_free(area)),
            None,
        )


def _cells(area: Rectangle) -> Iterator[tuple[int, int]]:
    for column in range(int(area.left // CELL), int(area.right // CELL) + 1):
        for row in range(int(area.top // CELL), int(area.bottom // CELL) + 1):
            yield column, row


def _places(
    at: tuple[float, float], size: tuple[float, float], frame: Rectangle, away: float
) -> Iterator[Rectangle]:
    """Yield where a label may stand: right of its point, around it, then anywhere in *frame*, the nearest first."""
    width, height = size
    for reach in range(REACH):
        radius = away + reach * STEP
        for turn in range(ANGLES):
            # Right, left, then by turns above and below.
            angle = 2 * pi / ANGLES * (turn // 2 if turn % 2 == 0 else ANGLES // 2 - turn // 2)
            angle = angle if turn < ANGLES // 2 else -angle
            x = at[0] + radius * cos(angle) + (width / 2) * cos(angle)
            y = at[1] - radius * sin(angle) - (height / 2) * sin(angle)
            yield Rectangle(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
    columns, rows = (
        max(int(room), 0)
        for room in ((frame.right - frame.left - width) / 12, (frame.bottom - frame.top) / height)
    )
    corners = (
        (frame.left + 1 + 12 * column, frame.top + 1 + height * row)
        for column in range(columns)
        for row in range(rows)
    )
    for left, top in sorted(
        corners, key=lambda corner: hypot(corner[0] + width / 2 - at[0], corner[1] + height / 2 - at[1])
    ):
        yield Rectangle(left, top, left + width, top + height)
