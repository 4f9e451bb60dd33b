"""What printed rounding hides: how far each figure may lie from its print, and what that does to a gap.

The law of the printed gap of two samples is that of the gap between them and of two roundings. Where a figure
stands between two prints is taken as unknown (any place is as likely), so that what rounding adds is even over its
unit. Taking the worst corner of both at once instead asks one more unit of every gap, which costs a third of the power.
"""

import math
from typing import NamedTuple

from phare_cli.measuring.bounds import TOLERANCE
from phare_cli.measuring.normal import density, upper_tail
from phare_cli.measuring.student import student_density, student_upper_tail

# Rounding so small beside sampling changes no digit of a chance; its exact formula would lose some.
NEGLIGIBLE = 1e-4


class Rounding(NamedTuple):
    """Half the unit that each of two figures was rounded to, in the unit of the figures; 0 for an exact one."""

    first: float = 0.0
    second: float = 0.0

    @property
    def reach(self) -> float:
        """How far both roundings together may have moved a gap."""
        return self.first + self.second

    @property
    def coarser(self) -> float:
        return max(self.first, self.second)


EXACT = Rounding()


def half_unit(decimals: int) -> float:
    """Return half a unit of the last printed digit of a percentage, as a share: 0.005 for no decimals."""
    return 0.005 / math.pow(10.0, decimals)


def largest_spread(share: float, half: float = 0.0) -> float:
    """Return the largest p (1 - p) of the shares that print as *share*; one outside 0-1 spreads as its edge does."""
    nearest = min(max(0.5, share - half), share + half)
    inside = min(max(nearest, 0.0), 1.0)
    return inside * (1.0 - inside)


def tail_of_printed(
    distance: float, error: float, rounding: Rounding, degrees_of_freedom: float = math.inf
) -> float:
    """Return the chance that a printed gap lies at least *distance* above the true one (below it, if negative).

    *error* is the standard error of the gap before rounding. Two prints of one unit differ by whole units: "at
    least 3" begins anywhere from 2 to 3 before rounding, evenly. One rounded figure beside an exact one: from half
    a unit less to half a unit more.
    """
    half = rounding.coarser
    middle = distance - min(rounding)
    if error == 0.0:
        if half == 0.0:
            return 0.0 if distance > TOLERANCE else 0.5
        return min(max((half - middle) / (2.0 * half), 0.0), 1.0)
    if half < NEGLIGIBLE * error:
        return _tail(middle / error, degrees_of_freedom)
    low, high = (middle - half) / error, (middle + half) / error
    mean = (_summed(high, degrees_of_freedom) - _summed(low, degrees_of_freedom)) / (high - low)
    return min(max(mean, 0.0), 1.0)


def _tail(z: float, degrees_of_freedom: float) -> float:
    if math.isinf(degrees_of_freedom):
        return upper_tail(z)
    return student_upper_tail(z, degrees_of_freedom)


def _summed(z: float, degrees_of_freedom: float) -> float:
    """Return an antiderivative of the upper tail, z Q(z) - f(z); Student's f is taken (df + z^2) / (df - 1) times."""
    if math.isinf(degrees_of_freedom):
        return z * upper_tail(z) - density(z)
    wide = (degrees_of_freedom + z * z) / (degrees_of_freedom - 1.0)
    return z * student_upper_tail(z, degrees_of_freedom) - wide * student_density(z, degrees_of_freedom)
