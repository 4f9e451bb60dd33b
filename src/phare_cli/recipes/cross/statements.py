"""Say in a sentence what a crossing shows, no more firmly than its figures allow."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.language.codebook import codebook
from phare_cli.nouns.message import Fill, Form, Listing, Message, Name, counted, sentence
from phare_cli.recipes.cross.placing import HIGH, UNDECIDED, CrossedItem, Crossing
from phare_cli.recipes.cross.prisms import Prism, groups_of, label, labels
from phare_cli.recipes.cross.side_by_side import is_shared, round_name


def what_to_remember(crossing: Crossing) -> list[Message]:
    """Return what to remember of a crossing: what comes first, and what is high in one prism only."""
    common = crossing.common
    prisms = [reading.prism for reading in crossing.readings]
    if not common:
        return [sentence("No item is held by every prism: nothing can be placed.")]
    if len(common) == 1 and None in crossing.cuts:
        return [
            sentence(
                "{item} alone is held by every prism: one item has no median to be above. Give each prism a --cut.",
                item=_opening(common[0].item),
            )
        ]
    return [*_first(crossing, prisms), *_high_on_some(crossing, prisms)]


def headline(crossing: Crossing) -> Message | None:
    """Return what a crossing may be titled with: its first items, where it says whether they are firm; else None."""
    prisms = [reading.prism for reading in crossing.readings]
    if len(crossing.common) < 2 or unsure_first(crossing, prisms):
        return None
    first = leaders(crossing)
    is_one = all(leading_items == first[0] for leading_items in first) and len(first[0]) == 1
    is_tested = all(
        facet is not None and facet.rank_interval is not None
        for place, leading_items in enumerate(first)
        for facet in (item.facets[place] for item in leading_items)
    )
    # What is first on every prism says by itself that it was not tested.
    return _first(crossing, prisms)[0] if is_one or is_tested else None


def _first(crossing: Crossing, prisms: Sequence[Prism]) -> list[Message]:
    """Return the sentence on what comes first: one item everywhere, or which item where."""
    name_of = labels(prisms)
    first = leaders(crossing)
    if all(leading_items == first[0] for leading_items in first) and len(first[0]) == 1:
        item = first[0][0]
        firsts = Listing(tuple(_first_of(prism, prisms) for prism in prisms))
        count = 2 if (codebook().form("item", item.item, "agreement_fr") or "").endswith("p") else 1
        # Only French conjugates here: its number is that of the item's name.
        message = counted(
            "{item}: first on every prism, at once {firsts}{caution}.",
            "{item}: first on every prism, at once {firsts}{caution}.",
            count,
            item=_opening(item.item),
            firsts=firsts,
            caution=_untested(item),
        )
        return [message, *unsure_first(crossing, prisms)]
    minds: dict[tuple[str, ...], list[Fill]] = {}
    for prism, leading_items in zip(prisms, first, strict=True):
        minds.setdefault(tuple(item.item for item in leading_items), []).append(name_of(prism))
    parts = tuple(
        sentence("{items} ({prisms})", items=names(items), prisms=Listing(tuple(of)))
        for items, of in minds.items()
    )
    return [
        sentence("First by prism: {parts}.", parts=Listing(parts, last=";")),
        *unsure_first(crossing, prisms),
    ]


def _untested(item: CrossedItem) -> Message:
    """Return that first ranks rest on the published figures alone, where a prism has no bases to test them."""
    if any(facet is not None and facet.rank_interval is None for facet in item.facets):
        return sentence(", in the order of the published figures, which cannot be tested")
    return Message("")


def unsure_first(crossing: Crossing, prisms: Sequence[Prism]) -> list[Message]:
    """Return which prisms cannot tell their first item from the next, where rank intervals are known."""
    name_of = labels(prisms)
    unsure = tuple(
        name_of(reading.prism)
        for place, (reading, first) in enumerate(zip(crossing.readings, leaders(crossing), strict=True))
        for facet in (item.facets[place] for item in first[:1])
        if facet is not None and facet.rank_interval is not None and facet.rank_interval[1] > 1
    )
    return [sentence("First rank not established: {prisms}.", prisms=Listing(unsure))] if unsure else []


def leaders(crossing: Crossing) -> list[list[CrossedItem]]:
    """Return the items of rank 1 in each prism, several where they tie."""
    common = crossing.common
    return [
        [item for item in common if (facet := item.facets[place]) is not None and facet.rank == 1]
        for place in range(len(crossing.readings))
    ]


def _first_of(prism: Prism, prisms: Sequence[Prism]) -> Fill:
    """Return what the first item of a prism is called, by the codebook or by the prism's label."""
    if codebook().has_first(prism.indicator) and len(groups_of(prisms)) < 2:
        return Form("indicator", prism.indicator, "first")
    return sentence("the first item of “{prism}”", prism=label(prism, prisms))


def _high_on_some(crossing: Crossing, prisms: Sequence[Prism]) -> list[Message]:
    """Return which items are high in some prisms only, a sentence for each set of prisms."""
    name_of = labels(prisms)
    items_by_prisms: dict[tuple[int, ...], list[CrossedItem]] = {}
    for item in crossing.common:
        high = tuple(place for place, facet in enumerate(item.facets) if facet and facet.side == HIGH)
        if item.place in ("high_on_one", "high_on_some") and not _wavers(item):
            items_by_prisms.setdefault(high, []).append(item)
    return [
        sentence(
            "High on {prisms} only: {items}.",
            prisms=Listing(tuple(name_of(prisms[place]) for place in high)),
            items=_items(items),
        )
        for high, items in sorted(items_by_prisms.items())
    ]


def _wavers(item: CrossedItem) -> bool:
    return any(facet is not None and facet.side == UNDECIDED for facet in item.facets)


def in_some_prisms(
    crossings: Sequence[Crossing], prisms: Sequence[Prism], *, are_groups: bool = False
) -> list[Message]:
    """Return a line for each set of prisms that hold items which the others do not."""
    name_of = labels(prisms)
    lines = []
    for crossing in crossings:
        items_by_prisms: dict[tuple[int, ...], list[CrossedItem]] = {}
        for item in crossing.items:
            if None in item.facets:
                by = tuple(place for place, facet in enumerate(item.facets) if facet is not None)
                items_by_prisms.setdefault(by, []).append(item)
        items_by_prisms.pop((), None)  # named without a figure: told with the prism
        for by, items in items_by_prisms.items():
            by_whom = Listing(tuple(name_of(crossing.readings[place].prism) for place in by))
            message = (
                counted(
                    "Asked of {prisms} only, or published of them only: {items}.",
                    "Asked of {prisms} only, or published of them only: {items}.",
                    len(items),
                    prisms=by_whom,
                    items=_items(items),
                )
                if are_groups
                else counted(
                    "Held by {prisms} only: {items}.",
                    "Held by {prisms} only: {items}.",
                    len(items),
                    prisms=by_whom,
                    items=_items(items),
                )
            )
            lines.append(
                message
                if len(crossings) == 1
                else sentence("{where} – {said}", where=where(crossing), said=message)
            )
    return lines


def where(crossing: Crossing) -> Message | Name:
    """Return which crossing a line is about, where there are several."""
    name = Name("region", crossing.region)
    if not is_shared(crossing.readings) or not round_name(crossing.readings[0].round):
        return name
    return sentence("{region}, {round}", region=name, round=round_name(crossing.readings[0].round))


def names(items: Sequence[str]) -> Listing:
    """Return items by their names, one after the other."""
    return Listing(tuple(Name("item", item) for item in items))


def _items(items: Sequence[CrossedItem]) -> Listing:
    return names([item.item for item in items])


def _opening(item: str) -> Form:
    return Form("item", item, "the", capital=True)
