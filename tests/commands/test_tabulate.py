"""``phare tabulate``: respondents in, tidy results out."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]

RESPONDENTS = """REG;ACTEUR;POIDS;Q7;Q3[a];Q3[b]
PACA;citoyens;1,2;oui;Oui;Non
PACA;citoyens;0,8;non;Oui;Oui
Bretagne;citoyens;1;oui;Non;Oui
Bretagne;maires;1;oui;Non;Oui
"""
WHO = "--region REG --stakeholder ACTEUR --weight POIDS --nation"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "reponses.csv"
    path.write_bytes(RESPONDENTS.encode("cp1252"))
    return path


@pytest.mark.usefixtures("file")
def test_the_quick_form_gives_weighted_percentages_with_their_bases(phare: Phare) -> None:
    run = phare(f"tabulate reponses.csv {WHO} --single Q7")

    assert run.status == 0
    assert run.out.splitlines()[1] == (
        ",,France,citizens,,Q7,non,26.6666666667,percent,0,3,2.9220779221,25.8695683749,1,2,single,,"
    )


@pytest.mark.usefixtures("file")
def test_results_are_ready_for_show_and_compare(phare: Phare) -> None:
    phare(f"tabulate reponses.csv {WHO} --single Q7 --multiple 'Q3[*]' -o tidy.csv")
    rows = phare("compare Q3 --data tidy.csv -r PACA -f json").rows

    assert [(row["stakeholder"], row["item"], round(row["gap"], 1)) for row in rows] == [
        ("citizens", "a", 33.3),
        ("citizens", "b", -20.0),
    ]


@pytest.mark.usefixtures("file")
def test_a_constant_stands_for_a_column(phare: Phare) -> None:
    run = phare("tabulate reponses.csv --region =France --stakeholder =citizens --single Q7 -f json")

    assert {(row["region"], row["stakeholder"], row["base"]) for row in run.rows} == {
        ("France", "citizens", 4)
    }


@pytest.mark.usefixtures("file")
def test_a_draft_is_a_spec_that_runs(phare: Phare, tmp_path: Path) -> None:
    draft = phare("tabulate reponses.csv --draft")
    (tmp_path / "enquete.toml").write_text(draft.out, encoding="utf-8")
    run = phare("tabulate reponses.csv --spec enquete.toml -f json")

    assert draft.err == ""
    assert {row["indicator"] for row in run.rows} == {"Q7", "Q3"}


@pytest.mark.usefixtures("file")
def test_a_spec_and_the_options_it_replaces_do_not_go_together(phare: Phare) -> None:
    run = phare("tabulate reponses.csv --spec enquete.toml --single Q7")

    assert (run.status, run.err) == (
        2,
        "phare: --spec says what was asked, of whom and with which weight: leave those options out, or the spec.\n",
    )


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (f"{WHO}", "no question was named. Try --draft, which prints a first spec, --single COLUMN, "
            "--multiple 'Q3[*]' or --spec FILE."),
        ("--single Q7 --stakeholder ACTEUR",
         "say where the region stands: --region COLUMN, or --region =France for all."),
        ("--single Q7 --region REG",
         "say who answered: --stakeholder COLUMN, or --stakeholder =citizens for all of them."),
        (f"{WHO} --single Q7 --trim 3", "--trim bounds what raking does: it goes with --rake."),
    ],
)  # fmt: skip
@pytest.mark.usefixtures("file")
def test_what_is_missing_from_a_command_is_said(phare: Phare, words: str, sentence: str) -> None:
    run = phare(f"tabulate reponses.csv {words}")

    assert (run.status, run.out, run.err) == (2, "", f"phare: {sentence}\n")


@pytest.mark.usefixtures("file")
def test_a_codebook_is_written_as_a_page_and_as_a_descriptor(phare: Phare, tmp_path: Path) -> None:
    run = phare(
        f"tabulate reponses.csv {WHO} --single Q7 -o tidy.csv --codebook book.md --codebook datapackage.json"
    )

    assert (run.status, run.out) == (0, "")
    assert "**Q7 · France**" in (tmp_path / "book.md").read_text(encoding="utf-8")
    assert json.loads((tmp_path / "datapackage.json").read_text())["resources"][0]["path"] == "tidy.csv"


@pytest.mark.usefixtures("file")
def test_small_cells_are_hidden_on_request(phare: Phare) -> None:
    run = phare(f"tabulate reponses.csv {WHO} --single Q7 --min-count 3 -f json")

    assert {row["value"] for row in run.rows if row["stakeholder"] == "mayors"} == {None}
    assert "hidden: fewer than 3 respondents" in run.err


def test_bad_weights_are_problems_with_their_lines(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "reponses.csv").write_text(RESPONDENTS.replace("0,8", "-0,8").replace(";1;", ";un;", 1))
    run = phare(f"tabulate reponses.csv {WHO} --single Q7")

    assert run.status == 3
    assert [line.split(": ")[1] for line in run.err.splitlines()[:2]] == [
        "reponses.csv, line 3",
        "reponses.csv, line 4",
    ]


def test_standard_input_is_read(phare: Phare) -> None:
    run = phare(f"tabulate - {WHO} --single Q7", stdin=RESPONDENTS.encode())

    assert run.status == 0
    assert len(run.out.splitlines()) == 11
