"""Tell of respondents who would count twice: a file that is named twice, an identifier that stands on two rows."""

from __future__ import annotations

import filecmp
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from phare_cli.files.findings import Findings
from phare_cli.files.source import STDIN
from phare_cli.nouns.message import sentence
from phare_cli.respondents.cells import RespondentCell
from phare_cli.respondents.engine.labels import Labels
from phare_cli.respondents.people import Respondents

_NAMED_TWICE = sentence("this file is named twice, and its respondents would count twice: name it once.")


def tell_same_files(paths: Sequence[str], findings: Findings) -> None:
    """Add a problem for each file that is another of them, by another name or byte for byte."""
    named = [Path(path) for path in paths if path != STDIN and Path(path).is_file()]
    for first, second in combinations(named, 2):
        if first.samefile(second):
            findings.problem("duplicate-file", _NAMED_TWICE, str(second))
        elif _are_equal(first, second):
            message = sentence(
                "this file holds what {file} holds, byte for byte, and its respondents would count twice: "
                "name one of them.",
                file=str(first),
            )
            findings.problem("duplicate-file", message, str(second))


def _are_equal(first: Path, second: Path) -> bool:
    size = first.stat().st_size
    return size > 0 and size == second.stat().st_size and filecmp.cmp(first, second, shallow=False)


class Identified:
    """The identifiers of respondents met so far, in all files of a run.

    One may come again in another wave, as that of a panel does, and in another group, which may be numbered apart.
    """

    def __init__(self, findings: Findings) -> None:
        self._findings = findings
        self._met: dict[tuple[str, str], dict[str, tuple[str, int]]] = {}

    def read(
        self, people: Respondents, cells: Sequence[RespondentCell], place: int, file: str, column: str
    ) -> None:
        """Add a problem for each respondent of a block whose identifier was met; an empty one says nothing."""
        labels = Labels()
        codes = people.block.codes(place, labels)
        for row, (code, cell) in enumerate(zip(codes.tolist(), people.cells.tolist(), strict=True)):
            text = labels.texts[code]
            if cell < 0 or not text:
                continue
            met = self._met.setdefault((cells[cell].wave, cells[cell].stakeholder), {})
            line = people.block.line(row)
            first_file, first = met.setdefault(text, (file, line))
            if (first_file, first) != (file, line):
                self._tell(file, line, column, first_file, first)

    def _tell(self, file: str, line: int, column: str, first_file: str, first: int) -> None:
        if file == first_file:
            message = sentence(
                "the respondent of this line stands on line {line} already: keep one of the two.", line=first
            )
        else:
            message = sentence(
                "the respondent of this line stands on line {line} of {file} already: keep one of the two.",
                line=first,
                file=first_file,
            )
        self._findings.problem("duplicate-respondent", message, file, line, column)
