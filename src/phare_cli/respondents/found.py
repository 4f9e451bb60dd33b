"""Gather what is wrong in files of respondents: the first problems in full, all of them counted, no answer quoted."""

from __future__ import annotations

from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.message import Message
from phare_cli.nouns.problem import Problem

MOST_TOLD = 20


class Findings:
    """Problems and notices of one run, in the order in which they were met."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.total = 0
        self.notices: list[Message] = []

    def add(self, code: str, message: Message, file: str, line: int | None = None, column: str = "") -> None:
        """Add a problem. No cell is kept: it may be what a respondent wrote."""
        self.total += 1
        if len(self.problems) < MOST_TOLD:
            self.problems.append(Problem(code, message, file, line, column or None))

    def notice(self, message: Message) -> None:
        """Add a notice, once."""
        if message not in self.notices:
            self.notices.append(message)

    def absorb(self, other: Findings) -> None:
        """Take in what another look at the files found."""
        self.problems.extend(other.problems[: MOST_TOLD - len(self.problems)])
        self.total += other.total
        for notice in other.notices:
            self.notice(notice)

    def raise_any(self) -> None:
        """Raise InvalidData when there is a problem."""
        if self.problems:
            raise InvalidData(self.problems, self.total)
