"""Which base would establish a gap that is not: that of a region, or of each of two samples."""

from typing import Literal, NamedTuple

from phare_cli.judging.pairs import Pair, Sample, half_unit_of, is_weighted, regional, shares_of
from phare_cli.measuring.needed import common_base_needed, nested_base_needed, separate_base_needed
from phare_cli.measuring.rounding import nearest_shares
from phare_cli.nouns.survey import Estimate


class BaseNeeded(NamedTuple):
    """A base in people to ask, or why none would do: ``rounding`` covers the gap, the ``reference`` is too small."""

    base: int | None = None
    no_base: Literal["rounding", "reference"] | None = None


def base_needed(pair: Pair, sample: Sample | None, conf: float) -> BaseNeeded:
    """Return the base at which the test of this pair alone would establish its gap wherever rounding leaves it.

    Beside its nation it is the base of the region, the nation staying as it is: exactly known where its base is
    not published. Two regions, groups or waves are both samples: it is the base of each. Swapping the two figures
    changes nothing. Neither base nor reason is given where the bases of now are enough.
    """
    first, second, *_ = shares_of(pair)
    if nearest_shares(first, second, half_unit=half_unit_of(pair)) is None:
        return BaseNeeded(no_base="rounding")
    needed = _of_region(pair, sample, conf) if pair.is_beside_nation else _of_each(pair, conf)
    if needed is None:
        return BaseNeeded(no_base="reference")
    grown = (regional(pair)[0],) if pair.is_beside_nation else (pair.estimate, pair.reference)
    if all(estimate and _people(estimate) >= needed for estimate in grown):
        return BaseNeeded()
    return BaseNeeded(needed)


def _of_region(pair: Pair, sample: Sample | None, conf: float) -> int | None:
    """Return how many to ask in the region. Samples that nobody told apart are taken as separate: it asks for more."""
    region, nation = regional(pair)
    if nation is None or region.value is None or nation.value is None:
        return None
    shares = region.value / 100, nation.value / 100
    base, half = nation.precision_base or None, half_unit_of(pair)
    if sample is not Sample.NESTED:
        return separate_base_needed(*shares, base, conf, half_unit=half, design_effect=_design_effect(region))
    return nested_base_needed(
        *shares, base, conf,
        half_unit=half, design_effect=_design_effect(region), must_fit=not is_weighted(pair),
    )  # fmt: skip


def _of_each(pair: Pair, conf: float) -> int | None:
    """Return how many to ask in each of two samples."""
    first, second, *_ = shares_of(pair)
    effects = _design_effect(pair.estimate), _design_effect(pair.reference or pair.estimate)
    return common_base_needed(first, second, conf, half_unit=half_unit_of(pair), design_effects=effects)


def _design_effect(estimate: Estimate) -> float:
    """Return what weighting costs a sample: it would cost a larger one the same."""
    return estimate.base / estimate.effective_base if estimate.base and estimate.effective_base else 1.0


def _people(estimate: Estimate) -> float:
    """Return how many were asked, as far as the data say; 0 where they do not."""
    return estimate.base or estimate.effective_base or 0.0
