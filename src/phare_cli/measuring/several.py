"""Several tests in one table: p values that keep the promise of one."""

from __future__ import annotations

from collections.abc import Sequence


def holm(p_values: Sequence[float | None]) -> list[float | None]:
    """Return Holm's adjusted p values, in the order given.

    ``None`` is a row without a test: it stays ``None`` and counts for nothing. An adjusted value is never
    under its raw one nor over 1, and equal raw values get equal adjusted ones. Raises ``ValueError`` on a
    value outside 0-1. Holm (1979), Scandinavian Journal of Statistics 6:65; equals R's ``p.adjust(p,
    "holm")``.
    """
    tested = sorted((p, place) for place, p in enumerate(p_values) if p is not None)
    if any(not 0.0 <= p <= 1.0 for p, _ in tested):
        raise ValueError("a p value is within 0-1")
    adjusted: list[float | None] = [None] * len(p_values)
    largest = 0.0
    for done, (p, place) in enumerate(tested):
        largest = max(largest, min(1.0, (len(tested) - done) * p))
        adjusted[place] = largest
    return adjusted
