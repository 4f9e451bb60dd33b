"""Fuzz the reader with coverage to guide it: ``python tests/fuzz/fuzz_reading.py -max_total_time=60 FOLDER``.

Needs ``pip install atheris``. What it finds is kept under ``tests/fuzz/found`` and read again by the test suite.
"""

from __future__ import annotations

import io
import sys

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import PhareError
from phare_cli.results import Rules, inspect

# An input that takes longer, or more memory with all libraries loaded, is a finding too.
BOUNDS = ("-timeout=10", "-rss_limit_mb=1024")
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


def read_anything(data: bytes) -> None:
    """Read *data*, whose first byte chooses the rules. Any exception but a PhareError is a finding."""
    rules = RULES[data[0] % len(RULES)] if data else Rules()
    typesetter = Typesetter("en")
    try:
        found = inspect(io.BytesIO(data[1:]), rules=rules)
    except PhareError as error:
        typesetter.say(error.message)
        return
    for message in (*found.survey.notices, *(problem.message for problem in found.problems)):
        typesetter.say(message)
    for estimate in found.survey.estimates:
        if estimate.value is not None and estimate.unit == "percent" and not 0 <= estimate.value <= 100:
            raise AssertionError(f"{estimate.value} is no percentage")


def main() -> None:
    import atheris

    atheris.instrument_all()
    program, *options = sys.argv
    atheris.Setup([program, *BOUNDS, *options], read_anything)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
