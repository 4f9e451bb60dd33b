"""Clustered designs against R's survey package, on a file that both make from the same formulas.

    library(survey)
    i <- 1:240
    d <- data.frame(
      region = c("Bretagne","Normandie","Occitanie")[(i * 7 + i %/% 5) %% 3 + 1],
      strate = c("a","b","c","d")[(i %/% 60) %% 4 + 1],
      grappe = paste0("g", i %/% 8),
      poids = 0.5 + ((i * 37) %% 50) / 25,
      oui = as.numeric((i * i * 3 + i * 5 + (i %/% 8) * 3) %% 11 < 4),
      note = (i * i + 3 * i + i %/% 8) %% 11)
    clu <- svydesign(ids = ~grappe, weights = ~poids, data = d)
    str <- svydesign(ids = ~grappe, strata = ~strate, weights = ~poids, data = d, nest = TRUE)
    for (des in list(clu, str)) for (x in list(des, subset(des, region == "Bretagne")))
      print(c(SE(svymean(~oui, x)), SE(svymean(~note, x)), degf(x)))

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from phare_cli.respondents.specs.spec_file import parse_spec

Row = tuple[str, str, str, float, int, int]

HEADER = ("region", "strate", "grappe", "poids", "oui", "note")
ROWS: list[Row] = [
    (
        ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3],
        "abcd"[(i // 60) % 4],
        f"g{i // 8}",
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
""",
    "spec",
)


@pytest.fixture
def respondents(csv_text: Callable[..., str]) -> str:
    return csv_text(HEADER, ROWS)


@pytest.mark.parametrize(
    ("strata", "region", "share", "mean"),
    [
        ((), "France", 0.0260223339002231, 0.2394926962883560),
        ((), "Bretagne", 0.0480121078589234, 0.3884011902943771),
        (("strate",), "France", 0.0272740865368102, 0.2359229339356056),
        (("strate",), "Bretagne", 0.0501208136474846, 0.3973823738869293),
    ],
)
def test_standard_errors_of_clusters_are_those_of_r(
    run: Callable[..., Any], respondents: str, strata: tuple[str, ...], region: str, share: float, mean: float
) -> None:
    results = run(replace(SPEC, clusters=("grappe",), strata=strata), respondents)

    errors = (results.one(item, region=region).standard_error for item in ("oui", "mean"))

    assert tuple(errors) == pytest.approx((100 * share, mean), abs=1e-9)


@pytest.mark.parametrize("step", [7, 101])
def test_the_order_of_rows_and_the_size_of_blocks_show_in_no_figure_of_clusters(
    run: Callable[..., Any], respondents: str, csv_text: Callable[..., str], step: int
) -> None:
    spec = replace(SPEC, clusters=("grappe",), strata=("strate",))
    mixed = [ROWS[place * step % len(ROWS)] for place in range(len(ROWS))]

    found = run(spec, csv_text(HEADER, mixed), block_size=40 * step)

    assert set(found.estimates) == set(run(spec, respondents).estimates)
