"""Bars, dots with their intervals, and figures beside their reference: a row a mark over one scale."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from phare_cli.drawing.axis import Axis
from phare_cli.drawing.layout import axes_of
from phare_cli.drawing.texts import VALUE, MarkText, SectionText, blocks_of
from phare_cli.nouns.chart import Chart
from phare_cli.nouns.message import Message, sentence, verbatim
from phare_cli.nouns.small_multiples import SmallMultiples
from phare_cli.rendering.screen.screen_page import BOLD, CYAN, DIM, Ink, RowRoom, ScreenPage, ScreenRow, shown

EIGHTHS = ("", "▏", "▎", "▍", "▌", "▋", "▊", "▉")
WEAK = sentence("too imprecise to rely on")


def put_chart(chart: Chart | SmallMultiples, page: ScreenPage) -> None:
    """Put the sections of *chart* under one another; those of one unit share a scale."""
    blocks = blocks_of(chart, page.typesetter)
    axes = axes_of(blocks)
    drawn = [[_row(line, axes[line.unit], page) for line in block.lines] for block in blocks]
    heads = [("", *(("",) if block.ends else ()), shown(block.aside)) for block in blocks]
    widest = max(heads, key=lambda names: len(names[-1]), default=())
    room = page.room_of([row for rows in drawn for row in rows], widest)
    for block, rows, names in zip(blocks, drawn, heads, strict=True):
        page.heading(verbatim(block.title) if block.title else Message(""))
        _name_marks(block, page)
        page.heads(names, room)
        left = list(rows)
        for title, lines in block.panels:
            if title:
                page.heading(verbatim(title))
            page.rows(left[: len(lines)], room)
            del left[: len(lines)]
        if any(line.mark.value is not None for line in block.lines):
            page.below(_scale(axes[block.unit], block.unit, room, page), room)


def _name_marks(block: SectionText, page: ScreenPage) -> None:
    """Say what stands for which figure, where two do, and what is drawn lightly."""
    if block.ends:
        disc, diamond = _signs(page)
        page.skip()
        page.legend([(Ink(disc, CYAN), block.ends[0]), (Ink(diamond), block.ends[1])])
    elif any(line.mark.is_weak for line in block.lines):
        sign = _weak_dot(page) if block.lines[0].mark.is_dot else _weak_fill(page) * 2
        page.skip()
        page.legend([(Ink(sign, CYAN), page.say(WEAK))])


def _signs(page: ScreenPage) -> tuple[str, str]:
    return ("●", "◇") if page.look.unicode else ("*", "o")


def _weak_dot(page: ScreenPage) -> str:
    return "○" if page.look.unicode else "o"


def _weak_fill(page: ScreenPage) -> str:
    return "░" if page.look.unicode else "-"


def _row(line: MarkText, axis: Axis, page: ScreenPage) -> ScreenRow:
    mark = line.mark
    figures = [Ink(shown(line.figure), BOLD)]
    if line.reference:
        figures.append(Ink(shown(line.reference), DIM))
    figures.append(Ink(shown(line.aside), BOLD if mark.is_established else ""))
    interval = line.interval
    if not line.reference and mark.low is not None and mark.high is not None:
        interval = page.typesetter.interval(VALUE, mark.low, mark.high, line.unit)
    return ScreenRow(
        shown(line.label),
        lambda width: _drawn(line, axis, width, page),
        tuple(figures),
        shown(", ".join(filter(None, (interval, line.remark)))),
    )


def _drawn(line: MarkText, axis: Axis, width: int, page: ScreenPage) -> Sequence[Ink]:
    mark = line.mark
    if mark.value is None:
        return [Ink(" " * width)]
    if mark.is_dot or line.reference:
        return [Ink(_on_a_line(line, axis, width, page), CYAN)]
    return [Ink(_bar(axis.share(0.0), axis.share(mark.value), width, page, is_weak=mark.is_weak), CYAN)]


def _bar(zero: float, end: float, width: int, page: ScreenPage, *, is_weak: bool) -> str:
    """Return a bar from *zero* to *end*, shares of *width*; one that shows where there is any figure but zero."""
    full = "█" if page.look.unicode else "#"
    fill = _weak_fill(page) if is_weak else full
    start, stop = sorted((zero, end))
    first = round(start * width)
    if zero == 0.0 and fill == "█":
        whole, eighths = divmod(max(round(end * width * 8), end > 0), 8)
        text = full * whole + EIGHTHS[eighths]
    else:
        text = " " * first + fill * max(round(stop * width) - first, int(start != stop))
    return text[:width] + " " * (width - cell_len(text))


def _on_a_line(line: MarkText, axis: Axis, width: int, page: ScreenPage) -> str:
    """Return a dot with its interval, or a figure joined to its reference."""
    mark = line.mark
    rule, left, right = ("─", "├", "┤") if page.look.unicode else ("-", "|", "|")
    disc, diamond = _signs(page)
    cells = [" "] * width

    def at(value: float) -> int:
        return min(max(round(axis.share(value) * (width - 1)), 0), width - 1)

    ends = (mark.low, mark.high) if mark.is_dot else (mark.value, mark.reference)
    known = sorted(at(end) for end in ends if end is not None)
    for place in range(known[0], known[-1] + 1) if known else ():
        cells[place] = rule
    if mark.is_dot and known:
        cells[known[0]], cells[known[-1]] = left, right
    if not mark.is_dot and mark.reference is not None:
        cells[at(mark.reference)] = diamond
    if mark.value is not None:
        cells[at(mark.value)] = _weak_dot(page) if mark.is_weak else disc
    return "".join(cells)


def _scale(axis: Axis, unit: str, room: RowRoom, page: ScreenPage) -> str:
    """Return the figures of a scale below what is drawn: as many, at even distances from zero, as have room."""
    zero = axis.ticks.index(0.0)
    for every in range(1, len(axis.ticks) + 1):
        line = ""
        for place, tick in enumerate(axis.ticks):
            if (place - zero) % every:
                continue
            text = shown(page.typesetter.figure(tick, unit, axis.decimals))
            middle = round(axis.share(tick) * (room.drawn - 1)) - cell_len(text) // 2
            at = min(max(middle, 0), room.drawn - cell_len(text))
            if line and at < len(line) + 2:
                break
            line += " " * (at - len(line)) + text
        else:
            return line
    return ""
