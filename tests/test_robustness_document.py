"""Every test that docs/robustness.md names is there, and every limit it states is the one that is kept."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from phare_cli.files import limits

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "robustness.md").read_text(encoding="utf-8")
HOLDING = sorted(set(re.findall(r"`(tests/[\w/]+\.py)::(\w+)`", TEXT)))


def functions(path: Path) -> set[str]:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}


@pytest.mark.parametrize("file", sorted({file for file, _ in HOLDING}))
def test_the_tests_that_hold_a_promise_are_there(file: str) -> None:
    assert {name for place, name in HOLDING if place == file} <= functions(ROOT / file)


def test_every_promise_names_a_test() -> None:
    rows = [line for line in TEXT.splitlines() if line.startswith("| ") and "| held by |" not in line]

    assert [row for row in rows if not re.search(r"`tests/[\w/]+\.py::test_\w+` \|$", row)] == []


def test_every_test_of_the_worst_files_holds_a_promise() -> None:
    files = sorted((ROOT / "tests" / "worst").glob("test_*.py"))
    held = {f"tests/worst/{file.name}" for file in files}

    assert held <= {file for file, _ in HOLDING}


def test_the_page_on_security_states_the_limits_that_are_kept() -> None:
    page = " ".join((ROOT / "docs" / "security.md").read_text(encoding="utf-8").split())
    stated = (
        f"a document above {limits.DOCUMENT >> 20} MB ({limits.PROSE >> 20} MB where its claims are verified; "
        f"{limits.COPY >> 20} MB of all its parts, unpacked, where a copy",
        f"a template above {limits.TEMPLATE >> 20} MB ({limits.UNPACKED_TEMPLATE >> 20} MB unpacked)",
        f"a spec above {limits.CHOICES >> 20} MB",
        f"one beyond {limits.PART >> 20} MB unpacked",
    )

    assert [limit for limit in stated if limit not in page] == []


def test_the_limits_are_those_that_are_kept() -> None:
    stated = (f"{limits.LINE:,} characters", f"{limits.CELL:,} characters", f"{limits.JSON >> 20} MB",
              f"{limits.WORKBOOK >> 20} MB, {limits.ROWS:,} rows, {limits.CELLS:,} cells")  # fmt: skip

    assert [limit for limit in stated if f"| {limit} |" not in TEXT] == []
