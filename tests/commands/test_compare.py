"""``phare compare``, on the shipped figures and on anyone's CSV."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]

HEADER = "region,stakeholder,indicator,item,value,base,in_national_sample\n"
NESTED = HEADER + "Bretagne,citizens,worries,air,50,100,yes\nFrance,citizens,worries,air,40,300,\n"


@pytest.fixture
def shipped(phare: Phare) -> dict[tuple[str, str, str], dict[str, Any]]:
    rows = phare("compare --region PACA -f json").rows
    return {(row["indicator"], row["stakeholder"], row["item"]): row for row in rows}


@pytest.mark.parametrize(
    ("indicator", "stakeholder", "item", "value", "reference", "gap"),
    [
        ("engagement", "companies", "partnerships", 45, 37, 8),
        ("engagement", "associations", "partnerships", 47, 38, 9),
        ("innovation", "citizens", "alliances", 70, 69, 1),
        ("innovation", "mayors", "alliances", 89, 87, 2),
        ("innovation", "companies", "alliances", 91, 81, 10),
        ("innovation", "associations", "alliances", 83, 86, -3),
        ("fragilities", "associations", "employment", 67, 60, 7),
    ],
)
def test_paca_beside_france(
    shipped: dict[tuple[str, str, str], dict[str, Any]],
    indicator: str, stakeholder: str, item: str, value: float, reference: float, gap: float,
) -> None:  # fmt: skip
    row = shipped[indicator, stakeholder, item]

    assert (row["value"], row["reference"], row["gap"]) == (value, reference, gap)
    assert row["segment"] == ""


@pytest.mark.parametrize("stakeholder", ["citizens", "companies"])
def test_another_question_is_never_the_reference(
    shipped: dict[tuple[str, str, str], dict[str, Any]], stakeholder: str
) -> None:
    row = shipped["fragilities", stakeholder, "employment"]

    assert (row["reference"], row["gap"], row["verdict"], row["reason"]) == (
        None, None, "untestable", "no_reference",
    )  # fmt: skip


def test_the_shipped_figures_yield_no_verdict_and_each_row_says_why(phare: Phare) -> None:
    rows = phare("compare -f json").rows

    assert {row["verdict"] for row in rows} == {"untestable"}
    assert all(row["reason"] for row in rows)
    # No base would establish a gap that rounding may have made, nor 2 points beside the 304 mayors of the nation.
    missing = [row for row in rows if row["reason"] == "base_missing" and not row["base_needed"]]
    assert {row["stakeholder"] for row in missing if abs(row["gap"]) > 1} == {"mayors"}
    told = phare("compare --sentences -f json").rows
    assert all("would" in row["sentence"] for row in told if row["reason"] == "base_missing")


def test_a_region_inside_the_nation_is_tested_as_a_part_of_it(phare: Phare) -> None:
    [row] = phare(
        "compare -r Bretagne -f json", data=NESTED.replace("50,", "50.00,").replace("40,", "40.00,")
    ).rows

    assert round(row["p_value"], 4) == 0.0124
    assert (row["verdict"], row["reason"]) == ("above", None)


def test_the_same_figures_from_separate_samples_establish_nothing(phare: Phare) -> None:
    data = NESTED.replace("50,", "50.00,").replace("40,", "40.00,").replace("yes", "no")
    [row] = phare("compare -r Bretagne -f json", data=data).rows

    assert round(row["p_value"], 4) == 0.0798
    assert (row["verdict"], row["reason"]) == ("not_established", None)


def test_an_unknown_relation_of_the_samples_gives_no_verdict(phare: Phare) -> None:
    [row] = phare("compare -r Bretagne -f json", data=NESTED.replace("yes", "")).rows

    assert (row["verdict"], row["reason"], row["p_value"]) == ("untestable", "sample_unknown", None)


@pytest.mark.parametrize(("sample", "p_value"), [("nested", 0.0124), ("separate", 0.0798)])
def test_the_relation_can_be_declared_where_the_data_are_silent(
    phare: Phare, sample: str, p_value: float
) -> None:
    [row] = phare(f"compare -r Bretagne --sample {sample} -f json", data=NESTED.replace("yes", "")).rows

    assert round(row["p_value"], 4) == p_value


@pytest.mark.parametrize(
    ("value", "reference", "verdict", "reason"),
    [("45", "38", "not_established", "rounding"), ("45.0", "38.0", "above", None)],
)
def test_published_rounding_can_undo_a_verdict(
    phare: Phare, value: str, reference: str, verdict: str, reason: str | None
) -> None:
    data = f"{HEADER}Bretagne,citizens,w,air,{value},400,no\nFrance,citizens,w,air,{reference},400,\n"
    [row] = phare("compare -r Bretagne -f json", data=data).rows

    assert (row["verdict"], row["reason"]) == (verdict, reason)


def test_a_region_that_its_nation_cannot_hold_is_incoherent(phare: Phare) -> None:
    data = f"{HEADER}Bretagne,citizens,w,air,90,300,yes\nFrance,citizens,w,air,20,1000,\n"
    [row] = phare("compare -r Bretagne -f json", data=data).rows

    assert (row["verdict"], row["reason"]) == ("untestable", "incoherent")


def test_exactly_thirty_respondents_are_not_a_low_base(phare: Phare) -> None:
    data = f"{HEADER}Bretagne,citizens,w,air,90,30,no\nFrance,citizens,w,air,20,1000,\n"
    low = data.replace(",30,", ",29,")

    assert phare("compare -r Bretagne -f json", data=data).rows[0]["reason"] is None
    assert phare("compare -r Bretagne -f json", data=low).rows[0]["reason"] == "low_base"


def test_swapping_region_and_reference_flips_the_sign_and_nothing_else(phare: Phare) -> None:
    [there] = phare("compare -r Bretagne -f json", data=NESTED).rows
    [back] = phare("compare -r France --to Bretagne -f json", data=NESTED).rows

    assert (back["gap"], back["low"], back["high"]) == (-there["gap"], -there["high"], -there["low"])
    assert back["p_value"] == there["p_value"]


def test_two_regions_stand_side_by_side(phare: Phare) -> None:
    rows = phare("compare innovation -r PACA -r pays-de-la-loire -s companies -f json").rows

    assert [(row["region"], row["gap"]) for row in rows] == [
        ("Provence-Alpes-Côte d'Azur", 10),
        ("Pays de la Loire", -1),
    ]


def test_any_region_may_be_the_reference(phare: Phare) -> None:
    [row] = phare("compare innovation -r PACA --to pays-de-la-loire -s companies -f json").rows

    assert (row["value"], row["reference"], row["gap"]) == (91, 80, 11)


def test_a_region_is_not_compared_with_itself(phare: Phare) -> None:
    run = phare("compare -r PACA --to PACA")

    assert run.status == 2
    assert run.err == (
        "phare: Provence-Alpes-Côte d'Azur cannot be compared with itself: choose another --to.\n"
    )


def test_groups_are_compared_pair_by_pair(phare: Phare) -> None:
    rows = phare("compare innovation -r PACA --by stakeholder -f json").rows

    assert [(row["stakeholder"], row["to"], row["gap"]) for row in rows] == [
        ("citizens", "mayors", -19),
        ("citizens", "associations", -13),
        ("citizens", "companies", -21),
        ("mayors", "associations", 6),
        ("mayors", "companies", -2),
        ("associations", "companies", -8),
    ]


WAVES = """survey,wave,region,stakeholder,indicator,item,value,universe
S,2,France,citizens,w,air,40,adults
S,10,France,citizens,w,air,44,adults
S,10,France,mayors,w,air,44,all mayors
S,2,France,mayors,w,air,41,rural mayors
"""


def test_a_wave_is_compared_with_the_one_before(phare: Phare) -> None:
    rows = phare("compare --by wave -s citizens -f json", data=WAVES).rows

    assert [(row["wave"], row["to"], row["gap"]) for row in rows] == [("10", "2", 4)]


def test_no_trend_is_called_where_the_universe_changed(phare: Phare) -> None:
    [row] = phare("compare --by wave -s mayors -f json", data=WAVES).rows

    assert (row["verdict"], row["reason"], row["gap"]) == ("untestable", "different_universe", 3)


@pytest.mark.parametrize(
    ("gap", "language", "printed"),
    [("46", "en", "+1 point"), ("53", "en", "+8 points"), ("44", "fr", "−1 point"), ("53", "fr", "+8 points"),
     ("45", "en", "0 points"), ("45", "fr", "0 point")],
)  # fmt: skip
def test_a_gap_of_percents_is_in_points(phare: Phare, gap: str, language: str, printed: str) -> None:
    data = f"{HEADER}Bretagne,citizens,w,air,{gap},,\nFrance,citizens,w,air,45,,\n"
    run = phare(f"compare -r Bretagne --lang {language} -f markdown", data=data)

    held = printed.replace(" ", "\u00a0")
    assert f"| {held} |" in run.out.replace("  ", " ").replace("  ", " ")


def test_a_gap_is_taken_from_unrounded_figures(phare: Phare) -> None:
    data = f"{HEADER}Bretagne,citizens,w,air,45.4,,\nFrance,citizens,w,air,37.6,,\n"
    run = phare("compare -r Bretagne -f json", data=data)

    assert run.rows[0]["gap"] == 7.8


def test_several_tests_in_one_table_are_adjusted_and_counted(phare: Phare) -> None:
    data = HEADER + "".join(
        f"Bretagne,citizens,w,{item},{value},500,no\nFrance,citizens,w,{item},40.0,1000,\n"
        for item, value in (("air", "46.0"), ("soil", "45.9"), ("water", "40.0"))
    )
    run = phare("compare -r Bretagne -f json", data=data)

    assert [row["verdict"] for row in run.rows] == ["not_established"] * 3
    assert all(row["p_adjusted"] >= row["p_value"] for row in run.rows)
    assert "3 tests, at 95% confidence together: p values are adjusted by Holm's method." in run.json["notes"]


NO_NATION = "region,stakeholder,indicator,item,value\nCorse,citizens,w,air,41\nBretagne,citizens,w,air,60\n"


def test_data_without_the_nation_ask_for_a_reference_and_name_some(phare: Phare) -> None:
    run = phare("compare", data=NO_NATION)

    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "phare: these data hold no figure for France: name a reference with --to, such as bretagne or corse. "
        "(phare list regions)\n"
    )
    assert phare("compare --to bretagne -f json", data=NO_NATION).rows[0]["gap"] == -19


@pytest.mark.parametrize("by", ["stakeholder", "wave"])
def test_a_reference_region_is_refused_where_regions_are_not_compared(phare: Phare, by: str) -> None:
    run = phare(f"compare --by {by} --to France")

    assert (run.status, run.out) == (2, "")
    assert run.err == f"phare: --to names a region to compare with: leave it out with --by {by}.\n"


@pytest.mark.parametrize(
    ("rows", "note"),
    [
        (
            "S,2015,air,40\nT,2016,air,41\nT,2017,soil,41\n",
            "Nothing found: a figure is compared with that of another wave of the same survey, and none of these "
            "has two. What there is: S, 2015; T, 2016 and 2017.",
        ),
        (",2015,air,40\nT,,air,41\n",
            "Nothing found: a figure is compared with that of another wave of the same survey, and none of these "
            "has two. What there is: 2015; T, no wave."),
        ("S,,air,40\n", "Nothing found: waves are compared, and these figures name none."),
    ],
)  # fmt: skip
def test_a_trend_that_nothing_shows_says_which_waves_there_are(phare: Phare, rows: str, note: str) -> None:
    lines = [line.split(",") for line in rows.splitlines()]
    data = "survey,wave,region,stakeholder,indicator,item,value\n" + "".join(
        f"{survey},{wave},France,citizens,w,{item},{value}\n" for survey, wave, item, value in lines
    )
    run = phare("compare --by wave -f json", data=data)

    assert (run.status, run.rows, run.json["notes"]) == (0, [], [note])


ONE = "region;stakeholder;indicator;item;value;base;in_national_sample\n"


@pytest.mark.parametrize("relation", ["no", "yes"])
@pytest.mark.parametrize(("value", "nation"), [("50", "45"), ("45,3", "50,1"), ("8", "12"), ("0", "3")])
def test_the_base_needed_written_in_the_file_establishes_the_gap_and_one_less_does_not(
    phare: Phare, relation: str, value: str, nation: str
) -> None:
    def at(base: int | str) -> dict[str, Any]:
        data = f"{ONE}PACA;citizens;f;a;{value};{base};{relation}\nFrance;citizens;f;a;{nation};20000;\n"
        row: dict[str, Any] = phare("compare -f json", data=data).rows[0]
        return row

    needed = at("")["base_needed"]

    assert at(needed)["verdict"] in ("above", "below")
    assert at(needed - 1)["verdict"] == "not_established"
    assert at(needed - 1)["base_needed"] == needed


def test_confidence_is_printed_with_all_its_decimals(phare: Phare) -> None:
    notes = phare("compare -r Bretagne --conf 0.99999999999 -f json", data=NESTED).json["notes"]

    assert "1 test, at 99.999999999% confidence." in notes
