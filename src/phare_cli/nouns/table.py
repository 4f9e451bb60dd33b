"""The answer of a command: columns, rows of raw values, notes and sources. Numbers stay numbers here."""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from phare_cli.nouns.display import OwnWords, PrettyPrinter, print_pretty, show_html, show_markdown
from phare_cli.nouns.message import Message

Cell = str | float | int | bool | Message | None


class Kind(StrEnum):
    """What a column holds, and so how it is printed."""

    TEXT = "text"  # any text, as it stands
    NAME = "name"  # a codebook id of the kind that the column is named after (see Column.names)
    WORD = "word"  # a fixed word of phare's own: a verdict, a reason, a flag
    VALUE = "value"  # a figure in the unit of its row
    GAP = "gap"  # a difference in the unit of its row (points for percents), with its sign
    SPREAD = (
        "spread"  # how far a figure may lie, in the unit of its row (points for percents), without a sign
    )
    BASE = "base"  # a number of respondents
    PLAN = "plan"  # a number of respondents to plan for: two significant digits
    RANK = "rank"  # a competition rank, or a rank interval as text
    PROBABILITY = "probability"  # a p value, 0-1
    NUMBER = "number"  # any other number


class Show(StrEnum):
    """When a column stands in a table made for people; machine formats hold every column."""

    ALWAYS = "always"
    IF_ANY = "if any"  # left out of a panel where it is empty throughout
    IF_VARIED = "if varied"  # told in the panel's title where it is the same throughout
    TITLE = "title"  # opens a new panel when it changes, and is told in its title
    NEVER = "never"


class Column(NamedTuple):
    """A column: its machine name, what people call it, what it holds, when people see it.

    *unit* fixes the unit of a VALUE or GAP column; without it the row's own ``unit`` column decides.
    *names* is the codebook kind of a NAME column, its own name when empty; of a WORD column what it tells apart, where
    that has words of its own: the verdicts of waves.
    *decimals* are those of its figures unless the reader asks for others; None leaves it to the unit.
    *once* blanks a repeated cell on a terminal. *bar* draws the figures as bars there, *spark*
    those of several columns as one small line. *upto* names the column
    that holds the other end of an interval: people see both in one cell, in this column. *blank* is what people read
    in place of an empty name. *flag* names the column that holds the flag of each figure: people see its sign after
    the figure, and what it means below the table.
    """

    name: str
    label: Message
    kind: Kind = Kind.TEXT
    show: Show = Show.ALWAYS
    unit: str = ""
    names: str = ""
    once: bool = False
    bar: bool = False
    upto: str = ""
    decimals: int | None = None
    blank: Message | None = None
    spark: bool = False
    flag: str = ""


def is_address(url: str) -> bool:
    """Tell whether *url* may be a link: of the web, and nothing that a browser runs or a tool opens."""
    return url.startswith(("https://", "http://"))


class Source(NamedTuple):
    """Where figures were published, once for all the rows that share it."""

    source: str
    url: str = ""


class Table(NamedTuple):
    """What a command answers. Each row has one cell a column; None is absent, and never 0.

    *people* names columns in the order in which people read them, before the rest; machines keep that of *columns*.
    *list_column* names the one column that people read, as a list, when they need no other. *scales* are the
    indicators (ids) whose rows are, group after group, all the steps of one whole in their order. *words* are those
    that Python tells it in, where they are others than those in use.
    """

    command: str
    title: Message
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    notes: tuple[Message, ...] = ()
    sources: tuple[Source, ...] = ()
    people: tuple[str, ...] = ()
    list_column: str = ""
    scales: tuple[str, ...] = ()
    words: OwnWords | None = None

    def position(self, name: str) -> int:
        """Return where the column called *name* stands."""
        return next(place for place, column in enumerate(self.columns) if column.name == name)

    def records(self) -> Iterator[dict[str, Cell]]:
        """Yield each row as a mapping from machine names to raw values."""
        names = [column.name for column in self.columns]
        for row in self.rows:
            yield dict(zip(names, row, strict=True))

    # Written out, which a NamedTuple wants of what is no field.
    def _repr_html_(self) -> str | None:
        return show_html(self)

    def _repr_markdown_(self) -> str | None:
        return show_markdown(self)

    def _repr_pretty_(self, printer: PrettyPrinter, cycle: bool) -> None:
        print_pretty(self, printer, cycle)
