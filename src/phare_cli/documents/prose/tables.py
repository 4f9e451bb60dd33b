"""Give each cell of a table the words at the head of its row and of its column."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from phare_cli.documents.prose.inline_marks import add_words
from phare_cli.documents.prose.passage import CAPTION, Gathered, ProseLine, ProsePassage, Role

_NAMES = 8  # cells of a row that name it
_MOST_HEADS = 3
_FIGURE = r"[\d.,\s]+(?:%|/\s?\d+)"
_YEAR = r"\b(?:19|20)\d\d\b"


class DrawnTable(NamedTuple):
    """The cells of a table, and the line after it."""

    passages: list[ProsePassage]
    end: int


def table_title(line: ProseLine, start: int) -> list[ProsePassage]:
    """Return the title of a table, which a line holds from *start* on; nothing where no word stands there."""
    gathered = Gathered()
    add_words(gathered, line.text, line.offset, start)
    return [] if gathered.is_empty else [gathered.passage(Role.HEADING, level=CAPTION)]


def table_passages(rows: list[list[Gathered]], heads: int | None = None) -> Iterator[ProsePassage]:
    """Yield each cell of *rows* below the heads and right of the first column, with its labels; of that, a figure.

    A cell that spans several columns or rows is in each of them, and is yielded once. *heads* is how many rows are
    heads, where the table says so.
    """
    heads = _heads(rows) if heads is None else heads
    header = [" · ".join(dict.fromkeys(filter(None, column))) for column in _columns(rows[:heads])]
    corner = header[0] if header else ""
    seen: set[int] = set()
    for row in rows[heads:]:
        texts = ["".join(cell.characters).strip() for cell in row]
        names: list[str] = []
        is_nameless = bool(texts) and _is_figure(texts[0])
        for number, cell in enumerate(row):
            before = texts[number - 1] if number else ""
            if len(names) < _NAMES and before not in names and any(map(str.isalpha, before)):
                names.append(before)
            is_name = cell is row[0] and not is_nameless
            if not cell.is_empty and id(cell) not in seen and not is_name:
                seen.add(id(cell))
                column = header[number] if number < len(header) else ""
                first = "" if is_nameless else texts[0]
                yield cell.passage(Role.CELL, labels=(" · ".join(names) or first, column, corner))


def _heads(rows: list[list[Gathered]]) -> int:
    """Return how many rows are heads: the first, and those below whose first cell says nothing of its own."""
    heads = min(len(rows), 1)
    while heads < min(len(rows) - 1, _MOST_HEADS):
        row, above = rows[heads], rows[heads - 1]
        is_nameless = bool(row) and (row[0].is_empty or (bool(above) and row[0] is above[0]))
        if not is_nameless or any(_holds_figure("".join(cell.characters)) for cell in row[1:]):
            break
        heads += 1
    return heads


def _is_figure(text: str) -> bool:
    """Tell whether a cell is a figure alone, a percentage or a mark: most are words or have no such sign."""
    return ("%" in text or "/" in text) and bool(re.fullmatch(_FIGURE, text))


def _holds_figure(text: str) -> bool:
    """Tell whether a cell holds digits that are no year."""
    return any(character.isdigit() for character in re.sub(_YEAR, "", text))


def _columns(rows: list[list[Gathered]]) -> list[list[str]]:
    width = max(map(len, rows), default=0)
    return [["".join(row[at].characters).strip() for row in rows if at < len(row)] for at in range(width)]
