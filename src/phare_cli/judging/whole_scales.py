"""Which figures are the steps of one whole: all of an ordered scale, group by group, in percents of everybody."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.judging.precision import RankedEstimate
from phare_cli.nouns.contract import CROSSED
from phare_cli.nouns.survey import Estimate


def whole_scales(results: Sequence[RankedEstimate]) -> tuple[str, ...]:
    """Return the indicators (ids) among *results* whose every group has all the steps of one whole, in their order."""
    by_indicator: dict[str, list[RankedEstimate]] = {}
    for each in results:
        if each.estimate.is_step:
            by_indicator.setdefault(each.estimate.indicator, []).append(each)
    return tuple(
        indicator
        for indicator, found in by_indicator.items()
        if all(is_share(each.estimate) for each in found)
        and all(is_whole(group, scale_of(found)) for group in by_group(found))
    )


def is_share(estimate: Estimate) -> bool:
    """Tell whether a figure is a step of a whole: row and cell percents of a part are none."""
    return estimate.is_step and estimate.unit == "percent" and estimate.measure not in CROSSED


def scale_of(found: Sequence[RankedEstimate]) -> list[str]:
    """Return the steps in their order, each once."""
    steps = sorted((each.estimate.order or 0.0, each.estimate.item) for each in found)
    return list(dict.fromkeys(item for _, item in steps))


def place_of(estimate: Estimate) -> tuple[str, ...]:
    return (estimate.survey, estimate.wave, estimate.region, estimate.stakeholder, estimate.segment)


def by_group(found: Sequence[RankedEstimate]) -> list[list[RankedEstimate]]:
    groups: dict[tuple[str, ...], list[RankedEstimate]] = {}
    for each in found:
        groups.setdefault(place_of(each.estimate), []).append(each)
    return list(groups.values())


def is_whole(group: Sequence[RankedEstimate], scale: Sequence[str]) -> bool:
    """Tell whether every step has a figure once, and all of them make no more than 100 but for rounding."""
    figures = [each.value for each in group if each.value is not None]
    if (
        [each.estimate.item for each in group] != list(scale)
        or len(figures) != len(scale)
        or min(figures) < 0
    ):
        return False
    return sum(figures) <= 100 + rounding_of(group)


def rounding_of(group: Sequence[RankedEstimate]) -> float:
    return sum(each.estimate.half_unit for each in group) + 1e-6
