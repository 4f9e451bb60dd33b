"""Open a file of respondents, whatever its kind."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from phare_cli.files.bytestream import open_stream
from phare_cli.respondents.csv_batches import BLOCK_SIZE, Delimited, HeaderScore
from phare_cli.respondents.engine.batches import RespondentSource
from phare_cli.respondents.found import Findings


@dataclass(frozen=True, slots=True)
class FileOptions:
    """How to read the files; everything left empty is found out."""

    encoding: str = ""
    delimiter: str = ""
    decimal: str = ""
    sheet: str = ""
    has_header: bool = True
    block_size: int = BLOCK_SIZE


def open_source(
    path: str, options: FileOptions, findings: Findings, wanted: HeaderScore | None = None
) -> RespondentSource:
    """Return the file at *path*, ready to be read once; ``-`` is standard input, in CSV."""
    suffix = Path(path).suffix.lower()
    if opener := _openers().get(suffix):
        return opener(path, options, findings)
    stream = open_stream(path, options.encoding)
    try:
        return Delimited(
            path,
            stream,
            findings,
            wanted=wanted,
            delimiter=options.delimiter or ("\t" if suffix in (".tsv", ".tab") else ""),
            has_header=options.has_header,
            block_size=options.block_size,
        )
    except BaseException:
        stream.close()
        raise


def _openers() -> dict[str, Callable[[str, FileOptions, Findings], RespondentSource]]:
    from phare_cli.respondents.statistical import open_parquet, open_sav, open_stata
    from phare_cli.respondents.workbooks import open_ods, open_xlsx

    return {
        ".xlsx": open_xlsx, ".xlsm": open_xlsx, ".ods": open_ods, ".sav": open_sav, ".zsav": open_sav,
        ".dta": open_stata, ".parquet": open_parquet, ".pq": open_parquet,
    }  # fmt: skip
