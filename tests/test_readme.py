"""Every command of the README and of docs/ is run, and prints what they say it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from phare_cli.shell.command_list import COMMANDS, load
from phare_cli.shell.typer_app import Command

ROOT = Path(__file__).parents[1]
DOCUMENTS = [ROOT / "README.md", *sorted(ROOT.glob("docs/*.md"))]
CONSOLE = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`(?P<name>[\w.-]+)`:\n\n```\w+\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SETUP = "$ python3 -m venv"
EXECUTABLE = Path(sys.executable).with_name("phare")


def _sessions() -> list[tuple[str, str, str]]:
    """Return each console block of the documents: where it stands, its commands and outputs."""
    found = []
    for document in DOCUMENTS:
        text = document.read_text(encoding="utf-8")
        for block in CONSOLE.finditer(text):
            if not block["body"].startswith(SETUP):
                line = text.count("\n", 0, block.start()) + 1
                found.append((document.name, f"{document.name}:{line}", block["body"]))
    return found


def _run(command: str, folder: Path) -> str:
    environment = {
        **os.environ,
        "COLUMNS": "80",
        "PATH": f"{EXECUTABLE.parent}{os.pathsep}{os.environ['PATH']}",
    }
    run = subprocess.run(
        ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, encoding="utf-8"
    )
    return run.stdout + run.stderr


def _played(body: str, folder: Path) -> str:
    """Return a console block as running its commands prints it."""
    commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
    return "".join(f"$ {command}\n{_run(command, folder)}" for command in commands)


@pytest.fixture(scope="session")
def folders(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One folder a document, with the files it shows: what one of its commands writes, the next may read."""
    found = {}
    for document in DOCUMENTS:
        found[document.name] = tmp_path_factory.mktemp(document.stem)
        copytree(ROOT / "docs" / "examples", found[document.name] / "docs" / "examples")
        for file in FILE.finditer(document.read_text(encoding="utf-8")):
            (found[document.name] / file["name"]).write_text(file["body"], encoding="utf-8")
    return found


@pytest.mark.parametrize(
    ("document", "place", "body"), _sessions(), ids=[place for _, place, _ in _sessions()]
)
def test_a_document_shows_what_its_commands_print(
    folders: dict[str, Path], document: str, place: str, body: str, request: pytest.FixtureRequest
) -> None:
    played = _played(body, folders[document])

    if request.config.getoption("--update-docs"):
        path = next(path for path in DOCUMENTS if path.name == document)
        path.write_text(path.read_text(encoding="utf-8").replace(body, played), encoding="utf-8")
    else:
        assert played == body


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_and_option_is_in_the_readme(name: str) -> None:
    readme = DOCUMENTS[0].read_text(encoding="utf-8")
    options = {
        option for param in load(name, Command).params for option in param.opts if option.startswith("--")
    }

    assert f"phare {name}" in readme
    assert {option for option in options if option not in readme} == set()


def test_the_readme_sets_up_in_two_commands() -> None:
    readme = DOCUMENTS[0].read_text(encoding="utf-8")
    commands = [line for line in readme.splitlines() if line.startswith(SETUP)]

    assert len(commands) == 2
    assert all(shlex.split(command) for command in commands)
    assert commands[0].endswith("phare show fragilities")
    assert "pytest" in commands[1]
