"""Know a cell that swallowed whole rows: its quote opens in one and closes in another. Knows no surveys."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from phare_cli.files.findings import Findings
from phare_cli.files.numbers import number
from phare_cli.files.records import records
from phare_cli.nouns.message import Message, sentence

_ROWS_WITHIN = sentence(
    "a quote opens here, and its cell holds what look like whole rows, down to line {last}: close it, or write it "
    "twice if it belongs to the text."
)


class RowLook:
    """What the cells of each column look like, from some *rows* of *width* cells: their texts, and whether numbers."""

    def __init__(
        self, rows: Iterable[Sequence[str]], width: int, delimiter: str, *, one_cell_tells: bool = False
    ) -> None:
        self._delimiter, self._width, self._one_cell_tells = delimiter, width, one_cell_tells
        self._texts: list[set[str]] = [set() for _ in range(width)]
        for row in rows:
            if len(row) == width:
                self._add(row)
        self._has_numbers = [any(map(_is_number, texts)) for texts in self._texts]

    def tell_swallowed(self, line: int, lines: Sequence[str], file: str, findings: Findings) -> None:
        """Add a problem where *lines*, all of one record that begins on *line*, look like rows.

        Each has as many cells, and half of them hold what that column holds elsewhere; one of them, where
        *one_cell_tells*. A text of several lines that people wrote does not.
        """
        first, *more = (_cells(each.split(self._delimiter)) for each in lines)
        if self._width < 2 or len(first) != self._width:
            return
        if any(self._is_alike(row, first) for row in more if len(row) == self._width):
            message = Message(_ROWS_WITHIN.text, {"last": line + len(lines) - 1})
            findings.problem("unclosed-quote", message, file, line)

    def _add(self, row: Sequence[str]) -> None:
        for texts, cell in zip(self._texts, _cells(row), strict=True):
            texts.add(cell)

    def _is_alike(self, row: Sequence[str], first: Sequence[str]) -> bool:
        """Tell whether half of the cells of a row stand elsewhere or are numbers as there, and not numbers alone."""
        filled = texts = numbers = 0
        for cell, above, known, has_numbers in zip(row, first, self._texts, self._has_numbers, strict=True):
            filled += bool(cell)
            is_number = _is_number(cell)
            numbers += is_number and (has_numbers or _is_number(above))
            texts += bool(cell) and not is_number and (cell in known or cell == above)
        if self._one_cell_tells:
            return texts + numbers > 0
        is_told = texts > 0 or (numbers == filled and self._width > 2)
        return is_told and 2 * (texts + numbers) >= filled > 0


class LongRows:
    """Told each row of several lines of a text, tell of those that swallowed others.

    They are judged by the rows of *lines* that have *width* cells, as most lines have where it is None. In a table
    whose rows have a name each, *one_cell_tells*.
    """

    def __init__(
        self,
        lines: Sequence[str],
        delimiter: str,
        file: str,
        findings: Findings,
        *,
        width: int | None = None,
        one_cell_tells: bool = False,
    ) -> None:
        self._lines, self._delimiter, self._width = lines, delimiter, width
        self._file, self._findings, self._one_cell_tells = file, findings, one_cell_tells
        self._look: RowLook | None = None

    def __call__(self, line: int, lines: Sequence[str]) -> None:
        if self._look is None:
            others = (cells for _, cells in records(self._lines, self._delimiter, lambda *_: None))
            width = self._width or _usual_width(self._lines, self._delimiter)
            self._look = RowLook(others, width, self._delimiter, one_cell_tells=self._one_cell_tells)
        self._look.tell_swallowed(line, lines, self._file, self._findings)


def _usual_width(lines: Sequence[str], delimiter: str) -> int:
    widths = Counter(line.count(delimiter) + 1 for line in lines if delimiter in line)
    return widths.most_common(1)[0][0] if widths else 1


def _is_number(cell: str) -> bool:
    return number(cell.rstrip("%\u00a0\u202f ")) is not None


def _cells(row: Sequence[str]) -> list[str]:
    return [cell.strip(' \t\r\n"') for cell in row]
