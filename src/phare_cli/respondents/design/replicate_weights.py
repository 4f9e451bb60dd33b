"""Read the replicate weights of respondents, and remember how many ways they vary by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import sentence
from phare_cli.respondents.engine.batches import Batch
from phare_cli.respondents.engine.labels import Codes, Labels, Numbers
from phare_cli.respondents.find_columns import ColumnFinder

# Beyond so many degrees of freedom Student's t is the normal within a hundredth: they need not be told apart.
MOST_DEGREES = 200
_LOOKED = 8  # rows that differ are looked at in a cell, so many for each replicate
_ALIKE = 1e6  # rows that differ by less than a part in so many are one
_RANK = 1e-5  # what R's degf takes for nothing beside the largest


class ReplicateReader:
    """Reads the replicate weights of one file: columns by rows."""

    def __init__(
        self,
        patterns: Sequence[str],
        columns: ColumnFinder,
        decimal_marks: str,
        file: str,
        findings: Findings,
    ) -> None:
        places = [place for pattern in patterns for place in columns.matching(pattern)]
        self.places = list(dict.fromkeys(places))
        self._names = [columns.name(place) for place in self.places]
        self._decimal_marks = decimal_marks
        self._file, self._findings = file, findings
        self._of_texts = set[int]()  # columns most of whose cells are no numbers

    def read(self, block: Batch, weights: Numbers) -> Numbers:
        """Return the weights of each replicate; one that is none, of who weighs something, is a problem."""
        replicates = np.empty((len(self.places), block.rows))
        for number, place in enumerate(self.places):
            replicates[number], _ = block.numbers(place, self._decimal_marks)
        wrong = ~(replicates >= 0.0) & (weights > 0.0)
        if wrong.any():
            self._tell(block, replicates, wrong)
        return np.where((replicates >= 0.0) & (weights > 0.0), replicates, 0.0)

    def _tell(self, block: Batch, replicates: Numbers, wrong: NDArray[np.bool_]) -> None:
        for number, row in np.argwhere(wrong).tolist():
            if number in self._of_texts:
                continue
            labels = Labels()
            text = labels.texts[int(block.codes(self.places[number], labels)[row])]
            if text and 2 * int((wrong[number] & np.isnan(replicates[number])).sum()) > block.rows:
                self._of_texts.add(number)
                message = sentence(
                    "most cells of this column are no numbers: it is no column of replicate weights. Name those that "
                    "are."
                )
            elif replicates[number, row] < 0.0:
                message = sentence("a replicate weight is negative. Replicates weigh zero or more: mend it.")
            elif text:
                message = sentence("a replicate weight is not a number. Mend it, or leave the column out.")
            else:
                message = sentence(
                    "a replicate weight is missing. Every respondent has one in every replicate, 0 where left out."
                )
            self._findings.problem(
                "wrong-replicate", message, self._file, block.line(row), self._names[number]
            )


class ReplicateWays:
    """The ways in which replicates differ from the weights, cell by cell: how many are independent is their rank.

    Of each cell the rows that differ are looked at, as many as may matter, and what they span is kept; replicates
    beyond MOST_DEGREES are projected on that many directions.
    """

    def __init__(self) -> None:
        self._rows: dict[int, list[Numbers]] = {}
        self._met: set[tuple[int, int]] = set()
        self._looked = Counter[int]()  # rows that differ, by cell
        self._turn: Numbers | None = None
        self._look: Numbers = np.empty(0)
        self.totals: Numbers = np.empty(0)  # of each replicate, over everybody

    def add(self, cells: Codes, weights: Numbers, replicates: Numbers) -> None:
        """Look at the respondents of a block, those of no cell (-1) left out."""
        count = replicates.shape[0]
        if not self._look.size:
            random = np.random.default_rng(1)
            self._look = random.random((count,)) + 0.5
            self.totals = np.zeros(count)
            if count > MOST_DEGREES:
                self._turn = random.standard_normal((count, MOST_DEGREES))
        sums: Numbers = replicates.sum(axis=1)
        self.totals += sums
        width = min(count, MOST_DEGREES)
        inside = np.flatnonzero((cells >= 0) & (weights > 0.0))
        looks = np.rint(self._look @ replicates[:, inside] / weights[inside] * _ALIKE).astype(np.int64)
        pairs = np.stack([cells[inside], looks], axis=1)
        _, first = np.unique(pairs, axis=0, return_index=True)
        for place in np.sort(first).tolist():
            cell, look = int(pairs[place, 0]), int(pairs[place, 1])
            kept = self._rows.setdefault(cell, [])
            if (cell, look) in self._met or self._looked[cell] >= _LOOKED * width:
                continue
            self._met.add((cell, look))
            self._looked[cell] += 1
            row = replicates[:, inside[place]] / weights[inside[place]]
            kept.append(row if self._turn is None else row @ self._turn)
            if len(kept) >= 2 * width:  # as many rows with the same singular values
                kept[:] = np.linalg.qr(np.array(kept), mode="r")

    def degrees(self, cells: Codes) -> float:
        """Return the rank of the replicates of some cells, less one: R's ``degf``, up to MOST_DEGREES of it."""
        rows = [row for cell in cells.tolist() for row in self._rows.get(cell, ())]
        if not rows:
            return 0.0
        table = np.array(rows)
        largest = float(np.linalg.norm(table, 2))
        return float(np.linalg.matrix_rank(table, tol=_RANK * largest) - 1) if largest > 0.0 else 0.0
