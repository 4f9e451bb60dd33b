"""The normal distribution: tail probabilities, the quantile, and when a z is far enough from zero."""

from __future__ import annotations

import math
from functools import lru_cache

from phare_cli.measuring.bounds import require_conf

_SQRT_2 = math.sqrt(2.0)
_SQRT_2_PI = math.sqrt(2.0 * math.pi)

# Coefficients of Acklam's rational approximations: numerator and denominator, highest power first.
_CENTRE = (
    (-3.969683028665376e01, 2.209460984245205e02, -2.759285104469687e02,
     1.383577518672690e02, -3.066479806614716e01, 2.506628277459239e00),
    (-5.447609879822406e01, 1.615858368580409e02, -1.556989798598866e02,
     6.680131188771972e01, -1.328068155288572e01, 1.0),
)  # fmt: skip
_TAIL = (
    (-7.784894002430293e-03, -3.223964580411365e-01, -2.400758277161838e00,
     -2.549732539343734e00, 4.374664141464968e00, 2.938163982698783e00),
    (7.784695709041462e-03, 3.224671290700398e-01, 2.445134137142996e00,
     3.754408661907416e00, 1.0),
)  # fmt: skip
_TAIL_BELOW = 0.02425


def upper_tail(z: float) -> float:
    """Return the probability that a standard normal exceeds *z*; accurate far into the tail."""
    return 0.5 * math.erfc(z / _SQRT_2)


def density(z: float) -> float:
    """Return the height of the standard normal's curve at *z*."""
    return math.exp(-0.5 * z * z) / _SQRT_2_PI


def two_sided_p(z: float) -> float:
    """Return the probability of a standard normal at least as far from zero as *z*, on either side."""
    return math.erfc(abs(z) / _SQRT_2)


def quantile(probability: float) -> float:
    """Return the standard normal value below which *probability* lies.

    Raises ``ValueError`` outside ]0, 1[. Acklam (2003), "An algorithm for computing the inverse normal
    cumulative distribution function", with one step of Halley's method on ``erfc``: within 1e-13 of
    scipy's ``norm.ppf`` from 1e-300 to 1 - 1e-16.
    """
    if not 0.0 < probability < 1.0:
        raise ValueError(f"a probability is strictly between 0 and 1, not {probability!r}")
    # The lower half is worked out and mirrored: 1 - p keeps every digit when p is above one half.
    if probability > 0.5:
        return -_lower_quantile(1.0 - probability)
    return _lower_quantile(probability)


@lru_cache(maxsize=32)
def critical_value(conf: float) -> float:
    """Return the z beyond which lies 1 - *conf* of a normal, both sides together: 1.96 for 0.95."""
    require_conf(conf)
    return -quantile((1.0 - conf) / 2.0)


def _lower_quantile(probability: float) -> float:
    guess = _first_guess(probability)
    step = (upper_tail(-guess) - probability) / density(guess)
    return guess - step / (1.0 + 0.5 * guess * step)


def _first_guess(probability: float) -> float:
    if probability < _TAIL_BELOW:
        root = math.sqrt(-2.0 * math.log(probability))
        return _ratio(_TAIL, root)
    centred = probability - 0.5
    return centred * _ratio(_CENTRE, centred * centred)


def _ratio(coefficients: tuple[tuple[float, ...], tuple[float, ...]], at: float) -> float:
    numerator, denominator = coefficients
    return _polynomial(numerator, at) / _polynomial(denominator, at)


def _polynomial(coefficients: tuple[float, ...], at: float) -> float:
    total = 0.0
    for coefficient in coefficients:
        total = total * at + coefficient
    return total
