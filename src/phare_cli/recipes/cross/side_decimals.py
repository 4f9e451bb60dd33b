"""Choose the decimals of a prism, for no figure to be printed on another side of its cut than it stands on."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product
from typing import NamedTuple

from phare_cli.language.digits import rounded
from phare_cli.language.typeset import has_no_decimals, usual_decimals
from phare_cli.recipes.cross.placing import HIGH, LOW, Crossing

_MOST = 2  # decimals of a figure; its cut may take one more, where it lies between two of them


class SideDecimals(NamedTuple):
    """Decimals of the *figures* of a prism, None where those of its unit do, and of what high is above, its *cut*."""

    figures: int | None
    cut: int


def side_decimals(found: Iterable[Crossing], prism: str) -> SideDecimals:
    """Return the least decimals that print every figure of *prism* (an id) on its side of the cut.

    An undecided figure is on none. Where no decimals would do, they are those of the unit.
    """
    crossings = [each for each in found if prism in (reading.prism.id for reading in each.readings)]
    unit = next(iter(_units(crossings, prism)), "count")
    sides = list(_sides(crossings, prism))
    cuts = {cut for _, cut, _, _ in sides}
    usual = usual_decimals(unit)
    own = 1 if usual is None else usual
    usual = max((_cut_decimals(cut, own) for cut in cuts), default=own)
    if has_no_decimals(unit):
        return SideDecimals(None, usual)
    for figures, cut in product(range(own, _MOST + 1), range(usual, _MOST + 2)):
        if all(_is_on_its_side(side, figures, cut) for side in sides):
            return SideDecimals(None if figures == own else figures, cut)
    return SideDecimals(None, usual)


def _units(crossings: Sequence[Crossing], prism: str) -> Iterator[str]:
    """Yield the units in which figures stand beside their cut: that of an index, of a statistic."""
    for crossing in crossings:
        for reading in crossing.readings:
            if reading.prism.id == prism:
                yield "count" if reading.prism.is_statistic else reading.unit


def _sides(crossings: Sequence[Crossing], prism: str) -> Iterator[tuple[float, float, int, bool]]:
    """Yield each figure that is high or low, its cut, the sign of its prism, and whether it is high."""
    for crossing in crossings:
        place = next(place for place, each in enumerate(crossing.readings) if each.prism.id == prism)
        cut, sign = crossing.cuts[place], crossing.readings[place].prism.sign
        for item in crossing.common:
            facet = item.facets[place]
            if cut is not None and facet is not None and facet.side in (HIGH, LOW):
                yield facet.figure.level, cut, sign, facet.side == HIGH


def _is_on_its_side(side: tuple[float, float, int, bool], figures: int, cut: int) -> bool:
    level, at, sign, is_high = side
    return (sign * rounded(level, figures) > sign * rounded(at, cut)) == is_high


def _cut_decimals(cut: float, own: int) -> int:
    """Return one decimal more for a cut that falls between two figures as they are printed."""
    return own if round(cut, own) == round(cut, 6) else own + 1
