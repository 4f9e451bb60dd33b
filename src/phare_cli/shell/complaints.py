"""Print problems of invalid data as compilers do, file, line, column, sentence, code; word what the system refuses."""

from __future__ import annotations

from collections.abc import Iterator

from phare_cli.nouns.errors import InvalidData, SystemRefusal
from phare_cli.nouns.message import Fill, Message, sentence
from phare_cli.nouns.problem import Problem
from phare_cli.shell.session import Session


def complaint_lines(error: InvalidData, session: Session) -> Iterator[str]:
    """Yield a line a problem, then how many there are."""
    for problem in error.problems:
        yield session.say(at(problem))
    if error.look is None:
        from phare_cli.shell.explained.looking import check_of  # of use for what is wrong in results

        error.look = check_of(error)
    found = error.closing
    if error.total > len(error.problems):
        found = sentence("{found} The first {shown} are above.", found=found, shown=len(error.problems))
    yield session.say(sentence("phare: {error}", error=found))


def at(problem: Problem) -> Message:
    """Return a problem with its place and its code, on one line."""
    return sentence(
        "phare: {place}: {message} [{code}]",
        place=_place(problem),
        message=problem.message,
        code=problem.code,
    )


def _place(problem: Problem) -> Message:
    fills: dict[str, Fill] = {"file": problem.file}
    if problem.line is None and problem.column is None:
        return sentence("{file}", **fills)
    if problem.line is None and problem.code == "wrong-spec":
        return sentence("{file}, key {key}", key=problem.column or "", **fills)
    if problem.line is None:
        return sentence("{file}, column {column}", column=problem.column or "", **fills)
    fills["line"] = str(problem.line)
    if problem.column is None:
        return sentence("{file}, line {line}", **fills)
    if problem.code == "wrong-spec":
        return sentence("{file}, line {line}, key {key}", key=problem.column, **fills)
    return sentence("{file}, line {line}, column {column}", column=problem.column, **fills)


def unread(error: OSError) -> SystemRefusal:
    """Return what an error of the system says of something that was to be read."""
    from phare_cli.files.refusals.system_reasons import reason_of  # few files are refused

    reason = reason_of(error)
    if isinstance(error.filename, str):
        return SystemRefusal(
            sentence(
                "“{file}” cannot be read ({reason}): check that it is whole, or save it again.",
                file=error.filename,
                reason=reason,
            )
        )
    return SystemRefusal(
        sentence("what this run reads cannot be read ({reason}): try it again.", reason=reason)
    )
