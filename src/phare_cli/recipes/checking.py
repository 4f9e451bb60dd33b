"""Everything that is wrong in results files, as a table: one row a problem."""

from __future__ import annotations

from collections.abc import Sequence

from phare_cli.message import Message, counted, sentence
from phare_cli.problem import Problem
from phare_cli.table import Column, Kind, Show, Table

COLUMNS = (
    Column("file", sentence("File"), once=True),
    Column("line", sentence("Line"), Kind.RANK, Show.IF_ANY),
    Column("column", sentence("Column"), show=Show.IF_ANY),
    Column("cell", sentence("Cell"), show=Show.IF_ANY),
    Column("severity", sentence("Severity"), Kind.WORD),
    Column("code", sentence("Code")),
    Column("message", sentence("What to do")),
)


def check(problems: Sequence[Problem], *, figures: int, total: int) -> Table:
    """Return the first *problems* of *total*, in files that hold *figures* readable figures."""
    return Table(
        command="check",
        title=sentence("Check"),
        columns=COLUMNS,
        rows=tuple(
            (
                problem.file,
                problem.line,
                problem.column,
                problem.cell,
                "warning" if problem.warning else "problem",
                problem.code,
                problem.message,
            )
            for problem in problems
        ),
        notes=_notes(problems, figures, total),
    )


def _notes(problems: Sequence[Problem], figures: int, total: int) -> tuple[Message, ...]:
    if not problems:
        return (counted("No problem: {count} result read.", "No problem: {count} results read.", figures),)
    found = counted("{count} thing to look at.", "{count} things to look at.", total)
    if total == len(problems):
        return (found,)
    return (sentence("{found} The first {shown} are shown.", found=found, shown=len(problems)),)
