"""Numbers and tests of tables by replicate weights, against R's survey, on a file that both make by the same formulas.

    library(survey); options(survey.replicates.mse = TRUE)
    i <- 1:240; k <- i %/% 8; s <- (i - 1) %/% 16; up <- ((i - 1) %/% 8) %% 2 == 0
    d <- data.frame(seg = c("a","b","c")[(i * 7 + i %/% 5) %% 3 + 1], w = 0.5 + ((i * 37) %% 50) / 25,
      q = c("x","y","z")[(i * i * 3 + i * 5 + k * 3) %% 11 %% 3 + 1],
      rev = 900 + (i * i * 31 + i * 17) %% 2900, taille = 1 + (i * 3 + i %/% 4) %% 5)
    d$xx <- as.integer(d$q == "x")
    H <- function(r, s) ifelse(sapply(bitwAnd(r, s), function(x) sum(as.integer(intToBits(x)))) %% 2 == 0, 1, -1)
    brr <- sapply(0:15, function(r) d$w * ifelse(up == (H(r, s + 1) == 1), 2, 0))
    jk1 <- sapply(0:9,  function(r) d$w * ifelse(k %% 10 == r, 0, 10/9))
    x <- svrepdesign(weights = ~w, repweights = brr, data = d, type = "BRR", combined.weights = TRUE)  # then jk1, "JK1"
    svymean(~rev, x); svytotal(~rev, x); svyratio(~rev, ~taille, x); svytotal(~I(rev * 0 + 1), x)
    svymean(~rev, subset(x, seg == "b"))
    svychisq(~q + seg, x, statistic = "F"); svychisq(~xx + seg, x, statistic = "F")
    y <- subset(x, seg == "b")                                                                         # and x
    svyquantile(~rev, y, c(.25, .5, .9), interval.type = "mean", qrule = "school", df = degf(y), se = TRUE)

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
SPEC = """
region = "=Bretagne"
stakeholder = "=citizens"
segment = "seg"
weight = "w"
replicates = ["{pattern}"]
method = "{method}"
[[question]]
indicator = "q"
column = "q"
nets = {{ "xx" = ["x"] }}
[[question]]
indicator = "rev"
kind = "number"
column = "rev"
unit = "€"
statistics = {statistics}
[[question]]
indicator = "par tête"
kind = "number"
column = "rev"
per = "taille"
unit = "€"
"""
# By method: the value and error of the mean, total, ratio, count, and of the mean of a part; F, its degrees and p.
R = {
    "brr": (
        [(2287.4395973154, 63.8385320892), (817988.4, 25820.638856), (769.3645598194, 23.8737012118),
         (357.6, 6.1135914159), (2204.24010989, 119.256086461)],
        [(0.392132643237, 3.141445466641, 47.121681999612, 0.768126397916),
         (0.0398120417659, 1.9431372521994, 29.1470587829908, 0.9579703600649)],
    ),
    "jk1": (
        [(2287.4395973154, 60.8192157003), (817988.4, 30346.4925591), (769.3645598194, 26.8389743325),
         (357.6, 4.8442405666), (2204.24010989, 79.7040137653)],
        [(0.328481722806, 2.890273474981, 26.012461274829, 0.797638385765),
         (0.0281965063648, 1.7115621400760, 15.4040592606839, 0.9572905442023)],
    ),
}  # fmt: skip
# By method and segment: each quantile, the ends of its interval and its error.
QUANTILES = {
    ("brr", ""): [(1464, 1338, 1770, 101.3394853516), (2300, 2050, 2538, 114.4760853046),
                  (3510, 3328, 3620, 68.4979854692)],
    ("brr", "b"): [(1464, 1164, 1938, 181.5665779217), (2218, 1764, 2578, 190.9498636024),
                   (3564, 3538, 3664, 29.5573498942)],
    ("jk1", ""): [(1464, 1358, 1764, 89.7373548303), (2300, 2088, 2514, 94.1579141816),
                  (3510, 3308, 3664, 78.6859564522)],
    ("jk1", "b"): [(1464, 1338, 1908, 125.9859415106), (2218, 1914, 2514, 132.6167805374),
                   (3564, 3368, 3664, 65.4242783985)],
}  # fmt: skip
STATISTICS = '["mean", "total", "count"]'


def respondent(i: int) -> list[object]:
    k, stratum, up = i // 8, (i - 1) // 16, (i - 1) // 8 % 2 == 0
    weight = 0.5 + i * 37 % 50 / 25
    brr = [weight * 2 * (up == ((r & (stratum + 1)).bit_count() % 2 == 0)) for r in range(16)]
    jk1 = [0 if k % 10 == r else weight * 10 / 9 for r in range(10)]
    answer, income = "xyz"[(i * i * 3 + i * 5 + k * 3) % 11 % 3], 900 + (i * i * 31 + i * 17) % 2900
    return ["abc"[(i * 7 + i // 5) % 3], weight, answer, income, 1 + (i * 3 + i // 4) % 5, *brr, *jk1]


@pytest.fixture
def counted(phare: Phare, tmp_path: Path) -> Callable[..., Any]:
    names = [
        "seg",
        "w",
        "q",
        "rev",
        "taille",
        *(f"brr{r}" for r in range(16)),
        *(f"jk1_{r}" for r in range(10)),
    ]
    lines = [",".join(names), *(",".join(map(str, respondent(i))) for i in range(1, 241))]
    (tmp_path / "r.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def run(method: str, statistics: str = STATISTICS) -> Any:
        text = SPEC.format(pattern=f"{method}*", method=method, statistics=statistics)
        (tmp_path / "s.toml").write_text(text, encoding="utf-8")
        return phare("tabulate r.csv --spec s.toml -o out.csv --tests tests.csv")

    return run


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("method", R)
def test_numbers_have_the_errors_of_their_replicates(
    counted: Callable[..., Any], tmp_path: Path, method: str
) -> None:
    counted(method)
    found = {(row["indicator"], row["segment"]): row for row in rows(tmp_path / "out.csv")}
    asked = [("rev", ""), ("rev (total)", ""), ("par tête", ""), ("rev (count)", ""), ("rev", "b")]

    for key, expected in zip(asked, R[method][0], strict=True):
        assert (float(found[key]["value"]), float(found[key]["standard_error"])) == pytest.approx(
            expected, rel=1e-9
        )


@pytest.mark.parametrize("method", R)
def test_tables_are_tested_by_their_replicates(
    counted: Callable[..., Any], tmp_path: Path, method: str
) -> None:
    counted(method)
    found = [
        [float(row[name]) for name in ("f", "first", "second", "p_value")]
        for row in rows(tmp_path / "tests.csv")
        if row["indicator"].startswith("q")
    ]

    assert found == [pytest.approx(expected, rel=1e-8) for expected in R[method][1]]


@pytest.mark.parametrize(("method", "segment"), QUANTILES)
def test_quantiles_have_the_intervals_of_their_replicates(
    counted: Callable[..., Any], tmp_path: Path, method: str, segment: str
) -> None:
    counted(method, '["quantile 0.25", "median", "quantile 0.9"]')
    fields = ("value", "interval_low", "interval_high", "standard_error")
    found = [
        tuple(float(row[name]) for name in fields)
        for row in rows(tmp_path / "out.csv")
        if row["indicator"].startswith("rev") and row["segment"] == segment
    ]

    assert found == [pytest.approx(expected, rel=1e-9) for expected in QUANTILES[method, segment]]


def test_quantiles_of_what_is_read_once_are_not_taken_of_replicates(
    phare: Phare, counted: Callable[..., Any], tmp_path: Path
) -> None:
    counted("brr", '["mean", "median"]')
    run = phare("tabulate - --spec s.toml", stdin=(tmp_path / "r.csv").read_bytes())

    assert (run.status, "take a second reading" in run.err) == (2, True)
