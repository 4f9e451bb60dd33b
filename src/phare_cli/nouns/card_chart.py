"""Cards to be drawn: one figure each in large letters, with what it is set beside."""

from __future__ import annotations

from dataclasses import dataclass, field

from phare_cli.nouns.display import OwnWords, print_pretty, show_svg
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Source


@dataclass(frozen=True, slots=True)
class FigureCard:
    """One figure, *value* and its interval in *unit*; None where there is none.

    *reference* is the figure that it is set beside and *gap* what it has more, None where nothing is beside it;
    *decimals* are those of the three where the unit's own would not add up. *verdict* is one of phare's fixed words on
    the two, *remark* one on the figure. *is_weak* tells that it must not be relied upon.
    """

    label: Message
    unit: str
    value: float | None
    low: float | None = None
    high: float | None = None
    reference: float | None = None
    gap: float | None = None
    verdict: str = ""
    remark: str = ""
    is_established: bool = False
    is_weak: bool = False
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class CardChart:
    """What ``plot --style cards`` answers; *beside* names what figures are set beside."""

    title: Message
    subtitle: Message
    beside: Message
    cards: tuple[FigureCard, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    _repr_svg_ = show_svg
    _repr_pretty_ = print_pretty
