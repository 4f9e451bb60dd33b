"""``phare cross`` on the shipped national figures, in both languages and every format for programs."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]
NATIONAL = "cross fragility-scores partnership-impact --region France --stakeholder citizens"


@pytest.mark.parametrize(
    ("item", "order", "score", "rank", "impact", "rank_of_impact", "place"),
    [
        ("employment", 1, 7.1, 1, 49, 1, "high_on_both"),
        ("economic-development", 2, 6.5, 2, 46, 2, "high_on_both"),
        ("environment", 3, 6.3, 3, 42, 3, "low_on_both"),
        ("exclusion", 4, 6.3, 3, 36, 4, "low_on_both"),
        ("education", None, None, None, 36, None, None),
        ("purchasing-power", None, 6.6, None, None, None, None),
        ("security", None, 6.6, None, None, None, None),
    ],
)
def test_the_national_figures_fall_where_they_should(
    phare: Phare, item: str, order: int | None, score: float | None, rank: int | None,
    impact: float | None, rank_of_impact: int | None, place: str | None,
) -> None:  # fmt: skip
    row = next(row for row in phare(f"{NATIONAL} -f json").rows if row["item"] == item)

    names = ("order", "value_1", "rank_1", "value_2", "rank_2", "place")
    assert [row[name] for name in names] == [order, score, rank, impact, rank_of_impact, place]


def test_the_items_to_act_on_come_first_and_none_is_dropped(phare: Phare) -> None:
    assert phare(f"{NATIONAL} -f csv").column("item") == [
        "employment", "economic-development", "environment", "exclusion", "education", "purchasing-power",
        "security",
    ]  # fmt: skip


def test_a_row_tells_its_prisms_rounds_units_and_cuts(phare: Phare) -> None:
    row = phare(f"{NATIONAL} -f json").rows[0]

    assert {name: row[name] for name in row if name.endswith("_1")} == {
        "prism_1": "fragility-scores:citizens", "survey_1": "PHARE", "wave_1": "2015-2016", "value_1": 7.1,
        "unit_1": "score/10", "base_1": None, "low_1": None, "high_1": None, "rank_1": 1, "rank_low_1": None,
        "rank_high_1": None, "reference_1": None, "index_1": None, "cut_1": 6.4, "side_1": "high",
        "flag_1": None,
    }  # fmt: skip
    assert [row[name] for name in ("survey", "wave", "region", "stakeholder", "segment", "indicator")] == [
        "PHARE", "2015-2016", "France", "citizens", "", None,
    ]  # fmt: skip
    assert (row["item"], row["order"], row["rank_sum"], row["cut_2"]) == ("employment", 1, 2, 44)


ENGLISH = [
    "Employment: first on every prism, at once the first fragility named and the field where partnerships are "
    "judged most useful, in the order of "
    "the published figures, which cannot be tested.",
    "Held by Impact of partnerships only: Education.",
    "Held by Fragility scores only: Purchasing power and Security.",
    "High: above 6.4/10 (Fragility scores) and above 44% (Impact of partnerships), the median of the 4 items that "
    "every prism holds.",
    "Ranks are among the items that every prism holds; the order is that of their sums. Figures are never added.",
    "Placed as published, no interval being known: Fragility scores and Impact of partnerships.",
    "France: PHARE 2015-2016 is crossed, a round that the prisms share; left aside: IMPACT 2019 (Fragility scores).",
]
FRENCH = [
    "L’emploi est à la fois la première fragilité citée et le domaine où les partenariats sont jugés les plus utiles, "
    "dans l’ordre des chiffres publiés, qui n’est pas testable.",
    "Modalité présente seulement dans Impact des partenariats\u00a0: Éducation.",
    "Modalités présentes seulement dans Notes de fragilité\u00a0: Pouvoir d’achat et Sécurité.",
    "Fort\u00a0: au-dessus de 6,4/10 (Notes de fragilité) et au-dessus de 44\u00a0% (Impact des partenariats), "
    "médiane des 4 modalités que tous les prismes contiennent.",
    "Les rangs sont pris parmi les modalités que tous les prismes contiennent\u00a0; l’ordre est celui de leurs "
    "sommes. Les résultats ne sont jamais additionnés.",
    "Prismes placés tels que publiés, faute d’intervalle connu\u00a0: Notes de fragilité et Impact des partenariats.",
    "France\u00a0: le croisement porte sur PHARE 2015-2016, vague commune aux prismes\u00a0; hors croisement\u00a0: "
    "IMPACT 2019 (Notes de fragilité).",
]


@pytest.mark.parametrize(("language", "lines"), [("en", ENGLISH), ("fr", FRENCH)])
def test_the_lines_below_say_what_to_remember_and_how_to_read(
    phare: Phare, language: str, lines: list[str]
) -> None:
    out = phare(f"{NATIONAL} --lang {language}").out

    assert [line for line in out.splitlines() if line in lines] == lines


def test_the_table_reads_on_one_screen(phare: Phare) -> None:
    out = phare(NATIONAL).out

    assert out.splitlines()[:6] == [
        "France · Citizens · PHARE · 2015-2016",
        "",
        "Order  Item                  Fragility scores  Rank  Impact of partnerships  Rank  Where it falls",
        "─" * 97,
        "    1  Employment                      7.1/10     1                     49%     1  high on both",
        "    2  Economic development            6.5/10     2                     46%     2  high on both",
    ]


@pytest.mark.parametrize("columns", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(phare: Phare, columns: int) -> None:
    out = phare(f"{NATIONAL} --color never", columns=columns).out

    assert max(map(len, out.splitlines())) <= columns


@pytest.mark.parametrize("language", ["en", "fr"])
def test_programs_read_the_same_in_any_language(phare: Phare, language: str) -> None:
    assert phare(f"{NATIONAL} -f json --lang {language}").out == phare(f"{NATIONAL} -f json").out


@pytest.mark.parametrize("format", ["markdown", "html", "latex", "rst", "asciidoc", "tsv", "csv"])
def test_every_format_holds_every_item(phare: Phare, format: str) -> None:
    run = phare(f"{NATIONAL} -f {format}")

    assert run.status == 0
    assert run.out.count("mployment") >= 1


def test_a_wave_asked_for_is_the_one_crossed(phare: Phare) -> None:
    run = phare(f"{NATIONAL} --wave 2015-2016")

    assert "left aside" not in run.out
    assert "France · Citizens · PHARE · 2015-2016" in run.out
