"""Read the small files that stand beside respondents: known margins, populations. Whole in memory."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass

from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.nouns.message import sentence
from phare_cli.respondents.cells import Names
from phare_cli.respondents.engine.batches import RespondentSource
from phare_cli.respondents.engine.labels import Labels
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.open_file import sources
from phare_cli.respondents.spec import Spec


@dataclass(frozen=True, slots=True)
class SideRow:
    """One row of a small file: its line and its cells by column name; a column that is not there is empty."""

    line: int
    cells: dict[str, str]


def read_side(path: str, needed: Sequence[str], optional: Sequence[str], findings: Findings) -> list[SideRow]:
    """Return the rows of a small file."""
    with closing(sources([path], FileOptions(), findings, needed)) as files:
        return [line for source in files for line in _lines(source, needed, optional, findings)]


def _lines(
    source: RespondentSource, needed: Sequence[str], optional: Sequence[str], findings: Findings
) -> list[SideRow]:
    columns = ColumnFinder(source.name, source.header, findings)
    held = [name for name in (*needed, *optional) if name in needed or source.header.find(name)]
    places = {name: columns.one(name) for name in held}
    if findings.problems:
        return []
    lines: list[SideRow] = []
    for block in source.blocks(columns.used):
        texts: dict[str, list[str]] = {}
        for name, place in places.items():
            labels = Labels()
            texts[name] = [labels.texts[code] for code in block.codes(place, labels)]
        for row in range(block.rows):
            lines.append(SideRow(block.line(row), {name: column[row] for name, column in texts.items()}))
    return lines


def read_populations(path: str, spec: Spec, findings: Findings) -> dict[tuple[str, tuple[str, ...]], float]:
    """Return the population of each stratum of each group; regions are the strata where the spec has none."""
    strata = spec.strata or ("region",)
    constant = spec.place("stakeholder").constant
    regions = Names("region", spec.recodes.get("region", {}))
    groups = Names("stakeholder", spec.recodes.get("stakeholder", {}))
    held: dict[tuple[str, tuple[str, ...]], float] = {}
    for line in read_side(path, (*strata, "population"), ("stakeholder",), findings):
        named = tuple(line.cells[name] for name in strata)
        key = named if spec.strata else tuple(map(regions.name, named))
        size = _size(line, "population", path, findings)
        held[groups.name(line.cells.get("stakeholder") or constant), key] = size
    return held


Margins = dict[str, dict[str, dict[str, float]]]
"""Group, then column, then value: the target. The group is "" where the file names none."""


def read_margins(path: str, spec: Spec, findings: Findings) -> Margins:
    """Return the margins in a file of columns ``column``, ``value`` and ``target``, ``stakeholder`` if need be."""
    groups = Names("stakeholder", spec.recodes.get("stakeholder", {}))
    margins: Margins = {}
    for line in read_side(path, ("column", "value", "target"), ("stakeholder",), findings):
        group = groups.name(line.cells.get("stakeholder", ""))
        of_column = margins.setdefault(group, {}).setdefault(line.cells["column"], {})
        if line.cells["value"] in of_column:
            findings.problem(
                "duplicate-key",
                sentence("this value has a target already. Keep one of the two rows."),
                path,
                line.line,
                "value",
            )
        of_column[line.cells["value"]] = _size(line, "target", path, findings)
    return margins


def _size(line: SideRow, column: str, path: str, findings: Findings) -> float:
    value = number(line.cells[column].removesuffix("%"))
    if not value > 0.0:
        findings.problem(
            "not-a-number",
            sentence("{column} is a number above zero.", column=column),
            path,
            line.line,
            column,
        )
        return 1.0
    return value
