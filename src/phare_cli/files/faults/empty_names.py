"""Say of each column once in which rows of a file its name is empty, and what may stand there. Reads nothing."""

from __future__ import annotations

from phare_cli.files.findings import Findings
from phare_cli.nouns.message import Fill, Listing, Message, counted, sentence

_SHOWN = 12
_EMPTY = counted(
    "the cell is empty, and a figure without its {column} says nothing: fill it in.",
    "the cells of {count} lines are empty ({lines}), and figures without their {column} say nothing: fill them in.",
    1,
)
_MEAN = sentence("{said} Where it is a mean, write for example “Mean score”.")


class EmptyNames:
    """The lines of *file* that lack the name of a column of ours, by that column."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._first: dict[str, list[int]] = {}
        self._counts: dict[str, int] = {}

    def note(self, column: str, line: int) -> None:
        """Count a line without its name."""
        self._counts[column] = self._counts.get(column, 0) + 1
        if self._counts[column] <= _SHOWN:
            self._first.setdefault(column, []).append(line)

    def tell(self, findings: Findings, theirs: dict[str, str]) -> None:
        """Tell of each column once, by what the file calls it."""
        for column, count in self._counts.items():
            lines = self._first[column]
            listed = Listing((*map(str, lines), *(["…"] if count > len(lines) else [])))
            values: dict[str, Fill] = {"column": theirs[column], "count": count, "lines": listed}
            said = Message(_EMPTY.text, values, _EMPTY.plural)
            if column == "item":
                said = sentence(_MEAN.text, said=said)
            findings.problem("empty-name", said, self._file, lines[0], theirs[column], "")
