"""``phare compare``, on the shipped figures and on anyone's CSV."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

HEADER = "region,stakeholder,indicator,item,value,base,in_national_sample\n"
NESTED = HEADER + "Bretagne,citizens,worries,air,50,100,yes\nFrance,citizens,worries,air,40,300,\n"
EXACT = NESTED.replace("50,", "50.000000,").replace("40,", "40.000000,")


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
    [row] = phare("compare -r Bretagne -f json", data=EXACT).rows

    assert round(row["p_value"], 4) == 0.0124
    assert (row["verdict"], row["reason"]) == ("above", None)


def test_the_same_figures_from_separate_samples_establish_nothing(phare: Phare) -> None:
    data = EXACT.replace("yes", "no")
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
    [row] = phare(f"compare -r Bretagne --sample {sample} -f json", data=EXACT.replace("yes", "")).rows

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


@pytest.mark.parametrize("options", ["", "--by wave", "--by wave --panel"])
@pytest.mark.parametrize("inside", ["yes", "no"])
@pytest.mark.parametrize("value", [0, 100])
def test_two_figures_at_an_end_that_nobody_rounded_may_be_apart(
    phare: Phare, options: str, inside: str, value: int
) -> None:
    data = (
        "region,wave,stakeholder,indicator,item,value,base,in_national_sample,rounded_to\n"
        f"Bretagne,2020,citizens,w,air,{value},100,{inside},0\nFrance,2020,citizens,w,air,{value},1000,,0\n"
        f"Bretagne,2021,citizens,w,air,{value},100,{inside},0\nFrance,2021,citizens,w,air,{value},1000,,0\n"
    )
    rows = phare(f"compare -r Bretagne {options} -f json", data=data).rows

    assert rows
    for row in rows:
        assert row["low"] < -0.1 < 0.1 < row["high"]
        assert (row["verdict"], row["reason"], row["base_needed"]) == ("not_established", None, None)


@pytest.mark.parametrize(
    ("language", "said", "rounding"),
    [
        ("en", "there is no gap for a larger base to establish", "rounding"),
        ("fr", "il n’y a pas d’écart qu’une base plus grande établirait", "arrondi"),
    ],
)
def test_equal_figures_that_nobody_rounded_are_not_said_to_be(
    phare: Phare, language: str, said: str, rounding: str
) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,in_national_sample,rounded_to\n"
        "Bretagne,citizens,w,air,40,100,no,0\nFrance,citizens,w,air,40,1000,,0\n"
    )
    told = phare(f"compare -r Bretagne --sentences --lang {language}", data=data).out

    assert said in " ".join(told.replace("\u00a0", " ").split())
    assert rounding not in told


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
def test_a_base_is_needed_for_a_true_gap_to_be_established_and_more_of_it_for_more_power(
    phare: Phare, relation: str, value: str, nation: str
) -> None:
    def at(base: int | str, options: str = "") -> dict[str, Any]:
        data = f"{ONE}PACA;citizens;f;a;{value};{base};{relation}\nFrance;citizens;f;a;{nation};20000;\n"
        row: dict[str, Any] = phare(f"compare {options} -f json", data=data).rows[0]
        return row

    half, needed, nine_tenths = (at("", f"--power {power}")["base_needed"] for power in (0.5, 0.8, 0.9))

    assert half <= needed <= nine_tenths
    assert at(needed)["verdict"] in ("above", "below")
    assert at(needed // 4)["verdict"] not in ("above", "below")


def test_a_base_needed_is_printed_with_two_digits_and_rounded_up(phare: Phare) -> None:
    data = f"{ONE}PACA;citizens;f;a;50;;no\nFrance;citizens;f;a;45;20000;\n"

    assert phare("compare -f json", data=data).rows[0]["base_needed"] == 874
    assert "880" in phare("compare -f table", data=data).out
    assert "about 880 citizens" in phare("compare --sentences -f table", data=data).out
    assert "environ 880 citoyens" in phare("compare --sentences --lang fr -f table", data=data).out


@pytest.mark.parametrize("given", ["0.4", "1"])
def test_a_power_that_plans_nothing_is_refused(phare: Phare, given: str) -> None:
    run = phare(f"compare --power {given}", data=NESTED)

    assert (run.status, "--power takes a chance from 0.5" in run.err) == (2, True)


WEIGHTED = (
    "region,stakeholder,indicator,item,value,base,effective_base,in_national_sample,nation_share\n"
    "Bretagne,mayors,f,a,39.80582524271845,103,203.34,yes,{share}\n"
    "France,mayors,f,a,50.50271927,156,57.0,,\n"
)
# R 4.2.2, survey 4.1.1, on 41 of 103 in Bretagne (206 in all) and 27 of 53 in Corse (5,000 in all):
# svycontrast(svyby(~y, ~region, des, svymean, covmat = TRUE), c(1 - 206/5206, -(1 - 206/5206))), p = 0.148


def test_a_region_that_was_oversampled_is_tested_by_what_it_weighs(phare: Phare) -> None:
    [row] = phare("compare -f json", data=WEIGHTED.format(share=206 / 5206)).rows

    assert (row["verdict"], row["reason"]) == ("not_established", None)
    assert row["p_value"] == pytest.approx(0.148, abs=0.003)


def test_respondents_of_finite_populations_bear_the_verdict_of_their_design(
    phare: Phare, tmp_path: Path
) -> None:
    answers = [("Bretagne", 41, 103), ("Corse", 27, 53)]
    (tmp_path / "answers.csv").write_text(
        "region,stakeholder,q\n"
        + "".join(
            f"{region},mayors,{'yes' if place < yes else 'no'}\n"
            for region, yes, asked in answers
            for place in range(asked)
        ),
        encoding="utf-8",
    )
    (tmp_path / "people.csv").write_text(
        "region,stakeholder,population\nBretagne,mayors,206\nCorse,mayors,5000\n", encoding="utf-8"
    )

    tabulated = phare(
        "tabulate answers.csv --single q -r region -s stakeholder --strata region --population people.csv --nation "
        "-o results.csv"
    )
    rows = phare("compare -d results.csv -r Bretagne -f json").rows

    assert tabulated.status == 0
    assert [(row["verdict"], row["reason"]) for row in rows] == [("not_established", None)] * 2
    assert [row["p_value"] for row in rows] == pytest.approx([0.148] * 2, abs=0.003)


def test_a_weighted_region_of_an_unknown_share_is_not_tested_and_is_not_asked_for_its_sample(
    phare: Phare,
) -> None:
    run = phare("compare -f json", data=WEIGHTED.format(share=""))

    assert (run.rows[0]["verdict"], run.rows[0]["reason"]) == ("untestable", "share_unknown")
    assert not any("--sample" in note for note in run.json["notes"])
    assert any("--share REGION=PERCENT" in note for note in run.json["notes"])


def test_an_effective_base_that_is_the_base_is_of_no_weights(phare: Phare) -> None:
    header = "region,stakeholder,indicator,item,value,base,effective_base,in_national_sample\n"
    plain, weightless = (
        phare(
            "compare -f json",
            data=f"{header}Bretagne,citizens,w,air,50,100,{here},yes\nFrance,citizens,w,air,40,300,{there},\n",
        ).rows
        for here, there in (("", ""), ("100", "300"))
    )

    assert weightless == plain
    assert plain[0]["verdict"] == "above"


@pytest.mark.parametrize("share", ["Bretagne=3,957", "bretagne=3.957%", "53=3.957"])
def test_a_share_can_be_declared(phare: Phare, share: str) -> None:
    [row] = phare(f"compare --share {share} -f json", data=WEIGHTED.format(share="")).rows

    assert row["p_value"] == pytest.approx(0.148, abs=0.003)


@pytest.mark.parametrize("share", ["Bretagne", "Bretagne=0", "Bretagne=100", "=4", "Bretagne=x"])
def test_a_share_that_none_can_be_is_refused(phare: Phare, share: str) -> None:
    run = phare(f"compare --share {share}", data=NESTED)

    assert (run.status, "--share takes a region and a percentage" in run.err) == (2, True)


FIGURES = "region,stakeholder,indicator,item,value,base,in_national_sample\n" + "".join(
    f"Bretagne,{group},{indicator},{item},{value}.0000,400,no\nFrance,{group},{indicator},{item},40.0000,4000,\n"
    for indicator, group, item, value in (
        ("w", "citizens", "air", 46),
        ("w", "citizens", "soil", 41),
        ("w", "mayors", "air", 39),
        ("v", "citizens", "air", 46),
    )
)


def test_a_verdict_is_that_of_its_indicator_whatever_was_asked(phare: Phare) -> None:
    whole = phare("compare -f json", data=FIGURES).rows
    part = phare("compare w -s citizens -f json", data=FIGURES)

    assert [row for row in whole if row["indicator"] == "w" and row["stakeholder"] == "citizens"] == part.rows
    assert part.json["notes"][0] == (
        "3 tests, at 95% confidence together: p values are adjusted by Holm's method."
    )


@pytest.mark.parametrize(
    ("family", "adjusted"),
    [("indicator", [0.0594, 0.0198]), ("table", [0.0594, 0.0594]), ("none", [0.0198, 0.0198])],
)
def test_the_family_of_tests_can_be_the_indicator_the_table_or_none(
    phare: Phare, family: str, adjusted: list[float]
) -> None:
    rows = phare(f"compare --family {family} -s citizens -f json", data=FIGURES).rows
    found = {row["indicator"]: row["p_adjusted"] for row in rows if row["value"] == 46}

    assert [found["w"], found["v"]] == pytest.approx(adjusted, abs=2e-4)


def test_the_two_items_of_a_yes_or_no_question_are_one_test(phare: Phare) -> None:
    rows = "".join(
        f"Bretagne,citizens,w,{item},{value}.0000,400,no\nFrance,citizens,w,{item},{nation}.0000,4000,\n"
        for item, value, nation in (("yes", 46, 40), ("no", 54, 60))
    )
    run = phare("compare -f json", data=HEADER + rows)

    assert [(row["verdict"], row["p_adjusted"] == row["p_value"]) for row in run.rows] == [
        ("below", True), ("above", True),
    ]  # fmt: skip
    assert run.json["notes"][0] == "1 test, at 95% confidence."


def test_confidence_is_printed_with_all_its_decimals(phare: Phare) -> None:
    notes = phare("compare -r Bretagne --conf 0.99999999999 -f json", data=NESTED).json["notes"]

    assert "1 test, at 99.999999999% confidence." in notes


@pytest.mark.parametrize("bases", [("900", "4000"), ("", "4000"), ("900", ""), ("", "")])
@pytest.mark.parametrize("weighted", [True, False])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_a_region_that_says_that_it_is_in_the_national_sample_is_never_asked_to(
    phare: Phare, bases: tuple[str, str], weighted: bool, language: str
) -> None:
    effective = [str(int(base) // 2) if base and weighted else "" for base in bases]
    data = (
        "region,stakeholder,indicator,item,value,base,effective_base,in_national_sample\n"
        f"Bretagne,citizens,w,air,47,{bases[0]},{effective[0]},yes\n"
        f"France,citizens,w,air,44,{bases[1]},{effective[1]},\n"
    )

    for options in ("", "--sentences", "--explain", "-f json"):
        assert "--sample" not in phare(f"compare {options} --lang {language}", data=data).out
    assert "--sample" not in phare(f"report -r Bretagne --lang {language}", data=data).out


def test_a_published_survey_that_is_weighted_is_not_told_that_it_cannot_be(phare: Phare) -> None:
    # 90 % of 600, more than its part of a nation of 1,000 at 30 % allows unless it weighs less: 4 % of it.
    rows = "Bretagne,citizens,w,air,90,600,{kish},yes,{share}\nFrance,citizens,w,air,30,1000,{nation},,\n"
    header = "region,stakeholder,indicator,item,value,base,effective_base,in_national_sample,nation_share\n"
    told, unknown, silent = (
        header + rows.format(kish=kish, share=share, nation=nation)
        for kish, share, nation in ((550, 0.04, 430), (550, "", 430), ("", "", ""))
    )

    [row] = phare("compare -f json", data=told).rows
    assert (row["verdict"], row["reason"]) == ("above", None)
    [row] = phare("compare -f json", data=unknown).rows
    assert (row["verdict"], row["reason"]) == ("untestable", "share_unknown")
    sentences = phare("compare --sentences", data=silent).out
    assert "cannot be part of 30% of 1,000 in the nation, unless they are weighted" in sentences
    assert phare("compare --share Bretagne=4 -f json", data=silent).rows[0]["verdict"] == "above"
    for data in (told, unknown):
        assert (
            "does not fit" not in phare("check -", stdin=data.encode()).out + phare("compare", data=data).out
        )
