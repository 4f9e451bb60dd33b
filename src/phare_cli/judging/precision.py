"""Say how firm the figures of one group are: ranks, intervals, flags. One call a group."""

from collections.abc import Sequence
from enum import StrEnum
from typing import Literal, NamedTuple

from phare_cli.language.known_by_words.residual_answers import is_residual
from phare_cli.nouns.contract import QUANTILES, highest_of
from phare_cli.nouns.survey import Estimate

# Of what comes with the data without its level: rank intervals, and an effective base of few degrees of freedom.
OWN_LEVEL = 0.95
# The flags of figures that must not be relied upon.
WEAK = ("low_base", "suppress")


class PrecisionWord(StrEnum):
    """What may be asked of the precision of a figure."""

    SE = "se"  # standard error
    CV = "cv"  # coefficient of variation
    MOE = "moe"  # margin of error
    DEFF = "deff"  # design effect
    BASE = "base"  # effective base


class RankedEstimate(NamedTuple):
    """One estimate with its rank and what its base allows to say. Intervals are in the estimate's unit.

    *order* is where it stands among the figures that are not hidden, a rate's too; *rank* is what may be said. What
    gathers other answers, or none, has neither; what stands alone (*is_alone*) has nothing to be ranked among.
    *has_own_ranks* tells that the rank interval came with the data, from the respondents' own overlaps.
    """

    estimate: Estimate
    is_rate: bool
    order: int | None
    interval: tuple[float, float] | None = None
    rank_interval: tuple[int, int] | None = None
    has_own_ranks: bool = False
    flag: str | None = None
    is_hidden: bool = False
    is_alone: bool = False

    @property
    def value(self) -> float | None:
        """The figure, unless it is hidden."""
        return None if self.is_hidden else self.estimate.value

    @property
    def rank(self) -> int | None:
        """The competition rank; None for a rate, and for a figure that is hidden, absent or alone."""
        return None if self.is_rate or self.is_hidden or self.is_alone else self.order


def rank_group(
    group: Sequence[Estimate], *, conf: float, suppress: bool, is_rate: bool, ranks_all: bool = False
) -> list[RankedEstimate]:
    """Return the estimates of one group (one survey, wave, region, segment, indicator, unit) with ranks.

    Hidden figures count for nothing: the others are ranked as if they stood alone, so that no rank tells of them. So
    are they beside what gathers other answers, or none, unless *ranks_all*.
    """
    flags = [flag_of(estimate) for estimate in group]
    hidden = [suppress and flag in WEAK for flag in flags]
    apart = [False] * len(group) if ranks_all else residual(group)
    seen = [
        None if is_hidden or is_apart else estimate.value
        for estimate, is_hidden, is_apart in zip(group, hidden, apart, strict=True)
    ]
    shown = [estimate for estimate, value in zip(group, seen, strict=True) if value is not None]
    # Ranks that came with the data stand among the items that they were worked out of.
    others = [estimate for estimate, is_apart in zip(group, apart, strict=True) if is_apart]
    own = not is_rate and not any(hidden) and not any(each.rank_low for each in others)
    own = own and _have_own_ranks(shown, conf)
    intervals = iter([None] * len(shown) if is_rate else _rank_intervals(shown, conf, own=own))
    return [
        RankedEstimate(
            estimate=estimate,
            is_rate=is_rate,
            order=order,
            interval=None if is_hidden else interval_of(estimate, conf),
            rank_interval=None if value is None else next(intervals),
            has_own_ranks=own and value is not None,
            flag=flag,
            is_hidden=is_hidden,
            is_alone=value is not None and len(shown) == 1,
        )
        for estimate, order, value, flag, is_hidden in zip(
            group, competition_ranks(seen), seen, flags, hidden, strict=True
        )
    ]


def residual(group: Sequence[Estimate]) -> list[bool]:
    """Tell of each figure of a group whether it gathers other answers, or none; not where there is nothing else."""
    found = [is_residual(each.item) for each in group]
    return found if not all(found) else [False] * len(group)


def _share(estimate: Estimate) -> float | None:
    """Return a percentage as a share of a known base; None for anything that has no interval."""
    if estimate.unit != "percent" or estimate.value is None or not estimate.precision_base:
        return None
    return estimate.value / 100


def interval_of(estimate: Estimate, conf: float) -> tuple[float, float] | None:
    """Return the interval of a figure in its unit, with what rounding hides; None where its precision is not known."""
    if estimate.value is None:
        return None
    if estimate.is_census:
        return estimate.value, estimate.value
    if estimate.measure in QUANTILES:
        return _own_interval(estimate, conf)
    if estimate.unit != "percent":
        return _mean_interval(estimate, estimate.value, conf)
    if not estimate.precision_base:
        return None
    # Where no base was published, nothing of this is needed.
    from phare_cli.measuring.proportions import wilson_of_printed

    low, high = wilson_of_printed(
        estimate.value / 100,
        estimate.precision_base,
        conf,
        half=estimate.half_unit / 100,
        degrees_of_freedom=estimate.degrees_of_freedom,
    )
    return 100 * low, 100 * high


def _own_interval(estimate: Estimate, conf: float) -> tuple[float, float] | None:
    """Return the interval that came with the data, which is that of one level and hangs on no standard error."""
    low, high = estimate.interval_low, estimate.interval_high
    if low is None or high is None or conf != OWN_LEVEL:
        return None
    return low - estimate.half_unit, high + estimate.half_unit


def _mean_interval(estimate: Estimate, mean: float, conf: float) -> tuple[float, float] | None:
    """Return Student's interval on the standard error, which does not leave the scale of a score."""
    if estimate.error is None:
        return None
    from phare_cli.measuring.gaps.means import mean_interval

    degrees = interval_degrees(estimate)
    low, high = mean_interval(mean, estimate.error, degrees, conf, half=estimate.half_unit)
    top = highest_of(estimate.unit)
    return (low, high) if top is None else (max(low, 0.0), min(high, top))


def interval_degrees(estimate: Estimate) -> float | None:
    """Return the degrees of freedom that an interval stands on: those of the design, else of a mean its base less one.

    None where the normal stands: a share whose design tells none, a mean whose base is not known.
    """
    if estimate.degrees_of_freedom is not None or estimate.unit == "percent":
        return estimate.degrees_of_freedom
    return estimate.precision_base - 1 if estimate.precision_base else None


def flag_of(estimate: Estimate) -> str | None:
    """Return what the base of a figure forbids, ``low_base``, ``suppress`` or ``review``; None where nothing."""
    if estimate.value is None or not estimate.precision_base or estimate.is_census:
        return None
    from phare_cli.measuring.bounds import is_low_base
    from phare_cli.measuring.presentation import nchs_flag

    if is_low_base(estimate.precision_base) or estimate.has_no_degrees:
        return "low_base"
    share = _share(estimate)
    if share is None:
        return None
    # The standards' interval of 0 or 100 % stands on the unweighted base, having no variance to correct.
    base = estimate.base if share in (0.0, 1.0) and estimate.base else estimate.precision_base
    degrees = estimate.degrees_of_freedom if estimate.base and estimate.base >= 2 else None
    return nchs_flag(share, base, base=estimate.base or None, degrees_of_freedom=degrees)


def _have_own_ranks(figures: Sequence[Estimate], conf: float) -> bool:
    """Tell whether the data hold the rank interval of every figure, at the level that tabulate works them out."""
    return conf == OWN_LEVEL and all(each.rank_low and each.rank_high for each in figures)


def _rank_intervals(
    figures: Sequence[Estimate], conf: float, *, own: bool
) -> Sequence[tuple[int, int] | None]:
    """Return rank intervals as the data have them, else where every figure is a percentage with a base.

    Respondents whose response type is not known are taken as giving several answers: the cautious bound.
    """
    if own:
        return [(int(each.rank_low or 0), int(each.rank_high or 0)) for each in figures]
    if len(figures) > 1 and all(each.is_census for each in figures):
        return _known_ranks(figures)
    shares = [share for estimate in figures if (share := _share(estimate)) is not None]
    bases = [_normal_base(estimate, conf) for estimate in figures]
    known = [base for base in bases if base]
    if len(shares) < 2 or len(shares) < len(figures) or len(known) < len(figures):
        return [None] * len(figures)
    from phare_cli.measuring.mixed_ranks import mixed_rank_intervals
    from phare_cli.measuring.ranks import rank_intervals

    response: Literal["single", "multiple"] = (
        "single" if all(estimate.response == "single" for estimate in figures) else "multiple"
    )
    half = max(estimate.half_unit for estimate in figures) / 100
    if len(set(known)) > 1:
        return mixed_rank_intervals(shares, known, response, conf, half=half)
    return rank_intervals(shares, known[0], response, conf, half=half)


def _normal_base(estimate: Estimate, conf: float) -> float | None:
    """Return the base on which the normal says as much as Student's t does of the degrees of freedom of a design."""
    base, degrees = estimate.precision_base, estimate.degrees_of_freedom
    if not base or degrees is None:
        return base
    from phare_cli.measuring.student import normal_base

    return normal_base(base, degrees, conf)


def _known_ranks(figures: Sequence[Estimate]) -> list[tuple[int, int]]:
    """Return the ranks of figures that are known exactly; those that tie have several."""
    from bisect import bisect_left, bisect_right  # few figures are

    values = [each.value or 0.0 for each in figures]
    ordered = sorted(values)
    return [
        (1 + len(ordered) - bisect_right(ordered, value), len(ordered) - bisect_left(ordered, value))
        for value in values
    ]


def competition_ranks(values: Sequence[float | None]) -> list[int | None]:
    """Return 1 for the highest value; ties share a rank and skip the next (1, 2, 2, 4); ``None`` has none."""
    first_place: dict[float, int] = {}
    for place, value in enumerate(sorted((v for v in values if v is not None), reverse=True), start=1):
        first_place.setdefault(value, place)
    return [None if value is None else first_place[value] for value in values]
