"""What a crossing looks through: an indicator of one group, and which end of it comes first. Reads no figures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from phare_cli.judging.order import places
from phare_cli.judging.pairs import EVERYONE
from phare_cli.judging.subset import pick, resolve
from phare_cli.language.codebook import codebook
from phare_cli.language.folding import fold
from phare_cli.nouns.errors import UnknownName, WrongOption
from phare_cli.nouns.message import Listing, Message, Name, sentence
from phare_cli.nouns.survey import Survey


class Direction(StrEnum):
    """In which order the figures of a prism make ranks."""

    DESC = "desc"  # the highest figure is rank 1: higher is worse for a statistic
    ASC = "asc"  # the lowest figure is rank 1: higher is better


DECLARED = {"worse": Direction.DESC, "better": Direction.ASC}


@dataclass(frozen=True, slots=True)
class Prism:
    """An indicator of one group. *direction* is None where nobody declared one: the highest comes first.

    *segment* is the part of the group, empty for the whole of it.
    """

    indicator: str
    stakeholder: str
    direction: Direction | None = None
    segment: str = ""

    @property
    def id(self) -> str:
        """What machines call it: ``fragilities:citizens``, ``fragilities:associations/employers``."""
        group = f"{self.stakeholder}/{self.segment}" if self.segment else self.stakeholder
        return f"{self.indicator}:{group}"

    @property
    def is_statistic(self) -> bool:
        """Tell whether it is a statistic of a territory: nobody's opinion, and a declared direction."""
        return self.stakeholder == EVERYONE and self.direction is not None

    @property
    def sign(self) -> int:
        """Return what turns its figures so that the highest comes first."""
        return -1 if self.direction is Direction.ASC else 1


def parse_prisms(
    survey: Survey, texts: Sequence[str], *, stakeholders: Sequence[str] = (), segment: str = ""
) -> tuple[Prism, ...]:
    """Return the prisms that *texts* name, each ``indicator[:stakeholder][:asc|desc]``, in their order.

    A text without a group has those of *stakeholders* (ids), a prism each; failing that the only group that was
    asked, or everyone where the indicator holds nobody else. Raises UnknownName for a name that the data do not
    hold, WrongOption where the group is not clear, where it has no such indicator, or where a prism stands twice.
    """
    prisms = [
        prism for text in texts for prism in _parsed(survey, text, stakeholders=stakeholders, segment=segment)
    ]
    seen: set[str] = set()
    for prism in prisms:
        if prism.id in seen:
            raise WrongOption(
                sentence("{prism} stands twice: a prism is crossed with others.", prism=prism.id)
            )
        seen.add(prism.id)
    return tuple(prisms)


def parse_groups(
    survey: Survey, text: str, *, stakeholders: Sequence[str] = (), segment: str = ""
) -> tuple[Prism, ...]:
    """Return a prism for each group of the indicator that *text* names, or for each of *stakeholders* (ids).

    Everyone is left out: that group holds the others. Raises UnknownName, or WrongOption when *text* names a group
    itself or when fewer than two groups hold figures.
    """
    indicator, group, direction = _split(survey, text)
    if group:
        raise WrongOption(
            sentence(
                "--by stakeholder takes an indicator with all its groups: {indicator}, not {prism}.",
                indicator=indicator,
                prism=text,
            )
        )
    asked = [stakeholder for stakeholder in _groups(survey, indicator) if stakeholder != EVERYONE]
    named = [stakeholder for stakeholder in asked if not stakeholders or stakeholder in stakeholders]
    if len(named) < 2:
        raise WrongOption(
            sentence(
                "--by stakeholder takes two groups or more: {indicator} holds figures for {groups}.",
                indicator=Name("indicator", indicator),
                groups=_names(asked or [EVERYONE]),
            )
        )
    return tuple(Prism(indicator, stakeholder, direction, segment) for stakeholder in named)


def segment_of(segments: Sequence[str]) -> str:
    """Return the one segment of a crossing, empty for whole groups. Raises WrongOption for several."""
    if len(segments) > 1:
        raise WrongOption(sentence("a crossing takes one --segment, and the same for every prism."))
    return segments[0] if segments else ""


def label(prism: Prism, prisms: Sequence[Prism]) -> Message | Name:
    """Return what people call *prism* among *prisms*: no more than sets it apart from the others."""
    return labels(prisms)(prism)


def labels(prisms: Sequence[Prism]) -> Callable[[Prism], Message | Name]:
    """Return what tells, of each of *prisms*, what people call it among them."""
    is_one_group = len(groups_of(prisms)) == 1
    is_one_indicator = len({prism.indicator for prism in prisms}) == 1

    def label_of(prism: Prism) -> Message | Name:
        indicator = Name("indicator", prism.indicator)
        if prism.is_statistic or is_one_group:
            return indicator
        if is_one_indicator:
            return _group(prism)
        return sentence("{indicator} – {group}", indicator=indicator, group=_group(prism))

    return label_of


def groups_of(prisms: Sequence[Prism]) -> frozenset[tuple[str, str]]:
    """Return the groups and segments that were asked: a statistic is nobody's answer."""
    return frozenset((prism.stakeholder, prism.segment) for prism in prisms if not prism.is_statistic)


def _group(prism: Prism) -> Message | Name:
    group = Name("stakeholder", prism.stakeholder)
    if not prism.segment:
        return group
    return sentence("{group} ({segment})", group=group, segment=Name("segment", prism.segment))


def _parsed(survey: Survey, text: str, *, stakeholders: Sequence[str], segment: str) -> list[Prism]:
    indicator, group, direction = _split(survey, text)
    asked = _groups(survey, indicator)
    if group:
        named: Sequence[str] = [resolve(survey, "stakeholder", group)]
    elif asked == [EVERYONE]:
        named = asked
    elif stakeholders:
        named = stakeholders
    elif len(asked) == 1:
        named = asked
    else:
        raise WrongOption(
            sentence(
                "{indicator} was asked of several groups, {groups}: name one, {example}, or give --stakeholder.",
                indicator=Name("indicator", indicator),
                groups=_names(asked),
                example=f"{indicator}:{asked[0]}",
            )
        )
    for stakeholder in named:
        if stakeholder not in asked:
            raise WrongOption(
                sentence(
                    "{indicator} holds no figure for {group}; it holds some for {groups}.",
                    indicator=Name("indicator", indicator),
                    group=Name("stakeholder", stakeholder),
                    groups=_names(asked),
                )
            )
    return [
        Prism(indicator, stakeholder, direction, "" if stakeholder == EVERYONE else segment)
        for stakeholder in named
    ]


def _split(survey: Survey, text: str) -> tuple[str, str, Direction | None]:
    """Return the indicator's id, the group as typed, and the direction: the text's own, then the codebook's.

    An indicator's own name may hold colons.
    """
    indicators = survey.names("indicator")
    head, colon, tail = text.rpartition(":")
    declared = Direction(fold(tail)) if colon and fold(tail) in tuple(Direction) else None
    words, group = head if declared else text, ""
    try:
        indicator = pick("indicator", words, indicators)
    except UnknownName:
        head, colon, group = words.rpartition(":")
        if not colon:
            raise
        indicator = pick("indicator", head, indicators)
    return indicator, group, declared or DECLARED.get(codebook().form("indicator", indicator, "higher") or "")


def _groups(survey: Survey, indicator: str) -> list[str]:
    """Return the groups that *indicator* holds figures of, in the order of the codebook.

    Raises WrongOption when it holds none.
    """
    asked = places(
        "stakeholder",
        (
            estimate.stakeholder
            for estimate in survey.estimates
            if estimate.indicator == indicator and estimate.value is not None
        ),
    )
    if not asked:
        raise WrongOption(
            sentence("{indicator} holds no figure to cross.", indicator=Name("indicator", indicator))
        )
    return list(asked)


def _names(groups: Sequence[str]) -> Listing:
    return Listing(tuple(Name("stakeholder", group) for group in groups))
