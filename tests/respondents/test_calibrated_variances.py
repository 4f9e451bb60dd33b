"""What margins leave of a variance, against R's calibrate, on a file that both make from the same formulas.

    library(survey)
    i <- 1:240
    d <- data.frame(region = c("Bretagne","Normandie","Occitanie")[(i * 7 + i %/% 5) %% 3 + 1],
      strate = c("a","b","c","d")[(i %/% 60) %% 4 + 1], grappe = paste0("g", i %/% 8),
      sexe = c("F","H")[(i %/% 3) %% 2 + 1], age = c("18-34","35-64","65+")[(i * i + i %/% 11) %% 3 + 1],
      poids = 0.5 + ((i * 37) %% 50) / 25,
      oui = as.numeric((i * i * 3 + i * 5 + (i %/% 8) * 3) %% 11 < 4), note = (i * i + 3 * i + i %/% 8) %% 11)
    ps <- data.frame(sexe = c("F","H"), Freq = c(130,140))
    pa <- data.frame(age = c("18-34","35-64","65+"), Freq = c(70,110,90))
    raked <- function(des) calibrate(des, list(~sexe, ~age), population = list(ps, pa), calfun = "raking",
      epsilon = 1e-12, maxit = 500)
    post <- function(des) postStratify(des, ~age, pa)
    svydesign(ids = ~1, weights = ~poids, data = d)
    svydesign(ids = ~1, strata = ~strate, weights = ~poids, data = d)
    svydesign(ids = ~grappe, strata = ~strate, weights = ~poids, data = d, nest = TRUE)

and of each, x being the design or subset(design, region == "Bretagne"), SE(svymean(~oui, x)), SE(svymean(~note, x)).
R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from phare_cli.recipes.tabulate.variances.calibration import Regression
from phare_cli.respondents.specs.spec_file import parse_spec

HEADER = ("region", "strate", "grappe", "sexe", "age", "poids", "oui", "note")
ROWS = [
    (
        ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3],
        "abcd"[(i // 60) % 4],
        f"g{i // 8}",
        "FH"[(i // 3) % 2],
        ("18-34", "35-64", "65+")[(i * i + i // 11) % 3],
        0.5 + ((i * 37) % 50) / 25,
        int((i * i * 3 + i * 5 + (i // 8) * 3) % 11 < 4),
        (i * i + 3 * i + i // 8) % 11,
    )
    for i in range(1, 241)
]
SPEC = parse_spec(
    """
region = "region"
stakeholder = "=citizens"
weight = "poids"
nation = true
[[question]]
indicator = "accord"
column = "oui"
options = {1 = "oui", 0 = "non"}
[[question]]
indicator = "note"
kind = "score"
column = "note"
[[question]]
indicator = "sexe"
column = "sexe"
""",
    "spec",
)
SEX = "sexe,F,130\nsexe,H,140\n"
AGE = "age,18-34,70\nage,35-64,110\nage,65+,90\n"
STRATA: dict[str, Any] = {"strata": ("strate",)}
CLUSTERS: dict[str, Any] = {**STRATA, "clusters": ("grappe",), "nests": True}


@pytest.fixture
def raked(
    run: Callable[..., Any], csv_text: Callable[..., str], write: Callable[..., str]
) -> Callable[..., Any]:
    """Return a function that tabulates the file, raked to some margins."""

    def runner(margins: str, **design: Any) -> Any:
        path = write("column,value,target\n" + margins, "margins.csv")
        return run(replace(SPEC, **design), csv_text(HEADER, ROWS), margins=path, block_size=3000)

    return runner


@pytest.mark.parametrize(
    ("design", "margins", "nation", "region"),
    [
        ({}, SEX + AGE, (0.0343968820333596, 0.2357182707824428), (0.0550151049611882, 0.3640351864212694)),
        ({}, AGE, (0.0345696502530266, 0.2358414294422933), (0.0550635500345195, 0.3670999373492776)),
        (
            STRATA,
            SEX + AGE,
            (0.0346032495095415, 0.2363999000608155),
            (0.0549959112683874, 0.3641329701071206),
        ),
        (STRATA, AGE, (0.034777767757060, 0.236452333655125), (0.0550530332191039, 0.3670596890799371)),
        (
            CLUSTERS,
            SEX + AGE,
            (0.0299600965643996, 0.2300534493403849),
            (0.0518555244070361, 0.3741470536282963),
        ),
        (CLUSTERS, AGE, (0.0302306262999393, 0.2304887221234246), (0.05244383978989, 0.38425954065562)),
    ],
)
def test_standard_errors_of_calibrated_weights_are_those_of_r(
    raked: Callable[..., Any],
    design: dict[str, Any],
    margins: str,
    nation: tuple[float, float],
    region: tuple[float, float],
) -> None:
    results = raked(margins, **design)

    for name, errors in (("France", nation), ("Bretagne", region)):
        found = [results.one(item, region=name).standard_error for item in ("oui", "mean")]
        assert found == pytest.approx((100 * errors[0], errors[1]), abs=1e-7)


def test_estimates_of_calibrated_weights_are_those_of_r(raked: Callable[..., Any]) -> None:
    results = raked(SEX + AGE)

    # coef(svymean(~oui, raked(des))); coef(svymean(~note, subset(raked(des), region == "Bretagne")))
    assert results.one("oui").value == pytest.approx(40.3595792736042, abs=1e-7)
    assert results.one("mean", region="Bretagne").value == pytest.approx(5.141862364149738, abs=1e-8)


@pytest.mark.parametrize("design", [{}, CLUSTERS])
def test_what_a_margin_tells_has_no_error_and_no_more_than_the_asked_for_a_base(
    raked: Callable[..., Any], design: dict[str, Any]
) -> None:
    found = raked(SEX + AGE, **design).one("F")

    assert found.value == pytest.approx(100 * 130 / 270)
    assert (found.standard_error, found.effective_base) == (None, 240)


@pytest.mark.parametrize("seed", range(12))
def test_what_margins_tell_is_the_projection_on_all_their_values(seed: int) -> None:
    random = np.random.default_rng(seed)
    sizes = [(7,), (3, 12), (12, 3, 4), (1, 5, 5, 2)][seed % 4]
    # The cells of a second sample have the first margin alone, those of a third none.
    values = [
        [sum(sizes[:at]) + int(random.integers(size)) for at, size in enumerate(sizes)][
            : (len(sizes), 1, 0)[kind]
        ]
        for kind in (0, 0, 0, 1, 2)
        for _ in range(20)
    ]
    values = [[value + 100 * (place >= 60) for value in of_cell] for place, of_cell in enumerate(values)]
    met = {value: number for number, value in enumerate(dict.fromkeys(v for each in values for v in each))}
    margins = [
        sum(value % 100 >= sum(sizes[:at]) for at in range(1, len(sizes))) + 10 * (value >= 100)
        for value in met
    ]
    drawn = random.gamma(1.0, size=len(values)) * (random.random(len(values)) > 0.1)
    sums = random.normal(size=len(values)) * drawn
    table = np.zeros((len(values), len(met)))
    for line, of_cell in zip(table, values, strict=True):
        line[[met[value] for value in of_cell]] = 1.0

    told = Regression.on([[met[value] for value in each] for each in values], margins, drawn).told(sums)

    inverse = np.linalg.pinv(table.T @ (table * drawn[:, None]), hermitian=True)
    assert drawn * told == pytest.approx(drawn * (table @ (inverse @ (table.T @ sums))), abs=1e-9)
