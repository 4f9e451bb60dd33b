"""Count what is left out of a file, so that it is said and never swallowed."""

from __future__ import annotations

from collections.abc import Iterable

from phare_cli.files.findings import Findings, shown
from phare_cli.nouns.message import Message, counted


class Skipped:
    """The rows and cells of one file that hold no figure: how many of each kind, and where the first is."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.empty = [0, 0]  # number, first line
        self.tails = [0, 0]
        self.totals = [0, 0]
        self.headers = [0, 0]
        self.footnotes = [0, 0]
        self.footnote = ""

    def note(self, kind: list[int], line: int, count: int = 1) -> None:
        """Count more of a kind, the first of them on *line*."""
        kind[0] += count
        kind[1] = kind[1] or line

    def tell(self, findings: Findings) -> None:
        """Say what was left out."""
        for kind, counted_message in (
            (self.empty, _empty),
            (self.tails, _tails),
            (self.totals, _totals),
            (self.headers, _headers),
            (self.footnotes, _footnotes),
        ):
            if kind[0]:
                message = counted_message(kind[0])
                values = {**message.values, "file": self.file, "line": kind[1], "text": shown(self.footnote)}
                findings.notice(Message(message.text, values, message.plural))


def _empty(count: int) -> Message:
    return counted(
        "{file}: line {line} is empty and was skipped.",
        "{file}: {count} empty lines were skipped, the first of them line {line}.",
        count,
    )


def _tails(count: int) -> Message:
    return counted(
        "{file}: line {line} ends in empty cells that the header does not have; they were dropped.",
        "{file}: {count} lines end in empty cells that the header does not have, the first of them line {line}; "
        "they were dropped.",
        count,
    )


def _totals(count: int) -> Message:
    return counted(
        "{file}: line {line} is a total and was left out.",
        "{file}: {count} lines are totals and were left out, the first of them line {line}.",
        count,
    )


def _headers(count: int) -> Message:
    return counted(
        "{file}: line {line} repeats the header and was left out.",
        "{file}: {count} lines repeat the header and were left out, the first of them line {line}.",
        count,
    )


def _footnotes(count: int) -> Message:
    return counted(
        "{file}: line {line} was read as a footnote: “{text}”.",
        "{file}: {count} lines were read as footnotes, the first of them line {line}: “{text}”.",
        count,
    )


def tell_preamble(above: Iterable[str], file: str, findings: Findings) -> None:
    """Say that lines *above* the header were skipped, unless they are empty."""
    filled = [text for text in above if text]
    if filled:
        findings.notice(
            counted(
                "{file}: {count} line above the header was skipped: “{text}”.",
                "{file}: {count} lines above the header were skipped, the first of them “{text}”.",
                len(filled),
                file=file,
                text=shown(filled[0]),
            )
        )
