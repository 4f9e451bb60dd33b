"""Read the figures of one file: values and bases, and what they tell together of its decimal mark and scale."""

from typing import NamedTuple

from phare_cli.files.findings import Findings, shown
from phare_cli.files.fitting import FileCell
from phare_cli.files.numbers import (
    DecimalClue,
    Number,
    hundredfold,
    hundredth,
    is_missing,
    number,
    stated_number,
)
from phare_cli.nouns.contract import CONTRACT, highest_of
from phare_cli.nouns.message import Figure, Fill, Message
from phare_cli.nouns.survey import Estimate
from phare_cli.results import figure_faults
from phare_cli.results.rules import Rules

_ENOUGH = 2  # one percentage below 1 may be what it says
_POINTS = 10.0  # between 1 - v of a share and 100 - v of a percentage, see note_error

_BESIDE = {column.name: column for column in CONTRACT if column.name in figure_faults.NOT_BESIDE}
_IN_UNIT = ("rounded_to", "standard_error", "interval_low", "interval_high")


class Place(NamedTuple):
    """Where a cell stands, for problems: line and column."""

    line: int
    column: str


class Figures:
    """The numbers of one file, read one after the other; what they tell together is asked at its end."""

    def __init__(self, file: str, rules: Rules, findings: Findings) -> None:
        self.file, self.rules, self.findings = file, rules, findings
        self.first_by_clue: dict[DecimalClue, tuple[Place, str]] = {}  # the first number with each
        self.doubtful_value: tuple[Place, str] | None = None  # the first value such as 1,234
        self.doubtful_point: tuple[Place, str] | None = (
            None  # the first such as 1.234, no percentage nor score
        )
        self.doubtful_base: tuple[Place, str] | None = None  # the first such as 1.000
        self.large_if_thousands: tuple[Place, str] | None = None  # the first that would be out of range then
        self.shares = 0  # percentages between 0 and 1 without a percent sign
        self.first_share: tuple[Place, str] | None = None  # strictly between 0 and 1
        self.has_percents = False  # percentages above 1, or with their sign
        self.withheld = rules.withheld()
        self.first_signed: tuple[Place, str] | None = None

    def value(self, cell: FileCell, unit: str, place: Place) -> Number | None:
        """Return the value of an estimate in *unit*, percentages in percents; None when missing or refused."""
        read = self._number(cell, place)
        if read is None:
            return None
        if read.mark == "maybe comma" and self.doubtful_value is None:
            self.doubtful_value = place, read.text
        if unit == "percent":
            return self._percentage(read, place)
        if read.percent:
            self._refuse("unit-conflict", figure_faults.CONFLICT, place, read.text, unit=unit)
            return None
        if read.mark == "maybe point" and not unit.startswith("score/") and not self.doubtful_point:
            self.doubtful_point = place, read.text
        if unit == "count" and read.value < 0:
            return self._out_of_range(figure_faults.COUNT, place, read)
        top = highest_of(unit)
        if top is not None and not 0 <= read.value <= top:
            return self._out_of_range(figure_faults.SCORE, place, read, top=unit.removeprefix("score/"))
        return read

    def witness(self, cell: FileCell, unit: str, place: Place) -> Number | None:
        """Return a value that nobody asks for, having noted what it tells of its file; to check it is not done here."""
        read = self._noted(self._bare(cell), place)
        if read is None or unit != "percent" or (self.rules.scale == "fraction" and not read.percent):
            return read
        if read.percent or not 0 <= read.value <= 1:
            self._note_percent(read, place)
        else:
            self._note_share(read, place)
        return read

    def witness_beside(self, cell: FileCell, place: Place) -> Number | None:
        """Return a number beside a value that nobody asks for, having noted what it tells of its file."""
        return self._noted(self._bare(cell), place)

    def note_error(self, value: float | None, error: float | None, base: float | None) -> None:
        """Note from its standard error that a value in percent is no share of 1: the error is in points.

        Error squared times base is about v (100 - v) of a percentage v, and v (1 - v) of a share, a hundred times less
        or more: a design effect of ten does not make one of the other.
        """
        if value and error and base and error * error * base > _POINTS * value:
            self.has_percents = True

    def base(self, cell: FileCell, place: Place, *, effective: bool = False) -> float | None:
        """Return a base; None when missing or refused."""
        read = self._number(cell, place)
        if read is None:
            return None
        is_grouped = read.mark == "maybe point" and not effective
        if is_grouped and read.value.is_integer() and self.doubtful_base is None:
            self.doubtful_base = place, read.text
        if read.percent or read.value <= 0 or not (effective or read.value.is_integer()):
            template = (
                figure_faults.EFFECTIVE_BASE
                if effective
                else figure_faults.BASE_OF_THOUSANDS
                if is_grouped
                else figure_faults.BASE
            )
            self._refuse("bad-base", template, place, read.text)
            return None
        return read.value

    def beside(self, column: str, cell: FileCell, unit: str, place: Place) -> float | None:
        """Return a number that stands beside a value, in the terms of its column; None when missing or refused."""
        read = self._number(cell, place)
        if read is None:
            return None
        terms = _BESIDE[column]
        is_whole = terms.kind == "whole number"
        if read.mark == "maybe comma" and not is_whole and self.doubtful_value is None:
            self.doubtful_value = place, read.text
        number, highest = read, terms.highest
        if column in _IN_UNIT:
            highest = highest_of(unit)
            if read.percent and unit != "percent":
                self._refuse("unit-conflict", figure_faults.CONFLICT, place, read.text, unit=unit)
                return None
            if self.rules.scale == "fraction" and unit == "percent" and not read.percent:
                number = hundredfold(read)
        elif read.percent:
            number = hundredth(read)
        value = number.value
        is_inside = (terms.lowest is None or terms.lowest <= value) and (highest is None or value <= highest)
        if is_inside and not (is_whole and (read.percent or not value.is_integer())):
            return value
        self._out_of_range(figure_faults.NOT_BESIDE[column], place, read)
        return None

    def check_base(self, estimate: Estimate, column: str) -> None:
        """Warn of a base that cannot hold the people its figure speaks of, were each counted once."""
        value, base = estimate.value, estimate.base
        is_weighted = estimate.effective_base not in (None, base)
        if value is None or base is None or is_weighted:
            return
        if estimate.unit == "percent":
            half = 0.5 / 10**estimate.decimals
            fewest = min(value, 100 - value) + half
            if 0 < value < 100 and fewest * base < 100:
                self._warn(figure_faults.BASE_TOO_SMALL, estimate, column)
        elif estimate.unit == "count" and value > base and not estimate.measure:
            self._warn(figure_faults.COUNT_ABOVE_BASE, estimate, column)

    def stated(self, cell: FileCell, *, is_share: bool) -> float | None:
        """Return a rank or a gap that stands beside a figure; None for what is neither, which nobody reads as one."""
        read = stated_number(cell, self.rules.decimal_mark) if isinstance(cell, str) else cell
        if read is None:
            return None
        is_fraction = is_share and self.rules.scale == "fraction" and not read.percent
        return hundredfold(read).value if is_fraction else read.value

    def judge(self) -> None:
        """Tell what is wrong with the numbers of the file as a whole."""
        self._judge_clues()
        if self.rules.scale is not None or self.first_share is None:
            return
        place, text = self.first_share
        if self.first_signed is not None:
            other_place, other = self.first_signed
            values: dict[str, Fill] = {"other": shown(other), "other_line": other_place.line}
            self._refuse_file("fraction-scale", figure_faults.SIGNED, place, text, **values)
        elif self.shares >= _ENOUGH and not self.has_percents:
            self._refuse_file("fraction-scale", figure_faults.SHARES, place, text)

    def _judge_clues(self) -> None:
        comma, point = self.first_by_clue.get("comma"), self.first_by_clue.get("point")
        maybe_comma, maybe_point = (
            self.first_by_clue.get("maybe comma"),
            self.first_by_clue.get("maybe point"),
        )
        if comma and (other := point or maybe_comma or maybe_point):
            self._refuse_both(comma, other)
        elif self.doubtful_value and (decided := point or maybe_point):
            if self.large_if_thousands:
                self._refuse_both(self.large_if_thousands, decided)
        elif self.doubtful_value:
            self._refuse_file("mixed-decimal", figure_faults.DOUBTFUL, *self.doubtful_value)
        elif self.doubtful_base or (self.doubtful_point and not point):
            first = min(filter(None, (self.doubtful_base, None if point else self.doubtful_point)))
            self._refuse_file("mixed-decimal", figure_faults.DOUBTFUL, *first)

    def _number(self, cell: FileCell, place: Place) -> Number | None:
        cell = self._bare(cell)
        read = self._noted(cell, place)
        if read is None and isinstance(cell, str) and not is_missing(cell):
            is_mark = sum(map(str.isalpha, cell)) <= 1 and not any(map(str.isdigit, cell))
            is_other = self.rules.decimal is not None and number(cell) is not None
            template = (
                figure_faults.OTHER_MARK
                if is_other
                else figure_faults.MARK
                if is_mark
                else figure_faults.NOT_A_NUMBER
            )
            self._refuse("not-a-number", template, place, cell)
        return read

    def _bare(self, cell: FileCell) -> FileCell:
        return cell if self.withheld is None else self.withheld.figure(cell)

    def _noted(self, cell: FileCell, place: Place) -> Number | None:
        if not isinstance(cell, str):
            return cell
        read = number(cell, self.rules.decimal_mark)
        if read is not None and read.mark != "none" and read.mark not in self.first_by_clue:
            self.first_by_clue[read.mark] = place, read.text
        return read

    def _percentage(self, read: Number, place: Place) -> Number | None:
        if self.rules.scale == "fraction" and not read.percent:
            if not 0 <= read.value <= 1:
                return self._out_of_range(figure_faults.FRACTION, place, read)
            return hundredfold(read)
        if not 0 <= read.value <= 100:
            self.has_percents = True
            return self._out_of_range(figure_faults.PERCENT, place, read)
        if read.percent or read.value > 1:
            self._note_percent(read, place)
        else:
            self._note_share(read, place)
        return read

    def _note_percent(self, read: Number, place: Place) -> None:
        self.has_percents = True
        if read.percent and self.first_signed is None:
            self.first_signed = place, read.text

    def _note_share(self, read: Number, place: Place) -> None:
        self.shares += 1
        if 0 < read.value < 1 and self.first_share is None:
            self.first_share = place, read.text

    def _out_of_range(self, template: Message, place: Place, read: Number, **values: Fill) -> Number | None:
        if read.mark != "maybe comma":
            self._refuse("out-of-range", template, place, read.text, **values)
            return None
        if self.large_if_thousands is None:
            self.large_if_thousands = place, read.text
        return None

    def _refuse_both(self, one: tuple[Place, str], another: tuple[Place, str]) -> None:
        (place, text), (other_place, other) = sorted((one, another))
        values: dict[str, Fill] = {"other": shown(other), "other_line": other_place.line}
        self._refuse_file("mixed-decimal", figure_faults.MIXED, place, text, **values)

    def _warn(self, template: Message, estimate: Estimate, column: str) -> None:
        value = Figure(estimate.value, estimate.unit, estimate.decimals)
        message = Message(template.text, {"value": value, "base": Figure(estimate.base, "base")})
        self.findings.warning(
            "base-too-small", message, self.file, estimate.line, column, f"{estimate.base:.0f}"
        )

    def _refuse(self, code: str, template: Message, place: Place, cell: str, **values: Fill) -> None:
        message = Message(template.text, {"cell": shown(cell), **values})
        self.findings.problem(code, message, self.file, place.line, place.column, cell)

    def _refuse_file(self, code: str, template: Message, place: Place, cell: str, **values: Fill) -> None:
        message = Message(template.text, {"cell": shown(cell), "line": place.line, **values})
        self.findings.problem(code, message, self.file, place.line, place.column, cell, of_file=True)
