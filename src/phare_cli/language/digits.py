"""Digits to print. The only place that rounds: figures once, half away from zero; intervals outward; plans up."""

from __future__ import annotations

import math
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from decimal import Context, Decimal

MOST_PLANNED = 10_000  # respondents; of a larger plan no more is said than that it is one
_WHOLE = 1e15  # below it a float holds every whole number
_PLAIN = 1e9  # below it a float tells the decimals of its shortest text from their neighbours
_MORE = 8  # decimals that an end of an interval may take not to be printed as 0


@cache
def _exact() -> Context:
    from decimal import Context  # whole numbers need nothing of it

    return Context(prec=400)  # any float has fewer digits than this


def rounded(value: float, decimals: int) -> Decimal | int:
    """Return *value* with *decimals* decimals, half away from zero, and never a negative zero.

    Binary noise does not count: the shortest decimal that reads back as *value* is what is rounded.

    >>> rounded(66.5, 0), rounded(2.5, 0), rounded(-0.04, 1)
    (Decimal('67'), Decimal('3'), Decimal('0.0'))
    """
    if decimals == 0 and abs(value) < _WHOLE and float(value).is_integer():
        return int(value)
    from decimal import ROUND_HALF_UP, Decimal  # whole numbers need nothing of it

    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(value)
    result = exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP, context=_exact())
    return abs(result) if result.is_zero() else result


def in_digits(value: float, decimals: int) -> tuple[str, int]:
    """Return the digits of a rounded number, commas between its thousands, and its sign: -1, 0 or 1.

    >>> in_digits(-1234.56, 1), in_digits(7.1, 1), in_digits(-0.04, 1)
    (('1,234.6', -1), ('7.1', 1), ('0.0', 0))
    """
    exact = value if is_as_printed(value, decimals) else rounded(value, decimals)
    return f"{abs(exact):,.{max(0, decimals)}f}", (exact > 0) - (exact < 0)


def is_as_printed(value: float, decimals: int) -> bool:
    """Tell whether a number has no more than *decimals* decimals: nothing of it is rounded, and Python prints it."""
    if not isinstance(value, float) or abs(value) >= _PLAIN:
        return False
    text = repr(value)
    return "e" not in text and len(text) - text.find(".") - 1 <= decimals


def outward(low: float, high: float, decimals: int) -> tuple[Decimal, Decimal]:
    """Return both ends of an interval with *decimals* decimals, the low one rounded down and the high one up.

    An end that is not 0 does not become 0 unless it stays on the other side of it from the other end: what lies
    above 0 is printed above 0, with more decimals if need be.

    >>> outward(-2.41, 8.02, 0), outward(0.3, 8.02, 0), outward(0.0, 0.04, 1)
    ((Decimal('-3'), Decimal('9')), (Decimal('0.3'), Decimal('8.1')), (Decimal('0.0'), Decimal('0.1')))
    """
    from decimal import ROUND_CEILING, ROUND_FLOOR  # whole numbers need nothing of it

    for places in range(decimals, decimals + _MORE):
        first, last = _ended(low, places, ROUND_FLOOR), _ended(high, places, ROUND_CEILING)
        if (first > 0 or low <= 0) and (last < 0 or high >= 0):
            break
    return first, last


def _ended(value: float, decimals: int, rounding: str) -> Decimal:
    """Return an end of an interval, rounded one way; noise in the twelfth digit takes it no further."""
    from decimal import Decimal

    exact = Decimal(repr(float(f"{value:.12g}")))
    result = exact.quantize(Decimal(1).scaleb(-decimals), rounding=rounding, context=_exact())
    return abs(result) if result.is_zero() else result


def planned(base: float) -> int:
    """Return a base to plan for, rounded up to two significant digits: a plan bears no more, and must not fall short.

    >>> planned(853), planned(30), planned(1201)
    (860, 30, 1300)
    """
    whole = math.ceil(base)
    unit: int = 10 ** max(len(str(whole)) - 2, 0)
    return -(-whole // unit) * unit


def places_of(exact: Decimal) -> int:
    """Return how many decimals a number was rounded to."""
    exponent = exact.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def published(value: float) -> int:
    """Return the decimals of the shortest text that reads back as *value*.

    >>> published(12.5), published(7.0)
    (1, 0)
    """
    if float(value).is_integer():
        return 0
    text = repr(float(value))
    if "e" not in text:
        return len(text.partition(".")[2])
    from decimal import Decimal  # few numbers are so small

    exponent = Decimal(text).normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
