"""How far a share of a sample may lie from the share of its population."""

from __future__ import annotations

import math

from phare_cli.measuring.bounds import Interval, require_base, require_conf, require_share
from phare_cli.measuring.normal import critical_value


def wilson(
    share: float, base: float, conf: float = 0.95, *, degrees_of_freedom: float | None = None
) -> Interval:
    """Return Wilson's interval for a share of a base.

    *share* is 0-1, *base* may be fractional (an effective base). Both ends stay in 0-1 and hold the share.
    Raises ``ValueError`` outside those limits.
    With *degrees_of_freedom* of a design, Student's t stands in place of the normal's critical value.
    Wilson (1927), JASA 22:209; equals statsmodels ``proportion_confint(method="wilson")``.
    """
    require_share(share)
    require_base(base)
    z = _critical(conf, degrees_of_freedom)
    square = z * z / base
    centre = share + square / 2.0
    half = z * math.sqrt(share * (1.0 - share) / base + square / (4.0 * base))
    low, high = (centre - half) / (1.0 + square), (centre + half) / (1.0 + square)
    return Interval(min(max(low, 0.0), share), max(min(high, 1.0), share))


def wilson_of_printed(
    share: float,
    base: float,
    conf: float = 0.95,
    *,
    half: float = 0.0,
    degrees_of_freedom: float | None = None,
) -> Interval:
    """Return Wilson's interval for a share that was printed to within *half*: of every share that prints so.

    From the low end of the least of them to the high end of the greatest, which covers as often as it says
    whatever the true share and however large the base. Raises ``ValueError`` as :func:`wilson` does.
    """
    degrees = degrees_of_freedom
    if half == 0.0:
        return wilson(share, base, conf, degrees_of_freedom=degrees)
    return Interval(
        wilson(max(share - half, 0.0), base, conf, degrees_of_freedom=degrees).low,
        wilson(min(share + half, 1.0), base, conf, degrees_of_freedom=degrees).high,
    )


def _critical(conf: float, degrees_of_freedom: float | None) -> float:
    if degrees_of_freedom is None:
        return critical_value(conf)
    from phare_cli.measuring.student import student_critical_value  # few bases come with degrees of freedom

    return student_critical_value(conf, max(degrees_of_freedom, 1.0))


def clopper_pearson(count: float, base: float, conf: float = 0.95) -> Interval:
    """Return the "exact" interval for *count* respondents of *base*; both may be fractional.

    Raises ``ValueError`` when the count is not within 0 and the base.
    Clopper and Pearson (1934), Biometrika 26:404; equals statsmodels ``proportion_confint(method="beta")``.
    """
    require_base(base)
    require_conf(conf)
    if not 0.0 <= count <= base:
        raise ValueError(f"a count lies within 0 and its base {base!r}, not {count!r}")
    alpha = 1.0 - conf
    return Interval(_lower_end(count, base, alpha), 1.0 - _lower_end(base - count, base, alpha))


def korn_graubard(
    share: float,
    effective_base: float,
    conf: float = 0.95,
    *,
    base: float | None = None,
    degrees_of_freedom: float | None = None,
) -> Interval:
    """Return Clopper and Pearson's interval on the effective base, as Korn and Graubard adapt it to surveys.

    With *degrees_of_freedom* of the design (clusters less strata) and the unweighted *base* n, the
    effective base becomes n*_df = n_eff (t(n-1) / t(df))^2. With *base*, n*_df is never above n, as the
    NCHS does. Raises ``ValueError`` when degrees of freedom come without a base of at least 2. Korn and
    Graubard (1998), Survey Methodology 24:193; equals R's ``survey::svyciprop(method = "beta")``.
    """
    require_share(share)
    adjusted = degrees_of_freedom_base(effective_base, conf, base=base, degrees_of_freedom=degrees_of_freedom)
    return clopper_pearson(share * adjusted, adjusted, conf)


def degrees_of_freedom_base(
    effective_base: float,
    conf: float = 0.95,
    *,
    base: float | None = None,
    degrees_of_freedom: float | None = None,
) -> float:
    """Return n*_df, the base :func:`korn_graubard` uses; *effective_base* when nothing else is given."""
    require_base(effective_base)
    adjusted = effective_base
    if degrees_of_freedom is not None:
        if base is None or base < 2.0:
            raise ValueError("degrees of freedom need the unweighted base, of 2 or more")
        from phare_cli.measuring.student import (
            student_critical_value,  # few bases come with degrees of freedom
        )

        ratio = student_critical_value(conf, base - 1.0) / student_critical_value(conf, degrees_of_freedom)
        adjusted *= ratio * ratio
    return adjusted if base is None else min(adjusted, base)


def _lower_end(count: float, base: float, alpha: float) -> float:
    """Return the share under which *count* or more would have a probability of alpha / 2 at most."""
    # Under such a count the end is smaller than any floating point number.
    if count < 1e-9:
        return 0.0
    from phare_cli.measuring.beta import inverse_incomplete_beta  # most shares are settled without it

    return inverse_incomplete_beta(count, base - count + 1.0, alpha / 2.0)
