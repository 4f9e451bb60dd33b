"""Read respondents from the files of statistical software: SPSS, Stata, Parquet. Labels stand for their codes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Protocol, cast

from phare_cli.language.folding import clean
from phare_cli.respondents.header_rows import ColumnNames
from phare_cli.respondents.textual import CHUNK, ColumnChunk, TextSource, reading

if TYPE_CHECKING:
    import pandas as pd

    from phare_cli.respondents.found import Findings
    from phare_cli.respondents.open_file import FileOptions


class Metadata(Protocol):
    """What pyreadstat tells of a file and is used here."""

    column_names: Sequence[str]
    column_labels: Sequence[str | None]
    number_rows: int | None


StatisticalReader = Callable[..., "tuple[object, object]"]


def open_sav(path: str, options: FileOptions, findings: Findings) -> TextSource:
    """Return the respondents of an SPSS file, value labels in place of codes, with its several-answer sets."""
    del options, findings
    with reading(path, "spss"):
        from pyreadstat import read_sav

        return _labelled(path, read_sav)


def open_stata(path: str, options: FileOptions, findings: Findings) -> TextSource:
    """Return the respondents of a Stata file, value labels in place of codes."""
    del options, findings
    with reading(path, "spss"):
        from pyreadstat import read_dta

        return _labelled(path, read_dta)


def open_parquet(path: str, options: FileOptions, findings: Findings) -> TextSource:
    """Return the respondents of a Parquet file."""
    del options, findings
    with reading(path, "parquet"):
        from pyarrow.parquet import ParquetFile  # type: ignore[import-untyped]

        file = ParquetFile(path)
        names = tuple(clean(name) for name in file.schema_arrow.names)

        def chunks() -> Iterator[ColumnChunk]:
            with reading(path, "parquet"):
                for batch in file.iter_batches(batch_size=CHUNK):
                    yield [column.to_pylist() for column in batch.columns]

        header = ColumnNames(names, ("",) * len(names), 0)
        return TextSource(path, header, chunks(), rows=file.metadata.num_rows, closing=file.close)


def _labelled(path: str, read: StatisticalReader) -> TextSource:
    about = cast("Metadata", read(path, metadataonly=True)[1])
    names = tuple(clean(name) for name in about.column_names)
    wordings = tuple(clean(label or "") for label in about.column_labels)

    def chunks() -> Iterator[ColumnChunk]:
        with reading(path, "spss"):
            at = 0
            while True:
                frame = cast(
                    "pd.DataFrame", read(path, row_offset=at, row_limit=CHUNK, apply_value_formats=True)[0]
                )
                if not len(frame):
                    return
                at += len(frame)
                yield [_values(frame.iloc[:, place]) for place in range(frame.shape[1])]

    return TextSource(
        path, ColumnNames(names, wordings, 0), chunks(), rows=about.number_rows, sets=_sets(about)
    )


def _values(column: pd.Series) -> list[object]:
    blank = column.isna()
    return [None if absent else value for absent, value in zip(blank, column.astype(object), strict=True)]


def _sets(about: Metadata) -> Mapping[str, Sequence[int]]:
    """Return the several-answer sets that the file declares, by name, as the places of their columns."""
    declared = getattr(about, "mr_sets", None) or {}
    places = {name: place for place, name in enumerate(about.column_names)}
    return {
        str(name).lstrip("$"): [places[each] for each in held["variable_list"] if each in places]
        for name, held in declared.items()
    }
