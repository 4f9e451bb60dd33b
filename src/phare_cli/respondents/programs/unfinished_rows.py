"""Count the rows of who did not finish, and of who only tried a questionnaire, where a program says which they are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import clean, fold
from phare_cli.respondents.conditions.condition import Among, Condition, Not, Ordered, Sign
from phare_cli.respondents.engine.batches import ColumnLabels
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.number_columns import number
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.header_rows import ColumnNames
from phare_cli.respondents.programs.noted_columns import NotedColumns, noted_columns

_UNTOLD = -1  # the stage of a row whose cell says nothing of it
_EMPTY = frozenset({"", "na", "n a", "nan", "null"})
_ENDED = frozenset(
    {"true", "vrai", "1", "yes", "oui", "completed", "complete", "complet", "termine", "finished"}
)
_GOING_ON = frozenset(
    {"false", "faux", "0", "no", "non", "incomplete", "incomplet", "en cours", "started", "partiel"}
)
_WHOLE = 100.0  # percent of a questionnaire
_MOST_PAGES = 10_000


def _filled(text: str) -> int:
    return int(fold(text) not in _EMPTY)


def _page(text: str) -> int:
    value = number(text)
    return int(value) if 0.0 <= value < _MOST_PAGES else 0


def _said(text: str) -> int:
    folded = fold(text)
    if folded in _ENDED or folded in _GOING_ON:
        return int(folded in _ENDED)
    part = number(text.removesuffix("%"))
    return int(part >= _WHOLE) if 0.0 <= part <= _WHOLE else _UNTOLD


# What Qualtrics calls rows that nobody answered in earnest, by its codes, in English and in French.
_TRIALS = frozenset((
    "1", "2", "9", "17", "survey preview", "survey test", "preview", "test", "spam survey preview",
    "offline survey preview", "apercu de l enquete", "apercu du sondage", "test de l enquete", "test du sondage",
))  # fmt: skip


def _in_earnest(text: str) -> int:
    return int(fold(text) not in _TRIALS)


class _Rule(NamedTuple):
    """How a program tells: what the column may be called, folded, and how far a cell says that somebody went."""

    program: str
    columns: frozenset[str]
    stage: Callable[[str], int]


# Of several that fit the first is taken: where an answer was sent says more than up to which page it went.
_RULES = (
    _Rule("LimeSurvey", frozenset({"submitdate", "date submitted", "date de soumission"}), _filled),
    _Rule("LimeSurvey", frozenset({"lastpage", "last page", "derniere page"}), _page),
    _Rule("Qualtrics", frozenset({"finished", "termine"}), _said),
    _Rule("Qualtrics", frozenset({"progress", "progression"}), _said),
    _Rule("Sphinx", frozenset({"progression"}), _said),
    _Rule("Framaforms", frozenset({"completed time"}), _filled),
)


_OF_TRIALS = (
    _Rule("Qualtrics", frozenset({"status", "statut", "response type", "type de reponse"}), _in_earnest),
)


class Unfinished(NamedTuple):
    """How many of *rows* stopped *short* of the end, by what *column* says; *finished* lets the others pass.

    *page* is the last page where that is all that is known, 0 elsewhere. *is_trial* tells that they were previews or
    tests of the questionnaire, and no answers of anybody.
    """

    column: str
    short: int
    rows: int
    finished: Condition
    page: int = 0
    is_trial: bool = False


class Finished(NamedTuple):
    """The *column* that tells who finished, and the *condition* that lets them pass; None where all did."""

    column: str
    condition: Condition | None


class FinishColumn:
    """The column that tells who finished, of one file or several of one program; counts as their blocks are read."""

    def __init__(self, name: str, stage: Callable[[str], int]) -> None:
        self.lookup = Lookup(self._stage_of)
        self._labels = ColumnLabels()  # of a column of dates, which no question looks at
        self._name, self._of_text = name, stage
        self._rows: Counter[int] = Counter()  # by stage
        self._short: set[str] = set()  # texts of who did not finish

    def add(self, stages: NDArray[np.signedinteger]) -> None:
        """Count rows by their stages, as :attr:`lookup` gives them."""
        for stage, count in zip(*np.unique(stages, return_counts=True), strict=True):
            self._rows[int(stage)] += int(count)

    def read(self, block: Coded, place: int) -> None:
        """Count the rows of a block, in which the column stands at *place*."""
        if self._of_text is not _filled:
            self.add(block.column(place, self.lookup))
            return
        labels = self._labels.of(place)
        self.add(self.lookup(labels, block.block.codes(place, labels, digit_alone=True)))

    @property
    def found(self) -> Unfinished | None:
        """What the column says of the rows added; None where it does not tell, or all finished."""
        last, rows = max(self._rows, default=0), self._rows.total()
        if self._of_text is _in_earnest:
            finished = Not(Among(self._name, tuple(sorted(self._short)), ()))
            return (
                Unfinished(self._name, self._rows[0], rows, finished, is_trial=True)
                if self._rows[0]
                else None
            )
        count = rows - self._rows[last]
        if last < 1 or not count or self._rows[_UNTOLD]:
            return None
        if self._of_text is _page:
            return Unfinished(self._name, count, rows, Ordered(self._name, Sign.FROM, last), last)
        if any(map(_is_part, self._short)):
            return Unfinished(self._name, count, rows, Ordered(self._name, Sign.FROM, _WHOLE))
        return Unfinished(self._name, count, rows, Not(Among(self._name, tuple(sorted(self._short)), ())))

    @property
    def finished(self) -> Finished | None:
        """How those who finished are told from the others; None where the column does not tell."""
        if self._of_text is _in_earnest or max(self._rows, default=0) < 1 or self._rows[_UNTOLD]:
            return None
        if self._of_text is _filled:
            # True of the next rows of a file in which all have finished so far.
            return Finished(self._name, Not(Among(self._name, tuple(sorted(self._short or {""})), ())))
        return Finished(self._name, found.finished if (found := self.found) else None)

    def _stage_of(self, text: str) -> int:
        stage = self._of_text(text)
        if stage == 0:
            self._short.add(clean(text))
        return stage


class FinishColumns:
    """The columns that tell who finished, over all files: one of each name."""

    def __init__(self) -> None:
        self._by_name: dict[str, FinishColumn] = {}
        self._open: list[tuple[int, FinishColumn]] = []

    def open(self, columns: ColumnFinder, header: ColumnNames) -> None:
        """Look for those of the next file, to be read with the others."""
        self._open = []
        for place, column in finish_columns(header):
            self._by_name.setdefault(header.codes[place], column)
            self._open.append((columns.use(place), self._by_name[header.codes[place]]))

    def read(self, block: Coded) -> None:
        """Count the rows of a block."""
        for place, column in self._open:
            column.read(block, place)

    @property
    def found(self) -> tuple[Unfinished, ...]:
        """What they say of all rows read."""
        return tuple(filter(None, (column.found for column in self._by_name.values())))


def finish_columns(header: ColumnNames) -> list[tuple[int, FinishColumn]]:
    """Return where the columns stand that tell who tried a questionnaire, and who finished it, as programs do."""
    noted = noted_columns(header)
    found = (_first(rules, noted, header) for rules in (_OF_TRIALS, _RULES))
    return [column for column in found if column is not None]


def _first(
    rules: Sequence[_Rule], noted: NotedColumns, header: ColumnNames
) -> tuple[int, FinishColumn] | None:
    for rule in rules:
        for place in sorted(noted.places) if rule.program == noted.program else ():
            if fold(header.codes[place]) in rule.columns:
                return place, FinishColumn(header.codes[place], rule.stage)
    return None


def _is_part(text: str) -> bool:
    return 1.0 < number(text.removesuffix("%")) < _WHOLE
