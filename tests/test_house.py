"""The house is as its plan says: small rooms, one name for one thing, imports that fall downhill and in no circle."""

from __future__ import annotations

import ast
import tomllib
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

import phare_cli

ROOT = Path(__file__).parent.parent
SOURCES = Path(phare_cli.__file__).parent
FILES = sorted(SOURCES.rglob("*.py"))
CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
    "contracts"
]

MOST_FILES = 21  # in a folder
MOST_LINES = 320  # in a file
# A command and its recipe share a name, and the recipe's folder with them.
COMMANDS = {"check", "compare", "cross", "plot", "report", "show", "tabulate", "tidy", "value", "verify"}
# One file a format: a table of it and a page of it.
FORMATS = {"html", "json", "markdown", "terminal"}


def room_of(file: Path) -> str:
    """Return the room that a file stands in: the first folder of its path, the house itself for a door."""
    return file.relative_to(SOURCES).parts[0] if file.parent != SOURCES else ""


def test_no_folder_holds_more_files_than_one_takes_in_at_a_glance() -> None:
    folders: defaultdict[Path, int] = defaultdict(int)
    for file in FILES:
        folders[file.parent] += 1

    assert {folder.name: count for folder, count in folders.items() if count > MOST_FILES} == {}


def test_no_file_is_longer_than_one_reads_at_a_time() -> None:
    lengths = {
        str(file.relative_to(SOURCES)): len(file.read_text(encoding="utf-8").splitlines()) for file in FILES
    }

    assert {file: length for file, length in lengths.items() if length > MOST_LINES} == {}


def test_no_file_name_stands_in_two_rooms_but_a_command_s_and_its_recipe_s() -> None:
    rooms: defaultdict[str, set[str]] = defaultdict(set)
    for file in FILES:
        if file.stem != "__init__":
            rooms[file.stem].add(room_of(file))
    several = {stem: found for stem, found in rooms.items() if len(found) > 1}

    assert {stem: found for stem, found in several.items() if stem not in COMMANDS} == {}
    assert {stem for stem, found in several.items() if found != {"commands", "recipes"}} == set()


def test_no_file_name_stands_twice_in_a_room_but_a_format_s() -> None:
    stems: defaultdict[tuple[str, str], list[str]] = defaultdict(list)
    for file in FILES:
        if file.stem != "__init__":
            stems[room_of(file), file.stem].append(str(file.relative_to(SOURCES).parent))

    several = {stem for (_, stem), folders in stems.items() if len(folders) > 1}

    assert several - FORMATS == set()


def test_no_class_name_means_two_things() -> None:
    homes: defaultdict[str, list[str]] = defaultdict(list)
    for file in FILES:
        for node in ast.parse(file.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                homes[node.name].append(str(file.relative_to(SOURCES)))

    assert {name: files for name, files in homes.items() if len(files) > 1} == {}


def imports(file: Path) -> Iterator[str]:
    """Yield every module of phare that *file* imports as it runs, at its top or later."""
    modules = {_module(each) for each in FILES}
    tree = ast.parse(file.read_text(encoding="utf-8"))
    for_types = {
        id(each)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for each in ast.walk(node)
    }
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module and id(node) not in for_types:
            for alias in node.names:
                name = f"{node.module}.{alias.name}"
                yield name if name in modules else node.module


def _module(file: Path) -> str:
    return ".".join(("phare_cli", *file.relative_to(SOURCES).with_suffix("").parts)).removesuffix(".__init__")


def test_no_module_imports_what_imports_it_not_even_late() -> None:
    graph = {_module(file): set(imports(file)) for file in FILES}
    free: set[str] = set()
    while ready := {
        module for module, asked in graph.items() if module not in free and asked & graph.keys() <= free
    }:
        free |= ready

    assert graph.keys() - free == set()


@pytest.mark.parametrize("file", [file for file in FILES if room_of(file) == "recipes"], ids=_module)
def test_a_recipe_neither_renders_nor_draws(file: Path) -> None:
    rooms = {name.split(".")[1] for name in imports(file) if name.startswith("phare_cli.")}

    assert rooms & {"rendering", "drawing"} == set()


def test_the_import_contract_names_every_room_and_ignores_no_import() -> None:
    layers = next(contract for contract in CONTRACTS if contract["type"] == "layers")
    named = {room for layer in layers["layers"] for room in layer.split(" | ")}
    rooms = {room_of(file) or file.stem for file in FILES} - {"__init__"}

    assert (named, layers["exhaustive"]) == (rooms, True)
    assert [contract["name"] for contract in CONTRACTS if contract.get("ignore_imports")] == []
