"""Small counts are hidden, and so is what would give them away."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from phare_cli.language.typeset import Typesetter

SPEC = 'region = "R"\nstakeholder = "=citizens"\n[[question]]\nindicator = "q"\ncolumn = "Q"\n'


def respondents(counts: dict[tuple[str, str], int]) -> str:
    return "R,Q\n" + "".join(f"{region},{item}\n" * count for (region, item), count in counts.items())


def test_a_small_count_and_a_second_one_are_hidden(run: Callable[..., Any]) -> None:
    answers = respondents(
        {
            ("Bretagne", "a"): 2,
            ("Bretagne", "b"): 20,
            ("Bretagne", "c"): 30,
            ("Corse", "a"): 15,
            ("Corse", "b"): 25,
            ("Corse", "c"): 35,
        }
    )

    results = run(SPEC, answers, min_count=5)

    assert results.values(region="Bretagne") == {"a": None, "b": None, "c": pytest.approx(57.6923076923)}
    assert results.values(region="Corse") == {"a": None, "b": None, "c": pytest.approx(46.6666666667)}
    assert None not in results.values().values()
    assert results.one("a", region="Bretagne").note == "hidden: too few respondents"
    assert results.one("a", region="Bretagne").base == 52
    assert results.notices == [
        "4 results are hidden: fewer than 5 respondents (1), or given away by the others (3)."
    ]


def test_a_small_base_is_hidden_with_all_its_answers(run: Callable[..., Any]) -> None:
    counts = {("Bretagne", "a"): 3, ("Corse", "a"): 15, ("Corse", "b"): 25, ("Occitanie", "a"): 9}

    results = run(SPEC, respondents(counts), min_count=5)

    assert [(each.value, each.base) for each in results.estimates if each.region == "Bretagne"] == [
        (None, None),
        (None, None),
    ]


def test_nothing_is_hidden_unless_asked(run: Callable[..., Any]) -> None:
    results = run(SPEC, respondents({("Bretagne", "a"): 1, ("Corse", "b"): 1}))

    assert all(each.value is not None for each in results.estimates)


def test_hidden_figures_are_in_no_other_page(run: Callable[..., Any]) -> None:
    spec = SPEC.replace('"R"', '"=Corse"')

    tabulation = run(spec, "R,Q\n" + "x,a\n" * 2 + "x,b\n" * 7 + "x,c\n" * 9, min_count=5).tabulation

    values = {row["item"]: row["value"] for row in tabulation.codebook.records()}
    assert values == {"a": None, "b": None, "c": 50.0}


def test_all_but_a_few_are_a_small_count_too_where_several_answers_may_be_given(
    run: Callable[..., Any],
) -> None:
    spec = SPEC.replace('"R"', '"=Corse"').replace("column", 'kind = "cell"\ncolumn')

    results = run(spec, "R,Q\n" + "x,a;b\n" * 19 + "x,b;c\n" + "x,c\n" * 20, min_count=5)

    assert results.values(region="Corse") == {"a": 47.5, "b": 50.0, "c": 52.5}
    some = run(spec, "R,Q\n" + "x,a;b\n" * 19 + "x,b\n", min_count=5)
    assert some.values(region="Corse") == {"a": None, "b": 100.0}


def test_a_question_asked_of_few_does_not_tell_who_they_are(run: Callable[..., Any]) -> None:
    spec = f'{SPEC}[[question]]\nindicator = "why"\ncolumn = "W"\nasked = {{Q = ["yes"]}}\n'
    answers = (
        "R,Q,W\n" + "Corse,yes,x\n" * 58 + "Corse,no,\n" * 2 + "Bretagne,yes,x\n" * 30 + "Bretagne,no,\n" * 30
    )

    results = run(spec, answers, min_count=5)

    assert {each.base for each in results.estimates if each.indicator == "why"} == {None}


def test_what_nobody_in_the_nation_said_shows_in_a_hidden_region(run: Callable[..., Any]) -> None:
    spec = f'{SPEC}options = ["a", "b", "c"]\n'
    counts = {("Bretagne", "a"): 3, ("Corse", "a"): 15, ("Corse", "b"): 25, ("Occitanie", "a"): 9}

    results = run(spec, respondents(counts), min_count=5)

    assert results.values(region="Bretagne") == {"a": None, "b": None, "c": 0.0}


def test_hidden_counts_are_in_no_notice_that_is_published(run: Callable[..., Any]) -> None:
    answers = respondents({("Bretagne", "a"): 30, ("Bretagne", "b"): 2, ("Corse", "a"): 30, ("", "a"): 3})

    results = run(SPEC, answers, min_count=5)

    assert results.notices[0] == "a few respondents have no region and count in the whole only."
    assert not any("hidden" in note.text for note in results.tabulation.results.notes)


def test_the_codebook_tells_no_small_number_of_missing_answers(run: Callable[..., Any]) -> None:
    answers = respondents({("Bretagne", "a"): 30, ("Corse", "a"): 30, ("Corse", ""): 2})

    book = run(SPEC, answers, min_count=5).tabulation.codebook.records()

    assert [(row["base"], row["missing"]) for row in book] == [(60, None)]


def test_what_a_design_says_beside_hidden_figures_is_rounded(run: Callable[..., Any]) -> None:
    spec = 'strata = "R"\nweight = "W"\n' + SPEC
    counts = {("Bretagne", "a", 1): 2, ("Bretagne", "b", 1): 90, ("Corse", "a", 3): 40, ("Corse", "b", 3): 35}
    rows = "".join(f"{region},{item},{weight}\n" * count for (region, item, weight), count in counts.items())

    told = run(spec, "R,Q,W\n" + rows, min_count=5).one("a")
    exact = run(spec, "R,Q,W\n" + rows).one("a")

    assert told.value == exact.value
    assert (told.effective_base, told.standard_error) == (130.0, 4.2)
    assert 131.0 < exact.effective_base < 140.0
    assert 4.1 < exact.standard_error < 4.2
    assert (told.rank_low, told.rank_high) == (exact.rank_low, exact.rank_high)


def test_the_part_of_a_nation_whose_base_is_hidden_is_not_told(run: Callable[..., Any]) -> None:
    spec = f'{SPEC}[[question]]\nindicator = "why"\ncolumn = "W"\nkind = "cell"\nasked = {{Q = ["yes"]}}\n'
    answers = (
        "R,Q,W\n"
        + "Corse,yes,x\n" * 40
        + "Corse,yes,y\n" * 3
        + "Bretagne,yes,x\n" * 30
        + "Bretagne,no,\n" * 30
    )

    results = run(spec, answers, min_count=5).estimates

    hidden = {(each.indicator, each.wave) for each in results if each.region == "France" and not each.base}
    assert hidden
    assert all(each.nation_share is None for each in results if (each.indicator, each.wave) in hidden)
    assert all(each.rank_low is None for each in results if each.indicator == "why")


def test_how_many_stand_in_a_stratum_or_nowhere_is_in_nothing_that_is_published(
    run: Callable[..., Any], write: Callable[..., str]
) -> None:
    people = write("S,population\nu,3\nv,900\nw,40\n", "people.csv")
    answers = "R,S,Q\n" + "Corse,u,a\n" * 3 + "Corse,v,a\n" * 30 + "Corse,v,b\n" * 30 + ",v,a\n" * 2

    results = run('strata = ["S"]\n' + SPEC, answers, population=people, min_count=5, nation=False)

    said = [
        "everybody in the stratum u of Citizens was asked (3 people): it is no sample.",
        "no respondent stands in the stratum w, which has a population: results say nothing of it.",
    ]
    assert [notice for notice in results.notices if notice in said] == said
    notes = (*results.tabulation.results.notes, *results.tabulation.codebook.notes)
    published = [Typesetter("en").say(note) for note in notes]
    assert "a few respondents have no region and count nowhere." in published
    assert not [note for note in published if note in said or "read" in note]
