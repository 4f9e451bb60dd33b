"""Read one cell of a published table: its figure, and the marks that stand beside it or in its place."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import Enum
from functools import cache
from typing import NamedTuple

from phare_cli.files.fitting import FileCell
from phare_cli.files.numbers import DecimalClue, Number, is_missing, number
from phare_cli.language.folding import clean

# What stands where a figure was not published, beside the marks that any results file may hold.
_WITHHELD = frozenset((
    "*", "**", "***", "†", "‡", "x", "c", "s", "u", "ns", "n.s", "n.s.", "nr", "n.r.", "na", "n/a", "n.a",
    "n.a.", ".", "..", "...", "…", ":", "/", "#", "ε", "nc", "n.c.", "n.p.", "np", "--", "---"
))  # fmt: skip
_LETTERS = r"[A-Z](?:[ ,/]?[A-Z]){0,11}"
_ONE_MARK = (
    r"(?:[*†‡§#°¹²³⁰⁴-⁹ᵃ-ᵛ▲▼△▽⬆⬇↑↓↗↘➔→=+\-\u2212]|\([0-9]\)|\([a-zA-Z*]{1,2}\)|\[[0-9a-zA-Z*]\]"
    rf"|{_LETTERS}(?![a-z])|[a-z](?![a-z]))"
)


class PrintedKind(Enum):
    """What a cell of a table of figures holds."""

    BLANK = "blank"
    FIGURE = "figure"
    MISSING = "missing"  # a mark in place of a figure
    LETTERS = "letters"  # A, BC: the columns that a figure is told apart from
    TEXT = "text"


class PrintedCell(NamedTuple):
    """A cell read: its *number* where it is a figure, the *marks* that were taken from it or stand in its place."""

    kind: PrintedKind
    number: Number | None = None
    marks: str = ""


_BLANK = PrintedCell(PrintedKind.BLANK)


@cache
def _marked() -> re.Pattern[str]:
    return re.compile(rf"(?P<number>[-+\u2212]?[0-9].*?[0-9%]|[0-9])(?P<marks>(?:\s*{_ONE_MARK})+)")


@cache
def _led() -> re.Pattern[str]:
    return re.compile(r"(?P<marks>[*†‡§#▲▼△▽↑↓¹²³])\s*(?P<number>[0-9].*)")


@cache
def _enclosed() -> re.Pattern[str]:
    return re.compile(r"[(\[]\s*(?P<number>[0-9][^()\[\]]*)[)\]]\s*(?P<percent>%?)")


@cache
def _below() -> re.Pattern[str]:
    return re.compile(
        r"[<≤>≥]\s*=?\s*[0-9]+(?:[.,][0-9]+)?\s*%?|moins de [0-9,.]+\s*%?|less than [0-9,.]+\s*%?"
    )


@cache
def _lettered() -> re.Pattern[str]:
    return re.compile(_LETTERS)


def printed(cell: FileCell, mark: str | None = None) -> PrintedCell:
    """Return what a cell holds; *mark* is the decimal mark of its table, None while it is not known.

    >>> [printed(text).marks for text in ("57 %*", "12 BC", "(31)", "n.d.", "< 1 %")]
    ['*', 'BC', '()', 'n.d.', '< 1 %']
    """
    if isinstance(cell, Number):
        return PrintedCell(PrintedKind.FIGURE, cell)
    text = clean(cell)
    if not text:
        return _BLANK
    read = number(text, mark)
    if read is not None:
        return PrintedCell(PrintedKind.FIGURE, read)
    if is_missing(text) or text.casefold() in _WITHHELD or _below().fullmatch(text.casefold()):
        return PrintedCell(PrintedKind.MISSING, marks=text)
    return _with_marks(text, mark) or PrintedCell(
        PrintedKind.LETTERS if _lettered().fullmatch(text) else PrintedKind.TEXT
    )


def _with_marks(text: str, mark: str | None) -> PrintedCell | None:
    """Return the figure of a cell with marks around it; None where it is none without them either."""
    if enclosed := _enclosed().fullmatch(text):
        read = number(enclosed["number"].strip() + enclosed["percent"], mark)
        return (
            None
            if read is None
            else PrintedCell(PrintedKind.FIGURE, read, f"{text[0]}{text.rstrip('% ')[-1]}")
        )
    found = _marked().fullmatch(text) or _led().fullmatch(text)
    if found is None:
        return None
    read = number(found["number"].strip(), mark)
    if read is None and _led().fullmatch(text):
        return _with_more(found, mark)
    return None if read is None else PrintedCell(PrintedKind.FIGURE, read, found["marks"].strip())


def _with_more(found: re.Match[str], mark: str | None) -> PrintedCell | None:
    """Return the figure of a cell with marks on both sides."""
    inner = _marked().fullmatch(found["number"])
    read = None if inner is None else number(inner["number"].strip(), mark)
    if inner is None or read is None:
        return None
    return PrintedCell(PrintedKind.FIGURE, read, f"{found['marks']} {inner['marks'].strip()}")


def decimal_mark(cells: Iterable[FileCell]) -> tuple[str | None, str]:
    """Return the decimal mark that the figures of a table tell, and the text of one that leaves it open.

    Both marks as decimal ones in one table leave it open, too: a text is quoted, and no mark is returned.
    """
    clues: dict[DecimalClue, str] = {}
    for cell in cells:
        read = printed(cell).number
        if read is not None and read.mark != "none":
            clues.setdefault(read.mark, read.text)
    comma, point = clues.get("comma"), clues.get("point")
    if comma and point:
        return None, point
    if comma or point:
        return ("," if comma else "."), ""
    return None, clues.get("maybe comma") or clues.get("maybe point") or ""
