"""What stands where in a published table, as a person may state and correct it: ranges, lines, what each is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import NamedTuple

from phare_cli.files.workbooks.sheets import CellRange

PERCENT, FRACTION, COUNT = "percent", "fraction", "count"
ROWS, COLUMNS = "rows", "columns"


class LineRole(Enum):
    """What a row or a column of a table is."""

    ITEM = "item"
    GROUP = "group"
    HEADING = "heading"  # opens a question, and holds no figure
    BASE = "base"
    BASE_OF_ALL = "base of all"  # of every question of the table
    EFFECTIVE_BASE = "effective base"
    WEIGHTED_BASE = "weighted base"
    TOTAL = "total"  # all items together
    SKIP = "skip"


# Those that a person writes as a word; the others are told by what is written of them.
WORDS = (
    LineRole.BASE, LineRole.BASE_OF_ALL, LineRole.EFFECTIVE_BASE, LineRole.WEIGHTED_BASE, LineRole.TOTAL, LineRole.SKIP
)  # fmt: skip


class TableLine(NamedTuple):
    """A row or a column: what it is, and what its own words say in place of those of the table.

    *opens* is the question that begins here, with its *response* and *scale*. A *net* is an item of its own question.
    """

    role: LineRole
    opens: str | None = None
    response: str = ""
    scale: str = ""
    item: str = ""
    net: bool = False
    unit: str = ""
    region: str = ""
    stakeholder: str = ""
    segment: str = ""
    breakdown: str = ""
    wave: str = ""
    base: float | None = None  # that the heading of a group states


class Said(NamedTuple):
    """What is said of all figures of a table, or of a file; "" is not said."""

    region: str = ""
    stakeholder: str = ""
    wave: str = ""
    survey: str = ""
    universe: str = ""
    source: str = ""
    url: str = ""
    note: str = ""

    def over(self, other: Said) -> Said:
        """Return what is said here, else by *other*."""
        return Said(*(mine or theirs for mine, theirs in zip(self, other, strict=True)))


@dataclass(frozen=True)
class TableLayout:
    """One published table: where it stands, how its axes are parted, what its figures are.

    *header* rows at the top of *area* name its columns, *labels* columns at its left name its rows. *items* tells
    which of both the answers are. Lines of items that *rows* or *columns* leave out are items under their own words;
    those of groups are all told. *values* is percent, fraction, count, ``score/N``, or "" while nothing tells.
    """

    sheet: str
    area: CellRange
    header: int
    labels: int
    items: str = ROWS
    values: str = PERCENT
    indicator: str = ""
    response: str = ""
    scale: str = ""
    decimal: str = ""
    rows: Mapping[int, TableLine] = field(default_factory=dict)
    columns: Mapping[int, TableLine] = field(default_factory=dict)
    said: Said = field(default_factory=Said)

    @property
    def of_items(self) -> Mapping[int, TableLine]:
        """The lines on the side of the answers."""
        return self.rows if self.items == ROWS else self.columns

    @property
    def of_groups(self) -> Mapping[int, TableLine]:
        """The lines on the side of those who answered."""
        return self.columns if self.items == ROWS else self.rows

    @property
    def row_places(self) -> range:
        """The rows below the header."""
        return range(self.area.top + self.header, self.area.bottom + 1)

    @property
    def column_places(self) -> range:
        """The columns beside the labels."""
        return range(self.area.left + self.labels, self.area.right + 1)


@dataclass(frozen=True)
class FileLayout:
    """All tables of one file, and what is said of every one of them."""

    tables: tuple[TableLayout, ...]
    said: Said = field(default_factory=Said)
