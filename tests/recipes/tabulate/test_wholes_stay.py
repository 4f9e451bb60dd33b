"""A whole shows beside its small parts wherever hiding some more of these protects as well."""

from __future__ import annotations

import csv
import random
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
REGIONS = {"Bretagne": 300, "Normandie": 150, "Corse": 80, "Occitanie": 40, "Grand Est": 20}
SEEDS = range(6)


def published(phare: Phare, folder: Path, seed: int) -> str:
    """Return what is published of regions of unequal sizes, two groups and one rare answer of four."""
    draw = random.Random(seed)
    rows = [
        f"{region},{draw.choices(('x', 'y'), (8, 2))[0]},{draw.choices('abcd', (50, 30, 15, 5))[0]}"
        for region, many in REGIONS.items()
        for _ in range(many)
    ]
    (folder / "a.csv").write_text("region,job,q\n" + "\n".join(rows) + "\n", encoding="utf-8")
    run = phare(
        "tabulate a.csv --region region --nation --stakeholder job --single q --min-count 5 -o r.csv --quiet"
    )
    assert run.status == 0, run.err
    return (folder / "r.csv").read_text(encoding="utf-8")


@pytest.mark.parametrize("seed", SEEDS)
def test_nobody_works_out_a_small_count_beside_a_whole_that_shows(
    phare: Phare, tmp_path: Path, attacked: Callable[..., Sequence[object]], seed: int
) -> None:
    assert attacked(published(phare, tmp_path, seed), 5, kinds={"q": "single"}, found=["q"]) == []


def test_the_nation_keeps_nine_figures_of_ten(phare: Phare, tmp_path: Path) -> None:
    rows = [row for seed in SEEDS for row in csv.DictReader(published(phare, tmp_path, seed).splitlines())]
    nation = [row["value"] for row in rows if row["region"] == "France"]

    assert any(row["value"] == "" for row in rows)
    assert nation.count("") * 10 <= len(nation)
