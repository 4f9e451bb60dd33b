"""Questions of any numbers against R's survey: means, totals, ratios, counts, medians, by every kind of design.

    library(survey)
    i <- 1:240
    d <- data.frame(
      region = c("Bretagne","Normandie","Occitanie")[(i * 7 + i %/% 5) %% 3 + 1],
      strate = c("a","b","c","d")[(i * i + i %/% 7) %% 4 + 1],
      grappe = (i * 11) %% 24,
      poids = 0.5 + ((i * 37) %% 50) / 25,
      revenu = 900 + (i * i * 31 + i * 17) %% 2900 + ((i * 13) %% 100) / 100 - 200 * ((i * 5) %% 7 == 0),
      taille = 1 + (i * 3 + i %/% 4) %% 5,
      note = (i * i + 3 * i) %% 11)
    d$N <- c(a = 400, b = 300, c = 250, d = 500)[d$strate]
    des <- svydesign(ids = ~1, weights = ~poids, data = d)
    str <- svydesign(ids = ~1, strata = ~strate, weights = ~poids, data = d)
    fpc <- svydesign(ids = ~1, strata = ~strate, weights = ~poids, fpc = ~N, data = d)
    clu <- svydesign(ids = ~grappe, weights = ~poids, data = d)
    stc <- svydesign(ids = ~grappe, strata = ~strate, weights = ~poids, data = d, nest = TRUE)
    x <- update(subset(str, region == "Bretagne"), one = 1)  # and so on
    svymean(~revenu, x); svytotal(~revenu, x); svyratio(~revenu, ~taille, x); svytotal(~one, x)
    svyquantile(~revenu, x, .5, qrule = "school")            # interval.type = "mean": Woodruff's

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

import math
import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy import stats

from phare_cli.language.typeset import Typesetter
from phare_cli.measuring.quantiles import Quantiles
from phare_cli.measuring.student import student_critical_value
from phare_cli.nouns.errors import WrongOption
from phare_cli.recipes.tabulate.populations import Domain
from phare_cli.recipes.tabulate.sampling_design import Design
from phare_cli.recipes.tabulate.variances.drawn_sample import DrawnSample
from phare_cli.recipes.tabulate.variances.number_estimates import number_estimate
from phare_cli.recipes.tabulate.variances.precision_of import Precision
from phare_cli.respondents.engine.counts import Sum
from phare_cli.respondents.engine.exact import Exact
from phare_cli.respondents.engine.number_rows import NumberRows
from phare_cli.respondents.specs.spec_file import parse_spec

COLUMNS = ("region", "strate", "grappe", "poids", "revenu", "taille", "note")
ROWS = [
    (
        ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3],
        "abcd"[(i * i + i // 7) % 4],
        (i * 11) % 24,
        0.5 + ((i * 37) % 50) / 25,
        round(900 + (i * i * 31 + i * 17) % 2900 + ((i * 13) % 100) / 100 - 200 * ((i * 5) % 7 == 0), 2),
        1 + (i * 3 + i // 4) % 5,
        (i * i + 3 * i) % 11,
    )
    for i in range(1, 241)
]
TOP = 'region = "region"\nstakeholder = "=citizens"\nweight = "poids"\nnation = true\n'
NUMBERS = (
    '[[question]]\nindicator = "revenu"\nkind = "number"\ncolumn = "revenu"\nunit = "€"\n'
    'statistics = ["mean", "total", "count", "median", "minimum", "maximum"]\n'
    '[[question]]\nindicator = "par tête"\nkind = "number"\ncolumn = "revenu"\nper = "taille"\nunit = "€"\n'
)
ONE = (
    'region = "=Bretagne"\nstakeholder = "=citizens"\n{top}'
    '[[question]]\nindicator = "q"\nkind = "number"\ncolumn = "Q"\nunit = "km"\n'
)
# design, region, then estimate and error of the mean, total, ratio, count; the median with its interval and error
ORACLE = [
    ("des", "France", (2259.247975391, 59.435636658), (807907.076000, 29557.955588),
     (759.882501881, 31.529908752), (357.600000000, 8.940079469),
     (2280.640000000, 2040.600000000, 2514.270000000, 120.224510098)),
    ("des", "Bretagne", (2376.163785840, 91.575700154), (324869.112800, 31607.937336),
     (805.088007534, 50.239117317), (136.720000000, 12.206753327),
     (2480.450000000, 2060.650000000, 2810.150000000, 188.767062371)),
    ("str", "France", (2259.247975391, 59.253649863), (807907.076000, 29613.756476),
     (759.882501881, 31.586283500), (357.600000000, 8.993656796),
     (2280.640000000, 2040.600000000, 2514.420000000, 120.254802332)),
    ("str", "Bretagne", (2376.163785840, 92.003451930), (324869.112800, 31794.708936),
     (805.088007534, 50.347554972), (136.720000000, 12.283735268),
     (2480.450000000, 2060.650000000, 2810.150000000, 188.687670219)),
    ("fpc", "France", (2259.247975391, 53.119965410), (807907.076000, 26544.388045),
     (759.882501881, 28.323591267), (357.600000000, 8.103183396),
     (2280.640000000, 2060.400000000, 2458.580000000, 101.057484261)),
    ("fpc", "Bretagne", (2376.163785840, 83.071677728), (324869.112800, 28583.157371),
     (805.088007534, 45.744572908), (136.720000000, 11.057001611),
     (2480.450000000, 2110.900000000, 2740.600000000, 158.527853152)),
    ("clu", "France", (2259.247975391, 62.768566518), (807907.076000, 24860.040865),
     (759.882501881, 21.830188926), (357.600000000, 5.208688394),
     (2280.640000000, 2028.730000000, 2514.670000000, 117.452979544)),
    ("clu", "Bretagne", (2376.163785840, 75.337931567), (324869.112800, 14759.518869),
     (805.088007534, 73.864840243), (136.720000000, 3.853851828),
     (2480.450000000, 2110.900000000, 2740.600000000, 152.200150675)),
    ("stc", "France", (2259.247975391, 55.346299883), (807907.076000, 40772.083492),
     (759.882501881, 26.201532554), (357.600000000, 15.752521951),
     (2280.640000000, 2060.400000000, 2458.580000000, 100.242370284)),
    ("stc", "Bretagne", (2376.163785840, 83.561108259), (324869.112800, 27005.705501),
     (805.088007534, 52.236366880), (136.720000000, 10.030008886),
     (2480.450000000, 2110.900000000, 2740.600000000, 158.014116511)),
]  # fmt: skip


@pytest.fixture
def designed(
    run: Callable[..., Any], csv_text: Callable[..., str], write: Callable[..., str]
) -> Callable[[str], Any]:
    """Return the results of NUMBERS by one of the designs of ORACLE."""

    def tabulated(design: str) -> Any:
        spec = parse_spec(TOP + NUMBERS, "spec.toml")
        if design in ("str", "fpc", "stc"):
            spec = replace(spec, strata=("strate",))
        if design in ("clu", "stc"):
            spec = replace(spec, clusters=("grappe",))
        sizes = csv_text(("strate", "population"), [("a", 400), ("b", 300), ("c", 250), ("d", 500)])
        more = {"population": write(sizes, "population.csv")} if design == "fpc" else {}
        return run(spec, csv_text(COLUMNS, ROWS), **more)

    return tabulated


@pytest.mark.parametrize(("design", "region", "mean", "total", "ratio", "count", "median"), ORACLE)
def test_statistics_of_numbers_are_those_of_r(
    designed: Callable[[str], Any],
    design: str,
    region: str,
    mean: tuple[float, float],
    total: tuple[float, float],
    ratio: tuple[float, float],
    count: tuple[float, float],
    median: tuple[float, ...],
) -> None:
    results = designed(design)

    def found(item: str) -> tuple[float, float]:
        estimate = results.one(item, region=region)
        return estimate.value, estimate.standard_error

    assert found("mean") == pytest.approx(mean, abs=1e-6)
    assert found("total") == pytest.approx(total, abs=1e-5)
    assert found("ratio") == pytest.approx(ratio, abs=1e-6)
    assert found("count") == pytest.approx(count, abs=1e-6)
    middle = results.one("median", region=region)
    assert (middle.value, middle.interval_low, middle.interval_high) == pytest.approx(median[:3], abs=1e-6)
    assert middle.standard_error == pytest.approx(median[3], abs=1e-6)


@pytest.mark.parametrize(
    ("design", "region", "degrees"), [("str", "Bretagne", None), ("clu", "France", 24 - 1)]
)
def test_the_interval_of_a_mean_is_students(
    designed: Callable[[str], Any], design: str, region: str, degrees: int | None
) -> None:
    """As ``confint(svymean(~revenu, x), df = degf(x))`` of clusters, else with the effective base less one."""
    results = designed(design)
    mean, error = next(row[2] for row in ORACLE if row[:2] == (design, region))
    half = stats.t.ppf(0.975, degrees or results.one("mean", region=region).effective_base - 1.0) * error

    assert results.interval("mean", region) == pytest.approx((mean - half, mean + half), abs=1e-6)


def test_the_lowest_and_the_highest_are_those_of_the_respondents(designed: Callable[[str], Any]) -> None:
    results = designed("des")

    numbers = [row[4] for row in ROWS if row[0] == "Bretagne"]
    assert results.one("minimum", region="Bretagne").value == min(numbers)
    assert results.one("maximum", region="Bretagne").value == max(numbers)
    assert results.one("maximum", region="Bretagne").standard_error is None


def test_neither_the_order_of_rows_nor_the_size_of_blocks_shows_in_a_digit(
    run: Callable[..., Any], csv_text: Callable[..., str]
) -> None:
    shuffled = random.Random(7).sample(ROWS, len(ROWS))

    first = run(TOP + NUMBERS, csv_text(COLUMNS, ROWS)).estimates
    again = run(TOP + NUMBERS, csv_text(COLUMNS, shuffled), block_size=512).estimates

    assert {each.key: each for each in again} == {each.key: each for each in first}


@pytest.mark.parametrize(
    ("numbers", "weights", "median"),
    [
        ([1, 2, 3], [1, 1, 1], 2),
        ([1, 2, 3, 4], [1, 1, 1, 1], 2.5),
        ([5], [2], 5),
        ([1, 2, 3], [1, 1, 5], 3),
        ([1, 2], [1, 1], 1.5),
        ([0.1, 0.2, 0.3, 0.4], [0.1, 0.2, 0.1, 0.2], 0.25),
    ],
)
def test_a_median_is_that_of_school(numbers: list[float], weights: list[float], median: float) -> None:
    assert Quantiles(numbers, weights).at(0.5) == pytest.approx(median)


@pytest.mark.parametrize(
    ("rows", "value", "base"),
    [
        ("12\n8\n\n99\n", 10, 2),  # an empty cell and a declared one are no numbers
        ("12,5\n7,5\n", 10, 2),
        ("-5\n25\n", 10, 2),
        ("1 200\n1 000\n", 1100, 2),
    ],
)
def test_any_number_is_read(run: Callable[..., Any], rows: str, value: float, base: int) -> None:
    spec = ONE.format(top='missing = ["99"]\n')

    found = run(spec, "Q;A\n" + "".join(f"{row};1\n" for row in rows.splitlines()), nation=None).estimates[0]

    assert (found.value, found.base, found.unit, found.measure) == (value, base, "km", "mean")


@pytest.mark.parametrize(
    ("more", "rows", "code", "said"),
    [
        ("", "12\nbeaucoup\n", "not-a-number", "1 cell, the first here, is no number"),
        ("lowest = 0\nhighest = 100\n", "12\n120\n-1\n", "out-of-range", "2 answers, the first here, do not lie"),
        ("", "1.234\n2.345\n987\n", "mixed-decimal", "may have three decimals or a mark between thousands"),
        ("", "1.5\n2,5\n", "mixed-decimal", "both decimal commas and decimal points"),
        ('per = "B"\nstatistics = ["mean"]\n', "1\n", "wrong-spec", "per goes with ratio"),
        ('statistics = ["ratio"]\n', "1\n", "wrong-spec", "per goes with ratio"),
        ('statistics = ["medain"]\n', "1\n", "wrong-spec", "Did you mean median?"),
        ('statistics = "mean"\n', "1\n", "wrong-spec", "statistics is a list"),
        ('options = ["1"]\n', "1\n", "wrong-spec", "a question of kind number has no options"),
    ],
)  # fmt: skip
def test_what_is_no_number_or_no_statistic_is_refused(
    problems: Callable[..., Any], more: str, rows: str, code: str, said: str
) -> None:
    cells = "".join(f"{row};1\n" for row in rows.splitlines())

    [(found, _, _, sentence)] = problems(ONE.format(top="") + more, "Q;B\n" + cells, nation=None)

    assert (found, said in sentence) == (code, True), sentence


@pytest.mark.parametrize("unit", ["%", "percent", "count", "score/10", ""])
def test_a_unit_that_says_what_else_a_figure_is_is_refused(problems: Callable[..., Any], unit: str) -> None:
    spec = ONE.format(top="").replace('unit = "km"', f'unit = "{unit}"')

    assert [code for code, *_ in problems(spec, "Q\n1\n", nation=None)] == ["wrong-spec"]


def test_statistics_are_called_as_the_spec_names_them(run: Callable[..., Any]) -> None:
    spec = ONE.format(top="") + 'statistics = { "moyenne" = "mean", "médiane" = "median" }\n'

    found = run(spec, "Q\n1\n2\n6\n", nation=None).estimates

    assert [(each.indicator, each.item, each.value) for each in found] == [
        ("q (moyenne)", "moyenne", 3),
        ("q (médiane)", "médiane", 2),
    ]


def test_a_number_that_all_gave_alike_tells_of_no_error(run: Callable[..., Any]) -> None:
    spec = ONE.format(top="") + 'statistics = ["mean", "median"]\n'

    found = run(spec, "Q\n" + "3\n" * 40, nation=None).estimates

    assert [(each.value, each.standard_error, each.interval_low) for each in found] == [(3, None, None)] * 2


def test_a_ratio_to_nothing_is_no_result(run: Callable[..., Any]) -> None:
    found = run(ONE.format(top="") + 'per = "B"\n', "Q,B\n1,0\n2,0\n", nation=None)

    assert found.estimates == ()


def test_a_total_of_weights_that_stand_for_nobody_else_is_told(run: Callable[..., Any]) -> None:
    found = run(ONE.format(top="") + 'statistics = ["total"]\n', "Q\n1\n2\n", nation=None)

    assert any("this total is that of the sample" in notice for notice in found.notices)


def test_numbers_are_not_published_where_few_are_to_be_hidden(run: Callable[..., Any]) -> None:
    with pytest.raises(WrongOption) as raised:
        run(ONE.format(top=""), "Q\n1\n2\n", nation=None, min_count=5)

    assert "--min-count hides counts, and no numbers" in Typesetter("en").say(raised.value.message)


def test_numbers_of_some_respondents_alone(run: Callable[..., Any]) -> None:
    found = run(ONE.format(top="where = 'A = 1'\n"), "Q,A\n10,1\n20,1\n900,2\n", nation=None).estimates[0]

    assert (found.value, found.base, found.universe) == (15, 2, "A = 1")


def test_breakdowns_have_numbers_of_their_own(run: Callable[..., Any]) -> None:
    spec = ONE.format(top='segment = ["A", "B"]\n')

    found = run(spec, "Q,A,B\n10,x,u\n20,x,v\n60,y,v\n", nation=None).estimates

    assert {each.segment: each.value for each in found} == {"": 30, "x": 15, "y": 60, "u": 10, "v": 40}


REPEATED = 1000


# What people have: a skewed number, and how many of them share it, in strata of unlike means.
def _people(random_: random.Random) -> dict[int, list[tuple[float, float]]]:
    people: dict[int, list[tuple[float, float]]] = {}
    for stratum, (centre, size) in enumerate([(1.0, 1500), (1.6, 900), (2.4, 600)]):
        for _ in range(size):
            household = 1.0 + int(random_.expovariate(0.8))
            amount = math.exp(random_.gauss(centre, 0.6)) * household**0.4
            people.setdefault(stratum, []).append((amount, household))
    return people


def _students(value: float, precision: Precision) -> tuple[float, float]:
    degrees = precision.degrees or precision.effective_base - 1.0
    half = student_critical_value(0.95, degrees) * (precision.standard_error or math.nan)
    return value - half, value + half


def test_intervals_of_medians_and_ratios_cover_as_often_as_they_say() -> None:
    """Samples of 60, 60 and 60 out of strata of 1500, 900 and 600, weighted N/n, a thousand times.

    Of as many that cover 95 times in 100, 99 in 100 have a part within 0.95 +- 2.6 sqrt(.95 .05 / 1000), or 0.018.
    """
    random_ = random.Random(20261127)
    people = _people(random_)
    everybody = [each for of_stratum in people.values() for each in of_stratum]
    ordered = sorted(amount for amount, _ in everybody)
    truths = {
        "median": (ordered[1499] + ordered[1500]) / 2,
        "ratio": sum(ordered) / sum(household for _, household in everybody),
    }
    cells = np.arange(3)
    design = Design(
        tuple(("", "citizens", (str(each),)) for each in cells), cells, (60,) * 3, (None,) * 3, True
    )
    sample = DrawnSample(design, "refuse", np.full(3, 60), None, None, None, {}, {})
    domain = Domain("", "Bretagne", "citizens", "", None, cells)
    weight = np.repeat([len(of_stratum) / 60 for of_stratum in people.values()], 60)
    places, ones = np.repeat(cells, 60), np.ones(180, dtype=np.int64)
    base = Sum(180, Exact(3000, 0), Exact(int((weight * weight).sum()), 0))
    covered = dict.fromkeys(truths, 0)
    for _ in range(REPEATED):
        drawn = np.array([each for of_stratum in people.values() for each in random_.sample(of_stratum, 60)])
        rows = NumberRows(places, places, drawn[:, 0], drawn[:, 1], weight, ones)
        for statistic, truth in truths.items():
            found = number_estimate(rows, statistic, sample, domain, base, 0.95)
            assert found is not None
            low, high = found.interval or _students(found.value, found.precision)
            covered[statistic] += low <= truth <= high

    assert {item: abs(count / REPEATED - 0.95) < 0.018 for item, count in covered.items()} == dict.fromkeys(
        truths, True
    ), covered
