"""Find the delimiter of a text by its first lines: the one under which a row serves best as the header.

What a header has to hold, and how well a row serves, is the reader's to say: no column is known here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING, Generic, TypeVar

from phare_cli.files.findings import Findings
from phare_cli.files.records import Fault, Record, records
from phare_cli.nouns.message import sentence

DELIMITERS = (";", ",", "\t", "|")
HEAD = 40  # a header stands in the first lines or nowhere
_NO_MARKS = ' _"'

AnyHeader = TypeVar("AnyHeader")
_QUOTED_WHOLE = re.compile(r'"(?:[^"]|"")*"')
_QUOTED_LINES = sentence(
    "each line is one cell in quotes that holds a whole row: take the quotes around the lines away, or save the table "
    "again."
)


class Fit(Generic[AnyHeader]):
    """A row that may serve as the header, and how well: the highest *rank* serves best.

    It begins on *line*. *is_whole* when nothing that is looked for is missing; *is_certain* when no other delimiter
    can do better.
    """

    __slots__ = ("header", "is_certain", "is_whole", "line", "rank")

    def __init__(
        self,
        header: AnyHeader,
        line: int,
        rank: tuple[int, ...],
        *,
        is_whole: bool,
        is_certain: bool = False,
    ) -> None:
        self.header, self.line, self.rank = header, line, rank
        self.is_whole, self.is_certain = is_whole, is_certain


class Dialect(Generic[AnyHeader]):
    """How a text parts its cells, and where its header is, None in a file without any row.

    *is_stated* when a ``sep=`` line said so.
    """

    __slots__ = ("delimiter", "fit", "is_stated")

    def __init__(self, delimiter: str, fit: Fit[AnyHeader] | None, *, is_stated: bool) -> None:
        self.delimiter, self.fit, self.is_stated = delimiter, fit, is_stated


if TYPE_CHECKING:
    FindHeader = Callable[[Iterable[Record]], Fit[AnyHeader] | None]
    """Return the row among the first ones that serves best as the header, None where there is no row."""


def dialect_of(
    lines: Sequence[str], finders: Sequence[FindHeader[AnyHeader]], given: str | None = None
) -> Dialect[AnyHeader]:
    """Return the dialect of a text from its first lines; a delimiter that is *given* goes before a ``sep=`` line.

    Each of *finders* looks under every delimiter, until one is certain of what it found; the last one decides.
    """
    stated = stated_delimiter(lines[0]) if lines else None
    after = int(stated is not None)
    delimiter = given or stated
    best: tuple[str, Fit[AnyHeader]] | None = None
    for find in finders:
        best = None
        for each in (delimiter,) if delimiter else DELIMITERS:
            fit = find(records(lines[after:], each, _ignored, after=after))
            if fit is not None and fit.is_certain:
                return Dialect(each, fit, is_stated=after > 0)
            if fit is not None and (best is None or fit.rank > best[1].rank):
                best = each, fit
    if best is None:
        return Dialect(delimiter or DELIMITERS[0], None, is_stated=after > 0)
    return Dialect(*best, is_stated=after > 0)


def is_delimiter(text: str) -> bool:
    """Tell whether a text can part cells: one mark of ASCII that stands in no word."""
    is_mark = text.isprintable() and not text.isalnum() and text not in _NO_MARKS
    return len(text) == 1 and text.isascii() and (is_mark or text == "\t")


def stated_delimiter(line: str) -> str | None:
    """Return the delimiter that Excel's ``sep=`` line states, None for any other line."""
    if "sep=" not in line.lower():
        return None
    found = re.fullmatch(r"""(["']?)sep=(.)\1""", line.rstrip("\r\n"), re.IGNORECASE)
    return found[2] if found and is_delimiter(found[2]) else None


def _ignored(fault: Fault, line: int, text: str) -> None:
    """The same rows are read again with their problems once the delimiter is known."""


def tell_quoted_lines(head: Sequence[str], file: str, findings: Findings) -> bool:
    """Tell whether each of the first lines is one quoted cell that holds the delimiters of a row, and find so."""
    filled = [line.strip() for line in head if line.strip()]
    is_quoted = len(filled) > 1 and all(
        _QUOTED_WHOLE.fullmatch(line) and any(mark in line for mark in DELIMITERS) for line in filled
    )
    if is_quoted:
        findings.problem("quoted-lines", _QUOTED_LINES, file, 1)
    return is_quoted
