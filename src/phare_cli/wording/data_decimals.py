"""With how many decimals all that is told of some data prints each unit, so that no figure is printed in two ways."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from itertools import chain, combinations
from typing import TYPE_CHECKING

from phare_cli.language.digits import rounded
from phare_cli.language.typeset import DECIMALS
from phare_cli.nouns.survey import Estimate

if TYPE_CHECKING:
    from phare_cli.nouns.large.columned import Columned
    from phare_cli.nouns.survey import Estimates

_MOST = 2  # more decimals than this say more than any survey knows
_HALF = 0.5 - 1e-9
_LOOKED_AT = 2000  # rows of a large file
_ENOUGH = 5  # figures of a question that are all whole, for it to have been published so


def decimals_of_data(estimates: Estimates, *, is_whole: bool = True) -> Mapping[str, int]:
    """Return the decimals of each unit whose figures do not add up with those that it has.

    They are the least with which the gap of any two figures of one item is what their printed figures are apart,
    whichever are set side by side. Figures that were counted, and not rounded, ask for none, and none are given where
    another question was published without. Those of a large file, or of a part of one (not *is_whole*), have those that
    they were published with.
    """
    if not isinstance(estimates, tuple):
        return decimals_of_data(_some(estimates), is_whole=False)
    figures: dict[tuple[str, str, str], dict[str, list[Estimate]]] = {}
    for each in estimates:
        if each.value is not None and each.rounded_to != 0.0 and each.decimals <= _MOST:
            of_indicator = figures.setdefault((each.unit, each.survey, each.indicator), {})
            of_indicator.setdefault(each.item, []).append(each)
    needed: dict[str, int] = {}
    for (unit, *_), by_item in figures.items():
        own, told = _own(unit), list(chain.from_iterable(by_item.values()))
        published = max(each.decimals for each in told)
        if published <= own and len(told) >= _ENOUGH:
            needed[unit] = -1  # nobody prints 52 as 52.0 for the sake of another question
        elif published > own and needed.get(unit, 0) >= 0:
            values = [{each.value or 0.0 for each in of_item} for of_item in by_item.values()]
            places = max(_needed(each, own) for each in values) if is_whole else published
            needed[unit] = max(needed.get(unit, 0), places)
    return {unit: decimals for unit, decimals in needed.items() if decimals > _own(unit)}


def _some(columns: Columned[Estimate]) -> tuple[Estimate, ...]:
    """Return some of the figures of a large file, from its beginning to its end."""
    return columns.at(range(0, len(columns), 1 + len(columns) // _LOOKED_AT))


def _own(unit: str) -> int:
    """Return the decimals that a unit has; one without any of its own is printed as it was published."""
    if unit.startswith("score/"):
        return DECIMALS.get(unit, 1)
    return DECIMALS.get(unit, _MOST)


def _needed(values: Collection[float], own: int) -> int:
    return next((places for places in range(own, _MOST) if _add_up(values, places)), _MOST)


def _add_up(values: Collection[float], places: int) -> bool:
    """Tell whether any two of *values* are printed as far apart as they are."""
    cut = {value: float(rounded(value, places)) for value in values}
    off = {value: (value - cut[value]) * 10**places for value in values}
    spread = max(off.values()) - min(off.values())
    if spread < _HALF:
        return True
    if spread > 1 - _HALF:
        return False
    lowest, highest = min(off.values()) + 1e-9, max(off.values()) - 1e-9
    ends = [value for value in values if not lowest < off[value] < highest]
    return all(
        rounded(one, places) - rounded(other, places) == rounded(round(one - other, 9), places)
        for one, other in combinations(ends, 2)
    )
