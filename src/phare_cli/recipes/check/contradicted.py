"""What a file states twice and not alike: a rank or a gap beside its figures, one figure in two files."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

from phare_cli.judging.pairs import Pair
from phare_cli.nouns.message import Figure, Gap, Message, Name, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import NATION, Estimate
from phare_cli.recipes.check.doubt import doubt, place


def contradicted_ranks(questions: Iterable[Sequence[Estimate]]) -> Iterator[Problem]:
    """Yield a warning for each stated rank that its figure cannot have among the items of its question.

    Figures that are equal once printed may have been ranked apart before; both 1, 2, 2, 4 and 1, 2, 2, 3 are right.
    """
    for items in questions:
        values = [estimate.value for estimate in items if estimate.value is not None]
        if len(values) < 2:
            continue
        ordered = sorted(values)
        dense = {value: rank for rank, value in enumerate(sorted(set(values), reverse=True), 1)}
        for estimate in items:
            value, stated = estimate.value, estimate.stated_rank
            if value is None or stated is None:
                continue
            first = 1 + len(ordered) - bisect_right(ordered, value)
            last = len(ordered) - bisect_left(ordered, value)
            if not first <= stated <= last and stated != dense[value]:
                yield doubt(
                    "contradicted-rank", _rank(estimate, first, len(values)), estimate, "rank", stated
                )


def _rank(estimate: Estimate, rank: int, items: int) -> Message:
    return sentence(
        "the file states rank {stated}, and {value} has rank {rank} of the {items} items of this question: "
        "correct one of them, or leave the rank out.",
        stated=Figure(estimate.stated_rank),
        value=Figure(estimate.value, estimate.unit, estimate.decimals),
        rank=rank,
        items=items,
    )


def contradicted_gaps(pairs: Iterable[Pair]) -> Iterator[Problem]:
    """Yield a warning for each stated gap that the two figures, however rounded, do not leave room for."""
    for pair in pairs:
        estimate, nation = pair.estimate, pair.reference
        if nation is None or estimate.value is None or nation.value is None or estimate.stated_gap is None:
            continue
        gap = round(estimate.value - nation.value, 10)
        # Half a unit for each figure and for the gap, which may have been taken before they were rounded.
        room = 1.5 / 10 ** min(estimate.decimals, nation.decimals)
        if abs(estimate.stated_gap - gap) > room + 1e-9:
            message = sentence(
                "the file states a gap of {stated}, and {value} is {gap} from the {nation_value} of {nation} "
                "({place}): correct one of them, or leave the gap out.",
                stated=Gap(estimate.stated_gap, estimate.unit, signed=True),
                value=Figure(estimate.value, estimate.unit, estimate.decimals),
                gap=Gap(gap, estimate.unit, signed=True),
                nation_value=Figure(nation.value, nation.unit, nation.decimals),
                nation=Name("region", NATION),
                place=place(nation, estimate),
            )
            yield doubt("contradicted-gap", message, estimate, "gap", estimate.stated_gap)


def conflicting_files(estimates: Iterable[Estimate]) -> Iterator[Problem]:
    """Yield a warning for each figure that another file gives otherwise. Within one file reading refuses it."""
    first: dict[tuple[str, ...], Estimate] = {}
    for estimate in estimates:
        earlier = first.setdefault(estimate.key, estimate)
        if earlier.value == estimate.value or earlier.file == estimate.file:
            continue
        message = sentence(
            "this figure is {value} here and {other} on {place}: correct one, or say what sets them apart, "
            "in wave, segment or survey.",
            value=Figure(estimate.value, estimate.unit, estimate.decimals),
            other=Figure(earlier.value, earlier.unit, earlier.decimals),
            place=place(earlier, estimate),
        )
        yield doubt("conflicting-files", message, estimate, "value", estimate.value)
