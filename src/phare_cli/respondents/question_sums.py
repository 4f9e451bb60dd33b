"""What the answers to one question come down to: who answered, who chose each item, who chose two, who chose none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

import numpy as np

from phare_cli.respondents.answers import Answers
from phare_cli.respondents.choose_reader import FileReader
from phare_cli.respondents.design.portions import PortionTable
from phare_cli.respondents.engine.counts import Sums
from phare_cli.respondents.engine.labels import Codes
from phare_cli.respondents.engine.number_rows import NumberRows
from phare_cli.respondents.readers import OptionColumns
from phare_cli.respondents.spec import Question, QuestionKind


class Joined(NamedTuple):
    """The place of a question among those of the spec, and of the items of it that a net is made of."""

    question: int
    items: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class QuestionSums:
    """What a question comes down to: its items, and sums over cells of those who answered and who chose each."""

    question: Question
    items: tuple[str, ...]
    values: tuple[float, ...]  # of a SCORE: the score that each item is
    base: Sums
    chosen: tuple[Sums, ...]
    # Those who gave two items, by their places, the lower first; None where they were not counted.
    pairs: Mapping[tuple[int, int], Sums] | None = None
    numbers: NumberRows | None = None  # of a NUMBER: all that were given
    # Of a question of several answers, by net: those who gave one of its items.
    nets: Mapping[str, Sums] = field(default_factory=dict)
    joins: Joined | None = None  # of a net: what it joins
    chose_none: int = 0  # rows that chose no option, where nothing but empty cells says so

    def times(self, factors: Sequence[float]) -> QuestionSums:
        """Return the sums where each respondent of a cell weighs as many times more."""
        chosen = tuple(sums.times(factors) for sums in self.chosen)
        pairs = self.pairs and {pair: sums.times(factors) for pair, sums in self.pairs.items()}
        numbers = self.numbers and self.numbers.times(factors)
        nets = {name: sums.times(factors) for name, sums in self.nets.items()}
        return replace(
            self, base=self.base.times(factors), chosen=chosen, pairs=pairs, numbers=numbers, nets=nets
        )


class ChosenNone:
    """Who chose none, question by question: of those who are not in its base, those who answered another question."""

    def __init__(self) -> None:
        self._counts: Counter[Answers] = Counter()
        self._denied: set[Answers] = set()  # questions of which a word says who did not choose an option

    def add(self, readers: Sequence[FileReader]) -> None:
        """Add the rows of the block that *readers* have just read."""
        for reader in readers:
            if not isinstance(reader, OptionColumns):
                continue
            if reader.chose_none is None:
                self._denied.add(reader.answers)
                continue
            rows, others = reader.chose_none, [each.given for each in readers if each is not reader]
            if not reader.counts_blank and others and all(given is not None for given in others):
                rows = rows & np.logical_or.reduce([given for given in others if given is not None])
            self._counts[reader.answers] += int(rows.sum())

    def of(self, answers: Answers) -> int:
        """Return how many chose none in a question; 0 where its columns say who did not choose an option."""
        return 0 if answers in self._denied else self._counts[answers]


def question_sums(
    answers: Answers, size: int, portions: PortionTable | None, chose_none: int = 0
) -> QuestionSums:
    """Return what the running counts of a question come to over *size* cells, items in their order."""
    answers.packed.settle(answers.counts)
    base, chosen = answers.base.sums(size), [count.sums(size) for count in answers.counts]
    if answers.portions is not None and portions is not None:
        weight, square = answers.portions.table(portions.order.size, len(chosen), portions.order)
        base, *chosen = (
            replace(sums, by_portion=weight[:, column], squares_by_portion=square[:, column])
            for column, sums in enumerate([base, *chosen])
        )
    order = answers.order()
    items = answers.named_items()
    return QuestionSums(
        answers.question,
        tuple(items[place] for place in order),
        tuple(answers.values[place] for place in order) if answers.values else (),
        base,
        tuple(chosen[place] for place in order),
        _pairs(answers, order, size),
        None if answers.numbers is None else answers.numbers.rows(*_met(portions)),
        answers.nets.sums(answers.items, size, None if portions is None else portions.order),
        chose_none=chose_none,
    )


def _met(portions: PortionTable | None) -> tuple[Codes | None, Codes | None]:
    return (None, None) if portions is None else (portions.order, portions.cells)


def _pairs(answers: Answers, order: Sequence[int], size: int) -> dict[tuple[int, int], Sums] | None:
    if answers.pairs is None or answers.question.kind in (QuestionKind.SINGLE, QuestionKind.SCORE):
        return None
    place_of = {item: place for place, item in enumerate(order)}
    return {
        (min(place_of[one], place_of[two]), max(place_of[one], place_of[two])): count.sums(size)
        for (one, two), count in answers.pairs.items()
    }
