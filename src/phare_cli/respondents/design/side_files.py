"""Read the small files that stand beside respondents: known margins, populations. Whole in memory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass

from phare_cli.files.file_options import FileOptions
from phare_cli.files.findings import Findings
from phare_cli.nouns.message import Message, sentence
from phare_cli.respondents.cells import Names
from phare_cli.respondents.engine.batches import RespondentSource
from phare_cli.respondents.engine.labels import Labels
from phare_cli.respondents.engine.number_columns import DOUBTFUL, WHOLE, text_numbers
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.open_file import sources
from phare_cli.respondents.spec import Spec

_MIXED = sentence(
    "this number and that of line {other} do not have the same decimal mark. "
    "Say which it is: --decimal comma or --decimal point."
)
_DOUBT = sentence(
    "this number may have three decimals or a mark between thousands, and no other one tells. "
    "Say which it is: --decimal comma or --decimal point."
)


@dataclass(frozen=True, slots=True)
class SideRow:
    """One row of a small file: its line and its cells by column name; a column that is not there is empty.

    Where the file *is typed*, its numbers are so by themselves, whatever mark they are printed with.
    """

    line: int
    cells: dict[str, str]
    is_typed: bool


def read_side(path: str, needed: Sequence[str], optional: Sequence[str], findings: Findings) -> list[SideRow]:
    """Return the rows of a small file."""
    with closing(sources([path], FileOptions(), findings, needed)) as files:
        return [line for source in files for line in _lines(source, needed, optional, findings)]


def _lines(
    source: RespondentSource, needed: Sequence[str], optional: Sequence[str], findings: Findings
) -> list[SideRow]:
    columns = ColumnFinder(source.name, source.header, findings, source.facts)
    present_names = [name for name in (*needed, *optional) if name in needed or source.header.find(name)]
    places = {name: columns.one(name) for name in present_names}
    if findings.problems:
        return []
    lines: list[SideRow] = []
    for block in source.blocks(columns.used):
        texts: dict[str, list[str]] = {}
        for name, place in places.items():
            labels = Labels()
            texts[name] = [
                columns.labels(place).label(labels.texts[code]) for code in block.codes(place, labels)
            ]
        for row in range(block.rows):
            cells = {name: column[row] for name, column in texts.items()}
            lines.append(SideRow(block.line(row), cells, source.facts.is_typed))
    return lines


@dataclass(frozen=True, slots=True)
class PopulationFile:
    """How many people each stratum of each group holds, and on which line; the group is "" where none is named."""

    path: str
    people: dict[tuple[str, tuple[str, ...]], float]
    lines: dict[tuple[str, tuple[str, ...]], int]

    def line_of(self, group: str, stratum: tuple[str, ...]) -> int | None:
        """Return the line of a stratum of a group."""
        return self.lines.get((group, stratum), self.lines.get(("", stratum)))


def read_populations(path: str, spec: Spec, findings: Findings, decimal: str = "") -> PopulationFile:
    """Return the population of each stratum of each group; regions are the strata where the spec has none.

    *decimal* is the mark of numbers that may have one or the other. Départements are summed to their regions where
    the spec says that those are meant.
    """
    strata = spec.strata or ("region",)
    regions = Names("region", spec.recodes.get("region", {}), spec.codes_mean)
    groups = Names("stakeholder", spec.recodes.get("stakeholder", {}))
    population = PopulationFile(path, {}, {})
    sizes = SizeColumn(path, "population", decimal, findings)
    for line in read_side(path, (*strata, "population"), ("stakeholder",), findings):
        named = tuple(line.cells[name] for name in strata)
        stratum = named if spec.strata else tuple(map(regions.name, named))
        key = groups.name(line.cells.get("stakeholder", "")), stratum
        summed = spec.departements and not spec.strata
        if key in population.people and not summed:
            message = sentence("this stratum has a population already. Keep one of the two rows.")
            findings.problem("duplicate-key", message, path, line.line, "population")
        population.people[key] = sizes.read(line) + (population.people.get(key, 0.0) if summed else 0.0)
        population.lines.setdefault(key, line.line)
    sizes.judge()
    return population


Margins = dict[str, dict[str, dict[str, float]]]
"""Group, then column or crossing, then value: the target. The group is "" where the file names none."""
_CROSSED = re.compile(r"\s[*×]\s")


def read_margins(path: str, spec: Spec, findings: Findings, decimal: str = "") -> Margins:
    """Return the margins in a file of columns ``column``, ``value`` and ``target``, ``stakeholder`` if need be.

    *decimal* is the mark of numbers that may have one or the other.
    """
    groups = Names("stakeholder", spec.recodes.get("stakeholder", {}))
    margins: Margins = {}
    sizes = SizeColumn(path, "target", decimal, findings)
    for line in read_side(path, ("column", "value", "target"), ("stakeholder",), findings):
        group = groups.name(line.cells.get("stakeholder", ""))
        columns = crossed_columns(line.cells["column"])
        values = crossed_columns(line.cells["value"]) if len(columns) > 1 else (line.cells["value"],)
        if len(values) != len(columns):
            message = sentence(
                "{columns} columns are crossed here, and this value has {values} parts: part both alike, “18-34 * F”.",
                columns=len(columns),
                values=len(values),
            )
            findings.problem("wrong-crossing", message, path, line.line, "value")
        value = crossed_name(values)
        of_column = margins.setdefault(group, {}).setdefault(crossed_name(columns), {})
        if value in of_column:
            findings.problem(
                "duplicate-key",
                sentence("this value has a target already. Keep one of the two rows."),
                path,
                line.line,
                "value",
            )
        of_column[value] = sizes.read(line)
    sizes.judge()
    return margins


def crossed_columns(text: str) -> tuple[str, ...]:
    """Return the columns, or the values, that ``AGE * SEXE`` crosses; one alone is itself."""
    return tuple(map(str.strip, _CROSSED.split(text))) if _CROSSED.search(text) else (text,)


def crossed_name(parts: Iterable[str]) -> str:
    """Return how the columns, or the values, of a crossing are written: ``AGE * SEXE``."""
    return " * ".join(parts)


class SizeColumn:
    """The numbers above zero in one column of a small file, and what they tell together of its decimal mark."""

    def __init__(self, path: str, column: str, decimal: str, findings: Findings) -> None:
        self._path, self._column, self._decimal, self._findings = path, column, decimal, findings
        self._seen: dict[str, int] = {}  # the first line with each mark
        self._is_typed = False

    def read(self, line: SideRow) -> float:
        """Return the number on a line, 1 where it is none: that is a problem."""
        texts = [line.cells[self._column].removesuffix("%").strip()]
        (value,), seen = text_numbers(texts)
        if seen & set(DOUBTFUL.values()) and self._decimal:
            (value,), _ = text_numbers(texts, self._decimal)
            seen = frozenset({self._decimal})
        for mark in seen:
            self._seen.setdefault(mark, line.line)
        self._is_typed = line.is_typed
        if value > 0.0:
            return float(value)
        message = sentence("{column} is a number above zero.", column=self._column)
        self._findings.problem("not-a-number", message, self._path, line.line, self._column)
        return 1.0

    def judge(self) -> None:
        """Tell of numbers that may have one decimal mark or another."""
        comma, point = DOUBTFUL[","], DOUBTFUL["."]
        commas, points = (
            min((self._seen[each] for each in clues if each in self._seen), default=0)
            for clues in ((",", comma), (".", point))
        )
        if commas and points:
            self._refuse(_MIXED, min(commas, points), max(commas, points))
        elif comma in self._seen and "," not in self._seen:
            self._refuse(_DOUBT, self._seen[comma])
        elif {point, WHOLE} <= self._seen.keys() and "." not in self._seen and not self._is_typed:
            self._refuse(_DOUBT, self._seen[point])

    def _refuse(self, template: Message, line: int, other: int = 0) -> None:
        message = Message(template.text, {"other": other})
        self._findings.problem("mixed-decimal", message, self._path, line, self._column)
