"""A picture over time to be drawn: lines through the waves of a survey, and what each step of them bears."""

from __future__ import annotations

from dataclasses import dataclass, field

from phare_cli.nouns.display import OwnWords, print_pretty, show_svg
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Source


@dataclass(frozen=True, slots=True)
class WavePoint:
    """One figure of a line, at the wave of that *place*. *is_weak* tells that it must not be relied upon."""

    place: int
    value: float
    low: float | None = None
    high: float | None = None
    remark: str = ""
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class WaveStep:
    """What lies between two waves of a line, *verdict* is one of phare's fixed words.

    *is_joined* tells that the line goes on: no wave lacks between, and the same question was asked of the same people.
    """

    start: int
    end: int
    gap: float
    verdict: str
    is_established: bool
    is_tested: bool
    is_joined: bool


@dataclass(frozen=True, slots=True)
class TimeLine:
    """The figures of one series in the order of time. *whole* is its last wave beside its first."""

    label: Message
    points: tuple[WavePoint, ...]
    steps: tuple[WaveStep, ...]
    whole: WaveStep | None = None


@dataclass(frozen=True, slots=True)
class TimePanel:
    """Lines that are read together, those of a group of respondents; *title* is empty where the section says all.

    *is_apart* asks for a frame a line, however few they are.
    """

    title: Message
    lines: tuple[TimeLine, ...]
    is_apart: bool = False


@dataclass(frozen=True, slots=True)
class TimeSection:
    """Panels of one unit over the same *waves*, which stand at *moments*, from 0 to 1."""

    title: Message
    unit: str
    waves: tuple[str, ...]
    moments: tuple[float, ...]
    panels: tuple[TimePanel, ...]
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class TimeChart:
    """What ``plot --by wave`` answers."""

    title: Message
    subtitle: Message
    sections: tuple[TimeSection, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    _repr_svg_ = show_svg
    _repr_pretty_ = print_pretty
