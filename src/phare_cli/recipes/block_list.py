"""The blocks of documents: where each stands, what it shows, and whether that is still what the data say."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from phare_cli.documents.refresh import Passage
from phare_cli.nouns.message import sentence
from phare_cli.nouns.table import Column, Kind, Show, Table

_LONGEST = 40  # letters of what a block shows, in a list for people
_COLUMNS = (
    Column("document", sentence("Document"), show=Show.TITLE),
    Column("line", sentence("Line"), Kind.NUMBER, Show.IF_ANY),
    Column("heading", sentence("Heading"), show=Show.IF_ANY),
    Column("command", sentence("Command")),
    Column("shows", sentence("Shows")),
    Column("says", sentence("The data say"), show=Show.NEVER),
    Column("state", sentence("State"), Kind.WORD),
)


def list_blocks(documents: Iterable[tuple[str, Sequence[Passage]]], *, whole: bool) -> Table:
    """Return a row for each block of *documents*, in their order; with the *whole* of what it shows, or a beginning."""
    rows = tuple(
        (
            name,
            passage.line,
            passage.place,
            passage.command,
            passage.before if whole else _beginning(passage.before),
            passage.after,
            passage.state,
        )
        for name, passages in documents
        for passage in passages
    )
    notes = () if rows else (sentence("No document holds a block of phare."),)
    return Table("update", sentence("Blocks"), _COLUMNS, rows, notes)


def _beginning(text: str) -> str:
    """Return the beginning of what a block shows, on one line."""
    shown = " ".join(text.split())
    return shown if len(shown) <= _LONGEST else shown[: _LONGEST - 1] + "…"
