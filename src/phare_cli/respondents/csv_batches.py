"""Read CSV and TSV of respondents in blocks: bytes in, coded columns out, no row ever shifted in silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import TYPE_CHECKING

from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import sentence
from phare_cli.respondents.engine.batches import Batch, GridBatch, TextBatch
from phare_cli.respondents.engine.exact import MOST_ROWS
from phare_cli.respondents.engine.grid import lay_grid, whole_records
from phare_cli.respondents.engine.single_records import LONGEST_RECORD, cells, records
from phare_cli.respondents.header_rows import ColumnNames, numbered, read_header
from phare_cli.respondents.utf8 import Utf8

if TYPE_CHECKING:
    from phare_cli.files.bytestream import ByteStream
    from phare_cli.respondents.found import Findings

DELIMITERS = (";", ",", "\t", "|")
BLOCK_SIZE = 1 << 22
_SAMPLE = 20
_NEIGHBOURS = 1 << 16  # bytes that are not parted further around an odd record

HeaderScore = Callable[[ColumnNames], int]  # how many of the columns that are wanted a header holds


class Delimited:
    """A CSV or TSV file. *wanted* helps to choose the delimiter: that under which the header holds most."""

    def __init__(
        self,
        name: str,
        stream: ByteStream,
        findings: Findings,
        *,
        wanted: HeaderScore | None = None,
        delimiter: str = "",
        has_header: bool = True,
        block_size: int = BLOCK_SIZE,
    ) -> None:
        self.name = name
        self.sets: dict[str, Sequence[int]] = {}
        self._stream = stream
        self._findings = findings
        self._block_size = block_size
        self._utf8 = Utf8(name, findings, known=bool(stream.encoding))
        self._line = 1
        self._buffer = stream.read(block_size)
        if not self._buffer.strip():
            raise UnreadableInput(
                sentence("“{file}” is empty: it needs a row for each respondent.", file=name)
            )
        declared = self._take_sep_line()
        while self._buffer and not self._first_line().strip():
            self._take(self._first_line())
        self._delimiter, self.header = self._choose(delimiter or declared, wanted, has_header=has_header)
        if self.header.notice:
            findings.notice(self.header.notice)
        for record in islice(records(self._buffer, self._mark), self.header.rows):
            self._utf8.read(record, self._line)
            self._take(record)
        self._ahead, self._buffer = self._buffer, b""

    @property
    def part(self) -> float | None:
        return self._stream.part

    def blocks(self, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows; a row of too few or too many cells is left out, and found."""
        ended = False
        while not ended:
            more = self._more()
            ended = not more
            self._buffer += more
            if ended and self._buffer and not self._buffer.endswith(b"\n"):
                self._buffer += b"\n"
            while taken := self._whole(ended=ended):
                yield from self._lay(taken, columns)
                if not ended:
                    break

    def close(self) -> None:
        """Close the file."""
        self._stream.close()

    def _more(self) -> bytes:
        """Return the next bytes; those read for the header come first."""
        if not self._ahead:
            return self._stream.read(self._block_size)
        more, self._ahead = self._ahead[: self._block_size], self._ahead[self._block_size :]
        return more

    @property
    def _mark(self) -> bytes:
        return self._delimiter.encode()

    def _whole(self, *, ended: bool) -> tuple[bytes, bool] | None:
        """Take whole records off the buffer, and tell whether their quotes can be trusted."""
        size = whole_records(self._buffer, self._mark)
        trusted = size is not None
        if size is None or (ended and size < len(self._buffer)):
            trusted = False
            size = sum(map(len, records(self._buffer, self._mark)))
        if not size:
            if len(self._buffer) > LONGEST_RECORD or (ended and self._buffer):
                self._unclosed()
            return None
        taken, self._buffer = self._buffer[:size], self._buffer[size:]
        return taken, trusted

    def _unclosed(self) -> None:
        self._findings.add(
            "unclosed-quote",
            sentence(
                "a quote opens here and is not closed: close it, or write it twice if it belongs to the text."
            ),
            self.name,
            self._line,
        )
        self._findings.raise_any()

    def _lay(self, taken: tuple[bytes, bool], columns: Sequence[int]) -> Iterator[Batch]:
        raw, trusted = taken
        text = self._utf8.read(raw, self._line)
        yield from self._gridded(text, columns) if trusted else self._listed(text, columns)

    def _gridded(self, text: bytes, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows of records whose quotes are trusted; an odd one slows its neighbours, and no others."""
        grid = lay_grid(text, self._mark, len(self.header.names))
        if grid is not None:
            first_line, self._line = self._line, self._line + grid.lines
            for part in grid.parts(MOST_ROWS):
                yield GridBatch(part, first_line)
        elif len(text) > _NEIGHBOURS and (half := whole_records(text[: len(text) // 2], self._mark)):
            yield from self._gridded(text[:half], columns)
            yield from self._gridded(text[half:], columns)
        else:
            yield from self._listed(text, columns)

    def _listed(self, text: bytes, columns: Sequence[int]) -> Iterator[Batch]:
        width = len(self.header.names)
        line = self._line
        kept: list[list[str]] = []
        lines: list[int] = []
        for record in records(text, self._mark):
            row = cells(record, self._mark)
            if len(row) == width:
                kept.append(row)
                lines.append(line)
            elif row:
                self._ragged(line, len(row), width)
            line += record.count(b"\n")
        self._line = line
        for first in range(0, len(kept), MOST_ROWS):
            some = kept[first : first + MOST_ROWS]
            yield TextBatch(
                {place: [row[place] for row in some] for place in columns}, lines[first : first + MOST_ROWS]
            )

    def _ragged(self, line: int, found: int, width: int) -> None:
        self._findings.add(
            "ragged-row",
            sentence(
                "this row has {found} cells where the header has {width}. "
                "Look for a quote or a delimiter too many or too few.",
                found=found,
                width=width,
            ),
            self.name,
            line,
        )

    def _first_line(self) -> bytes:
        return self._buffer[: self._buffer.find(b"\n") + 1] or self._buffer

    def _take(self, record: bytes) -> None:
        self._buffer = self._buffer[len(record) :]
        self._line += record.count(b"\n")

    def _take_sep_line(self) -> str:
        """Take Excel's ``sep=;`` line off, and return its delimiter."""
        first = self._first_line()
        if not first.lower().startswith(b"sep=") or len(first.strip()) > 5:
            return ""
        self._take(first)
        return first.rstrip(b"\r\n")[4:5].decode("latin-1")

    def _choose(
        self, declared: str, wanted: HeaderScore | None, *, has_header: bool
    ) -> tuple[str, ColumnNames]:
        best: tuple[tuple[int, ...], str, ColumnNames] | None = None
        for delimiter in (declared,) if declared else DELIMITERS:
            whole = self._buffer if self._buffer.endswith(b"\n") else self._buffer + b"\n"
            first = list(islice(records(whole, delimiter.encode()), _SAMPLE))
            rows = [cells(self._utf8.peek(record), delimiter.encode()) for record in first]
            rows = [row for row in rows if row]
            if not rows:
                continue
            header = read_header(rows) if has_header else numbered(len(rows[0]))
            width = len(header.names)
            same = sum(len(row) == width for row in rows)
            rank = (wanted(header) if wanted else 0, width > 1, same, width)
            if best is None or rank > best[0]:
                best = (rank, delimiter, header)
        if best is None:
            self._unclosed()
            raise AssertionError("an unclosed quote was found")
        return best[1], best[2]
