"""Know the marks that stand in a file for a figure, or beside one, once its reader has declared them."""

from __future__ import annotations

from collections.abc import Collection

from phare_cli.files.fitting import FileCell
from phare_cli.files.numbers import number
from phare_cli.language.folding import clean

_OF_NUMBERS = "0123456789.,%+-\u2212\u2013'’"


class Withheld:
    """The declared *marks*, such as ``:``, ``c`` and ``b``, and which of them were *met*."""

    def __init__(self, marks: Collection[str], decimal_mark: str | None) -> None:
        self._marks, self._decimal_mark = marks, decimal_mark
        # A mark of digits, or one that numbers hold, is one where it stands alone: beside others it may be a part.
        self._beside = {mark for mark in marks if not any(letter in _OF_NUMBERS for letter in mark)}
        self.met: set[str] = set()

    def figure(self, cell: FileCell) -> FileCell:
        """Return a cell without the marks in it: “57.1 b” and “57.1b” are 57.1, “: c” is empty."""
        if not self._marks or not isinstance(cell, str):
            return cell
        text = clean(cell)
        whole = text.replace(" ", "")
        if text in self._marks or whole in self._marks:
            self.met.add(text if text in self._marks else whole)
            return ""
        parts = text.split(" ")
        beside = [part for part in parts if part in self._beside]
        self.met.update(beside)
        rest = " ".join(part for part in parts if part not in beside)
        for mark in self._beside:
            figure = rest.removesuffix(mark)
            if figure != rest and number(figure, self._decimal_mark) is not None:
                self.met.add(mark)
                return figure
        return rest

    def mark(self, cell: FileCell) -> str:
        """Return what stands in a cell in place of its figure; "" where a figure does, or nothing."""
        text = clean(cell) if self._marks and isinstance(cell, str) else ""
        return text if text and self.figure(text) == "" else ""
