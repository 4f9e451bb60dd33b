"""``phare cross INDICATOR --by stakeholder``: groups side by side, their gaps, Kendall's W and its limits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]

HEADER = "survey,wave,region,stakeholder,indicator,item,value,base,response\n"
FIGURES = {
    "citizens": {"employment": 52, "poverty": 34, "mobility": 31, "ageing": 22},
    "mayors": {"employment": 48, "poverty": 21, "mobility": 41, "ageing": 39},
    "companies": {"employment": 58, "poverty": 19, "mobility": 36, "education": 12},
    "all": {"employment": 50, "poverty": 30},
}
DATA = HEADER + "".join(
    f"S,1,Bretagne,{group},fragilities,{item},{value},900,multiple\n"
    for group, figures in FIGURES.items()
    for item, value in figures.items()
)
COMMAND = "cross fragilities --by stakeholder"


@pytest.fixture
def rows(phare: Phare) -> dict[str, dict[str, Any]]:
    return {row["item"]: row for row in phare(f"{COMMAND} -f json", data=DATA).rows}


def test_groups_stand_side_by_side_and_everyone_is_none_of_them(rows: dict[str, dict[str, Any]]) -> None:
    row = rows["employment"]

    assert [row[f"prism_{number}"] for number in (1, 2, 3)] == [
        "fragilities:citizens", "fragilities:mayors", "fragilities:companies",
    ]  # fmt: skip
    assert "prism_4" not in row


def test_the_largest_gap_is_of_the_higher_group_over_the_lower(rows: dict[str, dict[str, Any]]) -> None:
    assert {
        item: tuple(row[name] for name in ("gap", "gap_of", "gap_to", "verdict", "rank_gap"))
        for item, row in rows.items()
    } == {
        "employment": (10, "companies", "mayors", "above", 0),
        "mobility": (10, "mayors", "citizens", "above", 1),
        "poverty": (15, "citizens", "companies", "above", 1),
        "ageing": (17, "mayors", "citizens", "above", None),
        "education": (None, None, None, None, None),
    }


def test_the_interval_of_a_gap_turns_with_it(rows: dict[str, dict[str, Any]]) -> None:
    assert 0 < rows["ageing"]["gap_low"] < 17 < rows["ageing"]["gap_high"]


def test_p_values_are_adjusted_over_every_pair_of_groups(
    phare: Phare, rows: dict[str, dict[str, Any]]
) -> None:
    pairs = phare("compare fragilities --by stakeholder -f json", data=DATA).rows
    alike = [
        row["p_adjusted"]
        for row in pairs
        if row["item"] == "poverty" and {row["stakeholder"], row["to"]} == {"citizens", "companies"}
    ]

    assert [rows["poverty"]["p_adjusted"]] == alike


def test_w_is_over_the_common_items_and_the_same_in_every_row(rows: dict[str, dict[str, Any]]) -> None:
    # Ranks of employment, poverty, mobility: 1 2 3, 1 3 2, 1 3 2; sums 3, 8, 7; W = 12 * 14 / (9 * 24).
    assert [row["kendall_w"] for row in rows.values()] == [pytest.approx(12 * 14 / (9 * 24))] * 5


LINES = {
    "en": [
        "First for every group: Employment.",
        "High for every group: Employment.",
        "Low for every group: Poverty.",
        "Largest gap: Ageing, 17 points between Mayors (39%) and Citizens (22%); this gap is established.",
        "Largest gap in ranks: Mobility, rank 2 for Mayors and Companies, rank 3 for Citizens.",
        "Agreement of 3 groups on the order of 3 items: Kendall's W = 0.78, where 1 is the same order everywhere and "
        "orders at random would give 0.33 on average.",
        "W compares orders, not levels; it takes the ranks as published, and no test goes with it: each ranking is an "
        "estimate of a group's, not a judge's own.",
        "With fewer than 7 items, one exchange of neighbours moves W a great deal.",
        "Asked of Citizens and Mayors only, or published of them only: Ageing.",
        "Asked of Companies only, or published of them only: Education.",
        "10 tests, at 95% confidence together: p values are adjusted by Holm's method.",
    ],
    "fr": [
        "Au premier rang pour tous les groupes d’acteurs\u00a0: Emploi.",
        "Fort pour tous les groupes d’acteurs\u00a0: Emploi.",
        "Faible pour tous les groupes d’acteurs\u00a0: Pauvreté.",
        "Plus grand écart\u00a0: Vieillissement, 17 points entre Maires (39\u00a0%) et Citoyens (22\u00a0%)\u00a0; cet "
        "écart est établi.",
        "Plus grand écart de rangs\u00a0: Mobilité, rang 2 pour Maires et Entreprises, rang 3 pour Citoyens.",
        "Accord de 3 groupes d’acteurs sur l’ordre de 3 modalités\u00a0: W de Kendall = 0,78\u00a0; 1 est le même "
        "ordre partout, et des ordres tirés au hasard donneraient 0,33 en moyenne.",
        "W compare des ordres, non des niveaux\u00a0; il prend les rangs tels qu’ils sont publiés, et aucun test ne "
        "l’accompagne\u00a0: chaque classement est l’estimation de celui d’un groupe, non celui d’un juge.",
        "Avec moins de 7 modalités, un seul échange entre voisines déplace beaucoup W.",
        "Modalité demandée ou publiée pour Citoyens et Maires seulement\u00a0: Vieillissement.",
        "Modalité demandée ou publiée pour Entreprises seulement\u00a0: Éducation.",
    ],
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_where_groups_agree_and_part_is_told_with_the_limits_of_w(phare: Phare, language: str) -> None:
    out = phare(f"{COMMAND} --lang {language} --cut 40", data=DATA).out

    assert [line for line in out.splitlines() if line in LINES[language]] == LINES[language]


def test_two_groups_are_told_what_w_adds(phare: Phare) -> None:
    out = phare(f"{COMMAND} -s citizens -s mayors", data=DATA).out

    assert "With two groups W says no more than Spearman's correlation of their ranks." in out.splitlines()


@pytest.mark.parametrize(
    ("base", "line"),
    [
        (
            "60",
            "Largest gap: Ageing, 17 points between Mayors (39%) and Citizens (22%); this gap is not established.",
        ),
        (
            "",
            "Largest gap: Ageing, 17 points between Mayors (39%) and Citizens (22%); this gap is untestable.",
        ),
    ],
)
def test_a_gap_says_no_more_than_its_bases_bear(phare: Phare, base: str, line: str) -> None:
    out = phare(COMMAND, data=DATA.replace(",900,", f",{base},")).out

    assert line in out.splitlines()


def test_groups_of_several_minds_are_named_with_their_first(phare: Phare) -> None:
    out = phare(
        COMMAND, data=DATA.replace("mayors,fragilities,mobility,41", "mayors,fragilities,mobility,71")
    ).out

    assert [line for line in out.splitlines() if line.startswith("First")] == [
        "First for Citizens and Companies: Employment.",
        "First for Mayors: Mobility.",
    ]


def test_a_first_rank_that_bases_do_not_bear_is_said_to_be_open(phare: Phare) -> None:
    out = phare(COMMAND, data=DATA.replace(",900,", ",60,")).out

    assert "First rank not established: Citizens, Mayors and Companies." in out.splitlines()


def test_one_common_item_has_a_gap_and_no_ranking(phare: Phare) -> None:
    run = phare("cross fragilities --by stakeholder --region PACA")

    assert run.status == 0
    assert (
        "Fewer than two items were asked of every group: there are no rankings to compare."
        in run.out.splitlines()
    )
    assert (
        "Largest gap: Employment, 20 points between Associations (67%) and Companies (47%); this gap is untestable."
    ) in run.out.splitlines()


def test_each_region_and_round_is_a_panel_with_its_own_groups(phare: Phare) -> None:
    more = DATA + "".join(
        f"S,{wave},{region},{group},fragilities,{item},{value},400,multiple\n"
        for wave, region, group in [
            ("2", "Bretagne", "mayors"),
            ("2", "Bretagne", "companies"),
            ("1", "Corse", "mayors"),
        ]
        for item, value in [("employment", 40), ("poverty", 30)]
    )
    rows = phare(f"{COMMAND} -f json", data=more).rows

    assert list(dict.fromkeys((row["region"], row["wave"]) for row in rows)) == [
        ("Bretagne", "1"),
        ("Bretagne", "2"),
    ]
    assert [row["value_1"] for row in rows if row["wave"] == "2"] == [None, None]


def test_a_segment_is_set_beside_that_segment(phare: Phare) -> None:
    data = "region,stakeholder,segment,indicator,item,value\n" + "".join(
        f"Bretagne,{group},employers,trust,{item},{value}\n"
        for group in ("associations", "companies")
        for item, value in [("air", 40), ("water", 30)]
    )
    rows = phare("cross trust --by stakeholder --segment employers -f json", data=data).rows

    assert [rows[0][name] for name in ("prism_1", "prism_2")] == [
        "trust:associations/employers", "trust:companies/employers",
    ]  # fmt: skip
