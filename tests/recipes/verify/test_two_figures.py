"""Two figures set side by side in one sentence: each is judged by its own side and its own wave."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from phare_cli.documents.prose.tokens import sentences_of, tokens_of

Phare = Callable[..., Any]
DATA = Path(__file__).parent / "documents" / "travel.csv"


@pytest.mark.parametrize(
    "text",
    [
        "Commuters who take the bus every week have declined since 2020, falling from 44% to 35%.",
        "Apprentices are far more likely than commuters to take the bus every week: 61% vs. 35%.",
        "Commuters in the Highlands take the bus every week less often than commuters in Glasgow (21% against 52%).",
    ],
)
def test_each_of_two_figures_is_held_against_its_own_side(phare: Phare, text: str, tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(text, encoding="utf-8")

    rows = phare(f"verify {tmp_path / 'note.txt'} --data {DATA} --region Scotland -f json").rows

    assert [row["status"] for row in rows if row["kind"] == "figure"] == ["right", "right"]


def test_a_sentence_without_an_end_is_cut() -> None:
    sentences = list(sentences_of(tokens_of("57 % " * 2000)))

    assert max(map(len, sentences)) < 1000 and sum(map(len, sentences)) == 4000  # noqa: PT018
