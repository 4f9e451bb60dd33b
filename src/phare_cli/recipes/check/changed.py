"""What differs between rows that belong together: bases of one question, universes and wordings of one comparison."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from phare_cli.judging.known_gaps import differ
from phare_cli.judging.pairs import Pair
from phare_cli.nouns.contract import ROW_PERCENT
from phare_cli.nouns.message import Figure, Message, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import Estimate, QuestionKey, question_of
from phare_cli.recipes.check.doubt import doubt, place


def differing_bases(questions: Iterable[Sequence[Estimate]]) -> Iterator[Problem]:
    """Yield one warning a question whose items have several bases, unless a note, a question or a universe says why."""
    for items in questions:
        first: dict[tuple[str, ...], Estimate] = {}
        for estimate in items:
            if estimate.base is None or estimate.measure == ROW_PERCENT:
                continue
            earlier = first.setdefault((estimate.note, estimate.question, estimate.universe), estimate)
            if earlier.base != estimate.base:
                message = sentence(
                    "the base is {base} here and {other} on {place}, for items of one question: correct one, "
                    "or give the reason in note, question or universe.",
                    base=Figure(estimate.base, "base", 0),
                    other=Figure(earlier.base, "base", 0),
                    place=place(earlier, estimate),
                )
                yield doubt("bases-differ", message, estimate, "base", estimate.base)
                break


def changes(pairs: Iterable[Pair]) -> Iterator[Problem]:
    """Yield one warning a question whose universe or wording is not that of what it will be compared with."""
    reported: set[tuple[str, str, QuestionKey]] = set()
    for pair in pairs:
        estimate, reference = pair.estimate, pair.reference
        if reference is None:
            continue
        for code, column, message in _changed(estimate, reference):
            once = code, pair.to, question_of(estimate)
            if once not in reported:
                reported.add(once)
                yield doubt(code, message, estimate, column, getattr(estimate, column))


def _changed(estimate: Estimate, reference: Estimate) -> Iterator[tuple[str, str, Message]]:
    if differ(estimate.universe, reference.universe):
        message = sentence(
            "the universe is “{one}” here and “{other}” on {place}: compare will not test this gap. "
            "If both are the same people, write the same words.",
            one=estimate.universe,
            other=reference.universe,
            place=place(reference, estimate),
        )
        yield "universe-changes", "universe", message
    if differ(estimate.question, reference.question):
        message = sentence(
            "the question is “{one}” here and “{other}” on {place}: compare will not test this gap. "
            "If both are the same question, write the same words.",
            one=estimate.question,
            other=reference.question,
            place=place(reference, estimate),
        )
        yield "question-changes", "question", message
