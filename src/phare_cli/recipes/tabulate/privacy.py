"""Choose what to hide so that no small count can be read or worked out: primary and complementary suppression."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Relation(Generic[Key]):
    """Counts of which one is the sum of the others: *parts* add up to *whole*, which may be known from elsewhere."""

    parts: tuple[Key, ...]
    whole: Key | None = None


def to_hide(counts: Mapping[Key, int], relations: Iterable[Relation[Key]], fewest: int) -> frozenset[Key]:
    """Return the keys to hide so that no count from 1 to *fewest* - 1 shows or can be worked out.

    A count of zero is nobody, and shows. Where one hidden count could be had by subtraction, or the hidden counts
    together are still fewer than *fewest*, the smallest count beside it is hidden too, until that holds nowhere.
    """
    hidden = {key for key, count in counts.items() if 0 < count < fewest}
    held = [relation for relation in relations if relation.parts]
    changed = bool(hidden)
    while changed:
        changed = False
        for relation in held:
            more = _complement(counts, relation, hidden, fewest)
            if more is not None:
                hidden.add(more)
                changed = True
    return frozenset(hidden)


def _complement(
    counts: Mapping[Key, int], relation: Relation[Key], hidden: set[Key], fewest: int
) -> Key | None:
    """Return one more key to hide, None when the relation gives nothing away."""
    gone = [part for part in relation.parts if part in hidden]
    without_whole = relation.whole is not None and relation.whole in hidden
    if not gone and not without_whole:
        return None
    if gone and (without_whole or (len(gone) > 1 and sum(counts[part] for part in gone) >= fewest)):
        return None
    # Hiding a count of nobody protects nothing: where only such are left, the sum itself must go.
    left = [part for part in relation.parts if part not in hidden and counts[part]]
    return min(left, key=lambda part: counts[part]) if left else None if without_whole else relation.whole
