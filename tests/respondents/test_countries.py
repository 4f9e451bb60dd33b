"""In a column of countries France is one of them, and no respondent of France is left out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

ROWS = "".join(
    f"{country},{'oui' if at % 3 else 'non'}\n" for at in range(40) for country in ("France", "Italie")
)


@pytest.mark.parametrize(
    ("column", "bases"),
    [
        ("Pays", {("France", "40"), ("Italie", "40")}),
        ("Country of residence", {("France", "40"), ("Italie", "40")}),
        ("zone", {("Italie", "40")}),
    ],
)
def test_france_is_a_country_among_others(
    phare: Callable[..., Any],
    tmp_path: Path,
    column: str,
    bases: set[tuple[str, str]],
) -> None:
    (tmp_path / "r.csv").write_text(f"{column},Q\n{ROWS}", encoding="utf-8")
    run = phare(f"tabulate r.csv --region '{column}' -s =citizens --single Q -f csv")

    assert run.status == 0
    assert set(zip(run.column("region"), run.column("base"), strict=True)) == bases


def test_a_country_beside_france_is_a_sample_of_its_own(phare: Callable[..., Any], tmp_path: Path) -> None:
    (tmp_path / "r.csv").write_text(f"Pays,Q\n{ROWS}", encoding="utf-8")
    phare("tabulate r.csv --region Pays -s =citizens --single Q -o results.csv")
    run = phare("compare -r Italie -d results.csv -f json")

    assert {row["verdict"] for row in run.rows} == {"not_established"}
