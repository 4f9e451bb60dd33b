"""Every command of the README and of docs/ is run, and prints what they say it prints."""

from __future__ import annotations

import io
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from phare_cli.cli import main
from phare_cli.shell.command_list import COMMANDS
from phare_cli.shell.help_topics import TOPICS

ROOT = Path(__file__).parents[1]
READMES = [ROOT / "README.md", ROOT / "README.fr.md"]
DOCUMENTS = [*READMES, *sorted(ROOT.glob("docs/**/*.md"))]
CONSOLE = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"^`(?P<name>[\w./-]+)`[^\n]*:\n\n```\w+\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
SETUP = ("$ python3 -m venv", "$ uvx", "$ pipx", "$ pip install")
# What a shell makes nothing of but words, and what it does with the answer.
PLAIN = re.compile(r"""phare(?P<words>(?:[^'"|<>;&$*?~\\`]|'[^']*'|"[^"$`\\]*")*)(?P<rest>[|>].*)?""")
# Of those who change phare, and of what it promises to those who run it for others: English alone.
FOR_DEVELOPERS = {"inside.md", "robustness.md", "security.md", "speed.md"}
FENCED = re.compile(r"^```.*?^```$", re.MULTILINE | re.DOTALL)
EXECUTABLE = Path(sys.executable).with_name("phare")


def _language(document: Path) -> str:
    return "fr_FR.UTF-8" if document.name.endswith(".fr.md") else "C.UTF-8"


def _sessions(document: Path) -> dict[int, str]:
    """Return the console blocks of a document, commands and what they print, by the line where each begins."""
    text = document.read_text(encoding="utf-8")
    blocks = {text.count("\n", 0, block.start()) + 1: block["body"] for block in CONSOLE.finditer(text)}
    return {line: body for line, body in blocks.items() if not body.startswith(SETUP)}


class Shell:
    """What a reader types into, in one folder: phare runs in this process, since a new one takes half a second."""

    def __init__(self, folder: Path, language: str, patch: pytest.MonkeyPatch) -> None:
        self._folder, self._patch, self._status = folder, patch, 0
        patch.setenv("LANG", language)
        patch.setenv("COLUMNS", "80")
        patch.setenv("PATH", f"{EXECUTABLE.parent}{os.pathsep}{os.environ['PATH']}")
        patch.chdir(folder)

    def run(self, command: str) -> str:
        """Return what *command* prints on both outputs, the answer first."""
        if command == "echo $?":
            return f"{self._status}\n"
        plain = PLAIN.fullmatch(command)
        if plain is None:
            return self._bash(command)
        rest = plain["rest"] or ""
        out, err = self._phare(shlex.split(plain["words"]))
        piped = rest.removeprefix("|") if rest.startswith("|") else f"cat {rest}"
        return (self._bash(piped, out) if rest else out) + err

    def _phare(self, words: list[str]) -> tuple[str, str]:
        out, err = io.BytesIO(), io.BytesIO()
        with self._patch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO()))
            patch.setattr(sys, "stdout", io.TextIOWrapper(out, encoding="utf-8", newline=""))
            patch.setattr(sys, "stderr", io.TextIOWrapper(err, encoding="utf-8", newline=""))
            self._status = main(words)
            sys.stdout.flush()
            sys.stderr.flush()
            return out.getvalue().decode(), err.getvalue().decode()

    def _bash(self, command: str, given: str = "") -> str:
        run = subprocess.run(
            ["bash", "-c", command],
            cwd=self._folder,
            input=given,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        self._status = run.returncode
        return run.stdout + run.stderr

    def play(self, body: str) -> str:
        """Return a console block as running its commands prints it."""
        commands = [line[2:] for line in body.splitlines() if line.startswith("$ ")]
        return "".join(f"$ {command}\n{self.run(command)}" for command in commands)


def _furnished(folder: Path, document: Path) -> Path:
    """Return *folder* with the files that a document shows, and the examples as who downloads them has them."""
    for into in (folder, folder / "docs" / "examples"):
        copytree(ROOT / "docs" / "examples", into, dirs_exist_ok=True)
    for file in FILE.finditer(document.read_text(encoding="utf-8")):
        path = folder / file["name"]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(file["body"], encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "document", [path for path in DOCUMENTS if _sessions(path)], ids=lambda path: str(path.relative_to(ROOT))
)
def test_a_document_shows_what_its_commands_print(
    document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    shell = Shell(_furnished(tmp_path, document), _language(document), monkeypatch)
    shown = _sessions(document)

    played = {
        line: shell.play(body) for line, body in shown.items()
    }  # what one command writes, the next may read

    if request.config.getoption("--update-docs"):
        text = document.read_text(encoding="utf-8")
        for line, body in shown.items():
            text = text.replace(f"```console\n{body}```", f"```console\n{played[line]}```")
        document.write_text(text, encoding="utf-8")
    else:
        assert played == shown


@pytest.mark.parametrize("document", READMES, ids=lambda path: path.name)
def test_the_readme_names_every_command_and_topic(document: Path) -> None:
    readme = document.read_text(encoding="utf-8")

    assert [name for name in COMMANDS if f"phare {name}" not in readme] == []
    assert [topic for topic in TOPICS if f"`{topic}`" not in readme] == []


def test_the_readme_sets_up_in_two_commands() -> None:
    readme = READMES[0].read_text(encoding="utf-8")
    commands = [line for line in readme.splitlines() if line.startswith(SETUP[0])]

    assert len(commands) == 2
    assert all(shlex.split(command) for command in commands)
    assert commands[0].endswith("phare show fragilities")
    assert "pytest" in commands[1]


@pytest.mark.parametrize(
    "page",
    [
        page
        for page in DOCUMENTS
        if page.suffixes == [".md"] and page not in READMES and page.name not in FOR_DEVELOPERS
    ],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_a_page_for_readers_has_the_same_parts_in_french(page: Path) -> None:
    english, french = page.read_text(encoding="utf-8"), page.with_suffix(".fr.md").read_text(encoding="utf-8")

    assert _parts(french) == _parts(english)


def _parts(text: str) -> tuple[list[str], list[str]]:
    """Return the levels of the headings of a page, and the kinds of what it shows between fences."""
    headings = re.findall(r"^#+(?= )", FENCED.sub("", text), re.MULTILINE)
    return headings, re.findall(r"^```(\w+)$", text, re.MULTILINE)
