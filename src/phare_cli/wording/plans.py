"""Say which base would establish a gap, or why none would: in a sentence of its own, and under a table of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from phare_cli.judging.pairs import regional
from phare_cli.judging.terms import Sample, Terms
from phare_cli.judging.verdicts import Judgement
from phare_cli.language.digits import MOST_PLANNED, planned
from phare_cli.nouns.message import Figure, Fill, Message, PlaceWord, sentence
from phare_cli.wording import foot
from phare_cli.wording.phrases import respondents, where_to_ask

_NO_BASE = {
    "reference": sentence("no base would do, that of the reference being too small"),
    "rounding": sentence("whatever the base, the rounding of the published figures would cover the gap"),
    "equal": sentence("there is no gap for a larger base to establish"),
}
# What the base needed of a row means, by what it rests on.
_BASES_NEEDED: Mapping[str, Callable[[Fill, PlaceWord], Message]] = {
    "region": lambda power, the_place: sentence(
        "Base needed: how many to interview in {the_place} for a new sample to establish this gap with a probability "
        "of {power}, were it the true one and the only test. It is planned on one sample's own gap; the true one may "
        "be smaller, and ask for more.",
        power=power,
        the_place=the_place,
    ),
    "each": lambda power, the_place: sentence(
        "Base needed: how many to interview in each of the two samples for new ones to establish this gap with a "
        "probability of {power}, were it the true one and the only test. It is planned on one sample's own gap; the "
        "true one may be smaller, and ask for more.",
        power=power,
    ),
    "part": lambda power, the_place: sentence(
        "Base needed beside the whole group: how many to interview in the part for a new sample to establish this gap "
        "with a probability of {power}, were it the true one and the only test, the rest of the group staying as it "
        "is. It is planned on one sample's own gap; the true one may be smaller, and ask for more.",
        power=power,
    ),
    "at least": lambda power, the_place: sentence(
        "Base of the nation not published: the base needed is at least so many, taking the nation as known exactly "
        "and {the_place} as a separate sample.",
        the_place=the_place,
    ),
    "at most": lambda power, the_place: sentence(
        "Base of the nation not published: the base needed is at most so many, taking the nation as known exactly."
    ),
    "bound": lambda power, the_place: sentence(
        "Base needed over {most}, of a bound: a smaller sample may do.", most=MOST_PLANNED
    ),
    "separate": lambda power, the_place: sentence(
        "Base needed, where the relation of the samples is not known: as separate ones, which asks for more."
    ),
    "rounding": lambda power, the_place: sentence(
        "No base would do where published rounding alone covers the gap."
    ),
    "equal": lambda power, the_place: sentence(
        "No base is needed where the two figures are equal: there is no gap to establish."
    ),
    "reference": lambda power, the_place: sentence(
        "No base would do where that of the reference is too small."
    ),
    "over": lambda power, the_place: sentence(
        "Base needed over {most}: the gap is too small for any survey of this kind to establish it.",
        most=MOST_PLANNED,
    ),
}


def base_that_would_do(judgement: Judgement, terms: Terms) -> tuple[Message, ...]:
    """Return the base that would do, or why none would; nothing when a base is not what is missing."""
    if judgement.no_base is not None:
        return (_NO_BASE[judgement.no_base],)
    if judgement.base_needed is None:
        return ()
    region, _ = regional(judgement.pair)
    where = where_to_ask(judgement.pair)
    marks = _needed_marks(judgement)
    if "over" in marks:
        asked = respondents(region)
        return (
            sentence(
                "were it the true gap, no survey of this kind would establish it: it asks for more than {most} {asked} "
                "interviewed",
                most=MOST_PLANNED,
                asked=asked,
            ),
        )
    if "bound" in marks:
        return (
            sentence(
                "which base would establish it is not known: the one bound that is known is over {most}",
                most=MOST_PLANNED,
            ),
        )
    values: dict[str, Fill] = {
        "count": _count(judgement),
        "asked": respondents(region),
        "power": foot.level(terms.power),
    }
    if where is None:
        return (
            sentence(
                "were it the true gap, {count} {asked} interviewed, and as many of the other group, would "
                "establish it with a probability of {power}",
                **values,
            ),
        )
    return (
        sentence(
            "were it the true gap, {count} {asked} interviewed {where} would establish it with a probability of "
            "{power}",
            where=where,
            **values,
        ),
    )


def _count(judgement: Judgement) -> Message:
    """Return how many would have to be asked: about so many, or a bound where no more than that is known."""
    marks = _needed_marks(judgement)
    count = Figure(judgement.base_needed, "plan")
    if "at most" in marks:
        return sentence("at most {count}", count=count)
    if "at least" in marks:
        return sentence("at least {count}", count=count)
    return sentence("about {count}", count=count)


def bases_needed(judgements: Sequence[Judgement], terms: Terms) -> list[Message]:
    """Return a line for each thing that the bases needed rest on."""
    seen = {mark for judgement in judgements for mark in _needed_marks(judgement)}
    power = foot.level(terms.power)
    regions = tuple(regional(judgement.pair)[0].region for judgement in judgements if judgement.pair.whole)
    the_place = PlaceWord(regions, "the")
    return [
        line(power, the_place).of_column("base_needed")
        for mark, line in _BASES_NEEDED.items()
        if mark in seen
    ]


def is_about_bases(note: Message) -> bool:
    """Tell whether a line is about bases needed, for an answer that has none."""
    return note.about == "base_needed"


def _needed_marks(judgement: Judgement) -> set[str]:
    if judgement.no_base is not None:
        return {judgement.no_base}
    if judgement.base_needed is None:
        return set()
    over = {"over"} if planned(judgement.base_needed) > MOST_PLANNED else set()
    if judgement.pair.is_in_group:
        return {"part", *over}
    if judgement.pair.whole is None:
        return {"each", *over}
    _, nation = regional(judgement.pair)
    if nation is None or not nation.precision_base:
        is_part_unknown = judgement.sample is Sample.NESTED and judgement.part is None
        if is_part_unknown:
            return {"region", "at most", *({"bound"} if over else ())}
        return {"region", *over, "at least"}
    return {"region", *over} if judgement.sample else {"region", "separate", *over}
