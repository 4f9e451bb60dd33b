"""``phare update --list``: the blocks of documents of any kind, what they show, and whether it is stale."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
VALUE = "value engagement -r PACA -s companies"
BLOCKS = (
    f"A <!-- phare: {VALUE} --><!-- /phare -->\n\n"
    "<!-- phare: show engagement --region PACA --lang en -->\n<!-- /phare -->\n"
)


@pytest.fixture
def note(tmp_path: Path) -> Path:
    path = tmp_path / "note.md"
    path.write_text(BLOCKS, encoding="utf-8")
    return path


def test_blocks_are_listed_with_their_lines_and_states(phare: Phare, note: Path) -> None:
    phare("update note.md")
    note.write_text(note.read_text(encoding="utf-8").replace("45%<", "44%<"), encoding="utf-8")
    run = phare("update note.md --list -f json")

    assert run.status == 0
    assert [(row["document"], row["line"], row["heading"], row["state"]) for row in run.rows] == [
        ("note.md", 1, "", "edited"),
        ("note.md", 3, "", "fresh"),
    ]
    assert (run.rows[0]["command"], run.rows[0]["shows"], run.rows[0]["says"]) == (VALUE, "44%", "45%")


def test_a_list_for_people_is_a_table_and_writes_nothing(phare: Phare, note: Path) -> None:
    run = phare("update note.md --list --lang en")

    assert run.status == 0
    assert "not answered yet" in run.out
    assert note.read_text(encoding="utf-8") == BLOCKS


def test_a_cell_of_a_notebook_is_listed_by_its_line(phare: Phare, tmp_path: Path) -> None:
    cell = {
        "cell_type": "markdown",
        "metadata": {},
        "source": ["# A\n", "\n", f"<!-- phare: {VALUE} -->?<!-- /phare -->"],
    }
    text = json.dumps({"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}, indent=1)
    (tmp_path / "note.ipynb").write_text(text, encoding="utf-8")
    run = phare("update note.ipynb --list -f json")

    line = next(number for number, each in enumerate(text.split("\n"), 1) if "phare:" in each)
    assert [(row["line"], row["state"]) for row in run.rows] == [(line, "stale")]


def test_a_document_without_blocks_is_said_to_hold_none(phare: Phare, tmp_path: Path) -> None:
    (tmp_path / "note.md").write_text("# Rien\n", encoding="utf-8")

    assert "No document holds a block of phare." in phare("update note.md --list").out


def test_the_format_is_that_of_a_list(phare: Phare, note: Path) -> None:
    run = phare("update note.md -f json")

    assert (run.status, run.out) == (2, "")
    assert "--format goes with --list" in run.err
