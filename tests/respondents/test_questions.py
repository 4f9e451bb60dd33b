"""The four kinds of questions, who was asked, and which populations get a row."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

HEAD = 'region = "=France"\nstakeholder = "=citizens"\n'
ONE = '[[question]]\nindicator = "q"\n'


def test_a_single_answer_counts_on_those_who_answered(run: Callable[..., Any]) -> None:
    results = run(HEAD + 'missing = ["NSP"]\n' + ONE + 'column = "Q"', "Q\na\nb\na\nNSP\n\na\n")

    assert results.values() == {"a": 75.0, "b": 25.0}
    assert results.one("a").base == 4


def test_options_never_chosen_are_kept_as_zero_in_the_order_declared(run: Callable[..., Any]) -> None:
    spec = HEAD + ONE + 'column = "Q"\noptions = {z = "last", a = "first", m = "never"}'

    results = run(spec, "Q\nz\na\n")

    assert list(results.values().items()) == [("last", 50.0), ("first", 50.0), ("never", 0.0)]


def test_several_answers_may_be_one_item(run: Callable[..., Any]) -> None:
    spec = HEAD + ONE + 'column = "Q"\noptions = {"very" = "yes", "rather" = "yes", "no" = "no"}'

    assert run(spec, "Q\nvery\nrather\nno\nno\n").values() == {"yes": 50.0, "no": 50.0}


def test_items_found_rather_than_declared_stand_in_natural_order(run: Callable[..., Any]) -> None:
    assert list(run(HEAD + ONE + 'column = "Q"', "Q\n10\nb\n9\na\n").values()) == ["9", "10", "a", "b"]


def test_a_set_of_columns_counts_those_who_saw_it(run: Callable[..., Any]) -> None:
    spec = HEAD + ONE + 'kind = "set"\ncolumns = ["Q3[*]"]'
    answers = "Q3[SQ001],Q3[SQ002]\nOui,Non\nNon,Non\nOui,Oui\n,\n"

    results = run(spec, answers)

    assert results.values() == pytest.approx({"SQ001": 200 / 3, "SQ002": 100 / 3})
    assert results.one("SQ001").base == 3


@pytest.mark.parametrize(
    ("header", "cells", "items"),
    [
        ("Q3[SQ001],Q3[SQ002]", "1,0", ["SQ001", "SQ002"]),
        ("q_1,q_2", "Father,Not selected\nNot selected,Mother", ["Father", "Mother"]),
        ("Q3[1]. Who? [The town],Q3[2]. Who? [The state]", "Oui,Non", ["The town", "The state"]),
    ],
)
def test_a_set_that_is_not_named_names_itself(
    run: Callable[..., Any], header: str, cells: str, items: list[str]
) -> None:
    results = (
        run(
            HEAD + ONE + 'kind = "set"\ncolumns = ["Q3*", "q_*"]'.replace('"q_*"', "") + "\n",
            f"{header}\n{cells}\n",
        )
        if header.startswith("Q3")
        else run(HEAD + ONE + 'kind = "set"\ncolumns = "q_*"', f"{header}\n{cells}\n")
    )

    assert list(results.values()) == items


def test_blank_means_not_chosen_only_where_the_spec_says_so(run: Callable[..., Any]) -> None:
    answers = "id,A,B\n1,x,\n2,,\n3,,x\n"
    question = 'kind = "set"\noptions = {A = "a", B = "b"}\n'

    assert run(HEAD + ONE + question, answers).one("a").base == 2
    assert run(HEAD + ONE + question + 'not_selected = [""]', answers).one("a").base == 3


def test_a_cell_of_several_answers_is_split_on_declared_options_longest_first(
    run: Callable[..., Any],
) -> None:
    spec = (
        HEAD + ONE + 'kind = "cell"\ncolumn = "Q"\nseparator = ", "\n'
        'options = {"Trains" = "trains", "Trains, trams" = "both", "Roads" = "roads"}'
    )

    results = run(spec, 'Q\n"Trains, trams, Roads"\nTrains\n"Roads, Trains"\n"Trains, trams"\n')

    assert results.values() == {"trains": 50.0, "both": 50.0, "roads": 50.0}


def test_what_is_not_declared_counts_as_other_once(run: Callable[..., Any]) -> None:
    spec = HEAD + ONE + 'kind = "cell"\ncolumn = "Q"\nother = "other"\noptions = {a = "a"}'

    assert run(spec, "Q\na;my secret;another\na\n").values() == {"a": 100.0, "other": 50.0}


def test_an_answer_given_twice_in_a_cell_counts_once(run: Callable[..., Any]) -> None:
    assert run(HEAD + ONE + 'kind = "cell"\ncolumn = "Q"', "Q\na;a;b\nb;\n").values() == {
        "a": 50.0,
        "b": 100.0,
    }


def test_a_score_has_a_mean_a_base_and_a_unit(run: Callable[..., Any]) -> None:
    found = run(HEAD + ONE + 'kind = "score"\ncolumn = "Q"\nmissing = ["99"]', 'Q\n7\n"8,5"\n99\n\n10\n').one(
        "mean"
    )

    assert (found.value, found.base, found.unit, found.response) == (8.5, 3, "score/10", "")


def test_only_those_who_were_asked_count(run: Callable[..., Any]) -> None:
    spec = HEAD + ONE + 'column = "Q"\nasked = {F = ["Oui", "Peut-être"]}\nuniverse = "those who know"'

    found = run(spec, "F,Q\nOui,a\nNon,a\nPeut-être,b\n").one("a")

    assert (found.value, found.base, found.universe) == (50.0, 2, "those who know")


def test_each_region_is_part_of_the_nation_and_groups_are_never_pooled(run: Callable[..., Any]) -> None:
    spec = 'region = "R"\nstakeholder = "G"\n' + ONE + 'column = "Q"'
    answers = "R,G,Q\nPACA,maire,a\n93,citoyens,b\n53,citoyens,a\nBretagne,Citizens,a\n"

    results = run(spec, answers)

    told = [
        (each.region, each.stakeholder, each.in_national_sample)
        for each in results.estimates
        if each.item == "a"
    ]
    assert told == [
        ("France", "citizens", None),
        ("France", "mayors", None),
        ("Bretagne", "citizens", True),
        ("Provence-Alpes-Côte d'Azur", "citizens", True),
        ("Provence-Alpes-Côte d'Azur", "mayors", True),
    ]
    assert results.one("a", stakeholder="citizens").value == pytest.approx(200 / 3)


def test_groups_are_pooled_when_asked(run: Callable[..., Any]) -> None:
    spec = 'region = "=France"\nstakeholder = "G"\n' + ONE + 'column = "Q"'

    results = run(spec, "G,Q\nmaire,a\ncitoyens,b\n", pool_groups=True)

    assert results.one("a", stakeholder="all").value == 50.0


def test_separate_regional_samples_make_no_nation(run: Callable[..., Any]) -> None:
    spec = 'region = "R"\nstakeholder = "=citizens"\nin_national_sample = false\n' + ONE + 'column = "Q"'

    results = run(spec, "R,Q\nPACA,a\nBretagne,b\n")

    assert {(each.region, each.in_national_sample) for each in results.estimates} == {
        ("Provence-Alpes-Côte d'Azur", False),
        ("Bretagne", False),
    }


def test_a_constant_region_is_the_region_of_all(run: Callable[..., Any]) -> None:
    results = run('region = "=PACA"\nstakeholder = "=citizens"\n' + ONE + 'column = "Q"', "Q\na\n")

    assert [each.region for each in results.estimates] == ["Provence-Alpes-Côte d'Azur"]


def test_codes_are_recoded_before_the_codebook_reads_them(run: Callable[..., Any]) -> None:
    spec = (
        'region = "R"\nstakeholder = "G"\n[recode.stakeholder]\n1 = "mayors"\n2 = "companies"\n'
        '[recode.region]\nsud = "PACA"\n' + ONE + 'column = "Q"'
    )

    results = run(spec, "R,G,Q\nSud,1,a\nNA,2,a\n")

    assert results.one("a", region="Provence-Alpes-Côte d'Azur").stakeholder == "mayors"
    assert results.one("a", region="Nouvelle-Aquitaine").stakeholder == "companies"


def test_segments_and_waves_add_rows(run: Callable[..., Any]) -> None:
    spec = HEAD + 'segment = "AGE"\nwave = "AN"\n' + ONE + 'column = "Q"'

    results = run(spec, "AN,AGE,Q\n2022,young,a\n2022,old,b\n2024,young,a\n")

    assert results.one("a", wave="2022").value == 50.0
    assert results.one("a", wave="2022", segment="young").value == 100.0
    assert results.one("a", wave="2024").base == 1


def test_who_has_no_region_counts_in_the_nation_and_it_is_said(run: Callable[..., Any]) -> None:
    spec = 'region = "R"\nstakeholder = "G"\n' + ONE + 'column = "Q"'

    results = run(spec, "R,G,Q\nPACA,maire,a\nBretagne,maire,b\n,maire,b\nCorse,,a\n")

    assert results.one("b").base == 3
    assert results.notices == [
        "1 respondent belongs to no stakeholder group and counts nowhere.",
        "1 respondent has no region and counts in the whole only.",
    ]


def test_two_files_are_one_survey(run: Callable[..., Any]) -> None:
    results = run(HEAD + ONE + 'column = "Q"', "Q,Z\na,1\nb,1\n", "Z;Q\n1;b\n1;b\n")

    assert results.values() == {"a": 25.0, "b": 75.0}


@pytest.mark.parametrize("code", ["-1", "\u22121", "- 1"])
def test_a_code_below_zero_is_no_code_above(run: Callable[..., Any], code: str) -> None:
    spec = 'region = "R"\nstakeholder = "G"\n[recode.stakeholder]\n"1" = "mayors"\n' + ONE + 'column = "Q"'
    results = run(spec, f"Q;R;G\na;PACA;1\nb;PACA;{code}\n")

    assert {each.stakeholder for each in results.estimates} == {"mayors", code}


@pytest.mark.parametrize(("chosen", "other"), [("1", "-1"), ("1", "-99"), ("2", "-2")])
def test_a_word_below_zero_does_not_say_chosen(problems: Callable[..., Any], chosen: str, other: str) -> None:
    spec = HEAD + ONE + 'kind = "set"\ncolumns = ["Q_*"]'
    answers = f"Q_1;Q_2\n{chosen};{other}\n{other};{other}\n{chosen};{chosen}\n"

    assert [each[0] for each in problems(spec, answers)] == ["several-words"]
