"""A file of respondents that comes as rows or columns of values rather than bytes: every value becomes a text."""

from __future__ import annotations

import datetime
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal

from phare_cli.files.extras import needing
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence
from phare_cli.respondents.engine.batches import Batch, TextBatch
from phare_cli.respondents.header_rows import ColumnNames

CHUNK = 1 << 15

ColumnChunk = Sequence[Sequence[object]]


class TextSource:
    """A file whose chunks of columns come one after the other."""

    def __init__(
        self,
        name: str,
        header: ColumnNames,
        chunks: Iterable[ColumnChunk],
        *,
        rows: int | None = None,
        first_line: int = 2,
        sets: Mapping[str, Sequence[int]] | None = None,
        closing: Callable[[], object] | None = None,
    ) -> None:
        self.name = name
        self.header = header
        self.sets: Mapping[str, Sequence[int]] = sets or {}
        self._chunks = chunks
        self._rows = rows
        self._first_line = first_line
        self._read = 0
        self._closing = closing

    @property
    def part(self) -> float | None:
        return self._read / self._rows if self._rows else None

    def close(self) -> None:
        """Let go of the file."""
        if self._closing is not None:
            self._closing()

    def blocks(self, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows; those that are empty throughout are left out."""
        for chunk in self._chunks:
            size = len(chunk[0]) if chunk else 0
            kept = [row for row in range(size) if any(column[row] is not None for column in chunk)]
            lines = [self._first_line + self._read + row for row in kept]
            self._read += size
            yield TextBatch({place: [text_of(chunk[place][row]) for row in kept] for place in columns}, lines)


def text_of(value: object) -> str:
    """Return a value as a CSV export would write it.

    >>> text_of(3.0), text_of(None), text_of(0.5), text_of(float("nan"))
    ('3', '', '0.5', '')
    """
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "1" if value else "0"
        case float() if math.isnan(value):
            return ""
        case float() if value.is_integer() and abs(value) < 1e15:
            return str(int(value))
        case Decimal():
            return format(value.normalize(), "f")
        case datetime.datetime() if value.time() == datetime.time():
            return value.date().isoformat()
        case datetime.date() | datetime.time():
            return value.isoformat()
        case _:
            shown = str(value)
            return "" if shown in ("NaT", "<NA>", "nan") else shown


@contextmanager
def reading(name: str, extra: str) -> Iterator[None]:
    """Turn what a library raises into the sentence that says what to do."""
    try:
        with needing(extra, name):
            yield
    except FileNotFoundError:
        raise UnreadableInput(
            sentence("there is no file “{file}”: check the name and the folder you are in.", file=name)
        ) from None
    except UnreadableInput:
        raise
    except Exception as error:
        # These libraries raise whatever their parsers do: zip, XML and C errors without a common base.
        raise UnreadableInput(
            sentence(
                "“{file}” cannot be read ({reason}): check that it is whole, or save it again.",
                file=name,
                reason=type(error).__name__,
            )
        ) from None
