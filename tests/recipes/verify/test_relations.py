"""Two figures set side by side in words, each construction with its kin: every claim is found and told as labelled."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Phare = Callable[..., Any]
HERE = Path(__file__).parent

_spec = importlib.util.spec_from_file_location("gold", HERE / "gold.py")
assert _spec is not None
assert _spec.loader is not None
gold = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(gold)

# The gold of one kind of construction a file; seen.txt and aside.txt are scored together elsewhere.
FILES = sorted(path.name for path in gold.DOCUMENTS.glob("*.txt") if path.stem not in ("aside", "seen"))
DOCUMENTS = [document for file in FILES for document in gold.read_gold(file)]


@pytest.mark.parametrize("document", DOCUMENTS, ids=[each.name for each in DOCUMENTS])
def test_relations_are_held_against_the_sides_that_their_words_name(
    phare: Phare, document: Any, tmp_path: Path
) -> None:
    path = tmp_path / f"{document.name}.{document.ending}"
    path.write_text(document.text, encoding="utf-8")

    data = f" --data {document.data}" if document.data else ""
    rows = phare(f"verify {path} -f json{data}").rows

    lines = document.text.split("\n")
    starts = [sum(len(line) + 1 for line in lines[:number]) for number in range(len(lines))]
    told = sorted((starts[row["line"] - 1] + row["column"] - 1, row["kind"], row["status"]) for row in rows)
    assert [(document.text[at : at + 30], *rest) for at, *rest in told] == [
        (document.text[each.start : each.start + 30], each.kind, each.status) for each in document.labels
    ]
