"""What a reader asks of a page: its indicators, its title, whole groups alone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Phare = Callable[..., Any]


def test_a_page_tells_of_the_indicators_asked_for_in_their_order(phare: Phare, established: str) -> None:
    page = phare(
        "report -r Bretagne --indicator innovation --indicator engagement -f json", data=established
    ).json

    assert [section["name"] for section in page["sections"]] == [
        "key-points", "innovation", "engagement", "comparison", "facts",
    ]  # fmt: skip


def test_a_verdict_is_that_of_the_page_with_every_indicator(phare: Phare, established: str) -> None:
    def gaps(options: str) -> list[dict[str, Any]]:
        page = phare(f"report -r Bretagne {options} -f json", data=established).json
        comparison = next(section for section in page["sections"] if section["name"] == "comparison")
        tables = [table for table in comparison["tables"] if table["label"] == "gap-engagement"]
        return [row for table in tables for row in table["rows"]]

    assert gaps("--indicator engagement") == gaps("")


def test_an_indicator_that_the_data_do_not_hold_is_refused(phare: Phare, established: str) -> None:
    run = phare("report -r Bretagne --indicator engagment", data=established)

    assert (run.status, "Did you mean engagement?" in run.err) == (2, True)


def test_a_page_of_whole_groups_names_no_part(phare: Phare, established: str) -> None:
    parts = established + "S,2020,Bretagne,associations,employers,engagement,partnerships,44,400,,no,\n"

    everything = phare("report -r Bretagne -f json", data=parts).out
    whole = phare("report -r Bretagne -f json --segments none", data=parts).out

    assert ("employers" in everything, "employers" in whole) == (True, False)


@pytest.mark.parametrize(
    ("format", "written"),
    [
        ("markdown", "# Ce que \\*disent\\* les {maires} & nous\n"),
        ("html", "<h1>Ce que *disent* les {maires} &amp; nous</h1>"),
        ("json", '"title": "Ce que *disent* les {maires} & nous"'),
        ("table", "Ce que *disent* les {maires} & nous\n"),
    ],
)
def test_a_title_stands_as_it_was_given(phare: Phare, established: str, format: str, written: str) -> None:
    run = phare(
        f"report -r Bretagne -f {format} --title 'Ce que *disent* les {{maires}} & nous'", data=established
    )

    assert written in run.out


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (
            "--each region -o pages --title 'Le baromètre'",
            "--each gives every page the name of its region: leave --title out, or --each.",
        ),
        (
            "-r Bretagne --segments none --segment employers",
            "--segments none leaves every part of a group out: leave it out, or --segment.",
        ),
    ],
)
def test_options_that_contradict_one_another_are_refused(
    phare: Phare, established: str, options: str, said: str
) -> None:
    run = phare(f"report {options}", data=established)

    assert (run.status, run.err) == (2, f"phare: {said}\n")


def test_a_block_takes_the_indicators_and_the_title_of_its_page(
    phare: Phare, tmp_path: Any, established: str
) -> None:
    (tmp_path / "own.csv").write_text(established, encoding="utf-8")
    command = "report -r Bretagne --data own.csv --indicator engagement --segments none --title 'Le point'"
    (tmp_path / "note.md").write_text(f"<!-- phare: {command} -->\n<!-- /phare -->\n", encoding="utf-8")

    run = phare("update note.md")

    assert (run.status, "# Le point" in (tmp_path / "note.md").read_text(encoding="utf-8")) == (0, True)
