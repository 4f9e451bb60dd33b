"""A command imports what is in its budget, by name, and nothing else: what costs time is seen when it comes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

BUDGETS = Path(__file__).parent
PAGE = BUDGETS / "page.md"
COMMANDS = {
    "version": "--version",
    "help": "--help",
    "show": "show fragilities -f markdown",
    "compare": "compare --region PACA -f markdown",
    "value": "value engagement -r PACA -s companies",
    "list": "list regions -f csv",
    "check": "check -f csv",
    "verify": f"verify {PAGE}",
}
# Python's own modules differ from one version of it to the next; of the others a package's name says enough.
# linkify_it is imported by markdown-it, which rich imports, where a tool for documents has installed it.
SCRIPT = """
import json, sys
before = set(sys.modules)
sys.argv[0] = "phare"
from phare_cli.cli import main
main()
names = {name if name.startswith("phare_cli") else name.partition(".")[0] for name in set(sys.modules) - before}
others = {"__mp_main__", "importedpackage", "org", "linkify_it"}
sys.stderr.write(json.dumps(sorted(names - sys.stdlib_module_names - others)))
"""
HEAVY = ("pandas", "numpy", "scipy", "matplotlib", "tabulate", "pydantic", "babel")


def imported(command: str) -> set[str]:
    run = subprocess.run(
        [sys.executable, "-c", SCRIPT, *command.split()], capture_output=True, text=True, check=True
    )
    return set(json.loads(run.stderr.splitlines()[-1]))


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_imports_no_more_than_its_budget(name: str, request: pytest.FixtureRequest) -> None:
    budget = BUDGETS / f"modules_{name}.txt"
    found = imported(COMMANDS[name])
    if request.config.getoption("--update-modules"):
        budget.write_text("\n".join(sorted(found)) + "\n", encoding="utf-8")

    assert found - set(budget.read_text(encoding="utf-8").split()) == set()


@pytest.mark.parametrize("name", COMMANDS)
def test_no_budget_holds_what_is_slow_to_import(name: str) -> None:
    held = (BUDGETS / f"modules_{name}.txt").read_text(encoding="utf-8").split()

    assert [module for module in held if module in HEAVY] == []


# Named tuples and options whose annotations are text have each of them compiled, every time.
COMPILED = """
import sys, typing
compiled = []
make = typing.ForwardRef.__init__
def noted(reference, text, *given, **named):
    frame = sys._getframe(1)
    while frame.f_globals["__name__"] in ("typing", "inspect", "typer.utils", "functools"):
        frame = frame.f_back
    compiled.append((frame.f_globals["__name__"], text))
    make(reference, text, *given, **named)
typing.ForwardRef.__init__ = noted
sys.argv[0] = "phare"
from phare_cli.cli import main
main()
sys.stderr.write(repr([each for each in compiled if each[0].startswith("phare_cli")]))
"""


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_compiles_no_annotation(name: str) -> None:
    run = subprocess.run(
        [sys.executable, "-c", COMPILED, *COMMANDS[name].split()], capture_output=True, text=True, check=True
    )

    assert run.stderr == "[]"
