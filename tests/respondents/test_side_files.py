"""Populations stand beside respondents under the names that respondents have: group, then region or strata."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.files.findings import Findings
from phare_cli.respondents.design.side_files import read_populations
from phare_cli.respondents.specs.spec_file import parse_spec

QUESTION = '[[question]]\nindicator = "q"\ncolumn = "Q"\n'
BY_GROUP = f'region = "R"\nstakeholder = "G"\n{QUESTION}'
ONE_GROUP = f'region = "R"\nstakeholder = "=citoyens"\n{QUESTION}'
STRATA = f'region = "R"\nstakeholder = "G"\nstrata = ["R", "S"]\n{QUESTION}'
RECODE = '[recode.region]\n"1" = "Corse"\n[recode.stakeholder]\nm = "mayors"\n'
RECODED = f'region = "R"\nstakeholder = "G"\n{RECODE}{QUESTION}'
SOUTH = "Provence-Alpes-Côte d'Azur"


@pytest.mark.parametrize(
    ("spec", "file", "expected"),
    [
        (
            BY_GROUP,
            "stakeholder;region;population\nmaires;93;3\nMayors;Bretagne;30\ncitizens;PACA;4 000\n",
            {("mayors", (SOUTH,)): 3.0, ("mayors", ("Bretagne",)): 30.0, ("citizens", (SOUTH,)): 4000.0},
        ),
        (ONE_GROUP, "region,population\npaca,3\n", {("", (SOUTH,)): 3.0}),
        (
            ONE_GROUP,
            "stakeholder,region,population\n,paca,3\nmaires,paca,5\n",
            {("", (SOUTH,)): 3.0, ("mayors", (SOUTH,)): 5.0},
        ),
        (
            STRATA,
            "S,stakeholder,R,population\nurban,maires,93,7\nrural,maires,PACA,8\n",
            {("mayors", ("93", "urban")): 7.0, ("mayors", ("PACA", "rural")): 8.0},
        ),
        (RECODED, "region,stakeholder,population\n1,m,9\n", {("mayors", ("Corse",)): 9.0}),
    ],
)
def test_a_population_is_found_by_group_and_by_region_or_strata(
    write: Callable[..., str], spec: str, file: str, expected: dict[tuple[str, tuple[str, ...]], float]
) -> None:
    findings = Findings()

    found = read_populations(write(file, "population.csv"), parse_spec(spec, "spec.toml"), findings)

    assert (found.people, findings.problems) == (expected, [])


@pytest.mark.parametrize(
    ("spec", "file"),
    [
        (BY_GROUP, "stakeholder,region,population\nmaires,PACA,3\nmayors,93,30\n"),
        (ONE_GROUP, "region,population\nPACA,3\nPACA,3\n"),
        (STRATA, "R,S,stakeholder,population\nx,y,maires,3\nx,y,mayors,4\n"),
    ],
)
def test_a_population_that_is_given_twice_is_a_problem(
    problems: Callable[..., Any], write: Callable[..., str], spec: str, file: str
) -> None:
    assert problems(spec, "R,S,G,Q\nPACA,y,maires,a\n", population=write(file, "population.csv")) == [
        ("duplicate-key", 3, "population", "this stratum has a population already. Keep one of the two rows.")
    ]


def test_the_population_of_one_group_is_not_that_of_another(
    run: Callable[..., Any], problems: Callable[..., Any], write: Callable[..., str]
) -> None:
    # All the mayors were asked, and a few of the citizens.
    mayors = "stakeholder,region,population\nmayors,PACA,4\n"
    both = write(mayors + "citizens,PACA,4000\n", "both.csv")
    rows = "PACA,citizens,a\nPACA,citizens,b\nPACA,citizens,a\n" + "PACA,mayors,a\nPACA,mayors,b\n" * 2

    found = run(BY_GROUP, f"R,G,Q\n{rows}", population=both)

    assert found.one("a", region=SOUTH, stakeholder="mayors").standard_error == 0.0
    assert found.one("a", region=SOUTH, stakeholder="citizens").standard_error > 20.0
    assert problems(BY_GROUP, f"R,G,Q\n{rows}", population=write(mayors, "mayors.csv")) == [
        ("no-population", None, None,
         f"this file does not say how many people the stratum {SOUTH} of Citizens holds; 3 respondents stand in it.")
    ]  # fmt: skip
