"""A column that holds few values many times: each once, and for each row the place of its value among them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class DistinctColumn(Sequence[Value], Generic[Value]):
    """The *values* of a column, each once, and their *places*: an array of as many whole numbers as there are rows."""

    values: Sequence[Value]
    places: NDArray[np.intp]

    @classmethod
    def of(cls, column: Sequence[Value]) -> DistinctColumn[Value]:
        """Return a column of values that can be hashed, equal ones taken for one."""
        import numpy as np  # where respondents are read, it is there

        place_of = {value: place for place, value in enumerate(dict.fromkeys(column))}
        places = np.fromiter(map(place_of.__getitem__, column), dtype=np.intp, count=len(column))
        return cls(list(place_of), places)

    def __len__(self) -> int:
        return len(self.places)

    def __iter__(self) -> Iterator[Value]:
        return map(self.values.__getitem__, self.places.tolist())

    @overload
    def __getitem__(self, row: int) -> Value: ...
    @overload
    def __getitem__(self, row: slice) -> DistinctColumn[Value]: ...
    def __getitem__(self, row: int | slice) -> Value | DistinctColumn[Value]:
        if isinstance(row, slice):
            return DistinctColumn(self.values, self.places[row])
        return self.values[int(self.places[row])]
