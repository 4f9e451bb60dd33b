"""Where items fall: cuts, intervals, ties, what some prisms do not hold, rounds and regions, and the laws."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from phare_cli.nouns.survey import Estimate, Survey
from phare_cli.recipes.cross.cross import cross, crossings
from phare_cli.recipes.cross.prisms import Direction, Prism

Phare = Callable[..., Any]
Figures = Mapping[str, float]


def survey_of(*figures: Figures, base: float | None = None, unit: str = "percent") -> Survey:
    return Survey.of(
        Estimate("Bretagne", "citizens", f"prism {number}", item, value, unit, base=base)
        for number, of in enumerate(figures)
        for item, value in of.items()
    )


def prisms(count: int) -> list[Prism]:
    return [Prism(f"prism {number}", "citizens") for number in range(count)]


def places(*figures: Figures, base: float | None = None) -> dict[str, object]:
    table = cross(survey_of(*figures, base=base), prisms(len(figures)))
    return {str(row["item"]): row["place"] for row in table.records()}


FOUR = {"a": 40.0, "b": 30.0, "c": 20.0, "d": 10.0}


def test_high_is_above_the_median_of_what_both_hold() -> None:
    assert places(FOUR | {"e": 99}, {"a": 1, "b": 9, "c": 7, "d": 3}) == {
        "a": "high_on_one", "b": "high_on_both", "c": "high_on_one", "d": "low_on_both", "e": None,
    }  # fmt: skip


def test_the_middle_of_an_odd_number_is_not_above_itself() -> None:
    assert places({"a": 3, "b": 2, "c": 1}, {"a": 3, "b": 2, "c": 1}) == {
        "a": "high_on_both", "b": "low_on_both", "c": "low_on_both",
    }  # fmt: skip


def test_three_prisms_speak_of_all_and_of_some() -> None:
    assert places(FOUR, FOUR, {"a": 4, "b": 1, "c": 2, "d": 3}) == {
        "a": "high_on_all", "b": "high_on_some", "c": "low_on_all", "d": "high_on_some",
    }  # fmt: skip


def test_an_item_whose_place_changes_within_its_interval_is_undecided() -> None:
    assert places({"a": 60, "b": 31, "c": 29, "d": 5}, {"a": 60, "b": 50, "c": 10, "d": 5}, base=200) == {
        "a": "high_on_both", "b": "undecided", "c": "undecided", "d": "low_on_both",
    }  # fmt: skip


def test_an_item_that_some_prism_settles_is_placed_though_another_wavers() -> None:
    firm = {"a": 90, "b": 70, "c": 20, "d": 10}
    three = ({"a": 60, "b": 31, "c": 29, "d": 5}, firm, {"a": 50, "b": 10, "c": 60, "d": 5})

    assert places(*three, base=200)["b"] == "high_on_some"


def test_scores_have_no_interval_and_are_placed_as_published() -> None:
    scores = survey_of({"a": 6.1, "b": 6.0}, {"a": 3.1, "b": 3.0}, base=50, unit="score/10")

    assert [row["place"] for row in cross(scores, prisms(2)).records()] == ["high_on_both", "low_on_both"]


def test_equal_sums_of_ranks_share_their_order_and_skip_the_next() -> None:
    table = cross(survey_of(FOUR, {"a": 3, "b": 4, "c": 2, "d": 1}), prisms(2))

    assert [(row["item"], row["order"], row["rank_sum"]) for row in table.records()] == [
        ("a", 1, 3), ("b", 1, 3), ("c", 3, 6), ("d", 4, 8),
    ]  # fmt: skip


def test_ascending_puts_the_lowest_first_and_high_below() -> None:
    ascending = [Prism("prism 0", "citizens"), Prism("prism 1", "citizens", Direction.ASC)]
    rows = list(cross(survey_of(FOUR, FOUR, base=5000), ascending).records())

    assert [(row["item"], row["rank_2"], row["rank_low_2"], row["side_2"]) for row in rows] == [
        ("a", 4, 4, "low"), ("b", 3, 3, "low"), ("c", 2, 2, "high"), ("d", 1, 1, "high"),
    ]  # fmt: skip


def test_one_common_item_is_ranked_but_not_placed() -> None:
    table = cross(survey_of({"a": 1, "b": 2}, {"a": 1, "c": 2}), prisms(2))

    assert [(row["item"], row["order"], row["place"]) for row in table.records()] == [
        ("a", 1, None), ("b", None, None), ("c", None, None),
    ]  # fmt: skip


@pytest.mark.parametrize(("cut", "place"), [("10", "high_on_both"), ("30", "low_on_both")])
def test_one_common_item_is_placed_against_a_cut(phare: Phare, cut: str, place: str) -> None:
    data = "region,stakeholder,indicator,item,value\nBretagne,citizens,x,air,20\nBretagne,citizens,y,air,30\n"

    assert phare(f"cross x y --cut {cut} -f csv", data=data).column("place") == [place]


DATA = """survey,wave,region,stakeholder,indicator,item,value,base
S,1,Bretagne,citizens,worries,air,50,400
S,1,Bretagne,citizens,worries,water,30,400
S,1,Bretagne,citizens,worries,soil,,400
S,1,Bretagne,citizens,hopes,air,20,400
S,1,Bretagne,citizens,hopes,water,60,400
S,2,Bretagne,citizens,worries,air,55,400
S,2,Bretagne,citizens,worries,water,35,400
S,3,Bretagne,citizens,worries,air,10,400
S,1,Corse,citizens,worries,air,51,400
S,1,Corse,citizens,worries,water,31,400
S,2,Corse,citizens,hopes,air,21,400
S,2,Corse,citizens,hopes,water,61,400
S,1,Normandie,citizens,worries,air,51,400
"""


def test_each_region_and_each_shared_round_is_a_panel(phare: Phare) -> None:
    more = DATA + "S,2,Bretagne,citizens,hopes,air,22,400\nS,2,Bretagne,citizens,hopes,water,62,400\n"
    rows = phare("cross worries hopes -f json", data=more).rows

    assert list(dict.fromkeys((row["region"], row["wave"], row["wave_1"], row["wave_2"]) for row in rows)) == [
        ("Bretagne", "1", "1", "1"), ("Bretagne", "2", "2", "2"), ("Corse", None, "1", "2"),
    ]  # fmt: skip


def test_the_regions_asked_for_come_in_their_order(phare: Phare) -> None:
    rows = phare("cross worries hopes -r corse -r bretagne -f json", data=DATA).rows

    assert list(dict.fromkeys(row["region"] for row in rows)) == ["Corse", "Bretagne"]


LINES = {
    "en": [
        "Bretagne, S 1 – First by prism: air (worries); water (hopes).",
        "Bretagne, S 1 – High on worries only: air.",
        "Bretagne, S 1 – High on hopes only: water.",
        "Corse – High on worries only: air.",
        "Named without a figure (worries): soil.",
        "Bretagne, S 1 – High: above 40% (worries) and above 40% (hopes), the median of the 2 items that every prism "
        "holds.",
        "Bretagne: S 1 is crossed, a round that the prisms share; left aside: S 2 and S 3 (worries).",
        "Corse: the prisms are of different rounds, S 1 (worries) and S 2 (hopes).",
        "Not crossed, a prism holding no figure there: Normandie.",
    ],
    "fr": [
        "Bretagne, S 1 – Au premier rang, par prisme\u00a0: air (worries)\u00a0; water (hopes).",
        "Bretagne, S 1 – Fort pour worries seulement\u00a0: air.",
        "Modalités citées sans chiffre (worries)\u00a0: soil.",
        "Bretagne\u00a0: le croisement porte sur S 1, vague commune aux prismes\u00a0; hors croisement\u00a0: S 2 et "
        "S 3 (worries).",
        "Corse\u00a0: les prismes sont de vagues différentes, S 1 (worries) et S 2 (hopes).",
        "Sans croisement, un prisme n’y ayant aucun résultat\u00a0: Normandie.",
    ],
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_rounds_and_what_is_missing_are_told(phare: Phare, language: str) -> None:
    out = phare(f"cross worries hopes -r bretagne -r corse -r normandie --lang {language}", data=DATA).out

    assert [line for line in out.splitlines() if line in LINES[language]] == LINES[language]


def test_an_item_without_a_figure_is_listed_last(phare: Phare) -> None:
    row = phare("cross worries hopes -r bretagne -f json", data=DATA).rows[-1]

    assert (row["item"], row["value_1"], row["value_2"], row["place"]) == ("soil", None, None, None)


def test_undecided_is_explained_with_its_level(phare: Phare) -> None:
    data = DATA.replace(",400", ",40")
    out = phare("cross worries hopes -r bretagne --conf 0.9", data=data).out

    assert "Undecided: the place changes within the figure's interval (Wilson's, at 90% confidence)." in out


@pytest.mark.parametrize(
    ("cuts", "line"),
    [
        ("--cut 45", "High: above 45% (worries) and above 45% (hopes), as asked."),
        (
            "--cut 45 --cut median",
            "High: above 45% (worries) and above 40% (hopes), as asked or the median of the 2 items that every prism "
            "holds.",
        ),
    ],
)
def test_a_cut_that_was_asked_for_is_said_to_be(phare: Phare, cuts: str, line: str) -> None:
    assert line in phare(f"cross worries hopes -r bretagne {cuts}", data=DATA).out.splitlines()


def test_nothing_in_common_is_an_answer_with_a_note(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value\nBretagne,citizens,x,air,20\nBretagne,citizens,y,water,30\n"
    )
    run = phare("cross x y", data=data)

    assert run.status == 0
    assert "No item is held by every prism: nothing can be placed." in run.out.splitlines()


ITEMS = st.sampled_from("abcdefghij")
PAIR = st.tuples(*[st.dictionaries(ITEMS, st.integers(0, 100).map(float), min_size=1)] * 2)


@given(PAIR, st.integers(1, 2000), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(
    pair: tuple[Figures, Figures], base: int, shuffle: random.Random
) -> None:
    survey = survey_of(*pair, base=base)
    shuffled = list(survey.estimates)
    shuffle.shuffle(shuffled)

    assert cross(survey.but(estimates=tuple(shuffled)), prisms(2)) == cross(survey, prisms(2))


@given(PAIR, st.sampled_from([lambda x: x**3, lambda x: x / 7 + 1, lambda x: 2**x, lambda x: x * 1e-9]))
def test_a_monotone_rescaling_of_one_prism_changes_no_placement(
    pair: tuple[Figures, Figures], rescaled: Callable[[float], float]
) -> None:
    first, second = pair

    assert places(first, {item: rescaled(value) for item, value in second.items()}) == places(first, second)


@given(PAIR)
def test_high_and_low_are_opposites_when_both_prisms_turn_round(pair: tuple[Figures, Figures]) -> None:
    turned = [replace(prism, direction=Direction.ASC) for prism in prisms(2)]
    survey = survey_of(*({item: -value for item, value in of.items()} for of in pair))

    assert [
        (item.item, item.order, item.place) for found in crossings(survey, turned) for item in found.items
    ] == [
        (item.item, item.order, item.place)
        for found in crossings(survey_of(*pair), prisms(2))
        for item in found.items
    ]


@given(PAIR, st.integers(1, 2000))
def test_a_wider_confidence_never_places_what_a_narrower_left_undecided(
    pair: tuple[Figures, Figures], base: int
) -> None:
    survey = survey_of(*pair, base=base)
    narrow, wide = (cross(survey, prisms(2), conf=conf) for conf in (0.8, 0.99))
    undecided = {row["item"] for row in narrow.records() if row["place"] == "undecided"}

    assert undecided <= {row["item"] for row in wide.records() if row["place"] == "undecided"}


def test_a_first_item_that_sampling_may_have_put_there_is_not_told_as_first_without_saying_so(
    phare: Callable[..., Any],
) -> None:
    data = "region,stakeholder,indicator,item,value,base,response\n" + "".join(
        f"Corse,citizens,{prism},{item},{value},{base},single\n"
        for prism, item, value, base in (
            ("a", "x", 41, 100),
            ("a", "y", 39, 100),
            ("b", "x", 20, 900),
            ("b", "y", 60, 900),
        )
    )
    english, french = (
        phare(f"cross a b -r corse --lang {language}", data=data).out for language in ("en", "fr")
    )

    assert "First by prism: x (a); y (b).\nFirst rank not established: a.\n" in english
    assert "Premier rang non établi\u00a0: a." in french
