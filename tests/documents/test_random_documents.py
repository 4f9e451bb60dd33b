"""A few of the random documents, of which `random_documents.py` makes as many as one likes."""

from __future__ import annotations

from random_documents import run


def test_whatever_the_document_no_figure_is_lost_and_no_byte_beside_its_blocks_changes() -> None:
    assert list(run(400, seed=5, words=8)) == []
