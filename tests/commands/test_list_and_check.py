"""``phare list`` and ``phare check``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

GOOD = "region,stakeholder,indicator,item,value\nFrance,citizens,w,air,40\nNA,citizens,w,air,44\n"
BAD = "region,stakeholder,indicator,item,value\nFrance,citizens,w,air,douze\nFrance,citizens,w,soil,140\n"


def test_regions_are_listed_with_what_to_type_for_them(phare: Phare) -> None:
    rows = phare("list regions -f json").rows

    assert [(row["name"], row["code"]) for row in rows][:2] == [
        ("france", ""),
        ("bourgogne-franche-comte", "27"),
    ]
    assert ("paca", "93") in [(row["name"], row["code"]) for row in rows]


def test_na_is_nouvelle_aquitaine_not_missing(phare: Phare) -> None:
    rows = phare("list regions -f json", data=GOOD).rows

    assert [row["region"] for row in rows] == ["France", "Nouvelle-Aquitaine"]


def test_groups_are_listed_with_their_segments(phare: Phare) -> None:
    rows = phare("list stakeholders -f json").rows

    assert ("associations", "employers") in [(row["stakeholder"], row["segment"]) for row in rows]


def test_indicators_are_listed_as_rates_or_rankings(phare: Phare) -> None:
    rows = phare("list indicators -f json").rows

    kinds = {row["indicator"]: row["kind"] for row in rows}
    assert (kinds["fragilities"], kinds["engagement"], kinds["innovation"]) == ("ranking", "rate", "rate")


@pytest.mark.parametrize(
    ("topic", "first"),
    [
        ("items", {"name": "employment", "item": "employment"}),
        ("waves", {"survey": "ARPEA", "wave": "2011", "figures": 1}),
        ("sources", {"source": "PHARE Région PACA, chiffres clés (Le RAMEAU)", "figures": 14}),
        ("formats", {"name": "table"}),
    ],
)
def test_other_topics_are_listed(phare: Phare, topic: str, first: dict[str, object]) -> None:
    row = phare(f"list {topic} -f json").rows[0]

    assert {name: row[name] for name in first} == first


def test_names_of_a_large_file_are_listed_without_looking_at_its_figures(phare: Phare) -> None:
    many = "".join(f"NA,citizens,w,air {place},44\n" for place in range(30_000))

    run = phare("list regions -f csv", data=f"{BAD}{many}")

    assert run.column("figures") == ["2", "30000"]


def test_a_total_is_no_figure_of_a_large_file(phare: Phare) -> None:
    many = "".join(f"NA,citizens,w,air {place},44\n" for place in range(30_000))

    run = phare("list regions -f csv", data=f"{GOOD}{many}France,citizens,w,Total,100\n")

    assert run.column("figures") == ["1", "30001"]


def test_an_unknown_topic_says_which_there_are(phare: Phare) -> None:
    run = phare("list zones")

    assert run.status == 2
    assert run.err == (
        "phare: TOPIC takes regions, stakeholders, indicators, items, waves, sources or formats.\n"
    )


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("check", "Check: the figures that phare ships"),
        ("check --lang fr", "Contrôle\u00a0: les chiffres livrés avec phare"),
        ("check a.csv b.csv", "Check: a.csv and b.csv"),
        ("check -d a.csv --lang fr", "Contrôle\u00a0: a.csv"),
        ("check a.csv b.csv c.csv d.csv", "Check: 4 files"),
        ("check -f markdown", "**Check: the figures that phare ships**"),
    ],
)
def test_a_check_says_first_what_it_read(phare: Phare, tmp_path: Path, words: str, first: str) -> None:
    for name in "abcd":
        text = f"region,stakeholder,indicator,item,value\nPACA,citizens,trust,{name},45\n"
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")

    assert phare(words).out.splitlines()[0] == first


def test_a_check_calls_the_data_of_a_project_as_they_are_typed_there(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(GOOD, encoding="utf-8")
    (tmp_path / "phare.toml").write_text('data = ["a.csv"]\nlang = "en"\n', encoding="utf-8")

    assert phare("check").out.splitlines()[0] == "Check: a.csv"


def test_what_is_wrong_in_the_data_of_a_project_stands_by_the_name_typed_there(
    phare: Phare, tmp_path: Path
) -> None:
    (tmp_path / "a.csv").write_text(BAD, encoding="utf-8")
    (tmp_path / "phare.toml").write_text('data = ["a.csv"]\n', encoding="utf-8")

    assert {row["file"] for row in phare("check -f json").rows} == {"a.csv"}


def test_a_good_file_passes_the_check(phare: Phare) -> None:
    run = phare("check -f markdown", data=GOOD)

    assert run.status == 0
    assert "No problem: 2 results read." in run.out


def test_every_problem_is_reported_at_once_on_standard_output(phare: Phare) -> None:
    run = phare("check -f json", data=BAD)

    assert run.status == 1
    assert [(row["line"], row["column"], row["code"]) for row in run.rows] == [
        (2, "value", "not-a-number"),
        (3, "value", "out-of-range"),
    ]


def test_other_commands_report_the_same_problems_on_standard_error(phare: Phare) -> None:
    run = phare("show", data=BAD)

    assert (run.status, run.out) == (3, "")
    lines = run.err.splitlines()
    assert lines[0].startswith("phare: results.csv, line 2, column value: ")
    assert lines[0].endswith(" [not-a-number]")
    assert lines[-1] == "phare: 2 problems: nothing was shown. (phare check results.csv)"
