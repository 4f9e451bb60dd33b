"""Read CSV and TSV of respondents in blocks: bytes in, coded columns out, no row ever shifted in silence."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from phare_cli.files.encoding import encoding_of
from phare_cli.files.faults.skipped import Skipped
from phare_cli.files.faults.swallowed import RowLook
from phare_cli.files.faults.text_faults import tell_fault
from phare_cli.files.findings import Findings
from phare_cli.files.fitting import TableShape, fitted
from phare_cli.files.limits import CELL
from phare_cli.files.records import Fault, Record, records
from phare_cli.files.text_blocks import TextBlocks
from phare_cli.respondents.engine.batches import NO_FACTS, Batch, GridBatch, TextBatch
from phare_cli.respondents.engine.exact import MOST_ROWS
from phare_cli.respondents.engine.grid import Grid, lay_grid, long_rows, some_rows, whole_records
from phare_cli.respondents.engine.pasted import holds_header
from phare_cli.respondents.engine.single_records import LONGEST_RECORD, whole_size
from phare_cli.respondents.text_start import start_of

if TYPE_CHECKING:
    from phare_cli.files.file_options import FileOptions
    from phare_cli.files.source import OpenedFile

_SAMPLE = 200  # rows that tell what the others hold
_NEIGHBOURS = 1 << 16  # bytes that are not parted further around an odd record


class Delimited:
    """A CSV or TSV file. The columns *wanted* help to choose the delimiter and the header that hold most of them."""

    def __init__(
        self, source: OpenedFile, options: FileOptions, findings: Findings, asked_columns: Sequence[str] = ()
    ) -> None:
        self.name = source.name
        self.facts = NO_FACTS
        self._source = source
        self._findings = findings
        self._block_size = options.block_size
        encoding = encoding_of(source, options.encoding)
        start = start_of(source, encoding, options, findings, asked_columns)
        self.header = start.header
        self._delimiter = start.delimiter
        self._line = start.line
        self._above = start.size  # bytes above the first row
        self._stream = TextBlocks(source, encoding, findings)
        self._buffer = b""
        self._skipped = Skipped(source.name)
        self._blank = range(0)  # lines that are blank, and may be how the file ends
        self._shape = TableShape.of(source.name, self.header.names, self.header.header_cells)

    @property
    def part(self) -> float | None:
        return self._source.part

    def blocks(self, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows; a row of too few or too many cells is left out, and found."""
        ended = False
        while not ended:
            more = self._stream.read(self._block_size)
            ended = not more
            if self._above:
                self._above, more = max(0, self._above - len(more)), more[self._above :]
            self._buffer += more
            while taken := self._whole(ended=ended):
                yield from self._lay(taken, columns)
                if not ended:
                    break
        self._skipped.tell(self._findings)

    def close(self) -> None:
        """Let go of what is left."""
        self._buffer = b""

    @property
    def _mark(self) -> bytes:
        return self._delimiter.encode()

    def _whole(self, *, ended: bool) -> tuple[bytes, bool] | None:
        """Take whole records off the buffer, and tell whether their quotes can be trusted."""
        size = whole_records(self._buffer, self._mark)
        trusted = size is not None
        if size is None or (ended and size < len(self._buffer)):
            trusted = False
            size = whole_size(self._buffer, self._mark)
        if not size:
            if len(self._buffer) > LONGEST_RECORD or (ended and self._buffer):
                is_large = len(self._buffer) > CELL
                tell_fault("large" if is_large else "unclosed", self.name, self._line, "", self._findings)
                self._findings.raise_any()
            return None
        taken, self._buffer = self._buffer[:size], self._buffer[size:]
        return taken, trusted

    def _lay(self, taken: tuple[bytes, bool], columns: Sequence[int]) -> Iterator[Batch]:
        text, trusted = taken
        yield from self._gridded(text, columns) if trusted else self._listed(text, columns)

    def _gridded(self, text: bytes, columns: Sequence[int]) -> Iterator[Batch]:
        """Yield the rows of records whose quotes are trusted; an odd one slows its neighbours, and no others."""
        grid = lay_grid(text, self._mark, len(self.header.names), columns)
        if grid is not None and not grid.has_odd_row(CELL) and not self._is_pasted(grid):
            self._note_blank()
            if long := list(long_rows(grid, self._line)):
                self._tell_swallowed(
                    long, list(csv.reader(some_rows(grid, _SAMPLE), delimiter=self._delimiter))
                )
            first_line, self._line = self._line, self._line + grid.lines
            for part in grid.parts(MOST_ROWS):
                yield GridBatch(part, first_line)
        elif len(text) > _NEIGHBOURS and (half := whole_records(text[: len(text) // 2], self._mark)):
            yield from self._gridded(text[:half], columns)
            yield from self._gridded(text[half:], columns)
        else:
            yield from self._listed(text, columns)

    def _is_pasted(self, grid: Grid) -> bool:
        return any(holds_header(grid, cells) for cells in self.header.header_cells)

    def _listed(self, text: bytes, columns: Sequence[int]) -> Iterator[Batch]:
        if _is_blank(text):
            self._add_blank(text.count(b"\n"))
            return
        read = self._records(text)
        for first in range(0, len(read), MOST_ROWS):
            some = read[first : first + MOST_ROWS]
            rows = list(fitted(some, self._shape, self._skipped, self._findings))
            yield TextBatch(
                {place: [str(cells[place]) for _, cells in rows] for place in columns},
                [line for line, _ in rows],
            )

    def _records(self, text: bytes) -> list[Record]:
        """Return the records of a text, those at its end that are blank kept for later."""

        def fault(kind: Fault, line: int, cell: str) -> None:
            tell_fault(kind, self.name, line, cell, self._findings)

        long: list[tuple[int, list[str]]] = []
        each = io.StringIO(text.decode(), newline="")
        read = list(
            records(each, self._delimiter, fault, after=self._line - 1, long=lambda *of: long.append(of))
        )
        if long:
            self._tell_swallowed(long, [cells for _, cells in read[:: len(read) // _SAMPLE | 1]])
        last = next((place for place in range(len(read), 0, -1) if read[place - 1][1]), 0)
        if last:
            self._note_blank()
        if last < len(read):
            self._blank = range(self._blank.start if self._blank else read[last][0], read[-1][0] + 1)
        self._line += text.count(b"\n")
        return read[:last]

    def _tell_swallowed(
        self, long: Sequence[tuple[int, Sequence[str]]], others: Sequence[Sequence[str]]
    ) -> None:
        look = RowLook(others, len(self.header.names), self._delimiter)
        for line, lines in long:
            look.tell_swallowed(line, lines, self.name, self._findings)

    def _add_blank(self, lines: int) -> None:
        self._blank = range(self._blank.start if self._blank else self._line, self._line + lines)
        self._line += lines

    def _note_blank(self) -> None:
        """Count the blank lines that rows turn out to follow."""
        if self._blank:
            self._skipped.note(self._skipped.empty, self._blank.start, len(self._blank))
            self._blank = range(0)


def _is_blank(text: bytes) -> bool:
    """Tell whether there is nothing but line ends: a few bytes, packed, are millions of them."""
    return not text.strip(b"\r\n") and text.count(b"\r") in (0, text.count(b"\r\n"))
