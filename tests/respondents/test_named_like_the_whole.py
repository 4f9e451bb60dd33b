"""Every respondent counts once in the whole, whatever groups, places, segments and answers are called."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ROWS = [("ensemble", "oui"), ("citoyens", "non"), ("tous", "oui"), ("maires", "oui")]


def tabulated(
    phare: Phare, folder: Path, rows: Sequence[Sequence[str]], options: str
) -> dict[tuple[str, ...], tuple[float, str]]:
    """Return the value and the base of each key of results, none of which stands twice."""
    with (folder / "r.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    run = phare(f"tabulate r.csv {options} -o results.csv")
    assert run.status == 0
    with (folder / "results.csv").open(encoding="utf-8", newline="") as file:
        found = list(csv.DictReader(file))
    keys = [tuple(each[name] for name in ("region", "stakeholder", "segment", "item")) for each in found]
    assert len(set(keys)) == len(keys)
    return {key: (float(each["value"]), each["base"]) for key, each in zip(keys, found, strict=True)}


@pytest.mark.parametrize("name", ["all", "ensemble", "tous", "tous les acteurs", "Everyone"])
def test_a_group_that_is_called_all_holds_each_respondent_once(
    phare: Phare, tmp_path: Path, name: str
) -> None:
    found = tabulated(
        phare,
        tmp_path,
        [("G", "Q"), *ROWS],
        f"--region =Bretagne --stakeholder '={name}' --single Q",
    )

    assert {(item, *figure) for (*_, item), figure in found.items()} == {
        ("non", 25.0, "4"),
        ("oui", 75.0, "4"),
    }


@pytest.mark.parametrize("pool", ["", " --pool-groups"])
def test_who_answers_as_all_beside_groups_counts_once_in_all(phare: Phare, tmp_path: Path, pool: str) -> None:
    found = tabulated(
        phare, tmp_path, [("G", "Q"), *ROWS], f"--region =Bretagne --stakeholder G --single Q{pool}"
    )

    assert {key[1]: figure for key, figure in found.items() if key[3] == "non"} == {
        "citizens": (100.0, "1"),
        "mayors": (0.0, "1"),
        "all": (25.0, "4"),
    }


def test_who_answers_as_all_is_told(phare: Phare, tmp_path: Path) -> None:
    tabulated(phare, tmp_path, [("G", "Q"), *ROWS], "--region =Bretagne --stakeholder G --single Q")
    run = phare("tabulate r.csv --region =Bretagne --stakeholder G --single Q")

    assert "2 respondents have a group that means all of them, and count in it alone" in run.err


def test_a_few_who_answer_as_all_give_no_small_group_away(phare: Phare, tmp_path: Path) -> None:
    rows = [("citoyens", "oui")] * 12 + [("citoyens", "non")] * 9 + [("ensemble", "oui"), ("ensemble", "non")]
    with (tmp_path / "r.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([("G", "Q"), *rows])
    run = phare("tabulate r.csv --region =Bretagne --stakeholder G --single Q --min-count 5 -f csv")

    bases = dict(zip(run.column("stakeholder"), run.column("base"), strict=True))
    assert sum(base.isdigit() for base in bases.values()) == 1


@pytest.mark.parametrize(
    ("name", "options", "whole"),
    [
        *((name, "--nation", "France") for name in ("France", "Ensemble", "France entière", "national")),
        *((name, "--whole Bretagne", "Bretagne") for name in ("Bretagne", "bretagne", "BRETAGNE")),
        *(("Bretagne", f"--whole {whole}", "Bretagne") for whole in ("53", "bretagne")),
    ],
)
def test_a_place_called_like_the_whole_counts_in_the_whole_alone(
    phare: Phare, tmp_path: Path, name: str, options: str, whole: str
) -> None:
    found = tabulated(
        phare,
        tmp_path,
        [("P", "Q"), (name, "oui"), ("Finistère", "non"), ("Morbihan", "oui"), (name, "oui")],
        f"--region P --stakeholder =citizens --single Q {options}",
    )

    assert {key[0]: figure for key, figure in found.items() if key[3] == "oui"} == {
        whole: (75.0, "4"),
        "Finistère": (0.0, "1"),
        "Morbihan": (100.0, "1"),
    }


@pytest.mark.parametrize("name", ["ensemble", "total", "all", "Tous"])
def test_a_segment_called_like_the_whole_is_apart_from_the_whole_group(
    phare: Phare, tmp_path: Path, name: str
) -> None:
    found = tabulated(
        phare,
        tmp_path,
        [("S", "Q"), (name, "oui"), ("hommes", "non"), ("femmes", "oui"), (name, "oui")],
        "--region =Bretagne --stakeholder =citizens --segment S --single Q",
    )

    assert {key[2]: figure for key, figure in found.items() if key[3] == "oui"} == {
        "": (75.0, "4"),
        name: (100.0, "2"),
        "hommes": (0.0, "1"),
        "femmes": (100.0, "1"),
    }


def test_an_answer_called_total_is_apart_from_the_line_of_all_answers(phare: Phare, tmp_path: Path) -> None:
    rows = [("h", "oui"), ("f", "non"), ("h", "total"), ("f", "total"), ("f", "total")]
    (tmp_path / "r.csv").write_text("S,Q\n" + "".join(f"{s},{q}\n" for s, q in rows), encoding="utf-8")
    run = phare(
        "tabulate r.csv --region =Bretagne --stakeholder =citizens --segment S --single Q --percents row -f csv"
    )

    keys = Counter(zip(run.column("indicator"), run.column("segment"), run.column("item"), strict=True))
    assert (max(keys.values()), keys["Q (row percent)", "f", "total (2)"]) == (1, 1)
