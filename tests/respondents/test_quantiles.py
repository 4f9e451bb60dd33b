"""Quantiles of numbers against R's survey, by strata and clusters, with Woodruff's interval.

    library(survey); i <- 1:480
    d <- data.frame(region = c("Bretagne","Normandie","Occitanie")[(i * 7 + i %/% 5) %% 3 + 1],
      strate = c("a","b","c","d")[(i - 1) %/% 120 + 1], grappe = (i - 1) %/% 8,
      poids = 0.5 + ((i * 37) %% 50) / 25, rev = 900 + (i * i * 31 + i * 17) %% 2900)
    des <- svydesign(ids = ~grappe, strata = ~strate, weights = ~poids, data = d)
    x <- subset(des, region == "Bretagne")                              # and des
    svyquantile(~rev, x, c(.25, .75, .9, .01), qrule = "school", df = degf(x))

R 4.2.2, survey 4.1.1.
"""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
SPEC = (
    'region = "region"\nnation = true\nstakeholder = "=citizens"\nweight = "poids"\nstrata = ["strate"]\n'
    'cluster = ["grappe"]\n[[question]]\nindicator = "rev"\nkind = "number"\ncolumn = "rev"\nunit = "€"\n'
    "statistics = {statistics}\n"
)
ASKED = (
    '{ "0.25" = "quantile 0.25", "0.75" = "quantile 0.75", "0.9" = "quantile 0.9", "0.01" = "quantile 0.01" }'
)
R = {
    ("France", "0.25"): (1508, 1364, 1648, 70.8851405944),
    ("France", "0.75"): (3020, 2930, 3214, 70.8851405944),
    ("France", "0.9"): (3548, 3408, 3610, 50.4183042256),
    ("France", "0.01"): (908, 900, 930, 7.4878669642),
    ("Bretagne", "0.25"): (1610, 1360, 1800, 109.822048808),
    ("Bretagne", "0.9"): (3460, 3320, 3620, 74.878669642),
}
FIELDS = ("value", "interval_low", "interval_high", "standard_error")


@pytest.fixture
def people(tmp_path: Path) -> Callable[[str], None]:
    rows = [
        f"{('Bretagne', 'Normandie', 'Occitanie')[(i * 7 + i // 5) % 3]},{'abcd'[(i - 1) // 120]},{(i - 1) // 8},"
        f"{0.5 + i * 37 % 50 / 25},{900 + (i * i * 31 + i * 17) % 2900}"
        for i in range(1, 481)
    ]
    (tmp_path / "d.csv").write_text(
        "region,strate,grappe,poids,rev\n" + "\n".join(rows) + "\n", encoding="utf-8"
    )

    def asked(statistics: str) -> None:
        (tmp_path / "s.toml").write_text(SPEC.replace("{statistics}", statistics), encoding="utf-8")

    return asked


def test_quantiles_are_those_of_r_with_its_interval(
    phare: Phare, people: Callable[[str], None], tmp_path: Path
) -> None:
    people(ASKED)
    phare("tabulate d.csv --spec s.toml -o out.csv")
    with (tmp_path / "out.csv").open(encoding="utf-8") as file:
        found = {(row["region"], row["item"]): row for row in csv.DictReader(file)}

    for key, expected in R.items():
        assert [float(found[key][field]) for field in FIELDS] == pytest.approx(expected, abs=1e-8)
    # Nothing tells an interval that would begin below the lowest.
    assert found["Bretagne", "0.01"]["interval_low"] == ""


def test_their_interval_is_shown_and_their_gaps_are_not_tested(
    phare: Phare, people: Callable[[str], None]
) -> None:
    people('["quantile 0.9"]')
    phare("tabulate d.csv --spec s.toml -o out.csv")
    [row] = phare("show -r France -f json -d out.csv").rows
    reasons = phare("compare -r Bretagne -f csv -d out.csv").column("reason")

    assert (row["indicator"], row["low"], row["high"]) == ("rev", 3408, 3610)
    assert reasons == ["no_test"]


@pytest.mark.parametrize("statistic", ["quantile", "quantile 0", "quantile 1", "quantile 25", "quantile x"])
def test_a_quantile_says_the_part_under_it(
    phare: Phare, people: Callable[[str], None], statistic: str
) -> None:
    people(f'["{statistic}"]')
    run = phare("tabulate d.csv --spec s.toml")

    assert (run.status, "a quantile says the part under it, between 0 and 1" in run.err) == (3, True)
