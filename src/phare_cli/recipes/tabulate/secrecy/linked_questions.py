"""Which questions betray one another: those that share a column, and those asked of who gave an answer to another."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, takewhile

from phare_cli.language.folding import clean, fold
from phare_cli.respondents.header_rows import fits
from phare_cli.respondents.spec import PLACES, Question, Spec


@dataclass(frozen=True, slots=True)
class Links:
    """What the questions of a spec tell of one another, by their places in it.

    *hidden_with_first* are questions of which only the *first* keeps its figures once anything of one is hidden.
    *filters* are those whose answers say who was asked another, and *of_places* those on a column that says where or
    in what group a respondent is.
    """

    hidden_with_first: tuple[tuple[int, ...], ...]
    filters: frozenset[int]
    of_places: frozenset[int]

    @classmethod
    def of(cls, spec: Spec) -> Links:
        """Return the links of a spec."""
        asked = _Columns(column for question in spec.questions for column in question.filtering)
        places = _Columns(column for name in PLACES if (column := spec.place(name).column))
        numbered = list(enumerate(spec.questions))
        return cls(
            tuple(_first(group, spec) for group in _met(spec.questions) if len(group) > 1),
            frozenset(place for place, each in numbered if any(map(asked.share, each.columns))),
            frozenset(place for place, each in numbered if any(map(places.share, _needed(each)))),
        )


def _first(group: Sequence[int], spec: Spec) -> tuple[int, ...]:
    """Return linked questions, first one that was asked of all."""
    return tuple(sorted(group, key=lambda place: (bool(spec.questions[place].filtering), place)))


def _needed(question: Question) -> Sequence[str]:
    return (*question.columns, *question.filtering)


def _met(questions: Sequence[Question]) -> list[list[int]]:
    """Return the questions that share a column, themselves or through others, by their places."""
    columns = _Columns(column for question in questions for column in _needed(question))
    leader = list(range(len(questions)))

    def led_by(place: int) -> int:
        while leader[place] != place:
            leader[place] = place = leader[leader[place]]
        return place

    first_with: dict[str, int] = {}
    for place, question in enumerate(questions):
        for column in _needed(question):
            for name in (column, *columns.patterns_of(column)):
                leader[led_by(place)] = led_by(first_with.setdefault(fold(name), place))
    groups: dict[int, list[int]] = {}
    for place in range(len(questions)):
        groups.setdefault(led_by(place), []).append(place)
    return sorted(groups.values(), key=lambda group: group[-1])


class _Columns:
    """Names of columns and patterns, found by how they begin: there may be thousands of each."""

    def __init__(self, columns: Iterable[str]) -> None:
        distinct = tuple(dict.fromkeys(columns))
        self._folded = frozenset(map(fold, distinct))
        self._ordered = sorted(map(clean, distinct))
        self._patterns: dict[str, list[str]] = {}
        for column in distinct:
            if "*" in column:
                self._patterns.setdefault(_beginning(column), []).append(column)
        self._lengths = {len(beginning) for beginning in self._patterns}

    def share(self, column: str) -> bool:
        """Tell whether one of them is this column, or a pattern may be both."""
        return fold(column) in self._folded or bool(self.patterns_of(column)) or self._has_one_of(column)

    def patterns_of(self, column: str) -> list[str]:
        """Return the patterns that fit a column."""
        text = clean(column)
        candidates = (
            pattern for length in self._lengths for pattern in self._patterns.get(text[:length], ())
        )
        return [pattern for pattern in candidates if fits(clean(pattern).split("*"), text)]

    def _has_one_of(self, pattern: str) -> bool:
        """Tell whether a pattern fits one of them."""
        if "*" not in pattern:
            return False
        pieces = clean(pattern).split("*")
        first = bisect_left(self._ordered, pieces[0])
        begun = takewhile(lambda text: text.startswith(pieces[0]), islice(self._ordered, first, None))
        return any(fits(pieces, text) for text in begun)


def _beginning(pattern: str) -> str:
    return clean(pattern).partition("*")[0]
