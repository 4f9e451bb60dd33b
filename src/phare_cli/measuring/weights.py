"""What weighting costs: Kish's design effect and the base that is left after it."""

from __future__ import annotations

import math
from collections.abc import Sequence


def effective_base(weights: Sequence[float]) -> float:
    """Return (sum of weights)^2 / sum of squared weights: the unweighted base that would say as much.

    Zero weights are not respondents and change nothing; no respondent at all gives 0. The scale of the
    weights does not matter. Raises ``ValueError`` when a weight is negative or not finite. Kish (1965),
    Survey Sampling, 11.7.
    """
    _require_weights(weights)
    largest = max(weights, default=0.0)
    if largest == 0.0:
        return 0.0
    # Divided by the largest first, so that squares neither overflow nor vanish.
    scaled = [weight / largest for weight in weights]
    return math.fsum(scaled) ** 2 / math.fsum(weight * weight for weight in scaled)


def design_effect(weights: Sequence[float]) -> float:
    """Return Kish's deff, n * sum(w^2) / (sum w)^2, n being the number of weights above zero.

    Raises ``ValueError`` when a weight is negative or not finite, and when no weight is above zero.
    """
    respondents = sum(weight > 0.0 for weight in weights)
    if respondents == 0:
        raise ValueError("no weight is above zero")
    return respondents / effective_base(weights)


def _require_weights(weights: Sequence[float]) -> None:
    for weight in weights:
        if not 0.0 <= weight < math.inf:
            raise ValueError(f"a weight is a finite number, zero or more, not {weight!r}")
