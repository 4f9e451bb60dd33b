"""What the project says of itself: what it needs is declared, and what only its development needs is not its users'."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

import phare_cli

ROOT = Path(__file__).parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
EXTRAS = PROJECT["project"]["optional-dependencies"]
GROUPS = PROJECT["dependency-groups"]
# Runs when a wheel is built, where [build-system] says what there is.
BUILD_TIME = "compile.py"


def names(requirements: list[str]) -> set[str]:
    """Return the distributions that requirements name, as packaging compares them."""
    return {re.sub(r"[-_.]+", "-", re.split(r"[\[<>=!~; ]", each)[0]).lower() for each in requirements}


def imported() -> Iterator[tuple[str, str]]:
    """Yield each module of phare that imports another distribution's, and the latter's first name."""
    for path in sorted(Path(phare_cli.__file__).parent.rglob("*.py")):
        if path.name == BUILD_TIME:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found = [node.module]
            else:
                continue
            for name in {each.partition(".")[0] for each in found}:
                if name not in sys.stdlib_module_names and name != "phare_cli":
                    yield path.name, name


def test_what_phare_imports_is_declared() -> None:
    declared = names(
        [*PROJECT["project"]["dependencies"], *(each for extra in EXTRAS.values() for each in extra)]
    )
    owners = packages_distributions()

    missing = {
        (module, name) for module, name in imported() if not declared & names([*owners.get(name, ()), name])
    }

    assert missing == set()


def test_what_development_needs_is_no_extra() -> None:
    groups = (group for name, group in GROUPS.items() if name != "peers")  # which compare with pandas
    needed = names([each for group in groups for each in group if isinstance(each, str)])
    offered = names([each for extra in EXTRAS.values() for each in extra])

    assert needed & offered == set()


def test_all_is_every_extra() -> None:
    assert EXTRAS["all"] == [f"phare-cli[{','.join(name for name in EXTRAS if name != 'all')}]"]


@pytest.mark.parametrize("document", ["README.md", "CONTRIBUTING.md", "Makefile", ".ci/run"])
def test_the_groups_and_extras_that_are_asked_for_are_there(document: str) -> None:
    text = (ROOT / document).read_text(encoding="utf-8")

    assert set(re.findall(r"--group ([a-z]+)", text)) <= set(GROUPS)
    assert {
        name for found in re.findall(r"(?:phare-cli|\.)\[([a-z,]+)\]", text) for name in found.split(",")
    } <= set(EXTRAS)


def test_what_contributing_says_to_make_can_be_made() -> None:
    targets = re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    said = re.findall(r"`make ([a-z]+)", (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))

    assert set(said) <= set(targets)
    assert {"lint", "test", "docs", "bench", "mutate", "fuzz"} <= set(said)
