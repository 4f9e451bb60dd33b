"""A heat table to be drawn: a row an item, a column a group or a region, each figure in the shade of its class."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Source

if TYPE_CHECKING:
    from phare_cli.nouns.display import OwnWords, PrettyPrinter


@dataclass(frozen=True, slots=True)
class HeatCell:
    """One figure with its interval and its flag; *value* is None where there is none. *is_weak*: not to rely on."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    remark: str = ""
    is_weak: bool = False


@dataclass(frozen=True, slots=True)
class HeatRow:
    """An item, and its cells in the order of the columns of its section."""

    label: Message
    cells: tuple[HeatCell, ...]


@dataclass(frozen=True, slots=True)
class HeatSection:
    """Rows of one unit, survey and wave under the same *columns*; *decimals* where they are not those of the unit."""

    title: Message
    unit: str
    columns: tuple[Message, ...]
    rows: tuple[HeatRow, ...]
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class HeatChart:
    """What ``plot --style heat`` answers. Sections of one unit share their classes, by the rule of that name."""

    title: Message
    subtitle: Message
    sections: tuple[HeatSection, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    classes: str = "equal"
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    def _repr_svg_(self) -> str | None:
        from phare_cli.nouns.display import as_svg  # of use to notebooks alone

        return as_svg(self)

    def _repr_pretty_(self, printer: PrettyPrinter, cycle: bool) -> None:
        from phare_cli.nouns.display import as_text

        printer.text(as_text(self))
