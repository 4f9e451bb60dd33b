"""Sum doubles over numbered cells without any rounding, so that neither order nor block size shows in a digit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from phare_cli.respondents.engine.labels import Codes, Numbers

# A double is cut into digits of 36 bits on a grid that never moves; the sum of up to 2**17 of them in a double
# is exact. The grid stands so that common weights (0.001 to 512) take two digits.
DIGIT_BITS = 36
MOST_ROWS = 1 << 17
_LOWEST_BIT = -27
_CARRY_EVERY = 512
_LARGEST_POWER = 1000

Digits = Mapping[int, Numbers]


def summed(keys: Codes, digits: Digits, size: int) -> dict[int, Numbers]:
    """Return the sum of each digit over each key, exact."""
    return {
        bit: np.bincount(keys, digit, minlength=size).astype(np.float64, copy=False)
        for bit, digit in digits.items()
    }


def digits_of(values: Numbers) -> dict[int, Numbers]:
    """Return non-negative *values* in digits: sum of ``digit * 2**bit`` over the (bit, digit) pairs."""
    largest = float(values.max(initial=0.0))
    bit = _LOWEST_BIT
    while largest >= 2.0 ** (bit + DIGIT_BITS):
        bit += DIGIT_BITS
    digits: dict[int, Numbers] = {}
    rest = values
    while rest.any():
        digit = np.floor(_shifted(rest, -bit))
        if digit.any():
            digits[bit] = digit
            rest = rest - _shifted(digit, bit)
        bit -= DIGIT_BITS
    return digits


def _shifted(values: Numbers, bit: int) -> Numbers:
    """Return ``values * 2**bit``: by that product, which is exact and fast, where the power is a double."""
    return values * 2.0**bit if abs(bit) < _LARGEST_POWER else np.ldexp(values, bit)


class ExactSum:
    """Running sums of doubles, one a cell of a *width*-column table whose rows grow as cells are met."""

    def __init__(self) -> None:
        self._sums: dict[int, NDArray[np.int64]] = {}
        self._added = 0

    def add(self, cells: Codes, digits: Digits, size: int) -> None:
        """Add the values in *digits* to the sums of *cells*; *size* is the number of cells so far."""
        self.add_sums(summed(cells, digits, size))

    def add_sums(self, sums: Mapping[int, Numbers | NDArray[np.int64]], blocks: int = 1) -> None:
        """Add what was summed already over so many blocks, one exact number a cell and a digit."""
        for bit, each in sums.items():
            self._row(bit, each.size)[: each.size] += each.astype(np.int64)
        self._added += blocks
        if self._added >= _CARRY_EVERY:
            self._carry()
            self._added = 0

    def totals(self, size: int) -> Totals:
        """Return the sums of the first *size* cells."""
        if not self._sums:
            return Totals(np.zeros(size, dtype=object), 0)
        lowest = min(self._sums)
        whole = np.zeros(size, dtype=object)
        for bit, row in self._sums.items():
            padded = np.zeros(size, dtype=object)
            padded[: min(size, row.size)] = [int(each) << (bit - lowest) for each in row[:size]]
            whole += padded
        return Totals(whole, lowest)

    def _row(self, bit: int, size: int) -> NDArray[np.int64]:
        row = self._sums.get(bit)
        if row is None or row.size < size:
            grown = np.zeros(max(2 * size, 64), dtype=np.int64)
            if row is not None:
                grown[: row.size] = row
            row = self._sums[bit] = grown
        return row

    def _carry(self) -> None:
        for bit in sorted(self._sums):
            row = self._sums[bit]
            over = row >> DIGIT_BITS
            if over.any():
                self._sums[bit] = row & ((1 << DIGIT_BITS) - 1)
                self._row(bit + DIGIT_BITS, row.size)[: row.size] += over


@dataclass(frozen=True, slots=True)
class Totals:
    """Exact sums: each is ``values * 2**bit``, *values* being whole numbers of any size."""

    values: NDArray[np.object_]
    bit: int

    def times(self, factors: Sequence[Fraction]) -> Totals:
        """Return the sums, each times a factor that is a double: exact still."""
        most = max((factor.denominator.bit_length() - 1 for factor in factors), default=0)
        scaled = np.zeros(self.values.size, dtype=object)
        for place, factor in enumerate(factors):
            scaled[place] = self.values[place] * (factor.numerator * ((1 << most) // factor.denominator))
        return Totals(scaled, self.bit - most)

    def plus(self, other: Totals) -> Totals:
        """Return the sums of both, exact still."""
        bit = min(self.bit, other.bit)
        return Totals(self.values * (1 << (self.bit - bit)) + other.values * (1 << (other.bit - bit)), bit)

    def within(self, mask: NDArray[np.bool_]) -> Totals:
        """Return the sums of the cells of a mask, zero in the others."""
        return Totals(np.where(mask, self.values, 0).astype(object), self.bit)

    def floats(self, cells: Codes) -> Numbers:
        """Return the sum of each of some cells, rounded once."""
        return np.array([float(Exact(int(each), self.bit)) for each in self.values[cells]], dtype=np.float64)

    def over(self, cells: NDArray[np.intp]) -> Exact:
        """Return the sum over some cells."""
        return Exact(sum(self.values[cells].tolist()), self.bit)


@dataclass(frozen=True, slots=True)
class Exact:
    """One exact sum, ``value * 2**bit``."""

    value: int
    bit: int

    def __float__(self) -> float:
        return self.value / (1 << -self.bit) if self.bit < 0 else float(self.value << self.bit)

    def ratio(self, other: Exact) -> float:
        """Return this sum divided by *other*, rounded once."""
        shift = self.bit - other.bit
        above, below = (
            (self.value << shift, other.value) if shift >= 0 else (self.value, other.value << -shift)
        )
        return above / below

    def __mul__(self, other: Exact) -> Exact:
        return Exact(self.value * other.value, self.bit + other.bit)
