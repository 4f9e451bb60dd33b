"""Divide whole numbers by powers of ten, to the double nearest to the quotient: what ``float`` makes of the digits.

The rest that a division leaves is had exactly (Dekker, "A floating-point technique for extending the available
precision", 1971) and corrects it. Where that leaves a doubt of the last bit, the quotient is said to be doubtful.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Doubles = NDArray[np.float64]
MOST_DIGITS = 18  # whole numbers below 2**63
_POWERS = np.power(10.0, np.arange(MOST_DIGITS + 1))  # each of them exact
_EXPONENT = np.uint64(0x7FF0000000000000)
_SPLIT = float((1 << 27) + 1)
_DOUBT = 2.0**-30  # of half the last bit; what is left out below comes to less than 2**-48 of it


def quotients(whole: NDArray[np.uint64], tens: NDArray[np.integer]) -> tuple[Doubles, NDArray[np.bool_]]:
    """Return *whole* numbers of up to MOST_DIGITS divided by 10 ** *tens*, and which of these are doubtful."""
    numbers = whole.view(np.int64)
    near = numbers.astype(np.float64)
    divisor = _POWERS[tens]
    found = near / divisor
    product = found * divisor
    rest = near - product
    rest -= _left_out(found, divisor, product)
    rest += numbers - near.astype(np.int64)
    rest /= divisor
    exact = found + rest
    lost = rest - (exact - found)
    half = (exact.view(np.uint64) & _EXPONENT).view(np.float64) * 2.0**-53
    lost = np.abs(lost)
    near_to = half * _DOUBT
    is_doubtful: NDArray[np.bool_] = np.abs(lost - half) <= near_to
    # Below a power of two the doubles lie twice as near.
    is_doubtful |= np.abs(lost - half / 2) <= near_to
    return exact, is_doubtful


def _left_out(one: Doubles, other: Doubles, product: Doubles) -> Doubles:
    """Return what rounding took from a product of two doubles."""
    one_high, one_low = _parts(one)
    other_high, other_low = _parts(other)
    left: Doubles = one_high * other_high - product
    left += one_high * other_low
    left += one_low * other_high
    left += one_low * other_low
    return left


def _parts(number: Doubles) -> tuple[Doubles, Doubles]:
    """Return the higher and the lower bits of doubles, 26 and less each."""
    far = number * _SPLIT
    high: Doubles = far - (far - number)
    return high, number - high
