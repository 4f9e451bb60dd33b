"""Count respondents and sum their weights over cells."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.exact import Digits, Exact, ExactSum, Totals, summed
from phare_cli.respondents.engine.labels import Codes, Numbers

Table = NDArray[np.float64] | NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Weights:
    """The weights of some rows, and their squares, in exact digits; None where every weight is one.

    *replicates* are other weights of the same rows, a line each, for variances.
    """

    weight: Digits
    square: Digits
    replicates: Numbers | None = None

    def of(self, rows: NDArray[np.bool_]) -> Weights:
        """Return the weights of some of the rows."""
        replicates = None if self.replicates is None else self.replicates[:, rows]
        return Weights(_of(self.weight, rows), _of(self.square, rows), replicates)

    def replicated(self, keys: Codes, size: int) -> Numbers | None:
        """Return the sums of replicates over each key, a column a replicate."""
        if self.replicates is None:
            return None
        sums = np.empty((size, self.replicates.shape[0]))
        for number, line in enumerate(self.replicates):
            sums[:, number] = np.bincount(keys, line, minlength=size)
        return sums


def _of(digits: Digits, rows: NDArray[np.bool_]) -> Digits:
    return {bit: digit[rows] for bit, digit in digits.items()}


@dataclass(frozen=True, slots=True)
class CodeSums:
    """Respondents and sums of weights, cells by codes: what one pass of ``bincount`` gives for many codes at once."""

    counts: NDArray[np.int64]
    weight: Mapping[int, Table] | None
    square: Mapping[int, Table]
    replicates: Numbers | None = None  # cells by codes by replicates

    def times(self, codes: Table) -> CodeSums:
        """Return sums over codes, one column a column of *codes* (0 or 1): exact, whatever the order."""
        weight = self.weight and {bit: _times(each, codes) for bit, each in self.weight.items()}
        square = {bit: _times(each, codes) for bit, each in self.square.items()}
        replicates = self.replicates
        if replicates is not None:
            replicates = np.einsum("ckr,ko->cor", replicates, codes)
        return CodeSums(_times(self.counts, codes).astype(np.int64), weight, square, replicates)


def _times(table: Table, codes: Table) -> Table:
    # Not "@": for tables this small, the threads that a BLAS wakes cost more than the product.
    product: Table = np.einsum("ck,ko->co", table, codes)
    return product


def cross(
    cells: Codes, codes: NDArray[np.integer], width: int, weights: Weights | None, size: int, *, squares: bool
) -> CodeSums:
    """Return the crossing of *cells* (of *size*) and *codes* (of *width*)."""
    keys = cells * width + codes
    shape = (size, width)
    counts = np.bincount(keys, minlength=size * width).reshape(shape)
    if weights is None:
        return CodeSums(counts, None, {})

    def table(digits: Digits) -> dict[int, Numbers]:
        return {bit: each.reshape(shape) for bit, each in summed(keys, digits, size * width).items()}

    replicates = weights.replicated(keys, size * width)
    return CodeSums(
        counts,
        table(weights.weight),
        table(weights.square) if squares else {},
        None if replicates is None else replicates.reshape(size, width, -1),
    )


class Count:
    """Running counts and sums of weights, one a cell; *squares* too where a base or a variance needs them."""

    def __init__(self, *, squares: bool) -> None:
        self._counts = np.zeros(0, dtype=np.int64)
        self._weight = ExactSum()
        self._square = ExactSum()
        self._squares = squares
        self._weighted = False
        self._replicates: Numbers | None = None

    def add(self, cells: Codes, weights: Weights | None, size: int) -> None:
        """Add one respondent to each of *cells*; *size* is the number of cells so far."""
        self._grow(size)
        self._counts[:size] += np.bincount(cells, minlength=size)
        if weights is not None:
            self._weighted = True
            self._weight.add(cells, weights.weight, size)
            if self._squares:
                self._square.add(cells, weights.square, size)
            self._add_replicates(weights.replicated(cells, size))

    def add_column(self, crossing: CodeSums, column: int, blocks: int = 1) -> None:
        """Add one column of a crossing of so many blocks."""
        size = crossing.counts.shape[0]
        self._grow(size)
        self._counts[:size] += crossing.counts[:, column]
        if crossing.weight is not None:
            self._weighted = True
            self._weight.add_sums({bit: each[:, column] for bit, each in crossing.weight.items()}, blocks)
            if self._squares:
                self._square.add_sums({bit: each[:, column] for bit, each in crossing.square.items()}, blocks)
            if crossing.replicates is not None:
                self._add_replicates(crossing.replicates[:, column])

    def _add_replicates(self, sums: Numbers | None) -> None:
        if sums is not None:
            self._replicates = grown(self._replicates, *sums.shape)
            self._replicates[: sums.shape[0]] += sums

    def _grow(self, size: int) -> None:
        if self._counts.size < size:
            grown_counts = np.zeros(max(2 * size, 64), dtype=np.int64)
            grown_counts[: self._counts.size] = self._counts
            self._counts = grown_counts

    def sums(self, size: int) -> Sums:
        """Return what was counted over the first *size* cells."""
        counts = np.zeros(size, dtype=np.int64)
        counts[: min(size, self._counts.size)] = self._counts[:size]
        if not self._weighted:
            ones = Totals(counts.astype(object), 0)
            return Sums(counts, ones, ones)
        replicates = None if self._replicates is None else grown(self._replicates, size, 0)[:size]
        return Sums(counts, self._weight.totals(size), self._square.totals(size), replicates=replicates)


def grown(table: Numbers | None, lines: int, columns: int) -> Numbers:
    """Return a table of so many lines and columns at least, zero where it had none; lines are added in plenty."""
    if table is not None and table.shape[0] >= lines and table.shape[1] >= columns:
        return table
    known = (0, 0) if table is None else table.shape
    larger = np.zeros((lines if known[0] >= lines else max(2 * lines, 16), max(columns, known[1])))
    if known[0] >= lines:
        larger = np.zeros((known[0], max(columns, known[1])))
    if table is not None:
        larger[: known[0], : known[1]] = table
    return larger


@dataclass(frozen=True, slots=True)
class Sums:
    """Respondents, sum of weights and sum of squared weights, by cell.

    *by_portion* and *squares_by_portion* are the latter two by portion of a cell (its respondents in one cluster),
    None where cells were counted whole. *replicates* are the sums of replicate weights, cells by replicates.
    """

    counts: NDArray[np.int64]
    weight: Totals
    square: Totals
    by_portion: Numbers | None = None
    squares_by_portion: Numbers | None = None
    replicates: Numbers | None = None

    def parts(self, places: Codes) -> tuple[Numbers, Numbers]:
        """Return the sums of weights and of their squares of some portions, of cells where none are kept apart."""
        if self.by_portion is None or self.squares_by_portion is None:
            return self.weight.floats(places), self.square.floats(places)
        return self.by_portion[places], self.squares_by_portion[places]

    def times(self, factors: Sequence[float]) -> Sums:
        """Return the sums where each respondent of a cell weighs as many times more; no portion is kept."""
        exact = [Fraction(factor) for factor in factors]
        squares = [factor * factor for factor in exact]
        return Sums(self.counts, self.weight.times(exact), self.square.times(squares))

    def plus(self, other: Sums) -> Sums:
        """Return the sums of respondents of whom none stands in both, as exact as each."""
        return Sums(
            self.counts + other.counts,
            self.weight.plus(other.weight),
            self.square.plus(other.square),
            _plus(self.by_portion, other.by_portion),
            _plus(self.squares_by_portion, other.squares_by_portion),
            _plus(self.replicates, other.replicates),
        )

    def within(self, mask: NDArray[np.bool_], cell_of_portion: NDArray[np.intp] | None) -> Sums:
        """Return the sums of who stands in the cells of a mask, zero in the others; portions are told by their cell."""
        portions = None if cell_of_portion is None else mask[cell_of_portion]
        return Sums(
            np.where(mask, self.counts, 0),
            self.weight.within(mask),
            self.square.within(mask),
            _within(self.by_portion, portions),
            _within(self.squares_by_portion, portions),
            None if self.replicates is None else np.where(mask[:, None], self.replicates, 0.0),
        )

    def over(self, cells: NDArray[np.intp]) -> Sum:
        """Return the sum over some cells."""
        return Sum(int(self.counts[cells].sum()), self.weight.over(cells), self.square.over(cells))


def _plus(one: Numbers | None, other: Numbers | None) -> Numbers | None:
    return None if one is None or other is None else one + other


def _within(sums: Numbers | None, portions: NDArray[np.bool_] | None) -> Numbers | None:
    return None if sums is None or portions is None else np.where(portions, sums, 0.0)


@dataclass(frozen=True, slots=True)
class Sum:
    """Respondents, sum of weights and sum of squared weights."""

    count: int
    weight: Exact
    square: Exact

    @property
    def effective_base(self) -> float:
        """Kish's: (sum of weights)^2 / sum of squared weights; 0 without respondents."""
        return (self.weight * self.weight).ratio(self.square) if self.count else 0.0
