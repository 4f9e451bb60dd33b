"""Choose the scale that figures are drawn on: from zero, with few round ticks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil, floor, log10

# Units with an end of their own. Scores are drawn on their whole scale; percents on what of it they need.
_WHOLE = {"score/10": 10.0}
_LIMIT = {"percent": 100.0}
_SHORTEST = 0.001  # a shorter scale would need more decimals than a picture has room for


@dataclass(frozen=True, slots=True)
class Axis:
    """A scale from *low* to *high*, zero included; *decimals* is what its ticks need."""

    low: float
    high: float
    ticks: tuple[float, ...]
    decimals: int

    def share(self, value: float) -> float:
        """Return where *value* stands, 0 at *low* and 1 at *high*."""
        return (value - self.low) / (self.high - self.low)


def axis_of(figures: Iterable[float], unit: str, *, steps: int = 5) -> Axis:
    """Return the scale that holds *figures* and zero in about *steps* round steps.

    >>> axis_of([67.0, 38.5], "percent").ticks
    (0.0, 20.0, 40.0, 60.0, 80.0)
    """
    figures_and_zero = [*figures, 0.0]
    least, most = min(figures_and_zero), max(figures_and_zero)
    if least == most:
        most = 1.0
    most = max(most, least + _SHORTEST)
    if least >= 0 and most <= _WHOLE.get(unit, 0.0):
        most = _WHOLE[unit]
    step, decimals = _round_step((most - least) / steps)
    first, last = floor(round(least / step, 9)), ceil(round(most / step, 9))
    ticks = tuple(round(place * step, decimals) for place in range(first, last + 1))
    high = min(ticks[-1], _LIMIT[unit]) if unit in _LIMIT and most <= _LIMIT[unit] else ticks[-1]
    return Axis(ticks[0], high, tuple(tick for tick in ticks if tick <= high), decimals)


def _round_step(least: float) -> tuple[float, int]:
    """Return the least step of 1, 2 or 5 times a power of ten that is not below *least*, and its decimals."""
    power = floor(log10(least))
    factor = next(factor for factor in (1, 2, 5, 10) if factor * 10.0**power >= least * (1 - 1e-9))
    return factor * 10.0**power, max(0, -power if factor < 10 else -power - 1)
