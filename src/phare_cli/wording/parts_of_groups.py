"""What is said of a part of a group beside the whole group, which holds it. Decides nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from phare_cli.judging.pairs import overlapping_parts
from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.message import TYPED, Figure, Fill, Listing, Message, Name, sentence
from phare_cli.nouns.survey import Survey

WHOLE_GROUP = sentence("the whole group")
SHARE_UNKNOWN = sentence(
    "Share of the group not known: in a weighted sample a part counts for what it weighs, not for how many were "
    "asked."
)
SAY_GROUP_SHARE = sentence("Write it in group_share, or say it with --share PART=PERCENT.").of_column(TYPED)
_BESIDE = sentence(
    "A part is inside its whole group: the gap between them is tested as that of the part with the rest of the group."
)
_COUNTED = sentence(
    "Share of the group: not published, and taken as the part's share of those who were asked, which it is where "
    "figures are not weighted."
)
_SAY_BREAKDOWN = sentence("A column breakdown says which parts divide a group by the same thing.").of_column(
    TYPED
)
_UNKNOWN = sentence("figures are weighted, and what the part weighs in its group is not known")


def part_lines(judgements: Sequence[Judgement], *, is_counted: bool) -> Iterator[Message]:
    """Yield how a part and its whole group are held apart, and where its share comes from; nothing without such."""
    inside = [judgement for judgement in judgements if judgement.pair.is_in_group]
    if any(judgement.law is not None for judgement in inside):
        yield _BESIDE
    if inside and is_counted:
        yield _COUNTED
        yield SAY_GROUP_SHARE


def overlapping(survey: Survey, regions: Sequence[str], indicators: Sequence[str]) -> Iterator[Message]:
    """Yield which parts were not set beside one another, as some people stand in two of them."""
    parts = overlapping_parts(survey, regions=regions, indicators=indicators)
    if parts:
        yield sentence(
            "Not compared with one another, as they hold more people together than their group: {parts}.",
            parts=Listing(tuple(Name("segment", part) for part in parts)),
        )
        yield _SAY_BREAKDOWN


def why_not_in_group(judgement: Judgement) -> Message:
    """Return why a part cannot be tested beside its group."""
    part, group = judgement.pair.estimate, judgement.pair.reference or judgement.pair.estimate
    if judgement.reason == "share_unknown":
        return _UNKNOWN
    values: dict[str, Fill] = {
        "part": Figure(part.value, part.unit),
        "group": Figure(group.value, group.unit),
        "share": Figure(100 * (judgement.part or 0.0), "percent", 1),
    }
    return sentence(
        "{part} in a part that is {share} of the group does not fit {group} in the group", **values
    )


def test_in_group(values: Mapping[str, Fill], *, is_rest_settled: bool) -> Message:
    """Return the test of a share of a part beside that of its group, with the figures that went into it."""
    if is_rest_settled:
        return sentence(
            "z = (p1 − p2) / ((1 − W) √(pN (1 − pN) / n)), part inside its group, of which it is the part W and whose "
            "other respondents leave nothing to chance, by N, with W = {part}, n = {first_base} and N = "
            "{second_base}: z = {z}, p = {p}",
            **values,
        )
    return sentence(
        "z = (p1 − p2) / √(pN (1 − pN) ((1 − 2W)/n + 1/N)), part inside its group, of which it is the part W and with "
        "which its covariance is W p (1 − p) / n, with W = {part}, n = {first_base} and N = {second_base}: z = {z}, "
        "p = {p}",
        **values,
    )


def test_of_means_in_group(values: Mapping[str, Fill]) -> Message:
    """Return the test of a mean of a part beside that of its group."""
    return sentence(
        "t = (m1 − m2) / √(e1² (1 − 2W) + e2²), part inside its group, of which it is the part W, on the standard "
        "errors of both means ({source}), with W = {part}, e1 = {first_error} in the part, e2 = {second_error} and "
        "{degrees} degrees of freedom: t = {z}, p = {p}",
        **values,
    )
