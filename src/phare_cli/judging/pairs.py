"""Set each figure beside the one it may be compared with: another region, group, segment or wave."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations, pairwise

from phare_cli.judging.order import by_context, by_item
from phare_cli.judging.waves import WaveOrder
from phare_cli.language.codebook import codebook
from phare_cli.nouns.survey import NATION, Estimate, Survey

EVERYONE = "all"  # the group that holds the others


class By(StrEnum):
    """What a comparison runs over."""

    REGION = "region"
    STAKEHOLDER = "stakeholder"
    SEGMENT = "segment"
    WAVE = "wave"


@dataclass(frozen=True, slots=True)
class Pair:
    """A figure and its reference. *to* names the reference: a region, a group, a segment or a wave, by *by*."""

    estimate: Estimate
    reference: Estimate | None
    to: str
    by: By

    @property
    def whole(self) -> str | None:
        """The region that holds the other one: the nation, or what a region lies in; None for two that lie apart."""
        if self.by is not By.REGION:
            return None
        if NATION in (self.estimate.region, self.to):
            return NATION
        book = codebook()
        if self.to in book.around(self.estimate.region):
            return self.to
        return self.estimate.region if self.estimate.region in book.around(self.to) else None


def pair_regions(
    survey: Survey, *, regions: Sequence[str], to: str, indicators: Sequence[str] = ()
) -> list[Pair]:
    """Return each figure of *regions* (all but *to* when empty) beside the figure of *to* with the same key."""
    references = {_without(estimate, "region"): estimate for estimate in survey.of_regions((to,)).estimates}
    within = survey.of_regions(regions) if regions else survey
    compared = [estimate for estimate in _with_figure(within) if estimate.region != to]
    region_key = by_context(survey, indicators=indicators, regions=regions)

    def key(estimate: Estimate) -> tuple[object, ...]:
        indicator, program, wave, region, unit, stakeholder, segment = region_key(estimate)
        return (indicator, program, wave, unit, stakeholder, segment, *by_item(estimate), region)

    pairs = []
    for estimate in sorted(compared, key=key):
        reference = references.get(_without(estimate, "region"))
        has_figure = reference is not None and reference.value is not None
        pairs.append(Pair(estimate, reference if has_figure else None, to, By.REGION))
    return pairs


def pair_groups(survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()) -> list[Pair]:
    """Return every pair of groups that gave a figure for the same item of the same region and wave.

    Segments pair with the same segment of another group. The group of everyone holds the others: it has no pair.
    """
    key = by_context(survey, indicators=indicators, regions=regions)
    alike: dict[tuple[object, ...], list[Estimate]] = {}
    for estimate in sorted(
        _with_figure(survey), key=lambda estimate: (key(estimate)[:5], by_item(estimate), key(estimate))
    ):
        if estimate.stakeholder != EVERYONE:
            alike.setdefault(_without(estimate, "stakeholder"), []).append(estimate)
    return [
        Pair(first, second, second.stakeholder, By.STAKEHOLDER)
        for group in alike.values()
        for first, second in combinations(group, 2)
    ]


def pair_segments(
    survey: Survey, *, regions: Sequence[str] = (), indicators: Sequence[str] = ()
) -> list[Pair]:
    """Return every pair of segments of one group that gave a figure for the same item of the same region and wave.

    The whole group holds its segments: it has no pair.
    """
    key = by_context(survey, indicators=indicators, regions=regions)
    alike: dict[tuple[object, ...], list[Estimate]] = {}
    for estimate in sorted(
        _with_figure(survey), key=lambda estimate: (key(estimate)[:6], by_item(estimate), key(estimate))
    ):
        if estimate.segment:
            alike.setdefault(_without(estimate, "segment"), []).append(estimate)
    return [
        Pair(first, second, second.segment, By.SEGMENT)
        for group in alike.values()
        for first, second in combinations(group, 2)
    ]


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
