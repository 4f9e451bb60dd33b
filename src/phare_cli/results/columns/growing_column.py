"""Hold what is read of a column block by block in little more memory than it takes once read."""

from __future__ import annotations

from typing import Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from phare_cli.nouns.large.coded_column import CodedNumbers
from phare_cli.results.columns.key_codes import KeyCodes

Kind = TypeVar("Kind", bound=np.generic)
_MOST = 1 << 16  # numbers of two bytes a row
_SOME = 1 << 10
_OFTEN = 4  # times that each number stands in a block, or more: else all may be distinct


class GrowingColumn(Generic[Kind]):
    """An array that grows at its end, and takes wider numbers when they come."""

    def __init__(self, kind: type[Kind]) -> None:
        self._array: NDArray[Kind] = np.empty(0, dtype=kind)
        self._size = 0

    def add(self, part: NDArray[Kind]) -> None:
        """Append the rows of a block."""
        kind = np.promote_types(self._array.dtype, part.dtype)
        size = self._size + part.size
        if size > self._array.size or kind != self._array.dtype:
            # What nobody has written to yet takes no memory.
            wider = np.empty(max(2 * size, self._array.size), dtype=kind)
            wider[: self._size] = self._array[: self._size]
            self._array = wider
        self._array[self._size : size] = part
        self._size = size

    def whole(self) -> NDArray[Kind]:
        """Return all rows; none is added after."""
        return self._array[: self._size]


class GrowingNumbers:
    """A column of numbers, NaN where there is none: of few distinct ones each once, and a code a row."""

    def __init__(self) -> None:
        self._codes = KeyCodes()
        self._coded, self._plain = GrowingColumn(np.uint8), GrowingColumn(np.float64)
        self._are_few = True

    def add(self, numbers: NDArray[np.float64]) -> None:
        """Append the numbers of a block."""
        if self._are_few and not self._codes.keys.size:
            self._are_few = np.unique(numbers).size * _OFTEN <= numbers.size + _SOME
        if self._are_few:
            codes, new = self._codes.codes(numbers.view(np.uint64))
            distinct = self._codes.keys.size
            self._are_few = distinct <= _MOST and new.size * _OFTEN <= numbers.size + _SOME
            if self._are_few:
                self._coded.add(codes.astype(np.min_scalar_type(distinct - 1)))
                return
            self._plain.add(self._codes.keys.view(np.float64)[self._coded.whole()])
            self._codes, self._coded = KeyCodes(), GrowingColumn(np.uint8)
        self._plain.add(numbers)

    def whole(self) -> NDArray[np.float64] | CodedNumbers:
        """Return all numbers; none is added after."""
        if self._are_few:
            return CodedNumbers(self._codes.keys.view(np.float64), self._coded.whole())
        return self._plain.whole()
