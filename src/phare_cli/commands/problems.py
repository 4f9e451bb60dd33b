"""Print problems of invalid data as compilers do: file, line, column, sentence, code."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from phare_cli.commands.session import Session
from phare_cli.message import Fill, Message, counted, sentence
from phare_cli.problem import Problem


def lines(problems: Sequence[Problem], total: int, session: Session) -> Iterator[str]:
    """Yield a line a problem, then how many there are."""
    for problem in problems:
        yield session.say(
            sentence(
                "phare: {place}: {message} [{code}]",
                place=_place(problem),
                message=problem.message,
                code=problem.code,
            )
        )
    found = counted("{count} problem: nothing was shown.", "{count} problems: nothing was shown.", total)
    if total > len(problems):
        found = sentence("{found} The first {shown} are above.", found=found, shown=len(problems))
    yield session.say(sentence("phare: {found} (phare check FILE)", found=found))


def _place(problem: Problem) -> Message:
    fills: dict[str, Fill] = {"file": problem.file}
    if problem.line is None:
        return sentence("{file}", **fills)
    fills["line"] = str(problem.line)
    if problem.column is None:
        return sentence("{file}, line {line}", **fills)
    return sentence("{file}, line {line}, column {column}", column=problem.column, **fills)
