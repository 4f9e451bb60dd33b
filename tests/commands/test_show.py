"""``phare show``, on the shipped figures and on anyone's CSV."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]

TIED = """region,stakeholder,indicator,item,value
France,citizens,worries,water,40
France,citizens,worries,air,40
France,citizens,worries,soil,12.5
France,citizens,worries,noise,
France,mayors,worries,air,66.5
France,mayors,worries,soil,2.5
"""


def test_the_only_figure_of_each_group_in_paca_has_no_rank_beside_fields_without_one(phare: Phare) -> None:
    rows = phare("show fragilities --region PACA -f json").rows

    ranked = {row["stakeholder"]: (row["value"], row["rank"]) for row in rows if row["item"] == "employment"}
    assert ranked == {"citizens": (57, None), "associations": (67, None), "companies": (47, None)}


def test_the_five_fields_named_without_a_figure_have_null_value_and_null_rank(phare: Phare) -> None:
    rows = phare("show fragilities --region PACA -f json").rows

    named = [row for row in rows if row["value"] is None]
    assert {row["item"] for row in named} == {
        "economic-development", "environment", "mobility", "education", "ageing",
    }  # fmt: skip
    assert {row["rank"] for row in named} == {None}
    assert rows[-5:] == named


def test_a_tie_shares_a_rank_and_skips_the_next(phare: Phare) -> None:
    run = phare("show -s citizens -f csv", data=TIED)

    assert run.column("item") == ["air", "water", "soil", "noise"]
    assert run.column("rank") == ["1", "1", "3", ""]


def test_top_keeps_ties_and_says_what_it_kept(phare: Phare) -> None:
    run = phare("show --top 1 -f markdown", data=TIED)

    assert "Shown: the first rank of each group, ties kept; 3 of 6 results." in run.out
    assert "soil" not in run.out


def test_top_below_one_is_refused(phare: Phare) -> None:
    run = phare("show --top 0")

    assert (run.status, run.out) == (2, "")
    assert run.err == "phare: --top keeps at least 1 rank: give it 1 or more.\n"


def test_a_rate_sets_groups_side_by_side_without_ranks(phare: Phare) -> None:
    rows = phare("show innovation --region PACA -f json").rows

    assert [(row["stakeholder"], row["value"], row["rank"]) for row in rows] == [
        ("citizens", 70, None),
        ("mayors", 89, None),
        ("associations", 83, None),
        ("companies", 91, None),
    ]


def test_a_ranking_with_one_item_left_in_a_region_ranks_nothing(phare: Phare) -> None:
    rows = phare("show fragilities --region pays-de-la-loire -f json").rows

    assert {row["rank"] for row in rows} == {None}


def test_wide_crosses_items_and_groups(phare: Phare) -> None:
    run = phare("show --wide -f csv", data=TIED)

    assert run.out.splitlines() == [
        "survey,wave,region,indicator,unit,item,citizens,mayors",
        ",,France,worries,percent,air,40,66.5",
        ",,France,worries,percent,water,40,",
        ",,France,worries,percent,soil,12.5,2.5",
        ",,France,worries,percent,noise,,",
    ]


def test_units_never_share_a_table(phare: Phare) -> None:
    data = "region,stakeholder,indicator,item,value,unit\n" + (
        "France,citizens,worries,air,40,percent\nFrance,citizens,worries,soil,6.5,score/10\n"
    )
    run = phare("show --no-bars", data=data)

    assert run.out.count("Worries · ") == 2


@pytest.mark.parametrize(
    "name",
    ["PACA", "paca", "93", "Provence-Alpes-Côte d'Azur", "Provence-Alpes-Côte d’Azur", "region sud",
     "PROVENCE ALPES COTE D AZUR", "Provence-Alpes-Co\u0302te d'Azur"],
)  # fmt: skip
def test_a_region_answers_to_all_its_names(phare: Phare, name: str) -> None:
    rows = phare(f'show innovation --region "{name}" -f json').rows

    assert {row["region"] for row in rows} == {"Provence-Alpes-Côte d'Azur"}


def test_a_region_that_is_not_in_the_data_is_refused_with_the_nearest(phare: Phare) -> None:
    run = phare("show --region PCAA")

    assert (run.status, run.out) == (2, "")
    assert run.err == (
        "phare: no region is called “PCAA” in these data. Did you mean paca? (phare list regions)\n"
    )


def test_it_is_refused_in_french_too(phare: Phare) -> None:
    run = phare("show --region PCAA --lang fr")

    assert run.err == (
        "phare\u00a0: aucune région ne s’appelle «\u00a0PCAA\u00a0» dans ces données. "
        "Vouliez-vous dire paca\u00a0? (phare list regions)\n"
    )


@pytest.mark.parametrize(
    ("command", "meant"),
    [
        ("show fragilitees", "fragilités ou notes-de-fragilité"),
        ("show fragilities --stakeholder citoyn", "citoyens"),
        ("value fragilities --item emploie", "emploi"),
        ("value fragilities --item pouvoir-dachat", "pouvoir-d-achat"),
    ],
)
def test_the_nearest_names_are_those_that_the_reader_types(phare: Phare, command: str, meant: str) -> None:
    run = phare(f"{command} --lang fr")

    assert f"Vouliez-vous dire {meant}\u00a0? (phare list " in run.err


def test_nothing_found_is_an_empty_table_with_a_note(phare: Phare) -> None:
    run = phare("show fragilities --region PACA --stakeholder mayors -f markdown")

    assert (run.status, run.err) == (0, "")
    assert "Nothing found." in run.out


def test_sources_and_what_is_unknown_stand_in_the_foot_lines(phare: Phare) -> None:
    run = phare("show engagement --region PACA")

    assert "Bases were not published: the precision of these figures cannot be stated." in run.out
    assert "Universe: not published." in run.out
    assert (
        "Source: PHARE Région PACA, chiffres clés (Le RAMEAU) (http://www.lerameau.fr/le-programme-phare/)"
        in run.out
    )


def test_rounding_is_half_away_from_zero(phare: Phare) -> None:
    run = phare("show -f markdown -s mayors", data=TIED)

    assert "67%" in run.out
    assert "3%" in run.out


def test_percents_are_printed_as_france_prints_them(phare: Phare) -> None:
    run = phare("show innovation --region PACA --lang fr -f markdown --decimals 1")

    assert "70,0\u00a0%" in run.out


def test_machine_formats_do_not_change_with_the_locale(phare: Phare) -> None:
    english = phare("show fragilities -f json", env={"LANG": "en_GB.UTF-8"})
    french = phare("show fragilities -f json", env={"LANG": "fr_FR.UTF-8"})

    assert english.out == french.out


def test_intervals_ranks_and_flags_come_with_bases(phare: Phare) -> None:
    data = (
        "region,stakeholder,indicator,item,value,base,response\n"
        "France,citizens,worries,air,60,400,single\n"
        "France,citizens,worries,water,30,400,single\n"
        "France,citizens,worries,soil,28,25,single\n"
    )
    rows = phare("show -f json", data=data).rows

    assert [round(row["low"], 1) for row in rows] == [54.6, 25.2, 13.9]
    assert [row["flag"] for row in rows] == [None, None, "low_base"]


OWN = (
    "region,stakeholder,indicator,item,value,base,response,rank_low,rank_high\n"
    "France,citizens,worries,air,44,400,multiple,1,1\n"
    "France,citizens,worries,soil,40,400,multiple,2,2\n"
)


@pytest.mark.parametrize(
    ("options", "ranks", "note"),
    [
        ("", [(1, 1), (2, 2)], "all pairs tested on the answers of the same respondents."),
        ("--conf 0.9", [(1, 2), (1, 2)], "all pairs tested."),
    ],
)
def test_rank_intervals_that_the_respondents_gave_are_used_at_their_own_level(
    phare: Phare, options: str, ranks: list[tuple[int, int]], note: str
) -> None:
    run = phare(f"show -f json {options}", data=OWN)

    assert [(row["rank_low"], row["rank_high"]) for row in run.rows] == ranks
    assert any(line.endswith(note) for line in run.json["notes"])


MIXED = (
    "region,stakeholder,indicator,item,value,base\n"
    "France,citizens,worries,soil,90,900\n"
    "France,citizens,worries,air,50,900\n"
    "France,citizens,worries,noise,70,10\n"
    "France,citizens,worries,mud,80,12\n"
    "France,mayors,worries,soil,90,90\n"
    "France,mayors,worries,air,0,90\n"
)
MIXED_NOTE = "Items of several bases: each pair is tested on the smaller of its two, and not at all under 30."


def test_an_item_of_a_low_base_leaves_the_ranks_of_the_others_apart(phare: Phare) -> None:
    run = phare("show -s citizens -f json", data=MIXED)

    assert {row["item"]: (row["rank_low"], row["rank_high"]) for row in run.rows} == {
        "soil": (1, 3), "mud": (1, 4), "noise": (1, 4), "air": (2, 4),
    }  # fmt: skip
    assert MIXED_NOTE in run.json["notes"]


def test_hidden_figures_come_last_by_name_and_the_others_are_ranked_without_them(phare: Phare) -> None:
    run = phare("show -s citizens --suppress -f json", data=MIXED)

    assert [
        (row["item"], row["value"], row["rank"], row["rank_low"], row["rank_high"]) for row in run.rows
    ] == [
        ("soil", 90, 1, 1, 1),
        ("air", 50, 2, 2, 2),
        ("mud", None, None, None, None),
        ("noise", None, None, None, None),
    ]
    assert run.json["notes"][-2:] == [
        "2 figures are hidden.",
        "Hidden figures come last and have no rank: the ranks are those of the others.",
    ]
    assert MIXED_NOTE not in run.json["notes"]


def test_what_is_hidden_tells_nothing_by_its_place(phare: Phare) -> None:
    swapped = MIXED.replace("noise,70,10", "noise,85,10").replace("mud,80,12", "mud,3,12")

    for options in ("", "--wide", "--top 2"):
        hidden = [phare(f"show --suppress -f csv {options}", data=data).out for data in (MIXED, swapped)]
        assert hidden[0] == hidden[1]


def test_a_crossing_explains_what_it_shows_and_names_the_cells_it_cannot_mark(phare: Phare) -> None:
    assert phare("show --wide -f json", data=MIXED).json["notes"] == [
        "– : no figure, whether named without one or not asked.",
        "Universe: not published.",
        "Low base, an effective base under 30, not to be relied upon: Citizens, France: mud and noise.",
        "To review, figures of 0 or 100%, by the NCHS presentation standards (2017): Mayors, France: air.",
    ]
    assert phare("show --wide --suppress -s citizens -f json", data=MIXED).json["notes"] == [
        "Universe: not published.",
        "Hidden, too imprecise to publish (NCHS standards, 2017), of no weight in the order of items: "
        "Citizens, France: mud and noise.",
    ]


def test_a_crossing_without_a_gap_explains_no_dash(phare: Phare) -> None:
    notes = phare("show --wide -f json", data=TIED.replace("France,citizens,worries,noise,\n", "")).json[
        "notes"
    ]
    full = phare("show --wide -s citizens -f json", data=TIED.replace("France,citizens,worries,noise,\n", ""))

    assert any(note.startswith("–") for note in notes)
    assert not any(note.startswith("–") for note in full.json["notes"])


def test_a_rank_over_a_thousand_has_its_mark(phare: Phare) -> None:
    rows = "".join(f"France,citizens,w,i{place},{place / 40:.3f},400\n" for place in range(1200))
    run = phare(
        "show -f markdown --lang en --no-bars", data="region,stakeholder,indicator,item,value,base\n" + rows
    )

    assert "-1,200 |" in run.out
    assert "-1200 |" not in run.out
