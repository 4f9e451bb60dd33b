"""Set each figure beside the one it may be compared with: another region, group, segment or wave."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from enum import StrEnum
from itertools import combinations, pairwise
from typing import NamedTuple

from phare_cli.judging.order import by_context, by_item
from phare_cli.judging.rounds import OWN_ROUND, Round, is_other_round
from phare_cli.judging.waves import WaveOrder
from phare_cli.language.codebook import codebook
from phare_cli.language.known_by_words.words_for_all import is_whole_name
from phare_cli.nouns.survey import NATION, Estimate, Survey

EVERYONE = "all"  # the group that holds the others


class By(StrEnum):
    """What a comparison runs over."""

    REGION = "region"
    STAKEHOLDER = "stakeholder"
    SEGMENT = "segment"
    WAVE = "wave"


class Pair(NamedTuple):
    """A figure and its reference. *to* names the reference: a region, a group, a segment or a wave, by *by*.

    *holder* is the region that may hold the other where no name tells it, "" for neither, None where nothing tells.
    """

    estimate: Estimate
    reference: Estimate | None
    to: str
    by: By
    holder: str | None = None

    @property
    def whole(self) -> str | None:
        """The region that holds the other one: the nation, or what a region lies in; None for two that lie apart."""
        if self.by is not By.REGION or self.is_of_other_round:
            return None
        if NATION in (self.estimate.region, self.to):
            return NATION
        if self.estimate.whole == self.to:
            return self.to
        if self.reference is not None and self.reference.whole == self.estimate.region:
            return self.estimate.region
        return self.holder or holder_by_name(self.estimate.region, self.to)

    @property
    def is_of_other_round(self) -> bool:
        """Whether a region stands beside a figure of another survey or wave, which is another sample."""
        return (
            self.by is By.REGION
            and self.reference is not None
            and is_other_round(self.estimate, self.reference)
        )

    @property
    def is_in_group(self) -> bool:
        """Whether a part of a group stands beside the whole group, which holds it: the reference, whose name is ""."""
        return self.by is By.SEGMENT and not self.to

    @property
    def is_nested(self) -> bool:
        """Whether the one holds the other, or may: a region and what it lies in, a part of a group and the group."""
        return self.whole is not None or self.is_in_group


def pair_regions(
    survey: Survey,
    *,
    regions: Sequence[str],
    to: str,
    indicators: Sequence[str] = (),
    to_round: Round = OWN_ROUND,
) -> list[Pair]:
    """Return each figure of *regions* (all but *to* when empty) beside the figure of *to* with the same key.

    That of another round is found in the survey as it was read, under another name where the codebook calls it
    equivalent; a region that is named may stand beside itself there.
    """
    whole = survey if to_round.is_own else survey.as_read()
    references = {estimate.key: estimate for estimate in whole.of_regions((to,)).estimates}
    within = survey.of_regions(regions) if regions else survey
    compared = [
        estimate
        for estimate in _with_figure(within)
        if estimate.region != to or (regions and (estimate.survey, estimate.wave) != to_round.of(estimate))
    ]
    region_key = by_context(survey, indicators=indicators, regions=regions)

    def key(estimate: Estimate) -> tuple[object, ...]:
        indicator, program, wave, region, unit, stakeholder, segment = region_key(estimate)
        return (indicator, program, wave, unit, stakeholder, segment, *by_item(estimate), region)

    found: list[tuple[Estimate, Estimate | None]] = []
    for estimate in sorted(compared, key=key):
        program, wave = to_round.of(estimate)
        reference = references.get(estimate._replace(survey=program, wave=wave, region=to).key)
        has_figure = reference is not None and reference.value is not None
        found.append((estimate, reference if has_figure else None))
    renamed: Mapping[tuple[str, ...], Estimate] = {}
    if not to_round.is_own:
        from phare_cli.judging.equivalents import equivalents_of  # few ask for another round

        lonely = [(each, (*to_round.of(each), to)) for each, reference in found if reference is None]
        renamed = equivalents_of(lonely, among=references, own={each.key for each in whole.estimates})
    return [
        Pair(estimate, reference or renamed.get(estimate.key), to, By.REGION) for estimate, reference in found
    ]


def pair_groups(survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()) -> list[Pair]:
    """Return every pair of groups that gave a figure for the same item of the same region and wave."""
    return [
        Pair(first, second, second.stakeholder, By.STAKEHOLDER)
        for group in groups_alike(survey, regions=regions, indicators=indicators)
        for first, second in combinations(group, 2)
    ]


def groups_alike(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()
) -> list[list[Estimate]]:
    """Return the figures that groups gave for one item of one region and wave, any two of which are a pair.

    Segments stand with the same segment of other groups. The group of everyone holds the others: it is left out.
    """
    key = by_context(survey, indicators=indicators, regions=regions)
    alike: dict[tuple[object, ...], list[Estimate]] = {}
    for estimate in sorted(
        _with_figure(survey), key=lambda estimate: (key(estimate)[:5], by_item(estimate), key(estimate))
    ):
        if estimate.stakeholder != EVERYONE:
            alike.setdefault(_without(estimate, "stakeholder"), []).append(estimate)
    return list(alike.values())


def pair_segments(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()
) -> list[Pair]:
    """Return the segments of each group beside one another, then each beside the whole group that holds it.

    Of two that make up the group, each beside the whole would be the same question again.
    """
    return [
        pair
        for group in parts_alike(survey, regions=regions, indicators=indicators)
        for pair in (*_parts_beside(group), *parts_beside_whole(group))
    ]


class Parts(NamedTuple):
    """The figures that the parts of one group gave for one item: *whole* is the group's own, where published.

    Any two of one of *breakdowns* are a pair; those of *overlapping* count more people than the group, and are none.
    """

    whole: Estimate | None
    breakdowns: Sequence[Sequence[Estimate]]
    overlapping: Sequence[Sequence[Estimate]]


def parts_alike(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()
) -> list[Parts]:
    """Return what the parts of each group gave for one item of one region and wave, breakdown by breakdown."""
    key = by_context(survey, indicators=indicators, regions=regions)
    alike: dict[tuple[object, ...], list[Estimate]] = {}
    for estimate in sorted(
        _with_figure(survey), key=lambda estimate: (key(estimate)[:6], by_item(estimate), key(estimate))
    ):
        alike.setdefault(_without(estimate, "segment"), []).append(estimate)
    return [_parts(group) for group in alike.values()]


def _parts(group: Sequence[Estimate]) -> Parts:
    whole = next((estimate for estimate in group if not estimate.segment), None)
    breakdowns: dict[str, list[Estimate]] = {}
    for estimate in group:
        if estimate.segment:
            breakdowns.setdefault(estimate.breakdown, []).append(estimate)
    apart = [parts for parts in breakdowns.values() if not overlap(parts, whole)]
    return Parts(whole, apart, [parts for parts in breakdowns.values() if overlap(parts, whole)])


def _parts_beside(group: Parts) -> Iterator[Pair]:
    for parts in group.breakdowns:
        yield from (
            Pair(first, second, second.segment, By.SEGMENT) for first, second in combinations(parts, 2)
        )


def parts_beside_whole(group: Parts) -> Iterator[Pair]:
    """Yield each part of a group beside the whole group, where that was published."""
    for parts in (*group.breakdowns, *group.overlapping):
        if group.whole is not None and not (len(parts) <= 2 and _people(parts) == group.whole.base):
            yield from (Pair(part, group.whole, "", By.SEGMENT) for part in parts)


def overlapping_parts(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()
) -> tuple[str, ...]:
    """Return the segments that are no pairs as they overlap, in the order of the data."""
    asked = {"region": regions, "indicator": indicators}
    within = survey.named({field: names for field, names in asked.items() if names})
    overlapping = [parts for group in parts_alike(within) for parts in group.overlapping if len(parts) > 1]
    found = {part.segment for parts in overlapping for part in parts}
    return tuple(segment for segment in survey.names("segment") if segment in found)


def overlap(parts: Sequence[Estimate], whole: Estimate | None) -> bool:
    """Tell whether the *parts* of a group hold more people than the group: some stand in two of them."""
    return whole is not None and bool(whole.base) and _people(parts) > (whole.base or 0.0)


def _people(parts: Sequence[Estimate]) -> float:
    """Return how many were asked in all *parts*, as far as the data say."""
    return sum(part.base or 0.0 for part in parts)


def pair_waves(survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()) -> list[Pair]:
    """Return each figure beside that of the wave before, within one survey."""
    return [
        Pair(later, earlier, earlier.wave, By.WAVE)
        for waves in wave_series(survey, regions=regions, indicators=indicators)
        for earlier, later in pairwise(waves)
    ]


def wave_series(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()
) -> list[tuple[Estimate, ...]]:
    """Return the figures of each series, all alike but for their wave, in the order of time."""
    key = by_context(survey, indicators=indicators, regions=regions)
    waves = WaveOrder(survey.rounds)
    alike: dict[tuple[object, ...], list[Estimate]] = {}
    for estimate in sorted(_with_figure(survey), key=lambda estimate: (key(estimate), by_item(estimate))):
        alike.setdefault(_without(estimate, "wave"), []).append(estimate)
    return [tuple(sorted(group, key=waves.place_of)) for group in alike.values()]


def holder_by_name(one: str, other: str) -> str | None:
    """Return the region that holds the other, by the codebook or by words for all of some places; None for neither."""
    around = codebook().around
    if other in around(one):
        return other
    if one in around(other):
        return one
    is_whole, is_other_whole = is_whole_name(one), is_whole_name(other)
    if is_whole == is_other_whole:
        return None
    return one if is_whole else other


def regional(pair: Pair) -> tuple[Estimate, Estimate | None]:
    """Return the two figures of a pair, as the reference that of the nation, or of the region that holds the other."""
    if pair.reference is not None and pair.estimate.region == pair.whole:
        return pair.reference, pair.estimate
    return pair.estimate, pair.reference


def _with_figure(survey: Survey) -> Iterable[Estimate]:
    return (estimate for estimate in survey.estimates if estimate.value is not None)


def _without(estimate: Estimate, field: str) -> tuple[str, ...]:
    """Return the key of an estimate with one of its fields left out."""
    left_out = ("survey", "wave", "region", "stakeholder", "segment").index(field)
    return (*estimate.key[:left_out], *estimate.key[left_out + 1 :])
