"""Read the weight of each respondent; what is no weight is a problem with its line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from phare_cli.message import Message, sentence
from phare_cli.tabulating.blocks import Block
from phare_cli.tabulating.cells import Cell, CellReader
from phare_cli.tabulating.coded import Coded
from phare_cli.tabulating.findings import Findings
from phare_cli.tabulating.labels import Labels, Numbers
from phare_cli.tabulating.numerals import MARKS


@dataclass(frozen=True, slots=True)
class Scale:
    """What raking multiplies weights by: a factor for each cell of some *columns* (see Cell.stratum)."""

    columns: tuple[str, ...]
    factors: Mapping[Cell, float]


class Weighing:
    """Reads the weights of one file."""

    def __init__(self, file: str, place: int | None, marks: str, findings: Findings) -> None:
        self._file = file
        self.place = place
        self._marks = marks or MARKS
        self._findings = findings
        self._seen: set[str] = set()
        self._scales: tuple[CellReader, Scale] | None = None

    def scale_by(self, reader: CellReader, scale: Scale) -> None:
        """Multiply the weights of each cell that *reader* finds by its factor."""
        self._scales = reader, scale

    def read(self, coded: Coded) -> Numbers | None:
        """Return the weights of a block, zero for what is no respondent; None when nothing is weighted."""
        weights = None if self.place is None or self.place < 0 else self._column(coded.block)
        if self._scales is None:
            return weights
        reader, scale = self._scales
        numbers = reader.read(coded)
        factors = np.array([scale.factors.get(cell, 0.0) for cell in reader.cells.cells])
        return factors[numbers] * (1.0 if weights is None else weights)

    def _column(self, block: Block) -> Numbers:
        assert self.place is not None
        weights, seen = block.numbers(self.place, self._marks)
        self._seen |= seen
        if len(self._seen) > 1:
            self._mixed_marks()
        wrong = np.flatnonzero(~(weights >= 0.0))
        if wrong.size:
            self._tell(block, weights, wrong.tolist())
            weights = np.where(weights >= 0.0, weights, 0.0)
        return weights

    def _tell(self, block: Block, weights: Numbers, wrong: list[int]) -> None:
        assert self.place is not None
        labels = Labels()
        codes = block.codes(self.place, labels)
        for row in wrong:
            code, message = _WRONG[
                "negative" if weights[row] < 0.0 else "text" if labels.texts[codes[row]] else "missing"
            ]
            self._findings.add(code, message, self._file, block.line(row))

    def _mixed_marks(self) -> None:
        self._seen.clear()
        self._marks = self._marks[0]
        self._findings.add(
            "mixed-decimals",
            sentence("the weights hold both decimal commas and decimal points. Say which with --decimal."),
            self._file,
        )


_WRONG: Mapping[str, tuple[str, Message]] = {
    "negative": (
        "negative-weight",
        sentence(
            "a weight is negative. A respondent weighs zero or more: mend the weight, or remove the row."
        ),
    ),
    "text": (
        "not-a-number",
        sentence("a weight is not a number. Mend it, or choose another column of weights."),
    ),
    "missing": (
        "missing-weight",
        sentence("a weight is missing. Write 0 for a row that is no respondent, or remove the row."),
    ),
}
