"""Small multiples to be drawn: panels beside one another that share their rows and one scale."""

from __future__ import annotations

from dataclasses import dataclass, field

from phare_cli.nouns.chart import ChartSection
from phare_cli.nouns.display import OwnWords, print_pretty, show_svg
from phare_cli.nouns.message import Message
from phare_cli.nouns.table import Source


@dataclass(frozen=True, slots=True)
class SmallMultiples:
    """What ``plot --panels`` answers of bars and dots. The panels of a section have the same rows in the same order.

    Sections of one unit share one scale.
    """

    title: Message
    subtitle: Message
    sections: tuple[ChartSection, ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    _repr_svg_ = show_svg
    _repr_pretty_ = print_pretty
