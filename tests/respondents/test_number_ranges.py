"""Ranges of numbers that stand for a name, in options and in recodes: both ends included, never guessed."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.respondents.engine.number_ranges import NumberRanges

Phare = Callable[..., Any]
AGES = [17, 18, 24, 25, 69, 70, 103]
SPEC = (
    'region = "=Bretagne"\nstakeholder = "=citizens"\nsegment = "AGE"\n'
    'recode.segment = { "0-24" = "jeunes", "25-69" = "adultes", "70+" = "aînés" }\n'
    '[[question]]\nindicator = "note"\ncolumn = "N"\noptions = { "0-4" = "faible", "5-10" = "forte" }\n'
)


@pytest.fixture
def tabulated(phare: Phare, tmp_path: Path) -> Callable[..., Any]:
    def run(spec: str = SPEC, notes: str = "0 4 5 10 7 2 9") -> Any:
        rows = [f"{age},{note}" for age, note in zip(AGES, notes.split(), strict=True)]
        (tmp_path / "answers.csv").write_text("\n".join(["AGE,N", *rows]) + "\n", encoding="utf-8")
        (tmp_path / "spec.toml").write_text(spec, encoding="utf-8")
        return phare("tabulate answers.csv --spec spec.toml")

    return run


def _rows(run: Any) -> list[dict[str, str]]:
    return list(csv.DictReader(run.out.splitlines()))


def test_numbers_count_for_the_range_they_lie_in_both_ends_included(tabulated: Callable[..., Any]) -> None:
    rows = _rows(tabulated())

    bases = Counter({row["segment"]: int(row["base"]) for row in rows})
    assert bases == {"": 7, "jeunes": 3, "adultes": 2, "aînés": 2}


def test_a_range_is_an_option(tabulated: Callable[..., Any]) -> None:
    rows = [row for row in _rows(tabulated()) if not row["segment"]]

    assert [row["item"] for row in rows] == ["faible", "forte"]
    assert [float(row["value"]) for row in rows] == pytest.approx([100 * 3 / 7, 100 * 4 / 7])


def test_a_number_outside_of_all_ranges_is_an_answer_that_nothing_declares(
    tabulated: Callable[..., Any],
) -> None:
    run = tabulated(notes="0 4 5 11 7 2 9")

    assert (run.status, run.out) == (3, "")


def test_an_answer_declared_as_none_is_none_inside_a_range_too(tabulated: Callable[..., Any]) -> None:
    rows = _rows(tabulated(SPEC + 'missing = ["9"]\n'))

    assert {row["base"] for row in rows if not row["segment"]} == {"6"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("4", "low"), ("4,5", None), ("5", "high"), ("0", "low"), ("-1", None), ("x", None), ("", None),
        ("1e1", "high"), ("10.0", "high"), ("12", None), ("4-5", None),
    ],
)  # fmt: skip
def test_a_text_has_the_name_of_its_range_or_none(text: str, name: str | None) -> None:
    assert NumberRanges({"0-4": "low", "5–10": "high", "rest": "no range"}).name(text) == name


def test_a_number_in_two_ranges_has_neither_name() -> None:
    assert NumberRanges({"0-5": "low", "5-10": "high"}).name("5") is None


def test_an_open_range_has_no_upper_end() -> None:
    assert NumberRanges({"70+": "old"}).name("1000000") == "old"


@pytest.mark.parametrize(
    ("spec", "is_wrong"),
    [
        (SPEC.replace('"0-4"', '"4-0"'), True),
        (SPEC.replace('"5-10"', '"10 - 5"'), True),
        (SPEC.replace('"5-10"', '"10,5–5"'), True),
        (SPEC.replace('"25-69"', '"69-25"'), True),
        (SPEC.replace('"0-4"', '"4-4"'), False),
        (SPEC.replace('"0-4" = "faible", "5-10"', '"4-0" = "faible", "autre"'), False),  # texts, it may be
    ],
)
def test_a_range_that_ends_before_it_begins_is_a_problem(
    tabulated: Callable[..., Any], spec: str, is_wrong: bool
) -> None:
    run = tabulated(spec)

    assert ("ends before it begins" in run.err) is is_wrong, run.err
    assert run.status != 0 or not is_wrong
