"""What fuzzing found once, and what it starts from, passes every door without a fault."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from frame import FOUND, NAMES, findings, load


def inputs() -> Iterator[Any]:
    for name in NAMES:
        for place, seed in enumerate(load(name).seeds):
            yield pytest.param(name, seed, id=f"{name}-seed{place}")
        for path in findings(name):
            yield pytest.param(name, path.read_bytes(), id=f"{name}-{path.name}")


@pytest.mark.parametrize(("name", "data"), list(inputs()))
def test_a_seed_or_a_finding_passes_without_a_fault(name: str, data: bytes) -> None:
    load(name).fuzz(data)


def test_what_was_found_belongs_to_a_fuzzer() -> None:
    assert {path.name for path in FOUND.iterdir()} <= set(NAMES)
