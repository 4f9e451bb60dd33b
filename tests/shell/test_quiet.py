"""A quiet run says nothing beside its answer but what is wrong."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.results import read
from phare_cli.shell import progress
from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.progress import with_bar
from phare_cli.shell.session import Session
from phare_cli.shell.typer_app import Command

Phare = Callable[..., Any]
BROKEN = "region,stakeholder,indicator,item,value\nPACA,citizens,x,a,140\n"
WEAK = "region,stakeholder,indicator,item,value,base\nPACA,citizens,x,a,57,12\n"
BLOCK = "Ils sont <!-- phare: value {words} -->?<!-- /phare -->.\n"
STEPS = 'data = ["results.csv"]\nrun = ["show -o show.md", "{last}"]\n'


@pytest.mark.parametrize(
    ("command", "data"),
    [
        ("show --missing c", WEAK),
        ("value x -r PACA --item a", WEAK),
        ("check --missing c", WEAK),
        ("report --each region -o pages", None),
        ("init", WEAK),
    ],
)
@pytest.mark.parametrize("said", ["{command} --quiet", "{command} -q", "--quiet {command}"])
def test_a_quiet_run_gives_its_answer_and_no_note(
    phare: Phare, tmp_path: Path, command: str, data: str | None, said: str
) -> None:
    loud = phare(command, data=data)
    for file in tmp_path.glob("*.toml"):
        file.unlink()
    quiet = phare(said.format(command=command), data=data)

    assert (quiet.status, quiet.out) == (loud.status, loud.out)
    assert (bool(loud.err), quiet.err) == (True, "")


@pytest.mark.parametrize("command", ["show", "show --top 0", "show nowhere", "show --data missing.csv"])
def test_what_is_wrong_is_said_all_the_same(phare: Phare, command: str) -> None:
    data = None if "--data" in command else BROKEN

    assert phare(f"{command} -q", data=data) == phare(command, data=data)
    assert phare(f"{command} -q", data=data).err


def test_a_quiet_update_tells_of_what_is_stale_and_of_nothing_else(phare: Phare, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text(BLOCK.format(words="engagement -r PACA -s companies"))

    stale = phare("update --check --quiet note.md")
    written = phare("update --quiet note.md")
    fresh = phare("update --check --quiet note.md")

    assert (stale.status, stale.err) == (1, "phare: note.md: 1 block, 1 stale.\n")
    assert (written.status, written.err, fresh.status, fresh.err) == (0, "", 0, "")


def test_a_quiet_check_counts_cautions_as_a_loud_one(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "results.csv").write_text(WEAK)
    (tmp_path / "note.md").write_text(BLOCK.format(words="x -r PACA --item a -d results.csv"))
    phare("update note.md")

    run = phare("update --check --strict --quiet note.md")

    assert (run.status, run.err.count("\n")) == (1, 2)
    assert "--strict does not let pass" in run.err


def test_a_document_cannot_make_a_run_quiet(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text(BLOCK.format(words="engagement -r PACA -s companies --quiet"))

    run = phare("update note.md")

    assert run.status == 3
    assert "the option --quiet cannot be used in a document" in run.err


@pytest.mark.parametrize(("last", "status", "lines"), [("check", 0, 0), ("show nowhere", 2, 2)])
def test_the_steps_of_a_quiet_run_are_quiet(
    phare: Phare, tmp_path: Path, last: str, status: int, lines: int
) -> None:
    (tmp_path / "results.csv").write_text(WEAK)
    (tmp_path / "phare.toml").write_text(STEPS.format(last=last))

    run = phare("run --quiet")

    assert (run.status, run.err.count("\n")) == (status, lines)


def test_a_quiet_run_draws_no_bar(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    screen = io.StringIO()
    screen.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    (tmp_path / "results.csv").write_text(WEAK)

    with with_bar([tmp_path / "results.csv"], Session(is_quiet=True)) as seen:
        read(*seen)

    assert screen.getvalue() == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_may_be_quiet(name: str) -> None:
    assert "--quiet" in {option for param in load(name, Command).params for option in param.opts}
