"""One doubt about a figure, as a warning at its place. Decides nothing."""

from __future__ import annotations

from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.nouns.survey import Estimate


def doubt(code: str, message: Message, estimate: Estimate, column: str, cell: float | str | None) -> Problem:
    """Return a warning about one column of the line that an estimate stands on."""
    return Problem(
        code=code,
        message=message,
        file=estimate.file,
        line=estimate.line or None,
        column=column,
        cell=f"{cell:g}" if isinstance(cell, float) else cell,
        warning=True,
    )


def place(other: Estimate, estimate: Estimate) -> Message:
    """Return where *other* stands for a reader who is at *estimate*."""
    if other.file == estimate.file:
        return sentence("line {line}", line=str(other.line))
    return sentence("line {line} of {file}", line=str(other.line), file=other.file)
