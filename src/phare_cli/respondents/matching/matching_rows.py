"""Find the rows of a batch that a filter holds for. Of who did not answer nothing is known: they never match."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from functools import reduce
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from phare_cli.files.findings import Findings
from phare_cli.language.folding import clean
from phare_cli.nouns.message import Listing, counted, sentence
from phare_cli.respondents.answers import FORMULA_ERRORS
from phare_cli.respondents.conditions.condition import (
    Among,
    Condition,
    Either,
    Every,
    Not,
    Ordered,
    Sign,
    columns_of,
)
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.number_columns import MARKS, number
from phare_cli.respondents.engine.value_labels import NO_LABELS, ValueLabels
from phare_cli.respondents.find_columns import NumberPlace
from phare_cli.respondents.matching.number_cells import NumberCells
from phare_cli.respondents.people import Respondents, RowMask

# In the order in which "and" takes the least of its parts and "or" the greatest: Kleene's logic of three values.
_NO, _UNKNOWN, _YES = 0, 1, 2
Truths = NDArray[np.signedinteger]
_HOLDS: Mapping[Sign, Callable[..., NDArray[np.bool_]]] = {
    Sign.BELOW: np.less,
    Sign.UP_TO: np.less_equal,
    Sign.ABOVE: np.greater,
    Sign.FROM: np.greater_equal,
}


class _Test(Protocol):
    def truths(self, people: Respondents, rows: RowMask | None) -> Truths: ...


class Filter:
    """A filter over all files: how many respondents it saw and let pass, and which of the texts it names were met."""

    def __init__(self, condition: Condition) -> None:
        self.condition = condition
        self.seen = self.passed = 0
        self.texts_met: dict[tuple[str, str], bool] = {}

    def tell(self, findings: Findings, files: str) -> None:
        """Add what all *files* tell of the filter: texts that no answer was, and that nobody of them passed."""
        for (column, text), was_met in self.texts_met.items():
            if not was_met:
                findings.notice(
                    sentence(
                        "no answer in {column} is “{text}”, which a filter names: see how the file writes it.",
                        column=column,
                        text=text,
                    )
                )
        if self.seen and not self.passed:
            columns = columns_of(self.condition)
            findings.problem(
                "no-respondent",
                counted(
                    "no respondent passes the filter (where): see what {columns} holds.",
                    "no respondent passes the filter (where): see what {columns} hold.",
                    len(columns),
                    columns=Listing(columns),
                ),
                files,
            )


class MatchingRows:
    """A filter over one file; *places* are its columns by name."""

    def __init__(self, filter: Filter, places: Mapping[str, NumberPlace], missing: Iterable[str]) -> None:
        self._filter = filter
        self._missing = frozenset(map(clean, missing))
        self._numbers = {name: NumberCells(place, self._missing) for name, place in places.items()}
        self._read: set[str] = set()  # columns whose numbers were compared
        self._places = places
        self._tests: dict[Condition, _Test] = {}
        self._add(filter.condition)

    def rows(self, people: Respondents, rows: RowMask | None) -> RowMask:
        """Return which of *rows* (None: all) match; what cannot be compared among them is told by :meth:`tell`."""
        found: RowMask = self._truths(self._filter.condition, people, rows) == _YES
        found = found if rows is None else found & rows
        self._filter.seen += found.size if rows is None else int(rows.sum())
        self._filter.passed += int(found.sum())
        return found

    def tell(self, findings: Findings) -> None:
        """Add what was wrong in the columns of the file."""
        for name in columns_of(self._filter.condition):
            if name in self._read:
                self._numbers[name].tell(findings)

    def _add(self, condition: Condition) -> None:
        match condition:
            case Ordered(column):
                self._read.add(column)
                self._tests[condition] = _OrderTest(condition, self._numbers[column])
            case Among(column):
                if not condition.texts and any(low != high for low, high in condition.ranges):
                    self._read.add(column)
                    self._tests[condition] = _RangeTest(condition, self._numbers[column])
                else:
                    self._tests[condition] = _AmongTest(
                        condition, self._places[column], self._missing, self._filter.texts_met
                    )
            case Not(part):
                self._add(part)
            case Every(parts) | Either(parts):
                for part in parts:
                    self._add(part)

    def _truths(self, condition: Condition, people: Respondents, rows: RowMask | None) -> Truths:
        match condition:
            case Not(part):
                return _YES - self._truths(part, people, rows)
            case Every(parts):
                return reduce(np.minimum, [self._truths(part, people, rows) for part in parts])
            case Either(parts):
                return reduce(np.maximum, [self._truths(part, people, rows) for part in parts])
            case _:
                return self._tests[condition].truths(people, rows)


class _OrderTest:
    def __init__(self, condition: Ordered, cells: NumberCells) -> None:
        self._condition, self._cells = condition, cells

    def truths(self, people: Respondents, rows: RowMask | None) -> Truths:
        values = self._cells.read(people, rows)
        return _known(values, _HOLDS[self._condition.sign](values, self._condition.number))


class _RangeTest:
    def __init__(self, condition: Among, cells: NumberCells) -> None:
        self._ranges, self._cells = condition.ranges, cells

    def truths(self, people: Respondents, rows: RowMask | None) -> Truths:
        values = self._cells.read(people, rows)
        found = [(values >= low) & (values <= high) for low, high in self._ranges]
        return _known(values, np.logical_or.reduce(found))


def _known(values: NDArray[np.float64], holds: NDArray[np.bool_]) -> Truths:
    return np.where(np.isnan(values), _UNKNOWN, np.where(holds, _YES, _NO)).astype(np.int8)


class _AmongTest:
    """Texts, and numbers beside them: what is no number is none of these."""

    def __init__(
        self,
        condition: Among,
        where: NumberPlace,
        missing: frozenset[str],
        texts_met: dict[tuple[str, str], bool],
    ) -> None:
        self._texts = {clean(text): (condition.column, text) for text in condition.texts}
        self._ranges = condition.ranges
        self._labels: ValueLabels = where.facts.labels.get(where.place, NO_LABELS)
        self._missing, self._met = missing, texts_met
        self._marks = where.decimal_marks or MARKS
        self._place = where.place
        self._lookup = Lookup(self._truth)
        # No answer is an empty text: to say that a column is filled, none has to be met.
        texts_met.update({key: texts_met.get(key, False) for key in self._texts.values() if key[1]})

    def truths(self, people: Respondents, rows: RowMask | None) -> Truths:
        return people.column(self._place, self._lookup)

    def _truth(self, code: str) -> int:
        if code == "" or code in FORMULA_ERRORS:
            return _UNKNOWN
        if self._labels.known(code, self._missing.__contains__) is not None:
            return _UNKNOWN
        named = self._labels.known(code, self._texts.__contains__)
        if named is not None:
            self._met[self._texts[named]] = True
            return _YES
        value = number(code, self._marks)
        is_among = not math.isnan(value) and any(low <= value <= high for low, high in self._ranges)
        return _YES if is_among else _NO
