"""Notebooks: their Markdown cells are documents, and nothing else of the file changes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.documents.blocks import DocumentError
from phare_cli.documents.notebook import refresh_notebook

Phare = Callable[..., Any]
VALUE = "In PACA <!-- phare: value engagement -r PACA -s companies lang=en --><!-- /phare --> of them"
CELLS = [
    {"cell_type": "markdown", "metadata": {}, "source": ["# T\n", "\n", f"{VALUE}\n", 'é \\ "q"']},
    {"cell_type": "code", "metadata": {}, "outputs": [{"data": {"text/plain": [VALUE]}}], "source": [VALUE]},
    {
        "cell_type": "markdown",
        "metadata": {},
        "source": "<!-- phare: show engagement -r PACA -->\n<!-- /phare -->",
    },
    {"cell_type": "raw", "metadata": {}, "source": "45 %"},
]
WHOLE = {"cells": CELLS, "metadata": {"kernelspec": {"name": "python3"}}, "nbformat": 4, "nbformat_minor": 5}


@pytest.mark.parametrize(("indent", "is_ascii"), [(1, False), (None, True), (2, True)])
def test_markdown_cells_are_refreshed_and_the_rest_stays_to_the_letter(
    phare: Phare, tmp_path: Path, indent: int | None, is_ascii: bool
) -> None:
    path = tmp_path / "a.ipynb"
    path.write_text(json.dumps(WHOLE, indent=indent, ensure_ascii=is_ascii) + "\n", encoding="utf-8")
    before = path.read_text(encoding="utf-8")
    run = phare("update a.ipynb")
    after = path.read_text(encoding="utf-8")
    cells = json.loads(after)["cells"]

    assert (run.status, run.err) == (0, "phare: a.ipynb: 2 blocks, 2 refreshed.\n")
    assert "45%<!-- /phare " in "".join(cells[0]["source"])
    assert "| Associations |" in cells[2]["source"]
    assert (cells[1], cells[3]) == (CELLS[1], CELLS[3])
    assert set(before.split("\n")) - set(after.split("\n")) <= {
        line for line in before.split("\n") if "phare" in line
    }
    assert phare("update --check a.ipynb").status == 0
    assert path.read_text(encoding="utf-8") == after


def test_a_check_shows_the_lines_of_the_file_that_are_stale(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "a.ipynb").write_text(json.dumps(WHOLE, indent=1, ensure_ascii=False), encoding="utf-8")
    run = phare("update --check a.ipynb")

    assert (run.status, "a.ipynb: 2 blocks, 2 stale" in run.err) == (1, True)
    assert '+    "In PACA <!-- phare: value engagement -r PACA -s companies lang=en -->45%' in run.out


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('{"cells": [', "unreadable-notebook"),
        ("", "unreadable-notebook"),
        ("[" * 100_000, "unreadable-notebook"),
        (
            '{"cells": [{"cell_type": "markdown",\n"source": ["a\\n",\n"<!-- phare: show -->"]}]}',
            "wrong-marker",
        ),
    ],
)
def test_what_is_wrong_in_a_notebook_is_said_with_its_line(text: str, code: str) -> None:
    with pytest.raises(DocumentError) as raised:
        refresh_notebook(text.encode(), "a.ipynb", lambda _: "1")

    problem = raised.value.problems[0]
    assert (problem.code, problem.file) == (code, "a.ipynb")
    assert problem.line == (3 if code == "wrong-marker" else None)
