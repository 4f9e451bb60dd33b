"""What is known of a gap: the chance of one as large if there were none, and the gaps that this does not rule out.

The interval holds every gap that the test would not reject at the same level: a test and its interval can never
contradict one another, which two formulas apart (a pooled test, Newcombe's interval) do in up to 5 % of samples.
"""

import math
from collections.abc import Callable
from typing import NamedTuple

from phare_cli.measuring.bounds import TOLERANCE, Interval, is_over, require_conf
from phare_cli.measuring.gaps.root import falling_root
from phare_cli.measuring.rounding import EXACT, Rounding, tail_of_printed

_BESIDE = 1e-6  # so near to a gap, a share that is not known exactly varies already

Spread = Callable[[float, float], float]
"""The variance of a gap, were the true one what is handed over first, and each figure known to within the second."""


class GapLaw(NamedTuple):
    """A gap as printed, first less second, and how far sampling and rounding may take it from the true one.

    *bound* is the largest gap there can be, *degrees_of_freedom* those of the variance (infinite: the normal).
    """

    gap: float
    spread: Spread
    rounding: Rounding = EXACT
    bound: float = math.inf
    degrees_of_freedom: float = math.inf

    def variance(self, at: float) -> float:
        """Return the variance of the gap, were *at* the true one: the largest that rounding allows."""
        return max(self.spread(at, self.rounding.coarser), 0.0)

    @property
    def score(self) -> float:
        """The gap in standard errors, as printed and were there none; infinite where these are 0 and the gap is not."""
        error = math.sqrt(max(self.spread(0.0, 0.0), 0.0))
        if self.gap == 0.0:
            return 0.0
        return self.gap / error if error > 0.0 else math.copysign(math.inf, self.gap)

    @property
    def is_within_rounding(self) -> bool:
        """Whether both figures may have been one before they were rounded; False where nobody rounded them."""
        return self.rounding.reach > 0.0 and not is_over(abs(self.gap), self.rounding.reach)

    def as_printed(self) -> "GapLaw":
        """Return the same law for figures that nobody rounded."""
        return self._replace(rounding=EXACT)


def degrees_together(variances: tuple[float, float], degrees: tuple[float, float]) -> float:
    """Return the degrees of freedom of two variances together; infinite, the normal, where both are."""
    if math.isinf(degrees[0]) and math.isinf(degrees[1]):
        return math.inf
    from phare_cli.measuring.student import student_degrees  # few designs tell their degrees of freedom

    return student_degrees(variances, degrees)


def turned(law: GapLaw) -> GapLaw:
    """Return the law of the same gap, second less first."""
    return law._replace(
        gap=-law.gap,
        spread=lambda at, half: law.spread(-at, half),
        rounding=Rounding(law.rounding.second, law.rounding.first),
    )


def p_value(law: GapLaw, at: float = 0.0) -> float:
    """Return the chance of a printed gap as far from *at*, either side, were *at* the true one."""
    error = math.sqrt(law.variance(at))
    one_side = tail_of_printed(abs(law.gap - at), error, law.rounding, law.degrees_of_freedom)
    return min(1.0, 2.0 * one_side)


def interval(law: GapLaw, conf: float = 0.95) -> Interval:
    """Return the gaps that the test would not reject at 1 - *conf*, and those that rounding alone hides.

    For exact shares it is the score interval (Mee, 1984, Biometrics 40:1175) with the restricted shares taken by
    least squares (Wallenstein, 1997, Statistics in Medicine 16:1329), half a point from the likeliest ones at most
    on bases of 50 and more.
    """
    require_conf(conf)
    low, high = _end(law, conf, -1.0), _end(law, conf, 1.0)
    reach = law.rounding.reach
    return Interval(max(min(low, law.gap - reach), -law.bound), min(max(high, law.gap + reach), law.bound))


def _end(law: GapLaw, conf: float, direction: float) -> float:
    """Return where, on one side of the gap, true gaps begin to be rejected."""
    alpha = 1.0 - conf

    def is_kept(at: float) -> bool:
        return is_over(p_value(law, at), alpha)

    # Where nobody gave an answer, or everybody, no gap at all has no spread: those beside it have.
    at_hand = max(map(law.variance, (law.gap, 0.0))) or law.variance(law.gap + direction * _BESIDE)
    step = math.sqrt(at_hand) + law.rounding.reach
    if step == 0.0:
        return law.gap
    kept, rejected = law.gap, law.gap + direction * step
    while is_kept(rejected):
        if abs(rejected) >= law.bound:
            return direction * law.bound
        step *= 2.0
        kept, rejected = rejected, max(-law.bound, min(law.gap + direction * step, law.bound))
    # No gap at all is looked at by itself: the end stands on the side of it that the test says.
    if min(kept, rejected) < 0.0 < max(kept, rejected):
        kept, rejected = (0.0, rejected) if is_kept(0.0) else (kept, 0.0)
    return falling_root(lambda at: p_value(law, at) - alpha * (1.0 + TOLERANCE), kept, rejected)
