"""Several breakdowns of the same groups in one run of tabulate: each by itself, none crossed."""

from __future__ import annotations

import csv
from collections.abc import Callable
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
ROWS = [
    "ACTEUR,TAILLE,AGE,POIDS,Q1",
    *(
        f"associations,{size},{age},{weight},{answer}"
        for size, age, weight, answer in zip(
            islice(cycle(["petite", "moyenne", "grande"]), 420),
            islice(cycle(["jeune", "ancienne"]), 420),
            islice(cycle(["0.5", "1", "1.5", "2", "1"]), 420),
            islice(cycle(["oui", "non", "oui", "oui", "non", "non", "oui"]), 420),
            strict=True,
        )
    ),
]
COMMAND = "tabulate answers.csv -r =Bretagne -s ACTEUR --weight POIDS --single Q1"


@pytest.fixture(autouse=True)
def _answers(tmp_path: Path) -> None:
    (tmp_path / "answers.csv").write_text("\n".join(ROWS) + "\n", encoding="utf-8")


def _rows(run: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(run.out.splitlines()))


def test_each_breakdown_is_what_it_is_alone(phare: Phare) -> None:
    both = _rows(phare(f"{COMMAND} --segment TAILLE --segment AGE"))
    size, age = _rows(phare(f"{COMMAND} --segment TAILLE")), _rows(phare(f"{COMMAND} --segment AGE"))

    assert both == [*size, *(row for row in age if row["segment"])]


def test_what_a_segment_is_a_part_by_and_weighs_is_written(phare: Phare) -> None:
    rows = _rows(phare(f"{COMMAND} --segment TAILLE --segment AGE"))

    by_size = {row["segment"]: row["group_share"] for row in rows if row["breakdown"] == "TAILLE"}
    assert set(by_size) == {"petite", "moyenne", "grande"}
    assert sum(map(float, by_size.values())) == pytest.approx(1.0)
    assert {row["breakdown"] for row in rows if not row["segment"]} == {""}


def test_a_spec_names_several_breakdowns(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "spec.toml").write_text(
        'region = "=Bretagne"\nstakeholder = "ACTEUR"\nweight = "POIDS"\nsegment = ["TAILLE", "AGE"]\n'
        '[[question]]\nindicator = "Q1"\ncolumn = "Q1"\n',
        encoding="utf-8",
    )

    assert _rows(phare("tabulate answers.csv --spec spec.toml")) == _rows(
        phare(f"{COMMAND} --segment TAILLE --segment AGE")
    )


def test_segments_called_alike_have_their_column_before_their_name(phare: Phare, tmp_path: Path) -> None:
    text = "\n".join(ROWS).replace("petite", "oui").replace("jeune", "oui")
    (tmp_path / "answers.csv").write_text(text + "\n", encoding="utf-8")

    run = phare(f"{COMMAND} --segment TAILLE --segment AGE")

    assert {row["segment"] for row in _rows(run)} == {
        "", "TAILLE: oui", "AGE: oui", "moyenne", "grande", "ancienne",
    }  # fmt: skip
    assert "a segment of one name (oui)" in run.err


def test_the_same_column_named_twice_is_one_breakdown(phare: Phare) -> None:
    twice = phare(f"{COMMAND} --segment TAILLE --segment TAILLE")

    assert twice.out == phare(f"{COMMAND} --segment TAILLE").out


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (
            COMMAND.replace("answers.csv", "-"),
            "the answers are read once for each --segment: name a file in place of standard input.",
        ),
        (
            f"{COMMAND} --min-count 5",
            "what one breakdown hides another may give away: with --min-count take one --segment a run, and do not "
            "publish two of them together.",
        ),
    ],
)
def test_what_is_read_once_or_hidden_takes_one_breakdown(phare: Phare, command: str, said: str) -> None:
    run = phare(f"{command} --segment TAILLE --segment AGE")

    assert (run.status, run.err) == (2, f"phare: {said}\n")


def test_a_breakdown_that_is_not_there_is_a_problem(phare: Phare) -> None:
    run = phare(f"{COMMAND} --segment TAILLE --segment REGIME")

    assert (run.status, run.out, "REGIME" in run.err) == (3, "", True)


def test_parts_of_both_breakdowns_are_compared_each_among_its_own(phare: Phare) -> None:
    phare(f"{COMMAND} --segment TAILLE --segment AGE -o results.csv")

    rows = phare("compare --by segment -d results.csv -f json").rows

    assert {(row["segment"], row["to"]) for row in rows} == {
        ("grande", "moyenne"), ("grande", "petite"), ("moyenne", "petite"), ("ancienne", "jeune"),
        ("grande", ""), ("moyenne", ""), ("petite", ""),
    }  # fmt: skip
    assert {row["reason"] for row in rows} == {None}
