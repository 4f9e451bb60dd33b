"""``phare value``: one figure for a sentence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
NO_BREAK = "\u00a0"
ONE = "engagement -r PACA -s companies"


@pytest.mark.parametrize(
    ("words", "printed"),
    [
        (ONE, "45%"),
        (f"{ONE} --lang fr", f"45{NO_BREAK}%"),
        (f"{ONE} --gap", f"+8{NO_BREAK}points"),
        (f"{ONE} --gap --to pays-de-la-loire", f"+2{NO_BREAK}points"),
        (f"{ONE} --gap --plain", "+8"),
        (f"{ONE} --plain", "45"),
        (f"{ONE} --decimals 1 --lang fr", f"45,0{NO_BREAK}%"),
        ("fragility-scores -r France --wave 2015-2016 -s citizens --item employment --lang fr", "7,1/10"),
        ("engagement -r France -s associations --segment employers", "53%"),
        ("innovation -r PACA -s associations --gap --lang fr", f"−3{NO_BREAK}points"),
    ],
)
def test_one_figure_is_printed_as_a_sentence_needs_it(phare: Phare, words: str, printed: str) -> None:
    run = phare(f"value {words}")

    assert (run.status, run.out) == (0, printed + "\n")
    # No base was published: a gap bears no verdict, and says so beside the answer.
    assert ("phare" in run.err) == ("--gap" in words)


def test_several_figures_are_an_error_that_tells_them_apart(phare: Phare) -> None:
    run = phare("value engagement -r PACA")

    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "phare: 2 figures match and one is wanted: --stakeholder companies; --stakeholder associations.\n"
    )


def test_several_that_match_are_told_apart_by_the_readers_own_words(phare: Phare) -> None:
    run = phare("value engagement --region PACA --lang fr")

    assert run.err == (
        "phare\u00a0: 2 résultats correspondent et il en faut un seul\u00a0: --stakeholder entreprises\u00a0; "
        "--stakeholder associations.\n"
    )


def test_no_figure_is_an_error(phare: Phare) -> None:
    rows = "Corse,mayors,i,a,40\nBretagne,mayors,i,b,50\n"
    run = phare("value i -r Corse --item b", data="region,stakeholder,indicator,item,value\n" + rows)

    assert run.err == "phare: no figure matches: ask for less, or see phare show.\n"


def test_an_item_named_without_a_figure_is_an_error_that_says_so(phare: Phare) -> None:
    run = phare("value fragilities -r PACA --item mobility")

    assert (run.status, run.out) == (2, "")
    assert run.err == "phare: no figure was published of what is asked for: it is named without one.\n"


def test_a_gap_without_a_reference_is_an_error(phare: Phare) -> None:
    run = phare("value fragilities -r PACA -s citizens --item employment --gap")

    assert (
        run.err == "phare: there is no gap: the reference holds no figure to compare with. (phare compare)\n"
    )


def test_the_figure_comes_as_json_with_its_source(phare: Phare) -> None:
    run = phare(f"value {ONE} --gap -f json")

    assert (run.rows[0]["gap"], run.rows[0]["to"]) == (8, "France")
    assert len(run.json["sources"]) == 2


def test_a_gap_in_data_without_the_nation_says_to_name_a_reference(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value\nCorse,citizens,w,air,40\nBretagne,citizens,w,air,44\n"
    run = phare("value w -r Bretagne --gap", data=data)

    assert (run.status, run.err) == (
        2,
        "phare: these data hold no figure for France: name a reference with --to, such as bretagne or corse. "
        "(phare list regions)\n",
    )
