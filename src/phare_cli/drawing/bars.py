"""Draw one mark beside its label: a bar with its whisker, or a dumbbell. Knows places, no file format."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.drawing.sheet import Box, Dot, DrawnPart, Shape, Side, Stroke, Tone, Words
from phare_cli.drawing.texts import MarkText
from phare_cli.drawing.widths import SMALL, TEXT, RankStrip, Widths, label_lines, remark_lines

THICK, CAP, GAP = 13.0, 3.5, 6.0
# A diamond that a disc fits into: where both figures are the same, both are seen.
DISC, DIAMOND = 4.5, 8.0
RANK = 5.0  # how heavy a rank interval is; of one rank alone it is a square
_LEADING, _SMALL_LEADING = TEXT + 2.5, SMALL + 2.0


def height_of(line: MarkText, grid: Widths) -> float:
    """Return how tall the row of *line* is."""
    above, label = height_above(line, grid), len(label_lines(line, grid)) * _LEADING
    aside = (_LEADING if line.aside else 0.0) + len(remark_lines(line, grid)) * _SMALL_LEADING
    return above + max(THICK + 9.0, aside + 7.0, 0.0 if above else label + 7.0)


def height_above(line: MarkText, grid: Widths) -> float:
    """Return how much of a row a label takes that stands above its bar."""
    return len(label_lines(line, grid)) * _LEADING + 2.0 if grid.is_stacked else 0.0


def bar(line: MarkText, grid: Widths, top: float) -> Iterator[DrawnPart]:
    """Yield the row of a bar from zero, or of a dot: hollow where it is weak, with a whisker if it has an interval."""
    y = _middle(line, grid, top)
    yield from _around(line, grid, top, y)
    yield from bar_alone(line, grid, y)


def bar_alone(line: MarkText, grid: Widths, y: float) -> Iterator[DrawnPart]:
    """Yield a bar or a dot at the height *y*, with its whisker and its figure, and no label."""
    mark, zero = line.mark, grid.place(0.0, line.unit)
    if mark.value is None:
        yield Words(zero + GAP, y + TEXT / 3, line.figure, TEXT, tone=Tone.MUTED)
        return
    end = grid.place(mark.value, line.unit)
    ends = [end - DISC, end + DISC] if mark.is_dot else [end]
    if not mark.is_dot:
        yield Box(min(zero, end), y - THICK / 2, abs(end - zero), THICK, line.tone, is_hollow=mark.is_weak)
    if mark.low is not None and mark.high is not None:
        low, high = grid.place(mark.low, line.unit), grid.place(mark.high, line.unit)
        yield from _whisker(low, high, y, is_over=not mark.is_weak and not mark.is_dot)
        ends += [low, high]
    if mark.is_dot:
        yield Dot(end, y, DISC, Shape.DISC, line.tone, is_hollow=mark.is_weak)
    if mark.value < 0:
        yield Words(min(ends) - GAP, y + TEXT / 3, line.figure, TEXT, Side.END, is_bold=True)
    else:
        yield Words(max(ends) + GAP, y + TEXT / 3, line.figure, TEXT, is_bold=True)


def _whisker(low: float, high: float, y: float, *, is_over: bool) -> Iterator[DrawnPart]:
    """Yield an interval; where it lies over a full bar, paper keeps its line apart in grey as in colour."""
    for tone, width, more in ((Tone.PAPER, 3.6, 1.0), (Tone.INK, 1.3, 0.0))[not is_over :]:
        cap = CAP + more
        yield Stroke(low - more, y, high + more, y, tone, width)
        for x in (low, high):
            yield Stroke(x, y - cap, x, y + cap, tone, width)


def dumbbell(line: MarkText, grid: Widths, top: float) -> Iterator[DrawnPart]:
    """Yield the row of a disc and a hollow diamond, its reference, joined, each with its figure outside."""
    y = _middle(line, grid, top)
    yield from _around(line, grid, top, y)
    mark = line.mark
    if mark.value is None:
        yield Words(grid.place(0.0, line.unit) + GAP, y + TEXT / 3, line.figure, TEXT, tone=Tone.MUTED)
        return
    here = grid.place(mark.value, line.unit)
    if mark.reference is None:
        yield Dot(here, y, DISC, Shape.DISC, line.tone, is_hollow=mark.is_weak)
        yield Words(here + DISC + GAP, y + TEXT / 3, line.figure, TEXT, is_bold=True)
        return
    there = grid.place(mark.reference, line.unit)
    direction = 1 if here >= there else -1
    stop = there + direction * DIAMOND
    if (here - stop) * direction > 0:
        yield Stroke(stop, y, here, y, line.beside, 2.0)
    yield Dot(there, y, DIAMOND, Shape.DIAMOND, line.beside)
    yield Dot(here, y, DISC, Shape.DISC, line.tone, is_hollow=mark.is_weak)
    outer, inner = (Side.START, Side.END) if direction > 0 else (Side.END, Side.START)
    yield Words(here + direction * (DISC + GAP), y + TEXT / 3, line.figure, TEXT, outer, is_bold=True)
    yield Words(there - direction * (DIAMOND + GAP), y + TEXT / 3, line.reference, TEXT, inner, Tone.MUTED)


def _middle(line: MarkText, grid: Widths, top: float) -> float:
    """Return the height at which a mark is drawn: that of its row, below a label that stands above it."""
    return top + (height_of(line, grid) + height_above(line, grid)) / 2


def _around(line: MarkText, grid: Widths, top: float, y: float) -> Iterator[DrawnPart]:
    """Yield the label of a mark, and what stands at the edge after it."""
    labels = label_lines(line, grid)
    if grid.is_stacked:
        yield from lines_around(
            labels, grid.label_left, top + len(labels) * _LEADING / 2 + 2, side=Side.START
        )
    else:
        yield from lines_around(labels, grid.label_left + grid.label_width, y)
    remarks = remark_lines(line, grid)
    if line.aside:
        above = y - len(remarks) * _SMALL_LEADING / 2
        yield Words(grid.edge, above + TEXT / 3, line.aside, TEXT, Side.END, is_bold=line.mark.is_established)
        if grid.ranks is not None and line.mark.ranks is not None:
            yield from rank_interval(line.mark.ranks, grid.ranks, above)
        y += _LEADING / 2 + 0.5
    first = y - (len(remarks) - 1) * _SMALL_LEADING / 2 + SMALL / 3
    for place, remark in enumerate(remarks):
        yield Words(grid.edge, first + place * _SMALL_LEADING, remark, SMALL, Side.END, Tone.MUTED)


def rank_interval(ranks: tuple[int, int], strip: RankStrip, y: float) -> Iterator[DrawnPart]:
    """Yield the ranks that an item may have: heavy from the first of them to the last, on a line through all."""
    yield Stroke(strip.left, y, strip.right, y, Tone.RULE)
    low, high = map(strip.place, ranks)
    yield Stroke(low - RANK / 2, y, high + RANK / 2, y, Tone.REFERENCE, RANK)


def lines_around(lines: tuple[str, ...], x: float, y: float, *, side: Side = Side.END) -> Iterator[DrawnPart]:
    """Yield the lines of a label around *y*, from top to bottom."""
    first = y - (len(lines) - 1) * _LEADING / 2 + TEXT / 3
    for place, line in enumerate(lines):
        yield Words(x, first + place * _LEADING, line, TEXT, side)
