"""Read the answers of a block of respondents, one reader a question and a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np

from phare_cli.language.folding import clean
from phare_cli.respondents.answers import MISSING, NOT_SELECTED, SELECTED, UNDECLARED, Answers
from phare_cli.respondents.engine.batches import Batch
from phare_cli.respondents.engine.labels import MOST_LABELS
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.engine.value_labels import ValueLabels
from phare_cli.respondents.matching.matching_rows import MatchingRows
from phare_cli.respondents.people import Respondents, RowMask
from phare_cli.respondents.spec import QuestionKind

LabelsOf = Callable[[int], ValueLabels]
"""Gives the labels of the column at a place."""


@dataclass(slots=True)
class Undeclared:
    """Answers that nothing declares: how many respondents gave one, where the first stands."""

    column: str
    count: int = 0
    line: int = 0

    def add(self, block: Batch, rows: RowMask) -> None:
        """Count some rows."""
        found = int(rows.sum())
        if found:
            self.line = self.line or block.line(int(np.argmax(rows)))
            self.count += found


class AskedIf:
    """Who was asked: in each of some columns, one of some answers, and those of them whom a filter lets pass."""

    def __init__(
        self,
        columns: Sequence[tuple[int, tuple[str, ...]]],
        labels: LabelsOf,
        matching: MatchingRows | None = None,
    ) -> None:
        self._matching = matching
        self._filters = [(place, Lookup(_one_of(texts, labels(place)))) for place, texts in columns]

    def rows(self, people: Respondents) -> RowMask | None:
        """Return the rows of respondents who were asked; None for all of them."""
        rows = None if people.all_count else people.cells >= 0
        for place, lookup in self._filters:
            asked = people.column(place, lookup) > 0
            rows = asked if rows is None else rows & asked
        return rows if self._matching is None else self._matching.rows(people, rows)


def _one_of(texts: tuple[str, ...], labels: ValueLabels) -> Callable[[str], int]:
    chosen_texts = {clean(text) for text in texts}
    return lambda code: int(labels.known(code, chosen_texts.__contains__) is not None)


def _answer(answers: Answers, labels: ValueLabels) -> Callable[[str], int]:
    """Return what makes an item of a cell, or of a code where the column has labels."""
    return (lambda code: answers.one_of(code, labels)) if labels else answers.one


def _score(answers: Answers, labels: ValueLabels) -> Callable[[str], int]:
    return (lambda code: answers.score_of(code, labels)) if labels else answers.score


class OneAnswer:
    """A question whose single answer or score stands in one column."""

    def __init__(self, answers: Answers, asked: AskedIf, place: int, name: str, labels: ValueLabels) -> None:
        self.answers = answers
        self.undeclared = [Undeclared(name)]
        self.given: RowMask | None = None  # who answered in the last block, None for everybody
        self._asked = asked
        self._place = place
        meaning = _score if answers.question.kind is QuestionKind.SCORE else _answer
        self._lookup = Lookup(meaning(answers, labels))

    def read(self, people: Respondents) -> None:
        """Count the answers of a block."""
        found = people.column(self._place, self._lookup)
        asked = self._asked.rows(people)
        lowest = int(found.min(initial=0))
        if lowest == UNDECLARED:
            self.undeclared[0].add(people.block, _and(found == UNDECLARED, asked))
        self.given = answered = asked if lowest >= 0 else _and(found >= 0, asked)
        people.add(self.answers.base, answered)
        people.add_items(self.answers, found, answered)


class OptionColumns:
    """A question with one column an option."""

    def __init__(
        self, answers: Answers, asked: AskedIf, columns: Sequence[tuple[int, str, int]], labels: LabelsOf
    ) -> None:
        """Take *columns* as (place in the file, name, place of its item)."""
        self.answers = answers
        self.undeclared = [Undeclared(name) for _, name, _ in columns]
        self.given: RowMask | None = None
        self.has_denied = False  # a word, rather than an empty cell, says that an option was not chosen
        self.chose_none: RowMask | None = (
            None  # who was asked in the last block and chose none, where that is empty
        )
        self.counts_blank = "" in answers.question.not_selected
        self._asked = asked
        self._columns = [
            (place, item, Lookup(self._meaning(name, labels(place)))) for place, name, item in columns
        ]
        self._meetings = [
            (place, Lookup(self._meeting(name, labels(place))))
            for place, name, _ in columns
            if name not in answers.counted
        ]

    def read(self, people: Respondents) -> None:
        """Count the answers of a block."""
        if self.answers.sense is None and self.answers.finds_sense:
            for place, meeting in self._meetings:
                people.column(place, meeting)
            self.answers.sense = self.answers.sense_of_all()
        asked = self._asked.rows(people)
        answered: RowMask | None = np.zeros(people.block.rows, dtype=bool)
        chosen: dict[int, RowMask] = {}
        for (place, item, lookup), undeclared in zip(self._columns, self.undeclared, strict=True):
            found = people.column(place, lookup)
            lowest = int(found.min(initial=0))
            if lowest == UNDECLARED:
                undeclared.add(people.block, _and(found == UNDECLARED, asked))
            answered = None if lowest >= 0 or answered is None else answered | (found >= 0)
            hits = found == SELECTED
            if not self.counts_blank and not self.has_denied:
                self.has_denied = bool((found == NOT_SELECTED).any())
            chosen[item] = chosen[item] | hits if item in chosen else hits
        self.given = answered = asked if answered is None else _and(answered, asked)
        self.chose_none = None
        if not self.has_denied:
            named = _any(chosen.values())
            self.given, self.chose_none = _and(named, asked), _and(~named, asked)
        people.add(self.answers.base, answered)
        people.add_options(self.answers, list(chosen.items()), answered)

    def _meeting(self, name: str, labels: ValueLabels) -> Callable[[str], int]:
        def meeting(code: str) -> int:
            self.answers.meet(name, self.answers.text_of(code, labels) if labels else code)
            return 0

        return meeting

    def _meaning(self, name: str, labels: ValueLabels) -> Callable[[str], int]:
        def meaning(code: str) -> int:
            text = self.answers.text_of(code, labels) if labels else code
            self.answers.meet(name, text)
            return self.answers.selection(text, name)

        def counting(code: str) -> int:
            return self.answers.counted_selection(code, name, labels)

        return counting if name in self.answers.counted else meaning


class Mentions:
    """A question whose columns hold what was named first, second, third: an item counts once, wherever it stands."""

    def __init__(
        self, answers: Answers, asked: AskedIf, columns: Sequence[tuple[int, str]], labels: LabelsOf
    ) -> None:
        self.answers = answers
        self.undeclared = [Undeclared(name) for _, name in columns]
        self.given: RowMask | None = None
        self._asked = asked
        self._columns = [(place, Lookup(_answer(answers, labels(place)))) for place, _ in columns]
        self.several = self.twice = 0  # respondents who gave two answers or more, and who gave one twice

    def read(self, people: Respondents) -> None:
        """Count the answers of a block."""
        asked = self._asked.rows(people)
        found = [people.column(place, lookup) for place, lookup in self._columns]
        answered: RowMask = np.zeros(people.block.rows, dtype=bool)
        for column, undeclared in zip(found, self.undeclared, strict=True):
            undeclared.add(people.block, _and(column == UNDECLARED, asked))
            answered |= column >= 0
        self.given = answered = _and(answered, asked)
        people.add(self.answers.base, answered)
        ordered = np.sort(np.stack(found), axis=0)
        self.several += int(_and((ordered >= 0).sum(axis=0) > 1, asked).sum())
        twice = ((ordered[1:] == ordered[:-1]) & (ordered[1:] >= 0)).any(axis=0)
        self.twice += int(_and(twice, asked).sum())
        named = [(item, _any(column == item for column in found)) for item in range(len(self.answers.items))]
        people.add_options(self.answers, named, answered)


class SeveralInCell:
    """A question whose several answers stand in one cell."""

    def __init__(self, answers: Answers, asked: AskedIf, place: int, name: str, labels: ValueLabels) -> None:
        self.answers = answers
        self.undeclared = [Undeclared(name)]
        self.given: RowMask | None = None
        self._asked = asked
        self._value_labels = labels
        self.place = place
        self._start()

    def read(self, people: Respondents) -> None:
        """Count the answers of a block."""
        if len(self._combinations) > MOST_LABELS:
            self._start()
        if self.answers.sense is None:
            people.column(self.place, Lookup(self._meeting))
            self.answers.sense = self.answers.sense_of_all()
        found = people.column(self.place, self._lookup)
        asked = self._asked.rows(people)
        self.undeclared[0].add(people.block, _and(found == UNDECLARED, asked))
        self.given = answered = _and(found >= 0, asked)
        people.add(self.answers.base, answered)
        holds = np.zeros((len(self.answers.items), len(self._combinations) + 1), dtype=bool)
        for number, places in enumerate(self._combinations):
            holds[list(places), number] = True
        found = np.where(answered, found, -1)
        people.add_options(self.answers, [(item, each[found]) for item, each in enumerate(holds)], answered)

    def _start(self) -> None:
        self._combinations: list[tuple[int, ...]] = []
        self._numbers: dict[tuple[int, ...], int] = {}
        self._lookup = Lookup(self._number)

    def _meeting(self, code: str) -> int:
        if len(self.answers.cells) <= MOST_LABELS:
            self.answers.cells.add(self._said(code))
        return 0

    def _said(self, code: str) -> str:
        return self.answers.text_of(code, self._value_labels) if self._value_labels else code

    def _number(self, code: str) -> int:
        self._meeting(code)
        text = self._said(code)
        places = self.answers.several(text)
        if isinstance(places, int):
            return places if places == UNDECLARED else MISSING
        number = self._numbers.setdefault(places, len(self._combinations))
        if number == len(self._combinations):
            self._combinations.append(places)
        return number


QuestionReader = OneAnswer | OptionColumns | Mentions | SeveralInCell


def _and(rows: RowMask, others: RowMask | None) -> RowMask:
    return rows if others is None else rows & others


def _any(rows: Iterable[RowMask]) -> RowMask:
    met: RowMask = np.logical_or.reduce(list(rows))
    return met
