"""A picture of letters as it grows downwards: titles, rows that share the columns of a screen, legends, a foot."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby
from typing import NamedTuple

from rich.cells import cell_len

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Message
from phare_cli.rendering.look import Look
from phare_cli.rendering.visible import one_line, visible
from phare_cli.rendering.wrapping import longest_word, wrap_columns

PIPED = 80  # columns where no terminal says how many it has
BOLD, DIM, CYAN = "1", "2", "36"
LONGEST, SHORTEST = 60, 16  # columns of what is drawn in a row
_LABELS = 0.36  # of the screen, at most
_BETWEEN = 2
_NARROWEST = 12  # columns of a label


class Ink(NamedTuple):
    """Letters of one style, a code of ECMA-48."""

    text: str
    style: str = ""


class ScreenRow(NamedTuple):
    """A row: its label, what draws it in so many columns, figures at the edge, and what may go below them."""

    label: str
    draw: Callable[[int], Sequence[Ink]]
    figures: tuple[Ink, ...]
    remark: str = ""


class RowRoom(NamedTuple):
    """The columns of labels, of what is drawn and of each figure; *is_stacked*: labels stand above."""

    label: int
    drawn: int
    figures: tuple[int, ...]
    is_stacked: bool


class ScreenPage:
    """What has been put on a screen, in lines."""

    def __init__(self, look: Look, typesetter: Typesetter) -> None:
        self.look = look
        self.typesetter = typesetter
        self.columns = look.width or PIPED
        self._lines: list[str] = []

    def say(self, message: Message) -> str:
        """Return a sentence on one line, with what nobody could see spelled."""
        return shown(self.typesetter.say(message))

    def title(self, message: Message) -> None:
        """Put the title of the whole."""
        self.wrapped(shown(self.typesetter.title(message)), BOLD)

    def text(self, message: Message) -> None:
        """Put a sentence below what is there."""
        self.wrapped(shown(self.typesetter.title(message)), "")

    def heading(self, message: Message) -> None:
        """Put the title of a part, after a blank line; nothing where it has none."""
        if message.text:
            self.skip()
            self.wrapped(shown(self.typesetter.title(message)), BOLD)

    def skip(self) -> None:
        """Leave one line, where none is left."""
        if self._lines and self._lines[-1]:
            self._lines.append("")

    def wrapped(self, text: str, style: str, *, indent: int = 0) -> None:
        """Put *text* in as many lines as it needs, after as many blanks."""
        if text:
            for line in wrap_columns(text, self.columns - indent, cell_len):
                self.put([Ink(" " * indent), Ink(line, style)])

    def put(self, parts: Iterable[Ink]) -> None:
        """Put one line; letters of one style that stand together are told once."""
        line = ""
        for style, run in groupby(parts, key=lambda part: part.style):
            text = "".join(part.text for part in run)
            line += f"\x1b[{style}m{text}\x1b[0m" if self.look.color and style and text else text
        self._lines.append(line.rstrip(" "))

    def legend(self, entries: Sequence[tuple[Ink, str]]) -> None:
        """Put signs before what they mean, as many in a line as have room."""
        line: list[Ink] = []
        used = 0
        for sign, meaning in entries:
            text = shown(meaning)
            wide = cell_len(sign.text) + 1 + cell_len(text)
            if line and used + 2 + wide > self.columns:
                self.put(line)
                line, used = [], 0
            if wide > self.columns:
                first, *rest = wrap_columns(text, self.columns - cell_len(sign.text) - 1, cell_len)
                self.put([sign, Ink(f" {first}")])
                for each in rest:
                    self.put([Ink(" " * (cell_len(sign.text) + 1) + each)])
                continue
            line += [Ink("  " if line else ""), sign, Ink(f" {text}")]
            used += wide + (2 if used else 0)
        if line:
            self.put(line)

    def room_of(self, rows: Sequence[ScreenRow], heads: Sequence[str] = (), drawn: int = 0) -> RowRoom:
        """Share the columns among the parts of *rows*, under *heads* of their figures.

        What is drawn takes *drawn* columns, as many as there is room for where that is 0.
        """
        words = [longest_word([head], cell_len) for head in heads]
        count = max((len(row.figures) for row in rows), default=0)
        figures = tuple(
            max(
                max(
                    (cell_len(row.figures[place].text) for row in rows if place < len(row.figures)), default=0
                ),
                words[place] if place < len(words) else 0,
            )
            for place in range(count)
        )
        beside = sum(wide + _BETWEEN for wide in figures if wide)
        widest = max((cell_len(row.label) for row in rows), default=0)
        label = min(widest, max(_NARROWEST, int(_LABELS * self.columns)))
        remark = max((cell_len(row.remark) for row in rows), default=0)
        if drawn:
            rest = self.columns - drawn - beside - _BETWEEN
            beside_remark = rest - (remark + _BETWEEN if remark else 0)
            label = min(widest, beside_remark if beside_remark >= _NARROWEST else rest)
            is_stacked = label < min(widest, _NARROWEST)
            return RowRoom(0 if is_stacked else label, drawn, figures, is_stacked)
        left = self.columns - label - _BETWEEN - beside
        if remark and left - _BETWEEN - remark >= SHORTEST:
            left -= _BETWEEN + remark
        if left >= SHORTEST:
            return RowRoom(label, min(left, LONGEST), figures, is_stacked=False)
        left = self.columns - beside
        return RowRoom(0, max(min(left, LONGEST), SHORTEST // 2), figures, is_stacked=True)

    def rows(self, rows: Sequence[ScreenRow], room: RowRoom) -> None:
        """Put *rows* in their *room*."""
        for row in rows:
            labels = wrap_columns(row.label, self.columns if room.is_stacked else room.label, cell_len)
            if room.is_stacked:
                for line in labels:
                    self.put([Ink(line)])
                labels = [""]
            first = labels[0] + " " * (room.label - cell_len(labels[0]))
            before = [] if room.is_stacked else [Ink(first), Ink(" " * _BETWEEN)]
            parts = [*before, *row.draw(room.drawn)]
            for figure, wide in zip(row.figures, room.figures, strict=False):
                if wide:
                    parts += [Ink(" " * (wide - cell_len(figure.text) + _BETWEEN)), figure]
            used = sum(cell_len(part.text) for part in parts)
            is_beside = bool(row.remark) and used + _BETWEEN + cell_len(row.remark) <= self.columns
            if is_beside:
                parts += [Ink(" " * _BETWEEN), Ink(row.remark, DIM)]
            self.put(parts)
            for line in labels[1:]:
                self.put([Ink(line)])
            if row.remark and not is_beside:
                self.wrapped(row.remark, DIM, indent=4)

    def heads(self, heads: Sequence[str], room: RowRoom) -> None:
        """Put the names of the figures at the edge above them."""
        if not any(heads):
            return
        blanks = " " * (0 if room.is_stacked else room.label + _BETWEEN) + " " * room.drawn
        placed = [
            (wrap_columns(head, wide, cell_len), wide)
            for head, wide in zip(heads, room.figures, strict=False)
            if wide
        ]
        high = max(len(lines) for lines, _ in placed)
        for number in range(high):
            parts = [Ink(blanks)]
            for lines, wide in placed:
                at = number - (high - len(lines))
                text = lines[at].rstrip(" ") if at >= 0 else ""
                parts += [Ink(" " * (wide - cell_len(text) + _BETWEEN)), Ink(text, BOLD)]
            self.put(parts)

    def below(self, text: str, room: RowRoom) -> None:
        """Put *text* below what is drawn, a scale for one."""
        self.put([Ink(" " * (0 if room.is_stacked else room.label + _BETWEEN)), Ink(text, DIM)])

    def foot(self, lines: Sequence[Message]) -> None:
        """Put the lines below the picture."""
        self.skip()
        for line in lines:
            self.wrapped(self.say(line), DIM)

    def whole(self) -> str:
        """Return all that was put, each line ended."""
        while self._lines and not self._lines[-1]:
            self._lines.pop()
        return "".join(f"{line}\n" for line in self._lines)


def shown(text: str) -> str:
    """Return *text* on one line, with what nobody could see spelled."""
    return one_line(visible(text))
