"""Part lines into rows of cells, each with the physical line it starts on. Mends nothing, shifts nothing."""

from __future__ import annotations

import csv
import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Literal

from phare_cli.files.limits import CELL

Record = tuple[int, list[str]]
_SHOWN = 80


@cache
def _quoted() -> re.Pattern[str]:
    return re.compile(r' *"(?:[^"]++|"")*+')


# What can be wrong with the quotes of a row.
Fault = Literal[
    "unclosed",  # a quote opens and never closes, or closes lines later in the middle of a cell
    "stray",  # text follows the quote that closes a cell
    "large",  # a cell goes on beyond limits.CELL
]


def records(
    lines: Iterable[str],
    delimiter: str,
    fault: Callable[[Fault, int, str], None],
    *,
    after: int = 0,
    long: Callable[[int, Sequence[str]], None] | None = None,
) -> Iterator[Record]:
    """Yield the line and the cells of each row; a blank line has no cells. *after* lines were read before.

    *long* is told each row of several lines, with its first line and all of them.

    *fault* is told each fault with its line, for a quote the line where it opens, and the text that stands
    there. Reading goes on at the next line, so that one quote hides no other problem.
    """
    source = iter(lines)
    waiting: deque[str] = deque()
    record: list[str] = []

    def feed() -> Iterator[str]:
        while waiting:
            record.append(waiting.popleft())
            yield record[-1]
        for line in source:
            record.append(line)
            yield line

    def skip() -> int:
        """Pass over what may be the rest of a cell, up to a line that looks like a row, and count its lines."""
        for count, line in enumerate(feed(), 1):
            record.clear()
            if delimiter in line:
                if line.count('"') % 2:  # the quote that closes the cell
                    return count
                waiting.appendleft(line)
                return count - 1
        return 0

    while True:
        reader = csv.reader(feed(), delimiter=delimiter, strict=True, skipinitialspace=True)
        try:
            for cells in reader:
                if _is_large(record, cells):
                    fault("large", after + 1, record[0])
                else:
                    if long is not None and len(record) > 1:
                        long(after + 1, [*record])
                    yield after + 1, cells
                after += len(record)
                record.clear()
        except csv.Error as error:
            kind, line, text = _fault("".join(record), delimiter)
            is_large = "field larger" in str(error)
            fault("large" if is_large else kind, after + 1 + line, text)
            read = len(record) if kind == "stray" else line + 1
            waiting.extendleft(reversed(record[read:]))
            after += read
            record.clear()
            if is_large:
                after += skip()
            continue
        return


def _is_large(record: list[str], cells: list[str]) -> bool:
    """Tell whether a cell is beyond the limit of phare, where that of csv was raised by another library."""
    return sum(map(len, record)) > CELL and any(len(cell) > CELL for cell in cells)


def _fault(text: str, delimiter: str) -> tuple[Fault, int, str]:
    """Return the first fault in the text of a record, the line it is on, from 0, and what stands there."""
    at = 0
    while at >= 0:
        quoted = _quoted().match(text, at)
        if quoted:
            end = quoted.end()
            is_closed = text[end : end + 1] == '"'
            if not is_closed or text[end + 1 : end + 2] not in (delimiter, "\r", "\n", ""):
                is_stray = is_closed and not _line_breaks(quoted[0])
                line = _line_breaks(text[: text.index('"', at)])
                return "stray" if is_stray else "unclosed", line, text[at : at + _SHOWN].strip()
            at = end + 1
        at = text.find(delimiter, at)
        at += at >= 0
    return "stray", 0, text[:_SHOWN].strip()


def _line_breaks(text: str) -> int:
    return len(re.findall(r"\r\n|\r|\n", text))
