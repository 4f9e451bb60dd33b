"""Row and cell percents of a crossing, from respondents: of those who gave an answer, or of all, the part in a segment.

Column percents, of those in a segment, are the results themselves.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import count

import numpy as np
from numpy.typing import NDArray

from phare_cli.language.folding import fold
from phare_cli.nouns.contract import CELL_PERCENT, ROW_PERCENT
from phare_cli.nouns.errors import WrongOption
from phare_cli.nouns.message import sentence
from phare_cli.recipes.tabulate.estimates import Answer, Asked, estimate_of
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.share_precision import share_precision
from phare_cli.respondents.engine.counts import Sums
from phare_cli.respondents.question_sums import QuestionSums
from phare_cli.respondents.spec import QuestionKind, Spec
from phare_cli.respondents.tally import Tally

MEASURES = {"row": ROW_PERCENT, "cell": CELL_PERCENT}
ALL_ITEMS = "total"
_NOT_CROSSED = (QuestionKind.SCORE, QuestionKind.NUMBER)


def require_crossing(percents: Collection[str], spec: Spec) -> None:
    """Raise WrongOption where no group is parted."""
    if not set(percents) & set(MEASURES):
        return
    if not spec.place("segment").column:
        raise WrongOption(
            sentence(
                "row and cell percents are those of the parts of groups: say them with --segment COLUMN."
            )
        )


def crossed_percents(
    tally: Tally, populations: Sequence[Domain], sample: DrawnSample, spec: Spec, percents: Collection[str]
) -> list[list[Answer]]:
    """Return, question by question, the *percents* asked (``row``, ``cell``) of every whole group's crossing.

    Respondents without a segment stand in none. Each percent is the share of a part of the design, and is as firm as
    R's ``svyby(~segment, ~item, svymean)`` and ``svymean(~interaction(item, segment))`` say. Scores and numbers have
    none.
    """
    parts = np.array([cell.segment for cell in tally.cells], dtype=object)
    portions = None if sample.units is None else sample.units.cells
    groups = [domain for domain in populations if not domain.segment]
    measures = [MEASURES[each] for each in MEASURES if each in percents]
    return [
        _of_question(question, groups, parts, portions, sample, spec, measures)
        if measures and question.question.kind not in _NOT_CROSSED
        else []
        for question in tally.questions
    ]


def _of_question(
    question: QuestionSums,
    groups: Sequence[Domain],
    parts: NDArray[np.object_],
    portions: NDArray[np.intp] | None,
    sample: DrawnSample,
    spec: Spec,
    measures: Sequence[str],
) -> list[Answer]:
    """Return the percents of every group, group by group; the sums of a segment are made once for all of them."""
    column = spec.place("segment").column

    segments = sorted(set(parts) - {""})

    def parted_by_segment(sums: Sums) -> list[Sums]:
        return [sums.within(parts == name, portions) for name in segments]

    parted = question.base.within(parts != "", portions)
    whole_segments = parted_by_segment(parted)
    held = [
        [place for place, sums in enumerate(whole_segments) if sums.over(domain.cells).count]
        for domain in groups
    ]
    found: dict[tuple[int, str], list[Answer]] = {
        (number, measure): [] for number in range(len(groups)) for measure in measures
    }
    lines = [
        *zip(question.items, question.chosen, strict=True),
        (_name_of_all(question.items), question.base),
    ]
    for line, (item, chosen) in enumerate(lines):
        given = chosen.within(parts != "", portions)
        chosen_by_segment = parted_by_segment(given)
        for measure in measures:
            base = given if measure == ROW_PERCENT else parted
            crossing = _crossing(question, base, chosen_by_segment, measure)
            for number, domain in enumerate(groups):
                asked = Asked(domain, base.over(domain.cells))
                found[number, measure] += [
                    _answer(
                        crossing, place, asked, sample, spec, (line, item), (column, segments[place]), measure
                    )
                    for place in (held[number] if asked.base.count else ())
                ]
    return [answer for of_group in found.values() for answer in of_group]


def _name_of_all(items: Sequence[str]) -> str:
    """Return what the line of all answers is called, an answer that is called so keeping its name."""
    taken = {fold(item) for item in items}
    return (
        ALL_ITEMS
        if ALL_ITEMS not in taken
        else next(name for name in (f"{ALL_ITEMS} ({number})" for number in count(2)) if name not in taken)
    )


def _answer(
    crossing: QuestionSums,
    place: int,
    asked: Asked,
    sample: DrawnSample,
    spec: Spec,
    line: tuple[int, str],
    segment: tuple[str, str],
    measure: str,
) -> Answer:
    """Return the percent of one *segment* (its column and its name) in one *line* (its number and its item)."""
    number, item = line
    column, name = segment
    domain, part = asked.domain, replace(asked.domain, segment=name, breakdown=column)
    share = crossing.chosen[place].over(domain.cells)
    estimate = estimate_of(
        crossing,
        replace(asked, domain=part),
        spec,
        item=item,
        value=100.0 * share.weight.ratio(asked.base.weight),
        unit="percent",
        precision=share_precision(crossing, place, sample, domain, asked.base),
        response="",
    )
    # Answers stand in their order: shares of bases of their own have no ranks.
    estimate = estimate._replace(measure=measure, scale="ordered", order=float(number + 1))
    return Answer(estimate, part, number, share.count)


def _crossing(question: QuestionSums, base: Sums, chosen: Sequence[Sums], measure: str) -> QuestionSums:
    """Return the segments as the answers of a question, to those who are its *base*."""
    named = replace(question.question, indicator=f"{question.question.indicator} ({measure})")
    return replace(question, question=named, base=base, chosen=tuple(chosen), pairs=None)
