"""What a population file makes of strata: weights, corrections, and what cannot be. Figures are those of R's survey.

The file is that of test_oracles; R 4.2.2, survey 4.1.1:

    nn <- svydesign(ids = ~1, strata = ~strate, fpc = ~N, data = d)
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.nouns.errors import WrongOption

SPEC = """
region = "R"
stakeholder = "=citizens"
{strata}
[[question]]
indicator = "q"
column = "Q"
"""
BY_REGION = SPEC.format(strata="")
BY_STRATUM = SPEC.format(strata='strata = "S"')
ROWS = [
    (
        ("Bretagne", "Normandie", "Occitanie")[(i * 7 + i // 5) % 3],
        "abcd"[(i * i + i // 7) % 4],
        ("non", "oui")[int((i * i * 3 + i * 5) % 11 < 4)],
    )
    for i in range(1, 241)
]
ANSWERS = "R,S,Q\n" + "".join(",".join(row) + "\n" for row in ROWS)
PEOPLE = "S,population\na,400\nb,300\nc,250\nd,500\n"


@pytest.mark.parametrize(
    ("region", "value", "effective", "error"),
    [
        # m <- svymean(~oui, x); c(coef(m), coef(m) * (1 - coef(m)) / SE(m)^2, SE(m))
        ("France", 54.69532469017800, 241.0432198429294, 3.20626307524867),
        ("Bretagne", 53.74040762679089, 96.2199155945537, 5.08298576114964),
    ],
)
def test_respondents_stand_for_the_people_of_their_stratum(
    run: Callable[..., Any],
    write: Callable[..., str],
    region: str,
    value: float,
    effective: float,
    error: float,
) -> None:
    found = run(BY_STRATUM, ANSWERS, population=write(PEOPLE, "people.csv")).one("oui", region=region)

    assert (found.value, found.effective_base, found.standard_error) == pytest.approx(
        (value, effective, error), abs=1e-6
    )


def test_everybody_asked_is_no_sample(run: Callable[..., Any], write: Callable[..., str]) -> None:
    answers = "R,Q\n" + "PACA,a\nPACA,b\nPACA,b\n" + "Bretagne,a\nBretagne,b\nBretagne,b\n"
    people = write("region,population\nPACA,3\nBretagne,30\n", "people.csv")

    results = run(BY_REGION, answers, population=people)

    south = results.one("a", region="Provence-Alpes-Côte d'Azur")
    assert (south.standard_error, south.rank_low, south.rank_high) == (0.0, 2, 2)
    assert results.one("a", region="Bretagne").standard_error > 20.0
    assert results.notices[0] == (
        "everybody in the stratum Provence-Alpes-Côte d'Azur of Citizens was asked (3 people): it is no sample."
    )


@pytest.mark.parametrize(
    ("people", "code", "said"),
    [
        (PEOPLE.replace("d,500\n", ""), "no-population",
         "this file does not say how many people the stratum d of Citizens holds; 49 respondents stand in it."),
        (PEOPLE.replace("400", "60"), "more-than-population",
         "67 respondents stand in the stratum a of Citizens, which holds 60 people."),
        ("S,population\nA,400\nB,300\nC,250\nD,500\n", "no-respondent",
         "no respondent stands in any stratum of this file: compare how both files write them."),
        (PEOPLE + "a,5\n", "duplicate-key",
         "this stratum has a population already. Keep one of the two rows."),
        (PEOPLE.replace("400", "many"), "not-a-number", None),
    ],
)  # fmt: skip
def test_populations_that_do_not_fit_are_problems(
    problems: Callable[..., Any], write: Callable[..., str], people: str, code: str, said: str | None
) -> None:
    found = problems(BY_STRATUM, ANSWERS, population=write(people, "people.csv"))

    assert [each[0] for each in found] == [code]
    assert said in (None, found[0][3])


def test_a_population_for_any_group_is_that_of_the_only_one(
    run: Callable[..., Any], write: Callable[..., str]
) -> None:
    spec = BY_STRATUM.replace('"=citizens"', '"G"')
    answers = (
        ANSWERS.replace("R,S,Q", "R,S,Q,G").replace("oui\n", "oui,maires\n").replace("non\n", "non,maires\n")
    )
    people = write(PEOPLE, "people.csv")

    assert run(spec, answers, population=people).one("oui").standard_error == pytest.approx(3.20626307524867)
    with pytest.raises(WrongOption, match="Add a column stakeholder to them"):
        run(spec, answers.replace("oui,maires", "oui,citoyens"), population=people)


def test_a_stratum_without_respondents_is_said(run: Callable[..., Any], write: Callable[..., str]) -> None:
    results = run(BY_STRATUM, ANSWERS, population=write(PEOPLE + "e,90\n", "people.csv"))

    assert results.notices[0] == (
        "no respondent stands in the stratum e, which has a population: results say nothing of it."
    )


def test_one_respondent_tells_of_no_variance_unless_it_is_taken_from_the_mean_of_all(
    problems: Callable[..., Any], run: Callable[..., Any]
) -> None:
    alone = ANSWERS.replace("a,oui\n", "z,oui\n", 1)

    assert [each[0] for each in problems(BY_STRATUM, alone)] == ["lonely-stratum"]
    assert run(BY_STRATUM, alone, lonely="centre").one("oui").effective_base > 0.0


def test_a_few_regions_are_the_nation_only_where_it_is_said(run: Callable[..., Any]) -> None:
    silent = run(BY_REGION, ANSWERS, nation=None)

    assert {(each.region, each.in_national_sample, each.nation_share) for each in silent.estimates} == {
        ("Bretagne", None, None), ("Normandie", None, None), ("Occitanie", None, None),
    }  # fmt: skip
    assert silent.notices == [
        "the file holds 3 regions, which are not added up to the nation. nation = true says that they are a national "
        "sample."
    ]
    told = run("nation = true\n" + BY_REGION, ANSWERS, nation=None)
    assert {each.region for each in told.estimates} >= {"France"}
    assert sum(
        each.nation_share for each in told.estimates if each.item == "oui" and each.nation_share
    ) == pytest.approx(1)
    assert told.notices == []


def test_all_of_mainland_france_is_the_nation_unless_it_is_denied(run: Callable[..., Any]) -> None:
    codes = ["11", "24", "27", "28", "32", "44", "52", "53", "75", "76", "84", "93", "94"]
    answers = "R,Q\n" + "".join(f"{code},oui\n{code},non\n" for code in codes)

    whole = run(BY_REGION, answers, nation=None)
    assert whole.values() == {"non": 50.0, "oui": 50.0}
    assert any("all the regions of mainland France are there" in notice for notice in whole.notices)
    assert run("nation = false\n" + BY_REGION, answers, nation=None).values() == {}


def test_clusters_that_nothing_uses_are_asked_about(run: Callable[..., Any]) -> None:
    notices = run(BY_REGION, "R,Q,Grappe\nPACA,oui,1\nBretagne,non,2\n").notices

    assert notices == [
        'were respondents drawn together, by Grappe? Then name it, cluster = ["Grappe"]: intervals and tests take each '
        "as drawn alone, and are too narrow where those of a cluster are alike."
    ]
