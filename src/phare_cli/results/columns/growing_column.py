"""Hold what is read of a column block by block in little more memory than it takes once read."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Generic, TypeVar

import numpy as np
from numpy.typing import NDArray

from phare_cli.nouns.large.coded_column import CodedNumbers
from phare_cli.nouns.large.groups import portions
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

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield the rows as bytes, some at a time, and what kind of numbers they are."""
        for part in portions(self._size):
            yield self._array.dtype.str, self._array[part].tobytes()


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
            self._hold_each()
        self._plain.add(numbers)

    def parts(self) -> Iterator[tuple[str, bytes]]:
        """Yield first the distinct numbers, none where all are held, then what is held of each row, as bytes."""
        held = self._coded if self._are_few else self._plain
        yield "<f8", self._codes.keys.tobytes()
        yield from held.parts()

    def adding(self, distinct: NDArray[np.float64]) -> Callable[[NDArray[Any]], None]:
        """Return what appends rows that parts() gave, of which there are these *distinct* numbers."""
        if not distinct.size:
            return self.add
        if self._are_few:
            codes, _ = self._codes.codes(distinct.view(np.uint64))
            if self._codes.keys.size <= _MOST:
                small = codes.astype(np.min_scalar_type(self._codes.keys.size - 1))
                return lambda rows: self._coded.add(small[rows])
            self._hold_each()
        return lambda rows: self._plain.add(distinct[rows])

    def _hold_each(self) -> None:
        self._are_few = False
        self._plain.add(self._codes.keys.view(np.float64)[self._coded.whole()])
        self._codes, self._coded = KeyCodes(), GrowingColumn(np.uint8)

    def whole(self) -> NDArray[np.float64] | CodedNumbers:
        """Return all numbers; none is added after."""
        if self._are_few:
            return CodedNumbers(self._codes.keys.view(np.float64), self._coded.whole())
        return self._plain.whole()
