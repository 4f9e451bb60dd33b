"""Replicate weights against R's survey package, on a file that both make from the same formulas.

    library(survey); options(survey.replicates.mse = TRUE)
    i <- 1:240; k <- i %/% 8; s <- (i - 1) %/% 16; up <- ((i - 1) %/% 8) %% 2 == 0
    d <- data.frame(region = c("Bretagne","Normandie","Occitanie")[(i * 7 + i %/% 5) %% 3 + 1],
      poids = 0.5 + ((i * 37) %% 50) / 25,
      oui = as.numeric((i * i * 3 + i * 5 + k * 3) %% 11 < 4), note = (i * i + 3 * i + k) %% 11)
    H <- function(r, s) ifelse(sapply(bitwAnd(r, s), function(x) sum(as.integer(intToBits(x)))) %% 2 == 0, 1, -1)
    brr  <- sapply(0:15, function(r) d$poids * ifelse(up == (H(r, s + 1) == 1), 2, 0))
    fay  <- sapply(0:15, function(r) d$poids * ifelse(up == (H(r, s + 1) == 1), 1.5, 0.5))
    jk1  <- sapply(0:9,  function(r) d$poids * ifelse(k %% 10 == r, 0, 10/9))
    jk2  <- sapply(0:14, function(r) d$poids * ifelse(s == r, ifelse(up, 2, 0), 1))
    jkn  <- sapply(0:29, function(r) d$poids * ifelse((i - 1) %/% 8 == r, 0, ifelse(s == r %/% 2, 2, 1)))
    boot <- sapply(0:19, function(r) d$poids * ((k * 7 + r * 5 + k * r) %% 3))
    sdr  <- sapply(0:19, function(r) d$poids * c(1, 1.7, 0.3)[(k * 5 + r * 7 + k * r) %% 3 + 1])
    svrepdesign(weights = ~poids, repweights = brr, data = d, type = "BRR", combined.weights = TRUE)
    ... "Fay", rho = 0.5; "JK1"; "JKn", scale = 1, rscales = rep(1, 15); rep(0.5, 30); "bootstrap";
    "successive-difference"

and of each, x being the design or subset(design, region == "Bretagne"), SE(svymean(~oui, x)), SE(svymean(~note, x)),
degf(x). R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from scipy.linalg import hadamard

from phare_cli.respondents.design.replicate_weights import ReplicateWays
from phare_cli.respondents.replicate_design import ReplicateMethod, make_replicate_design
from phare_cli.respondents.specs.spec_file import parse_spec

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
""",
    "spec",
)
NUMBERS = range(1, 241)


def is_first(i: int) -> bool:
    return (i - 1) // 8 % 2 == 0


def is_half(i: int, r: int) -> bool:
    return is_first(i) == ((r & ((i - 1) // 16 + 1)).bit_count() % 2 == 0)


FACTORS: dict[str, tuple[int, Callable[[int, int], float]]] = {
    "brr": (16, lambda i, r: 2.0 if is_half(i, r) else 0.0),
    "fay": (16, lambda i, r: 1.5 if is_half(i, r) else 0.5),
    "jk1": (10, lambda i, r: 0.0 if i // 8 % 10 == r else 10 / 9),
    "jk2": (15, lambda i, r: (2.0 if is_first(i) else 0.0) if (i - 1) // 16 == r else 1.0),
    "jkn": (30, lambda i, r: 0.0 if (i - 1) // 8 == r else 2.0 if (i - 1) // 16 == r // 2 else 1.0),
    "boot": (20, lambda i, r: float((i // 8 * 7 + r * 5 + i // 8 * r) % 3)),
    "sdr": (20, lambda i, r: (1.0, 1.7, 0.3)[(i // 8 * 5 + r * 7 + i // 8 * r) % 3]),
}


def table(kind: str) -> tuple[list[str], list[list[object]]]:
    """Return the header and the rows of the file, with the replicates of one kind."""
    count, factor = FACTORS[kind]
    rows: list[list[object]] = []
    for i in NUMBERS:
        weight = 0.5 + ((i * 37) % 50) / 25
        region = ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3]
        answers = int((i * i * 3 + i * 5 + (i // 8) * 3) % 11 < 4), (i * i + 3 * i + i // 8) % 11
        rows.append([region, *answers, weight, *(repr(weight * factor(i, r)) for r in range(count))])
    return ["region", "oui", "note", "poids", *(f"rep{r + 1}" for r in range(count))], rows


def made(method: str, fay: float | None = None, scales: tuple[float, ...] = ()) -> dict[str, Any]:
    return {"replicates": make_replicate_design(("rep*",), method, fay, scales)}


@pytest.mark.parametrize(
    ("kind", "design", "nation", "region"),
    [
        (
            "brr",
            made("brr"),
            (0.0270371855094738, 0.2409389725490118, 15),
            (0.0462609374004076, 0.3309019855698546, 15),
        ),
        (
            "fay",
            made("brr", 0.5),
            (0.0270318441739264, 0.2420132760244275, 15),
            (0.045917279760610, 0.333621253058439, 15),
        ),
        (
            "jk1",
            made("jk1"),
            (0.0185879688456194, 0.2745891260934998, 9),
            (0.0288585169602618, 0.3945922732438378, 9),
        ),
        (
            "jk2",
            made("jkn", scales=(1.0,)),
            (0.0270503974340914, 0.2439678077646160, 14),
            (0.0456251243402901, 0.3400071190588148, 14),
        ),
        (
            "jkn",
            made("jkn", scales=(0.5,) * 30),
            (0.0270328965278898, 0.2431457412901426, 15),
            (0.0456103223586345, 0.3368563595914915, 15),
        ),
        (
            "boot",
            made("bootstrap"),
            (0.0155607115277852, 0.0954183662188952, 1),
            (0.0330209013961317, 0.3002348593867004, 1),
        ),
        (
            "sdr",
            made("sdr"),
            (0.0179533669811164, 0.0861859777744744, 2),
            (0.0290034223673241, 0.4855735449608125, 2),
        ),
    ],
)
def test_standard_errors_and_degrees_of_replicates_are_those_of_r(
    run: Callable[..., Any],
    csv_text: Callable[..., str],
    kind: str,
    design: dict[str, Any],
    nation: tuple[float, float, int],
    region: tuple[float, float, int],
) -> None:
    results = run(replace(SPEC, **design), csv_text(*table(kind)), block_size=6000)

    for name, (share, mean, degrees) in (("France", nation), ("Bretagne", region)):
        yes, score = (results.one(item, region=name) for item in ("oui", "mean"))
        assert (yes.standard_error, score.standard_error) == pytest.approx((100 * share, mean), abs=1e-9)
        assert yes.degrees_of_freedom == score.degrees_of_freedom == degrees


def test_every_method_has_its_scale() -> None:
    scales = {
        method: make_replicate_design(("rep*",), method, None, (1.0,) if method == "jkn" else ()).scale(81)
        for method in ReplicateMethod
    }

    assert scales == {"brr": 1 / 81, "jk1": 80 / 81, "jkn": 1.0, "bootstrap": 1 / 80, "sdr": 4 / 81}


@pytest.mark.parametrize("strata", [4, 22, 30, 31])
def test_balanced_replicates_have_a_degree_of_freedom_a_stratum(strata: int) -> None:
    halves = hadamard(32)[:, 1 : strata + 1].astype(float)
    replicates = np.stack([1.0 + halves, 1.0 - halves], axis=2).reshape(
        32, -1
    )  # two units a stratum, in turn
    ways = ReplicateWays()
    for half in np.split(np.arange(2 * strata), 2):
        ways.add(np.zeros(strata, dtype=np.int64), np.ones(strata), replicates[:, half])

    assert ways.degrees(np.zeros(1, dtype=np.int64)) == strata
