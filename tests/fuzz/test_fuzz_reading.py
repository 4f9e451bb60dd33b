"""What fuzzing found once, and what it starts from, reads without a fault."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SEEDS = [
    b"",
    b"\x00",
    b"\x00region;stakeholder;indicator;item;value;base\nPACA;citizens;f;a;57,5;1 200\n",
    b'\x00sep=,\r\nregion,stakeholder,indicator,item,value\r\nNA,"a ""b""\r\nc",f,a,57 %\r\n',
    b"\x04\xff\xfer\x00e\x00g\x00i\x00o\x00n\x00",
    b'\x00{"schema_version": 1, "rows": [{"region": "a", "value": 1e400}]}',
    b"\x05region|stakeholder|indicator|item|value\n01|x|y|z|0,5\nSource : x\n||||\n",
    b"\x06x;stakeholder;indicator;item\n1,5;a;b;c\n",
]
FOUND = sorted((HERE / "found").glob("*")) if (HERE / "found").is_dir() else []


def target() -> object:
    spec = importlib.util.spec_from_file_location("fuzz_reading", HERE / "fuzz_reading.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.read_anything


@pytest.mark.parametrize("data", [*SEEDS, *(path.read_bytes() for path in FOUND)])
def test_a_seed_or_a_finding_reads_without_a_fault(data: bytes) -> None:
    target()(data)  # type: ignore[operator]
