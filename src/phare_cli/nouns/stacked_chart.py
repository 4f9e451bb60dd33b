"""A picture of ordered scales to be drawn: a bar a group, the steps of the scale side by side in their order."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Source

if TYPE_CHECKING:
    from phare_cli.nouns.display import OwnWords, PrettyPrinter


@dataclass(frozen=True, slots=True)
class ScaleShare:
    """What share of a group chose one step, or a net of several: *value* in percent, *low* and *high* its interval.

    *place* is that of the step on its scale, from 0. A net may be in points, has no place, and may have no figure.
    *decimals* are those of the page that it stands on, where they are not those of its unit.
    """

    label: Message
    value: float | None
    unit: str = "percent"
    place: int = 0
    low: float | None = None
    high: float | None = None
    remark: str = ""
    is_weak: bool = False
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class StackedBar:
    """One group: its steps in the order of the scale, and what was published of several of them together."""

    label: Message
    steps: tuple[ScaleShare, ...]
    nets: tuple[ScaleShare, ...] = ()


@dataclass(frozen=True, slots=True)
class StackedPanel:
    """Bars that are read together; *title* is empty where the section says all."""

    title: Message
    bars: tuple[StackedBar, ...]


@dataclass(frozen=True, slots=True)
class StackedSection:
    """Panels of one survey and wave."""

    title: Message
    panels: tuple[StackedPanel, ...]


@dataclass(frozen=True, slots=True)
class StackedChart:
    """What ``plot --style stacked`` answers; *steps* names the scale from its first step to its last.

    *is_diverging* asks for bars around the middle of the scale in place of a common start.
    """

    title: Message
    subtitle: Message
    steps: tuple[Message, ...]
    sections: tuple[StackedSection, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    is_diverging: bool = False
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    def _repr_svg_(self) -> str | None:
        from phare_cli.nouns.display import as_svg  # of use to notebooks alone

        return as_svg(self)

    def _repr_pretty_(self, printer: PrettyPrinter, cycle: bool) -> None:
        from phare_cli.nouns.display import as_text

        printer.text(as_text(self))
