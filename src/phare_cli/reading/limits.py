"""How much phare reads at most, so that no file takes the memory of the machine, and what it says beyond."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator

from phare_cli.message import sentence
from phare_cli.reading.cells import text_of
from phare_cli.reading.findings import Findings
from phare_cli.reading.rows import Row

LINE = 1 << 20  # characters of a line
CELL = csv.field_size_limit()  # characters of a cell
JSON = 32 << 20  # bytes
WORKBOOK = 128 << 20  # bytes, unpacked
ROWS = 1 << 20  # rows of a sheet, as many as Excel has
CELLS = 10_000_000  # cells of a spreadsheet whose file repeats them in a few bytes

_LARGE = sentence("a cell here is longer than {limit} characters, the most that phare reads.", limit=CELL)


def within(rows: Iterable[Row], file: str, findings: Findings) -> Iterator[Row]:
    """Yield the rows that hold no cell beyond the limit, having told *findings* of the others."""
    for line, cells in rows:
        large = next((text for cell in cells if len(text := text_of(cell)) > CELL), None)
        if large is None:
            yield line, cells
        else:
            findings.problem("cell-too-long", _LARGE, file, line, None, large)
