"""Lines over time: a small line of bars a series, its figures wave by wave, what each step of them bears."""

from __future__ import annotations

from collections.abc import Sequence

from rich.cells import cell_len

from phare_cli.drawing.axis import Axis, axis_of
from phare_cli.drawing.time_texts import LineText, TimeText, time_text
from phare_cli.nouns.message import Message, sentence, verbatim
from phare_cli.nouns.time_chart import TimeChart, WavePoint
from phare_cli.rendering.heights import height
from phare_cli.rendering.screen.mark_rows import WEAK
from phare_cli.rendering.screen.screen_page import BOLD, CYAN, DIM, Ink, RowRoom, ScreenPage, ScreenRow, shown

HEIGHT = sentence("Heights: from {low} to {high}.")
APART = sentence("A blank after a wave: no figure follows that can be set beside it.")
STEPS = sentence("After a figure: what the step from the figure before it bears.")
WHOLE = sentence(
    "At the edge: the last wave less the first, judged as in a comparison of these two waves alone."
)


def put_waves(chart: TimeChart, page: ScreenPage) -> None:
    """Put a row a series, the figures of as many waves as have room: all, or the first and the last."""
    sections = [time_text(section, page.typesetter) for section in chart.sections]
    units = dict.fromkeys(section.section.unit for section in sections)
    axes = {unit: axis_of(_figures(sections, unit), unit) for unit in units}
    has_steps = False
    for section in sections:
        axis = axes[section.section.unit]
        page.heading(verbatim(section.title) if section.title else Message(""))
        heads, rows, room = _fitting(section, axis, page)
        has_steps = has_steps or len(heads) == len(section.waves)
        if any(point.is_weak for line in section.lines for point in line.line.points):
            page.legend([(Ink("[ ]"), page.say(WEAK))])
        left = list(rows)
        for place, (title, lines) in enumerate(section.panels):
            if title:
                page.heading(verbatim(title))
            if place == 0:
                page.heads(heads, room)
            page.rows(left[: len(lines)], room)
            del left[: len(lines)]
        low, high = (
            shown(page.typesetter.figure(end, section.section.unit, axis.decimals))
            for end in (axis.low, axis.high)
        )
        page.skip()
        page.wrapped(page.say(Message(HEIGHT.text, {"low": low, "high": high})), DIM)
    drawn = [line for section in sections for line in section.lines]
    if any(_is_broken(line) for line in drawn):
        page.wrapped(page.say(APART), DIM)
    if has_steps:
        page.wrapped(page.say(STEPS), DIM)
    if any(line.change for line in drawn):
        page.wrapped(page.say(WHOLE), DIM)


def _is_broken(line: LineText) -> bool:
    return any(not step.is_joined for step in line.line.steps)


def _figures(sections: Sequence[TimeText], unit: str) -> list[float]:
    return [
        point.value
        for section in sections
        if section.section.unit == unit
        for line in section.lines
        for point in line.line.points
    ]


def _fitting(section: TimeText, axis: Axis, page: ScreenPage) -> tuple[list[str], list[ScreenRow], RowRoom]:
    """Return the heads and the rows of all waves, or of the first and the last where the rest have no room.

    Without the waves between, no step can be told from the change of the whole, and none is marked.
    """
    every = list(range(len(section.waves)))
    for places in (every, sorted({every[0], every[-1]})):
        heads = [shown(section.waves[place]) for place in places]
        rows = [_row(line, axis, places, len(every), page) for line in section.lines]
        room = page.room_of(rows, heads, drawn=2 * len(every))
        if room.drawn + sum(each + 2 for each in room.figures) <= page.columns:
            break
    return heads, rows, room


def _row(line: LineText, axis: Axis, places: Sequence[int], waves: int, page: ScreenPage) -> ScreenRow:
    points = {
        point.place: (point, figure) for point, figure in zip(line.line.points, line.figures, strict=True)
    }
    marks = {
        step.end: page.typesetter.word(step.verdict, "wave")[0]
        for step in line.line.steps
        if step.is_tested and len(places) == waves
    }
    figures = [_figure(points.get(place), marks.get(place, "")) for place in places]
    whole = line.line.whole
    change = Ink(shown(line.change), BOLD if whole is not None and whole.is_established else "")
    return ScreenRow(
        shown(line.label),
        lambda width: [Ink(_spark(line, axis, waves, page), CYAN)],
        (*figures, change),
        shown(line.remark),
    )


def _figure(found: tuple[WavePoint, str] | None, mark: str) -> Ink:
    if found is None:
        return Ink("–  ", DIM)
    point, figure = found
    text = f"[{shown(figure)}]" if point.is_weak else shown(figure)
    return Ink(f"{text} {mark or ' '}")


def _spark(line: LineText, axis: Axis, waves: int, page: ScreenPage) -> str:
    """Return two columns a wave: a height each, joined to the next where the line goes on."""
    joined = {step.start for step in line.line.steps if step.is_joined}
    cells = ["  "] * waves
    for point in line.line.points:
        level = height(axis.share(point.value), is_unicode=page.look.unicode)
        cells[point.place] = level + (level if point.place in joined else " ")
    return "".join(cells) + " " * (2 * waves - cell_len("".join(cells)))
