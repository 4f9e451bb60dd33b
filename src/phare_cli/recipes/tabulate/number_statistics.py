"""Ask of a question of numbers what its spec asks: a question more for each statistic, named after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np

from phare_cli.nouns.message import Message, sentence
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import QuestionKind
from phare_cli.respondents.tally import Tally

MEAN = "mean"
_AS_MANY = 0.01  # weights whose mean is so near to 1 stand for nobody else


def with_statistics(sums: Tally) -> Tally:
    """Return the sums with a question for each statistic of one of numbers, which stand where it stood."""
    return replace(sums, questions=tuple(made for each in sums.questions for made in _by_statistic(each)))


def _by_statistic(sums: QuestionSums) -> Iterator[QuestionSums]:
    question = sums.question
    if question.kind is not QuestionKind.NUMBER:
        yield sums
        return
    for name, statistic in question.statistics.items():
        # What is asked alone, or is what one expects of numbers, needs no other name.
        is_plain = name == statistic and (len(question.statistics) == 1 or statistic == MEAN)
        yield replace(
            sums,
            question=replace(
                question,
                indicator=question.indicator if is_plain else f"{question.indicator} ({name})",
                item=name,
                unit="count" if statistic == "count" else question.unit,
                statistics={name: statistic},
            ),
        )


def tell_totals(sums: Tally) -> Iterator[Message]:
    """Yield, of totals and counts, that weights which add up to those who answered make them those of the sample."""
    for each in sums.questions:
        if not set(each.question.statistics.values()) & {"total", "count"}:
            continue
        everybody = each.base.over(np.arange(len(sums.cells)))
        if everybody.count and abs(float(everybody.weight) / everybody.count - 1.0) < _AS_MANY:
            yield sentence(
                "the weights of those who answered “{indicator}” add up to how many they are: this total is that of "
                "the sample, not of the people whom it stands for. Weights of a total say how many people each "
                "respondent stands for.",
                indicator=each.question.indicator,
            )
