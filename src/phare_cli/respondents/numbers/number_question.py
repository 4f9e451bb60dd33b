"""Read a question whose answer is any number, over another column where a ratio is wanted."""

from __future__ import annotations

import numpy as np

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import counted
from phare_cli.respondents.answers import Answers
from phare_cli.respondents.engine.number_rows import NumberTable
from phare_cli.respondents.matching.number_cells import NumberCells
from phare_cli.respondents.people import Respondents, RowMask
from phare_cli.respondents.readers import AskedIf, Undeclared


class NumberQuestion:
    """A question whose answers are numbers; *per* holds what they are divided by."""

    def __init__(self, answers: Answers, asked: AskedIf, cells: NumberCells, per: NumberCells | None) -> None:
        self.answers = answers
        self.undeclared: list[Undeclared] = []
        self.given: RowMask | None = None
        self._asked = asked
        self._cells, self._per = cells, per
        self._outside = Undeclared(cells.where.name)
        if answers.numbers is None:
            answers.numbers = NumberTable(answers.question.cuts)

    def read(self, people: Respondents) -> None:
        """Keep the answers of a block: of who gave none, or no number to divide by, nothing."""
        asked = self._asked.rows(people)
        numbers = self._cells.read(people, asked)
        answered = ~np.isnan(numbers)
        divisors = None
        if self._per is not None:
            divisors = self._per.read(people, asked)
            answered &= ~np.isnan(divisors)
        if asked is not None:
            answered &= asked
        lowest, highest = self.answers.question.lowest, self.answers.question.highest
        self._outside.add(people.block, answered & ((numbers < lowest) | (numbers > highest)))
        rows: RowMask | None = None if answered.all() else answered
        self.given = rows
        people.add(self.answers.base, rows)
        people.add_numbers(self.answers, numbers, divisors, rows)

    def tell(self, findings: Findings) -> None:
        """Add the problems of the columns."""
        for each in filter(None, (self._cells, self._per)):
            each.tell(findings)
            self.answers.missing_met |= each.missing_met
        if self._outside.count:
            question = self.answers.question
            message = counted(
                "{count} answer, the first here, does not lie within {lowest} and {highest}: mend it, declare it with "
                "--missing, or other limits with lowest and highest in a spec.",
                "{count} answers, the first here, do not lie within {lowest} and {highest}: mend them, declare them "
                "with --missing, or other limits with lowest and highest in a spec.",
                self._outside.count,
                lowest=question.lowest,
                highest=question.highest,
            )
            where = self._cells.where
            findings.problem("out-of-range", message, where.file, self._outside.line, where.name)
