"""Read results from files whose cells have types: workbooks, Parquet, SPSS, Stata, the JSON that phare writes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial

from phare_cli.files.findings import Findings
from phare_cli.files.fitting import Row
from phare_cli.files.source import OpenedFile
from phare_cli.files.typed_cells import cell_of, whole_letters, within_limits
from phare_cli.nouns.survey import Estimate
from phare_cli.results import names
from phare_cli.results.headers.find_header import find_header
from phare_cli.results.headers.header import header_of
from phare_cli.results.rows import EstimatesByKey
from phare_cli.results.rules import Rules
from phare_cli.results.table_reader import read_table


def read_workbook(
    source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> list[Estimate]:
    """Return the estimates of the sheet that ``--sheet`` names, else of the first with the required columns."""
    from phare_cli.files.workbooks.open_sheets import open_sheets
    from phare_cli.files.workbooks.sheets import choose_sheet

    file = source.name
    find = partial(find_header, choices=rules.map, usual=rules.usual_map)
    body = choose_sheet(open_sheets(source), file, rules.sheet, find, findings)
    if body is None or body.fit is None:
        return read_table(None, (), file, rules, findings, seen)
    header = body.fit.header
    found = findings.apart()
    rows = body.rows(len(header.names), file, found, is_note=_is_note)
    estimates = read_table(header, whole_letters(rows, header.names, file, found), file, rules, found, seen)
    if header.is_whole:
        body.tell(header.names, frozenset(header.places.values()), file, found)
    findings.absorb(found)
    return estimates


def read_columns(
    source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey
) -> list[Estimate]:
    """Return the estimates of a file of columns, labels in place of codes."""
    from phare_cli.files.columnar import open_columns

    columns = open_columns(source, rules.encoding)
    try:
        parts = columns.labelled(range(len(columns.names)))
        rows = (row for part in parts for row in zip(*part, strict=True))
        typed: Iterator[Row] = ((line, [cell_of(value) for value in row]) for line, row in enumerate(rows, 1))
        return _read(columns.names, typed, source.name, rules, findings, seen)
    finally:
        columns.close()


def read_json(source: OpenedFile, rules: Rules, findings: Findings, seen: EstimatesByKey) -> list[Estimate]:
    """Return the estimates of an answer written with ``-f json``."""
    from phare_cli.files.json_rows import json_table

    table = json_table(source, findings)
    if table is None:
        return []
    columns, rows = table
    return _read(columns, rows, source.name, rules, findings, seen)


def _read(
    columns: Sequence[str],
    rows: Iterator[Row],
    file: str,
    rules: Rules,
    findings: Findings,
    seen: EstimatesByKey,
) -> list[Estimate]:
    header = header_of(1, columns, rules.map, rules.usual_map) if columns else None
    whole = whole_letters(within_limits(rows, file, findings), columns, file, findings)
    return read_table(header, whole, file, rules, findings, seen)


def _is_note(text: str) -> bool:
    return names.is_footnote(text) or names.is_total(text)
