"""Waves stand in the order of time where their names tell it, in French and in English; else in that of the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.judging.wave_names import in_time
from phare_cli.judging.waves import WaveOrder

ORDERED = (
    ("décembre 2019", "mars 2020", "avril 2020"),
    ("August 2023", "Sept. 2023", "January 2024"),
    ("janv-23", "sept-23", "mars-24"),
    ("2e trimestre 2023", "troisième trimestre 2023", "1er trimestre 2024"),
    ("T3 2023", "T4 2023", "T1 2024"),
    ("Q4 2023", "2024 Q1", "2024-Q2"),
    ("T4 22", "T1 23"),
    ("S1 2023", "S2 2023", "S1 2024"),
    ("first half 2023", "second half 2023", "H1 2024"),
    ("12/2022", "09/2023", "01/2024"),
    ("2022-12", "2023-09"),
    ("2022-12-01", "2023-03-15"),
    ("31/12/2022", "15/03/2023", "02/10/2023"),
    ("12/31/2022", "03/15/2023"),
    ("2 avril 2019", "15 mars 2020"),
    ("automne 2020", "hiver 2020-2021", "printemps 2021", "été 2021"),
    ("fin 2019", "début 2020", "mi-2020", "fin 2020"),
    ("late 2019", "early 2020", "mid-2020", "end of 2020"),
    ("spring 2020", "summer 2020", "fall 2020"),
    ("semaine 9 2021", "semaine 10 2021"),
    ("2018-2019", "2019-2020"),
    ("janvier-février 2020", "mars-avril 2020"),
    ("Baromètre 2018", "Baromètre 2020"),
    ("Vague 2 (mars 2019)", "Vague 1 (juin 2020)"),
    ("Vague 1", "Vague 2", "Vague 9", "Vague 10"),
    ("V2", "V10"),
    ("1re vague", "2e vague", "10e vague"),
    ("first wave", "second wave", "third wave"),
    ("I", "V", "IX", "X"),
    ("vague III", "vague IV"),
    ("J-7", "J+1", "J+30"),
    ("T-1", "T0", "T+1"),
    ("-5", "-2", "3"),
    ("vague -1", "vague 0", "vague 1"),
    ("vague-1", "vague-2", "vague-10"),
    ("avant", "après"),
    ("Before the reform", "During the reform", "After the reform"),
    ("pré-test", "post-test"),
)
UNTOLD = (
    ("pilote", "enquête"),
    ("hiver 2021", "été 2021"),  # at the beginning of 2021, or at its end
    ("03/04/2023", "04/03/2023"),
    ("2020", "2020 bis"),
    ("janvier 2020", "2020"),
    ("1-9", "2-3"),
    ("mars 2020", "téléphone"),
    ("J-30", "J-7"),  # days before, or numbers after a hyphen
    ("-5", "-2"),
)


@pytest.mark.parametrize("waves", ORDERED)
def test_names_that_tell_the_time_are_ordered_by_it(waves: Sequence[str]) -> None:
    assert {in_time(order) for order in permutations(waves)} == {tuple(waves)}


@pytest.mark.parametrize("waves", UNTOLD)
def test_names_that_tell_none_or_two_orders_are_left_as_they_are(waves: Sequence[str]) -> None:
    assert in_time(waves) is None
    assert WaveOrder(("", wave) for wave in waves).unordered == {"": tuple(waves)}


@given(st.lists(st.text(max_size=12), unique=True, max_size=5))
def test_any_names_have_an_order_that_keeps_them_all(waves: list[str]) -> None:
    order = WaveOrder(("", wave) for wave in waves)

    assert sorted(order.place("", wave) for wave in waves) == list(range(len(waves)))


def test_waves_of_different_surveys_are_ordered_apart() -> None:
    order = WaveOrder([("A", "Q1 2024"), ("B", "pilote"), ("A", "Q3 2023"), ("B", "enquête")])

    assert sorted([("B", "pilote"), ("A", "Q1 2024"), ("A", "Q3 2023")], key=order.key) == [
        ("A", "Q3 2023"),
        ("A", "Q1 2024"),
        ("B", "pilote"),
    ]


HEADER = "region,stakeholder,indicator,item,value,base,wave\n"


def waves_file(*waves: str) -> str:
    return HEADER + "".join(
        f"France,citizens,trust,yes,{40 + 10 * place},1000,{wave}\n" for place, wave in enumerate(waves)
    )


def test_a_wave_is_compared_with_the_one_before_it_in_time(phare: Callable[..., Any]) -> None:
    run = phare("compare --by wave -f csv", data=waves_file("mars 2020", "avril 2020", "décembre 2019"))

    assert list(zip(run.column("to"), run.column("wave"), strict=True)) == [
        ("décembre 2019", "mars 2020"),
        ("mars 2020", "avril 2020"),
    ]
    assert run.column("gap") == ["-20", "10"]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        (
            "en",
            "The names of these waves tell no order of time; they are compared in that of the file: "
            "pilote and enquête.",
        ),
        (
            "fr",
            "Les noms de ces vagues ne disent aucun ordre dans le temps ; elles sont comparées dans celui du fichier : "
            "pilote et enquête.",
        ),
    ],
)
def test_an_order_that_is_the_file_s_is_said(phare: Callable[..., Any], language: str, note: str) -> None:
    run = phare(
        f"compare --by wave -f json --lang {language}"
        if language == "en"
        else "compare --by wave -f markdown --lang fr",
        data=waves_file("pilote", "enquête"),
    )

    assert note in run.out.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize("waves", ORDERED)
def test_waves_are_compared_with_the_one_before_whatever_the_order_of_the_file(
    phare: Callable[..., Any], waves: Sequence[str]
) -> None:
    rows = [f"France;citizens;t;yes;{20 + place};2000;{wave}\n" for place, wave in enumerate(waves)]
    data = "region;stakeholder;indicator;item;value;base;wave\n" + "".join(reversed(rows))
    run = phare("compare --by wave -f csv", data=data)

    assert (run.column("wave"), run.err) == (list(waves[1:]), "")
    assert run.column("gap") == ["1"] * (len(waves) - 1)
