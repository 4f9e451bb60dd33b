"""Part cells by the clusters that respondents were drawn in: a portion is who stands in one cell and one cluster.

Sums of portions are what a clustered design needs to be known by. They grow with the clusters, never with the rows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import sentence
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.numbered_keys import NumberedKeys
from phare_cli.respondents.engine.portion_sums import (
    MOST_WAITING,
    PortionRows,
    joined_weights,
    squared,
)
from phare_cli.respondents.engine.value_labels import ValueLabels
from phare_cli.respondents.find_columns import ColumnFinder

_Kind = TypeVar("_Kind", bound=np.generic)

STAGES = 2
TOO_MANY_STAGES = sentence(
    "clusters of two stages are enough: what is drawn inside them adds nothing that can be told. Keep the first two."
)
_BITS = 21  # of the number of a cluster, beside that of a cell
MOST_CLUSTERS = 1 << _BITS


class PortionNumbers:
    """The portions met so far, numbered in the order in which they were met."""

    def __init__(self, stages: Sequence[str]) -> None:
        """Start without any; *stages* are the columns of clusters, those drawn first before those drawn in them."""
        self.stages = tuple(stages)
        self.names: tuple[dict[str, int], ...] = tuple({} for _ in stages)
        self._keys = NumberedKeys(_BITS)
        self._waiting: list[PortionRows] = []
        self._rows = 0  # that wait
        self._people = np.zeros(0, dtype=np.int64)
        self._weights, self._squares = np.zeros(0), np.zeros(0)

    def rows(self, cells: Codes, clusters: Sequence[Codes], weights: Numbers | None) -> PortionRows:
        """Return the portion of each row of a block, and count who stands in it."""
        keys = cells.astype(np.int64)
        for each in clusters:
            keys = (keys << _BITS) | each
        rows = cells >= 0
        is_all = bool(rows.all())
        numbers = self._keys.numbers(keys if is_all else keys[rows])
        counted = PortionRows(
            numbers, weights if is_all or weights is None else weights[rows], self._keys.size
        )
        self._waiting.append(counted)
        self._rows += numbers.size
        if self._rows > max(MOST_WAITING, self._keys.size):
            self._settle()
        if is_all:
            return counted
        portions = np.full(cells.size, -1, dtype=np.intp)
        portions[rows] = numbers
        return PortionRows(portions, weights, self._keys.size)

    def _settle(self) -> None:
        """Count who waits."""
        if not self._waiting:
            return
        size = self._keys.size
        portions = np.concatenate([rows.portions for rows in self._waiting])
        weights = joined_weights(self._waiting)
        self._waiting, self._rows = [], 0
        if self._people.size < size:
            self._people = _longer(self._people, 2 * size)
            self._weights, self._squares = _longer(self._weights, 2 * size), _longer(self._squares, 2 * size)
        self._people[:size] += np.bincount(portions, minlength=size)
        self._weights[:size] += np.bincount(portions, weights, minlength=size)
        self._squares[:size] += np.bincount(portions, squared(weights), minlength=size)

    def table(self, cells: Sequence[RespondentCell]) -> PortionTable:
        """Return the portions in an order that does not hang on that of the rows: by cell, then by cluster."""
        self._settle()
        keys = self._keys.keys
        clusters: list[Codes] = []
        for names in reversed(self.names):
            ranks = np.argsort(np.argsort(np.array(list(names), dtype=str), kind="stable"), kind="stable")
            clusters.insert(0, ranks[(keys & (MOST_CLUSTERS - 1)).astype(np.intp)])
            keys = keys >> _BITS
        of_cell = keys.astype(np.intp)
        ranked = sorted(range(len(cells)), key=lambda number: cells[number])
        rank_of_cell = np.argsort(np.array(ranked, dtype=np.intp), kind="stable")
        order = np.lexsort((*reversed(clusters), rank_of_cell[of_cell]))
        return PortionTable(
            self.stages,
            order,
            of_cell[order],
            tuple(each[order] for each in clusters),
            tuple(tuple(sorted(names)) for names in self.names),
            self._people[: of_cell.size][order],
            self._weights[: of_cell.size][order],
            self._squares[: of_cell.size][order],
        )


@dataclass(frozen=True, slots=True)
class PortionTable:
    """The portions of whole files, in order: the cell of each, and its cluster of each stage by its place in *names*.

    *order* tells where each stood when it was met.
    """

    stages: tuple[str, ...]
    order: NDArray[np.intp]
    cells: NDArray[np.intp]
    clusters: tuple[NDArray[np.intp], ...]
    names: tuple[tuple[str, ...], ...]
    people: NDArray[np.int64]  # respondents of each
    weights: Numbers  # what they weigh together, and the squares of that
    squares: Numbers


class ClusterReader:
    """Finds the portion of each row of one file."""

    def __init__(
        self, portions: PortionNumbers, columns: ColumnFinder, file: str, findings: Findings
    ) -> None:
        self._portions = portions
        self._file, self._findings = file, findings
        self.places = [columns.one(name) for name in portions.stages]
        self._lookups = [
            Lookup(_number_in(names, columns.labels(place)))
            for names, place in zip(portions.names, self.places, strict=True)
        ]

    def read(self, coded: Coded, cells: Codes, weights: Numbers | None) -> PortionRows:
        """Return the portion of each row of a block; a respondent without a cluster is a problem with its line."""
        clusters: list[Codes] = []
        for place, lookup, column in zip(self.places, self._lookups, self._portions.stages, strict=True):
            found = coded.column(place, lookup).astype(np.intp)
            for row in np.flatnonzero((found < 0) & (cells >= 0)).tolist():
                self._findings.problem(
                    "missing-cluster",
                    sentence("a respondent has no cluster. Mend its cell, or remove the row."),
                    self._file,
                    coded.block.line(row),
                    column,
                )
            clusters.append(np.maximum(found, 0))
        if max(map(len, self._portions.names)) > MOST_CLUSTERS:
            self._findings.problem(
                "too-many-clusters",
                sentence(
                    "more than {most} clusters stand in the file: choose another column.", most=MOST_CLUSTERS
                ),
                self._file,
            )
            self._findings.raise_any()
        return self._portions.rows(cells, clusters, weights)


def _longer(counts: NDArray[_Kind], size: int) -> NDArray[_Kind]:
    longer = np.zeros(size, dtype=counts.dtype)
    longer[: counts.size] = counts
    return longer


def _number_in(names: dict[str, int], labels: ValueLabels) -> Callable[[str], int]:
    """Return what numbers the cluster of a cell, -1 where none is told; codes stand for themselves."""
    return lambda text: names.setdefault(text, len(names)) if text else -1
