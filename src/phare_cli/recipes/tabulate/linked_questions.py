"""Which questions betray one another: those that share a column, and those asked of who gave an answer to another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.language.folding import clean, fold
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
        groups: list[tuple[int, ...]] = []
        for place, question in enumerate(spec.questions):
            met = [
                group for group in groups if any(_meet(spec.questions[other], question) for other in group)
            ]
            groups = [group for group in groups if group not in met]
            groups.append((*sorted(sum(met, ())), place))
        asked = tuple(column for question in spec.questions for column in question.asked)
        columns = tuple(column for name in PLACES if (column := spec.place(name).column))
        return cls(
            tuple(_first(group, spec) for group in groups if len(group) > 1),
            frozenset(place for place, each in enumerate(spec.questions) if _share(each.columns, asked)),
            frozenset(
                place
                for place, each in enumerate(spec.questions)
                if _share((*each.columns, *each.asked), columns)
            ),
        )


def _first(group: tuple[int, ...], spec: Spec) -> tuple[int, ...]:
    """Return linked questions, first one that was asked of all."""
    return tuple(sorted(group, key=lambda place: (bool(spec.questions[place].asked), place)))


def _meet(first: Question, second: Question) -> bool:
    return _share((*first.columns, *first.asked), (*second.columns, *second.asked))


def _share(columns: Sequence[str], others: Sequence[str]) -> bool:
    return any(_fits(one, other) or _fits(other, one) for one in columns for other in others)


def _fits(pattern: str, name: str) -> bool:
    if fold(pattern) == fold(name):
        return True
    if "*" not in pattern:
        return False
    return bool(re.fullmatch(".*".join(map(re.escape, clean(pattern).split("*"))), clean(name), re.DOTALL))
