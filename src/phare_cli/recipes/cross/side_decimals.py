"""Choose the decimals of a prism, for no figure to be printed on another side of its cut than it stands on."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
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


class _Side(NamedTuple):
    """A figure that is high or low, its cut, and the sign of its prism."""

    level: float
    cut: float
    sign: int
    is_high: bool


def side_decimals(found: Iterable[Crossing]) -> Mapping[str, SideDecimals]:
    """Return, by the id of each prism, the least decimals that print each of its figures on its side of the cut.

    An undecided figure is on none. Where no decimals would do, they are those of the unit.
    """
    units: dict[str, str] = {}
    sides: dict[str, list[_Side]] = {}
    for crossing in found:
        for place, reading in enumerate(crossing.readings):
            # The unit in which figures stand beside their cut: that of an index, of a statistic.
            units.setdefault(reading.prism.id, "count" if reading.prism.is_statistic else reading.unit)
            sides.setdefault(reading.prism.id, []).extend(_sides(crossing, place))
    return {prism: _decimals(unit, sides[prism]) for prism, unit in units.items()}


def _sides(crossing: Crossing, place: int) -> Iterator[_Side]:
    """Yield each figure of a prism that is high or low."""
    cut, sign = crossing.cuts[place], crossing.readings[place].prism.sign
    for item in crossing.common if cut is not None else ():
        facet = item.facets[place]
        if cut is not None and facet is not None and facet.side in (HIGH, LOW):
            yield _Side(facet.figure.level, cut, sign, facet.side == HIGH)


def _decimals(unit: str, sides: Sequence[_Side]) -> SideDecimals:
    usual = usual_decimals(unit)
    own = 1 if usual is None else usual
    usual = max((_cut_decimals(cut, own) for cut in {side.cut for side in sides}), default=own)
    if has_no_decimals(unit):
        return SideDecimals(None, usual)
    for figures, cut in product(range(own, _MOST + 1), range(usual, _MOST + 2)):
        if all(_is_on_its_side(side, figures, cut) for side in sides):
            return SideDecimals(None if figures == own else figures, cut)
    return SideDecimals(None, usual)


def _is_on_its_side(side: _Side, figures: int, cut: int) -> bool:
    return (side.sign * rounded(side.level, figures) > side.sign * rounded(side.cut, cut)) == side.is_high


def _cut_decimals(cut: float, own: int) -> int:
    """Return one decimal more for a cut that falls between two figures as they are printed."""
    return own if round(cut, own) == round(cut, 6) else own + 1
