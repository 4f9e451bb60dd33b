"""Find where a function that falls passes 0."""

from __future__ import annotations

import math
from collections.abc import Callable

_STEPS = 60  # each halves the span at least
_CLOSE = 1e-12  # of the span that was searched


def falling_root(excess: Callable[[float], float], kept: float, beyond: float) -> float:
    """Return the last place, from *kept* towards *beyond*, at which *excess* is above 0; *kept* where none is.

    It is above 0 at *kept*, 0 or less at *beyond*, on either side of it. Ridders' method (1979, IEEE Transactions on
    Circuits and Systems 26:979): the curve is straightened by an exponential, and a jump costs no more than halving.
    """
    above, below = excess(kept), excess(beyond)
    if above <= 0.0:
        return kept
    close = _CLOSE * abs(beyond - kept)
    for _ in range(_STEPS):
        if abs(beyond - kept) <= close:
            break
        middle = (kept + beyond) / 2.0
        found = excess(middle)
        size = math.sqrt(found * found - above * below)
        straightened = middle + (middle - kept) * found / size if size else middle
        for place, height in ((middle, found), (straightened, excess(straightened))):
            if not min(kept, beyond) < place < max(kept, beyond):
                continue
            if height > 0.0:
                kept, above = place, height
            else:
                beyond, below = place, height
    return kept
