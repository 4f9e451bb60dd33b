"""Two items of one question, asked of the same respondents: their shares are not independent."""

from __future__ import annotations

import math
from typing import Literal

from phare_cli.measuring.bounds import is_over, require_base, require_share
from phare_cli.measuring.normal import upper_tail
from phare_cli.measuring.rounding import Rounding, tail_of_printed

Response = Literal["single", "multiple"]


def overlap(first: float, second: float, response: Response) -> float:
    """Return the share taken to give both items: none in a single response, the least in a multiple one.

    The least, max(0, p1 + p2 - 1), makes the variance of the gap the largest it can be: no verdict rests on
    a guess. Fréchet (1935), Fundamenta Mathematicae 25:379.
    """
    return 0.0 if response == "single" else max(0.0, first + second - 1.0)


def item_variance(first: float, second: float, base: float, response: Response) -> float:
    """Return the variance of the gap between two items, (p1 + p2 - 2 p12 - (p1 - p2)^2) / n.

    Raises ``ValueError`` outside the limits of a share or base.
    Scott and Seber (1983), The American Statistician 37:319; p12 is :func:`overlap`.
    """
    require_share(first, second)
    require_base(base)
    gap = first - second
    spread = first + second
    if response == "multiple" and spread > 1.0:
        # p1 + p2 - 2 (p1 + p2 - 1), without losing what is left when both are nearly 1.
        spread = (1.0 - first) + (1.0 - second)
    return max(0.0, spread - gap * gap) / base


def item_z(first: float, second: float, base: float, response: Response) -> float:
    """Return the z of the gap first - second between two items of one question.

    Equal shares give exactly 0; all against none leaves no variance and gives an infinity. Swapping the
    items flips the sign and nothing else. Raises ``ValueError`` as :func:`item_variance` does.
    """
    variance = item_variance(first, second, base, response)
    if first == second:
        return 0.0
    if variance == 0.0:
        return math.copysign(math.inf, first - second)
    return (first - second) / math.sqrt(variance)


def item_tail(first: float, second: float, base: float, response: Response, half: float = 0.0) -> float:
    """Return the chance of a printed gap first - second at least as large, were both items given as often.

    *half* is half the unit that both were rounded to; it hides the gap that varies most, and nothing is settled by
    a gap that both roundings cover. Raises ``ValueError`` as :func:`item_variance` does.
    """
    if half == 0.0:
        return upper_tail(item_z(first, second, base, response))
    gap = round(first - second, 12)
    rounding = Rounding(half, half)
    if not is_over(gap, rounding.reach):
        return 1.0
    error = math.sqrt(item_variance(first, second, base, response) + rounding.reach / base)
    return tail_of_printed(gap, error, rounding)
