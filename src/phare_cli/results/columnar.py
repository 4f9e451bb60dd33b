"""Read Parquet and SPSS files of tidy results; a row's line is its number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from phare_cli.files.extras import needing
from phare_cli.files.findings import Findings
from phare_cli.files.source import OpenedFile
from phare_cli.nouns.errors import UnreadableInput
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results.header import header_of
from phare_cli.results.rows import EstimatesByKey, Row
from phare_cli.results.rules import Rules
from phare_cli.results.table_reader import read_table
from phare_cli.results.typed_values import cell_of, within_limits

_DAMAGED = sentence(
    "“{file}” is damaged, or of a kind that its library cannot read: write it again, or as CSV."
)


def read_parquet(
    source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> list[Estimate]:
    """Return the estimates of a Parquet file. Raises UnreadableInput when it is damaged or pyarrow is missing."""
    with needing("parquet", source.name):
        import pyarrow as pa  # type: ignore[import-untyped]
        import pyarrow.parquet as pq  # type: ignore[import-untyped]
    try:
        file = pq.ParquetFile(source.again())
        names = file.schema_arrow.names
        columns = (
            [column.to_pylist() for column in batch.columns] for batch in file.iter_batches(batch_size=10_000)
        )
        rows = (row for batch in columns for row in zip(*batch, strict=True))
        return _read(names, rows, source.name, rules, findings, seen)
    except (pa.ArrowException, OSError):
        raise UnreadableInput(Message(_DAMAGED.text, {"file": source.name})) from None


def read_sav(source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey) -> list[Estimate]:
    """Return the estimates of an SPSS file, values by their labels. Raises UnreadableInput when it is damaged."""
    with needing("spss", source.name):
        import pyreadstat
    from tempfile import NamedTemporaryFile

    with NamedTemporaryFile(suffix=".sav") as copy:  # the library reads files by name only
        copy.write(source.again().read())
        copy.flush()
        try:
            frame, _ = pyreadstat.read_sav(copy.name, apply_value_formats=True)
        except (pyreadstat.ReadstatError, pyreadstat.PyreadstatError, ValueError):
            raise UnreadableInput(Message(_DAMAGED.text, {"file": source.name})) from None
    rows = (
        [None if value != value else value for value in row]
        for row in frame.itertuples(index=False, name=None)
    )
    return _read([str(name) for name in frame.columns], rows, source.name, rules, findings, seen)


def _read(
    names: Sequence[str],
    rows: Iterable[Sequence[object]],
    file: str,
    rules: Rules,
    findings: Findings,
    seen: EstimatesByKey,
) -> list[Estimate]:
    numbered: Iterator[Row] = ((line, [cell_of(value) for value in row]) for line, row in enumerate(rows, 1))
    header = header_of(1, names, rules.map) if names else None
    return read_table(header, within_limits(numbered, file, findings), file, rules, findings, seen)
