"""Sum weights over portions of cells, and over what was answered in each: all the items of a question at once.

Such sums serve variances alone. They are of doubles, whose last digits hang on the order of rows: what is worked out of
them is rounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.counts import grown
from phare_cli.respondents.engine.labels import Codes, Numbers

_BASE = 1  # columns of a table before those of items


@dataclass(frozen=True, slots=True)
class PortionRows:
    """The portion of each row of a block (-1 for none) and its weight (None: all one).

    Portions are numbered as *places* says: where each stands among the *total* of those met so far.
    """

    portions: Codes
    weights: Numbers | None
    places: Codes | slice
    total: int

    @property
    def size(self) -> int:
        """How many portions rows are numbered by."""
        return self.total if isinstance(self.places, slice) else int(self.places.size)

    def among_all(self) -> Codes:
        """Return where the portion of each row stands among those met so far."""
        return self.portions if isinstance(self.places, slice) else self.places[self.portions]

    def of(self, rows: NDArray[np.bool_]) -> PortionRows:
        """Return some of the rows."""
        weights = None if self.weights is None else self.weights[rows]
        return replace(self, portions=self.portions[rows], weights=weights)


class PortionSums:
    """Running sums of one question: a line a portion, a column for those who answered and one an item."""

    def __init__(self, *, squares: bool) -> None:
        """Start without any. *squares* sums those of weights too, for what was drawn inside clusters."""
        self._weight: Numbers | None = None
        self._square: Numbers | None = None
        self._squares = squares

    def add_items(self, rows: PortionRows, items: NDArray[np.signedinteger]) -> None:
        """Add the item of each row, of which each has one."""
        width = int(items.max()) + 1
        keys = rows.portions * width + items
        self._weight = self._added(self._weight, rows, _by_item(keys, rows.weights, rows, width))
        if self._squares:
            squares = None if rows.weights is None else rows.weights * rows.weights
            self._square = self._added(self._square, rows, _by_item(keys, squares, rows, width))

    def add_options(self, rows: PortionRows, chosen: Sequence[tuple[int, NDArray[np.bool_]]]) -> None:
        """Add rows that each answered, and the items that each chose."""
        width = max((item for item, _ in chosen), default=-1) + 1
        self._weight = self._added(self._weight, rows, _by_option(rows, rows.weights, chosen, width))
        if self._squares:
            squares = None if rows.weights is None else rows.weights * rows.weights
            self._square = self._added(self._square, rows, _by_option(rows, squares, chosen, width))

    def table(self, portions: int, items: int, order: Codes) -> tuple[Numbers, Numbers]:
        """Return the sums of weights and of their squares, lines in *order*: first those of all who answered."""
        weight = grown(self._weight, portions, items + _BASE)[:portions][order]
        if self._square is None:
            return weight, np.broadcast_to(0.0, weight.shape)  # which no variance asks for
        return weight, grown(self._square, portions, items + _BASE)[:portions][order]

    def _added(self, table: Numbers | None, rows: PortionRows, sums: Numbers) -> Numbers:
        table = grown(table, rows.total, sums.shape[1])
        if sums.shape[1] < table.shape[1]:
            table[rows.places, : sums.shape[1]] += sums
        else:
            table[rows.places] += sums
        return table


def _by_item(keys: Codes, weights: Numbers | None, rows: PortionRows, width: int) -> Numbers:
    size = rows.size
    sums = np.empty((size, _BASE + width))
    sums[:, _BASE:] = np.bincount(keys, weights, minlength=size * width).reshape(size, width)
    sums[:, 0] = sums[:, _BASE:].sum(axis=1)
    return sums


def _by_option(
    rows: PortionRows, weights: Numbers | None, chosen: Sequence[tuple[int, NDArray[np.bool_]]], width: int
) -> Numbers:
    size = rows.size
    sums = np.zeros((size, _BASE + width))
    sums[:, 0] = np.bincount(rows.portions, weights, minlength=size)
    for item, hits in chosen:
        part = None if weights is None else weights[hits]
        sums[:, _BASE + item] += np.bincount(rows.portions[hits], part, minlength=size)
    return sums
