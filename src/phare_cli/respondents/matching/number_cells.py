"""Read a column of any numbers, who did not answer apart, and tell of cells that are none or leave a doubt."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from phare_cli.files.findings import Findings
from phare_cli.language.folding import clean
from phare_cli.nouns.message import Message, counted, sentence
from phare_cli.respondents.engine.labels import Numbers
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.number_columns import DOUBTFUL, MARKS, WHOLE, number, text_numbers
from phare_cli.respondents.engine.value_labels import NO_LABELS
from phare_cli.respondents.find_columns import NumberPlace
from phare_cli.respondents.people import Respondents, RowMask

LARGEST = 1e100  # its square is a number still
_NUMBER, _NONE, _TEXT = 0, 1, 2


class NumberCells:
    """Reads the numbers of one column of one file."""

    def __init__(self, where: NumberPlace, missing: Iterable[str]) -> None:
        self.where = where
        self._missing = {clean(text) for text in missing}
        self._labels = where.facts.labels.get(where.place, NO_LABELS)
        self._marks = where.decimal_marks or MARKS
        self._lookup = Lookup(self._kind)
        self._seen: set[str] = set()
        self._doubts: dict[str, int] = {}  # the line of the first with each mark that leaves a doubt
        self.missing_met: set[str] = set()  # texts declared as no answer
        self._wrong = 0
        self._first_wrong = 0
        self._last: tuple[Respondents, Numbers] | None = None  # what several tests look at is read once

    def read(self, people: Respondents, rows: RowMask | None) -> Numbers:
        """Return the number of each row, NaN where nobody answered; what is none among *rows* (None: all) is told."""
        if self._last is not None and self._last[0] is people:
            return self._last[1]
        kinds = people.column(self.where.place, self._lookup)
        values, _ = people.block.numbers(self.where.place, self._marks)
        values = np.where(kinds == _NUMBER, values, np.nan)
        wrong = (kinds == _TEXT) if rows is None else (kinds == _TEXT) & rows
        if count := int(wrong.sum()):
            self._first_wrong = self._first_wrong or people.block.line(int(np.argmax(wrong)))
            self._wrong += count
        self._note(people)
        self._last = people, values
        return values

    def tell(self, findings: Findings) -> None:
        """Add the problems of the column, once it was read."""
        file, name = self.where.file, self.where.name
        if self._wrong:
            message = counted(
                "{count} cell, the first here, is no number: mend it, or declare it with --missing.",
                "{count} cells, the first here, are no numbers: mend them, or declare them with --missing.",
                self._wrong,
            )
            findings.problem("not-a-number", message, file, self._first_wrong, name)
        comma, point = DOUBTFUL[","], DOUBTFUL["."]
        has_point = "." in self._seen or (point in self._seen and not self.where.facts.is_typed)
        if "," in self._seen and has_point:
            findings.problem("mixed-decimal", _MIXED, file, column=name)
        elif comma in self._seen and "," not in self._seen:
            self._doubt(comma, findings)
        elif {point, WHOLE} <= self._seen and "." not in self._seen and not self.where.facts.is_typed:
            self._doubt(point, findings)

    def _doubt(self, example: str, findings: Findings) -> None:
        message = Message(_DOUBT.text, {"example": example})
        findings.problem("mixed-decimal", message, self.where.file, self._doubts[example], self.where.name)

    def _kind(self, code: str) -> int:
        declared = self._labels.known(code, self._missing.__contains__)
        if declared is not None:
            self.missing_met.add(declared)
        if code == "" or declared is not None:
            return _NONE
        value = number(code, self._marks)
        if not abs(value) <= LARGEST:
            return _TEXT
        self._seen |= text_numbers([code], self._marks)[1]
        return _NUMBER

    def _note(self, people: Respondents) -> None:
        """Note where the first number stands with each mark that leaves a doubt."""
        for example in self._seen & set(DOUBTFUL.values()) - self._doubts.keys():
            found = np.flatnonzero(people.column(self.where.place, Lookup(self._shows(example))) > 0)
            self._doubts[example] = people.block.line(int(found[0])) if len(found) else 0

    def _shows(self, mark: str) -> Callable[[str], int]:
        return lambda code: int(mark in text_numbers([code], self._marks)[1])


_MIXED = sentence(
    "the numbers of this column hold both decimal commas and decimal points. Say which with --decimal."
)
_DOUBT = sentence(
    "a number such as {example} may have three decimals or a mark between thousands, and no other of this column "
    "tells. Say which it is: --decimal comma or --decimal point."
)
