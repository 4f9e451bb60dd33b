"""Tell by one number a row which rows hold the same texts in some columns, of as many rows at a time as are asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import prod
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from phare_cli.nouns.large.coded_column import CodedColumn

    Places = NDArray[np.integer] | slice

_FEW = 1 << 20  # numbers that cost nothing to hold one of each
_MOST = 1 << 63
_PORTION = 1 << 16  # rows that fit in the memory nearest to the processor


def portions(rows: int) -> Iterator[slice]:
    """Yield some of so many rows after others."""
    return (slice(start, min(start + _PORTION, rows)) for start in range(0, rows, _PORTION))


class Groups:
    """The groups that coded *columns* of so many *rows* make: ``groups[places]`` are numbers below ``count``.

    They are worked out when they are asked for, unless there might be many more of them than rows.
    """

    def __init__(self, columns: Sequence[CodedColumn], rows: int) -> None:
        self._columns, self._rows = columns, rows
        self.count = prod(len(column.values) for column in columns)
        self._united = self._unite() if self.count > rows + _FEW else None

    def __getitem__(self, places: Places) -> NDArray[np.integer]:
        return self._mixed(places) if self._united is None else self._united[places]

    def sizes(self) -> NDArray[np.intp]:
        """Return how many rows each group has."""
        import numpy as np  # where there are columns, it is there

        sizes = np.zeros(self.count, dtype=np.intp)
        for rows in portions(self._rows):
            np.add.at(sizes, self[rows], 1)
        return sizes

    def firsts(self) -> NDArray[np.intp]:
        """Return the places at which each group stands first, in their order."""
        import numpy as np

        first = np.full(self.count, -1, dtype=np.intp)
        for rows in reversed([*portions(self._rows)]):
            # Of several, the last one stays.
            first[self[rows][::-1]] = np.arange(rows.stop - 1, rows.start - 1, -1)
        return np.sort(first[first >= 0])

    def _mixed(self, places: Places) -> NDArray[np.integer]:
        import numpy as np

        rows = len(range(*places.indices(self._rows))) if isinstance(places, slice) else len(places)
        groups: NDArray[np.integer] = np.zeros(rows, dtype=np.int32 if self.count < 1 << 31 else np.int64)
        for values, codes in self._columns:
            groups *= len(values)
            groups += codes[places]
        return groups

    def _unite(self) -> NDArray[np.integer]:
        import numpy as np

        groups: NDArray[np.integer] = np.zeros(self._rows, dtype=np.int64)
        self.count = 1
        for values, codes in self._columns:
            groups *= len(values)
            groups += codes
            self.count *= len(values)
            if self.count > self._rows + _FEW:
                held, groups = np.unique(groups, return_inverse=True)
                self.count = len(held)
        return groups


def are_distinct(columns: Sequence[CodedColumn], rows: int) -> bool:
    """Tell whether no two of so many rows hold the same texts in coded *columns*, in a byte a row, or eight."""
    import numpy as np

    count = prod(len(column.values) for column in columns)
    if rows + _FEW < count < _MOST:
        keys = np.zeros(rows, dtype=np.int64)
        for values, codes in columns:
            keys *= len(values)
            keys += codes
        keys.sort()
        return not any((keys[part][1:] == keys[part][:-1]).any() for part in _overlapping(rows))
    groups = Groups(columns, rows)
    met = np.zeros(groups.count, dtype=bool)
    for part in portions(rows):
        met[groups[part]] = True
    return int(np.count_nonzero(met)) == rows


def _overlapping(rows: int) -> Iterator[slice]:
    return (slice(part.start, part.stop + 1) for part in portions(rows))
