"""Results from any bytes: what reads, reads in its bounds, and all else is a sentence."""

from __future__ import annotations

import io

from frame import speak, speak_error

from phare_cli.nouns.errors import PhareError
from phare_cli.results import Rules, inspect

RULES = (
    Rules(),
    Rules(encoding="utf-8"),
    Rules(encoding="cp1252"),
    Rules(decimal="comma"),
    Rules(decimal="point", scale="percent"),
    Rules(scale="fraction"),
    Rules(map={"value": "x", "region": "=y"}),
    Rules(map={"stakeholder": "=a", "indicator": "=b", "item": "base", "base": ""}),
)
SEEDS = (
    b"",
    b"\x00",
    b"\x00region;stakeholder;indicator;item;value;base\nPACA;citizens;f;a;57,5;1 200\n",
    b'\x00sep=,\r\nregion,stakeholder,indicator,item,value\r\nNA,"a ""b""\r\nc",f,a,57 %\r\n',
    b"\x04\xff\xfer\x00e\x00g\x00i\x00o\x00n\x00",
    b'\x00{"schema_version": 1, "rows": [{"region": "a", "value": 1e400}]}',
    b"\x05region|stakeholder|indicator|item|value\n01|x|y|z|0,5\nSource : x\n||||\n",
    b"\x06x;stakeholder;indicator;item\n1,5;a;b;c\n",
)
TOKENS = (
    "region",
    "stakeholder",
    "indicator",
    "item",
    "value",
    "base",
    "effective_base",
    "France",
    "n.d.",
    "sep=;",
)


def fuzz(data: bytes) -> None:
    """Read *data*, whose first byte chooses the rules. Any exception but a PhareError is a finding."""
    rules = RULES[data[0] % len(RULES)] if data else Rules()
    try:
        found = inspect(io.BytesIO(data[1:]), rules=rules)
    except PhareError as error:
        speak_error(error)
        return
    speak([*found.survey.notices, *(problem.message for problem in found.problems)])
    for estimate in found.survey.estimates:
        if estimate.value is not None and estimate.unit == "percent":
            assert 0 <= estimate.value <= 100, f"{estimate.value} is no percentage"
