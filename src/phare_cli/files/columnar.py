"""Open files that hold typed columns: Parquet, SPSS, Stata. Gives the codes of SPSS and Stata, and their labels beside.

A row's line is its number. Only the columns that are asked for are read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING, Any, Protocol

from phare_cli.files.distinct import DistinctColumn
from phare_cli.files.extras import needing
from phare_cli.files.memory import PARQUET, SPSS, lacks_memory, require_memory
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import PhareError, UnreadableInput
from phare_cli.nouns.message import Message, sentence

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

ROWS_AT_ONCE = 1 << 15
_CELLS_AT_ONCE = 1 << 20  # these libraries pass over all rows before those that are asked for
_READERS = {"sav": "read_sav", "por": "read_por", "dta": "read_dta"}
_DAMAGED = sentence(
    "“{file}” is damaged, or of a kind that its library cannot read: write it again, or as CSV."
)

ColumnPart = Sequence[Sequence[object]]
"""Some rows, column by column; None where a cell is empty."""


@dataclass(frozen=True, slots=True)
class DeclaredSet:
    """Columns that a file declares to be one question of several answers.

    *counted* is the value that says that an option was chosen; None where each column holds one of the answers named.
    """

    places: tuple[int, ...]
    counted: object | None


@dataclass(frozen=True, slots=True)
class ColumnFile:
    """A file of typed columns. *labels* are those of the values of a column, by its place.

    *sets* are the several-answer sets that it declares, *lists* the columns whose cells are lists.
    """

    names: tuple[str, ...]
    wordings: tuple[str, ...]
    size: int | None  # rows, None where the file does not say
    parts: Callable[[Sequence[int]], Iterator[ColumnPart]]  # some rows at once of the columns at these places
    labels: Mapping[int, Mapping[object, str]] = field(default_factory=dict)
    sets: Mapping[str, DeclaredSet] = field(default_factory=dict)
    lists: frozenset[int] = frozenset()
    close: Callable[[], None] = lambda: None

    def labelled(self, places: Sequence[int]) -> Iterator[ColumnPart]:
        """Yield the columns at *places* like *parts*, labels in place of their codes."""
        for part in self.parts(places):
            yield [
                [labels.get(value, value) for value in column] if labels else column
                for column, labels in zip(part, (self.labels.get(place) for place in places), strict=True)
            ]


def open_columns(source: OpenedFile, encoding: str | None = None) -> ColumnFile:
    """Return what a file of columns holds. Raises UnreadableInput when it is damaged or its library is missing."""
    return _parquet(source) if source.kind == "parquet" else _labelled(source, encoding)


def _parquet(source: OpenedFile) -> ColumnFile:
    require_memory(PARQUET, "pyarrow")
    with needing("parquet", source.name):
        import pyarrow.parquet  # type: ignore[import-untyped]
    with _readable(source.name):
        file = pyarrow.parquet.ParquetFile(source.again())
        names = tuple(file.schema_arrow.names)

    def parts(places: Sequence[int]) -> Iterator[ColumnPart]:
        column_names = [names[place] for place in places]
        only = column_names if len(set(names)) == len(names) else None
        with _readable(source.name):
            for batch in file.iter_batches(batch_size=ROWS_AT_ONCE, columns=only):
                places_in_batch = {name: place for place, name in enumerate(batch.schema.names)}
                yield [
                    values(batch.column(place if only is None else places_in_batch[names[place]]))
                    for place in places
                ]

    types = pyarrow.types

    def values(column: _Array) -> Sequence[object]:
        if not (types.is_string(column.type) or types.is_large_string(column.type)):
            return column.to_pylist()
        encoded = column.dictionary_encode()  # few texts, many times: each is made once
        texts = encoded.dictionary.to_pylist()
        places = encoded.indices.fill_null(len(texts)).to_numpy()
        return DistinctColumn([*texts, None] if column.null_count else texts, places)

    lists = frozenset(
        place
        for place, column_type in enumerate(file.schema_arrow.types)
        if types.is_list(column_type)
        or types.is_large_list(column_type)
        or types.is_fixed_size_list(column_type)
    )
    return ColumnFile(names, ("",) * len(names), file.metadata.num_rows, parts, lists=lists)


class _Array(Protocol):
    """What pyarrow tells of a column and is used here."""

    type: object
    dictionary: _Array
    indices: _Array
    null_count: int

    def to_pylist(self) -> list[object]: ...
    def dictionary_encode(self) -> _Array: ...
    def fill_null(self, value: int) -> _Array: ...
    def to_numpy(self) -> NDArray[np.intp]: ...


class _Metadata(Protocol):
    """What pyreadstat tells of a file and is used here."""

    column_names: Sequence[str]
    column_labels: Sequence[str | None]
    number_rows: int | None
    variable_value_labels: Mapping[str, Mapping[object, str]]
    mr_sets: Mapping[str, Mapping[str, Any]]


def _labelled(source: OpenedFile, encoding: str | None) -> ColumnFile:
    require_memory(SPSS, "pyreadstat")
    with needing("spss", source.name):
        import pyreadstat
    reader: Callable[..., tuple[Any, Any]] = getattr(pyreadstat, _READERS[source.kind])
    # A portable file is read as UTF-8, and its reader takes no word on it.
    read = reader if source.kind == "por" else partial(reader, encoding=encoding)
    path, close = _named(source)
    try:
        with _readable(source.name):
            about: _Metadata = read(path, metadataonly=True, output_format="dict")[
                1
            ]  # not pandas, which it loads
    except BaseException:
        close()
        raise
    names = tuple(about.column_names)

    def parts(places: Sequence[int]) -> Iterator[ColumnPart]:
        column_names = [names[place] for place in places]
        at, most = 0, max(ROWS_AT_ONCE, _CELLS_AT_ONCE // max(1, len(column_names)))
        with _readable(source.name):
            while column_names:
                values_by_column = read(
                    path, usecols=column_names, row_offset=at, row_limit=most, output_format="dict"
                )[0]
                columns = [_known(values_by_column[name]) for name in column_names]
                size = len(columns[0])
                if size:
                    yield columns
                if size < most:
                    return
                at += size

    wordings = tuple(label or "" for label in about.column_labels)
    labels = {
        place: value_labels
        for place, name in enumerate(names)
        if (value_labels := about.variable_value_labels.get(name))
    }
    return ColumnFile(names, wordings, about.number_rows, parts, labels, _sets(about), close=close)


def _known(values: Iterable[object]) -> list[object]:
    """Return the values of a column, None for what is no number."""
    return [None if value != value else value for value in values]


def _sets(about: _Metadata) -> Mapping[str, DeclaredSet]:
    """Return the several-answer sets that the file declares."""
    places = {name.casefold(): place for place, name in enumerate(about.column_names)}
    sets: dict[str, DeclaredSet] = {}
    for name, declaration in (getattr(about, "mr_sets", None) or {}).items():
        columns = tuple(
            places[each.casefold()] for each in declaration["variable_list"] if each.casefold() in places
        )
        if columns:
            counted = declaration.get("counted_value") if declaration.get("is_dichotomy", True) else None
            sets[str(name).lstrip("$")] = DeclaredSet(columns, counted)
    return sets


def _named(source: OpenedFile) -> tuple[str, Callable[[], None]]:
    """Return a path at which a library finds the file, and what lets go of it."""
    if source.path is not None:
        return source.path, lambda: None
    from shutil import copyfileobj
    from tempfile import NamedTemporaryFile

    copy = NamedTemporaryFile(suffix=f".{source.kind}")  # noqa: SIM115  (closed by who closes the file)
    copyfileobj(source.again(), copy)
    copy.flush()
    return copy.name, copy.close


@contextmanager
def _readable(file: str) -> Iterator[None]:
    """Turn what a library raises about a file into the sentence that says what to do."""
    try:
        yield
    except (PhareError, MemoryError):
        raise
    except Exception as error:  # these libraries raise whatever their parsers do, without a common base
        if lacks_memory(error):
            raise MemoryError from error
        raise UnreadableInput(Message(_DAMAGED.text, {"file": file})) from None
