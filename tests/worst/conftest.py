"""The worst files, each met by an English and a French reader: status, standard output, standard error."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Met = list[tuple[int, str, str]]


@pytest.fixture
def both(phare: Callable[..., Any], tmp_path: Path) -> Callable[..., Met]:
    """Save *content* as *name*, run *command* on it in both languages, and return what each reader met."""

    def meet(content: str | bytes, *, name: str = "f.csv", command: str = "show -f csv") -> Met:
        (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
        runs = [phare(f"{command} --data {name} --lang {language}") for language in ("en", "fr")]
        return [(run.status, run.out, run.err) for run in runs]

    return meet
