"""Know the rows that some result may count: those that a filter leaves out, or that answer nothing, need no weight."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from phare_cli.respondents.conditions.condition import Among, Condition, Either, Every, columns_of
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.find_columns import ColumnFinder
from phare_cli.respondents.matching.matching_rows import Filter, MatchingRows
from phare_cli.respondents.people import Respondents, RowMask
from phare_cli.respondents.spec import Question, Spec


class CountedRows:
    """The rows of one file that *questions*, as the file has them, may count."""

    def __init__(self, spec: Spec, questions: Sequence[Question], columns: ColumnFinder) -> None:
        self._spec, self._questions, self._columns = spec, questions, columns
        condition = _whom(spec.where, questions)
        self._filter = None if condition is None else self._matching(condition)
        # Who is asked and fills in nothing chose nothing, where the spec says who was asked.
        blank_tells = any(question.asked for question in questions)
        self._places = () if blank_tells else tuple(self._answer_places())
        self._lookups = [Lookup(_is_filled) for _ in self._places]

    def among(self, people: Respondents) -> RowMask:
        """Return which rows of a block may be counted, whatever they weigh."""
        rows: RowMask = np.ones(people.cells.size, dtype=bool)
        if self._filter is not None:
            rows = self._filter.rows(people, rows)
        if self._places:
            places = zip(self._places, self._lookups, strict=True)
            rows = rows & np.logical_or.reduce([people.column(*place) > 0 for place in places])
        return rows

    def _matching(self, condition: Condition) -> MatchingRows:
        places = {name: self._columns.one(name) for name in columns_of(condition)}
        found = {name: self._columns.numbers(place) for name, place in places.items()}
        # A filter of its own: what the rows without a weight hold is told of no other.
        return MatchingRows(Filter(condition), found, self._spec.missing)

    def _answer_places(self) -> Iterable[int]:
        names = (name for question in self._questions for name in question.columns)
        return dict.fromkeys(place for name in names for place in self._columns.matching(name))


def _whom(where: Condition | None, questions: Sequence[Question]) -> Condition | None:
    """Return whom some question is about, by the filter of all of them and their own; None for everybody."""
    by_question = [_asked(question) for question in questions]
    parts = [] if where is None else [where]
    if by_question and all(by_question):
        parts.append(Either(tuple(Every(each) for each in by_question)))
    return Every(tuple(parts)) if parts else None


def _asked(question: Question) -> tuple[Condition, ...]:
    asked = tuple(Among(column, texts, ()) for column, texts in question.asked.items())
    return asked if question.where is None else (*asked, question.where)


def _is_filled(code: str) -> int:
    return int(code != "")
