"""Say in sentences where groups agree, where they part, and what Kendall's W can and cannot tell of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from phare_cli.judging.verdicts import Judgement
from phare_cli.nouns.message import Figure, Fill, Gap, Listing, Message, Name, counted, sentence
from phare_cli.nouns.survey import Estimate
from phare_cli.recipes.cross.placing import CrossedItem, Crossing
from phare_cli.recipes.cross.prisms import Prism, labels
from phare_cli.recipes.cross.statements import leaders, names, unsure_first
from phare_cli.wording.adding_up import decimals_of
from phare_cli.wording.foot import group

FEW = 7  # below so many items the large-sample distribution of W does not hold either
ALIKE = {"high_on_both", "high_on_all"}, {"low_on_both", "low_on_all"}


@dataclass(frozen=True, slots=True)
class GroupGap:
    """The largest gap between two groups on one item, the higher group first."""

    higher: Estimate
    lower: Estimate
    judgement: Judgement


def rank_gap(item: CrossedItem) -> int | None:
    """Return by how many ranks the groups part on an item, None where some group has no figure of it."""
    ranks = [facet.rank for facet in item.facets if facet is not None and facet.rank is not None]
    return max(ranks) - min(ranks) if item.is_common and ranks else None


def parting(
    crossing: Crossing, prisms: Sequence[Prism], parted: Sequence[GroupGap], w: float | None
) -> list[Message]:
    """Return what to remember of groups side by side: first items, agreement, largest gaps, Kendall's W."""
    return [
        *_first(crossing, prisms),
        *_alike(crossing),
        *_widest(parted),
        *_widest_ranks(crossing, prisms),
        *_concordance(crossing, w),
    ]


def _first(crossing: Crossing, prisms: Sequence[Prism]) -> list[Message]:
    """Return which item each group puts first, groups of one mind named together."""
    name_of = labels(prisms)
    if len(crossing.common) < 2:
        return [sentence("Fewer than two items were asked of every group: there are no rankings to compare.")]
    firsts = leaders(crossing)
    if all(first == firsts[0] for first in firsts):
        items = names([item.item for item in firsts[0]])
        return [sentence("First for every group: {items}.", items=items), *unsure_first(crossing, prisms)]
    minds: dict[tuple[str, ...], list[Fill]] = {}
    for reading, first in zip(crossing.readings, firsts, strict=True):
        minds.setdefault(tuple(item.item for item in first), []).append(name_of(reading.prism))
    return [
        *(
            sentence("First for {groups}: {items}.", groups=Listing(tuple(groups)), items=names(first_items))
            for first_items, groups in minds.items()
        ),
        *unsure_first(crossing, prisms),
    ]


def _alike(crossing: Crossing) -> list[Message]:
    """Return the items that every group places on the same side."""
    high, low = (tuple(item.item for item in crossing.common if item.place in places) for places in ALIKE)
    return [
        *([sentence("High for every group: {items}.", items=names(high))] if high else []),
        *([sentence("Low for every group: {items}.", items=names(low))] if low else []),
    ]


def _widest(parted: Sequence[GroupGap]) -> list[Message]:
    """Return the largest gap of all, with its verdict."""
    if not parted:
        return []
    widest = max(parted, key=lambda one: one.judgement.gap is not None and abs(one.judgement.gap))
    higher, lower, judgement = widest.higher, widest.lower, widest.judgement
    if not judgement.gap:
        return []
    patterns = {
        "untestable": sentence("{gap}; this gap is untestable."),
        "not_established": sentence("{gap}; this gap is not established."),
    }
    decimals = decimals_of([judgement])
    gap = sentence(
        "Largest gap: {item}, {points} between {higher} ({high}) and {lower} ({low})",
        item=Name("item", higher.item),
        points=Gap(abs(judgement.gap), higher.unit, decimals=decimals),
        higher=group(higher),
        high=Figure(higher.value, higher.unit, decimals),
        lower=group(lower),
        low=Figure(lower.value, lower.unit, decimals),
    )
    pattern = patterns.get(judgement.verdict, sentence("{gap}; this gap is established."))
    return [Message(pattern.text, {"gap": gap})]


def _widest_ranks(crossing: Crossing, prisms: Sequence[Prism]) -> list[Message]:
    """Return the largest gap in ranks, with the groups at both ends of it."""
    name_of = labels(prisms)
    gaps = [(rank_gap(item) or 0, item) for item in crossing.common]
    widest = max((gap for gap, _ in gaps), default=0)
    if not widest:
        return []
    item = next(item for gap, item in gaps if gap == widest)
    ranks = [facet.rank or 0 for facet in item.facets if facet is not None]
    named = [name_of(reading.prism) for reading in crossing.readings]
    best, worst = min(ranks), max(ranks)
    return [
        sentence(
            "Largest gap in ranks: {item}, rank {best} for {first}, rank {worst} for {last}.",
            item=Name("item", item.item),
            best=best,
            first=Listing(tuple(name for name, rank in zip(named, ranks, strict=True) if rank == best)),
            worst=worst,
            last=Listing(tuple(name for name, rank in zip(named, ranks, strict=True) if rank == worst)),
        )
    ]


def _concordance(crossing: Crossing, w: float | None) -> list[Message]:
    """Return Kendall's W and the limits of what it says."""
    if w is None:
        return []
    groups, items = len(crossing.readings), len(crossing.common)
    lines = [
        counted(
            "Agreement of {groups} groups on the order of {count} item: Kendall's W = {w}, where 1 is the same order "
            "everywhere and orders at random would give {chance} on average.",
            "Agreement of {groups} groups on the order of {count} items: Kendall's W = {w}, where 1 is the same order "
            "everywhere and orders at random would give {chance} on average.",
            items,
            groups=groups,
            w=Figure(w, "number", 2),
            chance=Figure(1 / groups, "number", 2),
        ),
        sentence(
            "W compares orders, not levels; it takes the ranks as published, and no test goes with it: each ranking is "
            "an estimate of a group's, not a judge's own."
        ),
    ]
    if groups == 2:
        lines.append(sentence("With two groups W says no more than Spearman's correlation of their ranks."))
    if items < FEW:
        lines.append(
            sentence("With fewer than {few} items, one exchange of neighbours moves W a great deal.", few=FEW)
        )
    return lines
