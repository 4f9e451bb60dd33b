"""A spec without what a file does not hold, to tell what else is wrong there. What it counts means nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from phare_cli.respondents.conditions.condition import Condition, columns_of
from phare_cli.respondents.spec import PLACES, NameSource, Question, QuestionKind, Spec

_STAND_INS = {"region": NameSource(constant="France"), "stakeholder": NameSource(constant="citizens")}


def without_columns(spec: Spec, absent: Collection[str], doubtful: Collection[int] = ()) -> Spec:
    """Return *spec* without the columns *absent*, and without its questions at the places *doubtful*."""
    questions = (each for place, each in enumerate(spec.questions) if place not in doubtful)
    return replace(
        spec,
        questions=tuple(filter(None, (_question(each, absent) for each in questions))),
        places=_places(spec.places, absent),
        more_breakdowns=tuple(each for each in spec.more_breakdowns if each.column not in absent),
        weight=_kept(spec.weight, absent),
        drops_unweighed=spec.drops_unweighed and spec.weight not in absent,
        id=_kept(spec.id, absent),
        strata=_all(spec.strata, absent),
        clusters=(),
        nests=False,
        replicates=None,
        where=_filter(spec.where, absent),
    )


def _places(places: Mapping[str, NameSource], absent: Collection[str]) -> dict[str, NameSource]:
    there = {name: place for name, place in places.items() if place.column not in absent}
    return there | {name: _STAND_INS[name] for name in PLACES if name in _STAND_INS and name not in there}


def _question(question: Question, absent: Collection[str]) -> Question | None:
    needed: Iterable[str] = (question.per, *question.filtering)
    if question.kind is not QuestionKind.SET:
        needed = (*needed, *question.columns)
    columns = tuple(name for name in question.columns if name not in absent)
    if not columns or any(name in absent for name in needed):
        return None
    return replace(question, columns=columns)


def _kept(name: str, absent: Collection[str]) -> str:
    return "" if name in absent else name


def _all(names: tuple[str, ...], absent: Collection[str]) -> tuple[str, ...]:
    return () if any(name in absent for name in names) else names


def _filter(condition: Condition | None, absent: Collection[str]) -> Condition | None:
    return None if any(name in absent for name in columns_of(condition)) else condition
