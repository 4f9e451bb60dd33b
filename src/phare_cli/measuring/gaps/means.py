"""Means, scores or percentages, with the standard error that their design gave them: one of them, and two apart."""

from __future__ import annotations

import math

from phare_cli.measuring.bounds import Interval
from phare_cli.measuring.gaps.gap_law import GapLaw
from phare_cli.measuring.gaps.nested import require_part
from phare_cli.measuring.rounding import EXACT, Rounding
from phare_cli.measuring.student import student_critical_value, student_degrees


def mean_interval(
    mean: float, error: float, degrees: float | None, conf: float = 0.95, *, half: float = 0.0
) -> Interval:
    """Return Student's interval of a mean on *degrees* of freedom, the normal's without them; *half* is its rounding.

    Raises ``ValueError`` for a negative error.
    """
    if error < 0.0:
        raise ValueError("a standard error is zero or more")
    reach = student_critical_value(conf, math.inf if degrees is None else max(degrees, 1.0)) * error + half
    return Interval(mean - reach, mean + reach)


def means_gap(
    first: float,
    second: float,
    first_error: float,
    second_error: float,
    degrees: tuple[float, float] = (math.inf, math.inf),
    *,
    part: float = 0.0,
    rounding: Rounding = EXACT,
) -> GapLaw:
    """Return what is known of the gap first - second, by Student's t on standard errors of the design.

    *degrees* are those of each variance, together Satterthwaite's (Welch, 1947, Biometrika 34:28). With *part*, the
    first mean is that of a region inside the nation of the second, of whose weighted total it is that part: the
    variance is e1^2 (1 - 2 part) + e2^2, never under (1 - part)^2 e1^2. Raises ``ValueError`` for a negative error.
    """
    if first_error < 0.0 or second_error < 0.0:
        raise ValueError("a standard error is zero or more")
    if part:
        require_part(part)
    ours = (1.0 - part) ** 2 * first_error**2
    theirs = max(second_error**2 - part * part * first_error**2, 0.0)
    total = ours + theirs
    return GapLaw(
        round(first - second, 12),
        lambda at, half: total,
        rounding,
        degrees_of_freedom=student_degrees((ours, theirs), degrees),
    )
