"""A picture to be drawn: sections with an axis, panels, marks; planes with points. Knows no colour and no size."""

from __future__ import annotations

from dataclasses import dataclass, field

from phare_cli.nouns.display import OwnWords, print_pretty, show_svg
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Source

_NOTHING = Message("")


@dataclass(frozen=True, slots=True)
class Mark:
    """One line of a panel: a figure, or a figure and its reference. Numbers are in the unit of the section.

    *low* and *high* are the interval of *value*, *ranks* the ranks that it may have. *gap* is *value* minus
    *reference*, with an interval of its own; *is_established* tells whether it is more than chance. *remark* is one
    of phare's fixed words: a flag, a verdict, a reason. *is_weak* tells that *value* must not be relied upon. *is_dot*
    asks for a dot with its interval in place of a bar.
    """

    label: Message
    value: float | None
    low: float | None = None
    high: float | None = None
    ranks: tuple[int, int] | None = None
    reference: float | None = None
    gap: float | None = None
    gap_low: float | None = None
    gap_high: float | None = None
    remark: str = ""
    is_established: bool = False
    is_weak: bool = False
    is_dot: bool = False


@dataclass(frozen=True, slots=True)
class Panel:
    """Marks that are read together, a group of respondents for one; *title* is empty where the section says all."""

    title: Message
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class ChartSection:
    """Panels of one unit over one axis. *ends* names the value and its reference where marks hold both.

    *decimals* are those of figures and gaps where the unit's own would not add up.
    """

    title: Message
    unit: str
    panels: tuple[Panel, ...]
    ends: tuple[Message, Message] | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class Chart:
    """What ``plot`` answers. Sections of one unit share one axis."""

    title: Message
    subtitle: Message
    sections: tuple[ChartSection, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    _repr_svg_ = show_svg
    _repr_pretty_ = print_pretty


@dataclass(frozen=True, slots=True)
class Point:
    """One item seen through two prisms. *place* is one of phare's fixed words, empty where nothing places it.

    *x* and *y* may have an interval each; *is_undecided* tells that the place changes within them.
    """

    label: Message
    x: float
    y: float
    across: tuple[float, float] | None = None
    along: tuple[float, float] | None = None
    place: str = ""
    is_undecided: bool = False


@dataclass(frozen=True, slots=True)
class Plane:
    """Points of one region and round; the cuts part high from low, None where there is none."""

    title: Message
    x_cut: float | None
    y_cut: float | None
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True)
class Quadrant:
    """What ``plot --cross`` answers: two prisms, one across and one upwards, with a unit each.

    *x_decimals* and *y_decimals* are those of figures where the unit's own would not tell high from low.
    """

    title: Message
    x_name: Message
    y_name: Message
    x_unit: str
    y_unit: str
    planes: tuple[Plane, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    subtitle: Message = _NOTHING
    x_decimals: int | None = None
    y_decimals: int | None = None
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    _repr_svg_ = show_svg
    _repr_pretty_ = print_pretty
