"""The rows of a large file as columns: texts and numbers as codes where they can be. A row is made when asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, partial
from itertools import repeat
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

from phare_cli.nouns.large.coded_column import CodedColumn, CodedNumbers, LineNumbers
from phare_cli.nouns.large.groups import Groups, are_distinct

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Places = NDArray[np.intp]

Row = TypeVar("Row", bound=tuple[Any, ...])


class Columned(Sequence[Row], Generic[Row]):
    """Named tuples in the order of their file. What is asked of names and numbers is answered without making any.

    *coded* and *numbers* hold fields as they vary (NaN is None there), *whole* those of whole numbers, *constant* what
    all rows share. Read only.
    """

    def __init__(
        self,
        row: type[Row],
        fields: Sequence[str],
        *,
        coded: Mapping[str, CodedColumn],
        numbers: Mapping[str, NDArray[np.float64] | CodedNumbers],
        whole: Mapping[str, NDArray[np.integer] | LineNumbers],
        constant: Mapping[str, object],
    ) -> None:
        """Hold the columns of rows of the type *row*, which has these *fields*; one of *whole* at least."""
        self._row, self._fields = row, tuple(fields)
        self.coded, self.numbers, self.whole, self.constant = coded, numbers, whole, constant
        self._rows = len(next(iter(whole.values())))

    def __len__(self) -> int:
        return self._rows

    def __iter__(self) -> Iterator[Row]:
        return iter(self._made)

    @overload
    def __getitem__(self, place: int) -> Row: ...
    @overload
    def __getitem__(self, place: slice) -> tuple[Row, ...]: ...
    def __getitem__(self, place: int | slice) -> Row | tuple[Row, ...]:
        return self._made[place]

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and self._made == tuple(other)

    def __hash__(self) -> int:
        return hash(self._made)

    def __repr__(self) -> str:
        return repr(self._made)

    @cached_property
    def _made(self) -> tuple[Row, ...]:
        return self.at(slice(None))

    def at(self, places: Sequence[int] | Places | slice) -> tuple[Row, ...]:
        """Return the rows at some *places*, in their order."""
        import numpy as np  # where there are columns, it is there

        chosen = places if isinstance(places, slice) else np.asarray(places, dtype=np.intp)
        cells = (self._cells(field, chosen) for field in self._fields)
        made: tuple[Row, ...] = tuple(map(partial(tuple.__new__, self._row), zip(*cells, strict=False)))
        return made

    def without(self, places: Sequence[int]) -> Columned[Row]:
        """Return the rows, in columns, but for those at some *places*."""
        import numpy as np

        left = np.delete(np.arange(self._rows), places)
        coded = {field: _left(column, left) for field, column in self.coded.items()}
        return Columned(
            self._row,
            self._fields,
            coded={field: column for field, column in coded.items() if len(column.values) > 1},
            numbers={field: _kept(numbers, left) for field, numbers in self.numbers.items()},
            whole={field: _kept(numbers, left) for field, numbers in self.whole.items()},
            constant={
                **self.constant,
                **{field: column.values[0] for field, column in coded.items() if len(column.values) == 1},
            },
        )

    def renamed(self, field: str, names: Mapping[str, str]) -> Columned[Row]:
        """Return the same rows, in columns, in whose texts of *field* other *names* stand."""
        coded, constant = dict(self.coded), dict(self.constant)
        if field in coded:
            values, codes = coded[field]
            coded[field] = CodedColumn(tuple(names.get(value, value) for value in values), codes)
        else:
            constant[field] = names.get(str(constant[field]), constant[field])
        return Columned(
            self._row, self._fields, coded=coded, numbers=self.numbers, whole=self.whole, constant=constant
        )

    def codes(self, field: str) -> NDArray[np.integer] | None:
        """Return the places of the values of a field of texts; None where all rows share one."""
        return self.coded[field].codes if field in self.coded else None

    def values(self, field: str) -> tuple[Any, ...]:
        """Return the distinct values of a field, in order of appearance."""
        if field in self.coded:
            return self.coded[field].values
        if field in self.constant and field not in self.numbers:
            return (self.constant[field],) if self._rows else ()
        return tuple(dict.fromkeys(self._cells(field, slice(None))))

    def combinations(self, fields: Sequence[str]) -> Mapping[tuple[Any, ...], int]:
        """Return how many rows hold each combination of the texts of *fields*, in order of appearance."""
        groups = self.groups(fields)
        places = groups.firsts()
        counts = groups.sizes()[groups[places]]
        cells = (self._cells(field, places) for field in fields)
        return dict(zip(zip(*cells, strict=False), counts.tolist(), strict=False))

    def firsts(self, fields: Sequence[str]) -> Places:
        """Return the places at which each combination of the texts of *fields* stands first, in their order."""
        return self.groups(fields).firsts()

    def groups(self, fields: Sequence[str]) -> Groups:
        """Return one number a row, the same where the texts of all *fields* are."""
        return Groups(self._coded_among(fields), self._rows)

    def are_distinct(self, fields: Sequence[str]) -> bool:
        """Tell whether no two rows hold the same texts in *fields*."""
        return are_distinct(self._coded_among(fields), self._rows)

    def _coded_among(self, fields: Sequence[str]) -> list[CodedColumn]:
        return [self.coded[field] for field in fields if field in self.coded]

    def places(self, field: str) -> Mapping[Any, Sequence[int]]:
        """Return the places at which each value of a field of texts stands."""
        import numpy as np

        codes, values = self.codes(field), self.values(field)
        if codes is None:
            return dict.fromkeys(values, range(self._rows))
        ordered = np.argsort(codes, kind="stable")
        ends = np.cumsum(np.bincount(codes, minlength=len(values)))
        return dict(zip(values, np.split(ordered, ends[:-1]), strict=True))

    def _cells(self, field: str, places: Places | slice) -> Iterable[Any]:
        """Return the values of a field at some places, as an estimate has them."""
        import numpy as np

        if field in self.coded:
            values, codes = self.coded[field]
            named = np.empty(len(values), dtype=object)
            named[:] = values
            texts: list[Any] = named[codes[places]].tolist()
            return texts
        if field in self.whole:
            whole: list[int] = self.whole[field][places].tolist()
            return whole
        if field not in self.numbers:
            return repeat(self.constant[field])
        numbers = self.numbers[field][places]
        absent = np.isnan(numbers)
        cells: list[float | None] = numbers.tolist()
        for place in np.flatnonzero(absent).tolist():
            cells[place] = None
        return cells


def _kept(numbers: Any, left: Places) -> Any:
    """Return a column of numbers at the places *left*, as it is held."""
    return numbers.at(left) if hasattr(numbers, "at") else numbers[left]


def _left(column: CodedColumn, places: Places) -> CodedColumn:
    """Return what a column holds at *places*: its values anew in order of appearance."""
    import numpy as np

    codes = column.codes[places]
    held, first = np.unique(codes, return_index=True)
    order = held[np.argsort(first)]
    anew = np.zeros(len(column.values), dtype=codes.dtype)
    anew[order] = np.arange(order.size)
    return CodedColumn(tuple(column.values[code] for code in order.tolist()), anew[codes])
