"""Several tests in one table: p values that keep the promise of one."""

from collections.abc import Sequence
from typing import NamedTuple

from phare_cli.measuring.bounds import is_over


def holm(p_values: Sequence[float | None], *, others: int = 0) -> list[float | None]:
    """Return Holm's adjusted p values, in the order given.

    ``None`` is a row without a test: it stays ``None`` and counts for nothing. An adjusted value is never
    under its raw one nor over 1, and equal raw values get equal adjusted ones. *others* are tests of the same family
    that were not worked out: they count as if their p values were 1, which none can exceed, so that what is
    established here would be so with them. Raises ``ValueError`` on a value outside 0-1. Holm (1979), Scandinavian
    Journal of Statistics 6:65; equals R's ``p.adjust(p, "holm")``.
    """
    tested = sorted((p, place) for place, p in enumerate(p_values) if p is not None)
    if any(not 0.0 <= p <= 1.0 for p, _ in tested):
        raise ValueError("a p value is within 0-1")
    adjusted: list[float | None] = [None] * len(p_values)
    largest = 0.0
    for done, (p, place) in enumerate(tested):
        largest = max(largest, min(1.0, (len(tested) + others - done) * p))
        adjusted[place] = largest
    return adjusted


class StepDown(NamedTuple):
    """What Holm's method leaves one test: its adjusted p value, and the level at which it was decided."""

    p_adjusted: float
    alpha: float


def step_down(p_values: Sequence[float], alpha: float, *, others: int = 0) -> list[StepDown]:
    """Return what Holm's method leaves each test, in the order given.

    The i-th smallest of m p values is decided at alpha / (m - i + 1), equal ones at the first of them, and all from
    the first that is kept on at the level where it was. So an interval at that level holds 0 just where the test is
    not established. *others* are as for :func:`holm`, which says what raises ``ValueError``.
    """
    adjusted = holm(p_values, others=others)
    tests = len(p_values) + others
    levels: dict[float, float] = {}
    kept: float | None = None
    for place, p in enumerate(sorted(p_values)):
        level = levels.setdefault(p, alpha / (tests - place) if kept is None else kept)
        if kept is None and is_over(p, level):
            kept = level
    return [StepDown(raw if p is None else p, levels[raw]) for raw, p in zip(p_values, adjusted, strict=True)]
