"""Know a cell that swallowed whole rows: its quote opens in one and closes in another. Knows no surveys."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.files.findings import Findings
from phare_cli.files.numbers import number
from phare_cli.nouns.message import Message, sentence

_ROWS_WITHIN = sentence(
    "a quote opens here, and its cell holds what look like whole rows, down to line {last}: close it, or write it "
    "twice if it belongs to the text."
)


class RowLook:
    """What the cells of each column look like, from some *rows* of *width* cells: their texts, and whether numbers."""

    def __init__(self, rows: Iterable[Sequence[str]], width: int, delimiter: str) -> None:
        self._delimiter, self._width = delimiter, width
        self._texts: list[set[str]] = [set() for _ in range(width)]
        for row in rows:
            if len(row) == width:
                self._add(row)
        self._has_numbers = [any(map(number, texts)) for texts in self._texts]

    def tell_swallowed(self, line: int, lines: Sequence[str], file: str, findings: Findings) -> None:
        """Add a problem where *lines*, all of one record that begins on *line*, look like rows.

        Each has as many cells, and half of them hold what that column holds elsewhere. A text of several lines that
        people wrote does not.
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
            is_number = bool(cell) and number(cell) is not None
            numbers += is_number and (has_numbers or number(above) is not None)
            texts += bool(cell) and not is_number and (cell in known or cell == above)
        is_told = texts > 0 or (numbers == filled and self._width > 2)
        return is_told and 2 * (texts + numbers) >= filled > 0


def _cells(row: Sequence[str]) -> list[str]:
    return [cell.strip(' \t\r\n"') for cell in row]
