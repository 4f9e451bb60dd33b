"""Which base would establish a gap that is not: that of a region, or of each of two samples."""

import math
from typing import Literal, NamedTuple

from phare_cli.judging.known_gaps import degrees_of, figure_of, rounding_of
from phare_cli.judging.pairs import By, Pair, regional
from phare_cli.judging.terms import Sample, Terms
from phare_cli.measuring.bounds import is_low_base
from phare_cli.measuring.gaps.differences import same_people_gap, separate_gap
from phare_cli.measuring.gaps.gap_law import GapLaw
from phare_cli.measuring.gaps.means import means_gap
from phare_cli.measuring.gaps.needed import Planned
from phare_cli.measuring.gaps.needed import base_needed as smallest
from phare_cli.measuring.gaps.nested import nested_gap, rest_base
from phare_cli.measuring.rounding import Rounding
from phare_cli.nouns.survey import Estimate


class BaseNeeded(NamedTuple):
    """A base in people to ask, or why none would do.

    ``rounding`` covers the gap, the ``reference`` is too small, or the figures are ``equal``.
    """

    base: int | None = None
    no_base: Literal["rounding", "reference", "equal"] | None = None


def base_needed(pair: Pair, sample: Sample | None, part: float | None, terms: Terms) -> BaseNeeded:
    """Return the base at which a new sample would establish this gap, tested alone, were it the true one.

    Beside its nation it is the base of the region, the rest of the nation staying as it is, and the region as much
    of it; exactly known where no base is published. Two regions, groups or waves are both samples: it is the base of
    each. Swapping the two figures changes nothing. Neither base nor reason is given where the bases of now are
    enough, for means whose bases are not known, and where everybody was asked.
    """
    if pair.estimate.is_census or (pair.reference is not None and pair.reference.is_census):
        return BaseNeeded()
    if pair.is_in_group and not (pair.reference and pair.reference.precision_base):
        return BaseNeeded()
    plan = _of_region(pair, sample, part) if pair.is_nested else _of_each(pair, terms)
    if plan is None:
        return BaseNeeded()
    law = plan.planned(1e6)
    if law.is_within_rounding:
        return BaseNeeded(no_base="rounding")
    if law.gap == 0.0:
        return BaseNeeded(no_base="equal")
    needed = smallest(plan.planned, terms.conf, terms.power, design_effect=plan.design_effect)
    if needed is None or any(base and is_low_base(base) for base in plan.kept):
        return BaseNeeded(no_base="reference")
    if all(_people(estimate) >= needed for estimate in plan.grown):
        return BaseNeeded()
    return BaseNeeded(needed)


class _Plan(NamedTuple):
    """What would be known of a gap on larger bases: those of *grown*, while *kept* stay as they are."""

    planned: Planned
    design_effect: float
    grown: tuple[Estimate, ...]
    kept: tuple[float | None, ...] = ()


def _of_region(pair: Pair, sample: Sample | None, part: float | None) -> _Plan | None:
    """Return the plan of more people in the region. Samples that nobody told apart are taken as separate.

    So is a region of an unknown part in its nation: either asks for more.
    """
    region, nation = regional(pair)
    if nation is None:
        return None
    rounding, kept = rounding_of(pair), nation.precision_base or math.inf
    if sample is not Sample.NESTED or part is None or not 0.0 < part < 1.0:
        planned = _separately(region, nation, kept, rounding)
    else:
        planned = _inside(region, nation, part, rounding)
    if planned is None:
        return None
    return _Plan(planned, _design_effect(region), (region,), (nation.precision_base,))


def _separately(region: Estimate, nation: Estimate, kept: float, rounding: Rounding) -> Planned | None:
    if region.unit != "percent":
        return _mean(region, nation, rounding)
    return lambda base: separate_gap(
        figure_of(region),
        figure_of(nation),
        base,
        kept,
        rounding,
        degrees=(_grown_degrees(region, base), degrees_of(nation)),
    )


def _inside(region: Estimate, nation: Estimate, part: float, rounding: Rounding) -> Planned | None:
    """Return what would be known on a larger base inside the nation, of which the region stays the same part."""
    own, whole = region.precision_base, nation.precision_base
    rest = rest_base(own, whole, part) if own and whole else whole and (1.0 - part) * whole
    if region.unit != "percent":
        return _mean(region, nation, rounding, part)

    def planned(base: float) -> GapLaw:
        theirs = (1.0 - part) ** 2 / rest if rest else 0.0
        return nested_gap(
            figure_of(region),
            figure_of(nation),
            base,
            1.0 / (part * part / base + theirs),
            part,
            rounding,
            degrees=(_grown_degrees(region, base), degrees_of(nation)),
        )

    return planned


def _mean(region: Estimate, nation: Estimate, rounding: Rounding, part: float = 0.0) -> Planned | None:
    """Return what would be known of a mean on a larger base; None where that of now, or an error, is not known."""
    errors, base_now = (region.error, nation.error), region.precision_base
    if errors[0] is None or errors[1] is None or not base_now:
        return None
    own, theirs = errors[0], math.sqrt(max(errors[1] ** 2 - (part * errors[0]) ** 2, 0.0))

    def planned(base: float) -> GapLaw:
        grown = own * math.sqrt(base_now / base)
        whole = math.hypot(theirs, part * grown)
        degrees = (_grown_degrees(region, base), degrees_of(nation))
        return means_gap(
            figure_of(region), figure_of(nation), grown, whole, degrees, part=part, rounding=rounding
        )

    return planned


def _of_each(pair: Pair, terms: Terms) -> _Plan | None:
    """Return the plan of as many people in both samples, whose design effects stay."""
    first, second = pair.estimate, pair.reference
    if second is None:
        return None
    rounding = rounding_of(pair)
    effects = _design_effect(first), _design_effect(second)
    largest = max(effects)
    ours, theirs = (largest / effect for effect in effects)
    grown, are_same_people = (first, second), terms.is_panel and pair.by is By.WAVE
    if first.unit != "percent":
        planned = _both_means(first, second, ours, theirs, rounding, same_people=are_same_people)
        return None if planned is None else _Plan(planned, largest, grown)
    if are_same_people:
        return _Plan(lambda base: _asked_twice(first, second, base, rounding), largest, grown)

    def planned_shares(base: float) -> GapLaw:
        one, other = base * ours, base * theirs
        degrees = _grown_degrees(first, one), _grown_degrees(second, other)
        return separate_gap(figure_of(first), figure_of(second), one, other, rounding, degrees=degrees)

    return _Plan(planned_shares, largest, grown)


def _asked_twice(first: Estimate, second: Estimate, base: float, rounding: Rounding) -> GapLaw:
    degrees = min(_grown_degrees(first, base), _grown_degrees(second, base))
    return same_people_gap(figure_of(first), figure_of(second), base, rounding, degrees=degrees)


def _both_means(
    first: Estimate, second: Estimate, ours: float, theirs: float, rounding: Rounding, *, same_people: bool
) -> Planned | None:
    """Return what would be known of two means on larger bases; errors of the same people add up, as for a panel."""
    spreads = [
        each.error * math.sqrt(each.precision_base)
        for each in (first, second)
        if each.error is not None and each.precision_base
    ]
    if len(spreads) < 2:
        return None

    def planned(base: float) -> GapLaw:
        bases = base * ours, base * theirs
        errors = spreads[0] / math.sqrt(bases[0]), spreads[1] / math.sqrt(bases[1])
        degrees = _grown_degrees(first, bases[0]), _grown_degrees(second, bases[1])
        if same_people:
            errors, degrees = (sum(errors), 0.0), (min(degrees), math.inf)
        return means_gap(figure_of(first), figure_of(second), *errors, degrees, rounding=rounding)

    return planned


def _design_effect(estimate: Estimate) -> float:
    """Return what weighting costs a sample: it would cost a larger one the same."""
    effective = estimate.precision_base
    return estimate.base / effective if estimate.base and effective else 1.0


def _grown_degrees(estimate: Estimate, base: float) -> float:
    """Return the degrees of freedom on a larger effective base: clusters grow with it, as people do elsewhere."""
    now, degrees = estimate.precision_base, estimate.degrees_of_freedom
    if degrees is not None and now:
        return max(degrees * base / now, 1.0)
    return math.inf if estimate.unit == "percent" else max(base - 1.0, 1.0)


def _people(estimate: Estimate) -> float:
    """Return how many were asked, as far as the data say; 0 where they do not."""
    return estimate.base or estimate.effective_base or 0.0
