"""Turn rows into estimates, and say what is wrong with each. Knows no bytes and no formats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from phare_cli.files.faults.skipped import Skipped
from phare_cli.files.findings import Findings, shown
from phare_cli.files.fitting import FileCell, Row, TableShape, fitted
from phare_cli.files.numbers import Number
from phare_cli.nouns.contract import COLUMNS, NUMBERS, REQUIRED
from phare_cli.nouns.message import Figure, Fill, Message, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.results import names
from phare_cli.results.figures import Figures, Place
from phare_cli.results.headers.header import Header
from phare_cli.results.region_codes import RegionTexts
from phare_cli.results.rules import WORD_KINDS, Rules

if TYPE_CHECKING:
    from phare_cli.files.faults.empty_names import EmptyNames
    from phare_cli.results.row_filter import RowFilter

EstimatesByKey = dict[tuple[str, ...], Estimate]

_NAMED = tuple(column for column in REQUIRED if column in names.NAMED)
_READ_APART = ("value", "base", "effective_base")
_RESPONSE = sentence(
    "“{cell}” says nothing of the response: write single or multiple, or leave the cell empty."
)
_SAMPLE = sentence(
    "“{cell}” is neither yes nor no: write one of them, or leave the cell empty when it is not known."
)
_DUPLICATE = sentence("line {line} repeats the figure of line {first}: keep one of them.")
_DUPLICATE_FILE = sentence("line {line} repeats the figure of line {first} of {file}: keep one of them.")
_DISTINGUISH = sentence(
    "{said} If another column tells them apart, say so: --map wave=COLUMN or --map segment=COLUMN."
)

_SCALE = sentence("“{cell}” says nothing of the scale: write ordered, or leave the cell empty.")
_RANKS = sentence("the ranks go from {low} to {high}: write the lower number in rank_low.")
_HALF = sentence(
    "the row has one end of a rank interval only: write both, rank_low and rank_high, or neither."
)
_MEASURE = sentence(
    "“{cell}” is not what a number is: write one of the words that phare help columns lists, or leave it empty."
)
_ENDS = sentence("the interval of a median has two ends, the lower first: write both, or neither.")
_WORDS = {"response": _RESPONSE, "scale": _SCALE, "in_national_sample": _SAMPLE, "measure": _MEASURE}
_TRUTH = {"yes": True, "no": False, "": None, None: None}


class Rows:
    """The rows of one file under its header, turned into estimates one after the other.

    *seen* holds the keys of every file of the run. Once iterated, everything there is to say was told to *findings*.
    """

    def __init__(
        self, header: Header, file: str, rules: Rules, findings: Findings, seen: EstimatesByKey
    ) -> None:
        self._header, self._file, self._findings, self._seen = header, file, findings, seen
        self._figures = Figures(file, rules, findings)
        self._skipped = Skipped(file)
        self._empty_names: EmptyNames | None = None
        self._readers = names.readers(
            header.name("region"), departements=rules.departements, spelled=findings.spelled
        )
        self._region_texts = RegionTexts(self._readers["region"])
        if "region" in header.places:
            self._readers = {**self._readers, "region": self._region_texts}
        self._rules = rules
        self._texts = tuple(
            (column, header.places[column], read)
            for column, read in self._readers.items()
            if column in header.places
        )
        self._constant = {
            column: read(header.constants[column])
            for column, read in self._readers.items()
            if column in header.constants
        }
        self._constant.setdefault("unit", "percent")
        self._numbers = tuple(
            column for column in NUMBERS if column in header.places or column in header.constants
        )
        self._beside = tuple(column for column in self._numbers if column not in _READ_APART)
        told = {*header.places, *header.constants}
        self._has_more = bool(self._beside or told & {"scale", "measure"})
        self._may_total = "item" in header.places
        self._named = {column: header.name(column) for column in COLUMNS}
        self._row_filter = rules.row_filter

    def estimates(self, rows: Iterable[Row]) -> Iterator[Estimate]:
        """Yield the estimates of *rows*, all of which come after the header."""
        shape = TableShape.of(self._file, self._header.names)
        for line, cells in fitted(rows, shape, self._skipped, self._findings, self._is_beside_the_table):
            estimate = self._estimate(line, cells)
            if estimate is not None:
                yield estimate
        if self._empty_names:
            self._empty_names.tell(self._findings, self._named)
        self._figures.judge()
        if self._figures.withheld:
            self._findings.marks_met |= self._figures.withheld.met
        self._skipped.tell(self._findings)
        self._region_texts.settle(
            self._rules, self._named["region"], self._file, self._header.line, self._findings
        )

    def _is_beside_the_table(self, line: int, cells: Sequence[FileCell]) -> bool:
        """Tell whether a row without its names is no figure: empty, a footnote, a total; count it then."""
        filled = [text for cell in cells if (text := _text(cell))]
        skipped = self._skipped
        if not filled:
            skipped.note(skipped.empty, line)
        elif names.is_footnote(filled[0]):
            skipped.footnote = skipped.footnote or " ".join(filled)
            skipped.note(skipped.footnotes, line)
        elif names.is_total(filled[0]):
            skipped.note(skipped.totals, line)
        else:
            return False
        return True

    def _estimate(self, line: int, cells: Sequence[FileCell]) -> Estimate | None:
        """Return the estimate of a row; None when it holds none, or one with a problem."""
        if self._row_filter is not None and not self._is_wanted(self._row_filter, cells):
            self._witness(line, cells)
            return None
        before = self._findings.problem_count
        texts = self._constant.copy()
        for column, place, read in self._texts:
            cell = cells[place]
            texts[column] = read(cell if isinstance(cell, str) else cell.text)
        if not (texts["region"] and texts["stakeholder"] and texts["indicator"] and texts["item"]):
            if not self._is_beside_the_table(line, cells):
                self._note_empty_names(line, texts)
            return None
        figures = self._figures
        value = figures.value(self._cell("value", cells), texts["unit"], Place(line, self._named["value"]))
        is_measured = bool(self._cell("measure", cells))
        if (
            self._may_total
            and not is_measured
            and names.is_total(texts["item"])
            and _sums_up(value, texts["unit"])
        ):
            self._skipped.note(self._skipped.totals, line)
            return None
        estimate = Estimate(
            **texts,  # type: ignore[arg-type]  # columns of text alone stand in it
            value=None if value is None else value.value,
            decimals=0 if value is None else value.decimals,
            base=self._base("base", line, cells),
            effective_base=self._base("effective_base", line, cells),
            response=self._word("response", line, cells) or "",
            in_national_sample=_TRUTH[self._word("in_national_sample", line, cells)],
            file=self._file,
            line=line,
            withheld=figures.withheld.mark(self._cell("value", cells)) if figures.withheld else "",
            stated_rank=self._stated("rank", cells),
            stated_gap=self._stated("gap", cells),
        )
        if self._has_more:
            estimate = self._with_more(estimate, cells)
        if estimate.unit == "percent":
            figures.note_error(
                estimate.value, estimate.standard_error, estimate.effective_base or estimate.base
            )
        figures.check_base(estimate, self._named["base"])
        return estimate if self._is_new(estimate) and self._findings.problem_count == before else None

    def _is_wanted(self, row_filter: RowFilter, cells: Sequence[FileCell]) -> bool:
        return all(row_filter.holds(column, self._said(column, cells)) for column in row_filter.names)

    def _witness(self, line: int, cells: Sequence[FileCell]) -> None:
        """Let a row that nobody asks for tell of the figures of its file: their decimal mark, their scale."""
        unit, read = self._said("unit", cells), dict[str, Number | None]()
        for column in self._numbers:
            cell, place = self._cell(column, cells), Place(line, self._named[column])
            if column == "value":
                read[column] = self._figures.witness(cell, unit, place)
            elif cell != "":
                read[column] = self._figures.witness_beside(cell, place)
        if unit == "percent" and (error := read.get("standard_error")) and (value := read.get("value")):
            base = read.get("effective_base") or read.get("base")
            self._figures.note_error(value.value, error.value, base and base.value)

    def _said(self, column: str, cells: Sequence[FileCell]) -> str:
        place = self._header.places.get(column)
        if place is None:
            return self._constant.get(column, "")
        cell = cells[place]
        return self._readers[column](cell if isinstance(cell, str) else cell.text)

    def _cell(self, column: str, cells: Sequence[FileCell]) -> FileCell:
        place = self._header.places.get(column)
        return self._header.constants.get(column, "") if place is None else cells[place]

    def _stated(self, kind: str, cells: Sequence[FileCell]) -> float | None:
        place = self._header.stated.get(kind)
        return None if place is None else self._figures.stated(cells[place], is_share=kind == "gap")

    def _base(self, column: str, line: int, cells: Sequence[FileCell]) -> float | None:
        cell = self._cell(column, cells)
        if cell == "":
            return None
        return self._figures.base(
            cell, Place(line, self._named[column]), effective=column == "effective_base"
        )

    def _with_more(self, estimate: Estimate, cells: Sequence[FileCell]) -> Estimate:
        """Return *estimate* with what few files say of theirs."""
        before = self._findings.problem_count
        numbers = {
            column: self._figures.beside(
                column, self._cell(column, cells), estimate.unit, Place(estimate.line, self._named[column])
            )
            for column in self._beside
        }
        more = estimate._replace(
            nation_share=numbers.get("nation_share"),
            group_share=numbers.get("group_share"),
            rounded_to=numbers.get("rounded_to"),
            standard_error=numbers.get("standard_error"),
            degrees_of_freedom=numbers.get("degrees_of_freedom"),
            rank_low=numbers.get("rank_low"),
            rank_high=numbers.get("rank_high"),
            scale=self._word("scale", estimate.line, cells) or "",
            order=numbers.get("order"),
            measure=self._word("measure", estimate.line, cells) or "",
            interval_low=numbers.get("interval_low"),
            interval_high=numbers.get("interval_high"),
        )
        if self._findings.problem_count == before:
            self._check_ranks(more)
        return more

    def _check_ranks(self, estimate: Estimate) -> None:
        """Tell of a rank interval that has one end only, or begins after its end."""
        low, high, line = estimate.rank_low, estimate.rank_high, estimate.line
        if low is None or high is None:
            if low != high:
                self._problem("rank-interval", _HALF, line, "rank_low" if low is None else "rank_high", "")
        elif low > high:
            message = Message(_RANKS.text, {"low": Figure(low), "high": Figure(high)})
            self._problem("rank-interval", message, line, "rank_low", f"{low:g}")
        first, last = estimate.interval_low, estimate.interval_high
        if (first is None) != (last is None) or (first is not None and last is not None and first > last):
            self._problem(
                "interval", _ENDS, line, "interval_low" if last is not None else "interval_high", ""
            )

    def _word(self, column: str, line: int, cells: Sequence[FileCell]) -> str | None:
        cell = self._cell(column, cells)
        if cell == "":
            return ""
        text = cell if isinstance(cell, str) else cell.text
        found = names.word(WORD_KINDS[column], text)
        if found is None and column in self._header.doubtful:
            return ""
        if found is None:
            message = Message(_WORDS[column].text, {"cell": shown(text)})
            self._problem("unknown-word", message, line, column, text)
        return found

    def _is_new(self, estimate: Estimate) -> bool:
        first = self._seen.setdefault(estimate.key, estimate)
        if first is estimate:
            return True
        is_here = first.file == estimate.file
        values: dict[str, Fill] = {"line": estimate.line, "first": first.line, "file": first.file}
        message = Message((_DUPLICATE if is_here else _DUPLICATE_FILE).text, values)
        if self._header.unused:
            message = Message(_DISTINGUISH.text, {"said": message})
        self._findings.problem(
            "duplicate-key", message, self._file, estimate.line, self._named["item"], estimate.item
        )
        return False

    def _note_empty_names(self, line: int, texts: Mapping[str, str]) -> None:
        from phare_cli.files.faults.empty_names import EmptyNames  # most figures have theirs

        self._empty_names = self._empty_names or EmptyNames(self._file)
        for column in _NAMED:
            if not texts[column]:
                self._empty_names.note(column, line)

    def _problem(self, code: str, message: Message, line: int, column: str, cell: str) -> None:
        self._findings.problem(code, message, self._file, line, self._named[column], cell)


def _sums_up(value: Number | None, unit: str) -> bool:
    """Tell whether a figure named a total is one: all of the percents, or the count of all."""
    return unit == "count" or (unit == "percent" and value is not None and value.value == 100)


def _text(cell: FileCell) -> str:
    return (cell if isinstance(cell, str) else cell.text).strip()
