"""What is asked of numbers, and how firm it is: means, totals, ratios, counts, medians with Woodruff's interval."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from phare_cli.judging.precision import OWN_LEVEL
from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.quantiles import Quantiles
from phare_cli.measuring.student import student_critical_value
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.linear import Linearised
from phare_cli.recipes.tabulate.variances.precision_of import (
    Precision,
    base_of_mean,
    with_degrees_of_strata,
)
from phare_cli.recipes.tabulate.variances.spread import Spread
from phare_cli.respondents.engine.counts import Sum
from phare_cli.respondents.engine.labels import Codes, Numbers
from phare_cli.respondents.engine.number_rows import NumberRows, UpTo
from phare_cli.respondents.specs.number_keys import quantile_part

# An error under so much of the largest number is the root of what floating point leaves of no variance.
_NOISE = 1e-9
_HALF = 0.5


class NumberEstimate(NamedTuple):
    """A statistic with its precision; of a quantile *interval* at the level asked, *own_interval* at OWN_LEVEL."""

    value: float
    precision: Precision
    interval: Interval | None = None
    own_interval: Interval | None = None


class _Given(NamedTuple):
    """The numbers of a population: those of *count* respondents each, of one weight, in one place of it."""

    local: Codes
    size: int  # places of the population
    y: Numbers
    x: Numbers
    weight: Numbers  # of all respondents of a row together
    square: Numbers  # of their weights, summed

    @property
    def whole(self) -> float:
        return math.fsum(self.weight)

    def sum(self, numbers: Numbers) -> float:
        """Return the weighted sum of a number of each respondent, in whatever order they stand."""
        return math.fsum(self.weight * numbers)

    def linearised(self, value: float, influence: Numbers) -> Linearised:
        """Return an estimate by the *influence* that each respondent has on it."""

        def by_place(numbers: Numbers) -> Numbers:
            return np.bincount(self.local, numbers, minlength=self.size).astype(np.float64, copy=False)

        return Linearised(
            value,
            by_place(self.weight * influence),
            by_place(self.square * influence * influence),
            by_place(self.square * influence),
            by_place(self.weight) > 0.0,
        )


def number_estimate(
    rows: NumberRows,
    statistic: str,
    sample: DrawnSample,
    domain: Domain,
    base: Sum,
    conf: float,
    everybody: Numbers | None = None,
) -> NumberEstimate | None:
    """Return what is asked of the numbers of a population; None where there is none, a ratio to nothing.

    *everybody* are the sums of replicate weights of those who answered, cells by replicates, None without any.
    """
    given = _given(rows, sample.places(domain))
    if statistic in _EXTREMES:
        precision = Precision(base.effective_base, None, None)
        return NumberEstimate(float(_EXTREMES[statistic](given.y)), precision)
    at = _HALF if statistic == "median" else quantile_part(statistic)
    if at is not None:
        return _quantile(given, at, sample, domain, base, conf, (rows.up_to, everybody))
    estimate = _LINEAR[statistic](given)
    if estimate is None:
        return None
    if rows.replicates is not None and everybody is not None:
        estimate = replace(
            estimate, replicates=_replicated(rows.replicates, everybody, statistic, domain.cells)
        )
    spread = sample.spread(domain, estimate)
    error = _error(
        spread, _NOISE * (abs(estimate.estimate) + _largest(given) * abs(_scale(statistic, given)))
    )
    precision = _precision(error, spread, sample, base)
    if _is_designed(sample):
        strata = spread.units - int(spread.degrees)
        varies = given.sum((given.y - estimate.estimate) ** 2) / given.whole if statistic == "mean" else 0.0
        precision = precision._replace(effective_base=base_of_mean(base, varies, spread.endless, strata))
        precision = with_degrees_of_strata(precision, spread.of_strata)
    return NumberEstimate(estimate.estimate, precision)


def _replicated(sums: tuple[Numbers, Numbers], everybody: Numbers, statistic: str, cells: Codes) -> Numbers:
    """Return a statistic by each replicate, NaN where one has nobody to estimate it by."""
    y, x, whole = (_sum_over(each, cells, everybody.shape[1]) for each in (*sums, everybody))
    if statistic in ("total", "count"):
        return y if statistic == "total" else whole
    found = np.full(whole.size, np.nan)
    below = x if statistic == "ratio" else whole
    np.divide(y, below, out=found, where=below != 0.0)
    return found


def _sum_over(sums: Numbers, cells: Codes, replicates: int) -> Numbers:
    found: Numbers = sums[cells[cells < sums.shape[0]]].sum(axis=0)
    return found if found.size else np.zeros(replicates)


def _is_designed(sample: DrawnSample) -> bool:
    """Tell whether more than weights says how firm means are: strata, clusters or margins."""
    return sample.tells_degrees or sample.design.stratified or sample.calibration is not None


def _given(rows: NumberRows, places: Codes) -> _Given:
    """Return the rows of a population, whose places are numbered as it holds them."""
    number_of = np.full(int(max(rows.places.max(initial=-1), places.max(initial=-1))) + 1, -1, dtype=np.intp)
    number_of[places] = np.arange(places.size)
    local = number_of[rows.places]
    kept = local >= 0
    weight, count = rows.weight[kept], rows.count[kept]
    return _Given(
        local[kept], int(places.size), rows.y[kept], rows.x[kept], weight * count, weight * weight * count
    )


def _mean(given: _Given) -> Linearised:
    """u = (y - mean) / sum of w."""
    value = given.sum(given.y) / given.whole
    return given.linearised(value, (given.y - value) / given.whole)


def _total(given: _Given) -> Linearised:
    """u = y."""
    return given.linearised(given.sum(given.y), given.y)


def _count(given: _Given) -> Linearised:
    """u = 1."""
    return given.linearised(given.whole, np.ones(given.y.size))


def _ratio(given: _Given) -> Linearised | None:
    """u = (y - ratio x) / sum of w x. Woodruff (1971), JASA 66:411; R's ``svyratio``."""
    divisor = given.sum(given.x)
    if divisor == 0.0:
        return None
    value = given.sum(given.y) / divisor
    return given.linearised(value, (given.y - value * given.x) / divisor)


_LINEAR: Mapping[str, Callable[[_Given], Linearised | None]] = {
    "mean": _mean,
    "total": _total,
    "ratio": _ratio,
    "count": _count,
}
_EXTREMES: Mapping[str, Callable[[Numbers], float]] = {"minimum": np.min, "maximum": np.max}


def _quantile(
    given: _Given,
    at: float,
    sample: DrawnSample,
    domain: Domain,
    base: Sum,
    conf: float,
    replicates: tuple[UpTo | None, Numbers | None],
) -> NumberEstimate:
    """Return a quantile, with the values between which Student's interval of the part at or under it lies.

    Woodruff (1952), JASA 47:635; R's ``svyquantile(interval.type = "mean", qrule = "school")``. Its standard error is
    the interval's width over twice Student's t. Of replicates, it is that part which each of them estimates.
    """
    quantiles = _quantiles(given)
    value = quantiles.at(at)
    part = quantiles.part_up_to(value)
    below = given.linearised(part, (np.where(given.y <= value, 1.0, 0.0) - part) / given.whole)
    up_to, everybody = replicates
    if up_to is not None and everybody is not None:
        whole = _sum_over(everybody, domain.cells, everybody.shape[1])
        parts = np.full(whole.size, np.nan)
        np.divide(up_to.over(domain.cells, value), whole, out=parts, where=whole != 0.0)
        below = replace(below, replicates=parts)
    spread = sample.spread(domain, below)
    error = _error(spread, _NOISE)

    def interval(level: float) -> Interval | None:
        if error is None:
            return None
        half = _critical(level, spread.degrees) * error
        if not half:
            return Interval(value, value)
        is_inside = part - half >= 0.0 and part + half <= 1.0
        return Interval(quantiles.at(part - half), quantiles.at(part + half)) if is_inside else None

    own = interval(OWN_LEVEL)
    width = None if own is None or error is None else (own.high - own.low) / 2.0
    width = width and width / _critical(OWN_LEVEL, spread.degrees)
    if not width and error:
        width = None  # both ends are one value that many gave: that says nothing of an error
    return NumberEstimate(value, _precision(width, spread, sample, base), interval(conf), own)


def _quantiles(given: _Given) -> Quantiles:
    values, of_value = np.unique(given.y, return_inverse=True)
    return Quantiles(values.tolist(), np.bincount(of_value, given.weight).tolist())


def quantile_of(rows: NumberRows, part: float, cells: Codes) -> float | None:
    """Return the number under which a *part* of those in *cells* lies; None where nobody gave any."""
    given = _given(rows, cells)
    return _quantiles(given).at(part) if given.y.size else None


def _critical(conf: float, degrees: float) -> float:
    return student_critical_value(conf, max(degrees, 1.0))


def _error(spread: Spread, noise: float) -> float | None:
    """Return a standard error; 0 where everybody was asked, None where nothing tells how much numbers vary."""
    if spread.variance <= noise * noise:
        return 0.0 if spread.endless > noise * noise else None
    return math.sqrt(spread.variance) if spread.degrees >= 1.0 else None


def _largest(given: _Given) -> float:
    return float(np.abs(given.y).max(initial=0.0))


def _scale(statistic: str, given: _Given) -> float:
    return given.whole if statistic in ("total", "count") else 0.0


def _precision(error: float | None, spread: Spread, sample: DrawnSample, base: Sum) -> Precision:
    """Return the precision; clusters leave the degrees of freedom that Student's interval needs."""
    return Precision(base.effective_base, error, spread.degrees if sample.tells_degrees else None)
