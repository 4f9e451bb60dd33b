"""Two items of one question, asked of the same respondents: their shares are not independent."""

from __future__ import annotations

import math
from typing import Literal

from phare_cli.measuring.bounds import Interval, require_base, require_share
from phare_cli.measuring.normal import critical_value

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


def item_interval(
    first: float, second: float, base: float, response: Response, conf: float = 0.95
) -> Interval:
    """Return the interval of the gap between two items, gap -+ z * sqrt(variance), within -1 and 1.

    Raises ``ValueError`` as :func:`item_variance` does.
    """
    half = critical_value(conf) * math.sqrt(item_variance(first, second, base, response))
    gap = first - second
    return Interval(max(gap - half, -1.0), min(gap + half, 1.0))
