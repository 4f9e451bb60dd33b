"""Count and find estimates by what they hold, be they values of their own or rows of columns."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, TypeGuard

if TYPE_CHECKING:
    from phare_cli.nouns.large.columned import Columned

RATE = ("indicator", "stakeholder", "item")  # what tells a rate from a ranking


def are_columned(estimates: Iterable[Any]) -> "TypeGuard[Columned[Any]]":
    """Tell whether estimates are those of a large file, without importing what holds them."""
    return hasattr(estimates, "combinations")


def places_of(estimates: "tuple[Any, ...] | Columned[Any]", field_name: str) -> Mapping[str, Sequence[int]]:
    """Return where estimates hold each text of a field."""
    if not isinstance(estimates, tuple):
        return estimates.places(field_name)
    places: dict[str, list[int]] = defaultdict(list)
    for place, value in enumerate(map(attrgetter(field_name), estimates)):
        places[value].append(place)
    return places


def counts_of(
    estimates: "tuple[Any, ...] | Columned[Any]", fields: tuple[str, ...]
) -> Mapping[tuple[Any, ...], int]:
    """Return how many estimates hold each combination of the texts of *fields*, in order of appearance."""
    if isinstance(estimates, tuple):
        read = attrgetter(*fields)
        return Counter(map(read, estimates) if len(fields) > 1 else ((read(each),) for each in estimates))
    return estimates.combinations(fields)


def rates_of(estimates: "tuple[Any, ...] | Columned[Any]") -> frozenset[str]:
    """Return the indicators that hold one item only for every group: nothing to rank."""
    return rates_among(counts_of(estimates, RATE))


def rates_among(combinations: Iterable[tuple[Any, ...]]) -> frozenset[str]:
    """Return the indicators that *combinations* of RATE give one item only for every group."""
    items: dict[tuple[str, str], set[str]] = {}
    for indicator, stakeholder, item in combinations:
        items.setdefault((indicator, stakeholder), set()).add(item)
    ranked = {indicator for (indicator, _), group_items in items.items() if len(group_items) > 1}
    return frozenset(indicator for indicator, _ in items if indicator not in ranked)
