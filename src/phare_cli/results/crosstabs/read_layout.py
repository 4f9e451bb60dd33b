"""Read the figures of a table by its layout into estimates; what does not fit is a problem, nothing is mended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from phare_cli.files.findings import Findings
from phare_cli.files.numbers import Number, hundredfold
from phare_cli.nouns.contract import highest_of
from phare_cli.nouns.message import Figure, Fill, Message, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results.crosstabs.cell_grid import CellGrid
from phare_cli.results.crosstabs.figures_of_table import TableCells
from phare_cli.results.crosstabs.table_layout import (
    COUNT,
    FRACTION,
    PERCENT,
    LineRole,
    Said,
    TableLayout,
    TableLine,
)
from phare_cli.results.names import readers

_DUPLICATE = sentence(
    "cell {cell} repeats the figure of cell {first}: say in the spec what tells them apart, or skip one of the two."
)
_NO_PLACE = sentence(
    "nothing says of which {column} these figures are: --{column} NAME, or {column} in the spec."
)
_NO_ROLE = sentence("{line} holds figures, and the spec does not say of whom: add it, or “skip”.")
_NO_LABEL = sentence("{line} holds figures and no words: say its item in the spec, or “skip”.")
_NO_INDICATOR = sentence(
    "nothing says what was asked: indicator in the spec, or a line that opens a question."
)
_BEYOND = sentence("a percentage of {cell} lies outside 0 to 100: see what the figures of the table are.")
_NO_DENOMINATOR = sentence(
    "a count has no base above zero to be divided by: say “base” or “weighted base” of a line."
)
_TOO_MANY = sentence("{count} of a base of {base} is more than everybody: is this line the base?")


HALF = 0.5  # of a count that was rounded, as weighted ones are


class _Question(NamedTuple):
    """A question of the table: what opened it, and the lines of its answers and bases."""

    line: TableLine
    places: list[int]
    bases: dict[LineRole, int]


@dataclass(slots=True)
class TableReader:
    """Reads one table. *seen* leads from keys of estimates to the cells that hold them, over all tables of the file."""

    grid: CellGrid
    layout: TableLayout
    said: Said
    file: str
    findings: Findings
    seen: dict[tuple[str, ...], str] = field(default_factory=dict)

    def estimates(self) -> list[Estimate]:
        """Return the figures of the table, those named without a figure too, question by question."""
        cells = TableCells(self.grid, self.layout, self.file, self.findings)
        groups = list(self._groups(cells))
        questions = self._questions(cells)
        self._require_places([group for _, group in groups])
        if any(not question.line.opens and question.places for question in questions):
            self._require(bool(self.layout.indicator), _NO_INDICATOR)
        found = [
            estimate
            for question in questions
            for place, group in groups
            for estimate in self._of_group(question, place, group, cells)
        ]
        self._tell_totals(questions, groups, cells)
        cells.tell()
        return found

    def _tell_totals(
        self, questions: Sequence[_Question], groups: Sequence[tuple[int, TableLine]], cells: TableCells
    ) -> None:
        """Tell of totals of counts that percentages were taken of, and that their answers do not add up to."""
        odd = list[tuple[str, float, float]]()
        for question in questions if self.layout.values == COUNT else ():
            total = question.bases.get(LineRole.TOTAL)
            if total is None or not question.bases.keys() <= {LineRole.TOTAL}:
                continue
            plain = [place for place in question.places if not self._item(place).net]
            for group, _ in groups:
                counts = [value for place in plain if (value := cells.number(place, group)) is not None]
                whole = cells.number(total, group)
                if whole is not None and abs(sum(counts) - whole) > HALF * len(counts):
                    odd.append((cells.address(total, group), whole, sum(counts)))
        if odd:
            place, whole, together = odd[0]
            self.findings.notice(
                counted(
                    "{file}: {count} total is not what its answers add up to ({place}: {whole}, and {together}): the "
                    "percentages are those of the total.",
                    "{file}: {count} totals are not what their answers add up to (the first {place}: {whole}, and "
                    "{together}): the percentages are those of the totals.",
                    len(odd),
                    file=self.file,
                    place=place,
                    whole=Figure(whole),
                    together=Figure(together),
                )
            )

    def _item(self, place: int) -> TableLine:
        return self.layout.of_items.get(place, TableLine(LineRole.ITEM))

    def _require(self, is_there: bool, message: Message) -> None:
        if not is_there:
            self.findings.problem(
                "wrong-spec", message, self.file, self.layout.area.top, None, str(self.layout.area)
            )

    def _require_places(self, groups: Sequence[TableLine]) -> None:
        """Tell once of each column that nothing says of some group."""
        said = self.layout.said.over(self.said)
        for column in ("region", "stakeholder"):
            is_said = getattr(said, column) or all(getattr(group, column) for group in groups)
            name: Fill = column
            self._require(bool(is_said), Message(_NO_PLACE.text, {"column": name}))

    def _groups(self, cells: TableCells) -> Iterator[tuple[int, TableLine]]:
        """Yield the lines of groups. A line of figures that the layout leaves out is a problem."""
        for place in cells.group_places:
            line = self.layout.of_groups.get(place)
            if line is None:
                if cells.holds_figures(group=place):
                    message = Message(_NO_ROLE.text, {"line": cells.group_name(place)})
                    self._require(False, message)
            elif line.role is LineRole.GROUP:
                yield place, line

    def _questions(self, cells: TableCells) -> list[_Question]:
        current = _Question(TableLine(LineRole.HEADING), [], {})
        questions, shared = [current], dict[LineRole, int]()
        for place in cells.item_places:
            line = self._item(place)
            if line.opens is not None:
                current = _Question(line, [], {})
                questions.append(current)
            if line.role is LineRole.BASE_OF_ALL:
                shared[LineRole.BASE] = place
            elif line.role in (
                LineRole.BASE,
                LineRole.EFFECTIVE_BASE,
                LineRole.WEIGHTED_BASE,
                LineRole.TOTAL,
            ):
                current.bases[line.role] = place
            elif line.role is LineRole.ITEM and (cells.holds_figures(item=place) or line.item):
                if line.item or cells.item_label(place):
                    current.places.append(place)
                else:
                    self._require(False, Message(_NO_LABEL.text, {"line": cells.item_name(place)}))
        return [each._replace(bases=shared | each.bases) for each in questions]

    def _of_group(
        self, question: _Question, place: int, group: TableLine, cells: TableCells
    ) -> Iterator[Estimate]:
        said = (
            Said(region=group.region, stakeholder=group.stakeholder, wave=group.wave)
            .over(self.layout.said)
            .over(self.said)
        )
        read = readers()
        if not (said.region and said.stakeholder):
            return
        base = self._base(question.bases.get(LineRole.BASE), place, cells)
        base = group.base if base is None else base
        effective = self._base(question.bases.get(LineRole.EFFECTIVE_BASE), place, cells, whole=False)
        indicator = question.line.opens or self.layout.indicator
        order = 0
        for item in question.places:
            line = self._item(item)
            order += not line.net
            figure = self._figure(question, item, place, line, base, cells)
            if figure is None:
                continue
            value, unit, step = figure
            label = line.item or cells.item_label(item)
            estimate = Estimate(
                region=read["region"](said.region),
                stakeholder=read["stakeholder"](said.stakeholder),
                segment=read["segment"](group.segment),
                breakdown=group.breakdown,
                wave=said.wave,
                survey=said.survey,
                indicator=read["indicator"](f"{indicator} ({label})" if line.net else indicator),
                item=read["item"](label),
                value=value,
                unit=unit,
                rounded_to=step,
                base=self._item_base(item, cells) if base is None else base,
                effective_base=effective,
                response="" if line.net else question.line.response or self.layout.response,
                scale="" if line.net else question.line.scale or self.layout.scale,
                order=None if line.net else float(order),
                universe=said.universe,
                source=said.source,
                url=said.url,
                note=said.note,
                file=self.file,
            )
            if self._is_new(estimate, cells.address(item, place)):
                yield estimate

    def _item_base(self, item: int, cells: TableCells) -> float | None:
        """Return the base that a line of bases tells of one answer; None where there are several groups."""
        lines = self.layout.of_groups
        bases = [place for place, line in lines.items() if line.role is LineRole.BASE]
        groups = [place for place, line in lines.items() if line.role is LineRole.GROUP]
        return cells.base(item, bases[0], whole=True) if len(bases) == len(groups) == 1 else None

    def _is_new(self, estimate: Estimate, cell: str) -> bool:
        first = self.seen.setdefault(estimate.key, cell)
        if first != cell:
            message = Message(_DUPLICATE.text, {"cell": cell, "first": first})
            self.findings.problem("duplicate-key", message, self.file, None, None, estimate.item)
        return first == cell

    def _base(self, item: int | None, group: int, cells: TableCells, *, whole: bool = True) -> float | None:
        return None if item is None else cells.base(item, group, whole=whole)

    def _figure(
        self,
        question: _Question,
        item: int,
        group: int,
        line: TableLine,
        base: float | None,
        cells: TableCells,
    ) -> tuple[float | None, str, float | None] | None:
        """Return the value of a cell, its unit, and the step that it was rounded to; None for an empty or wrong one."""
        written = line.unit or self.layout.values
        read = cells.figure(item, group)
        unit = "percent" if written in (PERCENT, FRACTION) else written
        if read is None:
            is_missing = cells.is_missing(item, group)
            is_count = written == COUNT and self._denominator(question, group, base, cells) is None
            return (
                (None, "count" if is_count else "percent" if written == COUNT else unit, None)
                if is_missing
                else None
            )
        if written == COUNT:
            return self._share(question, item, group, read, base, cells)
        number = hundredfold(read) if written == FRACTION and not read.percent else read
        highest = highest_of(unit)
        if highest is not None and not 0 <= number.value <= highest:
            message = Message(_BEYOND.text, {"cell": cells.address(item, group)})
            self.findings.problem(
                "out-of-range", message, self.file, None, cells.address(item, group), read.text
            )
            return None
        return number.value, unit, cells.step(item, group)

    def _share(
        self, question: _Question, item: int, group: int, read: Number, base: float | None, cells: TableCells
    ) -> tuple[float | None, str, float | None] | None:
        """Return a count as the percentage of its base; as a count where the table holds none."""
        whole = self._denominator(question, group, base, cells)
        if whole is None:
            return read.value, "count", None
        place = cells.address(item, group)
        if whole <= 0:
            self.findings.problem("no-base", _NO_DENOMINATOR, self.file, None, place, read.text)
            return None
        if read.value > whole:
            values: dict[str, Fill] = {"count": Figure(read.value), "base": Figure(whole)}
            message = Message(_TOO_MANY.text, values)
            self.findings.problem("out-of-range", message, self.file, None, place, read.text)
            return None
        return 100 * read.value / whole, "percent", 0.0

    def _denominator(
        self, question: _Question, group: int, base: float | None, cells: TableCells
    ) -> float | None:
        for role in (LineRole.WEIGHTED_BASE, LineRole.BASE, LineRole.TOTAL):
            if role in question.bases:
                found = cells.base(question.bases[role], group, whole=False)
                if found is not None:
                    return found
        return base
