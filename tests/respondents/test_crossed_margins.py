"""Weights brought to crossed margins: post-stratification on the cells of two columns, alone or beside a margin.

    library(survey); i <- 1:480
    d <- data.frame(strate = c("a","b","c","d")[(i - 1) %/% 120 + 1], grappe = (i - 1) %/% 8,
      sexe = c("F","H")[(i %/% 3) %% 2 + 1], poids = 0.5 + ((i * 37) %% 50) / 25,
      rep = c("x","y","z")[(i * i * 3 + i * 5) %% 11 %% 3 + 1], age = c("j","s")[(i * 5 + i %/% 4) %% 3 %% 2 + 1])
    pop <- expand.grid(sexe = c("F","H"), strate = c("a","b","c","d"))
    pop$Freq <- c(10, 7, 11, 8, 12, 9, 13, 10) * sum(d$poids) / 80
    des <- svydesign(ids = ~grappe, strata = ~strate, weights = ~poids, data = d)
    svymean(~rep, postStratify(des, ~sexe + strate, pop))
    age <- data.frame(age = c("j","s"), Freq = c(60, 40) * sum(d$poids) / 100)
    des <- update(des, both = interaction(sexe, strate)); pop$both <- interaction(pop$sexe, pop$strate)
    svymean(~rep, calibrate(des, list(~both, ~age), population = list(pop[c("both", "Freq")], age),
      calfun = "raking", epsilon = 1e-12))

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
TARGETS = (10, 7, 11, 8, 12, 9, 13, 10)
CELLS = [f"{sex} {mark} {part}" for part in "abcd" for sex, mark in (("F", "*"), ("H", "×"))]
HEADER = "column,value,target\n"
CROSSED = HEADER + "".join(
    f"sexe * strate,{value},{target}\n" for value, target in zip(CELLS, TARGETS, strict=True)
)
TABULATE = (
    "tabulate d.csv --region =PACA --stakeholder =citizens --weight poids --strata strate --cluster grappe "
    "--single rep --rake m.csv -o out.csv"
)
# The share and its error, of each answer.
R = {
    CROSSED: [
        (54.318581772602, 1.6016003186),
        (18.231757872961, 1.1902258529),
        (27.449660354437, 0.9862838949),
    ],
    CROSSED + "age,j,60\nage,s,40\n": [
        (54.526212424810, 1.9261469893),
        (18.252121393335, 1.2370838736),
        (27.221666181855, 1.2172886440),
    ],
}


@pytest.fixture(autouse=True)
def people(tmp_path: Path) -> None:
    rows = [
        f"{'abcd'[(i - 1) // 120]},{(i - 1) // 8},{'FH'[i // 3 % 2]},{0.5 + i * 37 % 50 / 25},"
        f"{'xyz'[(i * i * 3 + i * 5) % 11 % 3]},{'js'[(i * 5 + i // 4) % 3 % 2]}"
        for i in range(1, 481)
    ]
    (tmp_path / "d.csv").write_text(
        "strate,grappe,sexe,poids,rep,age\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )


@pytest.mark.parametrize("margins", R, ids=["a crossing", "a crossing and a margin"])
def test_crossed_margins_leave_what_r_says(phare: Phare, tmp_path: Path, margins: str) -> None:
    (tmp_path / "m.csv").write_text(margins, encoding="utf-8")
    phare(TABULATE)
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        found = [(float(row["value"]), float(row["standard_error"])) for row in csv.DictReader(file)]

    assert found == [pytest.approx(each, abs=1e-7) for each in R[margins]]


@pytest.mark.parametrize(
    ("margins", "said"),
    [
        (HEADER + "sexe * strate,F,1\n", "2 columns are crossed here, and this value has 1 parts"),
        (
            CROSSED.replace("F * a,10", "F * e,10"),
            "respondents have a value in sexe * strate that has no target",
        ),
        (CROSSED + "sexe * sex,F * F,1\n", "no column is called “sex”"),
        (CROSSED + "sexe * strate,F * a,3\n", "this value has a target already"),
    ],
)
def test_what_is_wrong_in_a_crossing_is_told(phare: Phare, tmp_path: Path, margins: str, said: str) -> None:
    (tmp_path / "m.csv").write_text(margins, encoding="utf-8")
    run = phare(TABULATE)

    assert (run.status, said in run.err) == (3, True)
