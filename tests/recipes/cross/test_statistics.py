"""Territory statistics: a declared direction, the region set against the nation, their own rounds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.language.codebook import codebook

Phare = Callable[..., Any]

SURVEY = "survey,wave,region,stakeholder,indicator,item,value\n" + "".join(
    f"S,2030,Bretagne,citizens,fragilities,{item},{value}\n"
    for item, value in [("employment", 50), ("poverty", 40), ("mobility", 30), ("ageing", 20)]
)
RATES = "survey;wave;région;acteur;indicateur;item;valeur;unité\n" + "".join(
    f"INSEE;{wave};{region};Ensemble;{indicator};{item};{value};{unit}\n"
    for wave, region, indicator, item, value, unit in [
        ("2028", "53", "unemployment", "employment", "9,9", "%"),
        ("2029", "53", "unemployment", "employment", "8,8", "%"),
        ("2029", "53", "unemployment", "poverty", "12", "%"),
        ("2029", "53", "unemployment", "mobility", "300", "euros"),
        ("2029", "53", "unemployment", "ageing", "5", "%"),
        ("2029", "France", "unemployment", "employment", "8", "%"),
        ("2029", "France", "unemployment", "poverty", "15", "%"),
        ("2029", "France", "unemployment", "mobility", "200", "euros"),
    ]
)


@pytest.fixture
def joined(phare: Phare, tmp_path: Path) -> Phare:
    """Run phare on the survey and, beside it, the rates."""
    (tmp_path / "rates.csv").write_text(RATES, "utf-8")

    def run(command: str) -> Any:
        return phare(f"{command} --data rates.csv", data=SURVEY)

    return run


def test_a_statistic_joins_by_region_and_item_and_is_set_against_the_nation(joined: Phare) -> None:
    rows = joined("cross fragilities unemployment -r bretagne -f json").rows

    assert [
        tuple(
            row[name] for name in ("item", "value_2", "unit_2", "reference_2", "index_2", "rank_2", "side_2")
        )
        for row in rows
    ] == [
        ("employment", 8.8, "percent", 8, 110, 2, "low"),
        ("mobility", 300, "euros", 200, 150, 1, "high"),
        ("poverty", 12, "percent", 15, 80, 3, "low"),
        ("ageing", None, None, None, None, None, None),
    ]


def test_a_statistic_keeps_its_own_round_the_newest(joined: Phare) -> None:
    row = joined("cross fragilities unemployment -r bretagne -f json").rows[0]

    assert (row["wave_1"], row["survey_2"], row["wave_2"], row["wave"]) == ("2030", "INSEE", "2029", None)


@pytest.mark.parametrize(
    ("prism", "ranks"),
    [("unemployment", [2, 1, 3]), ("unemployment:desc", [2, 1, 3]), ("unemployment:asc", [2, 1, 3])],
)
def test_a_direction_said_goes_before_the_codebooks(joined: Phare, prism: str, ranks: list[int]) -> None:
    rows = joined(f"cross fragilities {prism} -r bretagne -f json").rows
    ranked = {row["item"]: row["rank_2"] for row in rows}
    turned = [4 - rank for rank in ranks] if prism.endswith("asc") else ranks

    assert [ranked[item] for item in ("employment", "mobility", "poverty")] == turned


def test_the_codebook_declares_what_higher_means() -> None:
    declared = {entry.id: entry.forms.get("higher") for entry in codebook().entries("indicator")}

    assert {id: higher for id, higher in declared.items() if higher} == {
        "unemployment": "worse", "territory": "worse",
    }  # fmt: skip


def test_a_cut_of_100_is_the_nation(joined: Phare) -> None:
    rows = joined("cross fragilities unemployment -r bretagne --cut median --cut 100 -f json").rows

    assert [(row["item"], row["side_2"]) for row in rows[:3]] == [
        ("employment", "high"), ("mobility", "high"), ("poverty", "low"),
    ]  # fmt: skip


LINES = {
    "en": [
        "Without a figure of the nation to be set against (Unemployment): Ageing.",
        "Bretagne: the prisms are of different rounds, S 2030 (Fragilities) and INSEE 2029 (Unemployment).",
        "Bretagne: left aside, INSEE 2028 (Unemployment).",
        "Set against the nation, France being 100 and taken as exact: Unemployment.",
    ],
    "fr": [
        "Modalités sans chiffre national auquel se rapporter (Chômage)\u00a0: Vieillissement.",
        "Bretagne\u00a0: les prismes sont de vagues différentes, S 2030 (Fragilités) et INSEE 2029 (Chômage).",
        "Bretagne\u00a0: hors croisement, INSEE 2028 (Chômage).",
        "Prisme rapporté à la nation (France = 100, prise comme exacte)\u00a0: Chômage.",
    ],
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_a_statistic_is_read_beside_is_told(joined: Phare, language: str) -> None:
    out = joined(f"cross fragilities unemployment -r bretagne --lang {language}").out

    assert [line for line in out.splitlines() if line in LINES[language]] == LINES[language]


def test_figures_of_several_units_stand_beside_their_unit_and_their_index(joined: Phare) -> None:
    out = joined("cross fragilities unemployment -r bretagne").out

    assert "Unemployment  Unit     France  France = 100  Rank" in out
    assert "8.8  percent     8.0           110     2" in out


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        (
            "en",
            "phare: unemployment:all sets a region against France, and France has nothing to stand against: choose "
            "another --region.\n",
        ),
        (
            "fr",
            "phare\u00a0: unemployment:all situe une région par rapport à la nation, et France n’a rien à quoi se "
            "rapporter\u00a0: choisissez une autre --region.\n",
        ),
    ],
)
def test_the_nation_is_not_set_against_itself(
    phare: Phare, tmp_path: Path, language: str, sentence: str
) -> None:
    (tmp_path / "rates.csv").write_text(RATES, "utf-8")
    run = phare(
        f"cross fragilities unemployment -r france --data rates.csv --lang {language}",
        data=SURVEY.replace("Bretagne", "France"),
    )

    assert (run.status, run.err.splitlines(keepends=True)[-1]) == (2, sentence)


UNDECLARED = RATES.replace("unemployment", "rates")


def test_a_statistic_without_a_direction_is_asked_for_one(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "rates.csv").write_text(
        UNDECLARED.replace("300;euros", "30;%").replace("200;euros", "20;%"), "utf-8"
    )
    run = phare("cross fragilities rates -r bretagne --data rates.csv", data=SURVEY)

    assert (
        "rates – All groups has no direction: its highest figure is first. Where it is a statistic, say rates:all:desc "
        "if higher is worse, rates:all:asc if higher is better."
    ) in run.out.splitlines()


def test_the_lowest_first_is_told(joined: Phare) -> None:
    out = joined("cross fragilities unemployment:asc -r bretagne").out

    assert "Lowest first: Unemployment." in out.splitlines()
    assert (
        "High: above 40% (Fragilities) and below 110 (Unemployment), the median of the 3 items that every prism"
        in out
    )
