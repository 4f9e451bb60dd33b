"""A map to be drawn: a tile of one size for each region, hand-placed, with its figure."""

from __future__ import annotations

from dataclasses import dataclass, field

from phare_cli.nouns.display import OwnWords, print_pretty, show_svg
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Source


@dataclass(frozen=True, slots=True)
class Tile:
    """One region at its *column* and *row*, from 0; *value* is None where it has no figure.

    *is_coded* asks for its *short* name, a code, whatever room there is. *verdict* is one of phare's fixed words on
    the region beside the whole, empty where nothing was judged; *is_alike* tells that a test could not tell the two
    apart, *is_untested* that there was none where other tiles have one. *flag* is a fixed word on the precision of its
    figure, which must not be relied upon where it *is_weak*.
    """

    column: int
    row: int
    label: Message
    short: str
    value: float | None = None
    low: float | None = None
    high: float | None = None
    verdict: str = ""
    is_alike: bool = False
    is_established: bool = False
    is_coded: bool = False
    is_untested: bool = False
    flag: str = ""
    is_weak: bool = False

    @property
    def has_band(self) -> bool:
        """Whether a band at its foot says that no gap with the whole is known there."""
        return self.is_alike or self.is_untested


@dataclass(frozen=True, slots=True)
class MapSection:
    """The tiles of one figure: one group, item and wave. *whole* is the figure of what regions are set beside."""

    title: Message
    unit: str
    tiles: tuple[Tile, ...]
    whole: float | None = None
    decimals: int | None = None


@dataclass(frozen=True, slots=True)
class TileMap:
    """What ``plot --style map`` answers; *beside* names what regions are set beside, *classes* the rule of shades.

    *alike* is what hatching says of a region.
    """

    title: Message
    subtitle: Message
    beside: Message
    alike: Message
    sections: tuple[MapSection, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    classes: str = "equal"
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    _repr_svg_ = show_svg
    _repr_pretty_ = print_pretty
