"""A page to be read: sections of paragraphs, points, tables and pictures. Holds sentences and figures, no language."""

from __future__ import annotations

from dataclasses import dataclass, field

from phare_cli.nouns.chart import Chart
from phare_cli.nouns.display import OwnWords, print_pretty, show_html, show_markdown
from phare_cli.nouns.heat_chart import HeatChart
from phare_cli.nouns.message import Message
from phare_cli.nouns.stacked_chart import StackedChart
from phare_cli.nouns.table import Source, Table
from phare_cli.nouns.tile_map import TileMap
from phare_cli.nouns.time_chart import TimeChart

# What a page shows where it is asked to; the other pictures are asked for by themselves.
AskedChart = HeatChart | TileMap | TimeChart
PageChart = Chart | StackedChart | AskedChart


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Running text."""

    text: Message


@dataclass(frozen=True, slots=True)
class Points:
    """Sentences told one after the other."""

    items: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A table of one panel, its title for a caption. *label* names it once in the document, for links.

    Its notes and sources stand in the Foot that follows, which may be that of several exhibits. The first column
    that people see names the row.
    """

    label: str
    table: Table


@dataclass(frozen=True, slots=True)
class Picture:
    """A chart, for the formats that can show one; an exhibit holds the same figures."""

    label: str
    chart: PageChart


@dataclass(frozen=True, slots=True)
class Foot:
    """The small print under exhibits: how to read one cell, whom the figures stand for, where they come from."""

    lines: tuple[Message, ...]
    sources: tuple[Source, ...] = ()


Part = Paragraph | Points | Exhibit | Picture | Foot


@dataclass(frozen=True, slots=True)
class Section:
    """Parts under one heading; *name* is stable, for machines and links. *finding* is what a slide of it states."""

    name: str
    title: Message
    parts: tuple[Part, ...]
    finding: Message | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """What ``report`` answers. *name* is stable and tells it from another in one page: it begins every label.

    No page of an *upright* one is turned, however wide its tables are.
    """

    command: str
    title: Message
    subtitle: Message
    sections: tuple[Section, ...]
    name: str = ""
    upright: bool = False
    words: OwnWords | None = field(default=None, repr=False, compare=False)

    def labelled(self, label: str) -> str:
        """Return *label* as it is unique where several documents stand."""
        return f"{self.name}-{label}" if self.name else label

    @property
    def sources(self) -> tuple[Source, ...]:
        """Every source of the document, each once, in order."""
        feet = (part for section in self.sections for part in section.parts if isinstance(part, Foot))
        return tuple(dict.fromkeys(source for foot in feet for source in foot.sources))

    _repr_html_ = show_html
    _repr_markdown_ = show_markdown
    _repr_pretty_ = print_pretty
