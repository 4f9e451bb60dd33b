"""One respondent alone, of a file, a group, a part, a wave or a whole stratum: a figure, and no error of it.

    library(survey)
    d <- data.frame(h = c(1, 1, 1, 2), x = c(1, 2, 4, 5), c = c(1, 0, 1, 0), N = c(10, 10, 10, 1))
    s <- svydesign(id = ~1, strata = ~h, fpc = ~N, data = d)
    svymean(~x + c, s); svytotal(~x, s); svytotal(~I(x > 0), s); svyratio(~x, ~I(x + 1), s)

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scipy import stats

from phare_cli.measuring.linearised import Stratum, domain_mean, mean_degrees, mean_variance

Phare = Callable[..., Any]
NUMBERS = '["mean", "total", "count", "median", "minimum", "maximum"]'
QUESTIONS = f"""
[[question]]
indicator = "x"
kind = "number"
column = "x"
unit = "€"
statistics = {NUMBERS}
[[question]]
indicator = "r"
kind = "number"
column = "x"
per = "y"
unit = "€"
[[question]]
indicator = "s"
kind = "score"
highest = 100
column = "x"
[[question]]
indicator = "c"
column = "c"
"""
HEAD = 'region = "=France"\nstakeholder = "g"\n'
THREE = ("a,1,1,2,oui,1,u", "a,1,2,3,non,2,u", "a,1,4,5,oui,1,u")
ALONE = "b,1,5,6,non,3,v"


def tabulate(phare: Phare, tmp_path: Path, head: str, rows: tuple[str, ...], options: str = "") -> Any:
    (tmp_path / "r.csv").write_text("g,h,x,y,c,w,z\n" + "\n".join(rows) + "\n", encoding="utf-8")
    (tmp_path / "s.toml").write_text(head + QUESTIONS, encoding="utf-8")
    (tmp_path / "p.csv").write_text("h,population\n1,10\n2,1\n", encoding="utf-8")
    run = phare(f"tabulate r.csv --spec s.toml -o out.csv {options}")
    assert run.status == 0, run.err
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        (HEAD, (ALONE,)),
        (HEAD, (*THREE, ALONE)),
        (HEAD + 'weight = "w"\n', (*THREE, ALONE)),
        (HEAD + 'segment = "z"\n', (*THREE, "a,1,5,6,non,3,v")),
        (HEAD + 'wave = "z"\n', (*THREE, "a,1,5,6,non,3,v")),
        (HEAD + 'where = "x >= 5"\n', (*THREE, ALONE)),
        (HEAD.replace("=France", "z"), (*THREE, "a,1,5,6,non,3,v")),
    ],
)
@pytest.mark.parametrize("lonely", ["refuse", "centre", "average", "certainty"])
def test_one_alone_has_figures_and_no_error(
    phare: Phare, tmp_path: Path, head: str, rows: tuple[str, ...], lonely: str
) -> None:
    found = tabulate(phare, tmp_path, head, rows, f"--lonely {lonely}")
    alone = {row["indicator"]: row for row in found if row["base"] == "1"}

    assert float(alone["x"]["value"]) == float(alone["x (total)"]["value"]) / float(
        alone["x (count)"]["value"]
    )
    assert not any(row.get("standard_error") for row in alone.values())


# By indicator: the figure and its standard error by R.
BY_R = {
    "x": (2.5757575758, 0.6707861703),
    "x (total)": (28.3333333333, 7.3786478737),
    "s": (2.5757575758, 0.6707861703),
    "c": (60.6060606061, 25.3533341374),
}


def test_a_stratum_of_one_that_was_asked_whole_adds_no_variance(phare: Phare, tmp_path: Path) -> None:
    rows = ("a,1,1,2,oui,,", "a,1,2,3,non,,", "a,1,4,5,oui,,", "a,2,5,6,non,,")
    found = tabulate(phare, tmp_path, HEAD + 'strata = ["h"]\n', rows, "--population p.csv")
    figures = {
        row["indicator"]: (float(row["value"]), float(row["standard_error"]))
        for row in found
        if row["indicator"] in BY_R and row["item"] != "non"
    }

    assert {name: pytest.approx(pair) for name, pair in BY_R.items()} == figures


PAIRS = ["10,2", "14,3", "30,4", "35,5", "50,7", "57,9", "70,9", "72,9", "90,12", "99,14"]
STRATA = tuple(
    f"a,{i // 2},{int(pair.split(chr(44))[0])},{pair.split(chr(44))[1]},oui,1,"
    for i, pair in enumerate(PAIRS)
)


def test_a_total_of_strata_has_the_interval_of_its_mean_by_so_many_people(
    phare: Phare, tmp_path: Path
) -> None:
    tabulate(phare, tmp_path, HEAD + 'weight = "w"\nstrata = ["h"]\n', STRATA)
    shown = {row["indicator"]: row for row in phare("show -f json -d out.csv").rows}
    ends = [(shown[name]["low"], shown[name]["high"]) for name in ("x", "x (total)")]

    assert [10 * end for end in ends[0]] == pytest.approx(ends[1])


# By the variances of strata of two, each known with one degree: (sum of V)^2 / sum of V^2 (Satterthwaite).
SPREADS = [
    (int(one.split(",")[0]) - int(other.split(",")[0])) ** 2
    for one, other in zip(PAIRS[::2], PAIRS[1::2], strict=True)
]
FEW = sum(SPREADS) ** 2 / sum(spread * spread for spread in SPREADS)


@pytest.mark.parametrize("indicator", ["x (total)", "x", "s"])
def test_strata_of_few_leave_the_degrees_of_freedom_that_their_variances_have(
    phare: Phare, tmp_path: Path, indicator: str
) -> None:
    found = tabulate(phare, tmp_path, HEAD + 'weight = "w"\nstrata = ["h"]\n', STRATA)
    [row] = [row for row in found if row["indicator"] == indicator]
    [shown] = phare(f"show '{indicator}' -f json -d out.csv").rows

    assert float(row["degrees_of_freedom"]) == pytest.approx(FEW)
    half = stats.t.ppf(0.975, FEW) * float(row["standard_error"])
    assert (shown["high"] - shown["low"]) / 2 == pytest.approx(half)


REPEATED = 1000


def test_intervals_of_strata_of_few_cover_as_often_as_they_say() -> None:
    """Samples of 4, 20 and 40 out of normal strata of which the first holds three people in five.

    Of as many that cover 95 times in 100, 99 in 100 have a part within 0.95 +- 2.6 sqrt(.95 .05 / 1000), or 0.018; a
    few degrees' Student's t is itself a little narrow. With respondents less strata, 61, they cover 87 times in 100.
    """
    drawn = np.random.default_rng(20261128)
    found = list[tuple[float, float, float]]()
    for _ in range(REPEATED):
        strata = []
        for people, asked in ((6000, 4), (3000, 20), (1000, 40)):
            x, w = drawn.normal(0, 1, asked), people / asked
            sums = (w * asked, w * x.sum(), w * w * asked, w * w * x.sum(), w * w * (x * x).sum())
            strata.append(Stratum(asked, *map(float, sums)))
        found.append((domain_mean(strata), mean_variance(strata), mean_degrees(strata)))
    means, variances, degrees = np.array(found).T

    covered = np.abs(means) <= stats.t.ppf(0.975, degrees) * np.sqrt(variances)
    assert abs(covered.mean() - 0.945) < 0.018
