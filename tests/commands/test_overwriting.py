"""No answer is written over a file that the run reads, whichever options name the two; and no answer over another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Annotated, Any, get_args, get_type_hints

import pytest

from phare_cli.nouns.message import N_
from phare_cli.shell.command_list import COMMANDS
from phare_cli.shell.declared import Option
from phare_cli.shell.expansion import role_of
from phare_cli.shell.options import READ, REFRESHED, SEARCHED, WRITTEN, FileRole

Phare = Callable[..., Any]
RESULTS = "region,stakeholder,indicator,item,value\nPACA,citizens,w,air,57\nFrance,citizens,w,air,50\n"
# What each command needs besides the file it reads and the file it writes.
RUNS = {
    "show": "show",
    "compare": "compare -r PACA",
    "report": "report -r PACA",
    "plot": "plot w",
    "value": "value -r PACA",
    "cross": "cross w=PACA w=France",
    "list": "list regions",
    "check": "check",
    "tabulate": "tabulate",
    "help": "help columns",
    "verify": "verify page.md",
    "codebook": "codebook",
    "tidy": "tidy",
}


def function_of(command: str) -> Callable[..., object]:
    from importlib import import_module

    module, function = COMMANDS[command].function.split(".")
    return getattr(import_module(f"phare_cli.commands.{module}"), function)


def parameters(command: str) -> Iterator[tuple[str, Any]]:
    """Yield the name and the annotation of each option and argument of a command."""
    for name, kind in get_type_hints(function_of(command), include_extras=True).items():
        if hasattr(kind, "_fields"):
            yield from kind.__annotations__.items()
        elif name != "return":
            yield name, kind


def names_files(annotation: Any) -> bool:
    """Return whether an option says that it names files, by its type or by what its help calls its value."""
    said = [getattr(each, "metavar", None) or "" for each in getattr(annotation, "__metadata__", ())]
    return "Path" in str(get_args(annotation)[:1]) or any(
        re.search(r"FILE|FOLDER|DOC|RESPONSES", metavar) for metavar in said
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_that_names_files_says_what_becomes_of_them(command: str) -> None:
    silent = [name for name, kind in parameters(command) if names_files(kind) and role_of(kind) is None]

    assert silent == []


def named(command: str, role: FileRole) -> list[tuple[str, Any]]:
    return [(name, kind) for name, kind in parameters(command) if role_of(kind) is role]


def words(name: str, annotation: Any, file: str) -> str:
    """Return how a file is named on the command line: after its option, or as an argument."""
    is_option = any(isinstance(each, Option) for each in annotation.__metadata__)
    return f"--{name.replace('_', '-')} {file}" if is_option else file


PAIRS = [
    (command, read, written)
    for command in RUNS
    for read in named(command, READ)
    for written in named(command, WRITTEN)
]


def test_every_command_that_reads_and_writes_is_tried() -> None:
    assert {
        command for command in COMMANDS if named(command, READ) and named(command, WRITTEN)
    } <= RUNS.keys()


@pytest.mark.parametrize("name", ["input.csv", "link.csv", "hard.csv", "./input.csv", "folder/../input.csv"])
@pytest.mark.parametrize(
    ("command", "read", "written"), PAIRS, ids=[f"{each[0]}-{each[1][0]}-{each[2][0]}" for each in PAIRS]
)
def test_what_a_run_reads_it_does_not_write_over(
    phare: Phare, tmp_path: Path, command: str, read: tuple[str, Any], written: tuple[str, Any], name: str
) -> None:
    file = tmp_path / "input.csv"
    file.write_text(RESULTS)
    (tmp_path / "folder").mkdir()
    (tmp_path / "link.csv").symlink_to(file)
    (tmp_path / "hard.csv").hardlink_to(file)

    arguments = {"tabulate": "responses", "tidy": "file"}
    needed = "other.csv" if command in arguments and read[0] != arguments[command] else ""
    run = phare(f"{RUNS[command]} {needed} {words(*read, 'input.csv')} {words(*written, name)}")

    shown = name.removeprefix("./")
    assert (run.status, run.out, file.read_text()) == (2, "", RESULTS)
    is_book = read[0] == "codebook"
    said = "the codebook in use, which the" if is_book else "where the figures come from: write the"
    assert run.err.startswith(f"phare: {shown} is {said} answer ")


def test_the_refusal_is_said_in_french_too(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(RESULTS)

    run = phare("show -d a.csv -o a.csv --lang fr")

    assert (run.status, run.err) == (
        2,
        "phare\u00a0: les résultats viennent de a.csv\u00a0: écrivez la réponse ailleurs.\n",
    )


@pytest.mark.parametrize("output", ["data.csv", "phare.toml"])
def test_what_the_project_names_is_not_written_over(phare: Phare, tmp_path: Path, output: str) -> None:
    (tmp_path / "data.csv").write_text(RESULTS)
    (tmp_path / "phare.toml").write_text('data = "data.csv"\n')

    run = phare(f"show -f csv -o {output}")

    assert run.status == 2
    assert (tmp_path / "phare.toml").read_text() == 'data = "data.csv"\n'


def test_the_template_that_the_project_names_is_not_written_over(phare: Phare, tmp_path: Path) -> None:
    phare("show -o house.docx", data=RESULTS)
    before = (tmp_path / "house.docx").read_bytes()
    (tmp_path / "phare.toml").write_text('template = "house.docx"\n')

    run = phare("show -o house.docx", data=RESULTS)

    assert (run.status, (tmp_path / "house.docx").read_bytes()) == (2, before)


def test_the_logo_that_a_theme_names_is_not_written_over(phare: Phare, tmp_path: Path) -> None:
    phare("plot w -o logo.png", data=RESULTS)
    before = (tmp_path / "logo.png").read_bytes()
    (tmp_path / "house.toml").write_text('logo = "logo.png"\n')

    run = phare("plot w --theme house.toml -o logo.png", data=RESULTS)

    assert (run.status, (tmp_path / "logo.png").read_bytes()) == (2, before)


def test_what_the_environment_names_is_not_written_over(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "data.csv").write_text(RESULTS)

    run = phare("show -o data.csv", env={"PHARE_DATA": "data.csv"})

    assert (run.status, (tmp_path / "data.csv").read_text()) == (2, RESULTS)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "phare: two answers cannot be written to one file, {}: name another for one of them.\n"),
        ("fr", "phare\u00a0: deux réponses ne peuvent pas aller dans un même fichier, {}\u00a0: nommez-en un autre "
               "pour l’une d’elles.\n"),
    ],
)  # fmt: skip
def test_two_answers_in_one_file_are_refused(
    phare: Phare, tmp_path: Path, language: str, sentence: str
) -> None:
    (tmp_path / "r.csv").write_text("REG;Q\nPACA;oui\n")

    run = phare(f"tabulate r.csv --region REG --single Q --codebook a.md -o ./a.md --lang {language}")

    assert (run.status, run.err) == (2, sentence.format(tmp_path / "a.md"))
    assert not (tmp_path / "a.md").exists()


def test_a_role_is_one_of_four() -> None:
    roles = {role_of(kind) for command in COMMANDS for _, kind in parameters(command)}

    assert roles == {READ, WRITTEN, REFRESHED, SEARCHED, None}
    assert role_of(Annotated[str, N_("no role")]) is None
