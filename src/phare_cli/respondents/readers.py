"""Count the answers of a block of respondents, one reader a question and a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import clean
from phare_cli.respondents.answers import MISSING, SELECTED, UNDECLARED, Answers
from phare_cli.respondents.engine.batches import Batch
from phare_cli.respondents.engine.coded import Coded
from phare_cli.respondents.engine.counts import Count, Weights, cross
from phare_cli.respondents.engine.labels import MOST_LABELS, Codes
from phare_cli.respondents.engine.lookup import Lookup
from phare_cli.respondents.spec import QuestionKind

RowMask = NDArray[np.bool_]
FoundCodes = NDArray[np.signedinteger]

_MOST_KEYS = 1 << 17
_MOST_PACKED = 8


@dataclass(frozen=True, slots=True)
class Respondents:
    """The respondents of a block: the cell of each row (-1 for none), weights, and how to read a column."""

    coded: Coded
    cells: Codes
    weights: Weights | None
    all_count: bool  # every row is a respondent
    size: int  # cells met so far

    @property
    def block(self) -> Batch:
        """The rows themselves."""
        return self.coded.block

    def column(self, place: int, lookup: Lookup) -> FoundCodes:
        """Return what *lookup* makes of each cell of a column."""
        return self.coded.column(place, lookup)

    def add(self, count: Count, rows: RowMask | None) -> None:
        """Count some rows, all of them when None."""
        if rows is None:
            count.add(self.cells, self.weights, self.size)
        elif rows.any():
            weights = self.weights and self.weights.of(rows)
            count.add(self.cells[rows], weights, self.size)

    def add_items(self, answers: Answers, items: FoundCodes, rows: RowMask | None) -> None:
        """Count the item of each of some rows."""
        width = len(answers.counts)
        people = self if rows is None else self._only(rows)
        items = items if rows is None else items[rows]
        if width and items.size:
            crossing = cross(people.cells, items, width, people.weights, self.size, squares=answers.variances)
            for item, count in enumerate(answers.counts):
                count.add_column(crossing, item)

    def add_options(
        self, answers: Answers, chosen: Sequence[tuple[int, RowMask]], rows: RowMask | None
    ) -> None:
        """Count each (item, rows that chose it) among some rows: several items at once, packed in one code."""
        people = self if rows is None else self._only(rows)
        if not people.cells.size:
            return
        packed = max(1, min(_MOST_PACKED, (_MOST_KEYS // self.size).bit_length() - 1))
        for first in range(0, len(chosen), packed):
            some = chosen[first : first + packed]
            codes = np.zeros(self.cells.size, dtype=np.uint8)
            for place, (_, hits) in enumerate(some):
                codes |= hits.view(np.uint8) << np.uint8(place)
            codes = codes if rows is None else codes[rows]
            width = 1 << len(some)
            crossing = cross(people.cells, codes, width, people.weights, self.size, squares=answers.variances)
            bits = (np.arange(width)[:, None] >> np.arange(len(some)) & 1).astype(np.float64)
            sums = crossing.times(bits)
            for place, (item, _) in enumerate(some):
                answers.counts[item].add_column(sums, place)
        if len(chosen) > 1:
            self.add_pairs(answers, chosen, rows)

    def add_pairs(
        self, answers: Answers, chosen: Sequence[tuple[int, RowMask]], rows: RowMask | None
    ) -> None:
        """Count who chose two items among some rows, for every two of them, while there are not too many rows."""
        people = self if rows is None else self._only(rows)
        if not answers.counts_pairs(people.cells.size, len(chosen)):
            return
        packed = max(1, min(_MOST_PACKED, (_MOST_KEYS // self.size).bit_length() - 1) // 2)
        groups = [range(len(chosen))[first : first + packed] for first in range(0, len(chosen), packed)]
        seen: set[tuple[int, int]] = set()
        for group, other in list(combinations(groups, 2)) or [(groups[0], groups[0][:0])]:
            some = [*group, *other]
            codes = np.zeros(self.cells.size, dtype=np.uint8)
            for place, number in enumerate(some):
                codes |= chosen[number][1].view(np.uint8) << np.uint8(place)
            width = 1 << len(some)
            codes = codes if rows is None else codes[rows]
            crossing = cross(people.cells, codes, width, people.weights, self.size, squares=False)
            bits = np.arange(width)[:, None] >> np.arange(len(some)) & 1
            pairs = [
                pair
                for pair in combinations(range(len(some)), 2)
                if (some[pair[0]], some[pair[1]]) not in seen
            ]
            sums = crossing.times(
                np.stack([bits[:, one] * bits[:, two] for one, two in pairs], 1).astype(np.float64)
            )
            for column, (one, two) in enumerate(pairs):
                seen.add((some[one], some[two]))
                answers.pair(chosen[some[one]][0], chosen[some[two]][0]).add_column(sums, column)

    def _only(self, rows: RowMask) -> Respondents:
        return replace(self, cells=self.cells[rows], weights=self.weights and self.weights.of(rows))


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
    """Who was asked: in each of some columns, one of some answers."""

    def __init__(self, columns: Sequence[tuple[int, tuple[str, ...]]]) -> None:
        self._filters = [(place, Lookup(_one_of(texts))) for place, texts in columns]

    def rows(self, people: Respondents) -> RowMask | None:
        """Return the rows of respondents who were asked; None for all of them."""
        rows = None if people.all_count else people.cells >= 0
        for place, lookup in self._filters:
            asked = people.column(place, lookup) > 0
            rows = asked if rows is None else rows & asked
        return rows


def _one_of(texts: tuple[str, ...]) -> Callable[[str], int]:
    wanted = {clean(text) for text in texts}
    return lambda text: int(text in wanted)


class OneAnswer:
    """A question whose single answer or score stands in one column."""

    def __init__(self, answers: Answers, asked: AskedIf, place: int, name: str) -> None:
        self.answers = answers
        self.undeclared = [Undeclared(name)]
        self._asked = asked
        self._place = place
        self._lookup = Lookup(answers.score if answers.question.kind is QuestionKind.SCORE else answers.one)

    def read(self, people: Respondents) -> None:
        """Count the answers of a block."""
        found = people.column(self._place, self._lookup)
        asked = self._asked.rows(people)
        lowest = int(found.min(initial=0))
        if lowest == UNDECLARED:
            self.undeclared[0].add(people.block, _and(found == UNDECLARED, asked))
        answered = asked if lowest >= 0 else _and(found >= 0, asked)
        people.add(self.answers.base, answered)
        people.add_items(self.answers, found, answered)


class OptionColumns:
    """A question with one column an option."""

    def __init__(self, answers: Answers, asked: AskedIf, columns: Sequence[tuple[int, str, int]]) -> None:
        """Take *columns* as (place in the file, name, place of its item)."""
        self.answers = answers
        self.undeclared = [Undeclared(name) for _, name, _ in columns]
        self._asked = asked
        self._columns = [(place, item, Lookup(self._meaning(name))) for place, name, item in columns]
        self._names = [(place, name) for place, name, _ in columns]

    def read(self, people: Respondents) -> None:
        """Count the answers of a block."""
        if self.answers.sense is None and self.answers.finds_sense:
            for place, name in self._names:
                people.column(place, Lookup(self._meeting(name)))
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
            chosen[item] = chosen[item] | hits if item in chosen else hits
        answered = asked if answered is None else _and(answered, asked)
        people.add(self.answers.base, answered)
        people.add_options(self.answers, list(chosen.items()), answered)

    def _meeting(self, name: str) -> Callable[[str], int]:
        def meeting(text: str) -> int:
            self.answers.meet(name, text)
            return 0

        return meeting

    def _meaning(self, name: str) -> Callable[[str], int]:
        def meaning(text: str) -> int:
            self.answers.meet(name, text)
            return self.answers.selection(text, name)

        return meaning


class Mentions:
    """A question whose columns hold what was named first, second, third: an item counts once, wherever it stands."""

    def __init__(self, answers: Answers, asked: AskedIf, columns: Sequence[tuple[int, str]]) -> None:
        self.answers = answers
        self.undeclared = [Undeclared(name) for _, name in columns]
        self._asked = asked
        self._columns = [(place, Lookup(answers.one)) for place, _ in columns]

    def read(self, people: Respondents) -> None:
        """Count the answers of a block."""
        asked = self._asked.rows(people)
        found = [people.column(place, lookup) for place, lookup in self._columns]
        answered: RowMask = np.zeros(people.block.rows, dtype=bool)
        for column, undeclared in zip(found, self.undeclared, strict=True):
            undeclared.add(people.block, _and(column == UNDECLARED, asked))
            answered |= column >= 0
        answered = _and(answered, asked)
        people.add(self.answers.base, answered)
        named = [(item, _any(column == item for column in found)) for item in range(len(self.answers.items))]
        people.add_options(self.answers, named, answered)


class SeveralInCell:
    """A question whose several answers stand in one cell."""

    def __init__(self, answers: Answers, asked: AskedIf, place: int, name: str) -> None:
        self.answers = answers
        self.undeclared = [Undeclared(name)]
        self._asked = asked
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
        answered = _and(found >= 0, asked)
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

    def _meeting(self, text: str) -> int:
        if len(self.answers.cells) <= MOST_LABELS:
            self.answers.cells.add(text)
        return 0

    def _number(self, text: str) -> int:
        self._meeting(text)
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
