"""The modules of phare's own process are found as Python finds them, in less time; what is not plain is Python's."""

from __future__ import annotations

import os
import py_compile
from importlib.machinery import PathFinder
from importlib.util import cache_from_source, module_from_spec
from pathlib import Path

import pytest

from phare_cli.shell.whole.quick_imports import Finder

ENDING = Path(cache_from_source("x.py")).name.removeprefix("x")
SAID = "ANSWER = 42\n\ndef fail():\n    raise ValueError\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder that holds a module and a package, compiled."""
    (tmp_path / "made").mkdir()
    for source in (tmp_path / "plain.py", tmp_path / "made" / "__init__.py"):
        source.write_text(SAID, encoding="utf-8")
        py_compile.compile(str(source), doraise=True)
    return tmp_path


@pytest.mark.parametrize("name", ["plain", "made"])
def test_a_module_is_found_as_python_finds_it(folder: Path, name: str) -> None:
    quick = Finder(ENDING).find_spec(f"phare_cli.{name}", [str(folder)])
    own = PathFinder.find_spec(f"phare_cli.{name}", [str(folder)])

    assert quick is not None
    assert own is not None
    told = ("name", "origin", "cached", "parent", "has_location", "submodule_search_locations")
    assert [getattr(quick, each) for each in told] == [getattr(own, each) for each in told]


def test_a_module_that_is_found_is_loaded_and_names_its_source(folder: Path) -> None:
    spec = Finder(ENDING).find_spec("phare_cli.plain", [str(folder)])
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)

    spec.loader.exec_module(module)

    assert (module.ANSWER, module.fail.__code__.co_filename) == (42, str(folder / "plain.py"))


def test_a_module_that_was_compiled_elsewhere_names_where_it_is(folder: Path) -> None:
    moved = folder / "moved"
    folder.joinpath("made").rename(moved)
    spec = Finder(ENDING).find_spec("phare_cli.moved", [str(folder)])
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)

    spec.loader.exec_module(module)

    assert module.fail.__code__.co_filename == str(moved / "__init__.py")


def changed(folder: Path) -> None:
    (folder / "plain.py").write_text(SAID.replace("42", "43 "), encoding="utf-8")


def touched(folder: Path) -> None:
    os.utime(folder / "plain.py", (1, 1))


def never_compiled(folder: Path) -> None:
    Path(cache_from_source(str(folder / "plain.py"))).unlink()


def told_by_its_bytes(folder: Path) -> None:
    mode = py_compile.PycInvalidationMode.CHECKED_HASH
    py_compile.compile(str(folder / "plain.py"), invalidation_mode=mode, doraise=True)


def gone(folder: Path) -> None:
    (folder / "plain.py").unlink()


@pytest.mark.parametrize("spoiled", [changed, touched, never_compiled, told_by_its_bytes, gone])
def test_a_module_whose_compiled_form_is_not_that_of_its_source_is_left_to_python(
    folder: Path, spoiled: object
) -> None:
    assert callable(spoiled)
    spoiled(folder)

    assert Finder(ENDING).find_spec("phare_cli.plain", [str(folder)]) is None


def test_the_modules_of_others_are_left_to_python(folder: Path) -> None:
    assert Finder(ENDING).find_spec("another.plain", [str(folder)]) is None
