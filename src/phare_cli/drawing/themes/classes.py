"""Part figures into classes by a named rule, each class in a shade of its own: light to dark, also in grey."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import ceil, floor

from phare_cli.drawing.axis import axis_of
from phare_cli.drawing.sheet import Tone
from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.message import Figure

SHADES = (Tone.CLASS_1, Tone.CLASS_2, Tone.CLASS_3, Tone.CLASS_4, Tone.CLASS_5, Tone.CLASS_6)
# Few classes are no further apart than they must be, for a small gap not to look like a large one.
_SHADES_OF = {
    1: SHADES[1:2],
    2: SHADES[1:3],
    3: SHADES[0:5:2],
    4: (SHADES[0], *SHADES[2:5]),
    5: SHADES[:5],
    6: SHADES,
}
MANY = 24  # figures that bear one step more
_FINEST = {"percent": 5.0, "score/10": 0.5}  # how far apart the ends of a class are, at least


@dataclass(frozen=True, slots=True)
class Classes:
    """The *ends* between classes of figures, from the lowest to the highest, and the tone of each class.

    Figures are parted as they are printed: one of 39.5 that reads 40% is in no class of 30% to 40%. *spans* are what
    a legend says of each, with *decimals*, those of the unit where it is None.
    """

    ends: tuple[float, ...]
    tones: tuple[Tone, ...]
    spans: tuple[tuple[float, float], ...]
    decimals: int | None

    def tone(self, printed: float) -> Tone:
        """Return the tone of the class of a figure as it is *printed*; one at an end is in the class above."""
        above = sum(printed >= end for end in self.ends[1:-1])
        return self.tones[above]


def classes_of(figures: Sequence[float], unit: str, *, steps: int = 4) -> Classes:
    """Return equal classes between round numbers that hold *figures*, no finer than what their unit bears.

    They are about as many as *steps*, which are 5 at most, and one more at most.

    >>> classes_of([31.0, 44.0], "percent").ends
    (30.0, 35.0, 40.0, 45.0)
    """
    least, most = min(figures), max(figures)
    scale = axis_of([max(most - least, 4 * _FINEST.get(unit, 0.0)) or abs(most) or 1.0], "", steps=steps)
    step = scale.ticks[1] - scale.ticks[0]
    first = floor(round(least / step, 6))
    last = max(ceil(round(most / step, 6)), first + 1)
    ends = tuple(round(place * step, scale.decimals) for place in range(first, last + 1))
    return Classes(ends, _SHADES_OF[len(ends) - 1], tuple(pairwise(ends)), scale.decimals)


def quantiles_of(figures: Sequence[float], *, steps: int = 5, decimals: int | None = None) -> Classes:
    """Return at most *steps* classes of as many figures as may be, equal ones in one.

    A figure is in the class that the part of figures below it tells. A class spans from its lowest to its highest.

    >>> quantiles_of([31.0, 36.0, 40.0, 44.0], steps=2).spans
    ((31.0, 36.0), (40.0, 44.0))
    """
    ordered = sorted(figures)
    below: dict[float, int] = {}
    for place, figure in enumerate(ordered):
        below.setdefault(figure, place)
    classes: dict[int, list[float]] = {}
    for figure in ordered:
        classes.setdefault(steps * below[figure] // len(ordered), []).append(figure)
    spans = tuple((found[0], found[-1]) for found in classes.values())
    return Classes((*(low for low, _ in spans), ordered[-1]), _SHADES_OF[len(spans)], spans, decimals)


def classes_by(
    rule: str, figures: Iterable[Figure], typesetter: Typesetter, *, steps: int | None = None
) -> dict[str, Classes]:
    """Return the classes of the *figures* of each unit by a *rule*: ``equal``, in about *steps*, or ``quantiles``."""
    printed: dict[str, list[float]] = {}
    decimals: dict[str, int | None] = {}
    for value, unit, places in figures:
        if value is None:
            continue
        printed.setdefault(unit, []).append(typesetter.as_printed(value, unit, places))
        decimals[unit] = max(
            (each for each in (decimals.get(unit), places) if each is not None), default=None
        )
    if rule == "quantiles":
        return {unit: quantiles_of(found, decimals=decimals[unit]) for unit, found in printed.items()}
    return {
        unit: classes_of(found, unit, steps=steps or (5 if len(found) > MANY else 4))
        for unit, found in printed.items()
    }
