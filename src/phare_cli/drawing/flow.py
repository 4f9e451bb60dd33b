"""A picture as it grows downwards. Knows where the next part goes, not what it means."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from phare_cli.drawing.sheet import DescribedGroup, DrawnPart, Sheet, Tone, Words
from phare_cli.drawing.widths import SMALL
from phare_cli.language.letters import broken_lines

MARGIN = 16.0
# A title takes two lines at most in the largest of these letters in which it does; one that is longer has the smallest.
TITLES = (16.0, 14.0, 13.0)
_SUBTITLE = 12.0


@dataclass(slots=True)
class Flow:
    """What has been put on a picture of some width, and how far down that goes."""

    width: float
    y: float = MARGIN
    parts: list[DrawnPart | DescribedGroup] = field(default_factory=list)

    @property
    def left(self) -> float:
        """Where texts begin."""
        return MARGIN

    @property
    def edge(self) -> float:
        """Where texts must end."""
        return self.width - MARGIN

    def skip(self, height: float) -> None:
        """Leave room."""
        self.y += height

    def put(self, *parts: DrawnPart | DescribedGroup) -> None:
        """Put parts where they say."""
        self.parts.extend(parts)

    def write(
        self,
        text: str,
        size: float,
        *,
        leading: float,
        tone: Tone = Tone.INK,
        is_bold: bool = False,
        room: float | None = None,
    ) -> None:
        """Write *text* below what is there, in lines of at most *room*; *leading* stands above each line."""
        if not text:
            return
        for line in broken_lines(text, room or self.edge - self.left, size, is_bold=is_bold):
            self.y += size + leading
            # Letters such as g reach below their line by about a fifth of the size.
            self.put(Words(self.left, self.y - size / 5, line, size, tone=tone, is_bold=is_bold))

    def head(self, title: str, subtitle: str) -> None:
        """Write what a picture is called, or finds, and what it is about."""
        room = self.edge - self.left
        fitting = (size for size in TITLES if len(broken_lines(title, room, size, is_bold=True)) <= 2)
        self.write(title, next(fitting, TITLES[-1]), leading=4.0, is_bold=True)
        self.write(subtitle, _SUBTITLE, leading=6.0, tone=Tone.MUTED)

    def foot(self, lines: Iterable[str]) -> None:
        """Write the notes and the sources of a picture."""
        for line in lines:
            self.write(line, SMALL, leading=4.0, tone=Tone.MUTED)
            self.skip(2.0)

    def sheet(self, title: str, description: str) -> Sheet:
        """Return the picture as it stands, with a margin below."""
        return Sheet(self.width, self.y + MARGIN, title, description, tuple(self.parts))
