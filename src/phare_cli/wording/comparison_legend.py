"""The lines under a comparison: its tests, each mark that stands in it explained and no other, what was left out."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.pairs import Sample, regional
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.message import Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.wording import foot
from phare_cli.wording.phrases import row_label
from phare_cli.wording.sentences import incoherence

# What a verdict or a reason says of its row; those that the other lines explain are not here.
MARKS = {
    "above": sentence("▲ above: the figure is above its reference, and sampling does not explain the gap."),
    "below": sentence("▼ below: the figure is below its reference, and sampling does not explain the gap."),
    "not_established": sentence("≈ not established: sampling or rounding may explain the gap."),
    "rounding": sentence(
        "Within published rounding: the verdict changes if the figures move by half a unit of their last digit."
    ),
    "low_base": sentence("Low base: an effective base under 30, on which nothing is tested."),
    "sample_unknown": sentence(
        "Relation of the samples not known: declare it with --sample nested or --sample separate."
    ),
    "different_universe": sentence("Different universe: the two figures stand for different populations."),
    "different_question": sentence("Different question: the two figures answer different questions."),
    "not_a_percentage": sentence("Not a percentage: only percentages are tested."),
    "no_reference": sentence("No figure to compare with: none was published for the same question."),
}

# What the base needed of a row means, by what it rests on.
BASES_NEEDED = {
    "region": sentence(
        "Base needed: how many to interview in the region for the gap to be established, whatever published rounding "
        "hides, were it the only test and all else equal."
    ),
    "each": sentence(
        "Base needed: how many to interview in each of the two samples for the gap to be established, whatever "
        "published rounding hides, were it the only test and all else equal."
    ),
    "at least": sentence(
        "Base of the nation not published: the base needed is at least so many, taking the nation as known exactly "
        "and the region as a separate sample."
    ),
    "at most": sentence(
        "Base of the nation not published: the base needed is at most so many, taking the nation as known exactly."
    ),
    "separate": sentence(
        "Base needed, where the relation of the samples is not known: as separate ones, which asks for more."
    ),
    "rounding": sentence("No base would do where published rounding alone covers the gap."),
    "reference": sentence("No base would do where that of the reference is too small."),
}


def tests(judgements: Sequence[Judgement], conf: float) -> list[Message]:
    """Return how many tests were made, and of how many gaps there is none."""
    notes = []
    made = sum(judgement.p_value is not None for judgement in judgements)
    if made:
        notes.append(
            counted(
                "{count} test, at {level} confidence.",
                "{count} tests, at {level} confidence together: p values are adjusted by Holm's method.",
                made,
                level=foot.level(conf),
            )
        )
    untested = sum(judgement.verdict == "untestable" for judgement in judgements)
    if untested:
        notes.append(
            counted(
                "{count} gap of {total} cannot be tested: a gap without a test is not a difference.",
                "{count} gaps of {total} cannot be tested: a gap without a test is not a difference.",
                untested,
                total=len(judgements),
            )
        )
    return notes


def marks(judgements: Sequence[Judgement], conf: float) -> list[Message]:
    """Return a line for each mark that stands in the table, and for no other."""
    seen = {judgement.verdict for judgement in judgements} | {judgement.reason for judgement in judgements}
    notes = [line for mark, line in MARKS.items() if mark in seen]
    notes += [_incoherent(judgement) for judgement in judgements if judgement.reason == "incoherent"]
    if any(judgement.low is not None for judgement in judgements):
        notes.append(
            sentence(
                "Interval of the gap: Newcombe's (1998, method 10), at {level} confidence.",
                level=foot.level(conf),
            )
        )
    return notes + bases_needed(judgements)


def bases_needed(judgements: Sequence[Judgement]) -> list[Message]:
    """Return a line for each thing that the bases needed rest on."""
    seen = {mark for judgement in judgements for mark in _needed_marks(judgement)}
    return [line for mark, line in BASES_NEEDED.items() if mark in seen]


def _needed_marks(judgement: Judgement) -> set[str]:
    if judgement.no_base is not None:
        return {judgement.no_base}
    if judgement.base_needed is None:
        return set()
    if not judgement.pair.is_beside_nation:
        return {"each"}
    _, nation = regional(judgement.pair)
    if nation is None or not nation.precision_base:
        return {"region", "at most" if judgement.sample is Sample.NESTED else "at least"}
    return {"region"} if judgement.sample else {"region", "separate"}


def not_compared(absent: Sequence[Estimate]) -> list[Message]:
    """Return which items were not compared, having no figure."""
    if not absent:
        return []
    items = tuple(dict.fromkeys(estimate.item for estimate in absent))
    return [
        sentence(
            "Not compared, being named without a figure: {items}.",
            items=Listing(tuple(Name("item", item) for item in items)),
        )
    ]


def _incoherent(judgement: Judgement) -> Message:
    return sentence(
        "Figures cannot both be right: {row}, for {why}.",
        row=row_label(judgement.pair),
        why=incoherence(judgement),
    )
