"""What a column holds of many rows, in less memory than a value for each takes."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.integer] | slice


class CodedColumn(NamedTuple):
    """A field of few *values*, each once, in the order in which they appear; *codes* are their places, a row each."""

    values: tuple[Any, ...]
    codes: NDArray[np.integer]


class CodedNumbers:
    """Numbers of few distinct *values*, each once; *codes* are their places, a row each."""

    def __init__(self, values: NDArray[np.float64], codes: NDArray[np.integer]) -> None:
        self._values, self._codes = values, codes

    def __len__(self) -> int:
        return len(self._codes)

    def __getitem__(self, places: Places) -> NDArray[np.float64]:
        numbers: NDArray[np.float64] = self._values[self._codes[places]]
        return numbers

    def at(self, places: NDArray[np.integer]) -> CodedNumbers:
        """Return the numbers of some rows alone."""
        return CodedNumbers(self._values, self._codes[places])


class LineNumbers:
    """The lines of rows that stand one below another, from the *first* on."""

    def __init__(self, first: int, rows: int) -> None:
        self._first, self._rows = first, rows

    def __len__(self) -> int:
        return self._rows

    def __getitem__(self, places: Places) -> NDArray[np.integer]:
        import numpy as np  # where there are columns, it is there

        if isinstance(places, slice):
            return np.arange(*places.indices(self._rows)) + self._first
        return places + self._first

    def at(self, places: NDArray[np.integer]) -> NDArray[np.integer]:
        """Return the lines of some rows alone."""
        import numpy as np

        return (places + self._first).astype(np.int32)
