"""Tabulate against R's survey package, on a file that both make from the same formulas.

    library(survey)
    i <- 1:240
    d <- data.frame(
      region = c("Bretagne","Normandie","Occitanie")[(i * 7 + i %/% 5) %% 3 + 1],
      strate = c("a","b","c","d")[(i * i + i %/% 7) %% 4 + 1],
      sexe = c("F","H")[(i %/% 3) %% 2 + 1],
      age = c("18-34","35-64","65+")[(i * i + i %/% 11) %% 3 + 1],
      poids = 0.5 + ((i * 37) %% 50) / 25,
      oui = as.numeric((i * i * 3 + i * 5) %% 11 < 4),
      note = (i * i + 3 * i) %% 11)
    N <- c(a = 400, b = 300, c = 250, d = 500)
    d$N <- N[d$strate]
    des <- svydesign(ids = ~1, weights = ~poids, data = d)
    str <- svydesign(ids = ~1, strata = ~strate, weights = ~poids, data = d)
    fpc <- svydesign(ids = ~1, strata = ~strate, weights = ~poids, fpc = ~N, data = d)

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable
from typing import Any

import pytest
from scipy import stats

from phare_cli.measuring.linearised import Stratum, domain_mean, mean_variance
from phare_cli.measuring.proportions import korn_graubard
from phare_cli.measuring.raking import rake

Row = tuple[str, str, str, str, float, int, int]

POPULATION = {"a": 400.0, "b": 300.0, "c": 250.0, "d": 500.0}
ROWS: list[Row] = [
    (
        ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3],
        "abcd"[(i * i + i // 7) % 4],
        "FH"[(i // 3) % 2],
        ("18-34", "35-64", "65+")[(i * i + i // 11) % 3],
        0.5 + ((i * 37) % 50) / 25,
        int((i * i * 3 + i * 5) % 11 < 4),
        (i * i + 3 * i) % 11,
    )
    for i in range(1, 241)
]
SPEC = """
region = "region"
stakeholder = "=citizens"
weight = "poids"
{strata}
[[question]]
indicator = "accord"
column = "oui"
options = {{1 = "oui", 0 = "non"}}
[[question]]
indicator = "note"
kind = "score"
column = "note"
"""
STRATA = 'strata = "strate"'


@pytest.fixture
def respondents(csv_text: Callable[..., str]) -> str:
    return csv_text(("region", "strate", "sexe", "age", "poids", "oui", "note"), ROWS)


@pytest.fixture
def populations(csv_text: Callable[..., str], write: Callable[..., str]) -> str:
    return write(csv_text(("strate", "population"), POPULATION.items()), "population.csv")


def sums(rows: Iterable[Row], *, strata: bool, population: bool = False) -> list[Stratum]:
    """Return the sums of *rows*, of which the strata of all rows are kept."""
    kept = list(rows)
    held = []
    for name in "abcd" if strata else " ":
        sample = sum(1 for row in ROWS if row[1] == name or not strata)
        inside = [(row[4], row[5]) for row in kept if row[1] == name or not strata]
        held.append(
            Stratum(
                sample,
                math.fsum(w for w, _ in inside),
                math.fsum(w * y for w, y in inside),
                math.fsum(w * w for w, _ in inside),
                math.fsum(w * w * y for w, y in inside),
                math.fsum(w * w * y for w, y in inside),
                POPULATION[name] if population else None,
            )
        )
    return held


BRETAGNE = [row for row in ROWS if row[0] == "Bretagne"]


@pytest.mark.parametrize(
    ("strata", "population", "nation", "region"),
    [
        # svymean(~oui, des); svymean(~oui, subset(des, region == "Bretagne")); then str, then fpc
        (False, False, (0.55162192393736, 0.0344611553470351), (0.580310122878877, 0.0540729479029612)),
        (True, False, (0.55162192393736, 0.0345293625252854), (0.580310122878877, 0.0542785118857194)),
        (True, True, (0.55162192393736, 0.0311171854946717), (0.580310122878877, 0.0489298508034878)),
    ],
)
def test_standard_errors_are_those_of_svymean(
    strata: bool, population: bool, nation: tuple[float, float], region: tuple[float, float]
) -> None:
    for rows, expected in ((ROWS, nation), (BRETAGNE, region)):
        held = sums(rows, strata=strata, population=population)

        assert (domain_mean(held), math.sqrt(mean_variance(held))) == pytest.approx(expected, abs=1e-12)


@pytest.mark.parametrize(
    ("strata", "population", "expected"),
    [
        # x <- update(des, in_r = as.numeric(region == "Bretagne"), oui_r = oui * in_r, one = 1)
        # SE(svycontrast(svytotal(~oui_r + in_r + oui + one, x), quote(oui_r / in_r - oui / one)))
        (False, False, 0.0432515812188828),
        (True, False, 0.0431721549941309),
        (True, True, 0.0389118781657537),
    ],
)
def test_the_published_variances_and_share_give_what_svycontrast_gives(
    strata: bool, population: bool, expected: float
) -> None:
    here = sums(BRETAGNE, strata=strata, population=population)
    there = sums(ROWS, strata=strata, population=population)
    part = math.fsum(each.w for each in here) / math.fsum(each.w for each in there)

    error = math.sqrt(mean_variance(here) * (1 - 2 * part) + mean_variance(there))

    # What is published does not say how the region lies across the strata: a hundredth of the error.
    assert error == pytest.approx(expected, rel=0.01)


def test_a_stratum_of_one_respondent_is_adjusted_as_r_does(monkeypatch: pytest.MonkeyPatch) -> None:
    # options(survey.lonely.psu = "adjust"); d$strate[1] <- "z"; SE(svymean(~oui, svydesign(...)))
    first, others = ROWS[0], ROWS[1:]
    held = []
    for name in "abcd":
        inside = [(row[4], row[5]) for row in others if row[1] == name]
        ones = [
            math.fsum(w**power * y**times for w, y in inside)
            for power, times in ((1, 0), (1, 1), (2, 0), (2, 1))
        ]
        held.append(Stratum(len(inside), *(*ones, ones[-1])))
    w, y = first[4], first[5]
    held.append(Stratum(1, w, w * y, w * w, w * w * y, w * w * y))

    assert math.sqrt(mean_variance(held)) == pytest.approx(0.0345541100127141, abs=1e-12)


def test_weighted_shares_and_scores_are_those_of_svymean(run: Callable[..., Any], respondents: str) -> None:
    results = run(SPEC.format(strata=""), respondents)

    assert results.one("oui").value == pytest.approx(55.162192393736, abs=1e-9)
    assert results.one("oui", region="Bretagne").value == pytest.approx(58.0310122878877, abs=1e-9)
    assert results.one("mean").value == pytest.approx(5.98864653243848, abs=1e-9)
    assert results.one("mean", region="Bretagne").value == pytest.approx(6.06202457577531, abs=1e-9)


@pytest.mark.parametrize(
    ("strata", "region", "expected"),
    [
        # m <- svymean(~oui, x); coef(m) * (1 - coef(m)) / SE(m)^2
        (STRATA, "France", 207.447768101719),
        (STRATA, "Bretagne", 82.6671139230697),
    ],
)
def test_strata_give_the_effective_base_of_the_design(
    run: Callable[..., Any], respondents: str, strata: str, region: str, expected: float
) -> None:
    results = run(SPEC.format(strata=strata), respondents)

    assert results.one("oui", region=region).effective_base == pytest.approx(expected, abs=1e-6)


def test_a_finite_population_narrows_as_the_fpc_of_svydesign_does(
    run: Callable[..., Any], respondents: str, populations: str
) -> None:
    results = run(SPEC.format(strata=STRATA), respondents, population=populations)

    assert results.one("oui").effective_base == pytest.approx(255.437861839341, abs=1e-6)
    assert results.one("oui", region="Bretagne").effective_base == pytest.approx(101.728082301379, abs=1e-6)


def test_korn_graubard_limits_follow_from_the_effective_base(
    run: Callable[..., Any], respondents: str
) -> None:
    # svyciprop(~oui, subset(str, region == "Bretagne"), method = "beta"); degf(...) is 92
    found = run(SPEC.format(strata=STRATA), respondents).one("oui", region="Bretagne")

    interval = korn_graubard(found.value / 100, found.effective_base, base=found.base, degrees_of_freedom=92)

    assert tuple(interval) == pytest.approx((0.466593767588549, 0.688095199959188), abs=1e-6)


@pytest.mark.parametrize(
    ("region", "effective", "error"),
    [
        # m <- svymean(~oui, x); p <- coef(m); n <- nrow(x)
        # p * (1 - p) / SE(m)^2 * (qt(.975, n - 1) / qt(.975, degf(x)))^2, degf(x) being 24, then 8
        ("France", 26.3006443154645, 9.47398616070046),
        ("Bretagne", 16.3831500761700, 10.8231302972372),
    ],
)
def test_few_degrees_of_freedom_leave_less_of_an_effective_base(
    run: Callable[..., Any], csv_text: Callable[..., str], region: str, effective: float, error: float
) -> None:
    # i <- 1:48; two respondents a stratum:
    # d <- data.frame(strate = (i - 1) %/% 2, region = c("Bretagne", "Corse")[(i %% 3 == 0) + 1], poids, oui)
    rows = [
        (("Bretagne", "Corse")[i % 3 == 0], (i - 1) // 2, 0.5 + i * 37 % 50 / 25, int((i * i * 3 + i * 5) % 11 < 4))
        for i in range(1, 49)
    ]  # fmt: skip
    spec = SPEC[: SPEC.index('[[question]]\nindicator = "note"')].format(strata=STRATA)

    found = run(spec, csv_text(("region", "strate", "poids", "oui"), rows)).one("oui", region=region)

    assert (found.effective_base, found.standard_error) == pytest.approx((effective, error), abs=1e-9)


@pytest.mark.parametrize(
    ("strata", "region", "degrees", "expected"),
    [
        # m <- svymean(~note, x); confint(m, df = degf(x)), which is the second column of numbers
        ("", "Bretagne", 95, (5.2985247319797, 6.82552441957091)),
        ("", "France", 239, (5.51553687092418, 6.46175619395277)),
        (STRATA, "Bretagne", 92, (5.29606471972028, 6.82798443183033)),
        (STRATA, "France", 236, (5.51275319526743, 6.46453986960953)),
    ],
)
def test_the_interval_of_a_score_is_students_on_its_effective_base_less_one(
    run: Callable[..., Any],
    respondents: str,
    strata: str,
    region: str,
    degrees: int,
    expected: tuple[float, float],
) -> None:
    results = run(SPEC.format(strata=strata), respondents)
    own = results.one("mean", region=region).effective_base - 1.0
    mean, half = sum(expected) / 2.0, (expected[1] - expected[0]) / 2.0
    half *= stats.t.ppf(0.975, own) / stats.t.ppf(0.975, degrees)

    assert own <= degrees
    assert results.interval("mean", region) == pytest.approx((mean - half, mean + half), abs=1e-6)


def test_raked_weights_are_those_of_rake() -> None:
    # rake(des, list(~sexe, ~age), list(data.frame(sexe = c("F","H"), Freq = c(520,480)),
    #   data.frame(age = c("18-34","35-64","65+"), Freq = c(270,480,250))),
    #   control = list(maxit = 200, epsilon = 1e-12))
    held: dict[tuple[str, ...], float] = {}
    for row in ROWS:
        held[row[2], row[3]] = held.get((row[2], row[3]), 0.0) + row[4]

    raking = rake(held, ({"F": 520, "H": 480}, {"18-34": 270, "35-64": 480, "65+": 250}))

    assert raking.factors == pytest.approx(
        {
            ("F", "18-34"): 0.765374186721061,
            ("F", "35-64"): 1.44483596034389,
            ("F", "65+"): 0.913096252027632,
            ("H", "18-34"): 0.702557749466569,
            ("H", "35-64"): 1.32625416202796,
            ("H", "65+"): 0.838155844553831,
        },
        abs=1e-6,
    )
    assert raking.converged


def test_raking_a_file_gives_the_share_and_the_price_that_r_does(
    run: Callable[..., Any], respondents: str, write: Callable[..., str]
) -> None:
    # x <- svymean(~oui, calibrate(des, list(~sexe, ~age), margins, calfun = "raking")); p <- coef(x): 0.545785409146771
    # and p * (1 - p) / SE(x)^2, in place of the 240 / 1.2469 that unequal weights alone would leave
    margins = write(
        "column,value,target\nsexe,F,52\nsexe,H,48\nage,18-34,27 %\nage,35-64,48 %\nage,65+,25 %\n",
        "margins.csv",
    )

    results = run(SPEC.format(strata=""), respondents, margins=margins)

    assert results.one("oui").value == pytest.approx(54.5785409146771, abs=1e-6)
    assert results.one("oui").effective_base == pytest.approx(207.19234694989, abs=1e-6)
    assert results.notices == ["Citizens: raking met the margins in 3 rounds; design effect 1.25."]
