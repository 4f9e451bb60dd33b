"""What fuzzers share: where their inputs are, and what must hold of what comes out of a door.

A fuzzer is a file ``fuzz_NAME.py``: ``SEEDS`` are what it starts from, ``TOKENS`` what it may write at once, and
``fuzz(data)`` lets out nothing but a finding. What was found is kept in ``found/NAME/``, which the test suite reads.
"""

from __future__ import annotations

import atexit
import math
import shutil
import tempfile
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

from phare_cli.language.typeset import Typesetter
from phare_cli.nouns.errors import InvalidData, PhareError
from phare_cli.nouns.message import Message
from phare_cli.nouns.survey import Estimate

HERE = Path(__file__).parent
FOUND = HERE / "found"
NAMES = tuple(sorted(path.stem.removeprefix("fuzz_") for path in HERE.glob("fuzz_*.py")))


class Fuzzer(NamedTuple):
    """One door, by its name: what comes in, and what passes an input through."""

    name: str
    seeds: tuple[bytes, ...]
    tokens: tuple[str, ...]
    fuzz: Callable[[bytes], None]


def load(name: str) -> Fuzzer:
    """Return the fuzzer of that name."""
    module = import_module(f"fuzz_{name}")
    return Fuzzer(name, module.SEEDS, module.TOKENS, module.fuzz)


def findings(name: str) -> list[Path]:
    """Return the inputs that were found through a door."""
    return sorted((FOUND / name).glob("*"))


def folder() -> Path:
    """Return an empty folder that is gone when the process ends."""
    made = Path(tempfile.mkdtemp(prefix="fuzz"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def speak(messages: Iterable[Message]) -> None:
    """Say every sentence in both languages."""
    for language in ("en", "fr"):
        typesetter = Typesetter(language)
        for message in messages:
            assert typesetter.say(message)


def speak_error(error: PhareError) -> None:
    """Say what a refusal says, problem by problem."""
    speak([error.message])
    if isinstance(error, InvalidData):
        speak(problem.message for problem in error.problems)


def check(estimates: Iterable[Estimate]) -> None:
    """Look at what no file can make true: a figure out of its bounds, a base below what it stands on."""
    keys = set()
    for estimate in estimates:
        assert estimate.key not in keys, f"{estimate.key} twice"
        keys.add(estimate.key)
        value, base, effective = estimate.value, estimate.base, estimate.effective_base
        assert value is None or math.isfinite(value), f"{value} is no figure"
        assert value is None or estimate.unit != "percent" or 0 <= value <= 100, f"{value} is no percentage"
        assert base is None or base >= 0, f"{base} is no base"
        assert effective is None or effective >= 0, f"{effective} is no effective base"
