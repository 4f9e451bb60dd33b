"""Decide what may be concluded from a figure beside its reference, and say why not when nothing may."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from phare_cli.judging.base_needed import base_needed
from phare_cli.judging.pairs import By, Pair, Sample, half_unit_of, is_weighted, sample_of, shares_of
from phare_cli.measuring.bounds import Interval, is_low_base, is_over
from phare_cli.measuring.differences import newcombe, pooled_z
from phare_cli.measuring.nested import is_incoherent, nested_interval, nested_z
from phare_cli.measuring.normal import two_sided_p
from phare_cli.measuring.rounding import nested_z_range, p_range, separate_z_range
from phare_cli.measuring.several import holm
from phare_cli.nouns.survey import NATION, Estimate

# Reasons that a larger base, or a published one, would take away.
_MISSING = frozenset(("base_missing", "reference_base_missing", "sample_unknown", "low_base"))


@dataclass(frozen=True, slots=True)
class Judgement:
    """What is known of a gap. *gap*, *low*, *high* are in the unit of the figures (points for percents).

    *p_bounds* are the least and the largest p value that published rounding allows. *no_base* tells why no base
    would do: ``rounding`` covers the gap, or the ``reference`` leaves too much to chance.
    """

    pair: Pair
    gap: float | None = None
    low: float | None = None
    high: float | None = None
    sample: Sample | None = None
    z: float | None = None
    p_value: float | None = None
    p_bounds: tuple[float, float] | None = None
    p_adjusted: float | None = None
    verdict: str = "untestable"
    reason: str | None = None
    base_needed: int | None = None
    no_base: str | None = None


def judge(pairs: Sequence[Pair], *, conf: float = 0.95, sample: Sample | None = None) -> list[Judgement]:
    """Return a judgement a pair; p values are adjusted by Holm over the tests among *pairs*.

    A verdict that changes anywhere within published rounding is not established. Holm's adjusted values rise
    with every raw one, so the two ends of all p values together bound the decision.
    """
    measured = [_measure(pair, conf, sample) for pair in pairs]
    adjusted = holm([judgement.p_value for judgement in measured])
    least = holm([judgement.p_bounds and judgement.p_bounds[0] for judgement in measured])
    largest = holm([judgement.p_bounds and judgement.p_bounds[1] for judgement in measured])
    return [
        _decide(judgement, conf, p, low, high)
        for judgement, p, low, high in zip(measured, adjusted, least, largest, strict=True)
    ]


def _measure(pair: Pair, conf: float, declared: Sample | None) -> Judgement:
    """Return everything about one gap that does not depend on the other rows."""
    estimate, reference = pair.estimate, pair.reference
    if reference is None or estimate.value is None or reference.value is None:
        return Judgement(pair, reason="no_reference")
    # Binary noise of the subtraction is far below any printed digit, and must not tip a rounding.
    gap = round(estimate.value - reference.value, 10)
    reason = _reason_against(estimate, reference, pair.by)
    if reason:
        return Judgement(pair, gap, reason=reason)
    judgement = Judgement(pair, gap, sample=sample_of(pair, declared))
    if not estimate.precision_base:
        return replace(judgement, reason="base_missing")
    if not reference.precision_base:
        return replace(judgement, reason="reference_base_missing")
    if judgement.sample is None:
        return replace(judgement, reason="sample_unknown")
    if judgement.sample is Sample.NESTED:
        return _measure_nested(judgement, conf)
    return _measure_separate(judgement, conf)


def _reason_against(estimate: Estimate, reference: Estimate, by: By) -> str | None:
    """Return why two figures must not be tested whatever their bases; what is not known does not differ.

    Two groups stand for different universes by what they are.
    """
    if differ(estimate.question, reference.question):
        return "different_question"
    if by is not By.STAKEHOLDER and differ(estimate.universe, reference.universe):
        return "different_universe"
    if estimate.unit != "percent":
        return "not_a_percentage"
    return None


def differ(one: str, another: str) -> bool:
    """Tell whether two descriptions are known and not the same."""
    return bool(one and another and one != another)


def _measure_separate(judgement: Judgement, conf: float) -> Judgement:
    first, second, first_base, second_base = shares_of(judgement.pair)
    return _tested(
        judgement,
        newcombe(first, second, first_base, second_base, conf),
        pooled_z(first, second, first_base, second_base),
        separate_z_range(first, second, first_base, second_base, half_unit=half_unit_of(judgement.pair)),
    )


def _measure_nested(judgement: Judgement, conf: float) -> Judgement:
    """Test a region inside its nation, whichever of the two is the reference."""
    region, nation, region_base, nation_base = shares_of(judgement.pair)
    is_turned = judgement.pair.estimate.region == NATION
    if is_turned:
        region, nation, region_base, nation_base = nation, region, nation_base, region_base
    half = half_unit_of(judgement.pair)
    if not is_weighted(judgement.pair) and is_incoherent(region, nation, region_base, nation_base, half):
        return replace(judgement, reason="incoherent")
    if region_base >= nation_base:
        # Effective bases of a region that was sampled more densely say nothing of its part in the nation.
        return replace(judgement, reason="sample_unknown")
    sign = -1 if is_turned else 1
    low, high = nested_interval(region, nation, region_base, nation_base, conf)
    return _tested(
        judgement,
        Interval(-high, -low) if is_turned else Interval(low, high),
        sign * nested_z(region, nation, region_base, nation_base),
        nested_z_range(region, nation, region_base, nation_base, half_unit=half),
    )


def _tested(judgement: Judgement, interval: Interval, z: float, z_range: Interval) -> Judgement:
    """Return *judgement* with its interval, and with its test unless a base is too low for one."""
    low, high = 100 * interval.low, 100 * interval.high
    _, _, first_base, second_base = shares_of(judgement.pair)
    if is_low_base(first_base) or is_low_base(second_base):
        return replace(judgement, low=low, high=high, reason="low_base")
    bounds = p_range(z_range)
    return replace(
        judgement, low=low, high=high, z=z, p_value=two_sided_p(z), p_bounds=(bounds.low, bounds.high)
    )


def _decide(
    judgement: Judgement, conf: float, p: float | None, least: float | None, largest: float | None
) -> Judgement:
    """Return *judgement* with the verdict that its adjusted p value allows, or the base that would allow one."""
    if p is None or least is None or largest is None or judgement.gap is None:
        if judgement.reason not in _MISSING:
            return judgement
        return _with_base(judgement, conf)
    alpha = 1 - conf
    is_rounded = is_over(largest, alpha) and not is_over(least, alpha)
    if is_rounded or is_over(p, alpha):
        reason = "rounding" if is_rounded else None
        decided = replace(judgement, p_adjusted=p, verdict="not_established", reason=reason)
        return _with_base(decided, conf)
    return replace(judgement, p_adjusted=p, verdict="above" if judgement.gap > 0 else "below")


def _with_base(judgement: Judgement, conf: float) -> Judgement:
    """Return *judgement* with the base that would establish its gap, or why none would."""
    needed, no_base = base_needed(judgement.pair, judgement.sample, conf)
    return replace(judgement, base_needed=needed, no_base=no_base)
