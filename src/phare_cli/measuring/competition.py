"""Order figures as a competition does. Needs no base, so that figures without one import nothing else."""

from __future__ import annotations

from collections.abc import Sequence


def competition_ranks(values: Sequence[float | None]) -> list[int | None]:
    """Return 1 for the highest value; ties share a rank and skip the next (1, 2, 2, 4); ``None`` has none."""
    first_place: dict[float, int] = {}
    for place, value in enumerate(sorted((v for v in values if v is not None), reverse=True), start=1):
        first_place.setdefault(value, place)
    return [None if value is None else first_place[value] for value in values]
