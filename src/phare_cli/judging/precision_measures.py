"""How precise one figure is, as people know it: its error, variation, margin, design effect and effective base."""

import math
from typing import NamedTuple

from phare_cli.judging.precision import PrecisionWord, interval_degrees
from phare_cli.nouns.contract import QUANTILES
from phare_cli.nouns.survey import Estimate


class PreciseFigure(NamedTuple):
    """The precision of a figure: errors in its unit (points for percents), *variation* in percent of it; None: unknown.

    *effect* is how many times larger the variance is than that of as many respondents drawn with equal chances.
    """

    error: float | None = None
    variation: float | None = None
    margin: float | None = None
    effect: float | None = None
    base: float | None = None

    def measure(self, asked: PrecisionWord) -> float | None:
        """Return what is asked of it."""
        return self[list(PrecisionWord).index(asked)]


def precise_figure(estimate: Estimate, conf: float) -> PreciseFigure:
    """Return the precision of a figure, its margin at *conf*; unknown where it has no value."""
    if estimate.value is None:
        return PreciseFigure()
    error = _error(estimate, estimate.value)
    return PreciseFigure(
        error=error,
        variation=None if error is None or not estimate.value else 100 * error / abs(estimate.value),
        margin=None if error is None or estimate.measure in QUANTILES else _margin(estimate, error, conf),
        effect=_effect(estimate),
        base=None if estimate.is_census else estimate.precision_base,
    )


def _error(estimate: Estimate, value: float) -> float | None:
    """Return the standard error: as published, else of a percentage on its base, sqrt(p (1 - p) / n).

    None at 0 and 100 %, where a sample does not tell how much answers vary.
    """
    if estimate.error is not None:
        return estimate.error
    if estimate.unit != "percent" or not 0 < value < 100 or not estimate.precision_base:
        return None
    return math.sqrt(value * (100 - value) / estimate.precision_base)


def _margin(estimate: Estimate, error: float, conf: float) -> float:
    """Return the critical value times the error: Student's on the degrees that its interval stands on, else z."""
    from phare_cli.measuring.gaps.means import mean_interval

    return mean_interval(0.0, error, interval_degrees(estimate), conf).high


def _effect(estimate: Estimate) -> float | None:
    """Return base over effective base; None where either is not known, or everybody was asked."""
    if estimate.is_census or not estimate.base or not estimate.precision_base:
        return None
    known = estimate.effective_base is not None or estimate.standard_error is not None
    return estimate.base / estimate.precision_base if known else None
