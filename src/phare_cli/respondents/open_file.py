"""Open files of respondents, whatever their kind, through the door that results come in by."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing

from phare_cli.files.file_options import WORKBOOKS, FileOptions
from phare_cli.files.findings import Findings
from phare_cli.files.kind import FileKind
from phare_cli.files.source import OpenedFile, opened, require_one_standard_input
from phare_cli.respondents.csv_batches import Delimited
from phare_cli.respondents.engine.batches import RespondentSource


def sources(
    paths: Sequence[str], options: FileOptions, findings: Findings, asked_columns: Sequence[str] = ()
) -> Generator[RespondentSource]:
    """Yield the files at *paths* one after the other, each ready to be read once; ``-`` is standard input.

    *asked_columns*, names or patterns, help to find the header. Raises UnreadableInput, WrongOption for an
    option that no file can take, InvalidData for a file without a row.
    """
    require_one_standard_input(paths)
    kinds: list[tuple[str, FileKind]] = []
    for path in paths:
        with opened(path) as file:
            kinds.append((file.name, file.kind))
            if len(kinds) == len(paths):
                options.require_fit(kinds)
            with closing(_source(file, options, findings, asked_columns)) as source:
                yield source


def _source(
    file: OpenedFile, options: FileOptions, findings: Findings, asked_columns: Sequence[str]
) -> RespondentSource:
    if file.kind == "text":
        return Delimited(file, options, findings, asked_columns)
    from phare_cli.respondents.typed_batches import column_batches, json_batches, sheet_batches

    if file.kind == "json":
        return json_batches(file, findings)
    if file.kind in WORKBOOKS:
        return sheet_batches(file, options, findings, asked_columns)
    return column_batches(file, options, findings)
