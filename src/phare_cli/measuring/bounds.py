"""What a share, a base and a confidence level may be, and the one tolerance every threshold uses."""

from typing import NamedTuple

TOLERANCE = 1e-9
"""Relative distance under which two numbers are one: 30 equal weights give a base of 30, not 29.999..."""

LOW_BASE = 30.0
"""Effective base under which no verdict is given (NCHS, Vital Health Stat 2(175), 2017)."""

POWER = 0.8
"""The chance to establish a true gap that is planned for unless another is asked (Cohen, 1988, section 2.4)."""


class Interval(NamedTuple):
    """Two ends, low first, in the unit of the function that returns it (shares are 0-1)."""

    low: float
    high: float


def is_under(value: float, threshold: float) -> bool:
    """Tell whether *value* is under *threshold* by more than floating point can blur."""
    return value < threshold - TOLERANCE * abs(threshold)


def is_over(value: float, threshold: float) -> bool:
    """Tell whether *value* is over *threshold* by more than floating point can blur."""
    return value > threshold + TOLERANCE * abs(threshold)


def is_low_base(effective_base: float) -> bool:
    """Tell whether an effective base is under 30; exactly 30 is not, whatever floating point says."""
    return is_under(effective_base, LOW_BASE)


def require_share(*shares: float) -> None:
    """Raise ``ValueError`` unless every share is within 0-1 (NaN is not)."""
    for share in shares:
        if not 0.0 <= share <= 1.0:
            raise ValueError(f"a share is within 0-1, not {share!r}")


def require_base(*bases: float) -> None:
    """Raise ``ValueError`` unless every base is a positive finite number."""
    for base in bases:
        if not 0.0 < base < float("inf"):
            raise ValueError(f"a base is a positive number, not {base!r}")


def require_sample(*bases: float) -> None:
    """Raise ``ValueError`` unless every base is a positive number; an infinite one is that of a known share."""
    for base in bases:
        if not base > 0.0:
            raise ValueError(f"a base is a positive number, not {base!r}")


def require_conf(conf: float) -> None:
    """Raise ``ValueError`` unless a confidence level is strictly between 0 and 1."""
    if not 0.0 < conf < 1.0:
        raise ValueError(f"a confidence level is strictly between 0 and 1, not {conf!r}")
