"""What the environment says of a terminal or of pictures is used where it can be, and never ends a run."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]


@pytest.mark.parametrize("name", ["COLUMNS", "LINES", "TERMINAL_WIDTH"])
@pytest.mark.parametrize("text", ["999999999999999999999", "99999", "x", "-5", "", "1e3", "٣", "0", "1"])
@pytest.mark.parametrize("command", ["--help", "show --help", "help columns"])
def test_a_size_that_no_terminal_has_is_not_used(phare: Phare, name: str, text: str, command: str) -> None:
    run = phare(command, env={name: text})

    assert (run.status, run.err) == (0, "")
    assert len(run.out) > 500


def test_the_environment_is_given_back(phare: Phare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "x")
    monkeypatch.setenv("MPLBACKEND", "none")
    phare("help columns")

    assert (os.environ["COLUMNS"], os.environ["MPLBACKEND"]) == ("x", "none")


@pytest.mark.parametrize("backend", ["module://matplotlib_inline.backend_inline", "module://none", "none"])
def test_the_backend_of_a_notebook_draws_no_picture_of_phare(
    phare: Phare, tmp_path: Path, backend: str
) -> None:
    run = phare("plot fragilities -r PACA -o x.png", env={"MPLBACKEND": backend})

    assert (run.status, run.err) == (0, "")
    assert (tmp_path / "x.png").read_bytes().startswith(b"\x89PNG")
