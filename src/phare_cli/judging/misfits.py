"""What keeps a region from being a part of its nation: its figure, or how precise the two are said to be."""

from __future__ import annotations

from enum import StrEnum

from phare_cli.language.digits import published
from phare_cli.measuring.bounds import Interval, is_over
from phare_cli.measuring.gaps.nested import is_incoherent
from phare_cli.measuring.rounding import Rounding, largest_spread
from phare_cli.nouns.contract import highest_of
from phare_cli.nouns.survey import Estimate


class Misfit(StrEnum):
    """Why a region does not fit: no rest of the nation has such a ``figure``, or so little ``variance``."""

    FIGURE = "figure"
    VARIANCE = "variance"


def misfit(region: Estimate, nation: Estimate, part: float) -> Misfit | None:
    """Return what keeps a region from being the *part* (0-1) of its nation; None where nothing does.

    A nation varies at least as its region's part of it does, V >= part^2 Vr. Published rounding is allowed for: that
    of the figures, and half the last digit of bases, standard errors and of the part.
    """
    if not 0.0 < part < 1.0:
        return Misfit.FIGURE
    top = highest_of(region.unit)
    if top is not None and region.value is not None and nation.value is not None:
        rounding = Rounding(region.half_unit / top, nation.half_unit / top)
        ours, theirs = (min(max(each / top, 0.0), 1.0) for each in (region.value, nation.value))
        if is_incoherent(ours, theirs, part, rounding):
            return Misfit.FIGURE
    if region.degrees_of_freedom is not None or nation.degrees_of_freedom is not None:
        return (
            None  # variances worked out of few clusters vary themselves: one may well be under a part of it
        )
    least = max(part - _half_digit(part), 0.0) ** 2 * _variance(region).low
    return Misfit.VARIANCE if is_over(least, _variance(nation).high) else None


def _variance(estimate: Estimate) -> Interval:
    """Return the least and the largest variance of a figure, in its unit squared, that publication leaves."""
    if estimate.is_census:
        return Interval(0.0, 0.0)
    if estimate.standard_error is not None and (
        estimate.unit != "percent" or estimate.effective_base is None
    ):
        half = _half_digit(estimate.standard_error)
        return Interval(max(estimate.standard_error - half, 0.0) ** 2, (estimate.standard_error + half) ** 2)
    base = estimate.precision_base
    if estimate.unit != "percent" or estimate.value is None or not base:
        return Interval(0.0, float("inf"))
    share, half, blur = estimate.value / 100.0, estimate.half_unit / 100.0, _half_digit(base)
    least = min(largest_spread(share - half), largest_spread(share + half))
    fewest = base - blur
    most = 1e4 * largest_spread(share, half) / fewest if fewest > 0.0 else float("inf")
    return Interval(1e4 * least / (base + blur), most)


def _half_digit(number: float) -> float:
    """Return half a unit of the last digit that a number shows, of whole ones at most: 0.05 for 0.9, 0.5 for 40."""
    return 0.5 * 10.0 ** -published(number)
