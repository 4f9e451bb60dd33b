"""The benchmarks read what phare writes."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


def test_the_answers_that_are_compared_are_found_in_a_table_of_phare(
    phare: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.syspath_prepend(BENCHMARKS)
    throughput = importlib.import_module("throughput")
    path = tmp_path / "results.csv"
    throughput.generate(path, 1000, seed=8)

    run = phare(f"show fragilities --region PACA --top 10 -f markdown --decimals 3 --data {path}")

    assert len(throughput.answer(run.out)) == 2 * 10
