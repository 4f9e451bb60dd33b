"""Intervals of one share agree with statsmodels and R, and keep their laws."""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special
from statsmodels.stats.proportion import proportion_confint

from phare_cli.measuring.proportions import (
    clopper_pearson,
    degrees_of_freedom_base,
    korn_graubard,
    wilson,
)

BASES = [1, 2, 7.3, 29.99, 30, 100, 502.5, 1003, 20_000, 1_000_000]
SHARES = [0.0, 0.003, 0.05, 0.31, 0.5, 0.57, 0.9, 0.999, 1.0]
CONFS = [0.8, 0.9, 0.95, 0.99]
GRID = list(itertools.product(SHARES, BASES, CONFS))

shares = st.floats(0, 1)
bases = st.floats(1, 1e6)
confs = st.floats(0.5, 0.999)


def test_wilson_equals_statsmodels() -> None:
    expected = [
        proportion_confint(share * base, base, alpha=1 - conf, method="wilson") for share, base, conf in GRID
    ]

    found = [wilson(share, base, conf) for share, base, conf in GRID]

    assert found == [pytest.approx(interval, abs=1e-9) for interval in expected]


def test_clopper_pearson_equals_statsmodels() -> None:
    expected = [
        proportion_confint(share * base, base, alpha=1 - conf, method="beta") for share, base, conf in GRID
    ]

    found = [clopper_pearson(share * base, base, conf) for share, base, conf in GRID]

    assert found == [pytest.approx(interval, abs=1e-9) for interval in expected]


@pytest.mark.parametrize("base", [1, 2, 3, 10, 37])
def test_clopper_pearson_equals_statsmodels_for_every_count(base: int) -> None:
    expected = [proportion_confint(count, base, method="beta") for count in range(base + 1)]

    found = [clopper_pearson(count, base) for count in range(base + 1)]

    assert found == [pytest.approx(interval, abs=1e-9) for interval in expected]


@given(shares, bases, confs)
def test_wilson_stays_within_zero_and_one_and_holds_the_share(share: float, base: float, conf: float) -> None:
    low, high = wilson(share, base, conf)

    assert 0 <= low <= share <= high <= 1


@given(shares, bases, st.floats(1.01, 10), confs)
def test_wilson_narrows_with_the_base(share: float, base: float, more: float, conf: float) -> None:
    wide, narrow = wilson(share, base, conf), wilson(share, base * more, conf)

    assert narrow.high - narrow.low < wide.high - wide.low


@given(shares, bases, confs)
def test_wilson_mirrors_when_yes_becomes_no(share: float, base: float, conf: float) -> None:
    low, high = wilson(share, base, conf)

    assert wilson(1 - share, base, conf) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@given(shares, st.floats(1, 3000), confs)
def test_clopper_pearson_holds_the_share(share: float, base: float, conf: float) -> None:
    low, high = clopper_pearson(share * base, base, conf)

    assert 0 <= low <= share + 1e-12
    assert share - 1e-12 <= high <= 1


@given(st.integers(1, 500), st.data())
def test_clopper_pearson_mirrors_when_yes_becomes_no(base: int, data: st.DataObject) -> None:
    count = data.draw(st.integers(0, base))
    low, high = clopper_pearson(count, base)

    assert clopper_pearson(base - count, base) == pytest.approx((1 - high, 1 - low), abs=1e-12)


@pytest.mark.parametrize(("share", "end"), [(0.0, "low"), (1.0, "high")])
def test_intervals_end_exactly_at_nobody_and_everybody(share: float, end: str) -> None:
    assert getattr(wilson(share, 50), end) == share
    assert getattr(korn_graubard(share, 50), end) == share


# R 4.2.2, survey 4.1.1:
#   data(api)
#   d <- svydesign(id = ~dnum, weights = ~pw, data = apiclus1, fpc = ~fpc)
#   x <- svyciprop(~I(stype == "E"), d, method = "beta", level = .95)
#   c(coef(x), attr(x, "var"), nrow(d), degf(d), attr(x, "ci"))
# then stype == "H", and awards == "Yes" with level = .9; then
#   s <- svydesign(id = ~1, strata = ~stype, weights = ~pw, data = apistrat, fpc = ~fpc)
# with awards == "Yes", and api00 > 800 with level = .99.
SVYCIPROP = [
    (0.95, 0.786885245901639, 0.00214707620415116, 183, 14, 0.668785080843058, 0.878053063673316),
    (0.95, 0.0765027322404372, 0.000718787845550315, 183, 14, 0.0296381062071703, 0.156022548788452),
    (0.90, 0.710382513661202, 0.00109020810541911, 183, 14, 0.64697833951993, 0.768068505188668),
    (0.95, 0.638936064050578, 0.00118376719323479, 200, 197, 0.567218701479749, 0.706354783014459),
    (0.99, 0.153637389773363, 0.000823496766281501, 200, 197, 0.0879741243381814, 0.241016536049399),
]


@pytest.mark.parametrize(("conf", "share", "variance", "base", "degrees", "low", "high"), SVYCIPROP)
def test_korn_graubard_gives_what_r_gives(
    conf: float, share: float, variance: float, base: int, degrees: int, low: float, high: float
) -> None:
    effective = share * (1 - share) / variance

    found = korn_graubard(share, effective, conf, base=base, degrees_of_freedom=degrees)

    assert found == pytest.approx((low, high), abs=1e-9)


@pytest.mark.parametrize("share", SHARES)
def test_korn_graubard_without_a_design_is_the_beta_interval_of_the_effective_base(share: float) -> None:
    count, rest = share * 181.4, (1 - share) * 181.4
    low = float(special.betaincinv(count, rest + 1, 0.025)) if share > 0 else 0.0
    high = float(special.betaincinv(count + 1, rest, 0.975)) if share < 1 else 1.0

    assert korn_graubard(share, 181.4) == pytest.approx((low, high), abs=1e-9)


def test_an_effective_base_is_never_taken_above_the_respondents() -> None:
    assert korn_graubard(0.4, 150, base=100) == korn_graubard(0.4, 100)


def test_few_degrees_of_freedom_widen_the_interval() -> None:
    strict = korn_graubard(0.4, 100, base=200, degrees_of_freedom=5)
    loose = korn_graubard(0.4, 100, base=200)

    assert strict.low < loose.low < loose.high < strict.high


def test_degrees_of_freedom_without_a_base_are_refused() -> None:
    with pytest.raises(ValueError, match="base"):
        korn_graubard(0.4, 100, degrees_of_freedom=14)


@pytest.mark.parametrize("count", [-1, 11, math.nan])
def test_a_count_outside_its_base_is_refused(count: float) -> None:
    with pytest.raises(ValueError, match="count"):
        clopper_pearson(count, 10)


def test_two_respondents_are_enough_for_degrees_of_freedom() -> None:
    # Student's critical values at one degree cancel out.
    assert degrees_of_freedom_base(1.5, base=2, degrees_of_freedom=1) == pytest.approx(1.5)
    with pytest.raises(ValueError, match="degrees of freedom"):
        degrees_of_freedom_base(1.5, base=1.99, degrees_of_freedom=1)


def test_degrees_of_freedom_are_counted_at_95_percent_unless_told() -> None:
    told = degrees_of_freedom_base(80, 0.95, base=100, degrees_of_freedom=9)

    assert degrees_of_freedom_base(80, base=100, degrees_of_freedom=9) == told
    assert degrees_of_freedom_base(80, 0.5, base=100, degrees_of_freedom=9) != told
