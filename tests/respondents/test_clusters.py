"""Clustered designs against R's survey package, on a file that both make from the same formulas.

    library(survey)
    i <- 1:240
    d <- data.frame(i,
      region = c("Bretagne","Normandie","Occitanie")[(i * 7 + i %/% 5) %% 3 + 1],
      strate = c("a","b","c","d")[(i %/% 60) %% 4 + 1],
      grappe = paste0("g", i %/% 8), dedans = i %/% 2,
      seule = ifelse(i %/% 8 == 29, "e", c("a","b","c","d")[(i %/% 60) %% 4 + 1]),
      paire = (i - 1) %/% 16, psu = ((i - 1) %/% 8) %% 2 + 1,
      poids = 0.5 + ((i * 37) %% 50) / 25,
      oui = as.numeric((i * i * 3 + i * 5 + (i %/% 8) * 3) %% 11 < 4),
      note = (i * i + 3 * i + i %/% 8) %% 11)
    d$N <- c(a = 40, b = 30, c = 25, d = 50)[d$strate]
    d$M <- 8 + (i %/% 8) %% 5; d$M2 <- 6 + (i %/% 8) %% 3
    options(survey.lonely.psu = "adjust")
    svydesign(ids = ~grappe, weights = ~poids, data = d)                                             # no strata
    svydesign(ids = ~grappe, strata = ~strate, weights = ~poids, data = d, nest = TRUE)              # strata
    svydesign(ids = ~grappe, strata = ~strate, weights = ~poids, fpc = ~N, data = d, nest = TRUE)    # finite
    svydesign(ids = ~grappe + i, strata = ~strate, weights = ~poids, fpc = ~N + M, data = d, nest = TRUE)
    svydesign(ids = ~grappe + dedans, strata = ~strate, weights = ~poids, fpc = ~N + M2, data = d, nest = TRUE)
    svydesign(ids = ~psu, strata = ~paire, weights = ~poids, data = d, nest = TRUE)                  # as NHANES
    svydesign(ids = ~grappe, strata = ~seule, weights = ~poids, data = d, nest = TRUE)               # and "average"...

and of each, x being the design or subset(design, region == "Bretagne"), SE(svymean(~oui, x)), SE(svymean(~note, x)),
degf(x). R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from phare_cli.respondents.specs.spec_file import parse_spec

Row = tuple[str | float, ...]

HEADER = ("region", "strate", "grappe", "dedans", "seule", "paire", "psu", "poids", "oui", "note")
ROWS: list[Row] = [
    (
        ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3],
        "abcd"[(i // 60) % 4],
        f"g{i // 8}",
        i // 2,
        "e" if i // 8 == 29 else "abcd"[(i // 60) % 4],
        (i - 1) // 16,
        (i - 1) // 8 % 2 + 1,
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


@pytest.fixture
def populations(csv_text: Callable[..., str], write: Callable[..., str]) -> Callable[[str], str]:
    """Return a function that writes a file of populations: of clusters, and of what each of them holds."""

    def writer(kind: str) -> str:
        sizes = {"a": 40, "b": 30, "c": 25, "d": 50}
        drawn = sorted({(str(row[1]), str(row[2]), int(str(row[2])[1:])) for row in ROWS})
        members = {"respondents": (8, 5), "dedans": (6, 3)}
        if kind == "clusters":
            return write(csv_text(("strate", "clusters"), sizes.items()), "populations.csv")
        least, turns = members[kind]
        lines = [(strate, grappe, sizes[strate], least + k % turns) for strate, grappe, k in drawn]
        return write(csv_text(("strate", "grappe", "clusters", "population"), lines), "populations.csv")

    return writer


STRATA: dict[str, Any] = {"strata": ("strate",), "nests": True}
ALONE: dict[str, Any] = {"strata": ("seule",), "nests": True}


@pytest.mark.parametrize(
    ("design", "clusters", "options", "nation", "region"),
    [
        (
            {},
            ("grappe",),
            {},
            (0.0260223339002231, 0.2394926962883560, 30),
            (0.0480121078589234, 0.3884011902943771, 30),
        ),
        (
            STRATA,
            ("grappe",),
            {},
            (0.0272740865368102, 0.2359229339356056, 29),
            (0.0501208136474846, 0.3973823738869293, 29),
        ),
        (
            STRATA,
            ("grappe",),
            {"population": "clusters"},
            (0.0238486375329138, 0.2053226732085751, 29),
            (0.043442341395272, 0.346434614907941, 29),
        ),
        (
            STRATA,
            ("grappe",),
            {"population": "respondents", "lonely": "centre"},
            (0.025214027944246, 0.212054567080178, 29),
            (0.0451783861674277, 0.3552627532823657, 29),
        ),
        (
            STRATA,
            ("grappe", "dedans"),
            {"population": "dedans", "lonely": "centre"},
            (0.0261999925426303, 0.2174645110463178, 29),
            (0.0470139930316746, 0.3658769417520871, 29),
        ),
        (
            {"strata": ("paire",)},
            ("psu",),
            {},
            (0.0270321591227588, 0.2431373757180698, 15),
            (0.0456043392716621, 0.3367571930553050, 15),
        ),
        (
            ALONE,
            ("grappe",),
            {"lonely": "centre"},
            (0.027289739828052, 0.236342656936797, 28),
            (0.0496814038005641, 0.3981529833927405, 28),
        ),
        (
            ALONE,
            ("grappe",),
            {"lonely": "average"},
            (0.0301970131177315, 0.2582071832544012, 28),
            (0.0553530619971555, 0.4383298688737463, 28),
        ),
        (
            ALONE,
            ("grappe",),
            {"lonely": "certainty"},
            (0.0270090296194802, 0.2309475256142346, 28),
            (0.049509283755360, 0.392054153348106, 28),
        ),
    ],
)
def test_standard_errors_and_degrees_of_clusters_are_those_of_r(
    run: Callable[..., Any],
    respondents: str,
    populations: Callable[[str], str],
    design: dict[str, Any],
    clusters: tuple[str, ...],
    options: dict[str, str],
    nation: tuple[float, float, int],
    region: tuple[float, float, int],
) -> None:
    kind = options.get("population", "")
    options = {**options, "population": populations(kind)} if kind else options

    results = run(replace(SPEC, clusters=clusters, **design), respondents, **options)

    for name, (share, mean, degrees) in (("France", nation), ("Bretagne", region)):
        yes, score = (results.one(item, region=name) for item in ("oui", "mean"))
        assert (yes.standard_error, score.standard_error) == pytest.approx((100 * share, mean), abs=1e-9)
        assert yes.degrees_of_freedom == score.degrees_of_freedom == degrees


@pytest.mark.parametrize("step", [7, 101])
def test_the_order_of_rows_and_the_size_of_blocks_show_in_no_figure_of_clusters(
    run: Callable[..., Any], respondents: str, csv_text: Callable[..., str], step: int
) -> None:
    spec = replace(SPEC, clusters=("grappe",), **STRATA)
    mixed = [ROWS[place * step % len(ROWS)] for place in range(len(ROWS))]

    found = run(spec, csv_text(HEADER, mixed), block_size=40 * step)

    assert set(found.estimates) == set(run(spec, respondents).estimates)
