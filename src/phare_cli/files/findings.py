"""Gather what is wrong in the files of a run: the first problems, the number of all, the notices. Judges nothing."""

from __future__ import annotations

from phare_cli.nouns.errors import InvalidData
from phare_cli.nouns.message import Message, sentence
from phare_cli.nouns.problem import Problem

KEPT = 20
_SHOWN = 40


class Findings:
    """What reading found. Holds the first problems and warnings only, so that a bad file costs no memory.

    Without *quotes_cells* no cell is kept: it may be what a respondent wrote.
    """

    def __init__(self, *, quotes_cells: bool = True) -> None:
        self.problems: list[Problem] = []
        self.warnings: list[Problem] = []
        self.problem_count = 0
        self.warning_count = 0
        self.notices: list[Message] = []
        self.readings: list[Problem] = []  # how a file was read that may be read otherwise
        self.quotes_cells = quotes_cells
        self.sheets: dict[
            str, Message
        ] = {}  # by workbook: which sheet was read, where none holds what is looked for
        self.spelled: dict[tuple[str, str], dict[str, None]] = {}  # by kind and id, the words of the cells
        self.marks_met: set[str] = set()  # of those that were declared to stand for no figure

    def problem(
        self,
        code: str,
        message: Message,
        file: str,
        line: int | None = None,
        column: str | None = None,
        cell: str | None = None,
        *,
        of_file: bool = False,
    ) -> None:
        """Count a problem, and hold it when it is among the first, or speaks *of the file* as a whole."""
        self.problem_count += 1
        if of_file and len(self.problems) == KEPT:
            self.problems.pop()
        if len(self.problems) < KEPT:
            self.problems.append(Problem(code, message, file, line, column or None, self._quoted(cell)))

    def missing_column(
        self, message: Message, file: str, line: int | None = None, column: str | None = None
    ) -> None:
        """Count a column that is not there as a problem, which names the sheet that was read."""
        if file in self.sheets:
            message = sentence("{said} {sheet}", said=message, sheet=self.sheets[file])
        self.problem("missing-column", message, file, line, column)

    def warning(
        self, code: str, message: Message, file: str, line: int | None, column: str | None, cell: str | None
    ) -> None:
        """Count a warning, and hold it when it is among the first."""
        self.warning_count += 1
        if len(self.warnings) < KEPT:
            problem = Problem(code, message, file, line, column, self._quoted(cell), warning=True)
            self.warnings.append(problem)

    def notice(self, message: Message) -> None:
        """Hold, once, something that is worth knowing and wrong in no way."""
        if message not in self.notices:
            self.notices.append(message)

    def reading(self, code: str, message: Message, file: str, line: int | None, column: str) -> None:
        """Hold how a file was read that may mean something else: one notice, and a warning for who checks it."""
        self.readings.append(Problem(code, message, file, line, column, None, warning=True))

    def raise_any(self) -> None:
        """Raise InvalidData when there is a problem."""
        if self.problems:
            raise InvalidData(self.problems, self.problem_count)

    def apart(self) -> Findings:
        """Return findings for one more file, to be absorbed once it is read."""
        found = Findings(quotes_cells=self.quotes_cells)
        found.sheets = self.sheets
        return found

    def absorb(self, other: Findings) -> None:
        """Take in what was found in more files, in the order of their lines."""
        for kept, more in ((self.problems, other.problems), (self.warnings, other.warnings)):
            files = list(dict.fromkeys(problem.file for problem in more))
            ordered = sorted(more, key=lambda problem: (files.index(problem.file), problem.line or 0))
            kept.extend(ordered[: KEPT - len(kept)])
        self.problem_count += other.problem_count
        self.warning_count += other.warning_count
        self.marks_met |= other.marks_met
        for thing, words in other.spelled.items():
            self.spelled.setdefault(thing, {}).update(words)
        self.readings += other.readings
        for message in other.notices:
            self.notice(message)

    def _quoted(self, cell: str | None) -> str | None:
        return shown(cell) if cell is not None and self.quotes_cells else None


def shown(cell: str) -> str:
    """Return a cell as a sentence may quote it: at most 40 characters, none of them invisible.

    >>> shown("57 %\\x1b")
    '57 %\\\\x1b'
    """
    short = cell if len(cell) <= _SHOWN else cell[: _SHOWN - 1] + "…"
    return "".join(
        letter if letter.isprintable() or letter in "\u00a0\u202f\u2009" else ascii(letter)[1:-1]
        for letter in short
    )
