"""Share the width of a picture among labels, figures and what stands at the edge."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from phare_cli.drawing.axis import Axis
from phare_cli.drawing.texts import MarkText, SectionText
from phare_cli.language.letters import broken_lines, width_of

TEXT, SMALL = 12.0, 10.5
GAP = 8.0
# No part takes more of the width than this, and figures keep at least _LEAST of it to be drawn in.
_LABELS, _ASIDE, _LEAST = 0.36, 0.22, 60.0
# In a picture narrower than this, labels stand above their bars.
_NARROW = 480.0
# What the strip of ranks takes of the width, and how long it is at most.
_STRIP, _LONGEST = 0.16, 84.0


@dataclass(frozen=True, slots=True)
class RankStrip:
    """Where ranks stand, before their words: the first at *left*, the *last* at *right*."""

    left: float
    right: float
    last: int

    def place(self, rank: int) -> float:
        """Return where a rank stands."""
        return self.left + (rank - 1) / (self.last - 1) * (self.right - self.left)


@dataclass(frozen=True, slots=True)
class Widths:
    """Where things stand: axes run from *left* to *right*, what is beside them ends at *edge*.

    Labels fill *label_width* from *label_left*, before their bars or, where *is_stacked*, above them. *ranks* is where
    the rank intervals of dots are drawn.
    """

    label_left: float
    label_width: float
    is_stacked: bool
    left: float
    right: float
    edge: float
    aside_width: float
    axes: Mapping[str, Axis]
    ranks: RankStrip | None = None

    def place(self, value: float, unit: str) -> float:
        """Return where *value* stands on the axis of *unit*."""
        return self.left + self.axes[unit].share(value) * (self.right - self.left)

    def ticks(self, unit: str, widest: float) -> tuple[float, ...]:
        """Return the ticks of *unit* whose figures, at most *widest*, have room beside one another; zero is one."""
        ticks = self.axes[unit].ticks
        room = (self.right - self.left) / (len(ticks) - 1)
        every = next((every for every in range(1, len(ticks)) if every * room >= widest + GAP), len(ticks))
        return tuple(tick for place, tick in enumerate(ticks) if (place - ticks.index(0.0)) % every == 0)


def grid_of(blocks: Sequence[SectionText], axes: Mapping[str, Axis], *, left: float, edge: float) -> Widths:
    """Return the grid in which every line stands, one for a whole picture so that panels line up."""
    lines = [line for block in blocks for line in block.lines]
    width = edge - left
    is_stacked = width < _NARROW
    labels = min(_widest((line.label for line in lines), TEXT) + 1, _LABELS * width)
    last = max((line.mark.ranks[1] for line in lines if line.mark.is_dot and line.mark.ranks), default=1)
    strip = min(_STRIP * width, _LONGEST) if last > 1 else 0.0
    words = _widest((line.aside for line in lines), TEXT, is_bold=True)
    aside = max(
        words + (strip + 2 * GAP if strip else 0.0),
        _widest((block.aside for block in blocks), SMALL),
        min(
            _widest((text for line in lines for text in (line.interval, line.remark)), SMALL), _ASIDE * width
        ),
    )
    figure = max(
        _widest((line.figure for line in lines), TEXT, is_bold=True),
        _widest((line.reference for line in lines), TEXT),
    )
    start = left if is_stacked else left + labels + GAP
    end = max(edge - figure - 2 * GAP - (aside + GAP if aside else 0.0), start + _LEAST)
    if any(_overlaps(line, axes[line.unit], end - start, figure + 2 * GAP) for line in lines):
        start = min(start + figure + 2 * GAP, end - _LEAST)
    before = edge - words - GAP
    ranks = RankStrip(before - strip, before, last) if strip else None
    return Widths(left, width if is_stacked else labels, is_stacked, start, end, edge, aside, axes, ranks)


def _widest(texts: Iterable[str], size: float, *, is_bold: bool = False) -> float:
    return max((width_of(text, size, is_bold=is_bold) for text in texts), default=0.0)


def _overlaps(line: MarkText, axis: Axis, room: float, figure: float) -> bool:
    """Tell whether a figure left of its mark, a dumbbell's or one below zero, would reach over the axis's start."""
    mark = line.mark
    ends = [end for end in (mark.value, mark.low, mark.reference) if end is not None]
    return any((line.reference or end < 0) and axis.share(end) * room < figure for end in ends)


def label_lines(line: MarkText, grid: Widths) -> tuple[str, ...]:
    """Return the label of a line as it is broken beside its bar, or above it."""
    return broken_lines(line.label, grid.label_width, TEXT, most=4)


def remark_lines(line: MarkText, grid: Widths) -> tuple[str, ...]:
    """Return what is said below the aside of a line, as it is broken at the edge."""
    return tuple(
        part
        for text in (line.interval, line.remark)
        if text
        for part in broken_lines(text, grid.aside_width, SMALL)
    )
