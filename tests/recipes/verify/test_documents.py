"""``phare verify`` on documents whose claims are labelled: what it finds, and what it says of each."""

from __future__ import annotations

import importlib.util
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

Phare = Callable[..., Any]
HERE = Path(__file__).parent
RELATIONS = ("gap", "comparison", "order", "change")
FLAGGED = ("wrong", "overstated")
# Of the claims of pages by an author whose other pages nobody saw, fewer are told, and none the less none falsely.
TOLD = {"pages/aside.txt": 0.78}

_spec = importlib.util.spec_from_file_location("gold", HERE / "gold.py")
assert _spec is not None
assert _spec.loader is not None
gold = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(gold)


class Score(NamedTuple):
    """How often each label was given each status (None: not found), and the claims that no label stands for."""

    given: Counter[tuple[str, str, str | None]]  # kind, status of the label, status that was given
    extra: Counter[str]

    def number(self, *, kind: str = "", label: str = "", status: str | None = "") -> int:
        return sum(
            number
            for (of_kind, of_label, of_status), number in self.given.items()
            if kind in ("", of_kind) and label in ("", of_label) and status in ("", of_status)
        )

    @property
    def flagged(self) -> int:
        """Claims rightly flagged."""
        return sum(self.number(label=label, status=status) for label in FLAGGED for status in FLAGGED)

    @property
    def f1(self) -> float:
        all_flagged = sum(self.number(status=status) + self.extra[status] for status in FLAGGED)
        faults = sum(self.number(label=label) for label in FLAGGED)
        return 2 * self.flagged / (all_flagged + faults)


def scored(phare: Phare, file: str, folder: Path) -> Score:
    given: Counter[tuple[str, str, str | None]] = Counter()
    extra: Counter[str] = Counter()
    for document in gold.read_gold(file):
        path = folder / f"{document.name}.{document.ending}"
        path.write_text(document.text, encoding="utf-8")
        data = f" --data {document.data}" if document.data else ""
        data += f" --codebook {document.codebook}" if document.codebook else ""
        rows = phare(f"verify {path} -f json{data}").rows
        spans = [_span(row, document.text) for row in rows]
        used: set[int] = set()
        for label in document.labels:
            near = [
                (
                    _family(row["kind"]) == _family(label.kind),
                    min(end, label.end) - max(start, label.start),
                    place,
                )
                for place, (row, (start, end)) in enumerate(zip(rows, spans, strict=True))
                if start < label.end and label.start < end
            ]
            is_kind, _, place = max(near, default=(False, 0, -1))
            used.update(one[2] for one in near)
            if label.status != "optional":
                status = rows[place]["status"] if is_kind else None
                given[_family(label.kind), label.status, status] += 1
        extra.update(row["status"] for place, row in enumerate(rows) if place not in used)
    return Score(given, extra)


def _family(kind: str) -> str:
    return "relation" if kind in RELATIONS else kind


def _span(row: dict[str, Any], text: str) -> tuple[int, int]:
    lines = text.split("\n")
    start = sum(len(line) + 1 for line in lines[: row["line"] - 1]) + row["column"] - 1
    return start, start + len(row["text"])


@pytest.mark.parametrize("file", ["seen.txt", "aside.txt", "pages/seen.txt", "pages/aside.txt"])
def test_claims_of_documents_are_found_and_told_right_from_wrong(
    phare: Phare, file: str, tmp_path: Path
) -> None:
    score = scored(phare, file, tmp_path)

    figures, relations = score.number(kind="figure"), score.number(kind="relation")
    faults = sum(score.number(label=label) for label in FLAGGED)
    assert score.number(kind="figure", status=None) <= 0.05 * figures
    assert score.number(kind="relation", status=None) <= 0.15 * relations
    assert score.flagged >= 0.85 * faults
    assert sum(score.number(label=label, status="right") for label in FLAGGED) <= 0.05 * faults
    assert sum(score.number(label="right", status=status) for status in FLAGGED) <= 0.02 * score.number(
        label="right"
    )
    assert sum(number for (_, label, status), number in score.given.items() if label == status) >= TOLD.get(
        file, 0.88
    ) * sum(score.given.values())
    assert score.f1 >= 0.85
