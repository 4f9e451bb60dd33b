"""In which order results stand: as asked, then as the codebook has them, then as the data do."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from phare_cli.judging.waves import WaveOrder
from phare_cli.language.codebook import codebook
from phare_cli.language.known_by_words.residual_answers import is_residual
from phare_cli.nouns.survey import NATION, Estimate, Survey

SortKey = Callable[[Estimate], tuple[object, ...]]


@lru_cache(maxsize=4096)
def natural(text: str) -> tuple[tuple[int, int, str], ...]:
    """Return a sort key under which ``wave 2`` comes before ``wave 10``."""
    parts = re.split(r"(\d+)", text)
    return tuple((0, int(part), "") if part.isdecimal() else (1, 0, part) for part in parts if part)


def places(kind: str, ids: Iterable[str]) -> dict[str, int]:
    """Return where each of *ids* stands: what the codebook holds first, in its order, then the rest as given."""
    book = codebook()
    ordered = sorted(dict.fromkeys(ids), key=lambda id: book.order(kind, id))
    return {id: place for place, id in enumerate(ordered)}


def by_context(survey: Survey, *, indicators: Sequence[str] = (), regions: Sequence[str] = ()) -> SortKey:
    """Return the sort key of everything around an item: indicator, survey, wave, region, unit and group.

    *indicators* and *regions* (ids) come first in the order given. The nation comes before its regions.
    """
    indicator_at = places("indicator", survey.names("indicator"))
    stakeholder_at = places("stakeholder", survey.names("stakeholder"))
    segment_at = {"": -1} | places("segment", survey.names("segment"))
    waves = WaveOrder(survey.rounds)
    indicator_at |= {id: place - len(indicators) for place, id in enumerate(indicators)}
    asked_regions = {NATION: -1} | {id: place - len(regions) - 1 for place, id in enumerate(regions)}

    @cache
    def others() -> dict[str, int]:
        return places("region", survey.names("region"))

    def region_place(id: str) -> int:
        # A page for each of many regions asks for none of the others.
        place = asked_regions.get(id)
        return others()[id] if place is None else place

    def key(estimate: Estimate) -> tuple[object, ...]:
        return (
            indicator_at[estimate.indicator],
            estimate.survey,
            waves.place_of(estimate),
            region_place(estimate.region),
            estimate.unit,
            stakeholder_at[estimate.stakeholder],
            segment_at[estimate.segment],
        )

    return key


def by_item(estimate: Estimate) -> tuple[object, ...]:
    """Return the sort key of items that nothing else sets apart: codebook order, then natural order, “other” last.

    The steps of a scale stand in its own order.
    """
    if estimate.is_step:
        return (False, estimate.order, (), estimate.item)
    return by_name(estimate.item)


def by_name(item: str) -> tuple[object, ...]:
    """Return the sort key of an item: codebook order, natural order, then its text (``1`` and ``01`` differ).

    What gathers other answers, or none, comes last.
    """
    return (is_residual(item), codebook().order("item", item), natural(item), item)
