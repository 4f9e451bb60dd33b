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
MOST_WAITING = 1 << 18  # rows, at least: whole tables are added, and the fewer times the better
_SMALL = 1 << 15
_MOST_KEYS = 1 << 17  # of portions by choices of several items, a table that processors keep at hand
Packed = Sequence[tuple[Sequence[int], NDArray[np.uint8]]]
"""Some items, and the choices of each row among them: a bit each, the first in the lowest."""


@dataclass(frozen=True, slots=True)
class PortionRows:
    """The portion of each row of a block (-1 for none) and its weight (None: all one).

    Portions are numbered in the order in which they were met; *total* is how many that is so far.
    """

    portions: Codes
    weights: Numbers | None
    total: int

    def of(self, rows: NDArray[np.bool_]) -> PortionRows:
        """Return some of the rows."""
        weights = None if self.weights is None else self.weights[rows]
        return replace(self, portions=self.portions[rows], weights=weights)


class PortionSums:
    """Running sums of one question: a line a portion, a column for those who answered and one an item.

    Rows wait until they are as many as the portions: adding them costs as much as a table is large.
    """

    def __init__(self, *, squares: bool) -> None:
        """Start without any. *squares* sums those of weights too, for what was drawn inside clusters."""
        self._weight: Numbers | None = None
        self._square: Numbers | None = None
        self._squares = squares
        self._items: list[tuple[PortionRows, NDArray[np.signedinteger]]] = []
        self._chosen: list[tuple[PortionRows, Packed]] = []
        self._waiting = 0
        self._width = 0  # items so far
        self._has_one_each = False

    def add_items(self, rows: PortionRows, items: NDArray[np.signedinteger]) -> None:
        """Add the item of each row, of which each has one."""
        most = int(items.max())
        self._width = max(self._width, most + 1)
        self._items.append((rows, items.astype(np.int16) if most < _SMALL else items))
        self._has_one_each = True
        self._wait(rows)

    def add_options(self, rows: PortionRows, packed: Packed) -> None:
        """Add rows that each answered, and the items that each chose."""
        self._width = max(self._width, max((max(items) for items, _ in packed), default=-1) + 1)
        self._chosen.append((rows, packed))
        self._wait(rows)

    def table(self, portions: int, items: int, order: Codes) -> tuple[Numbers, Numbers]:
        """Return the sums of weights and of their squares, lines in *order*: first those of all who answered."""
        self._add(portions)
        weight, self._weight = self._whole(self._weight, portions, items, order), None
        if self._square is None:
            return weight, np.broadcast_to(0.0, weight.shape)  # which no variance asks for
        square, self._square = self._whole(self._square, portions, items, order), None
        return weight, square

    def _whole(self, table: Numbers | None, portions: int, items: int, order: Codes) -> Numbers:
        whole = grown(table, portions, items + _BASE)[:portions][order]
        if self._has_one_each:
            whole[:, 0] = whole[:, _BASE:] @ np.ones(whole.shape[1] - _BASE)
        return whole

    def _wait(self, rows: PortionRows) -> None:
        self._waiting += rows.portions.size
        if self._waiting > max(MOST_WAITING, rows.total):
            self._add(rows.total)

    def _add(self, total: int) -> None:
        """Add the rows that wait to the sums of *total* portions."""
        if self._items:
            portions = np.concatenate([rows.portions for rows, _ in self._items])
            items = np.concatenate([each for _, each in self._items])
            keys, weights = portions * self._width + items, joined_weights([rows for rows, _ in self._items])
            self._weight = self._with_items(self._weight, total, keys, weights)
            if self._squares:
                self._square = self._with_items(self._square, total, keys, squared(weights))
        if self._chosen:
            self._weight = self._with_options(self._weight, total, is_squared=False)
            if self._squares:
                self._square = self._with_options(self._square, total, is_squared=True)
        self._items, self._chosen, self._waiting = [], [], 0

    def _with_items(self, table: Numbers | None, total: int, keys: Codes, weights: Numbers | None) -> Numbers:
        """Return *table* with those who chose one item each; *keys* number the portion and the item of a row."""
        table = grown(table, total, _BASE + self._width)
        sums = np.bincount(keys, weights, minlength=total * self._width)
        table[:total, _BASE : _BASE + self._width] += sums.reshape(total, -1)
        return table

    def _with_options(self, table: Numbers | None, total: int, *, is_squared: bool) -> Numbers:
        table = grown(table, total, _BASE + self._width)
        _add_options(table, total, self._chosen, is_squared=is_squared)
        return table


def joined_weights(rows: Sequence[PortionRows]) -> Numbers | None:
    """Return the weights of several blocks, None where all are one."""
    if all(each.weights is None for each in rows):
        return None
    return np.concatenate(
        [np.ones(each.portions.size) if each.weights is None else each.weights for each in rows]
    )


def squared(weights: Numbers | None) -> Numbers | None:
    """Return the squares of weights, None where all are one."""
    return None if weights is None else weights * weights


def _add_options(
    table: Numbers, total: int, waiting: Sequence[tuple[PortionRows, Packed]], *, is_squared: bool
) -> None:
    """Add to the first column who answered, to that of each item who chose it."""
    by_items: dict[tuple[int, ...], list[tuple[PortionRows, NDArray[np.uint8]]]] = {}
    for rows, packed in waiting:
        for items, codes in packed:
            by_items.setdefault(tuple(items), []).append((rows, codes))
    everybody = _Weighed.of([rows for rows, _ in waiting], is_squared=is_squared)
    table[:total, 0] += np.bincount(everybody.portions, everybody.weights, minlength=total)
    for together, parts in by_items.items():
        is_all = len(parts) == len(waiting)
        weighed = everybody if is_all else _Weighed.of([rows for rows, _ in parts], is_squared=is_squared)
        codes = np.concatenate([each for _, each in parts])
        several = max(1, (_MOST_KEYS // max(total, 1)).bit_length() - 1)
        for first in range(0, len(together), several):
            some = together[first : first + several]
            chosen = (codes >> np.uint8(first)) & np.uint8((1 << len(some)) - 1)
            keys = (weighed.portions << len(some)) | chosen
            sums = np.bincount(keys, weighed.weights, minlength=total << len(some)).reshape(total, -1)
            for place, item in enumerate(some):
                with_item = (np.arange(1 << len(some)) >> place & 1).astype(bool)
                table[:total, _BASE + item] += sums[:, with_item].sum(axis=1)


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The portions of some rows and what they weigh, None where all are one."""

    portions: Codes
    weights: Numbers | None

    @classmethod
    def of(cls, rows: Sequence[PortionRows], *, is_squared: bool) -> _Weighed:
        weights = joined_weights(rows)
        portions = np.concatenate([each.portions for each in rows])
        return cls(portions, squared(weights) if is_squared else weights)
